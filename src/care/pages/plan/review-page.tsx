// Reviews of a plan: when it is looked at again, with what agenda, and what came of it.
import { HowItReads, PlainWords } from '../../../messages/index.ts'
import {
  Button,
  ButtonLink,
  Card,
  DateInput,
  Details,
  ErrorSummary,
  type FormEntry,
  formatDay,
  formatDayAndClock,
  Inset,
  type Language,
  PageForm,
  PageHeading,
  Textarea,
  TextInput,
} from '../../../web/index.ts'
import type { SeenReviews } from '../../actions/plan/see-plan.ts'
import type { Review } from '../../domain/plan/reviews.ts'
import type { PlanWords } from '../../words/plan-words.ts'
import type { Place } from './place.ts'

type Props = {
  readonly at: Place
  readonly entry: FormEntry
  readonly language: Language
  readonly say: PlanWords
}

/** Who must be booked so that the person can be understood. */
type Needed = { readonly needed: readonly string[] }

export function ReviewsPage(props: Props & Needed & { readonly list: SeenReviews }) {
  const { list, needed, at, entry, language, say } = props
  const words = say.review
  return (
    <>
      <ErrorSummary entry={entry} />
      <PageHeading about={at.name ?? undefined} lead={words.lead}>
        {words.title}
      </PageHeading>
      {list.length === 0 && <p>{words.none}</p>}
      {list.map(({ review }) => (
        <Card
          key={review.id}
          heading={whenOf(review, language)}
          href={`${at.base}/reviews/${review.id}`}
        >
          <p className="cp-small">{standingOf(review, say)}</p>
        </Card>
      ))}
      {at.writer !== null && (
        <>
          <h2>{words.planTitle}</h2>
          <PageForm action={`${at.base}/reviews`}>
            <DateInput name="on" label={words.day} entry={entry} />
            <TextInput name="time" label={words.time} hint={words.timeHint} entry={entry} />
            <TextInput name="place" label={words.place} entry={entry} />
            {needed.length > 0 && (
              <TextInput
                name="help"
                label={words.helpAsk}
                hint={
                  at.name === null ? words.helpOwn(listed(needed)) : words.helpHint(listed(needed))
                }
                entry={entry}
              />
            )}
            <Textarea name="agenda" label={words.agendaAsk} entry={entry} rows={4} />
            <Button>{words.plan}</Button>
          </PageForm>
        </>
      )}
    </>
  )
}

const listed = (needed: readonly string[]) => needed.join('; ')

const whenOf = ({ on, time }: Review, language: Language) => formatDayAndClock(on, time, language)

function standingOf({ held, calledOff }: Review, say: PlanWords): string {
  if (calledOff !== null) return say.review.isOff(calledOff.by, calledOff.says)
  return held === null ? say.review.isPlanned : say.review.isHeld(held.came.length)
}

/** Which form of the page was sent, and is shown again. */
export type ReviewForm = 'agenda' | 'off'

export function ReviewPage(
  props: Props & Needed & { readonly review: Review; readonly form: ReviewForm },
) {
  const { review, needed, at, entry, form, language, say } = props
  const nothing = { typed: {}, errors: {} }
  const [agendaEntry, offEntry] = form === 'off' ? [nothing, entry] : [entry, nothing]
  const words = say.review
  const { held, calledOff, agenda, place } = review
  const open = held === null && calledOff === null
  const base = `${at.base}/reviews/${review.id}`
  return (
    <>
      <ErrorSummary entry={entry} />
      <PageHeading about={at.name ?? words.one} lead={standingOf(review, say)}>
        {whenOf(review, language)}
      </PageHeading>
      {place !== null && <p>{place}</p>}
      <Help review={review} needed={needed} own={at.name === null} say={say} />
      {held === null && (
        <p>
          <a href={`${base}/calendar.ics`}>{words.calendar}</a>
        </p>
      )}
      <h2>{words.agenda}</h2>
      {agenda.length === 0 && <p>{words.agendaNone}</p>}
      <ul>
        {agenda.map(({ says, shownAs }) => (
          <li key={says}>
            {says} <span className="cp-small">({shownAs})</span>
          </li>
        ))}
      </ul>
      {held !== null && <Held held={held} language={language} say={say} />}
      {open && at.writer !== null && (
        <>
          {needed.length > 0 && (
            <PageForm action={`${base}/help`}>
              <TextInput
                name="help"
                label={review.help === null ? words.helpAsk : words.helpOther}
                entry={entry}
              />
              <Button kind="secondary">{words.helpSave}</Button>
            </PageForm>
          )}
          <PageForm action={`${base}/agenda`}>
            <TextInput name="says" label={words.agendaAdd} entry={agendaEntry} />
            <Button kind="secondary">{words.add}</Button>
          </PageForm>
          {at.writer.speaker.as !== 'supporter' && (
            <ButtonLink href={`${base}/held`}>{words.write}</ButtonLink>
          )}
          <HowItReads name="says" entry={offEntry} />
          <Details summary={words.off} open={form === 'off'}>
            <PageForm action={`${base}/off`}>
              <PlainWords name="says" label={words.offWhy} entry={offEntry} rows={2} />
              <Button kind="warning">{words.off}</Button>
            </PageForm>
          </Details>
        </>
      )}
    </>
  )
}

/** Who comes so that the person can be understood, or that nobody is booked yet. */
function Help(
  props: Needed & { readonly review: Review; readonly own: boolean; readonly say: PlanWords },
) {
  const { review, needed, own, say } = props
  const { help, held, calledOff } = review
  const words = say.review
  if (help !== null) return <p>{words.helpBooked(help.says, help.shownAs)}</p>
  if (needed.length === 0 || held !== null || calledOff !== null) return null
  return <Inset>{own ? words.helpOpenOwn(listed(needed)) : words.helpOpen(listed(needed))}</Inset>
}

function Held(props: {
  readonly held: NonNullable<Review['held']>
  readonly language: Language
  readonly say: PlanWords
}) {
  const { held, language, say } = props
  const words = say.review
  return (
    <>
      <h2>{words.came}</h2>
      <ul>
        {held.came.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
      {held.says !== null && (
        <>
          <h2>{words.said}</h2>
          <p className="cp-as-written">{held.says}</p>
        </>
      )}
      <h2>{words.actions}</h2>
      {held.actions.length === 0 && <p>{words.actionsNone}</p>}
      <ul>
        {held.actions.map(({ role, says }) => (
          <li key={`${role} ${says}`}>
            <b>{role}: </b>
            {says}
          </li>
        ))}
      </ul>
      {held.next !== null && <p>{words.nextOn(formatDay(held.next, language))}</p>}
      <p className="cp-small">{words.writtenBy(held.by)}</p>
    </>
  )
}

export function HeldPage(props: Omit<Props, 'language'> & { readonly review: Review }) {
  const { review, at, entry, say } = props
  const words = say.review
  return (
    <>
      <ErrorSummary entry={entry} />
      <PageHeading about={at.name ?? undefined} lead={words.heldLead}>
        {words.heldTitle}
      </PageHeading>
      <HowItReads name="says" entry={entry} />
      <PageForm action={`${at.base}/reviews/${review.id}/held`}>
        <Textarea name="came" label={words.cameAsk} hint={words.cameHint} entry={entry} rows={4} />
        <PlainWords name="says" label={words.saidAsk} entry={entry} rows={5} />
        <Textarea
          name="actions"
          label={words.actionsAsk}
          hint={words.actionsHint}
          entry={entry}
          rows={5}
        />
        <DateInput name="next" label={words.next} hint={words.nextHint} entry={entry} />
        <Button>{words.save}</Button>
      </PageForm>
    </>
  )
}
