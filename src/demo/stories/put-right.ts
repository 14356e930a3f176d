// Grace asks for three mistakes to be put right: one is declined, one waits, one is overdue.
import type { Id } from '../../basics/index.ts'
import { answerOf } from '../../log/index.ts'
import {
  answerRequest,
  askForCorrection,
  correctionId,
  disagree,
  lapseRequest,
} from '../../record/index.ts'
import { entryTold, type Line, tellRecord, told, years } from '../chapters.ts'
import { people } from '../names.ts'
import { done, type Story, type Town } from '../town.ts'
import { authors } from '../workers.ts'
import { wrongDiagnosis, wrongLetter } from './somebody-elses.ts'

const { grace } = people
const herself = { by: grace, person: grace, shownAs: 'Grace Thompson' }

const wrongAllergy = told(authors.doctor).allergy(years(1, 126), 'Penicillin', 'Swollen face')

/** The first she found, when her record came: nobody has answered, and the day has passed. */
async function tellOverdue(town: Town): Promise<void> {
  const request = await asks(town, 41, wrongAllergy, {
    wrong: 'I am not allergic to penicillin. I have had it many times, the last time in spring.',
    right: 'No known allergy, as you wrote fifteen years ago.',
    evidence: 'The chemist has a note of each time I was given it.',
  })
  // A month, and the Easter days at most: the night in which the clock finds it is long past.
  for (const daysAgo of [10, 9, 8, 7, 6, 5, 4, 3]) {
    done(await lapseRequest(town.at(daysAgo, '00:22'), { person: grace, request }))
  }
}

/** The surgery will not take the diagnosis out: what she says against it stands beside it. */
async function tellDeclined(town: Town): Promise<void> {
  const entry = entryTold(town, grace, wrongDiagnosis)
  const request = await asks(town, 19, wrongDiagnosis, {
    wrong: 'I do not have epilepsy. I have never had a seizure.',
    right: 'It should not be in my record at all.',
    evidence: 'The letter is about a Ms Thomson, without the p. She was born in 1991. I am 58.',
  })
  const answer = {
    outcome: 'declined' as const,
    says:
      'We wrote this down because the hospital told us so in a letter. We cannot take it out ' +
      'before the hospital says that the letter is not about you. Ask them to look at it. When ' +
      'they have answered, ask us again.',
  }
  const place = { person: grace, request }
  done(await answerRequest(town.at(12, '16:30'), authors.doctor, place, answer, `${key(19)}-no`))
  const says =
    'I have never had a seizure. The letter is about somebody else, who was born in 1991. ' +
    'My insurer has read this and asks me to pay more.'
  const at = { request, entry }
  done(await disagree(town.at(11, '20:05'), herself, at, says, `${key(19)}-disagreed`))
}

const key = (daysAgo: number): string => `demonstration-put-right-${daysAgo}`

type Said = { readonly wrong: string; readonly right: string; readonly evidence: string }

/** Asks once; she looks at the entry only then. */
async function asks(town: Town, daysAgo: number, about: Line, said: Said): Promise<Id> {
  const log = town.at(daysAgo, '19:40')
  const entry = entryTold(town, grace, about)
  const told = await answerOf(log.db, {
    owner: grace,
    type: 'record-correction',
    key: key(daysAgo),
  })
  if (told !== null) return correctionId(grace, entry, 1)
  const look = {
    person: grace,
    visitor: { person: grace, via: 'self' as const, organisation: null, roles: [] },
    purpose: 'own' as const,
    act: 'read' as const,
    where: '/record/entry/correct',
  }
  const asking = { entry, holder: null, ...said }
  return done(await askForCorrection(log, herself, asking, look, key(daysAgo)))
}

/** She has said more than once whose diagnosis it is; now she asks, and there is a clock. */
export const putRight: Story = {
  name: 'put-right',
  async tell(town) {
    await tellRecord(town, grace, [wrongAllergy])
    await tellOverdue(town)
    await tellDeclined(town)
    // The hospital has the rest of its month.
    await asks(town, 10, wrongLetter, {
      wrong: 'This letter is about somebody else: Ms G. Thomson, born in 1991.',
      right: 'It belongs in her record. It should not be in mine.',
      evidence: 'My name is Thompson, with a p, and I am 58.',
    })
  },
}
