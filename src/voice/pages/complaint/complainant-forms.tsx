// What the complainant, or whoever acts for them, can do on the page of a complaint.
import { dayIn, LONDON, type OrganisationId } from '../../../basics/index.ts'
import {
  Button,
  Details,
  formatDueDay,
  PageForm,
  Textarea,
  TextInput,
  usePage,
} from '../../../web/index.ts'
import { isOver } from '../../domain/complaint/complaint.ts'
import { lastDayToResolve } from '../../domain/complaint/dues.ts'
import { ombudsmanOf } from '../../domain/complaint/grounds.ts'
import type { ComplaintPageProps } from './page-props.ts'
import { has, type Part, PlanForm, PlanWaiting, Says } from './says.tsx'
import { useSay } from './use-say.ts'

/** What waits for them: nothing is shown where nothing does. */
export function ComplainantNext(props: ComplaintPageProps) {
  const say = useSay()
  const { language } = usePage()
  const { seen, now } = props
  const { complaint, side } = seen
  if (isOver(complaint)) return <Keep {...props} />
  const unread = complaint.received?.body.writtenBy !== null && complaint.record === null
  const asked = complaint.sharing !== null && complaint.sharingAnswer === null
  const planned = complaint.proposed !== null && complaint.proposed.from !== side.side
  const atOnce = lastDayToResolve(complaint)
  const today = dayIn(LONDON, now)
  const resolves = atOnce !== null && today <= atOnce && complaint.response === null
  const spoken = complaint.received?.body.how === 'oral'
  const resolveSays = spoken ? say.resolveSays : say.resolveEarly
  const waits = unread || asked || planned || resolves
  return (
    <>
      <Keep {...props} />
      {waits && <h2>{say.todo}</h2>}
      {unread && <RecordForm {...props} />}
      {asked && <SharingForm {...props} />}
      <PlanWaiting {...props} />
      {resolves && atOnce !== null && (
        <Says
          {...props}
          end="resolve"
          heading={say.resolve}
          hint={resolveSays(formatDueDay(atOnce, language))}
          button={say.resolveButton}
        />
      )}
    </>
  )
}

function Keep({ mayKeep, seen }: ComplaintPageProps) {
  const say = useSay()
  if (!mayKeep) return null
  return (
    <PageForm action={`/complaints/${seen.id}/keep`}>
      <p>{say.keepSays}</p>
      <Button kind="secondary">{say.keep}</Button>
    </PageForm>
  )
}

function RecordForm({ seen, entry }: Part) {
  const say = useSay()
  const { received } = seen.complaint
  const at = `/complaints/${seen.id}/record`
  return (
    <>
      <h3>{say.record}</h3>
      <p>{say.recordSays}</p>
      <blockquote>
        <p>{received?.body.says}</p>
      </blockquote>
      <PageForm action={at}>
        <Button name="right" value="yes">
          {say.recordYes}
        </Button>
      </PageForm>
      <Details summary={say.recordNo} open={has(entry, 'record')}>
        <PageForm action={at}>
          <input type="hidden" name="right" value="no" />
          <Textarea name="record" label={say.recordMore} entry={entry} rows={4} />
          <Button>{say.recordSend}</Button>
        </PageForm>
      </Details>
    </>
  )
}

function SharingForm({ seen }: Part) {
  const say = useSay()
  const { sharing } = seen.complaint
  if (sharing === null) return null
  const nameOf = (body: string) => seen.names.get(body as OrganisationId) ?? ''
  const { other, how, lead, why } = sharing.body
  return (
    <PageForm action={`/complaints/${seen.id}/sharing`}>
      <h3>{say.shareAsks(nameOf(other))}</h3>
      <p>
        {how === 'pass' ? say.passTo(nameOf(other)) : say.answerWith(nameOf(other), nameOf(lead))}
      </p>
      <blockquote>
        <p>{why}</p>
      </blockquote>
      <input type="hidden" name="asked" value={sharing.id} />
      <Button name="allowed" value="yes">
        {say.allow}
      </Button>{' '}
      <Button kind="secondary" name="allowed" value="no">
        {say.refuse}
      </Button>
    </PageForm>
  )
}

/** What they may do besides, folded away. */
export function ComplainantMore(props: ComplaintPageProps) {
  const say = useSay()
  const { seen } = props
  const { complaint, id } = seen
  const open = !isOver(complaint)
  const asked = complaint.ombudsmanAskedAt !== null
  const talks = open && complaint.acknowledgedAt !== null && complaint.plan === null
  return (
    <>
      <h2>{say.more}</h2>
      {open && <Says {...props} end="add" heading={say.add} />}
      {open && complaint.response === null && <PlanForm {...props} />}
      {talks && complaint.talkDeclinedAt === null && (
        <Details summary={say.decline}>
          <PageForm action={`/complaints/${id}/decline`}>
            <p>{say.declineSays}</p>
            <Button kind="secondary">{say.declineButton}</Button>
          </PageForm>
        </Details>
      )}
      {open && <Acts {...props} />}
      {!asked && <OmbudsmanForm {...props} />}
      {asked && complaint.ombudsman === null && (
        <p>
          <a href={`/complaints/${id}/decision`}>{say.decided}</a>
        </p>
      )}
      {open && complaint.response === null && (
        <Says
          {...props}
          end="withdraw"
          heading={say.withdraw}
          hint={say.withdrawSays}
          button={say.withdrawButton}
          warning
          rows={2}
        />
      )}
      {seen.byCode && (
        <p>
          <a href={`/complaints/${id}/made`}>{say.codeNew}</a>
        </p>
      )}
    </>
  )
}

function OmbudsmanForm(props: Part) {
  const say = useSay()
  const { name, address, telephone, also } = ombudsmanOf(
    props.seen.complaint.received?.body.nation ?? 'england',
  )
  const says = [say.ombudsmanSays(name, address, telephone), also ?? ''].join(' ').trim()
  return (
    <Says
      {...props}
      end="ombudsman"
      heading={say.ombudsman}
      hint={says}
      button={say.ombudsmanButton}
    />
  )
}

/** Who acts: named, given a code, ended. Whoever acts can only end it. */
function Acts({ seen, entry }: Part) {
  const say = useSay()
  const { representative } = seen.complaint
  const { side, id } = seen
  const at = `/complaints/${id}/representative`
  const self = side.side === 'complainant' && side.acts === 'representative'
  if (representative === null) {
    return (
      <Details summary={say.representative} open={has(entry, 'representative', 'relation')}>
        <PageForm action={at}>
          <p>{say.representativeSays}</p>
          <TextInput name="representative" label={say.representativeName} entry={entry} />
          <TextInput name="relation" label={say.representativeRelation} entry={entry} />
          <Button>{say.representativeButton}</Button>
        </PageForm>
      </Details>
    )
  }
  const { name } = representative
  return (
    <>
      {!self && (
        <PageForm action={`${at}/code`}>
          <Button kind="secondary">{say.representativeCodeButton(name)}</Button>
        </PageForm>
      )}
      <Details summary={self ? say.stopSelf : say.stop(name)}>
        <PageForm action={`${at}/end`}>
          <p>{say.stopSays}</p>
          <Button kind="warning">{say.stopButton}</Button>
        </PageForm>
      </Details>
    </>
  )
}
