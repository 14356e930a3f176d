// A3: when an answer is due, and that no order of events loses an entry or a statement.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { Id, Instant, OrganisationId, PersonId } from '../../src/basics/index.ts'
import type { FactOf } from '../../src/log/index.ts'
import {
  answerCorrection,
  askCorrection,
  correctionDue,
  disagreeWithAnswer,
  handOn,
  lapseCorrection,
  remarkAsHolder,
  remarkAsPerson,
  withdrawCorrection,
} from '../../src/record/domain/correct.ts'
import {
  type Correction,
  correctionStanding,
  correctionStream,
  isOpen,
} from '../../src/record/domain/correction.ts'
import type { CorrectionKind } from '../../src/record/domain/correction-facts.ts'
import {
  addEntry,
  disagreeWithEntry,
  markEntry,
  supersedeEntry,
} from '../../src/record/domain/decide.ts'
import { type Entry, entryStream } from '../../src/record/domain/entry.ts'
import type { EntryKind } from '../../src/record/domain/facts.ts'

const asha = '01920000-0000-7000-8000-00000000a5a0' as PersonId
const oakLane = '01920000-0000-7000-8000-0000000000a1' as OrganisationId
const elmStreet = '01920000-0000-7000-8000-0000000000e1' as OrganisationId
const entryId = '01920000-0000-7000-8000-0000000000ee' as Id
const requestId = '01920000-0000-7000-8000-0000000000c0' as Id

describe('The day by whose end a request is answered', () => {
  const table = [
    ['2026-11-23T09:00:00.000Z', '2026-12-23', 'the same day of the next month'],
    ['2026-01-31T12:00:00.000Z', '2026-02-28', 'the last of February'],
    ['2028-01-31T12:00:00.000Z', '2028-02-29', 'the last of February in a leap year'],
    ['2028-01-29T12:00:00.000Z', '2028-02-29', 'the day itself in a leap year'],
    ['2027-01-29T12:00:00.000Z', '2027-02-28', 'the last where there is no 29th'],
    ['2026-03-31T12:00:00.000Z', '2026-04-30', 'the last of a month of 30 days'],
    ['2026-02-28T12:00:00.000Z', '2026-03-28', 'not the last of March'],
    ['2026-12-31T12:00:00.000Z', '2027-01-31', 'in the next year'],
    ['2026-06-30T23:30:00.000Z', '2026-08-01', 'counted from the day in London, in summer'],
    ['2026-12-15T23:30:00.000Z', '2027-01-15', 'counted from the day in London, in winter'],
  ] as const
  for (const [asked, due, why] of table) {
    it(`A3 asked on ${asked} is ${due}: ${why}`, () =>
      assert.equal(correctionDue(asked as Instant), due))
  }
})

let count = 0
const factOf = (one: { kind: string; body: unknown }, at: Instant) => {
  count += 1
  const id = `01920000-0000-7000-8000-${String(count).padStart(12, '0')}`
  return { ...one, id, at, by: asha } as never
}

type Both = { readonly entry: Entry; readonly correction: Correction }

const entryFacts = (
  entry: Entry,
  decided: ReturnType<ReturnType<typeof markEntry>>,
  at: Instant,
) =>
  decided.ok
    ? decided.value.facts.reduce<Entry>(
        (state, one) => entryStream.fold(state, factOf(one, at) as FactOf<EntryKind>),
        entry,
      )
    : entry

const staff = { person: asha, organisation: oakLane, shownAs: 'Dilys Morgan, Oak Lane Surgery' }
const other = { ...staff, organisation: elmStreet }

const added = addEntry({
  received: '{"resourceType":"Condition"}',
  digest: 'a'.repeat(64),
  source: { what: 'file', name: 'a file', fullUrl: null },
  author: { person: null, organisation: oakLane, shownAs: 'Sian Rees, Oak Lane Surgery' },
  identifier: null,
  labels: [],
  batch: null,
})(entryStream.start)

const firstDay = '2026-11-23T09:00:00.000Z' as Instant
const start: Both = {
  entry: entryFacts(entryStream.start, added as never, firstDay),
  correction: correctionStream.start,
}
const asking = { entry: entryId, holder: null, wrong: 'Not me', right: 'Nothing', evidence: '' }

/** Everything that either side, the wrong side, and the clock can try. */
const moves = {
  ask: ({ entry }: Both) => askCorrection({ ...asking, shownAs: 'Asha Patel' }, entry, asha),
  decline: () => answerCorrection(staff, { outcome: 'declined', says: 'It is right', newer: null }),
  declineEmpty: () => answerCorrection(staff, { outcome: 'declined', says: ' ', newer: null }),
  annotate: () => answerCorrection(staff, { outcome: 'annotated', says: 'Noted', newer: null }),
  correct: () => answerCorrection(staff, { outcome: 'corrected', says: 'Done', newer: requestId }),
  stranger: () => answerCorrection(other, { outcome: 'declined', says: 'No', newer: null }),
  handOn: () => handOn(staff, elmStreet, 'It came from them'),
  handBack: () => handOn(other, oakLane, 'No, from you'),
  ask2: () => remarkAsHolder(staff, 'When was it?'),
  reply: () => remarkAsPerson('Asha Patel', 'In May'),
  withdraw: () => withdrawCorrection,
  disagree: () => disagreeWithAnswer,
  lapse: () => lapseCorrection,
} as const
type Move = keyof typeof moves
const names = Object.keys(moves) as Move[]

/** One step as the actions do it: the request decides, and the entry follows. */
function step(both: Both, move: Move, now: Instant): Both {
  const decided = moves[move](both)(both.correction, now)
  if (!decided.ok) return both
  const correction = decided.value.facts.reduce<Correction>(
    (state, one) => correctionStream.fold(state, factOf(one, now) as FactOf<CorrectionKind>),
    both.correction,
  )
  const onEntry =
    move === 'disagree'
      ? disagreeWithEntry('Asha Patel', requestId, 'I have never had it')
      : move === 'annotate'
        ? markEntry(staff, 'explained', 'Noted')
        : move === 'correct'
          ? supersedeEntry(staff, requestId)
          : null
  const entry = onEntry === null ? both.entry : entryFacts(both.entry, onEntry(both.entry), now)
  return { entry, correction }
}

const days = fc.array(fc.tuple(fc.constantFrom(...names), fc.integer({ min: 0, max: 20 })), {
  maxLength: 30,
})

function run(script: readonly (readonly [Move, number])[]): readonly Both[] {
  let hours = 0
  const states = [start]
  for (const [move, gap] of script) {
    hours += gap * 24
    const now = new Date(Date.parse(firstDay) + hours * 3_600_000).toISOString() as Instant
    states.push(step(states.at(-1) as Both, move, now))
  }
  return states
}

describe('Any order of events', () => {
  it('A3 leaves the entry as it came, with everything ever said of it', () => {
    fc.assert(
      fc.property(days, (script) => {
        const states = run(script)
        for (const [place, { entry }] of states.entries()) {
          assert.equal(entry.added?.received, '{"resourceType":"Condition"}')
          const before = states[place - 1]?.entry
          if (before === undefined) continue
          assert.deepEqual(entry.marks.slice(0, before.marks.length), before.marks)
          const said = before.disagreements
          assert.deepEqual(entry.disagreements.slice(0, said.length), said)
        }
      }),
    )
  })

  it('A3 keeps every step of a request, and its day, whoever answers for it', () => {
    fc.assert(
      fc.property(days, (script) => {
        const states = run(script).map(({ correction }) => correction)
        for (const [place, state] of states.entries()) {
          const before = states[place - 1]
          if (before === undefined) continue
          assert.deepEqual(state.steps.slice(0, before.steps.length), before.steps)
          if (before.asked !== null) assert.deepEqual(state.asked, before.asked)
          if (before.answer !== null) assert.deepEqual(state.answer, before.answer)
        }
      }),
    )
  })

  it('A3 has a statement only where an answer did not put it right, and one at most', () => {
    fc.assert(
      fc.property(days, (script) => {
        const { entry, correction } = run(script).at(-1) as Both
        assert.ok(entry.disagreements.length <= 1)
        if (entry.disagreements.length === 0) return
        assert.ok(['declined', 'annotated'].includes(correction.answer?.outcome ?? ''))
      }),
    )
  })

  it('A3 lapses once at most, and only while nobody answered', () => {
    fc.assert(
      fc.property(days, (script) => {
        const steps = (run(script).at(-1) as Both).correction.steps.map(({ what }) => what)
        const lapses = steps.filter((what) => what === 'correction-lapsed')
        assert.ok(lapses.length <= 1)
        const end = steps.findIndex((what) =>
          ['correction-answered', 'correction-withdrawn'].includes(what),
        )
        if (end >= 0) assert.deepEqual(steps.slice(end + 1), [])
      }),
    )
  })
})

describe('A request for a correction', () => {
  const at = (script: readonly (readonly [Move, number])[]) => run(script).at(-1) as Both
  const standing = (both: Both, now: string) => correctionStanding(both.correction, now as Instant)

  it('A3 waits through its last day in London, and is overdue from the next', () => {
    const both = at([['ask', 0]])
    assert.equal(standing(both, '2026-12-23T23:59:59.000Z'), 'waiting')
    assert.equal(standing(both, '2026-12-24T00:00:00.000Z'), 'overdue')
  })

  it('A3 keeps its clock when it is handed on', () => {
    const both = at([
      ['ask', 0],
      ['handOn', 20],
    ])
    assert.equal(both.correction.holder, elmStreet)
    assert.equal(both.correction.asked?.due, '2026-12-23')
    assert.equal(standing(both, '2026-12-24T00:00:00.000Z'), 'overdue')
  })

  it('A3 cannot be declined without a reason, nor by another organisation', () => {
    for (const move of ['declineEmpty', 'stranger'] as const) {
      assert.ok(
        isOpen(
          at([
            ['ask', 0],
            [move, 1],
          ]).correction,
        ),
        move,
      )
    }
  })

  it('A3 is not needed for what the person wrote themselves', () => {
    const author = { person: asha, organisation: null, shownAs: 'Asha Patel' }
    const own = { ...start.entry, added: { ...start.entry.added, author } } as Entry
    const done = moves.ask({ ...start, entry: own })(start.correction, firstDay)
    assert.ok(!done.ok && done.refusal.code === 'correction-of-own-entry')
  })
})
