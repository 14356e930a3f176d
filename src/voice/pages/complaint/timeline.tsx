// The timeline of a complaint: every step in order, the same for both sides.
import type { OrganisationId } from '../../../basics/index.ts'
import { formatDueDay, type Language, Moment, type ThreadStep } from '../../../web/index.ts'
import type { SeenComplaint } from '../../actions/see-complaint.ts'
import { outsideNamed } from '../../domain/complaint/outside.ts'
import { responseParts } from '../../domain/complaint/response-parts.ts'
import { complaintWords } from '../../words/words.ts'

type Say = ReturnType<typeof complaintWords.in>
type Told = { readonly say: Say; readonly language: Language }
type Step = SeenComplaint['complaint']['timeline'][number]
type Base = Pick<ThreadStep, 'heading' | 'when'>

/** What says nothing to a person: a code was made, or it is kept by somebody signed in. */
const unsaid: readonly Step['kind'][] = ['complaint-way-back-made', 'complaint-kept']

export function stepsOf(seen: SeenComplaint, language: Language): ThreadStep[] {
  const say = complaintWords.in(language)
  const told = { say, language }
  return seen.complaint.timeline
    .filter(({ kind }) => !unsaid.includes(kind))
    .map((fact) => {
      const base: Base = { heading: say.kinds[fact.kind], when: <Moment at={fact.at} /> }
      return partyStep(seen, base, fact, told) ?? bodyStep(seen, base, fact, told) ?? base
    })
}

const quoted = (base: Base, quote: string): ThreadStep => (quote === '' ? base : { ...base, quote })

/** Steps of the complainant, and of who takes part. */
function partyStep(seen: SeenComplaint, base: Base, fact: Step, told: Told): ThreadStep | null {
  const { say } = told
  const { id, names } = seen
  const nameOf = (body: string) => names.get(body as OrganisationId) ?? ''
  switch (fact.kind) {
    case 'complaint-received': {
      const { says, wants, how } = fact.body
      return {
        ...base,
        by: say.how[how as 'oral'],
        quote: says,
        children: wants !== '' && <More heading={say.wanted} says={wants} />,
      }
    }
    case 'complaint-record-confirmed': {
      const { right, says } = fact.body
      if (right) return { ...base, children: <p>{say.recordRight}</p> }
      return { ...base, quote: says, by: say.recordWrong }
    }
    case 'complaint-representative-named': {
      const { name, relation, ends, why } = fact.body
      if (!ends) return quoted(base, `${name}, ${relation}`)
      return quoted({ ...base, heading: say.actsEnded(name) }, why)
    }
    case 'complaint-sharing-asked': {
      const { other, lead, how, why } = fact.body
      const says =
        how === 'pass' ? say.passTo(nameOf(other)) : say.answerWith(nameOf(other), nameOf(lead))
      return { ...base, quote: why, children: <p>{says}</p> }
    }
    case 'complaint-sharing-answered':
      return { ...base, children: <p>{fact.body.allowed ? say.allow : say.refuse}</p> }
    case 'complaint-withdrawn':
      return { ...quoted(base, fact.body.why), standing: 'broken' }
    case 'complaint-ombudsman-decided':
      return decisionStep(id, base, fact, told)
    default:
      return null
  }
}

type Decided = Extract<Step, { kind: 'complaint-ombudsman-decided' }>

const decisionStep = (
  id: string,
  base: Base,
  { body }: Decided,
  { say, language }: Told,
): ThreadStep => ({
  ...base,
  by: [say.outcomes[body.outcome as 'upheld'], body.number].filter(Boolean).join(' · '),
  quote: body.says,
  children: (
    <>
      {body.recommendations.length > 0 && (
        <ol>
          {body.recommendations.map(({ says, due }) => (
            <li key={says + due}>{say.recommends(says, formatDueDay(due, language))}</li>
          ))}
        </ol>
      )}
      {body.file !== null && (
        <p>
          <a href={`/complaints/${id}/decision/file`}>{say.decisionFile}</a>
        </p>
      )}
    </>
  ),
})

/** Steps of those who handle it. */
function bodyStep(
  { names }: SeenComplaint,
  base: Base,
  fact: Step,
  { say, language }: Told,
): ThreadStep | null {
  const nameOf = (body: string) => names.get(body as OrganisationId) ?? ''
  switch (fact.kind) {
    case 'complaint-opened':
      return { ...base, by: nameOf(fact.body.body) }
    case 'complaint-plan-proposed': {
      const day = formatDueDay(fact.body.replyBy, language)
      return { ...quoted(base, fact.body.says), children: <p>{say.answerBy(day)}</p> }
    }
    case 'complaint-part-given':
      return { ...base, by: nameOf(fact.body.body), quote: fact.body.says }
    case 'complaint-clock-missed': {
      const { step, due } = fact.body
      const what = say.steps[step as 'reply'] ?? step
      const says = say.missedStep(what, formatDueDay(due, language))
      return { ...base, standing: 'broken', children: <p>{says}</p> }
    }
    case 'complaint-not-dealt-with': {
      const { ground, says, body } = fact.body
      const law = outsideNamed(ground)
      const why = law === undefined ? '' : `${law.says} (${law.source}).`
      return { ...base, by: nameOf(body), quote: says, children: <p lang="en">{why}</p> }
    }
    case 'complaint-response-sent':
      return { ...base, by: fact.body.signedBy, children: <Response parts={fact.body.parts} /> }
    case 'complaint-learning-recorded': {
      const { change, says } = fact.body
      return { ...base, by: change === 'none' ? say.noChange : say.aPromise, quote: says }
    }
    case 'complaint-acknowledged':
    case 'complaint-progress-told':
    case 'complaint-delay-explained':
    case 'complaint-added-to':
    case 'complaint-resolved-at-once':
    case 'complaint-ombudsman-asked':
    case 'complaint-talk-declined':
      return quoted(base, fact.body.says)
    default:
      return null
  }
}

const More = ({ heading, says }: { readonly heading: string; readonly says: string }) => (
  <>
    <h4>{heading}</h4>
    <p>{says}</p>
  </>
)

function Response({ parts }: { readonly parts: Readonly<Record<string, string>> }) {
  return (
    <>
      {responseParts
        .filter(({ code }) => (parts[code] ?? '') !== '')
        .map(({ code, says }) => (
          <More key={code} heading={says} says={parts[code] ?? ''} />
        ))}
    </>
  )
}
