// Promises of the evaluator: nothing without a grant, and nothing more than was given.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { Day, Instant } from '../../src/basics/index.ts'
import { hidePrivate } from '../../src/sharing/domain/decisions.ts'
import { type Asking, decide } from '../../src/sharing/domain/evaluator.ts'
import {
  everybody,
  everything,
  type Grant,
  type ItemFacets,
} from '../../src/sharing/domain/grant.ts'
import { visibleWhere } from '../../src/sharing/domain/predicate.ts'
import type { Sharing } from '../../src/sharing/domain/sharing.ts'
import { openHouse } from '../rooms.ts'
import {
  anyAsking,
  anyGrant,
  anyGrants,
  anyItems,
  anyPurpose,
  anySelector,
  anySharing,
  asha,
  grantWith,
  now,
  oakLane,
  others,
  sharingOf,
} from './asking.ts'

const seen = (asking: Asking, sharing: Sharing, items: readonly ItemFacets[], at = now) => {
  const { visible } = decide(asking, sharing, at)
  return items.filter((item) => visible.matches(item)).map(({ id }) => id)
}

const isWithin = (some: readonly string[], all: readonly string[]) =>
  some.every((one) => all.includes(one))

const with_ = (sharing: Sharing, ...grants: Grant[]): Sharing => ({
  ...sharing,
  grants: [...sharing.grants, ...grants],
})

const [ravi, gwen] = others as [(typeof others)[number], (typeof others)[number]]
const asks: Asking = {
  person: asha,
  visitor: { person: ravi, via: 'self', organisation: null, roles: [] },
  purpose: 'direct-care',
  act: 'read',
}
const item = (id: string, more: Partial<ItemFacets> = {}): ItemFacets => ({
  id: id as ItemFacets['id'],
  kind: 'result',
  labels: [],
  at: '2026-01-31' as Day,
  ...more,
})
const nothingSaid: Sharing = { grants: [], switches: new Map() }

describe('A4 Whatever grants there are', () => {
  it('the draws below often show something, and often keep something back', () => {
    const drawn = fc.sample(fc.tuple(anyAsking, anySharing, anyItems), 400)
    const counts = drawn.map(([asking, sharing, items]) => seen(asking, sharing, items).length)
    assert.ok(counts.filter((count) => count > 0).length > 60)
    assert.ok(counts.filter((count) => count > 0 && count < 12).length > 40)
  })

  it('a deny that is added never shows more', () => {
    fc.assert(
      fc.property(anyAsking, anySharing, anyGrant, anyItems, (asking, sharing, grant, items) => {
        const deny: Grant = { ...grant, effect: 'deny' }
        const after = seen(asking, with_(sharing, deny), items)
        assert.ok(isWithin(after, seen(asking, sharing, items)))
      }),
    )
  })

  it('a permit that is taken away never shows more', () => {
    fc.assert(
      fc.property(anyAsking, anySharing, anyGrant, anyItems, (asking, sharing, grant, items) => {
        const permit: Grant = { ...grant, effect: 'permit' }
        const before = seen(asking, with_(sharing, permit), items)
        assert.ok(isWithin(seen(asking, sharing, items), before))
      }),
    )
  })

  it('who is passed something on sees no more than who passed it on', () => {
    fc.assert(
      fc.property(anyAsking, anySharing, anyItems, (asking, { grants }, items) => {
        // All that the visitor has comes from Gwen; what Gwen has comes from anybody.
        const forVisitor = { ...asking.visitor, person: ravi }
        const own = grants.filter(({ to }) => to.organisation === null && to.person === gwen)
        const passed = grants
          .filter(({ effect }) => effect === 'permit')
          .map((grant) => ({
            ...grant,
            givenBy: gwen,
            emergency: null,
            to: { person: ravi, organisation: null, role: null },
          }))
        const sharing = sharingOf([...own, ...passed], [asking.purpose])
        const gwenAsks = { person: gwen, via: 'self', organisation: null, roles: [] } as const
        const had = seen({ ...asking, visitor: gwenAsks }, sharing, items)
        const got = seen({ ...asking, visitor: forVisitor }, sharing, items)
        assert.ok(isWithin(got, had))
      }),
    )
  })

  it('what is seen was given by the person, or by somebody who sees it themselves', () => {
    fc.assert(
      fc.property(anyAsking, anySharing, anyItems, (asking, sharing, items) => {
        const verdict = decide(asking, sharing, now)
        for (const one of items.filter((item) => verdict.visible.matches(item))) {
          const why = sharing.grants.filter(({ id }) => verdict.why(one).includes(id))
          const fromGivers = why.filter(({ givenBy, emergency }) => {
            if (givenBy === asha || emergency !== null) return true
            const visitor = { person: givenBy, via: 'self', organisation: null, roles: [] } as const
            // By a grant of the person, or of a giver before them, in any line of givers.
            return decide({ ...asking, visitor }, sharing, now).visible.matches(one)
          })
          assert.ok(fromGivers.length > 0)
        }
      }),
    )
  })

  it('a grant that was stopped is, from that moment, as if it had never been', () => {
    const moments = fc.constantFrom(now, '2026-11-23T09:00:00.001Z', '2027-05-01T00:00:00.000Z')
    fc.assert(
      fc.property(anyAsking, anySharing, anyGrant, anyItems, moments, (...drawn) => {
        const [asking, sharing, grant, items, at] = drawn
        const stopped = with_(sharing, { ...grant, withdrawnAt: now })
        assert.deepEqual(
          seen(asking, stopped, items, at as Instant),
          seen(asking, sharing, items, at as Instant),
        )
      }),
    )
  })

  it('their order makes no difference', () => {
    const shuffled = anyGrants.chain((grants) =>
      fc.tuple(
        fc.constant(grants),
        fc.shuffledSubarray(grants, { minLength: grants.length, maxLength: grants.length }),
      ),
    )
    fc.assert(
      fc.property(anyAsking, shuffled, anyItems, (asking, [one, other], items) => {
        const first = sharingOf(one, [asking.purpose])
        const second = sharingOf(other, [asking.purpose])
        assert.deepEqual(seen(asking, first, items), seen(asking, second, items))
      }),
    )
  })

  it('what would be lost without one is what is seen with it and not without', () => {
    fc.assert(
      fc.property(anyAsking, anySharing, anyGrant, anyItems, (asking, sharing, grant, items) => {
        const whole = with_(sharing, grant)
        const { lost } = decide(asking, whole, now).withoutGrant(grant.id)
        const before = seen(asking, whole, items)
        const after = seen(asking, sharing, items)
        const gone = items.filter((one) => lost.matches(one)).map(({ id }) => id)
        assert.deepEqual(
          gone,
          before.filter((id) => !after.includes(id)),
        )
      }),
    )
  })

  it('what is seen is permitted by a named grant, what is denied is denied by one', () => {
    fc.assert(
      fc.property(anyAsking, anySharing, anyItems, (asking, sharing, items) => {
        const verdict = decide(asking, sharing, now)
        for (const one of items) {
          const why = verdict.why(one)
          const effects = sharing.grants
            .filter(({ id }) => why.includes(id))
            .map(({ effect }) => effect)
          if (verdict.visible.matches(one)) assert.ok(effects.length > 0)
          else assert.ok(effects.every((effect) => effect === 'deny'))
        }
      }),
    )
  })
})

describe('A4 An access that is opened in an emergency', () => {
  const opened = grantWith({ emergency: 'Found unconscious' })
  const mood = item('mood', { labels: ['mental'] })
  const shown = (...grants: Grant[]) => seen(asks, sharingOf(grants, ['direct-care']), [mood])
  const keptBack = { effect: 'deny' as const, what: { ...everything, labels: ['mental'] } }
  const onlyThen = { ...keptBack, to: everybody, only: 'emergency' as const }

  it('shows what a grant only left out, and nothing that is kept back', () => {
    const leftOut = grantWith({ what: { ...everything, without: ['mental'] } })
    assert.deepEqual(shown(leftOut), [])
    assert.deepEqual(shown(leftOut, opened), ['mood'])
    assert.deepEqual(shown(opened, grantWith(keptBack)), [])
    assert.deepEqual(shown(opened, grantWith({ ...keptBack, to: everybody })), [])
  })

  it('does not show what is kept back from emergencies, which others still see', () => {
    assert.deepEqual(shown(opened, grantWith(onlyThen)), [])
    assert.deepEqual(shown(grantWith(), grantWith(onlyThen)), ['mood'])
    const kept = grantWith(onlyThen)
    const verdict = decide(asks, sharingOf([opened, kept], ['direct-care']), now)
    assert.deepEqual(verdict.why(mood), [kept.id])
  })
})

describe('A9 A purpose', () => {
  it('that is turned off denies, even with a grant to a role', () => {
    fc.assert(
      fc.property(anyAsking, anyGrants, anyPurpose, anyItems, (asking, grants, purpose, items) => {
        const on = ['direct-care', 'planning', 'research', 'teaching', 'peers'] as const
        const sharing = sharingOf(
          grants,
          on.filter((one) => one !== purpose),
        )
        assert.equal(decide({ ...asking, purpose }, sharing, now).outcome, 'deny')
        assert.deepEqual(seen({ ...asking, purpose }, sharing, items), [])
      }),
    )
  })

  it('has its default while the person has said nothing: care is on, all else is off', () => {
    const to = { person: null, organisation: oakLane, role: 'nurse' }
    const all = ['direct-care', 'planning', 'research', 'teaching', 'peers'] as const
    const sharing: Sharing = { ...nothingSaid, grants: [grantWith({ to, purposes: all })] }
    const nurse = { person: gwen, via: 'role', organisation: oakLane, roles: ['nurse'] } as const
    const outcomes = all.map(
      (purpose) => decide({ ...asks, visitor: nurse, purpose }, sharing, now).outcome,
    )
    assert.deepEqual(outcomes, ['permit', 'deny', 'deny', 'deny', 'deny'])
  })
})

describe('A4 A person', () => {
  const self = { ...asks.visitor, person: asha }

  it('sees everything of their own, whatever they keep from others', () => {
    const sharing = with_(nothingSaid, grantWith({ effect: 'deny' }))
    const { outcome, visible } = decide({ ...asks, visitor: self, purpose: 'own' }, sharing, now)
    assert.equal(outcome, 'permit')
    assert.ok(visible.matches(item('a')))
  })

  it('who asks in a role about themselves needs a grant like anybody in that role', () => {
    const nurse = { person: asha, via: 'role', organisation: oakLane, roles: ['nurse'] } as const
    assert.equal(decide({ ...asks, visitor: nurse }, nothingSaid, now).outcome, 'deny')
    const own = { ...asks, visitor: nurse, purpose: 'own' } as const
    assert.equal(decide(own, nothingSaid, now).outcome, 'deny')
  })
})

describe('A4 A grant', () => {
  it('to a named person does not follow them to work', () => {
    const sharing = with_(nothingSaid, grantWith())
    const atWork = { person: ravi, via: 'role', organisation: oakLane, roles: ['nurse'] } as const
    assert.equal(decide(asks, sharing, now).outcome, 'permit')
    assert.equal(decide({ ...asks, visitor: atWork }, sharing, now).outcome, 'deny')
  })

  it('to a role holds for who has the role today, and for nobody else', () => {
    const to = { person: null, organisation: oakLane, role: 'nurse' }
    const sharing = with_(nothingSaid, grantWith({ to }))
    const at = (roles: string[]) =>
      decide(
        { ...asks, visitor: { person: gwen, via: 'role', organisation: oakLane, roles } },
        sharing,
        now,
      ).outcome
    assert.equal(at(['nurse']), 'permit')
    assert.equal(at(['doctor']), 'deny')
    assert.equal(at([]), 'deny')
  })

  it('that ends today still holds today, in London, and not tomorrow', () => {
    const sharing = with_(nothingSaid, grantWith({ lastDay: '2026-07-01' as Day }))
    const outcomeAt = (at: string) => decide(asks, sharing, at as Instant).outcome
    assert.equal(outcomeAt('2026-07-01T22:59:59.999Z'), 'permit')
    assert.equal(outcomeAt('2026-07-01T23:00:00.000Z'), 'deny')
  })

  it('that was passed on ends when what its giver had is stopped', () => {
    const had = grantWith({ acts: ['read', 'share'] })
    const passed = grantWith({
      givenBy: ravi,
      to: { person: gwen, organisation: null, role: null },
    })
    const gwenAsks = { ...asks, visitor: { ...asks.visitor, person: gwen } }
    const some = [item('a')]
    assert.equal(seen(gwenAsks, with_(nothingSaid, had, passed), some).length, 1)
    const stopped = { ...had, withdrawnAt: now }
    assert.equal(seen(gwenAsks, with_(nothingSaid, stopped, passed), some).length, 0)
    const noLonger = { ...had, acts: ['read'] as const }
    assert.equal(seen(gwenAsks, with_(nothingSaid, noLonger, passed), some).length, 0)
  })

  it('passed round in a circle gives nothing', () => {
    const share = { acts: ['read', 'share'] as const }
    const one = grantWith({ ...share, givenBy: gwen })
    const toGwen = { person: gwen, organisation: null, role: null }
    const other = grantWith({ ...share, givenBy: ravi, to: toGwen })
    assert.deepEqual(seen(asks, with_(nothingSaid, one, other), [item('a')]), [])
  })

  it('says which grant decided about an item', () => {
    const permit = grantWith()
    const deny = grantWith({ effect: 'deny', what: { ...everything, labels: ['mental'] } })
    const verdict = decide(asks, with_(nothingSaid, permit, deny), now)
    assert.equal(verdict.outcome, 'partial')
    assert.deepEqual(verdict.why(item('a')), [permit.id])
    assert.deepEqual(verdict.why(item('b', { labels: ['mental'] })), [deny.id])
    assert.deepEqual(verdict.because, [permit.id, deny.id])
  })
})

describe('A4 The predicate in SQL', () => {
  it('shows the same rows as the function, for any items and any grants', async () => {
    const { log } = await openHouse()
    const columns = { id: 'i.id', kind: 'i.kind', labels: 'i.labels', at: 'i.at' }
    const same = async (visible: ReturnType<typeof visibleWhere>, items: ItemFacets[]) => {
      const { text, values } = visible.sql(columns, 2)
      const rows = await log.db.text<{ id: string }>(
        `select i.id from jsonb_to_recordset($1::jsonb)
           as i (id uuid, kind text, labels text[], at date) where ${text}`,
        [JSON.stringify(items), ...values],
      )
      assert.deepEqual(
        new Set(rows.map(({ id }) => id)),
        new Set(items.filter((one) => visible.matches(one)).map(({ id }) => id)),
      )
    }
    await fc.assert(
      fc.asyncProperty(anyAsking, anySharing, anyItems, (asking, sharing, items) =>
        same(decide(asking, sharing, now).visible, items),
      ),
    )
    await fc.assert(
      fc.asyncProperty(anySelector, anySelector, anyItems, (one, other, items) => {
        const some = { any: [{ select: one }, { not: { select: other } }] }
        return same(visibleWhere({ all: [some, { not: { all: [some, { any: [] }] } }] }), items)
      }),
    )
  })
})

describe('The last day of a grant', () => {
  it('ends with the day here, in summer an hour before the day of the clocks of the world', () => {
    const shared = sharingOf([grantWith({ lastDay: '2026-06-30' as Day })], ['direct-care'])
    const at = (moment: string) => seen(asks, shared, [item('plain')], moment as Instant).length
    assert.equal(at('2026-06-30T22:59:59.999Z'), 1)
    assert.equal(at('2026-06-30T23:00:00.000Z'), 0)
    const winter = sharingOf([grantWith({ lastDay: '2026-01-31' as Day })], ['direct-care'])
    const then = (moment: string) => seen(asks, winter, [item('plain')], moment as Instant).length
    assert.equal(then('2026-01-31T23:59:59.999Z'), 1)
    assert.equal(then('2026-02-01T00:00:00.000Z'), 0)
  })
})

describe('A12 A person who leaves private things out of their own lists', () => {
  const own: Asking = { ...asks, visitor: { ...asks.visitor, person: asha }, purpose: 'own' }
  const mood = item('mood', { labels: ['mental'] })
  const hiding: Sharing = { ...nothingSaid, hides: ['mental'] }

  it('does not see them there, nor on paper, nor in a copy; only all of it is whole', () => {
    for (const act of ['read', 'print', 'export'] as const) {
      assert.deepEqual(seen({ ...own, act }, hiding, [mood, item('plain')]), ['plain'], act)
    }
    assert.deepEqual(seen({ ...own, act: 'export', whole: true }, hiding, [mood]), ['mood'])
  })

  it('has nobody else who sees more by asking for all of it', () => {
    assert.deepEqual(seen({ ...asks, act: 'export', whole: true }, hiding, [mood]), [])
  })

  it('changes nothing of what others see', () => {
    const shared = { ...sharingOf([grantWith()], ['direct-care']), hides: ['mental'] }
    assert.deepEqual(seen(asks, shared, [mood]), ['mood'])
  })

  it('sees everything again only after signing in anew', () => {
    const show = (signedInAt: string) => hidePrivate([], signedInAt as Instant)(hiding, now)
    const late = show('2026-11-23T08:49:59.000Z')
    assert.equal(late.ok ? null : late.refusal.code, 'sign-in-again-to-show')
    assert.ok(show('2026-11-23T08:51:00.000Z').ok)
    const hide = hidePrivate(['mental'], '2026-11-22T21:00:00.000Z' as Instant)
    assert.ok(hide(nothingSaid, now).ok)
  })
})
