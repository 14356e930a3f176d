// The start of having a say, the way back with a code, and what was just told.
import { type Day, dayIn, LONDON } from '../../basics/index.ts'
import {
  Button,
  ButtonLink,
  Card,
  Confirmation,
  EmptyState,
  ErrorSummary,
  type FormEntry,
  formatDueDay,
  formatList,
  freshEntry,
  Inset,
  type Language,
  LinkButton,
  PageForm,
  PageHeading,
  TextInput,
  TwoColumns,
  UrgentHelp,
} from '../../web/index.ts'
import type { Story } from '../domain/story.ts'
import type { StoryKind } from '../domain/story-kinds.ts'
import { changeWords } from '../words/change-words.ts'
import { followWords } from '../words/follow-words.ts'
import { tabletWords, tellWords } from '../words/words.ts'
import { KindChoice } from './tell-journey.tsx'

const tablet = tabletWords.in('en')

export function StartPage(props: {
  readonly language: Language
  readonly signedIn: boolean
  readonly atWork: boolean
}) {
  const say = tellWords.in(props.language)
  return (
    <>
      <PageHeading lead={say.lead}>{say.title}</PageHeading>
      <UrgentHelp />
      <TwoColumns
        side={
          <Card heading={say.see} soft>
            <p>
              {props.signedIn ? (
                <>
                  <a href="/my-stories">{say.myStories}</a>
                  <br />
                  <a href="/complaints">{say.myComplaints}</a>
                </>
              ) : (
                <a href="/sign-in/story-code">{say.haveCode}</a>
              )}
            </p>
            <p>
              <a href="/complain">{say.kinds.complaint}</a>. {say.kindHints.complaint}
            </p>
            <p>
              <a href="/stories">{say.readStories}</a>
            </p>
            <p>
              <a href="/changes">{changeWords.in(props.language).title}</a>
            </p>
            {props.signedIn && (
              <p>
                <a href="/follows">{followWords.in(props.language).title}</a>
              </p>
            )}
            <p>
              <a href="/rights">{say.rights}</a>
            </p>
            <p>
              <a href="/tell/paper">{say.paper}</a>
            </p>
            {props.atWork && (
              <p>
                <a href="/tell/tablet">{tablet.handOver}</a>
              </p>
            )}
          </Card>
        }
      >
        <PageForm action="/tell/kind">
          <KindChoice entry={freshEntry()} level={2} />
          <Button>Continue</Button>
        </PageForm>
      </TwoColumns>
    </>
  )
}

export function ComeBackPage({ entry }: { readonly entry: FormEntry }) {
  const say = tellWords.in('en')
  return (
    <>
      <ErrorSummary entry={entry} />
      <PageHeading lead={say.comeBackLead}>{say.comeBack}</PageHeading>
      <PageForm action="/sign-in/story-code">
        <TextInput
          name="code"
          label={say.codeLabel}
          hint={say.codeHint}
          entry={entry}
          width={20}
          spellCheck={false}
        />
        <Button>{say.open}</Button>
      </PageForm>
    </>
  )
}

export type ToldProps = {
  readonly story: Story
  readonly kind: StoryKind
  readonly id: string
  /** The code, this once; null where it was shown before, undefined where none is due. */
  readonly code: string | null | undefined
  readonly organisations: readonly string[]
  readonly seenBy: Day | null
  readonly outOfHours: boolean
  readonly language: Language
}

export function ToldPage(props: ToldProps) {
  const { story, code, language, id } = props
  const say = tellWords.in(language)
  if (story.told === null) return null
  return (
    <>
      <Confirmation heading={say.told}>
        {code !== undefined && <WayBack id={id} code={code} />}
        <h2>{say.next}</h2>
        <ul>
          {props.seenBy !== null && <li>{say.seenBy(formatDueDay(props.seenBy, language))}</li>}
          <li>{say.readBy(formatDueDay(story.told.readBy, language))}</li>
          <li>{say.thenAnswer}</li>
        </ul>
        {props.outOfHours && props.seenBy !== null && (
          <Inset>
            <p>{say.closed}</p>
          </Inset>
        )}
        <Readers {...props} />
        <p>
          <ButtonLink href={`/stories/${id}`}>{say.see}</ButtonLink>
        </p>
        <p>
          <a href={`/stories/${id}/proof`}>{say.proof}</a>. {say.proofSays}
        </p>
      </Confirmation>
      <UrgentHelp />
      {story.told.way === 'tablet' && (
        <PageForm action="/tell/give-back">
          <p>{tablet.clearSays}</p>
          <Button>{tablet.clear}</Button>
        </PageForm>
      )}
      {code !== undefined && story.told.way !== 'tablet' && (
        <PageForm action="/sign-in/story-code/close">
          <LinkButton>{say.closeHere}</LinkButton>
        </PageForm>
      )}
    </>
  )
}

function WayBack({ id, code }: { readonly id: string; readonly code: string | null }) {
  const say = tellWords.in('en')
  if (code === null) {
    return (
      <PageForm action={`/told/${id}/code`}>
        <p>{say.codeShown}</p>
        <Button kind="secondary">{say.newCode}</Button>
      </PageForm>
    )
  }
  return (
    <Card heading={say.code}>
      <p>
        <b className="cp-reference">{code}</b>
      </p>
      <p>{say.codeSays}</p>
      <p>
        {say.codeWhere} <a href="/sign-in/story-code">{say.comeBack}</a>
      </p>
    </Card>
  )
}

function Readers({ story, kind, organisations, language }: ToldProps) {
  const say = tellWords.in(language)
  const names = organisations.length > 0 ? formatList([...organisations], language) : say.theService
  const { readers } = say
  return (
    <>
      <h2>{say.whoReads}</h2>
      <ul>
        <li>{readers.moderators}</li>
        <li>{kind.toServiceAtOnce ? readers.serviceNow(names) : readers.serviceLater(names)}</li>
        <li>{story.told?.mayBePublic ? readers.anybody : readers.nobodyElse}</li>
      </ul>
    </>
  )
}

export type OwnStory = { readonly id: string; readonly story: Story }

export function OwnStoriesPage(props: {
  readonly stories: readonly OwnStory[]
  readonly language: Language
}) {
  const { language } = props
  const say = tellWords.in(language)
  return (
    <>
      <PageHeading>{say.mine}</PageHeading>
      {props.stories.length === 0 && (
        <EmptyState says={say.mineNone}>
          <p>{say.mineNext}</p>
        </EmptyState>
      )}
      {props.stories.map(({ id, story }) => (
        <Card key={id} heading={story.words?.title ?? ''} href={`/stories/${id}`}>
          <p className="cp-small">
            {story.told !== null && formatDueDay(dayIn(LONDON, story.told.at), language)}
          </p>
        </Card>
      ))}
      <p>
        <ButtonLink href="/have-a-say">{say.title}</ButtonLink>
      </p>
    </>
  )
}
