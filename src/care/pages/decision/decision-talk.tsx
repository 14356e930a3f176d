// The lower half of a decision: agendas, the talk, comments, what is next, what was not told.
import type { Day } from '../../../basics/index.ts'
import { labels } from '../../../record/index.ts'
import { formatDay, SummaryList } from '../../../web/index.ts'
import type { Parts } from '../../domain/decision/decision.ts'
import { sideOf } from '../../domain/plan/plan.ts'
import { decisionWords } from '../../words/decision-words.ts'
import { Heading, mayHead, type Part, Points } from './decision-parts.tsx'

export function Agenda(props: Part) {
  const { shown, language } = props
  const say = decisionWords.in(language)
  return (
    <>
      <Said {...props} part="personAgenda" text={shown.personAgenda}>
        {`${say.agenda}: ${say.personAgenda.toLowerCase()}`}
      </Said>
      <Said {...props} part="professionalAgenda" text={shown.professionalAgenda}>
        {`${say.agenda}: ${say.professionalAgenda.toLowerCase()}`}
      </Said>
      {(shown.questions.length > 0 || mayHead(props, 'questions')) && (
        <>
          <Heading {...props} part="questions">
            {say.questions}
          </Heading>
          <Points texts={shown.questions} none={say.nothingYet} />
        </>
      )}
    </>
  )
}

/** A heading with its text; nothing where none is written and nobody can write any more. */
function Said(
  props: Part & { readonly part: keyof Parts; readonly text: string; readonly children: string },
) {
  const { shown, text, children, language } = props
  if (text === '' && shown.status !== 'in progress') return null
  return (
    <>
      <Heading {...props}>{children}</Heading>
      <p className="cp-as-written">{text === '' ? decisionWords.in(language).nothingYet : text}</p>
    </>
  )
}

export function Talk(props: Part) {
  const { shown, language } = props
  const say = decisionWords.in(language)
  const { talk, people, before } = shown
  const rows = say.talkRows
  return (
    <>
      {(people.length > 0 || mayHead(props, 'people')) && (
        <>
          <Heading {...props} part="people">
            {say.people}
          </Heading>
          <Points
            texts={people.map(({ name, role }) => (role === '' ? name : `${name}, ${role}`))}
            none={say.nothingYet}
          />
        </>
      )}
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

/** Which consent forms were signed, below the talk that they belong to. */
export function ConsentForms({ shown, speaker, here, language }: Part) {
  const say = decisionWords.in(language)
  const forms = shown.treatmentConsentForms
  const may = speaker?.as === 'professional' && shown.status !== 'cancelled'
  if (forms.length === 0 && !may) return null
  return (
    <>
      <div className="cp-heading-row">
        <h2>{say.consentForms}</h2>
        {may && <a href={`${here}/do/form`}>{say.acts.form}</a>}
      </div>
      {forms.length === 0 ? <p>{say.nothingYet}</p> : <p>{say.consentFormsSay}</p>}
      {forms.length > 0 && (
        <ul>
          {forms.map(({ form, says, where, by }) => (
            <li key={`${form} ${where}`}>
              {say.consentForm.forms[form]}
              {says !== '' && ` (${says})`}: {where}. {say.consentFormBy(by)}.
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

export function Issues({ shown, speaker, here, language }: Part) {
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

export function Next(props: Part) {
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
export function Told(props: Part) {
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

export function Earlier({ shown, language }: Part) {
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

/** How private it is: the person sees it, and nobody else. */
export function Private({ state, speaker, here, name, language }: Part) {
  const say = decisionWords.in(language)
  if (name !== null || speaker === null) return null
  const marked = labels.filter(({ code }) => state.labels.includes(code)).map(({ says }) => says)
  return (
    <div className="cp-no-print">
      <h2>{say.privateForm.title}</h2>
      <p>
        {marked.length === 0 ? say.privateNone : say.privateNow(marked.join(', '))}{' '}
        <a href={`${here}/do/private`}>{say.acts.private}</a>
      </p>
    </div>
  )
}

export function Files({ shown, speaker, here, language }: Part) {
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
