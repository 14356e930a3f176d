// Network meetings: the list with how the team stayed, and one with who is there and what was said.
import type { Instant } from '../../../basics/index.ts'
import {
  Button,
  ButtonLink,
  Card,
  Checkboxes,
  EmptyState,
  ErrorSummary,
  type FormEntry,
  formatDayOf,
  formatTime,
  freshEntry,
  type Language,
  PageForm,
  PageHeading,
  type PromiseStanding,
  PromiseState,
  Radios,
  Stats,
  Table,
  Textarea,
  UrgentHelp,
} from '../../../web/index.ts'
import type { Kept } from '../../actions/see-kept.ts'
import { continuityOf } from '../../domain/meeting/continuity.ts'
import { meetingEndsBy } from '../../domain/meeting/dated-rules.ts'
import {
  type Attendee,
  type Meeting,
  type MeetingStanding,
  meetingStanding,
} from '../../domain/meeting/meeting.ts'
import type { MeetingWords } from '../../words/meeting-words.ts'
import { Lines } from '../lines.tsx'

type Said = {
  readonly say: MeetingWords
  readonly language: Language
  readonly now: Instant
  /** Whose it is; null for one's own. */
  readonly name: string | null
  readonly base: string
}

const startOf = ({ begunAt, called }: Meeting): Instant | null => begunAt ?? called?.at ?? null

const looks: Readonly<Record<MeetingStanding, PromiseStanding>> = {
  called: 'waiting',
  late: 'overdue',
  'going-on': 'kept',
  over: 'kept',
}

const Standing = ({ meeting, now, say }: { meeting: Meeting; now: Instant; say: MeetingWords }) => {
  const standing = meetingStanding(meeting, now, meetingEndsBy)
  return <PromiseState standing={looks[standing]} says={say.states[standing]} />
}

export function MeetingsPage(props: Said & { readonly list: readonly Kept<Meeting>[] }) {
  const { list, name, base, now, say, language } = props
  const continuity = continuityOf(list.map(({ state }) => state))
  return (
    <>
      <PageHeading lead={name === null ? say.lead : say.leadOf}>
        {name === null ? say.title : say.titleOf(name)}
      </PageHeading>
      {name === null && <UrgentHelp />}
      {name !== null && (
        <p>
          <b>{say.notAll}</b>
        </p>
      )}
      {name === null && <ButtonLink href={`${base}/meetings/call`}>{say.call}</ButtonLink>}
      {list.length === 0 && (
        <EmptyState says={say.none}>{name === null && <p>{say.noneNext}</p>}</EmptyState>
      )}
      {continuity !== null && (
        <section>
          <h2>{say.continuity}</h2>
          <Stats
            stats={[
              {
                number: `${continuity.percent}%`,
                says: say.continuitySays(continuity.came, continuity.of, continuity.percent),
              },
            ]}
          />
          <p className="cp-small">{say.continuityNote}</p>
        </section>
      )}
      {list.map(({ row, state }) => (
        <Card
          key={row.id}
          heading={`${say.meeting}, ${formatDayOf(startOf(state) ?? now, language)}`}
          href={`${base}/meetings/${row.id}`}
          state={<Standing meeting={state} now={now} say={say} />}
        >
          <Lines text={state.called?.why ?? ''} />
        </Card>
      ))}
    </>
  )
}

export type MeetingPageProps = Said & {
  readonly kept: Kept<Meeting>
  /** Whom the person lets read it, by who they are; for their own page. */
  readonly readers: ReadonlySet<string>
  readonly mayWrite: boolean
  readonly entry: FormEntry
}

export function MeetingPage(props: MeetingPageProps) {
  const { kept, name, now, entry, say, language } = props
  const { called, notes } = kept.state
  if (called === null) return null
  const standing = meetingStanding(kept.state, now, meetingEndsBy)
  const goingOn = standing === 'going-on'
  const decisions = notes.filter(({ what }) => what === 'decision')
  return (
    <>
      <ErrorSummary entry={entry} />
      <PageHeading about={say.calledOn(formatDayOf(called.at, language))}>
        {say.meeting}
      </PageHeading>
      <p>
        <Standing meeting={kept.state} now={now} say={say} />
      </p>
      {called.meetBy !== null && kept.state.begunAt === null && (
        <p>
          <b>
            {say.meetBy(formatDayOf(called.meetBy, language), formatTime(called.meetBy, language))}.
          </b>{' '}
          {say.within24}{' '}
          {standing === 'late' && name === null && <a href="/complain">{say.complain}</a>}
        </p>
      )}
      {name !== null && (
        <p>
          <b>{say.notAll}</b>
        </p>
      )}
      <Lines text={called.why} />
      {called.where !== '' && <p>{called.where}</p>}
      {name === null && kept.state.begunAt === null && <UrgentHelp />}
      {goingOn && <InTheRoom {...props} />}
      {name === null && kept.state.begunAt === null && <Begin {...props} />}
      {goingOn && props.mayWrite && kept.state.personPresent && <Write {...props} />}
      <h2>{say.decisions}</h2>
      {decisions.length === 0 && <p>{say.noDecisions}</p>}
      <Notes list={decisions} say={say} language={language} />
      <h2>{say.notes}</h2>
      {notes.length === decisions.length && <p>{say.noNotes}</p>}
      <Notes list={notes.filter(({ what }) => what !== 'decision')} say={say} language={language} />
      <Attendees {...props} goingOn={goingOn} />
    </>
  )
}

const addressOf = ({ base, kept }: Pick<MeetingPageProps, 'base' | 'kept'>) =>
  `${base}/meetings/${kept.row.id}`

function InTheRoom(props: MeetingPageProps) {
  const { kept, name, say } = props
  const { personPresent } = kept.state
  const { step } = say
  const away = name === null ? step.away : step.awayOf(name)
  const here = name === null ? step.here : step.hereOf(name)
  return (
    <div className="cp-card cp-card-soft">
      <p>
        <PromiseState
          standing={personPresent ? 'kept' : 'overdue'}
          says={personPresent ? here : away}
        />
      </p>
      {name === null && (
        <div className="cp-buttons">
          <PageForm action={`${addressOf(props)}/presence`}>
            <input type="hidden" name="present" value={personPresent ? 'no' : 'yes'} />
            <Button kind="secondary">{personPresent ? step.out : step.back}</Button>
          </PageForm>
          <PageForm action={`${addressOf(props)}/end`}>
            <Button kind="secondary">{say.end}</Button>
          </PageForm>
        </div>
      )}
      {name === null && personPresent && <p className="cp-small">{step.outHint}</p>}
    </div>
  )
}

function Begin(props: MeetingPageProps) {
  const { kept, say } = props
  const invited = kept.state.called?.invited ?? []
  return (
    <PageForm action={`${addressOf(props)}/begin`}>
      <Checkboxes
        name="there"
        label={say.whoIsThere}
        hint={say.beginHint}
        entry={freshEntry()}
        choices={invited.map(({ attendee, called }) => ({ value: attendee, text: called }))}
      />
      <Button>{say.begin}</Button>
    </PageForm>
  )
}

const whats = ['note', 'reflection', 'decision'] as const

function Write(props: MeetingPageProps) {
  const { entry, say } = props
  return (
    <section>
      <h2>{say.write}</h2>
      <PageForm action={`${addressOf(props)}/note`}>
        <Radios
          name="what"
          label={say.what}
          entry={entry}
          choices={whats.map((value) => ({
            value,
            text: say.whats[value],
            hint: say.whatHints[value],
          }))}
        />
        <Textarea name="says" label={say.says} hint={say.saysHint} entry={entry} rows={3} />
        <Button>{say.save}</Button>
      </PageForm>
    </section>
  )
}

function Notes(props: {
  readonly list: Meeting['notes']
  readonly say: MeetingWords
  readonly language: Language
}) {
  const { list, say, language } = props
  return list.map((one) => (
    <Card key={`${one.at} ${one.says}`} heading={say.whats[one.what]} level={3}>
      <Lines text={one.says} />
      <p className="cp-small">
        {say.by(one.shownAs)}, {formatTime(one.at, language)}
      </p>
    </Card>
  ))
}

function Attendees(props: MeetingPageProps & { readonly goingOn: boolean }) {
  const { kept, name, say, goingOn } = props
  const { called, presentNow, came } = kept.state
  const own = name === null
  const there = ({ attendee }: Attendee) =>
    presentNow.has(attendee) ? say.there.now : came.has(attendee) ? say.there.came : say.there.no
  return (
    <Table
      caption={say.attendees}
      columns={[
        { heading: say.columns.who },
        { heading: say.columns.side },
        { heading: say.columns.there },
        ...(own ? [{ heading: say.columns.mayRead }] : []),
      ]}
      rows={(called?.invited ?? []).map((one) => ({
        key: one.attendee,
        cells: [
          one.called,
          say.sides[one.side],
          <There key="there" {...props} one={one} says={there(one)} change={own && goingOn} />,
          ...(own ? [<MayRead key="read" {...props} one={one} />] : []),
        ],
      }))}
    />
  )
}

function There(
  props: MeetingPageProps & {
    readonly one: Attendee
    readonly says: string
    readonly change: boolean
  },
) {
  const { kept, one, says, change, say } = props
  const is = kept.state.presentNow.has(one.attendee)
  return (
    <>
      {says}
      {change && (
        <PageForm action={`${addressOf(props)}/presence`}>
          <input type="hidden" name="attendee" value={one.attendee} />
          <input type="hidden" name="present" value={is ? 'no' : 'yes'} />
          <Button kind="secondary">
            {is ? say.goes : say.comes}
            <span className="nhsuk-u-visually-hidden">{say.forWhom(one.called)}</span>
          </Button>
        </PageForm>
      )}
    </>
  )
}

function MayRead(props: MeetingPageProps & { readonly one: Attendee }) {
  const { readers, one, say } = props
  if (one.person === null) return say.letUnknown
  const may = readers.has(one.person)
  return (
    <>
      {may ? say.letYes : say.letNo}
      <PageForm action={`${addressOf(props)}/let`}>
        <input type="hidden" name="attendee" value={one.attendee} />
        <input type="hidden" name="may" value={may ? 'no' : 'yes'} />
        <Button kind="secondary">
          {may ? say.stop : say.let}
          <span className="nhsuk-u-visually-hidden">{say.forWhom(one.called)}</span>
        </Button>
      </PageForm>
    </>
  )
}
