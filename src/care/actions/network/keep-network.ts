// The map of a person's network: seen, drawn, kept, and answered by those who are on it.
import { dayIn, type Id, LONDON, ok, type PersonId, type Result } from '../../../basics/index.ts'
import { loadPerson, namesOf, otherOf, tiesOn } from '../../../identity/index.ts'
import { act, type Log, load } from '../../../log/index.ts'
import { tell } from '../../../messages/index.ts'
import { idNamed } from '../../../plumbing/index.ts'
import { type LookRequest, look } from '../../../sharing/index.ts'
import * as decide from '../../domain/network/decide.ts'
import {
  answerOf,
  type Member,
  type NetworkMap,
  networkStream,
} from '../../domain/network/network-map.ts'
import { mapsWith, type OnMapRow } from '../../store/network-reads.ts'
import { askedWords } from '../../words/network-message.ts'
import { seeAll } from '../see-kept.ts'

/** A person has one map: its stream follows from who they are. */
export const mapAt = (person: PersonId) =>
  ({ owner: person, stream: idNamed(person, 'network map') }) as const

/** The map of a person, empty where there is none yet. Refuses `nothing-shared`. */
export async function seeNetwork(log: Log, request: LookRequest): Promise<Result<NetworkMap>> {
  const seen = await seeAll(log, request, { kind: 'network-map', type: networkStream })
  return seen.ok ? ok(seen.value[0]?.state ?? networkStream.start) : seen
}

export type Tied = { readonly person: PersonId; readonly name: string }

/** Those who have a tie with the person today, by name. */
export async function tiedWith(log: Log, person: PersonId): Promise<readonly Tied[]> {
  const { state } = await loadPerson(log, log.db, person)
  const others = tiesOn(state, dayIn(LONDON, log.clock.now())).map((tie) => otherOf(tie, person))
  const names = await namesOf(log.db, others)
  return [...new Set(others)].map((one) => ({ person: one, name: names.get(one) ?? '' }))
}

type Own = { readonly person: PersonId; readonly name: string }

const on = (person: PersonId, key: string | null) =>
  ({
    actor: { by: person, onBehalfOf: null },
    type: networkStream,
    ...mapAt(person),
    key,
  }) as const

/**
 * Puts somebody on the person's own map, or moves them. Whoever is known here hears of it once
 * from each person, however often they are taken off and put back, and is asked for their name.
 * Refuses as the decision `placeMember`.
 */
export async function placeOnNetwork(
  log: Log,
  { person, name }: Own,
  placing: Member,
  key: string | null,
): Promise<Result<null>> {
  const tied = await tiedWith(log, person)
  const known = tied.map((one) => one.person)
  const done = await act(log, { ...on(person, key), decide: decide.placeMember(placing, known) })
  if (!done.ok || placing.person === null) return done
  const message = idNamed(placing.person, `asked for a name on the map of ${person}`)
  await tell(log, placing.person, message, {
    from: name,
    renderings: askedWords(name),
    leadsTo: '/care/network/asked',
  })
  return done
}

/** Refuses as the decision `takeOff`. */
export const takeOffNetwork = (log: Log, person: PersonId, member: Id, key: string | null) =>
  act(log, { ...on(person, key), decide: decide.takeOff(member) })

/** Refuses as the decision `keepMap`. */
export const keepNetwork = (log: Log, person: PersonId, called: string, key: string | null) =>
  act(log, { ...on(person, key), decide: decide.keepMap(called) })

/** Somebody says whether others may see their name. Refuses as the decision `answerForName`. */
export const answerOnNetwork = (
  log: Log,
  by: PersonId,
  at: { readonly owner: PersonId; readonly member: Id },
  shown: boolean,
  key: string | null,
): Promise<Result<null>> =>
  act(log, {
    actor: { by, onBehalfOf: null },
    type: networkStream,
    ...mapAt(at.owner),
    key,
    decide: decide.answerForName(by, at.member, shown),
  })

export type AskedForName = {
  readonly owner: PersonId
  readonly ownerName: string
  readonly member: Id
  readonly called: string
  readonly answer: boolean | null
}

const MOST_MAPS = 50

/** What this person was asked for: their own place on the maps of others, and nothing else. */
export async function askedForName(
  log: Log,
  request: LookRequest,
): Promise<readonly AskedForName[]> {
  const { person } = request
  let rows: readonly OnMapRow[] = []
  await log.db.transaction((tx) =>
    look(log, tx, request, async (leave) => {
      rows = await mapsWith(leave, MOST_MAPS)
      return rows
    }),
  )
  const names = await namesOf(
    log.db,
    rows.map(({ owner }) => owner),
  )
  const asked: AskedForName[] = []
  for (const { owner, member } of rows) {
    const { state } = await load(log, log.db, networkStream, mapAt(owner))
    const mine = state.members.find((one) => one.member === member && one.person === person)
    if (mine === undefined) continue
    const ownerName = names.get(owner) ?? ''
    asked.push({ owner, ownerName, member, called: mine.called, answer: answerOf(state, mine) })
  }
  return asked
}
