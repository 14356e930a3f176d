// Network meetings: called by the person, held with them in the room, read by whom they let.
import {
  dayIn,
  type Id,
  LONDON,
  type OrganisationId,
  ok,
  type PersonId,
  type Result,
  refuse,
} from '../../../basics/index.ts'
import { loadPerson, rolesOn } from '../../../identity/index.ts'
import { type Act, act, type Log } from '../../../log/index.ts'
import { tell } from '../../../messages/index.ts'
import { idNamed } from '../../../plumbing/index.ts'
import {
  everything,
  giveGrant,
  grantsInForce,
  type LookRequest,
  stopGrant,
} from '../../../sharing/index.ts'
import * as decide from '../../domain/meeting/decide.ts'
import type { MeetingKind } from '../../domain/meeting/facts.ts'
import {
  type Attendee,
  type Called,
  type Meeting,
  meetingStream,
  type What,
} from '../../domain/meeting/meeting.ts'
import { refusals } from '../../domain/meeting/refusals.ts'
import { calledWords } from '../../words/meeting-message.ts'
import { tiedWith } from '../network/keep-network.ts'
import { type KeptToWrite, seeAll, seeOne } from '../see-kept.ts'
import { actorOf, mayWriteIn, type Writing } from '../write-for.ts'

const meetings = { kind: 'network-meeting', type: meetingStream } as const

/** Every meeting that may be seen, the latest first. Refuses `nothing-shared`. */
export const seeMeetings = (log: Log, request: LookRequest) => seeAll(log, request, meetings)

/** One meeting; null where there is none that may be seen. Refuses `nothing-shared`. */
export const seeMeeting = (log: Log, request: LookRequest, id: Id) =>
  seeOne(log, request, meetings, id)

type On = Act<Meeting, MeetingKind, null>['decide']

const on = (
  log: Log,
  place: { readonly person: PersonId; readonly meeting: Id },
  writing: Writing,
  key: string | null,
  decideNow: On,
): Promise<Result<null>> =>
  act(log, {
    actor: actorOf(writing),
    type: meetingStream,
    owner: place.person,
    stream: place.meeting,
    key,
    decide: decideNow,
  })

export type Calling = Omit<Called, 'meetBy' | 'invited'> & {
  readonly invited: readonly Omit<Attendee, 'attendee'>[]
}

/**
 * The person calls their network together; those who have a tie with them hear of it, and no
 * more than that there is a call. Gives its id. Refuses as the decision `callMeeting`.
 */
export async function call(
  log: Log,
  writing: Writing,
  calling: Calling,
  key: string | null,
): Promise<Result<Id>> {
  const person = writing.by
  const meeting = key === null ? log.chance.id() : idNamed(person, `network meeting ${key}`)
  const tied = new Set<string>((await tiedWith(log, person)).map((one) => one.person))
  const invited = calling.invited.map((one, place) => ({
    ...one,
    attendee: idNamed(meeting, `attendee ${place}`),
    person: one.person !== null && tied.has(one.person) ? one.person : null,
  }))
  const body = { ...calling, invited }
  const done = await on(log, { person, meeting }, writing, key, decide.callMeeting(body))
  if (!done.ok) return done
  for (const { person: known } of invited) {
    if (known === null) continue
    await tell(log, known, idNamed(meeting, `called ${known}`), {
      from: writing.shownAs,
      renderings: calledWords(writing.shownAs, calling.crisis),
      leadsTo: null,
    })
  }
  return ok(meeting)
}

type Place = { readonly person: PersonId; readonly meeting: Id }

/** Refuses as the decision `beginMeeting`. */
export const begin = (
  log: Log,
  writing: Writing,
  place: Place,
  present: readonly Id[],
  key: string | null,
) => on(log, place, writing, key, decide.beginMeeting(writing.by, place.person, present))

/** Refuses as the decision `changePresence`. */
export const comeOrGo = (
  log: Log,
  writing: Writing,
  place: Place,
  { attendee, present }: { readonly attendee: Id | null; readonly present: boolean },
  key: string | null,
) =>
  on(log, place, writing, key, decide.changePresence(writing.by, place.person, attendee, present))

/** Refuses as the decision `endMeeting`. */
export const end = (log: Log, writing: Writing, place: Place, key: string | null) =>
  on(log, place, writing, key, decide.endMeeting(writing.by, place.person))

/**
 * Writes in the meeting: the person, or whom they let write.
 * Refuses `network-meeting-may-not-write`, and as the decision `noteInMeeting`.
 */
export async function note(
  log: Log,
  writing: Writing,
  { person, kept }: { readonly person: PersonId; readonly kept: KeptToWrite<Meeting> },
  { what, says }: { readonly what: What; readonly says: string },
  key: string | null,
): Promise<Result<null>> {
  if (!(await mayWriteIn(log, log.db, person, writing, kept.row))) {
    return refuse(refusals.mayNotWrite)
  }
  const place = { person, meeting: kept.row.stream }
  return on(log, place, writing, key, decide.noteInMeeting(what, says, writing.shownAs))
}

/** Which of those who were invited the person lets read this meeting: by who they are. */
export async function readersOf(log: Log, person: PersonId, meeting: Id): Promise<Set<Id>> {
  const grants = await grantsInForce(log, person)
  const given = grants.filter(({ what }) => what.items?.includes(meeting) === true)
  return new Set(given.flatMap(({ to }) => to.person ?? []))
}

/**
 * The person lets somebody who was invited read this meeting and write in it, or no longer. Who
 * comes as part of the team is let in at work as well; where a relative works stays theirs.
 * Refuses `network-meeting-unknown`, and as `giveGrant` and `stopGrant` of sharing.
 */
export async function letRead(
  log: Log,
  writing: Writing,
  { kept, attendee, may }: { kept: KeptToWrite<Meeting>; attendee: Id; may: boolean },
): Promise<Result<null>> {
  const person = writing.by
  const meeting = kept.row.stream
  const one = kept.state.called?.invited.find((each) => each.attendee === attendee)
  const known = (one?.person ?? null) as PersonId | null
  if (known === null) return refuse(refusals.meetingUnknown)
  const held = (await grantsInForce(log, person)).filter(
    ({ to, what }) => to.person === known && what.items?.includes(meeting) === true,
  )
  if (!may) {
    for (const { id } of held) {
      const done = await stopGrant(log, { person, by: person, grant: id })
      if (!done.ok) return done
    }
    return ok(null)
  }
  const atWork = one?.side === 'team' ? await worksAt(log, known) : []
  for (const organisation of [null, ...atWork]) {
    if (held.some(({ to }) => to.organisation === organisation)) continue
    const to = { person: known, organisation, role: null }
    const done = await giveGrant(log, { person, by: person, giving: giving(meeting, to) })
    if (!done.ok) return done
  }
  return ok(null)
}

type Giving = Parameters<typeof giveGrant>[1]['giving']

const giving = (meeting: Id, to: Giving['to']): Giving => ({
  effect: 'permit',
  to,
  what: { ...everything, items: [meeting] },
  acts: ['read', 'add'],
  purposes: ['direct-care'],
  until: null,
})

async function worksAt(log: Log, person: PersonId): Promise<readonly OrganisationId[]> {
  const { state } = await loadPerson(log, log.db, person)
  const roles = rolesOn(state, dayIn(LONDON, log.clock.now()))
  return [...new Set(roles.flatMap(({ organisation }) => organisation ?? []))]
}
