// Published stories as data anybody may use: the same in a table and in JSON.
import { csvText } from '../../basics/index.ts'

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
