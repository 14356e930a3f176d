// Published stories as data anybody may use: the same in a table and in JSON.
import { csvText } from '../../basics/index.ts'
import type { StoryNumbers } from '../store/public-stories.ts'

export type OpenStory = {
  readonly id: string
  readonly kind: string
  readonly title: string
  readonly happened: string
  readonly good: string
  readonly better: string
  readonly about: readonly { readonly id: string; readonly name: string }[]
  readonly toldOn: string
  readonly publishedOn: string
  readonly firstAnsweredOn: string | null
  readonly promises: readonly {
    readonly due: string
    readonly saidDoneOn: string | null
    /** What the person who asked says: `yes`, `no`, `not yet`; null while they have not. */
    readonly answer: string | null
  }[]
}

const columns = [
  'id',
  'kind',
  'title',
  'happened',
  'good',
  'better',
  'about',
  'told_on',
  'published_on',
  'first_answered_on',
  'promises',
  'promises_confirmed',
  'promises_disputed',
] as const

const disputed = ({ answer }: { readonly answer: string | null }): boolean =>
  answer === 'no' || answer === 'not yet'

/** The table. */
export function csvOf(stories: readonly OpenStory[]): string {
  const rows = stories.map((one) => [
    one.id,
    one.kind,
    one.title,
    one.happened,
    one.good,
    one.better,
    one.about.map(({ name }) => name).join('; '),
    one.toldOn,
    one.publishedOn,
    one.firstAnsweredOn ?? '',
    String(one.promises.length),
    String(one.promises.filter(({ answer }) => answer === 'yes').length),
    String(one.promises.filter(disputed).length),
  ])
  return csvText([columns, ...rows])
}

/** The numbers about a place, by a code and in words. */
export function openNumbers(
  numbers: StoryNumbers,
  oldDays: number,
): readonly { readonly code: string; readonly what: string; readonly count: string }[] {
  const old = `public for at least ${oldDays} days`
  const rows: readonly (readonly [keyof StoryNumbers, string])[] = [
    ['stories', 'stories that anybody can read'],
    ['praise', 'of them praise'],
    ['concerns', 'of them concerns or worries about safety'],
    ['old', `stories ${old}`],
    ['oldAnswered', 'of them answered'],
    ['answered', 'stories answered, of any age'],
    ['medianDays', 'days or less to the first answer, for half of those answered'],
    ['oldConcerns', `concerns ${old}`],
    ['oldConcernsChanged', 'of them followed by a change, as the service says'],
    ['oldConcernsConfirmed', 'of them followed by a change that the person confirmed'],
    ['promised', 'promises'],
    ['confirmed', 'of them confirmed by those who asked'],
    ['disputed', 'of them disputed by those who asked'],
    ['overdue', 'of them late'],
    ['waiting', 'of them still to come, or waiting for the word of those who asked'],
  ]
  return rows.flatMap(([code, what]) => {
    const count = numbers[code]
    return count === null ? [] : [{ code, what, count: String(count) }]
  })
}
