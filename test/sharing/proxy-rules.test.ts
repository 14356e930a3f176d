// Promises about who acts for another: how an access stands on each day, and what it reaches.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import {
  addMilliseconds,
  asDay,
  asInstant,
  type Day,
  endOfDay,
  type Id,
  type Instant,
  startOfDay,
} from '../../src/basics/index.ts'
import { labels } from '../../src/record/domain/labels.ts'
import { recordItems } from '../../src/record/index.ts'
import { type Asking, decide } from '../../src/sharing/domain/evaluator.ts'
import { everything, type Grant, type ItemFacets } from '../../src/sharing/domain/grant.ts'
import type { Access } from '../../src/sharing/domain/proxy/access.ts'
import { bases, basesOn } from '../../src/sharing/domain/proxy/bases.ts'
import { grantOfAccess } from '../../src/sharing/domain/proxy/grants.ts'
import { kindsToRead, levels, protectedLabels } from '../../src/sharing/domain/proxy/levels.ts'
import {
  birthdayOf,
  type Lives,
  reviewDayOf,
  standingOf,
  usualPolicy,
} from '../../src/sharing/domain/proxy/standing.ts'
import type { Sharing } from '../../src/sharing/domain/sharing.ts'
import { anyGrant, anyItems, anySharing, asha, others } from './asking.ts'

const [ravi, gwen] = others as [(typeof others)[number], (typeof others)[number]]
const id = '01920000-0000-7000-8000-ac0e55000001' as Id
const grantedAt = asInstant('2026-11-01T09:00:00Z')
const now = asInstant('2026-11-23T09:00:00Z')

type More = Partial<NonNullable<Access['granted']>>
function access(granted: More = {}, change: Partial<Access> = {}): Access {
  return {
    id,
    person: asha,
    proxy: ravi,
    organisation: null,
    standing: 'family',
    level: 'record',
    why: 'To help with appointments',
    until: null,
    askedAt: grantedAt,
    askedBy: 'person',
    agreed: true,
    consented: true,
    refused: null,
    suspended: null,
    removed: null,
    told: [],
    granted: {
      at: grantedAt,
      by: asha,
      basis: 'consent',
      evidence: 'said-here',
      tests: { necessary: 'Yes', relevant: 'Yes', safe: 'Yes' },
      level: 'record',
      labels: [],
      letThrough: [],
      keptBack: [],
      until: null,
      ...granted,
    },
    ...change,
  }
}

const adult: Lives = { born: asDay('1950-05-01'), diedOn: null, proxyDiedOn: null, usedAt: null }
const child = (born: string): Lives => ({ ...adult, born: asDay(born) })
const asParent = { basis: 'parental-responsibility' }

const at = (text: string) => asInstant(text)
const standing = (one: Access, lives: Lives, moment: Instant) => {
  const found = standingOf(one, lives, moment)
  return 'why' in found ? `${found.is}: ${found.why}` : found.is
}

describe('A8 An access, day by day', () => {
  const rows: readonly [string, Access, Lives, string, string][] = [
    ['holds where nothing ends it', access(), adult, '2026-11-23T09:00:00Z', 'holds'],
    [
      'is asked for, and no more, until it is granted',
      access({}, { granted: null }),
      adult,
      '2026-11-23T09:00:00Z',
      'asked',
    ],
    [
      'holds until the last moment of its end date, in London in summer',
      access({ until: asDay('2027-07-01') }),
      adult,
      '2027-07-01T22:59:59.999Z',
      'holds',
    ],
    [
      'is suspended from the first moment after its end date',
      access({ until: asDay('2027-07-01') }),
      adult,
      '2027-07-01T23:00:00Z',
      'suspended: end-date',
    ],
    [
      'over a child holds on the last evening before the 16th birthday',
      access(asParent),
      child('2010-11-24'),
      '2026-11-23T23:59:59.999Z',
      'holds',
    ],
    [
      'over a child is suspended at the first moment of the 16th birthday, and by no job',
      access(asParent),
      child('2010-11-24'),
      '2026-11-24T00:00:00Z',
      'suspended: sixteen',
    ],
    [
      'ends at midnight in London, which in summer is 23:00 in UTC',
      access(asParent),
      child('2011-07-01'),
      '2027-06-30T23:00:00Z',
      'suspended: sixteen',
    ],
    [
      'still holds an hour earlier',
      access(asParent),
      child('2011-07-01'),
      '2027-06-30T22:59:59.999Z',
      'holds',
    ],
    [
      'over somebody born on 29 February holds on 28 February of a common year',
      access({ ...asParent, at: at('2015-01-01T09:00:00Z') }),
      { ...child('2004-02-29'), usedAt: at('2019-12-01T09:00:00Z') },
      '2020-02-28T23:59:59Z',
      'suspended: review-age',
    ],
    [
      'over somebody born on 29 February is suspended on that day in a leap year',
      access({ ...asParent, at: at('2016-01-01T09:00:00Z') }),
      { ...child('2004-02-29'), usedAt: at('2019-12-01T09:00:00Z') },
      '2020-02-29T00:00:00Z',
      'suspended: sixteen',
    ],
    [
      'over a child given before the 11th birthday is suspended then, for review',
      access({ ...asParent, at: at('2025-01-01T09:00:00Z') }),
      child('2015-11-23'),
      '2026-11-23T00:00:00Z',
      'suspended: review-age',
    ],
    [
      'over a child that was decided anew after the 11th birthday goes on',
      access({ ...asParent, at: at('2026-11-23T08:00:00Z') }),
      child('2015-11-23'),
      '2026-11-24T00:00:00Z',
      'holds',
    ],
    [
      'over a child born on 29 February is reviewed on 1 March of a common year',
      access({ ...asParent, at: at('2022-01-01T09:00:00Z') }),
      child('2012-02-29'),
      '2023-02-28T12:00:00Z',
      'holds',
    ],
    [
      'and not a day later',
      access({ ...asParent, at: at('2022-01-01T09:00:00Z') }),
      child('2012-02-29'),
      '2023-03-01T00:00:00Z',
      'suspended: review-age',
    ],
    ['that nobody uses holds for 5 years', access(), adult, '2031-10-31T23:59:59Z', 'holds'],
    [
      'that nobody used for 5 years is removed',
      access(),
      adult,
      '2031-11-01T00:00:00Z',
      'removed: unused',
    ],
    [
      'that was used since is not',
      access(),
      { ...adult, usedAt: at('2027-01-01T09:00:00Z') },
      '2031-11-01T00:00:00Z',
      'holds',
    ],
    [
      'last used on 29 February is removed on 28 February, not a day late',
      access(),
      { ...adult, usedAt: at('2028-02-29T12:00:00Z') },
      '2033-02-28T00:00:00Z',
      'removed: unused',
    ],
    [
      'stopped by the person is suspended from that instant',
      access({}, { suspended: { at: now, why: 'person-says-stop', says: null } }),
      adult,
      now,
      'suspended: person-says-stop',
    ],
    [
      'of a child who is taken into care is suspended',
      access(asParent, { suspended: { at: now, why: 'child-into-care', says: null } }),
      child('2014-01-01'),
      now,
      'suspended: child-into-care',
    ],
    [
      'of a proxy who died is suspended from that day',
      access(),
      { ...adult, proxyDiedOn: asDay('2026-11-20') },
      '2026-11-20T00:00:00Z',
      'suspended: proxy-died',
    ],
    [
      'over a person who died goes on as long as the policy says',
      access(),
      { ...adult, diedOn: asDay('2026-11-02') },
      '2026-11-30T23:59:59Z',
      'holds',
    ],
    [
      'and no longer',
      access(),
      { ...adult, diedOn: asDay('2026-11-02') },
      '2026-12-01T00:00:00Z',
      'suspended: person-died',
    ],
    [
      'by consent does not hold where the person turns out to be under 16',
      access(),
      child('2014-01-01'),
      '2026-11-23T09:00:00Z',
      'suspended: age-not-known',
    ],
    [
      'does not hold where nobody knows the date of birth',
      access(),
      { ...adult, born: null },
      '2026-11-23T09:00:00Z',
      'suspended: age-not-known',
    ],
  ]
  for (const [says, one, lives, moment, expected] of rows) {
    it(`A8 ${says}`, () => assert.equal(standing(one, lives, at(moment)), expected))
  }

  it('A8 a policy may set the review earlier than the 13th birthday, and never later', () => {
    const given = access({ ...asParent, at: at('2024-01-01T09:00:00Z') })
    const lives = child('2012-06-01')
    const on = (age: number, day: string) =>
      standingOf(given, lives, at(`${day}T12:00:00Z`), { ...usualPolicy, reviewedAt: age }).is
    assert.equal(on(13, '2025-05-31'), 'holds')
    assert.equal(on(13, '2025-06-01'), 'suspended')
    assert.equal(on(15, '2025-05-31'), 'holds')
    assert.equal(on(15, '2025-06-01'), 'suspended')
    assert.equal(on(12, '2024-06-01'), 'suspended')
  })

  it('A8 is looked at again within a year, and by the 13th birthday of a child of 11 or 12', () => {
    assert.equal(reviewDayOf(access(), adult.born), '2027-11-01')
    const given = access({ ...asParent, at: at('2026-11-01T09:00:00Z') })
    assert.equal(reviewDayOf(given, asDay('2014-03-05')), '2027-03-05')
    assert.equal(reviewDayOf(given, asDay('2019-03-05')), '2027-11-01')
  })

  it('A8 no birthday is ever kept before the anniversary, whoever was born when', () => {
    const days = fc
      .date({ min: new Date('1900-01-01'), max: new Date('2090-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10) as Day)
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 20 }), (born, age) => {
        const day = birthdayOf(born, age)
        assert.equal(asDay(day), day)
        assert.ok(day.slice(5) >= born.slice(5))
      }),
    )
  })
})

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

  it('A8 name kinds and labels that the record has', () => {
    const kinds = recordItems.kinds.map(({ code }) => code)
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
        const deny: Grant = {
          ...drawn,
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
    const birthday = startOfDay(asDay('2010-11-24').replace('2010', '2026') as Day)
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
  const plain: ItemFacets = { id, kind: 'problem', labels: [], at: asDay('2026-01-01') }

  it('A8 opens nothing to the same somebody in their own name, or at work, or for another', () => {
    const sharing = withAccess(nothingSaid, access())
    const self = { person: ravi, via: 'self', organisation: null, roles: [] } as const
    const asking = asksFor()
    assert.deepEqual(seen(asking, sharing, [plain]), [id])
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
      id,
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
