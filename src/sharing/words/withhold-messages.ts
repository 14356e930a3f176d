// What is said when a person asks for what is kept from them to be looked at again.
import type { Day } from '../../basics/index.ts'
import { inThreeForms, type Rendering } from '../../messages/index.ts'
import { formatDueDay } from '../../web/index.ts'

/** What is promised to the person, and what is said of it when it is done. */
export const withholdAnswers = {
  promised: 'Look again at something that is kept from you, and tell you what we decide',
  given: 'We looked at it again. Nothing keeps it from you now: you can see it in your record.',
  kept: (why: string) => `We looked at it again, and keep it from you still. ${why}`,
}

/** To who decided: nothing of whose it is, or what. */
export const lookAgainWords = (due: Day): Rendering[] =>
  inThreeForms(
    [
      'Somebody asks you to look again',
      'You keep something from a person, and they ask you to look at it again. The answer is due ' +
        `${formatDueDay(due, 'en')}. Open the list to read it.`,
    ],
    [
      'Look at it again',
      'You keep something from a person.\n\nThey ask you to look at it again.\n\nThe answer is ' +
        `due ${formatDueDay(due, 'en')}.`,
    ],
    [
      'Mae rhywun yn gofyn i chi edrych eto',
      'Rydych yn cadw rhywbeth rhag person, ac maent yn gofyn i chi edrych arno eto. Mae’r ateb ' +
        `i’w roi erbyn ${formatDueDay(due, 'cy')}.`,
    ],
  )
