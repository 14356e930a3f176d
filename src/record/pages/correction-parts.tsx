// What the pages about correction requests have in common: how one stands, and what has happened.
import type { Id, Instant, OrganisationId } from '../../basics/index.ts'
import {
  formatDueDay,
  type Language,
  Moment,
  type PromiseStanding,
  PromiseState,
  Thread,
} from '../../web/index.ts'
import { type Correction, isOverdue } from '../domain/correction.ts'
import type { ListedCorrection } from '../store/corrections.ts'
import type { CorrectionWords } from '../words/correction-words.ts'

export type Names = ReadonlyMap<Id, string>

export type Telling = {
  readonly say: CorrectionWords
  readonly language: Language
  readonly now: Instant
}

export const nameFor = (names: Names, organisation: OrganisationId | null): string =>
  organisation === null ? '' : (names.get(organisation) ?? '')

/** How a request stands: in word and shape, then colour. */
export function CorrectionState({
  say,
  language,
  now,
  due,
  ended,
}: Telling & Pick<ListedCorrection, 'due' | 'ended'>) {
  if (ended !== null) {
    return <PromiseState standing={shapes[ended]} says={say.standing[ended]} />
  }
  const day = formatDueDay(due, language)
  return isOverdue(due, now) ? (
    <PromiseState standing="overdue" says={say.standing.late(day)} />
  ) : (
    <PromiseState standing="waiting" says={say.standing.due(day)} />
  )
}

const shapes: Readonly<Record<NonNullable<ListedCorrection['ended']>, PromiseStanding>> = {
  corrected: 'kept',
  annotated: 'kept',
  declined: 'disputed',
  withdrawn: 'waiting',
}

/** Everything that happened to a request, in order. */
export function CorrectionThread(
  props: Telling & {
    readonly correction: Correction
    readonly names: Names
  },
) {
  const { say, correction, names } = props
  const steps = correction.steps.map((step) => ({
    heading: say.one.steps[step.what],
    when: <Moment at={step.at} />,
    standing: step.what === 'correction-lapsed' ? ('broken' as const) : ('done' as const),
    ...(step.shownAs === null ? {} : { by: step.shownAs }),
    ...(step.says === null ? {} : { quote: step.says }),
    ...(step.to === null ? {} : { children: <p>{say.one.handedTo(nameFor(names, step.to))}</p> }),
  }))
  return <Thread steps={steps} level={3} />
}

/** The organisations that a request was ever with. */
export const holdersOf = ({ asked, steps }: Correction): readonly OrganisationId[] => [
  ...(asked === null ? [] : [asked.holder]),
  ...steps.flatMap(({ to }) => to ?? []),
]
