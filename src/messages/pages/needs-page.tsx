// How somebody wants to be told things: what was said, whether it is right, what was said before.
import type { Day } from '../../basics/index.ts'
import {
  Button,
  ButtonLink,
  Details,
  EmptyState,
  formatDayOf,
  Inset,
  type Language,
  NotificationBanner,
  PageForm,
  PageHeading,
  SummaryList,
} from '../../web/index.ts'
import { type NeedsRecord, reviewIsDue } from '../domain/needs.ts'
import { type NeedsWords, needsWords } from '../words/needs-words.ts'
import { answersShown } from './needs-journey.tsx'

export type NeedsPageProps = {
  readonly record: NeedsRecord
  /** Null for one's own. */
  readonly name: string | null
  /** Where its addresses begin. */
  readonly base: string
  readonly saved: boolean
  /** Whether who asks for the page may write it down; true where it is left out. */
  readonly mayWrite?: boolean
  /** Whether the person had not seen it before now. */
  readonly fresh: boolean
  readonly today: Day
  readonly language: Language
}

export function NeedsPage(props: NeedsPageProps) {
  const { record, name, base, saved, fresh, language, mayWrite = true } = props
  const say = needsWords.in(language)
  const own = name === null
  return (
    <div className="cp-reading-width">
      {saved && <NotificationBanner success>{say.thanks}</NotificationBanner>}
      <PageHeading lead={own ? say.lead : say.leadOf}>
        {own ? say.title : say.titleOf(name)}
      </PageHeading>
      {record.fact === null ? (
        <>
          <EmptyState says={own ? say.none : say.noneOf}>
            {mayWrite && <p>{say.noneNext}</p>}
          </EmptyState>
          {mayWrite && <ButtonLink href={`${base}/say`}>{own ? say.say : say.sayOf}</ButtonLink>}
        </>
      ) : (
        <>
          {fresh && own && <Inset>{say.seenNot}</Inset>}
          <h2>{own ? say.now : say.nowOf}</h2>
          <SummaryList rows={answersShown(record.said, language)} />
          <p className="cp-small">{whoSaid(props, say)}</p>
          {mayWrite && <ButtonLink href={`${base}/say`}>{say.change}</ButtonLink>}
          {mayWrite && <Right {...props} />}
          <History {...props} />
        </>
      )}
    </div>
  )
}

function whoSaid({ record, name }: NeedsPageProps, say: NeedsWords): string {
  const { saidBy } = record.said
  if (saidBy === '') return name === null ? say.byYou : say.byThem
  const seen = name === null ? '' : ` · ${record.seen ? say.seen : say.notSeen}`
  return say.by(saidBy) + seen
}

function Right({ record, base, language, today, saved }: NeedsPageProps) {
  const say = needsWords.in(language)
  if (saved || record.rightAt === null) return null
  const due = reviewIsDue(record, today)
  return (
    <section aria-labelledby="right" className={due ? 'cp-due' : undefined}>
      <h2 id="right">{say.right}</h2>
      <p>{say.rightLead(formatDayOf(record.rightAt, language))}</p>
      <PageForm action={`${base}/right`}>
        <Button kind={due ? 'primary' : 'secondary'}>{say.rightButton}</Button>
      </PageForm>
    </section>
  )
}

function History({ record, language }: NeedsPageProps) {
  const say = needsWords.in(language)
  const before = record.history.slice(1)
  if (before.length === 0) return null
  return (
    <Details summary={say.history}>
      {before.map(({ said, at }) => (
        <div key={at}>
          <h3>{formatDayOf(at, language)}</h3>
          <SummaryList rows={answersShown(said, language)} />
          <p className="cp-small">{said.saidBy === '' ? say.byThem : say.by(said.saidBy)}</p>
        </div>
      ))}
    </Details>
  )
}
