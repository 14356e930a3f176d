// Reviews of a plan: when it is looked at again, with what agenda, and what came of it.
import {
  Button,
  ButtonLink,
  Card,
  DateInput,
  Details,
  ErrorSummary,
  type FormEntry,
  formatDay,
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

export function ReviewsPage(props: Props & { readonly list: SeenReviews }) {
  const { list, at, entry, language, say } = props
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
            <Textarea name="agenda" label={words.agendaAsk} entry={entry} rows={4} />
            <Button>{words.plan}</Button>
          </PageForm>
        </>
      )}
    </>
  )
}

const whenOf = ({ on, time }: Review, language: Language) => `${formatDay(on, language)}, ${time}`

function standingOf({ held, calledOff }: Review, say: PlanWords): string {
  if (calledOff !== null) return say.review.isOff(calledOff.by, calledOff.says)
  return held === null ? say.review.isPlanned : say.review.isHeld(held.came.length)
}

export function ReviewPage(props: Props & { readonly review: Review }) {
  const { review, at, entry, language, say } = props
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
          <PageForm action={`${base}/agenda`}>
            <TextInput name="says" label={words.agendaAdd} entry={entry} />
            <Button kind="secondary">{words.add}</Button>
          </PageForm>
          {at.writer.speaker.as !== 'supporter' && (
            <ButtonLink href={`${base}/held`}>{words.write}</ButtonLink>
          )}
          <Details summary={words.off}>
            <PageForm action={`${base}/off`}>
              <Textarea
                name="says"
                label={words.offWhy}
                entry={{ typed: {}, errors: {} }}
                rows={2}
              />
              <Button kind="warning">{words.off}</Button>
            </PageForm>
          </Details>
        </>
      )}
    </>
  )
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
      <PageForm action={`${at.base}/reviews/${review.id}/held`}>
        <Textarea name="came" label={words.cameAsk} hint={words.cameHint} entry={entry} rows={4} />
        <Textarea name="says" label={words.saidAsk} entry={entry} rows={5} />
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
