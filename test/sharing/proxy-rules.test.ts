// Promises about who acts for another: what an access reaches, whatever else is shared.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { addMilliseconds, asDay, endOfDay, startOfDay } from '../../src/basics/index.ts'
import { careFirst, careItems } from '../../src/care/index.ts'
import { labels } from '../../src/record/domain/labels.ts'
import { recordItems } from '../../src/record/index.ts'
import { type Asking, decide } from '../../src/sharing/domain/evaluator.ts'
import { everything, type Grant, type ItemFacets } from '../../src/sharing/domain/grant.ts'
import type { Access } from '../../src/sharing/domain/proxy/access.ts'
import { bases, basesOn } from '../../src/sharing/domain/proxy/bases.ts'
import { grantOfAccess } from '../../src/sharing/domain/proxy/grants.ts'
import { kindsToRead, levels, protectedLabels } from '../../src/sharing/domain/proxy/levels.ts'
import type { Sharing } from '../../src/sharing/domain/sharing.ts'
import { access, accessId, adult, asParent, child, grantedAt, gwen, now, ravi } from './accesses.ts'
import { anyGrant, anyItems, anySharing, asha } from './asking.ts'

describe('A8 The tables', () => {
  it('A8 say for each age on what basis somebody may act, and whether the person decides', () => {
    const codes = (born: string, day: string) =>
      basesOn(asDay(born), asDay(day)).map(({ code }) => code)
    const ofChild = ['child-consent', 'parental-responsibility', 'child-best-interests']
    const ofAdult = bases.map(({ code }) => code).filter((code) => !ofChild.includes(code))
    assert.deepEqual(codes('2010-11-24', '2026-11-23'), ofChild)
    assert.deepEqual(codes('2010-11-24', '2026-11-24'), ofAdult)
    assert.deepEqual(
      bases.filter(({ endsOnADay }) => endsOnADay).map(({ code }) => code),
      ['temporary-loss'],
    )
  })

  it('A8 name kinds and labels that the record and the plans have', () => {
    const kinds = [careFirst, recordItems, careItems].flatMap((one) =>
      one.kinds.map(({ code }) => code),
    )
    for (const kind of [...levels.flatMap((one) => one.kinds ?? []), ...kindsToRead]) {
      assert.ok(kinds.includes(kind), kind)
    }
    assert.deepEqual(
      labels.map(({ code }) => code).toSorted(),
      [...protectedLabels].toSorted(),
      'a new label is protected from proxies, or said not to be',
    )
  })

  it('A8 no level lets a proxy share with others', () => {
    assert.ok(levels.every(({ acts }) => !(acts as readonly string[]).includes('share')))
  })
})

const asksFor = (act: Asking['act'] = 'read'): Asking => ({
  person: asha,
  visitor: { person: ravi, via: 'proxy', actsFor: asha, organisation: null, roles: [] },
  purpose: 'own',
  act,
})

const withAccess = (sharing: Sharing, one: Access, lives = adult): Sharing => {
  const grant = grantOfAccess(one, lives)
  return { ...sharing, grants: grant === null ? sharing.grants : [...sharing.grants, grant] }
}

const nothingSaid: Sharing = { grants: [], switches: new Map() }
const seen = (asking: Asking, sharing: Sharing, items: readonly ItemFacets[], moment = now) => {
  const { visible } = decide(asking, sharing, moment)
  return items.filter((item) => visible.matches(item)).map((item) => item.id)
}

const anyReach = fc.record({
  level: fc.constantFrom(...levels.map(({ code }) => code)),
  labels: fc.subarray([...protectedLabels]),
  until: fc.constantFrom(null, asDay('2026-11-22'), asDay('2026-12-31')),
})
const someOf = (items: readonly ItemFacets[]) => fc.subarray(items.map((item) => item.id))
const anyDraw = fc.tuple(anyReach, anyItems, anySharing).chain(([reach, items, sharing]) =>
  fc.record({
    reach: fc.constant(reach),
    items: fc.constant(items),
    sharing: fc.constant(sharing),
    letThrough: someOf(items),
    keptBack: someOf(items),
  }),
)

describe('A12 Whatever a proxy is given', () => {
  it('A12 entries marked as sensitive stay unseen unless it names the label or entry', () => {
    fc.assert(
      fc.property(anyDraw, ({ reach, items, sharing, letThrough, keptBack }) => {
        const one = access({ ...reach, letThrough, keptBack })
        const ids = seen(asksFor(), withAccess(sharing, one), items)
        const named = reach.level === 'whole' ? reach.labels : []
        for (const item of items.filter((it) => ids.includes(it.id))) {
          const marked = item.labels.filter((label) => protectedLabels.includes(label))
          const singled = reach.level === 'whole' && letThrough.includes(item.id)
          assert.ok(singled || marked.every((label) => named.includes(label)))
          assert.ok(!keptBack.includes(item.id))
        }
      }),
    )
  })

  it('A8 it never goes beyond the level, whatever else the person shares with the proxy', () => {
    fc.assert(
      fc.property(anyDraw, ({ reach, items, sharing, letThrough, keptBack }) => {
        const level = levels.find(({ code }) => code === reach.level)
        const one = access({ ...reach, letThrough, keptBack })
        const ids = seen(asksFor(), withAccess(sharing, one), items)
        for (const item of items.filter((it) => ids.includes(it.id))) {
          assert.ok(level?.kinds == null || level.kinds.includes(item.kind))
        }
      }),
    )
  })

  it('A8 what the person keeps from them by name is kept from them also as a proxy', () => {
    fc.assert(
      fc.property(anyDraw, anyGrant, ({ items, sharing }, drawn) => {
        // What is kept back in emergencies only is not kept from who acts for the person.
        const { only: _, ...always } = drawn
        const deny: Grant = {
          ...always,
          effect: 'deny',
          to: { person: ravi, organisation: null, role: null },
          lastDay: null,
          endsAt: null,
          withdrawnAt: null,
        }
        const all = withAccess({ ...sharing, grants: [...sharing.grants, deny] }, access())
        const without = withAccess(sharing, access())
        const ids = seen(asksFor(), all, items)
        assert.ok(ids.every((one) => seen(asksFor(), without, items).includes(one)))
        const kept = seen(
          { ...asksFor(), visitor: { ...asksFor().visitor } },
          {
            ...nothingSaid,
            grants: [
              { ...deny, effect: 'permit', proxy: noChange, purposes: ['own'], acts: ['read'] },
            ],
          },
          items,
        )
        assert.ok(ids.every((one) => !kept.includes(one)))
      }),
    )
  })

  it('A8 from the instant it is suspended, nothing is seen, and nothing tells it was there', () => {
    fc.assert(
      fc.property(anyDraw, ({ reach, items, sharing }) => {
        const suspended = { at: now, why: 'person-says-stop', says: null }
        const one = access(reach, { suspended })
        const asked = decide(asksFor(), withAccess(sharing, one), now)
        const never = decide(asksFor(), sharing, now)
        assert.equal(asked.outcome, 'deny')
        assert.equal(never.outcome, 'deny')
        assert.deepEqual(asked.because, never.because)
        assert.deepEqual(seen(asksFor(), withAccess(sharing, one), items), [])
      }),
    )
  })

  it('A8 over a child it shows nothing from the 16th birthday on, whatever else is true', () => {
    const lives = child('2010-11-24')
    const birthday = startOfDay(asDay('2026-11-24'))
    fc.assert(
      fc.property(anyDraw, ({ reach, items, sharing }) => {
        const one = access({ ...asParent, ...reach, until: null })
        const all = withAccess(sharing, one, lives)
        assert.equal(decide(asksFor(), all, birthday).outcome, 'deny')
        assert.deepEqual(seen(asksFor(), all, items, addMilliseconds(birthday, 86_400_000)), [])
      }),
    )
    const before = addMilliseconds(endOfDay(asDay('2026-11-23')), -1)
    const open = withAccess(nothingSaid, access(asParent), lives)
    assert.equal(decide(asksFor(), open, before).outcome, 'partial')
  })
})

const noChange = { letThrough: [], keptBack: [] }

describe('A8 An access as proxy', () => {
  const plain: ItemFacets = { id: accessId, kind: 'problem', labels: [], at: asDay('2026-01-01') }

  it('A8 opens nothing to the same somebody in their own name, or at work, or for another', () => {
    const sharing = withAccess(nothingSaid, access())
    const self = { person: ravi, via: 'self', organisation: null, roles: [] } as const
    const asking = asksFor()
    assert.deepEqual(seen(asking, sharing, [plain]), [accessId])
    for (const purpose of ['own', 'direct-care', 'audit', 'proxy-review'] as const) {
      assert.deepEqual(seen({ ...asking, visitor: self, purpose }, sharing, [plain]), [])
    }
    const forGwen = { ...asking.visitor, actsFor: gwen }
    assert.deepEqual(seen({ ...asking, visitor: forGwen }, sharing, [plain]), [])
    const other = { ...asking.visitor, person: gwen }
    assert.deepEqual(seen({ ...asking, visitor: other }, sharing, [plain]), [])
  })

  it('A8 does not use what the person shares with them in their own name', () => {
    const grant: Grant = {
      id: accessId,
      effect: 'permit',
      givenBy: asha,
      to: { person: ravi, organisation: null, role: null },
      what: everything,
      acts: ['read'],
      purposes: ['direct-care'],
      from: grantedAt,
      lastDay: null,
      endsAt: null,
      withdrawnAt: null,
      emergency: null,
    }
    const sharing = { ...nothingSaid, grants: [grant] }
    assert.equal(decide(asksFor(), sharing, now).outcome, 'deny')
  })

  it('A8 prints and saves only where the level says so', () => {
    const outcomes = levels.map(({ code }) => {
      const sharing = withAccess(nothingSaid, access({ level: code }))
      return (['read', 'print', 'export'] as const).map(
        (act) => decide(asksFor(act), sharing, now).outcome !== 'deny',
      )
    })
    assert.deepEqual(outcomes, [
      [true, false, false],
      [true, false, false],
      [true, true, false],
      [true, true, true],
    ])
  })
})
