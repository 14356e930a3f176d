// The part of the ombudsman's bundle that opens without us: who, what was agreed, every step.
import type { Instant, OrganisationId } from '../../../basics/index.ts'
import type { Leaving } from '../../../log/index.ts'
import type { ZipEntry } from '../../../plumbing/index.ts'
import { formatDueDay, formatInstant, formatList, renderAlone } from '../../../web/index.ts'
import type { SeenComplaint } from '../../actions/see-complaint.ts'
import { duesOf } from '../../domain/complaint/dues.ts'
import { rightNamed } from '../../domain/right/every-right.ts'
import { bundleWords as words } from '../../words/bundle-en.ts'
import { complaintWords } from '../../words/words.ts'
import { stepsOf } from './timeline.tsx'

const say = complaintWords.in('en')

/** All facts and files of a complaint, and a page that says what they say. */
export const readableComplaint = (seen: SeenComplaint, now: Instant): Leaving => ({
  also: async () => [],
  withhold: () => null,
  async *readable(): AsyncIterable<ZipEntry> {
    const page = { title: words.title, main: <Chronology seen={seen} now={now} /> }
    yield { name: 'complaint.html', bytes: Buffer.from(renderAlone(page, 'en', now)) }
  },
})

function Chronology({ seen, now }: { readonly seen: SeenComplaint; readonly now: Instant }) {
  const { complaint, names } = seen
  const { received } = complaint
  if (received === null) return null
  const nameOf = (body: string) => names.get(body as OrganisationId) ?? ''
  const { name, says, wants, how, nation, happenedOn } = received.body
  const right = rightNamed(received.body.right ?? '')
  return (
    <>
      <p>{words.lead}</p>
      <h2>{words.parties}</h2>
      <dl>
        <dt>{say.complaintOf}</dt>
        <dd>{name || say.notSaid}</dd>
        <dt>{say.bodies}</dt>
        <dd>{formatList(complaint.bodies.map(nameOf), 'en')}</dd>
        <dt>{say.leads}</dt>
        <dd>{nameOf(complaint.lead ?? '')}</dd>
        {right !== undefined && (
          <>
            <dt>{say.restsOn}</dt>
            <dd>{`${right.says} (${right.id})`}</dd>
          </>
        )}
        <dt>{say.nation}</dt>
        <dd>{say.nations[nation as 'england'] ?? nation}</dd>
        {happenedOn !== null && (
          <>
            <dt>{say.whenName}</dt>
            <dd>{formatDueDay(happenedOn, 'en')}</dd>
          </>
        )}
      </dl>
      <h2>{words.complaint}</h2>
      <article>
        <p className="as-written">{says}</p>
        {wants !== '' && <p className="as-written">{`${say.wanted}: ${wants}`}</p>}
        <p className="small">{say.how[how as 'oral']}</p>
      </article>
      <h2>{words.consents}</h2>
      <Consents seen={seen} />
      <h2>{say.dues}</h2>
      <ul>
        {duesOf(complaint, now).map(({ step, due, standing }) => (
          <li key={`${step} ${due}`}>
            {`${say.steps[step]}: ${formatDueDay(due, 'en')}. ${say.dueState[standing]}.`}
          </li>
        ))}
      </ul>
      <h2>{words.chronology}</h2>
      {stepsOf(seen, 'en').map(({ heading, when, by, quote, children }, place) => (
        <article key={String(place)}>
          <h3>{heading}</h3>
          <p className="small">
            {when}
            {by !== undefined && `, ${by}`}
          </p>
          {quote !== undefined && <blockquote className="as-written">{quote}</blockquote>}
          {children}
        </article>
      ))}
      <h2>{words.hashes}</h2>
      <p>{words.hashesSay}</p>
    </>
  )
}

/** Who said yes to what, and when: to somebody who acts, and to other bodies. */
function Consents({ seen }: { readonly seen: SeenComplaint }) {
  const { timeline } = seen.complaint
  const nameOf = (body: string) => seen.names.get(body as OrganisationId) ?? ''
  const lines = timeline.flatMap((one): readonly string[] => {
    const when = formatInstant(one.at, 'en')
    switch (one.kind) {
      case 'complaint-received': {
        const acts = one.body.representative
        if (acts === null) return []
        const ground = say.grounds[acts.ground as 'asked'] ?? acts.ground
        return [words.acts(when, `${acts.name}, ${acts.relation}`, ground, acts.permission)]
      }
      case 'complaint-representative-named': {
        const { name, relation, ends } = one.body
        return [ends ? words.actsEnded(when, name) : words.actsNamed(when, `${name}, ${relation}`)]
      }
      case 'complaint-sharing-answered':
        return [words.shared(when, nameOf(one.body.other), one.body.allowed)]
      default:
        return []
    }
  })
  if (lines.length === 0) return <p>{words.noConsents}</p>
  return (
    <ul>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}
