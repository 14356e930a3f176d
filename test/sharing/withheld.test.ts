// What is kept from the person themself: it is never seen by them, and nobody else sees less.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { asDay, type Id, type PersonId } from '../../src/basics/index.ts'
import { type Asking, decide } from '../../src/sharing/domain/evaluator.ts'
import { type Asker, everybody, type ItemFacets } from '../../src/sharing/domain/grant.ts'
import type { Sharing } from '../../src/sharing/domain/sharing.ts'
import type { Withholding } from '../../src/sharing/domain/withheld.ts'
import {
  endWithholding,
  queryWithholding,
  upholdWithholding,
  type Withheld,
  withhold,
} from '../../src/sharing/domain/withholding.ts'
import { anyAsking, anyItems, anySharing, asha, grantWith, now, oakLane, others } from './asking.ts'

const [ravi, sian] = others as [PersonId, PersonId]

const held = (item: Id): Withholding => ({
  id: item,
  item,
  reason: 'serious-harm',
  says: 'She is not ready for it',
  by: sian,
  organisation: oakLane,
  reviewOn: asDay('2027-05-01'),
  at: now,
  queried: null,
  upheld: null,
})

const keeping = (sharing: Sharing, items: readonly Id[]): Sharing => ({
  ...sharing,
  withheld: items.map(held),
})

const seen = (asking: Asking, sharing: Sharing, items: readonly ItemFacets[]) => {
  const { visible } = decide(asking, sharing, now)
  return items.filter((item) => visible.matches(item)).map(({ id }) => id)
}

const acts = ['read', 'print', 'export', 'add'] as const
const herself = (labels: boolean): Asker => ({
  ...{ person: asha, via: 'self', organisation: null, roles: [] },
  hides: labels,
})
const anyOwn: fc.Arbitrary<Asking> = fc.record({
  person: fc.constant(asha),
  visitor: fc.boolean().map(herself),
  purpose: fc.constant('own' as const),
  act: fc.constantFrom(...acts),
})
const byProxy: Asking = {
  person: asha,
  visitor: { person: ravi, via: 'proxy', actsFor: asha, organisation: null, roles: [] },
  purpose: 'own',
  act: 'read',
}
const proxyGrant = grantWith({ proxy: { letThrough: [], keptBack: [] }, acts: [...acts] })
const anyWithheld = fc
  .tuple(anyItems, fc.array(fc.nat(11), { maxLength: 6 }))
  .map(([items, places]) => ({
    items,
    kept: [...new Set(places)].flatMap((at) => items[at]?.id ?? []),
  }))

describe('What is kept from the person', () => {
  it('their own view is everything they saw, minus that, whatever is shared and hidden', () => {
    fc.assert(
      fc.property(anyOwn, anySharing, anyWithheld, fc.boolean(), (own, said, drawn, hides) => {
        const sharing = hides ? { ...said, hides: ['mental'] } : said
        const { items, kept } = drawn
        const before = seen(own, sharing, items)
        const after = seen(own, keeping(sharing, kept), items)
        assert.deepEqual(
          after,
          before.filter((id) => !kept.includes(id)),
        )
        const whole = { ...own, whole: true as const }
        assert.deepEqual(
          seen(whole, keeping(sharing, kept), items),
          items.map(({ id }) => id).filter((id) => !kept.includes(id)),
        )
      }),
    )
  })

  it('never shows more to anybody, and no less to those it is shared with', () => {
    fc.assert(
      fc.property(anyAsking, anySharing, anyWithheld, (asking, sharing, { items, kept }) => {
        const after = seen(asking, keeping(sharing, kept), items)
        const before = seen(asking, sharing, items)
        assert.ok(after.every((id) => before.includes(id)))
        if (asking.visitor.person !== asha && asking.visitor.via !== 'proxy') {
          assert.deepEqual(after, before)
        }
      }),
    )
  })

  it('reaches nobody who acts for them, whatever they may do and whatever was let through', () => {
    fc.assert(
      fc.property(anySharing, anyWithheld, fc.constantFrom(...acts), (said, drawn, act) => {
        const { items, kept } = drawn
        const through = { letThrough: kept, keptBack: [] }
        const grant = { ...proxyGrant, proxy: through, to: { ...everybody, person: ravi } }
        const sharing = { ...said, grants: [...said.grants, grant] }
        const after = seen({ ...byProxy, act }, keeping(sharing, kept), items)
        const before = seen({ ...byProxy, act }, sharing, items)
        assert.deepEqual(
          after,
          before.filter((id) => !kept.includes(id)),
        )
      }),
    )
  })

  it('is the same in whatever order it was kept, and comes back when it is given back', () => {
    fc.assert(
      fc.property(anyOwn, anySharing, anyWithheld, (own, sharing, { items, kept }) => {
        const one = seen(own, keeping(sharing, kept), items)
        assert.deepEqual(seen(own, keeping(sharing, kept.toReversed()), items), one)
        assert.deepEqual(seen(own, keeping(sharing, []), items), seen(own, sharing, items))
      }),
    )
  })

  it('is left out by the question to the database as well', () => {
    const [item] = fc.sample(anyItems, 1)[0] ?? []
    assert.ok(item)
    const own: Asking = { person: asha, visitor: herself(false), purpose: 'own', act: 'read' }
    const { visible, outcome } = decide(
      own,
      keeping({ grants: [], switches: new Map() }, [item.id]),
      now,
    )
    assert.equal(visible.everything, false)
    assert.equal(outcome, 'partial')
    const columns = { id: 'i', kind: 'k', labels: 'l', at: 'a' }
    assert.deepEqual(visible.sql(columns).values, [[item.id]])
  })
})

describe('Keeping something from the person', () => {
  const item: ItemFacets = {
    ...{ id: 'b' as Id, kind: 'problem', labels: [], at: asDay('2026-01-31') },
  }
  const nurse: Asker = { person: sian, via: 'role', organisation: oakLane, roles: ['nurse'] }
  const to = { person: null, organisation: oakLane, role: null }
  const shared: Sharing = {
    grants: [grantWith({ to, acts: ['read', 'add'] })],
    switches: new Map(),
  }
  const asked: Withheld = {
    ...{ id: 'a' as Id, person: asha, asker: nurse, item, own: false, reason: 'serious-harm' },
    ...{ says: 'She is not ready', reviewOn: asDay('2027-05-01') },
  }
  const codeOf = (change: Partial<Withheld>, sharing = shared) => {
    const decided = withhold({ ...asked, ...change })(sharing, now)
    return decided.ok ? 'done' : decided.refusal.code
  }

  it('is for clinicians who may see it and write beside it, and not in an emergency alone', () => {
    assert.equal(codeOf({}), 'done')
    const refused: Partial<Asker>[] = [
      { roles: ['practice-manager'] },
      { via: 'self' },
      { via: 'proxy', actsFor: asha },
      { person: asha },
      { organisation: null },
    ]
    for (const change of refused) {
      assert.equal(codeOf({ asker: { ...nurse, ...change } }), 'withhold-not-yours')
    }
    const reading = { ...shared, grants: [grantWith({ to })] }
    assert.equal(codeOf({}, reading), 'withhold-not-yours')
    assert.equal(codeOf({}, { ...shared, grants: [] }), 'withhold-not-yours')
    const opened = grantWith({ to, emergency: 'She is not awake' })
    assert.equal(codeOf({}, { ...shared, grants: [opened] }), 'withhold-not-yours')
  })

  it('never keeps from them what they wrote themselves', () => {
    assert.equal(codeOf({ own: true }), 'withhold-own-words')
  })

  it('needs a reason, a day within a year, and is done once', () => {
    assert.equal(codeOf({ says: '  ' }), 'withhold-why-missing')
    for (const day of ['2026-11-23', '2026-11-22', '2027-11-24']) {
      assert.equal(codeOf({ reviewOn: asDay(day) }), 'withhold-review-out-of-reach', day)
    }
    assert.equal(codeOf({ reviewOn: asDay('2027-11-23') }), 'done')
    assert.equal(codeOf({}, keeping(shared, [item.id])), 'withheld-already')
  })

  it('is ended by the organisation that did it, also when it is shared with them no more', () => {
    const ending = (change: Partial<Asker>, sharing: Sharing, says = 'She asked') => {
      const asker = { ...nurse, ...change }
      const decided = endWithholding({ person: asha, item: item.id, asker, says })(sharing)
      return decided.ok ? 'done' : decided.refusal.code
    }
    const kept = keeping({ ...shared, grants: [] }, [item.id])
    assert.equal(ending({}, kept), 'done')
    assert.equal(ending({}, kept, ' '), 'withhold-why-missing')
    assert.equal(ending({}, shared), 'withheld-not')
    const elsewhere = 'e' as typeof oakLane
    assert.equal(ending({ organisation: elsewhere }, kept), 'withhold-not-yours')
    assert.equal(ending({ person: asha }, kept), 'withhold-not-yours')
  })

  it('is looked at again within one month when the person asks, and asked once until then', () => {
    const kept = keeping(shared, [item.id])
    const asking = (says: string, sharing = kept, withholding = item.id) =>
      queryWithholding({ withholding, promise: 'p' as Id, says, shownAs: 'Asha' })(sharing, now)
    const first = asking(' I would rather know ')
    assert.ok(first.ok)
    const [fact] = first.value.facts
    assert.ok(fact?.kind === 'withholding-queried')
    assert.equal(fact.body.says, 'I would rather know')
    assert.equal(fact.body.due, '2026-12-23')
    const queried = { at: now, says: null, promise: 'q' as Id, due: asDay('2026-12-23') }
    const open = { ...kept, withheld: [{ ...held(item.id), queried }] }
    const again = asking('', open)
    assert.deepEqual(again, { ok: true, value: { facts: [], answer: 'q' } })
    const [none, long] = [asking('', kept, 'z' as Id), asking('x'.repeat(20_000))]
    assert.ok(!none.ok && none.refusal.code === 'withheld-unknown')
    assert.ok(!long.ok && long.refusal.code === 'withhold-text-too-long')
  })

  it('is kept still by the organisation that did it, with words for the person and a day', () => {
    const upholding = (change: Partial<Asker>, says = 'Not yet', day = '2027-06-01') => {
      const asked = { person: asha, item: item.id, asker: { ...nurse, ...change } }
      const uphold = upholdWithholding({ ...asked, says, reviewOn: asDay(day) })
      const decided = uphold(keeping({ ...shared, grants: [] }, [item.id]), now)
      return decided.ok ? 'done' : decided.refusal.code
    }
    assert.equal(upholding({}), 'done')
    assert.equal(upholding({}, ' '), 'withhold-why-missing')
    assert.equal(upholding({}, 'Not yet', '2028-01-01'), 'withhold-review-out-of-reach')
    assert.equal(upholding({ organisation: 'e' as typeof oakLane }), 'withhold-not-yours')
    assert.equal(upholding({ via: 'self' }), 'withhold-not-yours')
  })
})
