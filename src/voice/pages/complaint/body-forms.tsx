// What those who handle a complaint can do on its page: first what is due, then the rest.
import { dayIn, type Instant, LONDON, type OrganisationId } from '../../../basics/index.ts'
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
import { type Complaint, isOver, mustLearn, owesWord } from '../../domain/complaint/complaint.ts'
import { explainsFrom } from '../../domain/complaint/dues.ts'
import { cameLate, outsideTheLaw } from '../../domain/complaint/outside.ts'
import { responseParts } from '../../domain/complaint/response-parts.ts'
import { complaintWords, complaintWorkWords } from '../../words/words.ts'
import type { ComplaintPageProps } from './page-props.ts'
import { has, type Part, PlanForm, PlanWaiting, Says, SaysForm } from './says.tsx'

const say = complaintWords.in('en')
const work = complaintWorkWords.in('en')

const mustAcknowledge = ({ complaint, side }: SeenComplaint) =>
  !isOver(complaint) &&
  side.side === 'body' &&
  complaint.holdings.some((one) => owesWord(one, side.body))

/** The step that comes next, open: to acknowledge, to agree, to give a part, to learn. */
export function BodyNext(props: ComplaintPageProps) {
  const { seen } = props
  const { complaint, side, names } = seen
  if (side.side !== 'body') return null
  const open = !isOver(complaint)
  const planned = open && complaint.proposed?.from === 'complainant'
  const learns = mustLearn(complaint)
  const gives = open && complaint.together.includes(side.body) && complaint.response === null
  const given = complaint.parts.some(({ body }) => body === side.body)
  if (!mustAcknowledge(seen) && !planned && !learns && (!gives || given)) return null
  const lead = names.get(complaint.lead as OrganisationId) ?? ''
  return (
    <>
      <h2>{say.todo}</h2>
      {mustAcknowledge(seen) && <AcknowledgeForm {...props} />}
      {open && <PlanWaiting {...props} />}
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
  const { seen, now } = props
  const { complaint, id, side } = seen
  const { ombudsmanAskedAt, ombudsman, representative, response } = complaint
  if (side.side !== 'body') return null
  const decides = ombudsmanAskedAt !== null && ombudsman === null
  const open = !isOver(complaint)
  const leads = open && response === null && complaint.lead === side.body
  const explains = open && response === null && mayExplain(complaint, now)
  const waits = complaint.sharing !== null && complaint.sharingAnswer === null
  if (!open && !decides) return null
  return (
    <>
      <h2>{say.more}</h2>
      {leads && <ResponseForm {...props} />}
      {open && response === null && <PlanForm {...props} />}
      {open && <Says {...props} end="add" heading={say.add} />}
      {explains && <Says {...props} end="explain" heading={work.explain} hint={work.explainHint} />}
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
      {leads && complaint.received?.body.nation === 'england' && <OutsideForm {...props} />}
      {decides && (
        <p>
          <a href={`/complaints/${id}/decision`}>{say.decided}</a>
        </p>
      )}
    </>
  )
}

const mayExplain = (complaint: Complaint, now: Instant): boolean => {
  const from = explainsFrom(complaint)
  return from === null || dayIn(LONDON, now) >= from
}

/** The regulations do not ask for an answer: one of the reasons that the law lists, in writing. */
function OutsideForm({ seen, entry }: Part) {
  const late = cameLate(seen.complaint)
  return (
    <Details summary={work.outside} open={has(entry, 'ground', 'outside')}>
      <PageForm action={`/complaints/${seen.id}/outside`}>
        <p>{work.outsideSays}</p>
        <Radios
          name="ground"
          label={work.outsideWhich}
          entry={entry}
          choices={outsideTheLaw
            .filter(({ code }) => late || code !== 'late')
            .map(({ code, says }) => ({ value: code, text: says }))}
        />
        <Textarea
          name="outside"
          label={work.outsideWhy}
          hint={work.outsideHint}
          entry={entry}
          rows={4}
        />
        <Button kind="warning">{work.outsideButton}</Button>
      </PageForm>
    </Details>
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
