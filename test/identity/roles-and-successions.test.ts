// Promises about roles by date, and about who holds a duty when organisations come and go.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { addDays, asDay, type Day, type Id, type OrganisationId } from '../../src/basics/index.ts'
import { unknownPerson } from '../../src/identity/domain/person.ts'
import { endRole, giveRole } from '../../src/identity/domain/roles.ts'
import {
  type Ending,
  type Person,
  type Role,
  rolesOn,
  type Succession,
  whoHoldsDuty,
} from '../../src/identity/index.ts'
import { codeOf } from './town.ts'

const sian: Person = {
  ...unknownPerson,
  registered: true,
  names: [{ name: 'Sian Rees', from: null }],
}
const oakLane = 'oak-lane' as OrganisationId
const nurse = (from: string, until: string | null): Role => ({
  role: 'r1' as Id,
  what: 'nurse',
  organisation: oakLane,
  from: asDay(from),
  until: until === null ? null : asDay(until),
})

describe('A role', () => {
  it('that ended yesterday gives nothing today', () => {
    const person = { ...sian, roles: [nurse('2020-01-01', '2026-11-22')] }
    assert.equal(rolesOn(person, asDay('2026-11-22')).length, 1)
    assert.equal(rolesOn(person, asDay('2026-11-23')).length, 0)
  })

  it('holds on exactly the days from its first to its last', () => {
    const start = asDay('2026-01-01')
    fc.assert(
      fc.property(fc.nat(4), fc.option(fc.nat(4)), fc.nat(9), (from, length, at) => {
        const until = length === null ? null : addDays(start, from + length)
        const role = { ...nurse('2026-01-01', null), from: addDays(start, from), until }
        const held = rolesOn({ ...sian, roles: [role] }, addDays(start, at)).length === 1
        assert.equal(held, at >= from && (length === null || at <= from + length))
      }),
    )
  })

  it('gives nothing after death', () => {
    const person = { ...sian, roles: [nurse('2020-01-01', null)], diedOn: asDay('2026-11-01') }
    assert.equal(rolesOn(person, asDay('2026-11-02')).length, 0)
  })

  it('is refused when it is not listed, has no organisation, or ends before it begins', () => {
    const other = { ...nurse('2026-01-01', null), what: 'wizard' }
    assert.equal(codeOf(giveRole(other)(sian)), 'role-not-listed')
    const nowhere = { ...nurse('2026-01-01', null), organisation: null }
    assert.equal(codeOf(giveRole(nowhere)(sian)), 'role-needs-organisation')
    const backwards = nurse('2026-01-02', '2026-01-01')
    assert.equal(codeOf(giveRole(backwards)(sian)), 'ends-before-it-begins')
    assert.equal(codeOf(giveRole(nurse('2026-01-01', null))(unknownPerson)), 'person-unknown')
    assert.equal(codeOf(endRole('r9' as Id, asDay('2026-01-01'))(sian)), 'role-unknown')
  })
})

const org = (name: string) => name as OrganisationId

/** `['pct', 'ccg', '2013-04-01']` or with duties: where they went and when. */
type Edge = readonly [string, string, string, (readonly string[])?]

function town(edges: readonly Edge[], ends: Readonly<Record<string, string>> = {}) {
  const endings = new Map<OrganisationId, { abolishedOn: Day | null; handedOver: Succession[] }>()
  const at = (name: string) => {
    const ending = endings.get(org(name)) ?? {
      abolishedOn: ends[name] === undefined ? null : asDay(ends[name]),
      handedOver: [],
    }
    endings.set(org(name), ending)
    return ending
  }
  for (const name of Object.keys(ends)) at(name)
  edges.forEach(([from, to, on, duties], place) => {
    const succession = `s${place}` as Id
    at(from).handedOver.push({ succession, to: org(to), on: asDay(on), duties: duties ?? null })
  })
  return endings as ReadonlyMap<OrganisationId, Ending>
}

describe('A duty', () => {
  const commissioners = town(
    [
      ['north-pct', 'ccg', '2013-04-01'],
      ['south-pct', 'ccg', '2013-04-01'],
      ['ccg', 'icb', '2022-07-01'],
    ],
    { 'north-pct': '2013-04-01', 'south-pct': '2013-04-01', ccg: '2022-07-01' },
  )
  const holders = (from: string, day: string) =>
    whoHoldsDuty(commissioners, org(from), asDay(day)).holders

  it('moves from trust to group to board on the day each takes over', () => {
    assert.deepEqual(holders('north-pct', '2013-03-31'), ['north-pct'])
    assert.deepEqual(holders('north-pct', '2013-04-01'), ['ccg'])
    assert.deepEqual(holders('south-pct', '2022-06-30'), ['ccg'])
    assert.deepEqual(holders('south-pct', '2026-11-23'), ['icb'])
  })

  it('goes after a split to the one that takes it, and to both where nobody said', () => {
    const split = town([
      ['pct', 'council', '2013-04-01', ['public-health']],
      ['pct', 'ccg', '2013-04-01', ['hospital-care']],
    ])
    const day = asDay('2014-01-01')
    const of = (duty: string) => whoHoldsDuty(split, org('pct'), day, { duty }).holders
    assert.deepEqual(of('public-health'), ['council'])
    assert.deepEqual(of('hospital-care'), ['ccg'])
    assert.deepEqual(of('library'), ['pct'])
    const both = town([
      ['trust', 'east', '2013-04-01'],
      ['trust', 'west', '2013-04-01'],
    ])
    assert.deepEqual(whoHoldsDuty(both, org('trust'), day).holders, ['east', 'west'])
  })

  it('that comes back is found where it is, not sent round again', () => {
    const back = town([
      ['a', 'b', '2013-04-01'],
      ['b', 'a', '2016-04-01'],
    ])
    const on = (day: string) => whoHoldsDuty(back, org('a'), asDay(day)).holders
    assert.deepEqual(on('2015-01-01'), ['b'])
    assert.deepEqual(on('2017-01-01'), ['a'])
    const since = asDay('2014-01-01')
    const taken = whoHoldsDuty(back, org('a'), asDay('2015-01-01'), { since })
    assert.deepEqual(taken.holders, ['a'])
  })

  it('is lost, and said to be, where an organisation ended without handing it on', () => {
    const lost = town([['chc', 'forum', '2003-12-01']], { chc: '2003-12-01', forum: '2008-04-01' })
    const found = whoHoldsDuty(lost, org('chc'), asDay('2009-01-01'))
    assert.deepEqual(found, { holders: [], lostAt: ['forum'], wentRound: [] })
  })

  it('handed round in a circle on one day is nobody’s, and said to be', () => {
    const circle = town([
      ['x', 'a', '2013-04-01'],
      ['a', 'b', '2014-04-01'],
      ['b', 'a', '2014-04-01'],
    ])
    const found = whoHoldsDuty(circle, org('x'), asDay('2015-01-01'))
    assert.deepEqual(found.holders, [])
    assert.deepEqual(found.wentRound, ['a', 'b'])
  })

  it('is always held, lost or going round, in any tangle of organisations', () => {
    const names = ['a', 'b', 'c', 'd', 'e']
    const name = fc.constantFrom(...names)
    const edge = fc.tuple(name, name, fc.nat(5)).filter(([from, to]) => from !== to)
    const end = fc.option(fc.nat(5))
    fc.assert(
      fc.property(
        fc.array(edge, { maxLength: 14 }),
        fc.array(end, { minLength: 5, maxLength: 5 }),
        fc.nat(6),
        (edges, ends, at) => {
          const dayAt = (place: number) => addDays(asDay('2020-01-01'), place)
          const ended = Object.fromEntries(
            names.flatMap((one, place) => {
              const day = ends[place]
              return day == null ? [] : [[one, dayAt(day)]]
            }),
          )
          const endings = town(
            edges.map(([from, to, day]) => [from, to, dayAt(day)] as const),
            ended,
          )
          const found = whoHoldsDuty(endings, org('a'), dayAt(at))
          assert.ok(found.holders.length + found.lostAt.length + found.wentRound.length > 0)
          for (const holder of found.holders) {
            assert.ok((ended[holder] ?? '9999') > dayAt(at), `${holder} had ended`)
          }
        },
      ),
    )
  })

  it('is found in time through a long row of splits and mergers', () => {
    const edges = Array.from({ length: 200 }, (_, place): Edge[] => {
      const day = addDays(asDay('2000-01-01'), place * 2)
      const next = addDays(day, 1)
      return [
        [`t${place}`, `l${place}`, day],
        [`t${place}`, `r${place}`, day],
        [`l${place}`, `t${place + 1}`, next],
        [`r${place}`, `t${place + 1}`, next],
      ]
    }).flat()
    const found = whoHoldsDuty(town(edges), org('t0'), asDay('2026-11-23'))
    assert.deepEqual(found.holders, ['t200'])
  })
})
