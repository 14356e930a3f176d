// Information on prescription: sent by a clinician, a peer or the site; opened; judged.
import {
  dayIn,
  type Id,
  LONDON,
  ok,
  type PersonId,
  type Result,
  refuse,
} from '../../../basics/index.ts'
import { act, type Log, load } from '../../../log/index.ts'
import { tell } from '../../../messages/index.ts'
import { idNamed } from '../../../plumbing/index.ts'
import { type LookRequest, mayAdd } from '../../../sharing/index.ts'
import { peerSendsADay } from '../../domain/information/dated-rules.ts'
import {
  type Item,
  informationStream,
  type Judged,
  judgeInformation,
  openInformation,
  type Sent,
  sendInformation,
} from '../../domain/information/information.ts'
import { refusals } from '../../domain/information/refusals.ts'
import { sentWords } from '../../words/information-message.ts'
import { tiedWith } from '../network/keep-network.ts'
import { type Kept, seeAll, seeOne } from '../see-kept.ts'
import type { Writing } from '../write-for.ts'

const information = { kind: 'information', type: informationStream } as const

/** All that was sent, the latest first. Refuses `nothing-shared`. */
export const seeInformation = (log: Log, request: LookRequest) => seeAll(log, request, information)

type Information = (typeof informationStream)['start']

/**
 * The person opens one: from then on it is known as opened. Null where there is none.
 * Refuses `nothing-shared`.
 */
export async function openOne(
  log: Log,
  request: LookRequest,
  id: Id,
): Promise<Result<Kept<Information> | null>> {
  const seen = await seeOne(log, request, information, id)
  if (!seen.ok || seen.value === null || seen.value.state.openedAt !== null) return seen
  await noteOpened(log, request.person, id)
  return seen
}

/** The person opened it; once is enough. Refuses as the decision `openInformation`. */
export const noteOpened = (log: Log, person: PersonId, id: Id): Promise<Result<null>> =>
  act(log, {
    actor: { by: person, onBehalfOf: null },
    type: informationStream,
    owner: person,
    stream: id,
    decide: openInformation(),
  })

/** Refuses as the decision `judgeInformation`. */
export const judge = (log: Log, person: PersonId, id: Id, judged: Judged, key: string | null) =>
  act(log, {
    actor: { by: person, onBehalfOf: null },
    type: informationStream,
    owner: person,
    stream: id,
    key,
    decide: judgeInformation(judged),
  })

/**
 * As what somebody may send this person information: a clinician whom a grant lets write, or a
 * peer who has a tie with them. Null where they may not: it reads as if there were nobody.
 */
export async function maySend(
  log: Log,
  { asker, by }: Writing,
  person: PersonId,
): Promise<'clinician' | 'peer' | null> {
  if (asker.via === 'role') {
    // A grant to write in one other thing is none to put something new beside it.
    const at = dayIn(LONDON, log.clock.now())
    const something = { id: person as Id, kind: 'information', labels: [], at }
    return (await mayAdd(log, log.db, person, asker, something)) ? 'clinician' : null
  }
  if (asker.via !== 'self') return null
  const tied = await tiedWith(log, by)
  return tied.some((one) => one.person === person) ? 'peer' : null
}

/**
 * Sends an item, and tells the person that it is there; gives its id. The same key sends once, and
 * a peer sends the same on one day once.
 * Refuses `information-may-not-send`, `information-enough-today` to a peer, and as the decision
 * `sendInformation`.
 */
export async function send(
  log: Log,
  writing: Writing,
  person: PersonId,
  { item, why }: { readonly item: Item; readonly why: string },
  key: string | null,
): Promise<Result<Id>> {
  const as = await maySend(log, writing, person)
  if (as === null) return refuse(refusals.maySend)
  const from = { person: writing.by, shownAs: writing.shownAs, as }
  if (as === 'clinician') {
    const id = key === null ? log.chance.id() : idNamed(person, `information ${key}`)
    return sendAs(log, { person, id, from, item, why, key })
  }
  const found = await placeToday(log, person, writing.by, { item, why })
  if (found === null) return refuse(refusals.enoughToday, { most: peerSendsADay.value }, 'item')
  return found.sent ? ok(found.id) : sendAs(log, { person, id: found.id, from, item, why, key })
}

/**
 * Where what a peer sends today goes: each day has as many places as the rule allows. The one
 * that holds the same already, else the first that is free; null where none is left.
 */
async function placeToday(
  log: Log,
  person: PersonId,
  by: PersonId,
  { item, why }: { readonly item: Item; readonly why: string },
): Promise<{ readonly id: Id; readonly sent: boolean } | null> {
  const day = dayIn(LONDON, log.clock.now())
  for (let place = 1; place <= peerSendsADay.value; place += 1) {
    const id = idNamed(person, `information from ${by} on ${day}, ${place}`)
    const { state } = await load(log, log.db, informationStream, { owner: person, stream: id })
    if (state.sent === null) return { id, sent: false }
    if (state.sent.item.code === item.code && state.sent.why === why) return { id, sent: true }
  }
  return null
}

/** The site sends one of its own, once for what it follows from. */
export const sendBySite = (log: Log, person: PersonId, item: Item, because: Id) =>
  sendAs(log, {
    person,
    id: idNamed(because, `information ${item.code}`),
    from: { person: null, shownAs: 'Coproduce', as: 'system' },
    item,
    why: '',
    key: null,
  })

async function sendAs(
  log: Log,
  sending: {
    readonly person: PersonId
    readonly id: Id
    readonly from: Sent['from']
    readonly item: Item
    readonly why: string
    readonly key: string | null
  },
): Promise<Result<Id>> {
  const { person, id, from, item, why, key } = sending
  const today = dayIn(LONDON, log.clock.now())
  const done = await act(log, {
    actor: { by: from.person, onBehalfOf: null },
    type: informationStream,
    owner: person,
    stream: id,
    key,
    decide: sendInformation(item, from, why, today),
  })
  if (!done.ok) return done
  await tell(log, person, idNamed(id, 'sent to you'), {
    from: from.shownAs,
    renderings: sentWords(from.shownAs),
    leadsTo: `/care/information/${id}`,
  })
  return ok(id)
}
