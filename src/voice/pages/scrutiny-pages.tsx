// Health scrutiny as anybody reads it: meetings, matters, and one with its evidence and members.
import { type Day, dayIn, type Instant, LONDON } from '../../basics/index.ts'
import {
  ButtonLink,
  Card,
  EmptyState,
  formatDay,
  formatDayOf,
  formatList,
  type Language,
  PageHeading,
  SummaryList,
  Table,
} from '../../web/index.ts'
import { isOwnMotion, type Matter, matterStanding } from '../domain/scrutiny/matter.ts'
import type { MatterRow } from '../store/matters.ts'
import { scrutinyWords } from '../words/scrutiny-words.ts'
import { MatterCards, MatterState, matterAddress } from './matter-cards.tsx'
import { Lines, reportAddress } from './report-pages.tsx'

export type ScrutinyListProps = {
  readonly meetings: readonly MatterRow[]
  readonly list: readonly MatterRow[]
  readonly today: Day
  readonly language: Language
  /** What the visitor may begin: refer to a committee, take up for their own, or nothing. */
  readonly begins: 'refer' | 'takeUp' | null
  readonly older: string | null
}

export function ScrutinyList(props: ScrutinyListProps) {
  const { meetings, list, today, language, begins, older } = props
  const say = scrutinyWords.in(language)
  return (
    <>
      <PageHeading lead={say.lead}>{say.title}</PageHeading>
      {begins !== null && <ButtonLink href="/scrutiny/new">{say[begins]}</ButtonLink>}
      <h2>{say.meetings}</h2>
      {meetings.length === 0 && <p>{say.noMeetings}</p>}
      <Agendas rows={meetings} language={language} />
      <h2>{say.matters}</h2>
      {list.length === 0 && (
        <EmptyState says={say.none}>
          <p>{say.noneNext}</p>
        </EmptyState>
      )}
      <MatterCards list={list} today={today} language={language} />
      {older !== null && (
        <nav className="cp-pagination" aria-label={say.title}>
          <a href={older} rel="next">
            {say.older}
          </a>
        </nav>
      )}
    </>
  )
}

/** Each meeting with its items, in the order in which they are dealt with. */
function Agendas({ rows, language }: { rows: readonly MatterRow[]; language: Language }) {
  const say = scrutinyWords.in(language)
  const meetings = Map.groupBy(rows, (row) => `${row.meetingOn} ${row.committee}`)
  return [...meetings].map(([key, items]) => {
    const [first] = items
    if (first === undefined || first.meetingOn === null) return null
    return (
      <section key={key}>
        <h3>{say.meeting(first.committeeName, formatDay(first.meetingOn, language))}</h3>
        {first.meetingWhere !== null && <p>{say.at(first.meetingWhere)}</p>}
        <ul>
          {items.map((row) => (
            <li key={row.stream}>
              {say.item(row.item ?? 1)}: <a href={matterAddress(row.stream)}>{row.title}</a>
            </li>
          ))}
        </ul>
      </section>
    )
  })
}

export type MatterPageProps = {
  readonly id: string
  readonly matter: Matter
  readonly now: Instant
  readonly language: Language
  /** The steps that the visitor can take, in their order. */
  readonly steps: readonly StepName[]
  /** Whether they belong to the committee: until its members agree, nobody else reads a draft. */
  readonly inside: boolean
}

export const stepNames = ['acknowledge', 'agenda', 'evidence', 'draft', 'decide'] as const
export type StepName = (typeof stepNames)[number]

export function MatterPage(props: MatterPageProps) {
  const { id, matter, now, language, steps } = props
  const say = scrutinyWords.in(language)
  const { referred, acknowledged, agreed } = matter
  if (referred === null) return null
  const standing = matterStanding(matter, dayIn(LONDON, now))
  return (
    <>
      <PageHeading about={say.committeeOf(referred.committee.shownAs)}>
        {referred.title}
      </PageHeading>
      <p>
        <MatterState standing={standing} by={referred.acknowledgeBy} language={language} />
      </p>
      {agreed !== null && (
        <p>
          <a href={reportAddress(agreed.report)}>{say.seeReport}</a>
        </p>
      )}
      <p className="cp-small">
        {isOwnMotion(matter) ? say.ownMotion : say.referredBy(referred.referrer.shownAs)}.{' '}
        {formatDayOf(referred.at, language)}.
      </p>
      <h2>{say.why}</h2>
      <Lines text={referred.why} />
      {referred.report !== null && (
        <p>
          <a href={reportAddress(referred.report)}>{say.aboutReport}</a>.{' '}
          {say.unanswered(
            formatList(referred.unanswered.map(String), language),
            referred.unanswered.length > 1,
          )}
          .
        </p>
      )}
      {acknowledged !== null && (
        <>
          <h2>{say.said}</h2>
          <Lines text={acknowledged.says} />
          <p className="cp-small">{formatDayOf(acknowledged.at, language)}</p>
        </>
      )}
      <AgendaPart {...props} />
      <EvidencePart {...props} />
      <MembersPart {...props} />
      {steps.length > 0 && (
        <>
          <h2>{say.next}</h2>
          <ul>
            {steps.map((step) => (
              <li key={step}>
                <a href={`${matterAddress(id)}/${step}`}>{say.steps[step]}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

function AgendaPart({ matter, language }: MatterPageProps) {
  const say = scrutinyWords.in(language)
  return (
    <>
      <h2>{say.agenda}</h2>
      {matter.agenda.length === 0 && <p>{say.noAgenda}</p>}
      {matter.agenda.map((item) => (
        <Card key={item.at} heading={formatDay(item.meetingOn, language)} level={3}>
          <p>
            {say.at(item.where)}. {say.item(item.item)}.
          </p>
          <p>{say.comment(formatDay(item.commentsBy, language))}</p>
          <p className="cp-as-written">
            {say.commentTo}: {item.commentsTo}
          </p>
        </Card>
      ))}
    </>
  )
}

function EvidencePart({ matter, language }: MatterPageProps) {
  const say = scrutinyWords.in(language)
  const { number, what, givenBy, givenOn, way } = say.evidenceColumns
  const ways: Readonly<Record<string, string>> = say.ways
  if (matter.evidence.length === 0) {
    return (
      <>
        <h2>{say.evidence}</h2>
        <p>{say.noEvidence}</p>
      </>
    )
  }
  return (
    <>
      <h2>{say.evidence}</h2>
      <Table
        caption={say.evidence}
        captionHeard
        columns={[number, what, givenBy, givenOn, way].map((heading) => ({ heading }))}
        rows={matter.evidence.map((one) => ({
          key: String(one.number),
          cells: [
            one.number,
            one.what,
            one.givenBy,
            formatDay(one.givenOn, language),
            ways[one.way] ?? one.way,
          ],
        }))}
      />
    </>
  )
}

function MembersPart({ matter, language, inside }: MatterPageProps) {
  const say = scrutinyWords.in(language)
  const draft = matter.drafts.at(-1)
  if (draft === undefined || (matter.agreed === null && !inside)) return null
  const { member, decision, says } = say.memberColumns
  return (
    <>
      <h2>{say.members}</h2>
      <p>{say.membersRule}</p>
      {matter.decisions.length === 0 && <p>{say.noDecisions}</p>}
      {matter.decisions.length > 0 && (
        <Table
          caption={say.members}
          captionHeard
          columns={[member, decision, says].map((heading) => ({ heading }))}
          rows={matter.decisions.map((one) => ({
            key: `${one.by}`,
            cells: [
              one.member,
              say.decisions[one.decision],
              one.says === '' ? say.noWords : one.says,
            ],
          }))}
        />
      )}
      {matter.agreed === null && (
        <Card heading={draft.title} level={3} soft>
          <p className="cp-small">{say.draft}</p>
          <Lines text={draft.summary} />
          <SummaryList
            rows={draft.recommendations.map((text, place) => ({
              name: String(place + 1),
              value: text,
            }))}
          />
        </Card>
      )}
    </>
  )
}
