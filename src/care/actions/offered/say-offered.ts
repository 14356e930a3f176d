// What a person was offered when they were told of an illness, and asking for what they were not.
import { type Id, ok, type PersonId, type Result } from '../../../basics/index.ts'
import { act, type Log } from '../../../log/index.ts'
import { idNamed } from '../../../plumbing/index.ts'
import type { LookRequest } from '../../../sharing/index.ts'
import { itemCoded, itemForGap } from '../../domain/information/items.ts'
import * as decide from '../../domain/offered/decide.ts'
import type { SupportCode } from '../../domain/offered/nine-supports.ts'
import { offeredStream, type Said } from '../../domain/offered/offered.ts'
import { sendBySite } from '../information/send-information.ts'
import { seeAll, seeOne } from '../see-kept.ts'

const offers = { kind: 'offered', type: offeredStream } as const

/** Every list, the latest first. Refuses `nothing-shared`. */
export const seeOffers = (log: Log, request: LookRequest) => seeAll(log, request, offers)

/** One list; null where there is none. Refuses `nothing-shared`. */
export const seeOffer = (log: Log, request: LookRequest, id: Id) => seeOne(log, request, offers, id)

/** Says it for the first time, or anew. Refuses as the decision `sayOffered`. */
export async function say(
  log: Log,
  person: PersonId,
  saying: Said,
  offered: Id | null,
  key: string | null,
): Promise<Result<Id>> {
  const stream = offered ?? (key === null ? log.chance.id() : idNamed(person, `offered ${key}`))
  const done = await act(log, {
    actor: { by: person, onBehalfOf: null },
    type: offeredStream,
    owner: person,
    stream,
    key,
    decide: decide.sayOffered(saying),
  })
  return done.ok ? ok(stream) : done
}

/**
 * One tap: the gap becomes a question for the next visit, and the site sends what it has about it.
 * Refuses as the decision `followGap`.
 */
export async function follow(
  log: Log,
  person: PersonId,
  at: { readonly offered: Id; readonly support: SupportCode; readonly says: string },
  key: string | null,
): Promise<Result<Id>> {
  const { offered, support, says } = at
  const question = idNamed(offered, `question about ${support}`)
  const done = await act(log, {
    actor: { by: person, onBehalfOf: null },
    type: offeredStream,
    owner: person,
    stream: offered,
    key,
    decide: decide.followGap(support, question, says),
  })
  const item = itemCoded(itemForGap[support] ?? '')
  if (done.ok && item !== null) await sendBySite(log, person, item, offered)
  return done
}
