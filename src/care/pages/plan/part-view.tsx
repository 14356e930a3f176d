// One part of a plan as it is read: a goal with its actions, a need with its goals, and so on.
import type { ReactNode } from 'react'
import { Card, Tag } from '../../../web/index.ts'
import { parts as defs, type PartKind, standsAlone } from '../../domain/plan/headings.ts'
import type { Part } from '../../domain/plan/plan.ts'
import { AS_IT_CAME, type Who } from '../../domain/plan/values.ts'
import type { ListedItem } from '../../store/plan-reads.ts'
import type { PlanWords } from '../../words/plan-words.ts'
import { choiceText, questionOf } from './part-form.ts'
import type { Place } from './place.ts'
import { AlsoSaidView, isLong, nameOfPart, ValueView, whoText } from './values-view.tsx'

export type PartProps = {
  readonly part: Part
  readonly inner: readonly Part[]
  /** The goals that lie under it, where it is a need. */
  readonly goals: readonly ListedItem[]
  readonly at: Place
  readonly say: PlanWords
  readonly level?: 3 | 4
}

/** What stands in the head of a card and is not said again below it. */
const inHead: Readonly<Partial<Record<PartKind, readonly string[]>>> = {
  goal: ['says', 'importance', 'status', 'considered'],
  action: ['says', 'who', 'when', 'layer', 'status', 'confidence'],
}

export function PartView(props: PartProps) {
  const { part, inner, goals, at, say, level = 3 } = props
  const { kind } = part
  const name = nameOfPart(part, say)
  const mine = inner.filter((one) => one.under === part.id)
  const actions = mine.filter((one) => one.kind === 'action')
  return (
    <PartCard name={name} kind={kind} level={level} say={say}>
      {kind === 'goal' && goalLine(part, say)}
      {restOf(part, say)}
      {actions.length > 0 && (
        <ul className="cp-actions">
          {actions.map((one) => (
            <li key={one.id}>{actionIn({ ...props, part: one })}</li>
          ))}
        </ul>
      )}
      {mine
        .filter((one) => one.kind === 'outcome')
        .map((one) => (
          <div key={one.id}>
            <p>
              <b>{say.sections.outcome}: </b>
              {String(one.values.says)}
            </p>
            {restOf(one, say)}
          </div>
        ))}
      {linksOf(props)}
      {goals.map((one) => (
        <PartView
          key={one.id}
          part={one.part}
          inner={one.inner}
          goals={[]}
          at={at}
          say={say}
          level={4}
        />
      ))}
    </PartCard>
  )
}

/** A card that says the heading of its section not again, where it has no short name of its own. */
function PartCard({
  name,
  kind,
  level,
  say,
  children,
}: Pick<PartProps, 'say'> & {
  readonly name: string
  readonly kind: PartKind
  readonly level: 3 | 4
  readonly children: ReactNode
}) {
  const section = say.sections[kind]
  const written = isLong(name) && <p className="cp-as-written">{name}</p>
  if (level === 3 && (isLong(name) || name === section)) {
    return (
      <div className="cp-card">
        {written}
        {children}
      </div>
    )
  }
  return (
    <Card heading={isLong(name) ? section : name} level={level}>
      {written}
      {children}
    </Card>
  )
}

function goalLine({ values }: Part, say: PlanWords) {
  const { importance, status } = values
  return (
    <p className="cp-small">
      {importance !== undefined && say.importance(Number(importance))}
      {importance !== undefined && status !== undefined && ' · '}
      {status !== undefined && choiceText(say, String(status))}
    </p>
  )
}

/** What else stands under its headings. */
function restOf({ kind, values }: Part, say: PlanWords) {
  const head = inHead[kind] ?? [values.name === undefined ? 'says' : 'name']
  const rest = defs[kind].fields.filter(({ code }) => code in values && !head.includes(code))
  if (rest.length === 0 && !(AS_IT_CAME in values)) return null
  return (
    <dl className="cp-change">
      {rest.map((heading) => (
        <div key={heading.code}>
          <dt>{questionOf(say, kind, heading.code)}</dt>
          <dd>
            <ValueView heading={heading} value={values[heading.code]} say={say} />
          </dd>
        </div>
      ))}
      <AlsoSaidView kind={kind} values={values} say={say} />
    </dl>
  )
}

function actionIn(props: PartProps) {
  const { part, inner, say } = props
  const { says, who, when, layer, status, confidence } = part.values
  const line = [
    who === undefined ? '' : whoText(who as Who),
    when === undefined ? '' : String(when),
    status === undefined ? '' : choiceText(say, String(status)),
    confidence === undefined ? '' : say.confidence(Number(confidence)),
  ].filter((one) => one !== '')
  const stages = inner.filter((one) => one.under === part.id)
  return (
    <>
      <p>
        {layer !== undefined && <Tag colour="grey">{choiceText(say, String(layer))}</Tag>}{' '}
        {String(says)}
      </p>
      {line.length > 0 && <p className="cp-small">{line.join(' · ')}</p>}
      {restOf(part, say)}
      {stages.length > 0 && (
        <ul>
          {stages.map(({ id, values }) => (
            <li key={id}>
              {String(values.says)}
              {values.outcome !== undefined && `: ${String(values.outcome)}`}
              {AS_IT_CAME in values && (
                <dl className="cp-change">
                  <AlsoSaidView kind="stage-goal" values={values} say={say} />
                </dl>
              )}
            </li>
          ))}
        </ul>
      )}
      {linksOf(props)}
    </>
  )
}

/** What is done most; the page of the change leads to the rest. */
function linksOf({ part, at, say }: PartProps) {
  const { kind, id } = part
  if (!mayChange(at, kind)) return null
  const name = <span className="nhsuk-u-visually-hidden">: {nameOfPart(part, say)}</span>
  const first = addedUnder(kind)[0]
  return (
    <p className="cp-small cp-links">
      <a href={`${at.base}/part/${id}/change`}>
        {say.change}
        {name}
      </a>
      {first !== undefined && kind !== 'action' && (
        <a href={`${at.base}/add/${first}?under=${id}`}>
          {say.add[first]}
          {name}
        </a>
      )}
    </p>
  )
}

const mayChange = ({ writer }: Place, kind: PartKind): boolean =>
  writer !== null && (!defs[kind].own || writer.speaker.as === 'self')

/** What may be added under a part of this kind, the most usual first. */
const addedUnder = (kind: PartKind): readonly AddedUnder[] => under[kind] ?? []

type AddedUnder = 'action' | 'outcome' | 'goal' | 'stage-goal'

const under: Readonly<Partial<Record<PartKind, readonly AddedUnder[]>>> = {
  goal: ['action', 'outcome'],
  need: ['goal'],
  action: ['stage-goal'],
}

/** What else can be done with a part than change it: add under it, keep it private, take it out. */
export function MoreOfPart({ part, at, say }: Pick<PartProps, 'part' | 'at' | 'say'>) {
  const { kind, id } = part
  const to = `${at.base}/part/${id}`
  return (
    <>
      <h2 className="nhsuk-heading-m">{say.moreOfPart}</h2>
      <ul className="nhsuk-list">
        {addedUnder(kind).map((one) => (
          <li key={one}>
            <a href={`${at.base}/add/${one}?under=${id}`}>{say.add[one]}</a>
          </li>
        ))}
        {at.name === null && standsAlone(kind) && (
          <li>
            <a href={`${to}/private`}>{say.private}</a>
          </li>
        )}
        <li>
          <a href={`${to}/remove`}>{say.remove}</a>
        </li>
      </ul>
    </>
  )
}
