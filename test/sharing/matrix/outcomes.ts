// Asha's answers to a form, something she wants, and its words as she published them.
import { dayIn, LONDON, type PersonId, type Result } from '../../../src/basics/index.ts'
import {
  answerOwnForm,
  nameOwnOutcome,
  publishOwnIdea,
} from '../../../src/care/actions/outcomes/keep-outcomes.ts'
import { formOn } from '../../../src/forms/index.ts'
import type { Log } from '../../../src/log/index.ts'

function done<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`Refused: ${result.refusal.code}`)
  return result.value
}

/** Answers of Asha's to a form, something she wants, and its words as she published them. */
export async function outcomesOf(log: Log, person: PersonId, name: string) {
  const me = { person, name }
  const today = dayIn(LONDON, log.clock.now())
  const asked = formOn('ons4', today)
  if (asked === null) throw new Error('There is no such form')
  const how = { language: 'en', mode: 'screen', helped: 'nobody', on: today } as const
  const answers = { satisfied: 7, worthwhile: 8, happy: 6, anxious: 2 }
  const answer = done(await answerOwnForm(log, me, asked, { ...how, answers }, null))
  const levels = ['Not at all', 'A little', 'As I hope', 'More', 'Much more']
  const naming = { says: 'To sleep', levels, importance: 5, template: null, labels: [] }
  const outcome = done(await nameOwnOutcome(log, me, naming, null))
  const idea = done(await publishOwnIdea(log, me, outcome, false, null))
  return { answer: answer as string, outcome: outcome as string, idea: idea as string }
}
