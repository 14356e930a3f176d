// What waits for an answer: each change as it is now and as it would be, to agree to or not.
import { HowItReads, PlainWords } from '../../../messages/index.ts'
import {
  Button,
  Card,
  Details,
  ErrorSummary,
  type FormEntry,
  formatDayOf,
  freshEntry,
  type Language,
  PageForm,
  PageHeading,
  typedAt,
} from '../../../web/index.ts'
import type { SeenPlan } from '../../actions/plan/see-plan.ts'
import { isOld } from '../../domain/plan/decide.ts'
import { canAnswer, type Part } from '../../domain/plan/plan.ts'
import type { OpenProposal } from '../../store/plan-reads.ts'
import { type PlanWords, planWords } from '../../words/plan-words.ts'
import type { Place } from './place.ts'
import { ChangeView } from './values-view.tsx'

type Props = {
  readonly seen: SeenPlan
  readonly at: Place
  readonly entry: FormEntry
  readonly language: Language
}

export function WaitingPage({ seen, at, entry, language }: Props) {
  const say = planWords.in(language)
  const parts = new Map(
    seen.items.flatMap(({ part, inner }) => [part, ...inner].map((one) => [one.id, one] as const)),
  )
  const speaker = at.writer?.speaker
  const mine = speaker ? seen.open.filter((one) => canAnswer(one, speaker)) : []
  const others = seen.open.filter((one) => !mine.includes(one))
  const own = at.name === null
  const shown = (one: OpenProposal) => ({ one, parts, own, say, language })
  return (
    <>
      <ErrorSummary entry={entry} />
      <PageHeading about={at.name ?? undefined} lead={say.waitingLead}>
        {say.waitingTitle}
      </PageHeading>
      {speaker?.as === 'supporter' && <p>{say.waitingHelper}</p>}
      {seen.open.length === 0 && <p>{say.waitingNone}</p>}
      {mine.length > 0 && <AgreeForm mine={mine} {...{ at, entry, parts, say, language }} />}
      {mine.length > 0 && <h2>{say.sayNo}</h2>}
      {mine.map((one) => (
        <SayNo key={one.proposal} one={one} {...{ at, entry, parts, say }} />
      ))}
      {others.length > 0 && <h2>{say.waitsElsewhere}</h2>}
      {others.map((one) => (
        <Card key={one.proposal} heading={headingFor(one, parts, say)} level={3}>
          <Shown {...shown(one)} />
          {one.by !== null && one.by === at.writer?.actor.by && (
            <PageForm action={`${at.base}/waiting/back`}>
              <input type="hidden" name="proposal" value={one.proposal} />
              <Button kind="secondary">{say.takeBack}</Button>
            </PageForm>
          )}
        </Card>
      ))}
    </>
  )
}

type Known = { readonly parts: ReadonlyMap<string, Part>; readonly say: PlanWords }

function AgreeForm(
  props: Known & Omit<Props, 'seen'> & { readonly mine: readonly OpenProposal[] },
) {
  const { mine, at, entry, parts, say, language } = props
  const typed = typedAt(entry.typed, 'proposal')
  return (
    <PageForm action={`${at.base}/waiting`}>
      <fieldset className="nhsuk-fieldset">
        <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--m">{say.agreeTo}</legend>
        {mine.map((one, place) => (
          <div key={one.proposal} className="cp-card">
            <div className="nhsuk-checkboxes">
              <div className="nhsuk-checkboxes__item">
                <input
                  className="nhsuk-checkboxes__input"
                  type="checkbox"
                  id={place === 0 ? 'proposal' : `proposal-${place + 1}`}
                  name="proposal"
                  value={one.proposal}
                  defaultChecked={typed.includes(one.proposal)}
                />
                <label
                  className="nhsuk-label nhsuk-checkboxes__label"
                  htmlFor={place === 0 ? 'proposal' : `proposal-${place + 1}`}
                >
                  <b>{headingFor(one, parts, say)}</b>
                </label>
              </div>
            </div>
            <Shown one={one} own={at.name === null} {...{ parts, say, language }} />
          </div>
        ))}
      </fieldset>
      <Button>{say.agree}</Button>
    </PageForm>
  )
}

function Shown(
  props: Known & {
    readonly one: OpenProposal
    /** Whether the person reads it themselves. */
    readonly own: boolean
    readonly language: Language
  },
) {
  const { one, own, parts, say, language } = props
  const yes = [one.person, one.professional].flatMap((given) => given ?? [])
  return (
    <>
      <ChangeView change={one} part={parts.get(one.part) ?? null} say={say} />
      {isOld(one, parts) && <p className="cp-warn">{say.old}</p>}
      {one.because !== null && <blockquote>{one.because}</blockquote>}
      <p className="cp-small">
        {say.proposedBy(one.shownAs, formatDayOf(one.at, language))}{' '}
        {yes
          .filter(({ shownAs }) => shownAs !== one.shownAs)
          .map(({ shownAs }) => say.saidYes(shownAs))
          .join(' ')}{' '}
        {one.person === null && (own ? say.waitsFor.you : say.waitsFor.person)}{' '}
        {one.professional === null && say.waitsFor.professional}
      </p>
    </>
  )
}

function SayNo(props: Known & Pick<Props, 'at' | 'entry'> & { readonly one: OpenProposal }) {
  const { one, at, entry, parts, say } = props
  const about = typedAt(entry.typed, 'proposal')[0] === one.proposal
  // Sent back: with a mistake, or to be looked at once more before the person reads it.
  const again = about && typedAt(entry.typed, 'says').length > 0
  const wrong = about && (again || 'says' in entry.errors)
  return (
    <Details summary={`${say.sayNo}: ${headingFor(one, parts, say)}`} open={wrong}>
      <p>{say.sayNoLead}</p>
      {wrong && <HowItReads name="says" entry={entry} />}
      <PageForm action={`${at.base}/waiting/no`}>
        <input type="hidden" name="proposal" value={one.proposal} />
        <PlainWords
          name="says"
          label={say.sayNoLabel}
          entry={wrong ? entry : freshEntry()}
          rows={3}
        />
        <Button kind="secondary">{say.sayNoButton}</Button>
      </PageForm>
    </Details>
  )
}

/** What a proposal is about, in a line: what it is, and what it says. */
export function headingFor(
  { kind, part, set, remove }: OpenProposal,
  parts: ReadonlyMap<string, Part>,
  say: PlanWords,
): string {
  const there = parts.get(part)
  const named = there?.values ?? set
  const text = named.name ?? named.says ?? named.triggers ?? ''
  const what = remove ? say.remove : there === undefined ? say.adds : say.change
  return `${what}: ${say.sections[kind]} – ${Array.isArray(text) ? text.join(', ') : text}`
}
