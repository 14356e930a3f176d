// A plan to hold in the hand: on paper, in large print, in easy read, and as a card.
import { Fragment } from 'react'
import { type Day, dayIn, LONDON } from '../../../basics/index.ts'
import {
  formatDay,
  formatDayOf,
  formatList,
  type Language,
  PageHeading,
  PrintButton,
} from '../../../web/index.ts'
import type { SeenPlan } from '../../actions/plan/see-plan.ts'
import type { Who } from '../../domain/plan/values.ts'
import type { PlanWords } from '../../words/plan-words.ts'
import { aboutMeOf, cardSectionsOf, type Section, sectionsOf } from './plan-sections.ts'

export const faces = ['paper', 'large', 'easy', 'card'] as const
export type Face = (typeof faces)[number]

type Props = {
  readonly face: Face
  readonly seen: SeenPlan
  readonly name: string
  /** Whether somebody else reads it. */
  readonly shared: boolean
  readonly today: Day
  readonly language: Language
  readonly say: PlanWords
}

export function FacePage(props: Props) {
  const { face, seen, name, shared, today, language, say } = props
  const { head } = seen
  const words = say.faces[face]
  return (
    <div className={`cp-paper cp-face cp-face-${face}`}>
      <p className="cp-paper-head">
        {say.titleOf(name)}. {formatDay(today, language)}. {shared && say.notAll}
      </p>
      <PageHeading about={name} lead={words.lead}>
        {words.title}
      </PageHeading>
      {shared && (
        <p>
          <b>{say.notAll}</b>
        </p>
      )}
      <p className="cp-small">{agreedLine(head, language, say)}</p>
      <PrintButton />
      {face === 'easy' ? (
        <Easy {...props} />
      ) : (
        <Sections
          list={
            face === 'card' ? cardSectionsOf(seen, say, language) : sectionsOf(seen, say, language)
          }
        />
      )}
    </div>
  )
}

/** Who agreed last, and when. */
export function agreedLine(head: SeenPlan['head'], language: Language, say: PlanWords): string {
  if (head === null || head.agreedAt === null) return say.notAgreed
  const names = formatList(head.agreedBy, language)
  const day = formatDayOf(head.agreedAt, language)
  return `${say.agreedBy(names, day)} ${say.version(head.version)}.`
}

export const todayOf = (now: Parameters<typeof dayIn>[1]): Day => dayIn(LONDON, now)

/** Headings with their blocks; below another heading they begin a level deeper. */
export function Sections(props: { readonly list: readonly Section[]; readonly level?: 2 | 3 }) {
  const { list, level = 2 } = props
  const [First, Second] = level === 2 ? (['h2', 'h3'] as const) : (['h3', 'h4'] as const)
  return list.map(({ heading, blocks }) => (
    <section key={heading} className={level === 2 ? undefined : 'cp-card'}>
      <First>{heading}</First>
      {blocks.map(({ title, lines, list: actions }, place) => (
        <div key={`${title} ${String(place)}`} className="cp-block">
          {title !== '' && <Second>{title}</Second>}
          {lines.map(({ label, text, list: under = [] }) => (
            <Fragment key={`${label} ${text}`}>
              <p className="cp-as-written">
                {label !== '' && <b>{label} </b>}
                {text}
              </p>
              <Bullets of={under} />
            </Fragment>
          ))}
          <Bullets of={actions} />
        </div>
      ))}
    </section>
  ))
}

function Bullets({ of }: { readonly of: readonly string[] }) {
  if (of.length === 0) return null
  return (
    <ul>
      {of.map((one) => (
        <li key={one}>{one}</li>
      ))}
    </ul>
  )
}

/** One idea a line, few words, nothing that has to be worked out. */
function Easy({ seen, say }: Props) {
  const words = say.easy
  const of = (kind: string) => seen.items.filter(({ part }) => part.kind === kind)
  return (
    <>
      <h2>{words.me}</h2>
      {aboutMeOf(seen).map(([heading, said]) => (
        <p key={heading}>
          <b>{say.aboutMe[heading]}.</b> {said.map(({ says }) => says).join(' ')}
        </p>
      ))}
      <h2>{words.want}</h2>
      {of('goal').map(({ id, part, inner }) => (
        <div key={id} className="cp-block">
          <h3>{String(part.values.says)}</h3>
          <ul>
            {inner
              .filter(({ kind }) => kind === 'action')
              .map(({ id: action, values }) => (
                <li key={action}>
                  <b>{values.who === undefined ? words.i : (values.who as Who).name}: </b>
                  {String(values.says)}
                </li>
              ))}
          </ul>
        </div>
      ))}
      <h2>{words.wrong}</h2>
      {of('contingency').map(({ id, part: { values } }) => (
        <div key={id} className="cp-block">
          <h3>{words.ifThis}</h3>
          <ul>
            {(values.triggers as readonly string[]).map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
          {values.what !== undefined && (
            <p>
              <b>{words.thenDo}</b> {String(values.what)}
            </p>
          )}
          {Array.isArray(values.contacts) && (
            <>
              <p>
                <b>{words.ring}</b>
              </p>
              <Bullets of={values.contacts} />
            </>
          )}
        </div>
      ))}
      {of('advance-statement').map(({ id, part }) => (
        <div key={id} className="cp-block">
          <h3>{say.sections['advance-statement']}</h3>
          <p>{String(part.values.says)}</p>
        </div>
      ))}
      <p>
        <b>{words.change}</b>
      </p>
    </>
  )
}
