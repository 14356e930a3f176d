// One decision as both sides see it: how it stands, what matters, the options, the choice.
import type { ReactNode } from 'react'
import type { Day } from '../../../basics/index.ts'
import {
  ButtonLink,
  Card,
  CardGrid,
  formatDay,
  Inset,
  type Language,
  PageHeading,
  PrintButton,
  SummaryList,
  Tag,
  WarningCallout,
} from '../../../web/index.ts'
import type { OpenedAid } from '../../actions/aid/keep-aids.ts'
import type { SaidAgain } from '../../domain/decision/again.ts'
import { mayWriteIn } from '../../domain/decision/decide.ts'
import {
  type Decision,
  isNo,
  type Missing,
  missingIn,
  optionOf,
  type Parts,
} from '../../domain/decision/decision.ts'
import { type Portrait, portraitOf } from '../../domain/decision/portrait.ts'
import { type Speaker, sideOf } from '../../domain/plan/plan.ts'
import { decisionWords } from '../../words/decision-words.ts'
import { Follows } from '../aid/matters-page.tsx'
import { Afterwards } from './afterwards.tsx'
import { DecisionState } from './decision-state.tsx'

export type DecisionPageProps = {
  readonly state: Decision
  /** The address of this decision. */
  readonly here: string
  readonly name: string | null
  /** Null for who may only read. */
  readonly speaker: Speaker | null
  /** The version of the aid that it was begun with. */
  readonly opened: OpenedAid | null
  /** What earlier people said of that version, as the gate released it; null where nothing was. */
  readonly saidAgain: SaidAgain | null
  readonly language: Language
}

type Part = DecisionPageProps & { readonly shown: Portrait }

export function DecisionPage(props: DecisionPageProps) {
  const { state, name, language } = props
  const say = decisionWords.in(language)
  const shown = portraitOf(state)
  const parts = { ...props, shown }
  const people = shown.people.map((one) => one.name).join(', ')
  const about = people === '' ? say.begunBy(state.begun?.shownAs ?? '') : say.with(people)
  return (
    <>
      <p className="cp-decision-state">
        <DecisionState status={shown.status} language={language} />
      </p>
      <PageHeading about={about}>{shown.question}</PageHeading>
      {name !== null && <p>{say.maybe}</p>}
      <Standing {...parts} />
      <Choice {...parts} />
      <Matters {...parts} />
      <Options {...parts} />
      <Tool {...parts} />
      <Agenda {...parts} />
      <Talk {...parts} />
      <Issues {...parts} />
      <Next {...parts} />
      <Told {...parts} />
      <Earlier {...parts} />
      <Files {...parts} />
      <PrintButton />
    </>
  )
}

function Standing({ state, shown, language, speaker }: Part) {
  const say = decisionWords.in(language)
  if (shown.cancelled !== null) {
    const { by, says } = shown.cancelled
    return (
      <WarningCallout heading={say.states.cancelled}>
        <p>{say.cancelledBy(by, says)}</p>
      </WarningCallout>
    )
  }
  if (shown.status === 'valid') return null
  const missing = missingIn(state)
  const chosen = state.choice === null ? null : optionOf(state, state.choice.option)?.name
  const own = speaker !== null && sideOf(speaker) === 'person'
  return (
    <Inset>
      <p>{say.provisional}</p>
      {missing.length > 0 && (
        <>
          <h2>{say.stillMissing}</h2>
          <ul>
            {missing.map((one) => (
              <li key={JSON.stringify(one)}>{missingText(one, language)}</li>
            ))}
          </ul>
        </>
      )}
      {own && state.choice !== null && <p>{say.chosenNotYet(chosen ?? say.chooseForm.none)}</p>}
    </Inset>
  )
}

function missingText(one: Missing, language: Language): string {
  const { missing } = decisionWords.in(language)
  return 'option' in one ? missing[one.what](one.option) : missing[one.what]
}

function Choice({ state, shown, speaker, here, language }: Part) {
  const say = decisionWords.in(language)
  const { decided, status, reviewOn } = shown
  const side = speaker === null ? null : sideOf(speaker)
  const days = (day: string) => formatDay(day as Day, language)
  const act = (what: string, text: string, kind: 'primary' | 'secondary' = 'secondary') => (
    <ButtonLink href={`${here}/do/${what}`} kind={kind}>
      {text}
    </ButtonLink>
  )
  return (
    <>
      {decided !== null && (
        <Card heading={say.decided}>
          <p className="cp-lead">
            <b>{decided.named}</b>
          </p>
          {decided.says !== '' && <p className="cp-as-written">{decided.says}</p>}
          {isNo(state, decided) && <p>{say.saidNo}</p>}
          <p>{say.chosenBy(decided.by, days(decided.day))}</p>
          {decided.basis !== null && <p>{say.byLaw(decided.basis)}</p>}
          <p>{reviewOn === null ? say.noReview : `${say.reviewOn}: ${days(reviewOn)}.`}</p>
          {state.reviews.map(({ again, says, at }) => (
            <p key={at}>
              <b>{say.afterwardsSaid[again]}</b> {says}
            </p>
          ))}
        </Card>
      )}
      {side === 'person' && status === 'in progress' && (
        <p>{act('choose', say.acts.choose, 'primary')}</p>
      )}
      {side === 'professional' && status === 'in progress' && (
        <p>{act('talk', say.acts.talk, 'primary')}</p>
      )}
      {side === 'person' && status === 'valid' && (
        <div className="cp-buttons">
          {act('review', say.acts.review)} {act('mind', say.acts.mind)}
        </div>
      )}
    </>
  )
}

/** A heading of the decision, and a link to write there for whom it is. */
function Heading(props: Part & { readonly part: keyof Parts; readonly children: ReactNode }) {
  const { part, children, shown, speaker, here, language } = props
  const say = decisionWords.in(language)
  const may = shown.status === 'in progress' && speaker !== null && mayWriteIn(part, speaker)
  return (
    <div className="cp-heading-row">
      <h2>{children}</h2>
      {may && (
        <a href={`${here}/write/${part}`}>
          {say.change}
          <span className="nhsuk-u-visually-hidden">: {children}</span>
        </a>
      )}
    </div>
  )
}

function Matters(props: Part) {
  const { shown, state, opened, language } = props
  const say = decisionWords.in(language)
  const aid = opened?.aid
  const byName = new Map(aid?.values.map(({ key, name }) => [name, key]))
  const marks = Object.fromEntries(
    shown.marks.flatMap(({ name, weight }) => {
      const key = byName.get(name)
      return key === undefined ? [] : [[key, weight]]
    }),
  )
  const own = shown.matters !== ''
  return (
    <>
      <Heading {...props} part="matters">
        {say.matters}
      </Heading>
      {own && <p className="cp-as-written cp-lead">{shown.matters}</p>}
      {!own && shown.marks.length === 0 && <p>{say.nothingYet}</p>}
      {aid !== undefined && shown.marks.length > 0 ? (
        <Follows aid={aid} language={language} marked={{ marks }} />
      ) : (
        <ul>
          {shown.marks.map(({ name, weight }) => (
            <li key={name}>
              {name} ({say.marked[weight]})
            </li>
          ))}
        </ul>
      )}
      {shown.status === 'in progress' && state.parts.lean !== null && (
        <p>
          {say.leaning}: {optionOf(state, state.parts.lean)?.name}
        </p>
      )}
    </>
  )
}

function Options({ shown, speaker, here, language }: Part) {
  const say = decisionWords.in(language)
  const may = shown.status === 'in progress' && speaker !== null
  return (
    <>
      <h2>{say.options}</h2>
      <CardGrid>
        {shown.options.map(({ id, name, isWaiting, benefits, risks }) => (
          <Card
            key={id}
            level={3}
            heading={name}
            state={isWaiting ? <Tag>{say.waitingTag}</Tag> : undefined}
          >
            <h4>{say.good}</h4>
            <Points texts={benefits} none={say.nothingYet} />
            <h4>{say.bad}</h4>
            <Points texts={risks} none={say.nothingYet} />
            {may && (
              <p>
                <a href={`${here}/write/option?option=${encodeURIComponent(id)}`}>
                  {say.changeOption}
                  <span className="nhsuk-u-visually-hidden">: {name}</span>
                </a>
              </p>
            )}
          </Card>
        ))}
      </CardGrid>
      {shown.noWaiting !== '' && (
        <p>
          <b>{say.noWaiting}:</b> {shown.noWaiting}
        </p>
      )}
      {may && (
        <p>
          <a href={`${here}/write/option`}>{say.addOption}</a>
          {!shown.options.some((one) => one.isWaiting) && (
            <>
              {' · '}
              <a href={`${here}/write/noWaiting`}>{say.noWaiting}</a>
            </>
          )}
        </p>
      )}
    </>
  )
}

function Points({ texts, none }: { readonly texts: readonly string[]; readonly none: string }) {
  if (texts.length === 0) return <p>{none}</p>
  return (
    <ul>
      {texts.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  )
}

function Tool({ shown, opened, saidAgain, speaker, name, language }: Part) {
  const say = decisionWords.in(language)
  const { tool } = shown
  if (tool === null) return null
  const own = name === null && speaker !== null && shown.status === 'in progress'
  return (
    <>
      <h2>{say.tool}</h2>
      <p>
        {say.toolVersion(tool.title, tool.version)}.{' '}
        <a href={`/aids/${tool.aid}/versions/${tool.version}`}>{say.toolOpen}</a>
        {own && opened?.withdrawn === null && (
          <>
            {' · '}
            <a href={`/aids/${tool.aid}/matters`}>{say.toolMark}</a>
          </>
        )}
      </p>
      {opened !== null && opened.withdrawn !== null && <p>{say.toolWithdrawn}</p>}
      {opened !== null && opened.latest > tool.version && <p>{say.toolNewer(opened.latest)}</p>}
      <Afterwards said={saidAgain} options={shown.options} language={language} />
    </>
  )
}

function Agenda(props: Part) {
  const { shown, language } = props
  const say = decisionWords.in(language)
  const text = (said: string) =>
    said === '' ? <p>{say.nothingYet}</p> : <p className="cp-as-written">{said}</p>
  return (
    <>
      <Heading {...props} part="personAgenda">
        {`${say.agenda}: ${say.personAgenda.toLowerCase()}`}
      </Heading>
      {text(shown.personAgenda)}
      <Heading {...props} part="professionalAgenda">
        {`${say.agenda}: ${say.professionalAgenda.toLowerCase()}`}
      </Heading>
      {text(shown.professionalAgenda)}
      <Heading {...props} part="questions">
        {say.questions}
      </Heading>
      <Points texts={shown.questions} none={say.nothingYet} />
    </>
  )
}

function Talk(props: Part) {
  const { shown, language } = props
  const say = decisionWords.in(language)
  const { talk, people, before } = shown
  const rows = say.talkRows
  return (
    <>
      <Heading {...props} part="people">
        {say.people}
      </Heading>
      <Points
        texts={people.map(({ name, role }) => (role === '' ? name : `${name}, ${role}`))}
        none={say.nothingYet}
      />
      <h2>{say.talk}</h2>
      {talk === null ? (
        <p>{say.talkNone}</p>
      ) : (
        <SummaryList
          rows={[
            { name: rows.day, value: formatDay(talk.day as Day, language) },
            { name: rows.method, value: talk.method },
            { name: rows.seenBy, value: talk.seenBy },
            { name: rows.responsible, value: talk.responsible },
            { name: rows.accompanied, value: talk.accompanied },
            { name: rows.interpreter, value: talk.interpreter },
            { name: rows.recording, value: talk.recording },
          ].filter(({ value }) => value !== '')}
        />
      )}
      {(before !== '' || mayHead(props, 'before')) && (
        <>
          <Heading {...props} part="before">
            {say.before}
          </Heading>
          <p className="cp-as-written">{before === '' ? say.nothingYet : before}</p>
        </>
      )}
    </>
  )
}

const mayHead = ({ shown, speaker }: Part, part: keyof Parts): boolean =>
  shown.status === 'in progress' && speaker !== null && mayWriteIn(part, speaker)

function Issues({ shown, speaker, here, language }: Part) {
  const say = decisionWords.in(language)
  return (
    <>
      <div className="cp-heading-row">
        <h2>{say.issues}</h2>
        {speaker !== null && <a href={`${here}/do/comment`}>{say.acts.comment}</a>}
      </div>
      {shown.issues.length === 0 && <p>{say.nothingYet}</p>}
      {shown.issues.map(({ says, by, side }) => (
        <blockquote key={`${by} ${says}`}>
          <p className="cp-as-written">{says}</p>
          <p className="cp-small">
            {by} ({say.remarkBy[side]})
          </p>
        </blockquote>
      ))}
    </>
  )
}

function Next(props: Part) {
  const { shown, language } = props
  const say = decisionWords.in(language)
  const nothing =
    shown.personActions.length === 0 &&
    shown.professionalActions.length === 0 &&
    !mayHead(props, 'personActions')
  if (nothing) return null
  return (
    <>
      <Heading {...props} part="personActions">
        {`${say.next}: ${say.nextPerson.toLowerCase()}`}
      </Heading>
      <Points texts={shown.personActions} none={say.nothingYet} />
      <Heading {...props} part="professionalActions">
        {`${say.next}: ${say.nextProfessional.toLowerCase()}`}
      </Heading>
      <Points texts={shown.professionalActions} none={say.nothingYet} />
    </>
  )
}

/** What was not told, or not yet: everybody who sees the decision sees that it was so. */
function Told(props: Part) {
  const { shown, language } = props
  const say = decisionWords.in(language)
  const { withheld, delayed } = shown
  return (
    <>
      {(withheld !== null || mayHead(props, 'withheld')) && (
        <>
          <Heading {...props} part="withheld">
            {say.withheld}
          </Heading>
          <p>
            {withheld === null ? say.nothingYet : say.withheldSays(withheld.why)}{' '}
            {withheld?.legalAdvice === true && say.legalAdvice}
          </p>
        </>
      )}
      {(delayed !== null || mayHead(props, 'delayed')) && (
        <>
          <Heading {...props} part="delayed">
            {say.delayed}
          </Heading>
          <p>
            {delayed === null
              ? say.nothingYet
              : say.delayedSays(delayed.what, delayed.why, delayed.when)}
          </p>
        </>
      )}
    </>
  )
}

function Earlier({ shown, language }: Part) {
  const say = decisionWords.in(language)
  if (shown.earlier.length === 0) return null
  return (
    <>
      <h2>{say.earlier}</h2>
      <ul>
        {shown.earlier.map(({ named, until, because }) => (
          <li key={`${named} ${until}`}>
            {say.earlierSays(named, formatDay(until as Day, language))}
            {because !== '' && `. ${because}`}
          </li>
        ))}
      </ul>
    </>
  )
}

function Files({ shown, speaker, here, language }: Part) {
  const say = decisionWords.in(language)
  const side = speaker === null ? null : sideOf(speaker)
  const mayCancel = side === 'person' || (side === 'professional' && shown.decided === null)
  return (
    <div className="cp-no-print">
      <h2>{say.files}</h2>
      <ul>
        <li>
          <a href={`${here}/file/headings`}>{say.asHeadings}</a>
        </li>
        <li>
          <a href={`${here}/file/fhir`}>{say.asFhir}</a>
        </li>
      </ul>
      {mayCancel && shown.status !== 'cancelled' && (
        <p>
          <a href={`${here}/do/cancel`}>{say.acts.cancel}</a>
        </p>
      )}
    </div>
  )
}
