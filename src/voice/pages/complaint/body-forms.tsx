// What those who handle a complaint can do on its page: first what is due, then the rest.
import type { OrganisationId } from '../../../basics/index.ts'
import {
  Button,
  DateInput,
  Details,
  formatList,
  Inset,
  PageForm,
  Radios,
  Textarea,
  TextInput,
} from '../../../web/index.ts'
import type { SeenComplaint } from '../../actions/see-complaint.ts'
import { isClosed } from '../../domain/complaint/complaint.ts'
import { responseParts } from '../../domain/complaint/response-parts.ts'
import { complaintWords, complaintWorkWords } from '../../words/words.ts'
import type { ComplaintPageProps } from './page-props.ts'
import { has, type Part, PlanForm, PlanWaiting, Says, SaysForm } from './says.tsx'

const say = complaintWords.in('en')
const work = complaintWorkWords.in('en')

const mustAcknowledge = ({ complaint }: SeenComplaint) =>
  complaint.holdings.some((one) => one.acknowledges && one.acknowledgedAt === null)

/** The step that comes next, open: to acknowledge, to agree, to give a part, to learn. */
export function BodyNext(props: ComplaintPageProps) {
  const { seen } = props
  const { complaint, side, names } = seen
  if (isClosed(complaint) || side.side !== 'body') return null
  const planned = complaint.proposed !== null && complaint.proposed.from === 'complainant'
  const learns = complaint.response !== null && complaint.learning === null
  const gives = complaint.together.includes(side.body) && complaint.response === null
  const given = complaint.parts.some(({ body }) => body === side.body)
  if (!mustAcknowledge(seen) && !planned && !learns && (!gives || given)) return null
  const lead = names.get(complaint.lead as OrganisationId) ?? ''
  return (
    <>
      <h2>{say.todo}</h2>
      {mustAcknowledge(seen) && <AcknowledgeForm {...props} />}
      <PlanWaiting {...props} />
      {gives && !given && (
        <SaysForm
          {...props}
          end="part"
          heading={work.part}
          label={work.part}
          hint={work.partHint(lead)}
          button={work.partButton}
        />
      )}
      {learns && <LearningForm {...props} />}
    </>
  )
}

function AcknowledgeForm({ seen, entry }: Part) {
  return (
    <PageForm action={`/complaints/${seen.id}/acknowledge`}>
      <Radios
        name="how"
        label={work.acknowledgeHow}
        entry={entry}
        choices={[
          { value: 'written', text: work.acknowledgeWritten },
          { value: 'oral', text: work.acknowledgeOral },
        ]}
      />
      <Textarea
        name="acknowledge"
        label={say.says}
        hint={work.acknowledgeHint}
        entry={entry}
        rows={4}
      />
      <Button>{work.acknowledgeButton}</Button>
    </PageForm>
  )
}

/** The rest, folded away. */
export function BodyMore(props: ComplaintPageProps) {
  const { seen } = props
  const { complaint, id, side } = seen
  const { ombudsmanAskedAt, ombudsman, representative, response } = complaint
  const decides = ombudsmanAskedAt !== null && ombudsman === null
  const open = !isClosed(complaint)
  const waits = complaint.sharing !== null && complaint.sharingAnswer === null
  if (side.side !== 'body' || (!open && !decides)) return null
  return (
    <>
      <h2>{say.more}</h2>
      {open && response === null && complaint.lead === side.body && <ResponseForm {...props} />}
      {open && response === null && <PlanForm {...props} />}
      {open && <Says {...props} end="add" heading={say.add} />}
      {open && response === null && (
        <Says {...props} end="explain" heading={work.explain} hint={work.explainHint} />
      )}
      {open && representative !== null && (
        <Says
          {...props}
          end="representative/end"
          field="stop"
          heading={work.reject(representative.name)}
          hint={work.rejectSays}
          button={work.rejectButton}
          warning
        />
      )}
      {open && response === null && (
        <p>{waits ? work.passTold : <a href={`/complaints/${id}/pass`}>{work.pass}</a>}</p>
      )}
      {decides && (
        <p>
          <a href={`/complaints/${id}/decision`}>{say.decided}</a>
        </p>
      )}
    </>
  )
}

function ResponseForm({ seen, entry }: Part) {
  const { complaint, names } = seen
  const codes = responseParts.map(({ code }) => code)
  const nameOf = (body: string) => names.get(body as OrganisationId) ?? ''
  const given = new Set(complaint.parts.map(({ body }) => body))
  const missing = complaint.together.filter((body) => !given.has(body)).map(nameOf)
  return (
    <Details summary={work.respond} open={has(entry, 'signedBy', 'respond', ...codes)}>
      <PageForm action={`/complaints/${seen.id}/respond`}>
        <p>{work.respondHint}</p>
        {missing.length > 0 && (
          <Inset>
            <p>{work.waitsFor(formatList(missing, 'en'))}</p>
          </Inset>
        )}
        {complaint.parts.map(({ body, says }) => (
          <Inset key={body}>
            <h3>{work.partsOf(nameOf(body))}</h3>
            <p>{says}</p>
          </Inset>
        ))}
        {responseParts.map(({ code, says, required }) => (
          <Textarea
            key={code}
            name={code}
            label={says}
            {...(required ? {} : { hint: work.optional })}
            entry={entry}
            rows={4}
          />
        ))}
        <TextInput name="signedBy" label={work.signedBy} entry={entry} />
        <Button>{work.respondButton}</Button>
      </PageForm>
    </Details>
  )
}

function LearningForm({ seen, entry }: Part) {
  return (
    <PageForm action={`/complaints/${seen.id}/learn`}>
      <h3>{work.learn1}</h3>
      <Radios
        name="learn"
        label={work.learnChoice}
        entry={entry}
        choices={[
          { value: 'promise', text: work.learnPromise },
          { value: 'none', text: work.learnNone },
        ]}
      />
      <Textarea name="learned" label={work.learnSays} entry={entry} rows={3} />
      <TextInput name="learnedBy" label={work.learnBy} entry={entry} />
      <DateInput name="learnedDue" label={work.learnDue} entry={entry} />
      <Button>{work.learnButton}</Button>
    </PageForm>
  )
}
