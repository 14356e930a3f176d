// Reading a story or an answer as a moderator: what was told, what is proposed, what is shown.
import {
  Button,
  Card,
  Checkboxes,
  Details,
  ErrorSummary,
  type FormEntry,
  PageForm,
  PageHeading,
  Radios,
  SummaryList,
  Textarea,
  TextInput,
  usePage,
} from '../../web/index.ts'
import type { SeenStory } from '../actions/see-story.ts'
import { severityScale } from '../domain/severity.ts'
import type { Saying, Story, StoryWords } from '../domain/story.ts'
import { moderationReasons } from '../domain/story-kinds.ts'
import { storyWords, workWords } from '../words/words.ts'
import { StoryPhotos } from './story-photos.tsx'

const useWork = () => workWords.in(usePage().language)
const useReasons = () => storyWords.in(usePage().language).reasons

function useReasonChoices() {
  const reasons = useReasons()
  return moderationReasons.map((value) => ({ value, text: reasons[value] }))
}

type Props = { readonly id: string; readonly story: Story; readonly entry: FormEntry }

type ReadProps = Props & { readonly seen: SeenStory; readonly mayAgree: boolean }

export function ReadStoryPage(props: ReadProps) {
  const { story, entry, id, seen } = props
  const say = useWork()
  if (story.told === null || story.words === null) return null
  return (
    <>
      <ErrorSummary entry={entry} />
      <PageHeading about={story.told.mayBePublic ? undefined : say.agreePrivate}>
        {say.readTitle}
      </PageHeading>
      <Card heading={say.asTold} soft>
        <Words words={story.words} />
      </Card>
      <StoryPhotos seen={seen} />
      {story.returnedReading !== null && <p>{story.returnedReading}</p>}
      {story.standing === 'to be read' && <ReadingForm {...props} />}
      {story.standing === 'read once' && <Proposal {...props} />}
      {(story.standing === 'to be read' || story.standing === 'read once') && (
        <Details summary={say.holdBack} open={'reason' in entry.errors}>
          <PageForm action={`/moderation/${id}/hold-back`}>
            <Why entry={entry} />
            <Button kind="warning">{say.holdButton}</Button>
          </PageForm>
        </Details>
      )}
    </>
  )
}

function Words({ words }: { readonly words: StoryWords }) {
  const say = useWork()
  const rows = [
    { name: say.titleLabel, value: words.title },
    { name: say.happenedLabel, value: words.happened },
    { name: say.goodLabel, value: words.good },
    { name: say.betterLabel, value: words.better },
  ]
  return <SummaryList rows={rows.filter(({ value }) => value !== '')} />
}

function Why({ entry }: { readonly entry: FormEntry }) {
  const say = useWork()
  const reasonChoices = useReasonChoices()
  return (
    <>
      <Radios name="reason" label={say.reasonLabel} entry={entry} choices={reasonChoices} />
      <Textarea name="why" label={say.reasonSays} entry={entry} rows={3} />
    </>
  )
}

function ReadingForm({ id, story, entry }: Props) {
  const say = useWork()
  const reasonChoices = useReasonChoices()
  const typed = { ...story.words, ...entry.typed }
  const filled = { typed, errors: entry.errors }
  return (
    <PageForm action={`/moderation/${id}/read`}>
      <h2>{say.grade}</h2>
      <p className="cp-small">{say.gradeSource}</p>
      {severityScale.areas.map(({ code, says, about }) => (
        <Radios
          key={code}
          name={code}
          label={say.areas[code as 'safety'] ?? says}
          hint={say.areasAbout[code as 'safety'] ?? about}
          inline
          entry={entry}
          choices={([0, 1, 2, 3] as const).map((level) => ({
            value: String(level),
            text: say.levels[level],
          }))}
        />
      ))}
      <h2>{say.shown}</h2>
      <p>{say.shownHint}</p>
      <TextInput name="title" label={say.titleLabel} entry={filled} />
      <Textarea name="happened" label={say.happenedLabel} entry={filled} rows={10} />
      {story.words?.good !== '' && (
        <Textarea name="good" label={say.goodLabel} entry={filled} rows={5} />
      )}
      {story.words?.better !== '' && (
        <Textarea name="better" label={say.betterLabel} entry={filled} rows={5} />
      )}
      <Checkboxes name="hides" label={say.hidesLabel} entry={entry} choices={reasonChoices} />
      <Checkboxes
        name="identifies"
        label={say.identifies}
        hint={say.identifiesHint}
        entry={entry}
        choices={[{ value: 'yes', text: say.identifies }]}
      />
      <Textarea name="note" label={say.noteLabel} entry={entry} rows={2} />
      <Button>{say.readButton}</Button>
    </PageForm>
  )
}

function Proposal({ id, story, entry, mayAgree }: Props & { readonly mayAgree: boolean }) {
  const { reading, told } = story
  const say = useWork()
  const reasons = useReasons()
  if (reading === null || told === null) return null
  return (
    <>
      <h2>{say.proposal}</h2>
      <SummaryList
        rows={reading.grades.map(({ area, level }) => ({
          name: say.areas[area as 'safety'] ?? area,
          value: say.levels[level as 0],
        }))}
      />
      <Card heading={say.shown} level={3}>
        <Words words={reading.words} />
        {reading.hides.length > 0 && (
          <p>{reading.hides.map((one) => reasons[one as 'names-staff']).join(' ')}</p>
        )}
        {reading.identifies && <p>{say.identifies}</p>}
        {reading.note !== '' && <p>{reading.note}</p>}
      </Card>
      {!mayAgree && <p>{say.firstWasYou}</p>}
      {mayAgree && (
        <>
          <PageForm action={`/moderation/${id}/agree`}>
            <input type="hidden" name="reading" value={reading.fact} />
            <Button>{told.mayBePublic ? say.agree : say.agreePrivate}</Button>
          </PageForm>
          <Details summary={say.disagree} open={'different' in entry.errors}>
            <PageForm action={`/moderation/${id}/disagree`}>
              <input type="hidden" name="reading" value={reading.fact} />
              <Textarea name="different" label={say.disagreeLabel} entry={entry} rows={3} />
              <Button kind="secondary">{say.disagreeButton}</Button>
            </PageForm>
          </Details>
        </>
      )}
    </>
  )
}

export function ReadSayingPage(props: Props & { readonly saying: Saying }) {
  const { id, saying, entry, story } = props
  const say = useWork()
  const reasonChoices = useReasonChoices()
  const promises = saying.answer?.promises
  const at = `/moderation/${id}/${saying.fact}`
  return (
    <>
      <ErrorSummary entry={entry} />
      <PageHeading about={saying.answer?.shownAs}>
        {saying.from === 'service' ? say.answerOf : say.replyOf}
      </PageHeading>
      <p>{say.claims[saying.answer?.change as 'none'] ?? ''}</p>
      <Card heading={story.shown?.title ?? story.words?.title ?? ''} soft>
        <p>{story.shown?.happened ?? story.words?.happened}</p>
      </Card>
      <Card heading={say.asTold}>
        <p>{saying.says}</p>
        {promises && (
          <SummaryList
            rows={[
              { name: say.claims.planned, value: promises.says },
              { name: promises.shownAs, value: promises.due },
            ]}
          />
        )}
      </Card>
      {saying.standing === 'waiting' && (
        <>
          <PageForm action={`${at}/publish`}>
            <Textarea
              name="says"
              label={say.sayingShown}
              hint={say.shownHint}
              entry={{ typed: { says: saying.says, ...entry.typed }, errors: entry.errors }}
            />
            <Checkboxes name="hides" label={say.hidesLabel} entry={entry} choices={reasonChoices} />
            <Button>{say.publishSaying}</Button>
          </PageForm>
          <Details summary={say.returnSaying} open={'reason' in entry.errors}>
            <PageForm action={`${at}/send-back`}>
              <Why entry={entry} />
              <Button kind="secondary">{say.returnSaying}</Button>
            </PageForm>
          </Details>
        </>
      )}
    </>
  )
}
