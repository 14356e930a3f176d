// What is told about a look that was questioned: in plain words, in easy read, and in Welsh.
import type { Day } from '../../basics/index.ts'
import { inThreeForms, type Rendering } from '../../messages/index.ts'
import { formatDueDay } from '../../web/index.ts'

export const queryAnswered = (holder: string): Rendering[] =>
  inThreeForms(
    [
      'Your question about a look is answered',
      `${holder} answered your question about who looked at what you keep here. Open it to read ` +
        'the answer, and to say whether it is enough.',
    ],
    [
      'You have an answer',
      `You asked why somebody looked.\n\n${holder} has answered.\n\nOpen it to read it.\n\n` +
        'You can say if it is not enough.',
    ],
    [
      'Mae ateb i’ch cwestiwn am edrychiad',
      `Atebodd ${holder} eich cwestiwn am bwy edrychodd ar yr hyn rydych yn ei gadw yma. ` +
        'Agorwch ef i’w ddarllen, ac i ddweud a yw’n ddigon.',
    ],
  )

export const queryAskedBack = (holder: string): Rendering[] =>
  inThreeForms(
    [
      'You are asked something about a look',
      `${holder} asks you something about a look that you do not know. Open it to read and answer.`,
    ],
    ['A question for you', `${holder} has a question.\n\nOpen it to read it and to answer.`],
    ['Cwestiwn am edrychiad', `Mae gan ${holder} gwestiwn am edrychiad nad ydych yn ei adnabod.`],
  )

export const queryLate = (holder: string, due: Day): Rendering[] =>
  inThreeForms(
    [
      'The answer about a look is late',
      `${holder} had until ${formatDueDay(due, 'en')} to say why somebody looked at what you keep ` +
        'here. They have not answered. The page of the question says what you can do next.',
    ],
    [
      'An answer is late',
      `You asked why somebody looked.\n\n${holder} should have answered by ` +
        `${formatDueDay(due, 'en')}.\n\nThey have not.\n\nOpen it to see what you can do.`,
    ],
    [
      'Mae’r ateb am edrychiad yn hwyr',
      `Roedd gan ${holder} tan ${formatDueDay(due, 'cy')} i ddweud pam yr edrychodd rhywun.`,
    ],
  )

/** To those who answer: nothing of whose it is, or of who looked. */
export const queryWaits = (due: Day): Rendering[] =>
  inThreeForms(
    [
      'A question about a look waits',
      'Somebody does not know why one of your organisation looked at what they keep here. The ' +
        `answer is due ${formatDueDay(due, 'en')}. Open the list to read it.`,
    ],
    [
      'A question waits',
      'Somebody asks why one of you looked.\n\nThe answer is due ' +
        `${formatDueDay(due, 'en')}.\n\nOpen the list to read it.`,
    ],
    [
      'Mae cwestiwn am edrychiad yn aros',
      'Nid yw rhywun yn gwybod pam yr edrychodd un o’ch sefydliad. Mae’r ateb i’w roi erbyn ' +
        `${formatDueDay(due, 'cy')}.`,
    ],
  )
