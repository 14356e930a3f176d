// What can be done on the page of a story: by its author, and by the service it is about.
import type { Instant } from '../../basics/index.ts'
import {
  Button,
  DateInput,
  Details,
  type FormEntry,
  Inset,
  type Language,
  PageForm,
  Radios,
  Textarea,
  TextInput,
} from '../../web/index.ts'
import type { SeenStory } from '../actions/see-story.ts'
import { mayAnswer } from '../domain/converse.ts'
import { storyWords } from '../words/words.ts'
import type { StoryPromise } from './story-thread.tsx'

export type StoryPageProps = {
  readonly seen: SeenStory
  readonly promises: readonly StoryPromise[]
  readonly places: readonly { readonly id: string; readonly name: string }[]
  /** How promises fare at the first of these places; null where that is not for this page. */
  readonly kept: { readonly confirmed: number; readonly promised: number } | null
  /** What it led to, as a service says. */
  readonly changes: readonly { readonly id: string; readonly weDid: string }[]
  readonly language: Language
  readonly now: Instant
  readonly thanked: boolean
  readonly entry: FormEntry
}

export function AuthorForms(props: StoryPageProps) {
  const { seen, entry, language, promises } = props
  const say = storyWords.in(language)
  const at = `/stories/${seen.ref.stream}`
  const { story } = seen
  if (story.standing === 'withdrawn') return <p>{say.withdrawnSays}</p>
  const answered = story.sayings.some((one) => one.from === 'service' && one.shown !== null)
  return (
    <>
      {promises.map((one) => (
        <ConfirmForm key={one.ref.stream} {...props} one={one} />
      ))}
      {story.standing === 'held back' && (
        <PageForm action={`${at}/reword`}>
          <Textarea
            name="reworded"
            label={say.rewordLabel}
            hint={say.reworded}
            entry={{ ...entry, typed: { reworded: story.words?.happened ?? '', ...entry.typed } }}
          />
          <Button>{say.rewordButton}</Button>
        </PageForm>
      )}
      {answered && story.helped === null && (
        <PageForm action={`${at}/helped`}>
          <Radios
            name="helped"
            label={say.helpedQuestion}
            entry={entry}
            choices={(['yes', 'partly', 'no'] as const).map((value) => ({
              value,
              text: say.helped[value],
            }))}
          />
          <Button kind="secondary">{say.sendHelped}</Button>
        </PageForm>
      )}
      <Details summary={say.reply} open={'reply' in entry.errors}>
        <PageForm action={`${at}/reply`}>
          <Textarea name="reply" label={say.replyLabel} hint={say.replyHint} entry={entry} />
          <Button>{say.replyButton}</Button>
        </PageForm>
      </Details>
      <Details summary={say.withdraw}>
        <PageForm action={`${at}/withdraw`}>
          <p>{say.withdrawSays}</p>
          <Button kind="warning">{say.withdrawButton}</Button>
        </PageForm>
      </Details>
    </>
  )
}

/** Asked where a service says that something is done, and again of who said that it is not. */
function ConfirmForm(props: StoryPageProps & { readonly one: StoryPromise }) {
  const { one, entry, language, seen } = props
  const say = storyWords.in(language)
  const { saidDone, answers, made } = one.promise
  const confirmed = [...answers.values()].some(({ answer }) => answer === 'yes')
  if (saidDone === null || made === null || confirmed) return null
  return (
    <PageForm action={`/stories/${seen.ref.stream}/happened`}>
      <h2>{say.didIt}</h2>
      <Inset>
        <p>{made.says}</p>
      </Inset>
      <input type="hidden" name="promise" value={one.ref.stream} />
      <input type="hidden" name="claim" value={saidDone.claim} />
      <Radios
        name="happened"
        label={say.confirmed}
        hint={say.didItHint}
        entry={entry}
        choices={[
          { value: 'yes', text: say.yes },
          { value: 'not yet', text: say.notYet },
          { value: 'no', text: say.no },
        ]}
      />
      <Textarea name="happenedSays" label={say.moreToSay} entry={entry} rows={3} />
      <Button>{say.sendAnswer}</Button>
    </PageForm>
  )
}

/** The answer of a service; what belongs to a promise is asked for on the same page. */
export function AnswerForm(props: StoryPageProps) {
  const { seen, entry, language, promises } = props
  const say = storyWords.in(language)
  if (seen.answersFor === null || !mayAnswer(seen.story, seen.answersFor)) return null
  const open = promises.filter(
    ({ promise }) =>
      promise.made?.promiser.organisation === seen.answersFor &&
      ![...promise.answers.values()].some(({ answer }) => answer === 'yes'),
  )
  return (
    <PageForm action={`/stories/${seen.ref.stream}/answer`}>
      <h2>{say.toAnswer}</h2>
      <Textarea name="answer" label={say.answerLabel} hint={say.answerHint} entry={entry} />
      <Radios
        name="change"
        label={say.changeLabel}
        hint={say.changeHint}
        entry={entry}
        choices={(['none', 'planned', 'made'] as const).map((value) => ({
          value,
          text: say.changes[value],
        }))}
      />
      <Details
        summary={say.ifPlanned}
        open={['promise', 'owner', 'due'].some((name) => name in entry.errors)}
      >
        <Textarea name="promise" label={say.promiseLabel} entry={entry} rows={3} />
        <TextInput name="owner" label={say.ownerLabel} entry={entry} />
        <DateInput name="due" label={say.dueLabel} entry={entry} />
      </Details>
      {open.length > 0 && (
        <Details summary={say.keepsWhich} open={'keeps' in entry.errors}>
          <Radios
            name="keeps"
            label={say.keepsLabel}
            entry={entry}
            choices={[
              ...open.map(({ ref, promise }) => ({
                value: ref.stream,
                text: promise.made?.says ?? '',
              })),
              { value: 'none', text: say.keepsNone },
            ]}
          />
        </Details>
      )}
      <Button>{say.answerButton}</Button>
    </PageForm>
  )
}
