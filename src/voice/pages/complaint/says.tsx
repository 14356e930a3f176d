// The two small forms of a complaint that both sides use: say something, and a plan.
import {
  Button,
  DateInput,
  Details,
  type FormEntry,
  formatDueDay,
  PageForm,
  Textarea,
  usePage,
} from '../../../web/index.ts'
import type { SeenComplaint } from '../../actions/see-complaint.ts'
import { useSay } from './use-say.ts'

export type Part = { readonly seen: SeenComplaint; readonly entry: FormEntry }

export const has = (entry: FormEntry, ...names: string[]) =>
  names.some((name) => name in entry.errors)

export type SaysProps = Part & {
  /** The end of the address, and the name of the field unless that is another. */
  readonly end: string
  readonly field?: string
  readonly heading: string
  readonly hint?: string
  readonly label?: string
  readonly button?: string
  readonly warning?: boolean
  readonly rows?: number
}

/** A form of one text, folded away until somebody wants it. */
export function Says(props: SaysProps) {
  return (
    <Details summary={props.heading} open={has(props.entry, props.field ?? props.end)}>
      <SaysForm {...props} />
    </Details>
  )
}

/** The same, open. */
export function SaysForm({ seen, entry, end, ...props }: SaysProps) {
  const say = useSay()
  const hint = props.hint === undefined ? {} : { hint: props.hint }
  return (
    <PageForm action={`/complaints/${seen.id}/${end}`}>
      <Textarea
        name={props.field ?? end}
        label={props.label ?? say.says}
        {...hint}
        entry={entry}
        rows={props.rows ?? 4}
      />
      <Button kind={props.warning === true ? 'warning' : 'primary'}>
        {props.button ?? say.send}
      </Button>
    </PageForm>
  )
}

/** A plan of the other side, to agree to. */
export function PlanWaiting({ seen }: Part) {
  const say = useSay()
  const { language } = usePage()
  const { proposed } = seen.complaint
  if (proposed === null || proposed.from === seen.side.side) return null
  return (
    <PageForm action={`/complaints/${seen.id}/agree`}>
      <h3>{say.planOf}</h3>
      <p>{proposed.says}</p>
      <input type="hidden" name="plan" value={proposed.fact} />
      <Button>{say.agreePlan(formatDueDay(proposed.replyBy, language))}</Button>
    </PageForm>
  )
}

/** Another plan, or the first. */
export function PlanForm({ seen, entry }: Part) {
  const say = useSay()
  return (
    <Details summary={say.plan} open={has(entry, 'plan', 'replyBy')}>
      <PageForm action={`/complaints/${seen.id}/plan`}>
        <Textarea name="plan" label={say.planSays} hint={say.planHint} entry={entry} rows={3} />
        <DateInput name="replyBy" label={say.replyBy} entry={entry} />
        <Button>{say.proposePlan}</Button>
      </PageForm>
    </Details>
  )
}
