// A conversation that grows, held against the map made from all its votes at once.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { seededChance } from '../src/ground/seeded.ts'
import { groupInformedAgreement } from '../src/opinion/consensus.ts'
import { type LiveConversation, openConversation } from '../src/opinion/live-conversation.ts'
import { firstPicture, redrawn } from '../src/opinion/live-picture.ts'
import { drawNext, priorityOf } from '../src/opinion/next-statement.ts'
import { mapOpinions } from '../src/opinion/opinion-map.ts'
import { countsOf, tallyOf } from '../src/opinion/tally.ts'
import type { Cast, Vote } from '../src/opinion/vote-matrix.ts'
import { openVoteStore, voteMatrix } from '../src/opinion/vote-store.ts'

const seed = '2026c0de'

const opened = (redrawShare?: number): LiveConversation => {
  const conversation = openConversation({
    seed,
    ...(redrawShare === undefined ? {} : { redrawShare }),
  })
  assert.ok(conversation.ok)
  return conversation.value
}

const someCasts = fc.array(
  fc.record({
    voter: fc.integer({ min: 0, max: 25 }).map(String),
    statement: fc.integer({ min: 0, max: 11 }).map(String),
    vote: fc.constantFrom<Vote>(-1, 0, 1),
  }),
  { minLength: 1, maxLength: 300 },
)

/** 60 people in three camps, 20 statements, each person on about two thirds of them. */
function threeCamps(): Cast[] {
  const chance = seededChance('0b')
  const casts: Cast[] = []
  for (let voter = 0; voter < 60; voter += 1) {
    for (let statement = 0; statement < 20; statement += 1) {
      if (chance.below(3) === 0) continue
      const likes = statement % 3 === voter % 3
      const vote = chance.below(8) === 0 ? 0 : likes ? 1 : -1
      casts.push({ voter: `${voter}`, statement: `${statement}`, vote })
    }
  }
  return chance.shuffled(casts)
}

describe('A conversation that grows', () => {
  it('has exact counts of everybody and of every group after every vote', () => {
    fc.assert(
      fc.property(someCasts, (casts) => {
        const live = opened(0.3)
        for (const cast of casts) live.cast(cast)
        const matrix = voteMatrix(casts)
        const groups = matrix.people.map((person) => live.standingOf(person)?.group ?? -1)
        const tally = tallyOf(matrix, live.groupCount(), Int32Array.from(groups))
        for (const [j, statement] of matrix.statements.entries()) {
          const standing = live.statement(statement)
          assert.ok(standing)
          const expected = standing.groups.map((_, group) => countsOf(tally, group, j))
          assert.deepEqual(standing.groups, expected)
          assert.equal(standing.agreement, groupInformedAgreement(tally, j))
        }
        assert.equal(live.voteCount(), matrix.columns.length)
      }),
      { numRuns: 60 },
    )
  })

  it('gives the same map as all its votes at once', () => {
    fc.assert(
      fc.property(someCasts, (casts) => {
        const live = opened()
        for (const cast of casts) live.cast(cast)
        const whole = mapOpinions(voteMatrix(casts), { seed })
        assert.deepEqual(live.map(), whole)
      }),
      { numRuns: 30 },
    )
  })

  it('places people as the map does when the groups were just drawn', () => {
    const live = opened(0)
    const casts = threeCamps()
    for (const cast of casts) live.cast(cast)
    while (live.votesSinceDrawn() > 0) {
      live.cast({ voter: 'late', statement: `${live.votesSinceDrawn()}`, vote: 1 })
    }
    const map = live.map()
    assert.ok(map.ok)
    const { matrix, places, grouping } = map.value
    assert.equal(live.groupCount(), grouping.count)
    const numbers = new Map<number, number>()
    for (const [p, person] of matrix.people.entries()) {
      const standing = live.standingOf(person)
      assert.ok(standing)
      assert.ok(Math.abs(Math.abs(standing.x) - Math.abs(places.x[p]!)) < 1e-9)
      assert.ok(Math.abs(Math.abs(standing.y) - Math.abs(places.y[p]!)) < 1e-9)
      const known = numbers.get(grouping.of[p]!)
      if (known === undefined) numbers.set(grouping.of[p]!, standing.group)
      else assert.equal(standing.group, known)
    }
    assert.equal(new Set(numbers.values()).size, numbers.size)
  })

  it('keeps left on the left when a direction comes out the other way round', () => {
    const store = openVoteStore()
    for (const { voter, statement, vote } of threeCamps()) {
      store.put(store.person(voter), store.statement(statement), vote)
    }
    const map = mapOpinions(store.matrix(), { seed })
    assert.ok(map.ok)
    const before = redrawn(firstPicture(), map.value, store)
    const { first } = before.axes
    const turned = { ...before, axes: { ...before.axes, first: first.map((part) => -part) } }
    const after = redrawn(turned, map.value, store)
    assert.deepEqual(
      after.x,
      before.x.map((x) => 0 - x),
    )
    assert.deepEqual(after.y, before.y)
    assert.deepEqual(
      after.centres.x,
      before.centres.x.map((x) => 0 - x),
    )
    assert.deepEqual(after.groupOf, before.groupOf)
  })

  it('keeps the number of a group while its people stay', () => {
    const live = opened()
    const casts = threeCamps()
    for (const cast of casts) live.cast(cast)
    const before = live.standingOf('0')?.group
    for (let more = 0; more < 60; more += 1) {
      live.cast({ voter: `${more}`, statement: '20', vote: more % 3 === 2 ? 1 : -1 })
    }
    assert.equal(live.standingOf('0')?.group, before)
  })

  it('lets a newcomer join the group they agree with at their seventh vote', () => {
    const live = opened(0.5)
    for (const cast of threeCamps()) live.cast(cast)
    const groups: (number | undefined)[] = []
    for (let statement = 0; statement < 20; statement += 1) {
      const vote = statement % 3 === 1 ? 1 : -1
      live.cast({ voter: 'newcomer', statement: `${statement}`, vote })
      groups.push(live.standingOf('newcomer')?.group)
    }
    assert.deepEqual(groups.slice(0, 6), [-1, -1, -1, -1, -1, -1])
    assert.notEqual(groups[6], -1)
    assert.equal(groups.at(-1), live.standingOf('1')?.group)
  })

  it('changes nothing for a vote cast twice, or for one that arrives after a later one', () => {
    const live = opened()
    for (const cast of threeCamps()) live.cast({ ...cast, at: 10 })
    const { voter, statement, vote } = threeCamps()[0]!
    const before = [live.statement(statement), live.standingOf(voter), live.votesSinceDrawn()]
    live.cast({ voter, statement, vote, at: 11 })
    live.cast({ voter, statement, vote: vote === 1 ? -1 : 1, at: 5 })
    const after = [live.statement(statement), live.standingOf(voter), live.votesSinceDrawn()]
    assert.deepEqual(after, before)
  })

  it('takes a statement out of the map and in again', () => {
    const live = opened()
    for (const cast of threeCamps()) live.cast(cast)
    live.leaveOut('4', true)
    assert.equal(live.statement('4')?.priority, 0)
    const held = (): string[] =>
      [0, 1, 2].flatMap((group) => live.heldBy(group).map(({ id }) => id))
    assert.ok(held().length > 0 && !held().includes('4'))
    live.leaveOut('4', false)
    assert.ok(live.statement('4')!.priority > 0)
  })

  it('does not open with a seed that is not hexadecimal', () => {
    const refused = openConversation({ seed: 'seed' })
    assert.equal(refused.ok ? '' : refused.refusal.code, 'seed-not-hexadecimal')
  })
})

describe('The statement to show next', () => {
  it('is one that the person has not voted on, until none is left', () => {
    const live = opened()
    for (const cast of threeCamps()) live.cast(cast)
    const shown = new Set<string>()
    for (let next = live.nextFor('eager'); next !== null; next = live.nextFor('eager')) {
      assert.ok(!shown.has(next))
      assert.equal(live.nextFor('eager'), next)
      shown.add(next)
      live.cast({ voter: 'eager', statement: next, vote: 1 })
    }
    assert.equal(shown.size, 20)
  })

  it('can be one that nobody has voted on yet', () => {
    const live = opened()
    live.offer('new')
    assert.equal(live.nextFor('asha'), 'new')
    assert.equal(live.statement('new')?.all.seen, 0)
  })

  it('is drawn in proportion to its priority', () => {
    const priorities = Float64Array.of(1, 3, 0, 4)
    const chance = seededChance('05')
    const times = [0, 0, 0, 0]
    for (let draw = 0; draw < 4000; draw += 1) times[drawNext(priorities, [3], chance)]! += 1
    assert.ok(times[2] === 0 && times[3] === 0)
    assert.ok(Math.abs(times[0]! / 4000 - 0.25) < 0.03)
    assert.equal(drawNext(priorities, [0, 1, 3], chance), -1)
  })

  it('is likelier new, agreed on and telling than passed on', () => {
    const fresh = priorityOf({ agrees: 0, disagrees: 0, seen: 0 }, 0)
    assert.ok(Math.abs(fresh - (0.5 * 0.5 * 9) ** 2) < 1e-12)
    const agreed = priorityOf({ agrees: 20, disagrees: 5, seen: 25 }, 1)
    const passed = priorityOf({ agrees: 5, disagrees: 0, seen: 25 }, 1)
    assert.ok(agreed > passed && fresh > passed)
    assert.equal(priorityOf({ agrees: 0, disagrees: 0, seen: 0 }, 0, true), 49)
    const many = priorityOf({ agrees: 3, disagrees: 3, seen: 7 }, 0)
    assert.ok(Math.abs(many - ((1 - 2 / 9) * (4 / 9) * (1 + 8 * 2 ** (-7 / 5))) ** 2) < 1e-12)
  })
})
