// Requests for correction made, answered and disagreed with, for the tests.
import type { Id } from '../../src/basics/index.ts'
import { answerRequest, type HolderAnswer } from '../../src/record/actions/answer-correction.ts'
import { askForCorrection, disagree } from '../../src/record/actions/ask-correction.ts'
import { ownLook } from '../../src/record/actions/see-record.ts'
import { done } from '../attacks/town.ts'
import type { Stage } from './faces.ts'

export const petitioner = ({ asha }: Pick<Stage, 'asha'>) => ({
  by: asha,
  person: asha,
  shownAs: 'Asha Patel',
})

export const nurse = ({ sian, surgery }: Pick<Stage, 'sian' | 'surgery'>) => ({
  person: sian,
  organisation: surgery,
  shownAs: 'Sian Rees, Oak Lane Surgery',
})

/** Asha asks for an entry to be corrected. */
export const asks = (stage: Stage, more: { entry?: Id; wrong?: string } = {}) =>
  askForCorrection(
    stage.site.log,
    petitioner(stage),
    {
      entry: stage.entry,
      holder: null,
      wrong: 'I have never had it.',
      right: 'It should not be there.',
      evidence: '',
      ...more,
    },
    ownLook(stage.asha, '/record/entry/correct'),
    null,
  )

export const answers = (stage: Stage, request: Id, answer: HolderAnswer) =>
  answerRequest(stage.site.log, nurse(stage), { person: stage.asha, request }, answer, null)

/** Her request is declined, she says that she does not agree, and asks again. */
export async function declinedAndDisagreed(stage: Stage, request: Id, says: string) {
  done(await answers(stage, request, { outcome: 'declined', says: 'The letter says so.' }))
  const place = { request, entry: stage.entry }
  done(await disagree(stage.site.log, petitioner(stage), place, says, null))
  return done(await asks(stage))
}
