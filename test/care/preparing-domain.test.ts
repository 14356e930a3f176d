// Preparing, information and what was offered, as rules.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { asDay, type Instant } from '../../src/basics/index.ts'
import {
  informationStream,
  isPastReview,
  judgeInformation,
  openInformation,
  sendInformation,
} from '../../src/care/domain/information/information.ts'
import { items } from '../../src/care/domain/information/items.ts'
import { followGap, sayOffered } from '../../src/care/domain/offered/decide.ts'
import { baseline, offeredNone, supportCodes } from '../../src/care/domain/offered/nine-supports.ts'
import { gapsIn, offeredStream } from '../../src/care/domain/offered/offered.ts'
import {
  answerQuestion,
  foreseeVisit,
  holdVisit,
  prepareVisit,
  setPoints,
} from '../../src/care/domain/preparing/decide.ts'
import {
  openQuestions,
  questionsOf,
  questionsWaiting,
  type Visit,
  visitStream,
} from '../../src/care/domain/preparing/visit.ts'
import { foldAll, idOf } from './folding.ts'

const today = asDay('2026-11-23')
const day = asDay('2026-12-01')
const ask = (number: number) => ({ question: idOf(number), says: `Question ${number}?` })

type Step = (state: Visit, now: Instant) => ReturnType<ReturnType<typeof holdVisit>>
const visit = (...steps: readonly Step[]) => foldAll(visitStream, steps)
const foresee = (...carried: readonly number[]) =>
  foreseeVisit({ withWhom: 'Sian Rees', day, carried: carried.map(ask) })
const prepare = (...questions: readonly number[]) =>
  prepareVisit({ matters: 'My job', worries: '', questions: questions.map(ask) })

describe('A visit that is prepared', () => {
  it('B2 has the agenda of both sides beside each other from the start', () => {
    const seen = visit(foresee(), prepare(1), setPoints('Your feet', 'Sian Rees, Oak Lane'))
    assert.equal(seen.prepared?.matters, 'My job')
    assert.deepEqual(
      seen.points.map(({ says }) => says),
      ['Your feet'],
    )
  })

  it('B2 carries what was not answered to the next visit, each question once', () => {
    const first = visit(
      foresee(),
      prepare(1, 2),
      answerQuestion(idOf(1), 'Yes', 'Sian'),
      holdVisit(),
    )
    assert.deepEqual(questionsWaiting([first]), [ask(2)])
    const second = visit(foresee(2), prepare(3))
    assert.deepEqual(questionsOf(second), [ask(2), ask(3)])
    assert.deepEqual(questionsWaiting([first, second]), [])
    const held = visit(foresee(2), prepare(3), holdVisit())
    assert.deepEqual(questionsWaiting([first, held]), [ask(2), ask(3)])
  })

  it('B2 loses no question: each is answered, on a page ahead, or waiting', () => {
    const plan = fc.array(
      fc.record({ fresh: fc.nat(2), answered: fc.array(fc.nat(5)), held: fc.boolean() }),
      { maxLength: 6 },
    )
    fc.assert(
      fc.property(plan, (list) => {
        const visits: Visit[] = []
        const asked = new Set<string>()
        let next = 100
        for (const { fresh, answered, held } of list) {
          const carried = questionsWaiting(visits)
          const mine = Array.from({ length: fresh }, () => ask(next++))
          for (const { question } of mine) asked.add(question)
          const steps: Step[] = [
            foreseeVisit({ withWhom: 'Sian', day, carried: [...carried] }),
            prepareVisit({ matters: 'x', worries: '', questions: mine }),
          ]
          const all = questionsOf(visit(...steps))
          for (const place of answered) {
            const one = all[place]
            if (one !== undefined) steps.push(answerQuestion(one.question, 'Yes', 'Sian'))
          }
          visits.push(visit(...steps, ...(held ? [holdVisit()] : [])))
        }
        const settled = new Set(visits.flatMap((one) => [...one.answers.keys()]))
        const ahead = visits.filter((one) => one.heldAt === null).flatMap(openQuestions)
        const waiting = questionsWaiting(visits)
        const found = new Set([...settled, ...[...ahead, ...waiting].map((one) => one.question)])
        assert.deepEqual([...found].sort(), [...asked].sort())
        assert.equal(new Set(waiting.map((one) => one.question)).size, waiting.length)
      }),
    )
  })

  it('B2 takes nothing more once it is over, but an answer may still come', () => {
    const over = visit(foresee(), prepare(1), holdVisit())
    assert.ok(!prepare(2)(over).ok)
    assert.ok(!setPoints('More', 'Sian')(over).ok)
    assert.ok(answerQuestion(idOf(1), 'Yes', 'Sian')(over).ok)
  })
})

describe('What is offered at a diagnosis', () => {
  const said = (...offered: (typeof supportCodes)[number][]) =>
    foldAll(offeredStream, [sayOffered({ condition: 'Diabetes', toldOn: today, offered })])

  it('B12 has nine supports as a fixed list, and the figures of the survey as claims', () => {
    assert.deepEqual(
      supportCodes.map((code) => baseline[code].percent),
      [0, 4, 4, 5, 7, 9, 11, 14, 40],
    )
    assert.equal(offeredNone.percent, 53)
    assert.ok(supportCodes.every((code) => baseline[code].source.startsWith('IPPR')))
  })

  it('B12 leaves each of the nine offered or a gap, never both', () => {
    fc.assert(
      fc.property(fc.subarray([...supportCodes]), (offered) => {
        const gaps = gapsIn(said(...offered))
        assert.deepEqual([...offered, ...gaps].sort(), [...supportCodes].sort())
      }),
    )
  })

  it('B12 makes one question of a gap, and none of what was offered', () => {
    const state = said('information')
    assert.ok(!followGap('information', idOf(1), 'May I?')(state).ok)
    const once = foldAll(offeredStream, [
      sayOffered({ condition: 'Diabetes', toldOn: today, offered: [] }),
      followGap('peer', idOf(1), 'Who else has this?'),
    ])
    const again = followGap('peer', idOf(2), 'Who else has this?')(once)
    assert.deepEqual(again, { ok: true, value: { facts: [], answer: idOf(1) } })
  })
})

describe('Information that is sent', () => {
  const from = { person: null, shownAs: 'Coproduce', as: 'system' } as const
  const [first] = items
  it('B8 has a source, a review date and a reading age', () => {
    assert.ok(items.length >= 6)
    for (const item of items) {
      const sent = foldAll(informationStream, [sendInformation(item, from, '', today)]).sent
      assert.ok(sent !== null && sent.item.source !== '', item.code)
      assert.ok(sent.item.reviewBy > today, item.code)
      assert.ok(sent.item.readingAge !== null && sent.item.readingAge <= 11, item.code)
    }
  })

  it('B8 is not sent past its review date, and says so where it was sent before', () => {
    assert.ok(first)
    const late = sendInformation({ ...first, reviewBy: asDay('2026-11-22') }, from, '', today)
    const done = late(informationStream.start)
    assert.equal(done.ok ? '' : done.refusal.code, 'information-past-review')
    assert.ok(!isPastReview({ reviewBy: today }, today))
    assert.ok(isPastReview({ reviewBy: today }, asDay('2026-11-24')))
  })

  it('B8 knows whether it was opened and whether it helped, in that order', () => {
    assert.ok(first)
    const yes = { helped: 'yes', says: '' } as const
    const sent = foldAll(informationStream, [sendInformation(first, from, '', today)])
    assert.ok(!judgeInformation(yes)(sent).ok)
    const steps = [
      sendInformation(first, from, '', today),
      openInformation(),
      judgeInformation(yes),
    ]
    const all = foldAll(informationStream, steps)
    assert.deepEqual([all.openedAt === null, all.judged?.helped], [false, 'yes'])
  })
})
