// What was told about a service or a place: the numbers, what became of promises, the stories.
import type { ReactNode } from 'react'
import type { Instant } from '../../basics/index.ts'
import {
  ButtonLink,
  EmptyState,
  formatDayOf,
  formatNumber,
  formatTime,
  type Language,
  PageHeading,
  type PromiseStanding,
  PromiseState,
  type Stat,
  Stats,
} from '../../web/index.ts'
import type { Became } from '../domain/search/filters.ts'
import type { StoryNumbers } from '../store/public-stories.ts'
import { followWords } from '../words/follow-words.ts'
import { publicWords } from '../words/words.ts'
import { type ListProps, OpenData, StoryList } from './public-pages.tsx'

export type AboutProps = ListProps & {
  readonly id: string
  readonly name: string
  readonly isService: boolean
  /** Null while they are counted for the first time. */
  readonly numbers: StoryNumbers | null
  readonly countedAt: Instant
  /** Names of what lies within it and is counted too, in the order of the alphabet. */
  readonly within: readonly string[]
  /** How many lie within it altogether. */
  readonly withinCount: number
}

export function AboutPage(props: AboutProps & { readonly children?: ReactNode }) {
  const { numbers, language, id, name, isService } = props
  const say = publicWords.in(language)
  return (
    <>
      <PageHeading about={<a href={`/places/${id}`}>{say.place}</a>} lead={say.aboutLead}>
        {say.aboutTitle(name)}
      </PageHeading>
      <Numbers {...props} />
      <p>
        <ButtonLink href="/have-a-say">{say.tell}</ButtonLink>
      </p>
      <p>
        {isService && (
          <>
            <a href={`/evidence/${id}`}>{say.evidence}</a> ·{' '}
          </>
        )}
        <a href={`/follows/add?place=${id}`}>
          {followWords.in(language).follow}: {name}
        </a>
      </p>
      {props.children}
      {numbers?.stories !== 0 && <h2>{say.storiesHeading}</h2>}
      <StoryList {...props} level={3} />
      <Within {...props} />
      <p>
        <a href={`/stories/numbers?place=${id}`}>{say.howTitle}</a> ·{' '}
        <a href="/check">{say.check}</a>
      </p>
      <OpenData query={`?place=${id}`} language={language} />
      {isService && (
        <p>
          {say.openNumbers}: <a href={`/stories/about/${id}/numbers.csv`}>{say.csv}</a> ·{' '}
          <a href={`/stories/about/${id}/numbers.json`}>{say.json}</a>
        </p>
      )}
    </>
  )
}

function Numbers({ numbers, language, id, isService, countedAt }: AboutProps) {
  const say = publicWords.in(language)
  if (numbers === null) return <p role="status">{say.beingCounted}</p>
  if (numbers.stories === 0) {
    return (
      <EmptyState says={say.noStories}>
        <p>{say.noStoriesNext}</p>
      </EmptyState>
    )
  }
  return (
    <>
      <Stats stats={statsOf(numbers, id, language)} />
      {!isService && (
        <p className="cp-small">
          {say.countedAt(formatDayOf(countedAt, language), formatTime(countedAt, language))}
        </p>
      )}
      <PromisesKept numbers={numbers} id={id} language={language} />
    </>
  )
}

/** The numbers, each with the way to how it is made. */
function statsOf(numbers: StoryNumbers, id: string, language: Language): Stat[] {
  const say = publicWords.in(language)
  const number = (one: number) => formatNumber(one, language)
  const how = (what: string) => `/stories/numbers?place=${id}#${what}`
  const { old, oldAnswered, medianDays, promised, oldConcerns, oldConcernsChanged } = numbers
  return [
    { number: number(numbers.stories), says: say.stories(numbers.praise), how: how('stories') },
    ...(old > 0
      ? [
          {
            number: say.of(oldAnswered, old),
            says: say.oldAnswered(percent(oldAnswered, old)),
            how: how('answered'),
          },
        ]
      : []),
    ...(medianDays === null
      ? []
      : [{ number: say.days(medianDays), says: say.medianDays, how: how('first') }]),
    ...(promised > 0
      ? [
          {
            number: say.of(numbers.confirmed, promised),
            says: say.confirmed,
            how: how('promises'),
          },
        ]
      : []),
    ...(oldConcerns > 0
      ? [
          {
            number: say.of(oldConcernsChanged, oldConcerns),
            says: say.concerns(
              percent(oldConcernsChanged, oldConcerns),
              numbers.oldConcernsConfirmed,
            ),
            how: how('concerns'),
          },
        ]
      : []),
  ]
}

/** Whole per cent; halves are rounded up. */
export const percent = (part: number, whole: number): number =>
  Math.floor((200 * part + whole) / (2 * whole))

type PromisesProps = Pick<AboutProps, 'id' | 'language'> & { readonly numbers: StoryNumbers }

/** What became of what was promised: a word and a shape each, and the way to those stories. */
function PromisesKept({ numbers, id, language }: PromisesProps) {
  const say = publicWords.in(language)
  const { promised, confirmed, disputed, overdue, waiting } = numbers
  if (promised === 0) return null
  const all: readonly (readonly [PromiseStanding, Became, number, string])[] = [
    ['kept', 'confirmed', confirmed, say.keptCount(confirmed)],
    ['disputed', 'disputed', disputed, say.disputed(disputed)],
    ['overdue', 'late', overdue, say.overdue(overdue)],
    ['waiting', 'waiting', waiting, say.waitingCount(waiting)],
  ]
  return (
    <>
      <h2>{say.becameHeading(promised)}</h2>
      <ul className="cp-states">
        {all
          .filter(([, , count]) => count > 0)
          .map(([standing, became, , says]) => (
            <li key={became}>
              <a href={`/stories?place=${id}&became=${became}`}>
                <PromiseState standing={standing} says={says} />
              </a>
            </li>
          ))}
      </ul>
    </>
  )
}

function Within({ within, withinCount, language }: AboutProps) {
  const say = publicWords.in(language)
  if (within.length === 0) return null
  const more = withinCount - within.length
  return (
    <p className="cp-small">
      {say.servicesHere}: {within.join(', ')}
      {more > 0 && ` ${say.andMore(formatNumber(more, language))}`}.
    </p>
  )
}
