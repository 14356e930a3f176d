// Promises about who acts for another: how an access stands on each day.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { asDay, asInstant, type Day, type Instant } from '../../src/basics/index.ts'
import type { Access } from '../../src/sharing/domain/proxy/access.ts'
import {
  birthdayOf,
  type Lives,
  reviewDayOf,
  standingOf,
  usualPolicy,
} from '../../src/sharing/domain/proxy/standing.ts'
import { access, adult, asParent, child, now } from './accesses.ts'

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
