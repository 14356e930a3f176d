// One decision to be read without our program: all that stands in it, with no links and no buttons.
import type { ReactNode } from 'react'
import type { Day } from '../../../basics/index.ts'
import { formatDay, type Language } from '../../../web/index.ts'
import type { Decision } from '../../domain/decision/decision.ts'
import { type Portrait, portraitOf } from '../../domain/decision/portrait.ts'
import { decisionWords } from '../../words/decision-words.ts'

type Part = { readonly shown: Portrait; readonly language: Language }

export function DecisionAlone(props: { readonly state: Decision; readonly language: Language }) {
  const { language } = props
  const shown = portraitOf(props.state)
  const say = decisionWords.in(language)
  const part = { shown, language }
  return (
    <article>
      <h2>
        {say.states[shown.status]}: {shown.question}
      </h2>
      {shown.status === 'in progress' && <p>{say.provisional}</p>}
      {shown.cancelled !== null && (
        <p>{say.cancelledBy(shown.cancelled.by, shown.cancelled.says)}</p>
      )}
      <Decided {...part} />
      <Remarks {...part} />
      <Wanted {...part} />
      <Options {...part} />
      <Around {...part} />
    </article>
  )
}

function Decided({ shown, language }: Part) {
  const say = decisionWords.in(language)
  const { decided, reviewOn, earlier } = shown
  const days = (day: string) => formatDay(day as Day, language)
  return (
    <>
      {decided !== null && (
        <>
          <p>
            {say.chosen}: <b>{decided.named}</b>. {say.chosenBy(decided.by, days(decided.day))}.
          </p>
          <Text text={decided.says} />
          {decided.basis !== null && <p>{say.byLaw(decided.basis)}</p>}
          <p>{reviewOn === null ? say.noReview : `${say.reviewOn}: ${days(reviewOn)}.`}</p>
        </>
      )}
      <List
        heading={say.earlier}
        texts={earlier.map(({ named, until, because }) =>
          [say.earlierSays(named, days(until)), because].filter((one) => one !== '').join('. '),
        )}
      />
    </>
  )
}

/** What both sides are not sure of stands as near to the decision as on the page. */
function Remarks({ shown, language }: Part) {
  const say = decisionWords.in(language)
  return <List heading={say.issues} texts={shown.issues.map(({ says, by }) => `${by}: ${says}`)} />
}

function Wanted({ shown, language }: Part) {
  const say = decisionWords.in(language)
  return (
    <>
      <Said heading={say.matters} text={shown.matters} />
      <List
        heading={say.marked.much}
        texts={shown.marks.filter(({ weight }) => weight === 'much').map(({ name }) => name)}
      />
      <List
        heading={say.marked.some}
        texts={shown.marks.filter(({ weight }) => weight === 'some').map(({ name }) => name)}
      />
      <List heading={say.questions} texts={shown.questions} />
    </>
  )
}

function Options({ shown, language }: Part) {
  const say = decisionWords.in(language)
  return (
    <>
      {shown.options.length > 0 && <h3>{say.options}</h3>}
      {shown.options.map(({ id, name, isWaiting, benefits, risks }) => (
        <section key={id}>
          <h4>
            {name}
            {isWaiting && ` (${say.waitingTag.toLowerCase()})`}
          </h4>
          <List heading={say.good} texts={benefits} deep />
          <List heading={say.bad} texts={risks} deep />
        </section>
      ))}
      <Said heading={say.noWaiting} text={shown.noWaiting} />
      {shown.tool !== null && <p>{say.toolVersion(shown.tool.title, shown.tool.version)}</p>}
    </>
  )
}

function Around({ shown, language }: Part) {
  const say = decisionWords.in(language)
  const { talk, withheld, delayed } = shown
  const forms = shown.treatmentConsentForms.map(
    ({ form, says, where, by }) =>
      `${[say.consentForm.forms[form], says, where].filter((one) => one !== '').join(': ')}. ` +
      `${say.consentFormBy(by)}.`,
  )
  return (
    <>
      <Said
        heading={`${say.agenda}: ${say.personAgenda.toLowerCase()}`}
        text={shown.personAgenda}
      />
      <Said
        heading={`${say.agenda}: ${say.professionalAgenda.toLowerCase()}`}
        text={shown.professionalAgenda}
      />
      <List
        heading={say.people}
        texts={shown.people.map(({ name, role }) => (role === '' ? name : `${name}, ${role}`))}
      />
      {talk !== null && (
        <List
          heading={say.talk}
          texts={[
            formatDay(talk.day as Day, language),
            talk.method,
            talk.seenBy,
            talk.responsible,
            talk.accompanied,
            talk.interpreter,
            talk.recording,
          ].filter((one) => one !== '')}
        />
      )}
      <List heading={say.consentForms} texts={forms} />
      <Said heading={say.before} text={shown.before} />
      <List heading={`${say.next}: ${say.nextPerson.toLowerCase()}`} texts={shown.personActions} />
      <List
        heading={`${say.next}: ${say.nextProfessional.toLowerCase()}`}
        texts={shown.professionalActions}
      />
      <Said heading={say.withheld} text={withheld === null ? '' : say.withheldSays(withheld.why)} />
      <Said
        heading={say.delayed}
        text={delayed === null ? '' : say.delayedSays(delayed.what, delayed.why, delayed.when)}
      />
    </>
  )
}

const Text = ({ text }: { readonly text: string }): ReactNode =>
  text === '' ? null : <p className="as-written">{text}</p>

const Said = ({ heading, text }: { readonly heading: string; readonly text: string }) =>
  text === '' ? null : (
    <>
      <h3>{heading}</h3>
      <Text text={text} />
    </>
  )

function List(props: {
  readonly heading: string
  readonly texts: readonly string[]
  /** Below an option, whose name is a heading of its own. */
  readonly deep?: boolean
}) {
  const { heading, texts, deep = false } = props
  if (texts.length === 0) return null
  return (
    <>
      {deep ? <p>{heading}:</p> : <h3>{heading}</h3>}
      <ul>
        {texts.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </>
  )
}
