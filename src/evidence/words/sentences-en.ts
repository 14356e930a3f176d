// The sentences of a pack of evidence, in English: version 1, never changed, so that bytes stay.
import type { Finding, Section } from '../domain/count.ts'

/** Another wording needs another version of the format: packs that people hold must verify. */
export const sentencesEnglish = {
  heard: {
    nothing: 'Nobody told anything in public in this time.',
    stories: (v: Values) => `${count(v.stories, 'story was', 'stories were')} published.`,
    kind: (v: Values) => `${kinds[`${v.kind}`]}: ${count(v.stories, 'story', 'stories')}.`,
    theme: (v: Values) =>
      `${count(v.stories, 'story is', 'stories are')} about ${areas[`${v.area}`]}.`,
  },
  answered: {
    rate: (v: Values) =>
      `${v.answered} of ${v.stories} stories that are at least ${v.waits} days old were answered` +
      `${percent(v.answered, v.stories)}.`,
    'none-old': (v: Values) =>
      `No story is ${v.waits} days old yet, so that how many are answered cannot be said.`,
    first: (v: Values) =>
      `Half of the ${v.stories} that were answered had their first answer within ` +
      `${count(v.days, 'day', 'days')} of being told.`,
  },
  changed: {
    'no-promise': 'Nothing was promised, and no change was claimed.',
    promised: (v: Values) => `${count(v.promises, 'promise was', 'promises were')} made.`,
    claimed: (v: Values) =>
      `${count(v.promises, 'is', 'are')} said to be done by those who promised.`,
    confirmed: (v: Values) =>
      `${count(v.promises, 'is', 'are')} confirmed by those who asked: nobody else can.`,
    disputed: (v: Values) =>
      `${count(v.promises, 'is', 'are')} disputed: those who asked say “no” or “not yet”.`,
    'no-word': (v: Values) =>
      v.promises === 0
        ? 'Those who asked have said of each that is said to be done whether it happened.'
        : `${count(v.promises, 'is', 'are')} said to be done, and those who asked have not spoken.`,
    overdue: (v: Values) =>
      `${count(v.promises, 'is', 'are')} late: the day has passed and nothing was said to be done.`,
    waiting: (v: Values) => `${count(v.promises, 'has', 'have')} a day still to come.`,
    concerns: (v: Values) =>
      `Of ${count(v.concerns, 'concern', 'concerns')} at least ${v.waits} days old, a change was ` +
      `claimed for ${v.changed}${percent(v.changed, v.concerns)} and confirmed for ` +
      `${v.confirmed}${percent(v.confirmed, v.concerns)}.`,
  },
  unheard: {
    'not-answered': (v: Values) =>
      v.stories === 0
        ? 'Everybody who told something long enough ago had an answer.'
        : `${count(v.stories, 'story', 'stories')} had no answer in public.`,
    'still-waiting': (v: Values) =>
      v.promises === 0
        ? 'Nobody waits for a promise that is late or disputed.'
        : `${count(v.promises, 'promise has', 'promises have')} left those who asked waiting.`,
    helped: (v: Values) =>
      v.stories === 0
        ? 'Nobody told anything through somebody else: those who cannot write may be missing.'
        : `${count(v.stories, 'story was', 'stories were')} told through somebody else.`,
  },
  reports: {
    none: 'No report was posted or due.',
    answered: (v: Values) => `${reported(v)} Each has an answer: ${stances(v)}.`,
    open: (v: Values) =>
      `${reported(v)} ${count(v.answered, 'has', 'have')} an answer. The rest are due by ${day(v.due)}.`,
    reach: (v: Values) =>
      `What community workers heard became a report: ${count(v.people, 'person', 'people')} said it ` +
      `in ${count(v.places, 'place', 'places')}. That is how far it reaches: it is in no number of ` +
      'stories, and nobody voted.',
    silent: (v: Values) =>
      `${reported(v)} ${count(v.answered, 'has', 'have')} an answer. ${count(v.silent, 'has', 'have')} none, ` +
      `and the day was ${day(v.due)}.`,
  },
  figures: {
    month: ({ month, ...cells }: Values) =>
      `Friends and Family Test, ${monthName(`${month}`)}. ${Object.keys(cells)
        .sort()
        .map((label) => `${label}: ${shown(`${cells[label]}`)}`)
        .join('. ')}.`,
  },
} as const

type Values = Finding['values']
type Said = string | ((values: Values) => string)

/** What a finding says. */
export function sentenceOf({ section, code, values }: Finding): string {
  const said = (sentencesEnglish[section] as Readonly<Record<string, Said>>)[code]
  if (said === undefined) throw new TypeError(`No sentence says ${section} ${code}`)
  return typeof said === 'string' ? said : said(values)
}

export const sections: readonly Section[] = [
  'heard',
  'answered',
  'changed',
  'unheard',
  'reports',
  'figures',
]

const kinds: Readonly<Record<string, string>> = {
  praise: 'Thanks for what was good',
  idea: 'Ideas',
  story: 'What happened to somebody',
  concern: 'Concerns to put right at once',
  safety: 'Worries about safety',
}

const areas: Readonly<Record<string, string>> = {
  quality: 'how good the care was',
  safety: 'safety',
  environment: 'rooms, food, things and staff numbers',
  'institutional-processes': 'waiting, access and how things are run',
  listening: 'not being listened to',
  communication: 'what people were told, or not',
  'respect-and-rights': 'respect and rights',
}

const count = (value: string | number | undefined, one: string, more: string): string =>
  `${value === 0 ? 'None' : value} ${value === 1 || value === 0 ? one : more}`

const percent = (part: string | number | undefined, whole: string | number | undefined): string =>
  typeof part === 'number' && typeof whole === 'number' && whole > 0
    ? ` (${Math.floor((200 * part + whole) / (2 * whole))}%)`
    : ''

const reported = (v: Values): string =>
  `“${v.title}” from ${v.by} makes ${count(v.recommendations, 'recommendation', 'recommendations')}.`

const stances = (v: Values): string =>
  `${v.accepted} accepted, ${v.partly} in part, ${v.refused} not accepted`

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

const monthName = (month: string): string =>
  `${months[Number(month.slice(5, 7)) - 1]} ${month.slice(0, 4)}`

const day = (text: string | number | undefined): string =>
  `${Number(`${text}`.slice(8))} ${monthName(`${text}`)}`

const shown = (value: string): string =>
  value === 'few' ? 'too few to show' : value === 'kept-back' ? 'kept back' : value
