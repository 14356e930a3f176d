// Keeping something from the person themself, giving it back, and what each of them is told of it.
import {
  type Day,
  dayIn,
  type Id,
  LONDON,
  type OrganisationId,
  ok,
  type PersonId,
  type Result,
  refuse,
} from '../../basics/index.ts'
import { organisationNames } from '../../identity/index.ts'
import { act, type Log, valueOrRefused } from '../../log/index.ts'
import { tell } from '../../messages/index.ts'
import { idNamed, type Tx } from '../../plumbing/index.ts'
import { loadPromises, promise, saySaidDone, sourceOf } from '../../promises/index.ts'
import { lookedAtAgainWithin } from '../domain/dated-rules.ts'
import { keptFromThem } from '../domain/following.ts'
import type { Asker } from '../domain/grant.ts'
import { refusals } from '../domain/refusals.ts'
import { sharingStream } from '../domain/sharing.ts'
import type { Withholding, WithholdingReason } from '../domain/withheld.ts'
import * as decisions from '../domain/withholding.ts'
import { listWithheld, type WithheldRow } from '../store/withheld.ts'
import { lookAgainWords, withholdAnswers } from '../words/withhold-messages.ts'
import { loadSharing, sharingPlace, writeReceipts } from './look.ts'

type Asked = { readonly person: PersonId; readonly asker: Asker; readonly key: string | null }

const on = ({ person, asker, key }: Asked) =>
  ({
    actor: { by: asker.person, onBehalfOf: null },
    type: sharingStream,
    ...sharingPlace(person),
    key,
  }) as const

/** Keeps one thing from the person; gives its id. Refuses as the decision `withhold`. */
export const withholdItem = (
  log: Log,
  asked: Asked & Omit<decisions.Withheld, 'id'>,
): Promise<Result<Id>> =>
  act(log, { ...on(asked), decide: decisions.withhold({ ...asked, id: log.chance.id() }) })

/** Whether it could be kept from them now, without doing it. Refuses as `withhold`. */
export async function checkWithhold(
  log: Log,
  asked: Omit<decisions.Withheld, 'id'>,
): Promise<Result<null>> {
  const sharing = await loadSharing(log, log.db, asked.person)
  const decide = decisions.withhold({ ...asked, id: asked.item.id })
  const decided = decide(sharing, log.clock.now())
  return decided.ok ? ok(null) : decided
}

type Judged = Asked & { readonly item: Id; readonly says: string }

/** Gives it back to the person, and says so to who asked. Refuses as `endWithholding`. */
export const endWithholding = (log: Log, asked: Judged): Promise<Result<Id>> =>
  answering(log, asked, withholdAnswers.given, () =>
    act(log, { ...on(asked), decide: decisions.endWithholding(asked) }),
  )

/** Looks at it again and keeps it still; the person reads why. Refuses as `upholdWithholding`. */
export const upholdWithholding = (
  log: Log,
  asked: Judged & { readonly reviewOn: Day },
): Promise<Result<Id>> =>
  answering(log, asked, withholdAnswers.kept(asked.says), () =>
    act(log, { ...on(asked), decide: decisions.upholdWithholding(asked) }),
  )

/** Does what was decided, and says to who asked that it was looked at again. */
async function answering(
  log: Log,
  { person, asker, item }: Judged,
  says: string,
  work: () => Promise<Result<Id>>,
): Promise<Result<Id>> {
  const before = decisions.withholdingOf(await loadSharing(log, log.db, person), item)
  const done = await work()
  const stream = before?.queried?.promise
  if (!done.ok || stream === undefined) return done
  const { organisation } = asker
  const said = await saySaidDone(
    log,
    { owner: person, stream },
    { person: asker.person, organisation },
    says,
    null,
  )
  return said.ok ? done : said
}

/** Who asks about something that is kept from them, and what they want to say. */
export type Querying = {
  readonly person: PersonId
  readonly shownAs: string
  /** Of the withholding. */
  readonly withholding: Id
  /** Empty where they say nothing. */
  readonly says: string
}

/**
 * The person asks for it to be looked at again: the organisation owes them that by a day, as a
 * promise, and who decided hears of it. Asked again, it is the same. Refuses as the decision
 * `queryWithholding`.
 */
export async function queryWithholding(
  log: Log,
  asked: Querying,
  key: string | null,
): Promise<Result<Id>> {
  const { person, withholding } = asked
  const asker: Asker = { person, via: 'self', organisation: null, roles: [] }
  const promise = log.chance.id()
  const decide = decisions.queryWithholding({ ...asked, promise })
  const done = await act(log, { ...on({ person, asker, key }), decide })
  if (!done.ok) return done
  const { withheld = [] } = await loadSharing(log, log.db, person)
  const held = withheld.find(({ id }) => id === withholding)
  if (held === undefined || held.queried === null) return done
  await promiseToLook(log, person, held, held.queried)
  return done
}

/** Once for each time it is asked; again where it failed on the way. */
async function promiseToLook(
  log: Log,
  person: PersonId,
  { organisation, by }: Withholding,
  { promise: stream, due }: NonNullable<Withholding['queried']>,
): Promise<void> {
  const ref = { owner: person, stream }
  const [already] = await loadPromises(log, [ref])
  if (already?.promise.made !== null) return
  const shownAs = (await organisationNames(log.db, [organisation])).get(organisation) ?? ''
  const made = {
    says: withholdAnswers.promised,
    promiser: { organisation, person: null, shownAs },
    to: [person],
    due,
    source: sourceOf(lookedAtAgainWithin),
    about: null,
    escalateTo: null,
  }
  valueOrRefused(await promise(log, { person: null, organisation }, made, null, stream))
  valueOrRefused(
    await tell(log, by, idNamed(stream, by), {
      from: 'Coproduce',
      renderings: lookAgainWords(due),
      leadsTo: '/corrections',
    }),
  )
}

/** The ids of what is kept from a person: for what leaves with them. */
export const withheldItems = async (
  log: Pick<Log, 'kinds'>,
  tx: Tx | Log['db'],
  person: PersonId,
): Promise<ReadonlySet<Id>> => new Set(keptFromThem(await loadSharing(log, tx, person)))

/** What the person is told of one thing that is kept from them: the same whatever it is. */
export type KeptFromYou = {
  /** Of the withholding, and not of what is kept. */
  readonly id: Id
  readonly reason: WithholdingReason
  readonly on: Day
  readonly organisation: string
  readonly reviewOn: Day
  /** What they asked about it, and nobody has answered; and the last answer. */
  readonly queried: Withholding['queried']
  readonly upheld: Withholding['upheld']
}

/** All that is kept from a person, the oldest first, without a word of what it is. */
export async function keptFromYou(log: Log, person: PersonId): Promise<readonly KeptFromYou[]> {
  const { withheld = [] } = await loadSharing(log, log.db, person)
  if (withheld.length === 0) return []
  const names = await organisationNames(
    log.db,
    withheld.map(({ organisation }) => organisation),
  )
  return withheld.map(({ id, reason, at, organisation, reviewOn, queried, upheld }) => ({
    ...{ id, reason, reviewOn, queried, upheld },
    on: dayIn(LONDON, at),
    organisation: names.get(organisation) ?? '',
  }))
}

/** One thing that is kept from a person. Refuses `withheld-unknown`. */
export async function keptOne(
  log: Log,
  person: PersonId,
  withholding: string | undefined,
): Promise<Result<KeptFromYou>> {
  const found = (await keptFromYou(log, person)).find(({ id }) => id === withholding)
  return found === undefined ? refuse(refusals.withheldUnknown) : ok(found)
}

/** Whether somebody holds a role in which such a thing is judged; the thing decides the rest. */
export const mayWithhold = (asker: Asker, person: PersonId): boolean =>
  decisions.clinicianOf(asker, person) !== null

/** What keeps an entry from the person now, for those at work who see that entry. */
export const withholdingOf = async (
  log: Log,
  person: PersonId,
  item: Id,
): Promise<Withholding | null> =>
  decisions.withholdingOf(await loadSharing(log, log.db, person), item)

/** What an organisation must look at again, the most urgent first; leaves receipts. */
export const seeWithheldBy = (
  log: Log,
  asker: Asker,
  organisation: OrganisationId,
  where: string,
): Promise<readonly WithheldRow[]> =>
  log.db.transaction(async (tx) => {
    const rows = await listWithheld(tx, organisation, LISTED)
    const { via, roles } = asker
    const body = {
      via,
      organisation,
      roles: [...roles],
      purpose: 'direct-care',
      act: 'read',
    } as const
    const people = [...new Set(rows.map(({ person }) => person))]
    const receipts = people.map((person) => ({
      person,
      by: asker.person,
      body: { ...body, roles: [...roles], where, grants: [], items: [] },
    }))
    await writeReceipts(log, tx, receipts)
    return rows
  })

/** The most that one list names. */
const LISTED = 50
