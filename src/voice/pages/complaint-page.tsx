// A formal complaint: the same page for the complainant and for whoever handles it.
import type { Instant, OrganisationId } from '../../basics/index.ts'
import {
  Button,
  Card,
  DateInput,
  Details,
  ErrorSummary,
  type FormEntry,
  formatDueDay,
  formatList,
  Moment,
  NotificationBanner,
  PageForm,
  PageHeading,
  PromiseState,
  Radios,
  Table,
  Textarea,
  TextInput,
  Thread,
  type ThreadStep,
  UrgentHelp,
} from '../../web/index.ts'
import type { SeenComplaint } from '../actions/handle-complaint.ts'
import { type ComplaintDue, duesOf, isClosed } from '../domain/complaint.ts'
import { responseParts } from '../domain/response-parts.ts'
import { complaintWords } from '../words/words.ts'
import { publicStanding, type StoryPromise } from './story-thread.tsx'

const say = complaintWords.in('en')

export type ComplaintPageProps = {
  readonly seen: SeenComplaint
  readonly promises: readonly StoryPromise[]
  readonly now: Instant
  readonly entry: FormEntry
  readonly said: 'made' | 'done' | null
}

export function ComplaintPage(props: ComplaintPageProps) {
  const { seen, now, promises } = props
  const { complaint, names } = seen
  const { received } = complaint
  if (received === null) return null
  const bodies = complaint.bodies.map((one) => names.get(one as OrganisationId) ?? '')
  return (
    <>
      <ErrorSummary entry={props.entry} />
      {props.said !== null && (
        <NotificationBanner success>
          {props.said === 'made' ? say.made : say.done}
        </NotificationBanner>
      )}
      <PageHeading about={say.about}>{say.to(formatList(bodies, 'en'))}</PageHeading>
      <Dues dues={duesOf(complaint, now)} />
      {promises.map(({ ref, promise }) => {
        const { standing, says } = publicStanding(promise, now, 'en')
        return (
          <Card
            key={ref.stream}
            heading={promise.made?.says ?? ''}
            href={`/promises/${ref.stream}`}
            state={<PromiseState standing={standing} says={says} />}
          >
            <p className="cp-small">{promise.made?.promiser.shownAs}</p>
          </Card>
        )
      })}
      <h2>{say.timeline}</h2>
      <Thread steps={stepsOf(seen)} />
      {seen.side.side === 'body' ? <BodyForms {...props} /> : <ComplainantForms {...props} />}
      <p>
        <a href={`/complaints/${seen.id}/bundle`}>{say.bundle}</a>. {say.bundleSays}
      </p>
      {props.said === 'made' && <UrgentHelp />}
    </>
  )
}

const looks = { waiting: 'waiting', met: 'kept', 'met late': 'disputed', late: 'overdue' } as const

function Dues({ dues }: { readonly dues: readonly ComplaintDue[] }) {
  return (
    <Table
      caption={say.dues}
      columns={[{ heading: say.dues }, { heading: say.replyBy }, { heading: say.timeline }]}
      rows={dues.map(({ step, due, standing }) => {
        const words = say.dueState[standing]
        const day = formatDueDay(due, 'en')
        const says = typeof words === 'string' ? words : words(day)
        const state = <PromiseState key={step} standing={looks[standing]} says={says} />
        return { key: step, cells: [say.steps[step], day, state] as const }
      })}
    />
  )
}

function stepsOf({ complaint }: SeenComplaint): ThreadStep[] {
  return complaint.timeline.map((fact): ThreadStep => {
    const heading = say.kinds[fact.kind]
    const base = { heading, when: <Moment at={fact.at} /> }
    switch (fact.kind) {
      case 'complaint-received':
        return { ...base, quote: [fact.body.says, fact.body.wants].filter(Boolean).join('\n\n') }
      case 'complaint-plan-proposed':
        return {
          ...base,
          quote: fact.body.says,
          children: <p>{formatDueDay(fact.body.replyBy, 'en')}</p>,
        }
      case 'complaint-response-sent':
        return {
          ...base,
          by: fact.body.signedBy,
          children: (
            <>
              {responseParts
                .filter(({ code }) => (fact.body.parts[code] ?? '') !== '')
                .map(({ code, says }) => (
                  <div key={code}>
                    <h4>{says}</h4>
                    <p>{fact.body.parts[code]}</p>
                  </div>
                ))}
            </>
          ),
        }
      case 'complaint-sharing-asked':
        return { ...base, quote: fact.body.why }
      case 'complaint-sharing-answered':
        return { ...base, children: <p>{fact.body.allowed ? say.allow : say.refuse}</p> }
      case 'complaint-representative-named':
        return { ...base, quote: `${fact.body.name}, ${fact.body.relation}` }
      case 'complaint-withdrawn':
        return { ...base, quote: fact.body.why, standing: 'broken' }
      case 'complaint-learning-recorded':
        return {
          ...base,
          by: fact.body.change === 'none' ? say.learnNone : say.learnPromise,
          quote: fact.body.says,
        }
      case 'complaint-opened':
      case 'complaint-plan-agreed':
        return base
      default:
        return { ...base, quote: fact.body.says }
    }
  })
}

const has = (entry: FormEntry, ...names: string[]) => names.some((name) => name in entry.errors)

function PlanForms({ seen, entry }: ComplaintPageProps) {
  const { proposed } = seen.complaint
  const at = `/complaints/${seen.id}`
  const theirs = proposed !== null && proposed.from !== seen.side.side
  return (
    <>
      {theirs && (
        <PageForm action={`${at}/agree`}>
          <h2>{say.planOf}</h2>
          <p>{proposed.says}</p>
          <input type="hidden" name="plan" value={proposed.fact} />
          <Button>{say.agreePlan(formatDueDay(proposed.replyBy, 'en'))}</Button>
        </PageForm>
      )}
      <Details summary={say.plan} open={has(entry, 'plan', 'replyBy')}>
        <PageForm action={`${at}/plan`}>
          <Textarea name="plan" label={say.planSays} hint={say.planHint} entry={entry} rows={3} />
          <DateInput name="replyBy" label={say.replyBy} entry={entry} />
          <Button>{say.proposePlan}</Button>
        </PageForm>
      </Details>
    </>
  )
}

function Says(props: {
  readonly seen: SeenComplaint
  readonly entry: FormEntry
  readonly end: string
  readonly heading: string
  readonly hint?: string
  readonly button?: string
  readonly warning?: boolean
}) {
  const { seen, entry, end, heading, hint } = props
  return (
    <Details summary={heading} open={has(entry, end)}>
      <PageForm action={`/complaints/${seen.id}/${end}`}>
        <Textarea
          name={end}
          label={say.says}
          {...(hint === undefined ? {} : { hint })}
          entry={entry}
          rows={4}
        />
        <Button kind={props.warning === true ? 'warning' : 'primary'}>
          {props.button ?? say.send}
        </Button>
      </PageForm>
    </Details>
  )
}

function BodyForms(props: ComplaintPageProps) {
  const { seen, entry } = props
  const { complaint, id } = seen
  const part = { seen, entry }
  if (isClosed(complaint) && complaint.ombudsmanAskedAt === null) return null
  return (
    <>
      {complaint.acknowledgedAt === null && (
        <Says
          {...part}
          end="acknowledge"
          heading={say.acknowledge}
          hint={say.acknowledgeHint}
          button={say.acknowledgeButton}
        />
      )}
      {!isClosed(complaint) && <PlanForms {...props} />}
      {!isClosed(complaint) && <Says {...part} end="add" heading={say.add} />}
      {complaint.response === null && <Says {...part} end="explain" heading={say.explain} />}
      {complaint.response === null && <ResponseForm {...props} />}
      {complaint.response !== null && complaint.learning === null && <LearningForm {...props} />}
      {complaint.ombudsmanAskedAt !== null && complaint.ombudsman === null && (
        <Details summary={say.decided} open={has(entry, 'decided')}>
          <PageForm action={`/complaints/${id}/decided`}>
            <Textarea name="decided" label={say.decided} entry={entry} />
            <Textarea name="recommendation" label={say.recommendation} entry={entry} rows={3} />
            <DateInput name="recommendationDue" label={say.recommendationDue} entry={entry} />
            <Button>{say.decidedButton}</Button>
          </PageForm>
        </Details>
      )}
    </>
  )
}

function ResponseForm({ seen, entry }: ComplaintPageProps) {
  const codes = responseParts.map(({ code }) => code)
  return (
    <Details summary={say.respond} open={has(entry, 'signedBy', ...codes)}>
      <PageForm action={`/complaints/${seen.id}/respond`}>
        <p>{say.respondHint}</p>
        {responseParts.map(({ code, says, required }) => (
          <Textarea
            key={code}
            name={code}
            label={says}
            {...(required ? {} : { hint: 'Optional' })}
            entry={entry}
            rows={4}
          />
        ))}
        <TextInput name="signedBy" label={say.signedBy} entry={entry} />
        <Button>{say.respondButton}</Button>
      </PageForm>
    </Details>
  )
}

function LearningForm({ seen, entry }: ComplaintPageProps) {
  return (
    <PageForm action={`/complaints/${seen.id}/learn`}>
      <h2>{say.learn}</h2>
      <Radios
        name="learn"
        label={say.learnChoice}
        entry={entry}
        choices={[
          { value: 'promise', text: say.learnPromise },
          { value: 'none', text: say.learnNone },
        ]}
      />
      <Textarea name="learned" label={say.learnSays} entry={entry} rows={3} />
      <TextInput name="learnedBy" label={say.learnBy} entry={entry} />
      <DateInput name="learnedDue" label={say.learnDue} entry={entry} />
      <Button>{say.learnButton}</Button>
    </PageForm>
  )
}

function ComplainantForms(props: ComplaintPageProps) {
  const { seen, entry } = props
  const { complaint, names, id } = seen
  const part = { seen, entry }
  const { sharing, sharingAnswer } = complaint
  const open = !isClosed(complaint)
  return (
    <>
      {open && sharing !== null && sharingAnswer === null && (
        <PageForm action={`/complaints/${id}/sharing`}>
          <h2>{say.shareAsks(names.get(sharing.body.other as OrganisationId) ?? '')}</h2>
          <p>{sharing.body.why}</p>
          <input type="hidden" name="asked" value={sharing.id} />
          <Button name="allowed" value="yes">
            {say.allow}
          </Button>{' '}
          <Button kind="secondary" name="allowed" value="no">
            {say.refuse}
          </Button>
        </PageForm>
      )}
      {open && <PlanForms {...props} />}
      {open && <Says {...part} end="add" heading={say.add} />}
      {open && (
        <Details summary={say.representative} open={has(entry, 'representative')}>
          <PageForm action={`/complaints/${id}/representative`}>
            <TextInput name="representative" label={say.representativeName} entry={entry} />
            <TextInput name="relation" label={say.representativeRelation} entry={entry} />
            <Button>{say.representativeButton}</Button>
          </PageForm>
        </Details>
      )}
      {complaint.ombudsmanAskedAt === null && complaint.response !== null && (
        <Says
          {...part}
          end="ombudsman"
          heading={say.ombudsman}
          hint={say.ombudsmanSays}
          button={say.ombudsmanButton}
        />
      )}
      {open && <Says {...part} end="withdraw" heading={say.withdraw} warning />}
    </>
  )
}
