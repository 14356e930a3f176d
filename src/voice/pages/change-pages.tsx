// The pages of “You said, we did, you checked”: for anybody, the service, and the moderator.
import {
  Button,
  ButtonLink,
  Card,
  Checkboxes,
  EmptyState,
  ErrorSummary,
  type FormEntry,
  formatDayOf,
  type Language,
  PageForm,
  PageHeading,
  PromiseState,
  Radios,
  SummaryList,
  Tag,
  Textarea,
} from '../../web/index.ts'
import type { Notices } from '../actions/tell-change.ts'
import { type Change, checkedCounts } from '../domain/change/change.ts'
import { changeWords } from '../words/change-words.ts'

export type NamedChange = { readonly id: string; readonly change: Change }
export type LinkedStory = { readonly id: string; readonly title: string; readonly open: boolean }

/** How it stands by what those who asked say, as a word and a shape. */
function Standing({ change, language }: { readonly change: Change; readonly language: Language }) {
  const say = changeWords.in(language)
  const { yes, no, notYet } = checkedCounts(change)
  if (no + notYet > 0) return <PromiseState standing="disputed" says={say.disputed} />
  if (yes > 0) return <PromiseState standing="kept" says={say.confirmed} />
  return <PromiseState standing="waiting" says={say.open} />
}

export function ChangesPage(props: {
  readonly changes: readonly NamedChange[]
  readonly language: Language
}) {
  const { changes, language } = props
  const say = changeWords.in(language)
  return (
    <>
      <PageHeading lead={say.lead}>{say.title}</PageHeading>
      {changes.length === 0 && (
        <EmptyState says={say.none}>
          <p>{say.noneNext}</p>
        </EmptyState>
      )}
      {changes.map(({ id, change }) => (
        <Card
          key={id}
          heading={change.told?.weDid ?? ''}
          href={`/changes/${id}`}
          state={<Standing change={change} language={language} />}
        >
          <p>
            {say.youSaid}: {change.told?.youSaid}
          </p>
          <p className="cp-small">{say.by(change.told?.shownAs ?? '')}</p>
        </Card>
      ))}
    </>
  )
}

export function ChangePage(props: {
  readonly id: string
  readonly change: Change
  readonly stories: readonly LinkedStory[]
  /** Those of them that whoever looks wrote. */
  readonly own: readonly LinkedStory[]
  readonly entry: FormEntry
  readonly language: Language
}) {
  const { id, change, stories, own, entry, language } = props
  const say = changeWords.in(language)
  const { told, publishedAt } = change
  if (told === null) return null
  const { yes, no, notYet, silent } = checkedCounts(change)
  return (
    <>
      <ErrorSummary entry={entry} />
      <PageHeading about={say.by(told.shownAs)}>{say.title}</PageHeading>
      <h2>{say.youSaid}</h2>
      <p className="cp-as-written">{told.youSaid}</p>
      <ul>
        {stories.map((one) => (
          <li key={one.id}>
            {one.open ? <a href={`/stories/${one.id}`}>“{one.title}”</a> : say.story}
          </li>
        ))}
      </ul>
      <h2>{say.weDid}</h2>
      <p className="cp-as-written">{told.weDid}</p>
      {publishedAt !== null && <p className="cp-small">{formatDayOf(publishedAt, language)}</p>}
      <h2>{say.youChecked}</h2>
      <p>
        <Standing change={change} language={language} />
      </p>
      <p>{[say.yes(yes), say.notYet(notYet), say.no(no), say.silent(silent)].join('. ')}.</p>
      {own.map((one) => (
        <PageForm key={one.id} action={`/changes/${id}/check`}>
          <input type="hidden" name="story" value={one.id} />
          <Radios
            name="happened"
            label={say.checkLabel(one.title)}
            entry={entry}
            choices={(['yes', 'no', 'not yet'] as const).map((value) => ({
              value,
              text: say.answers[value],
            }))}
          />
          <Button>{say.check}</Button>
        </PageForm>
      ))}
    </>
  )
}

export type NoticedChange = NamedChange & { readonly notices: Notices }

export function ToldChangesPage(props: {
  readonly changes: readonly NoticedChange[]
  readonly organisation: string
}) {
  const all = changeWords.in('en')
  const say = all.work
  return (
    <>
      <PageHeading about={props.organisation} lead={say.noticesLead}>
        {all.title}
      </PageHeading>
      <p>
        <ButtonLink href="/answers/changes/add">{say.add}</ButtonLink>
      </p>
      {props.changes.length === 0 && (
        <EmptyState says={all.none}>
          <p>{all.noneNext}</p>
        </EmptyState>
      )}
      {props.changes.map(({ id, change, notices }) => (
        <Card
          key={id}
          heading={change.told?.weDid ?? ''}
          href={`/changes/${id}`}
          state={<Tag colour="grey">{say.standing[change.standing as 'waiting']}</Tag>}
        >
          {change.returned !== null && <p>{change.returned}</p>}
          {change.standing === 'published' ? (
            <SummaryList
              rows={[
                { name: say.contributors, value: String(notices.contributors) },
                { name: say.delivered, value: String(notices.delivered) },
                { name: say.bounced, value: String(notices.bounced) },
                { name: say.seen, value: String(notices.seen) },
                { name: say.wayBack, value: String(notices.wayBack) },
                { name: say.noNotice, value: String(notices.none) },
              ]}
            />
          ) : (
            <p className="cp-small">{say.waitsNotice}</p>
          )}
        </Card>
      ))}
    </>
  )
}

export function TellChangePage(props: {
  readonly stories: readonly LinkedStory[]
  readonly entry: FormEntry
}) {
  const say = changeWords.in('en').work
  const { stories, entry } = props
  return (
    <>
      <ErrorSummary entry={entry} />
      <PageHeading lead={say.addLead}>{say.add}</PageHeading>
      {stories.length === 0 ? (
        <p>{say.noStories}</p>
      ) : (
        <PageForm action="/answers/changes/add">
          <Checkboxes
            name="stories"
            label={say.storiesLabel}
            entry={entry}
            choices={stories.map(({ id, title }) => ({ value: id, text: title }))}
          />
          <Textarea name="youSaid" label={say.youSaidLabel} entry={entry} rows={3} />
          <Textarea name="weDid" label={say.weDidLabel} entry={entry} rows={3} />
          <Button>{say.send}</Button>
        </PageForm>
      )}
    </>
  )
}

export function ReadChangePage(props: {
  readonly id: string
  readonly change: Change
  readonly stories: readonly LinkedStory[]
  readonly entry: FormEntry
}) {
  const all = changeWords.in('en')
  const say = all.moderate
  const { id, change, stories, entry } = props
  return (
    <>
      <ErrorSummary entry={entry} />
      <PageHeading about={change.told?.shownAs}>{say.title}</PageHeading>
      <h2>{all.youSaid}</h2>
      <p className="cp-as-written">{change.told?.youSaid}</p>
      <ul>
        {stories.map((one) => (
          <li key={one.id}>
            <a href={`/stories/${one.id}`}>“{one.title}”</a>
          </li>
        ))}
      </ul>
      <h2>{all.weDid}</h2>
      <p className="cp-as-written">{change.told?.weDid}</p>
      <PageForm action={`/moderation/changes/${id}/publish`}>
        <Button>{say.publish}</Button>
      </PageForm>
      <PageForm action={`/moderation/changes/${id}/send-back`}>
        <Textarea name="why" label={say.why} entry={entry} rows={3} />
        <Button kind="secondary">{say.sendBack}</Button>
      </PageForm>
    </>
  )
}
