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
} from '../../basics/index.ts'
import { organisationNames } from '../../identity/index.ts'
import { act, type Log } from '../../log/index.ts'
import type { Tx } from '../../plumbing/index.ts'
import type { Asker } from '../domain/grant.ts'
import { sharingStream } from '../domain/sharing.ts'
import type { Withholding, WithholdingReason } from '../domain/withheld.ts'
import * as decisions from '../domain/withholding.ts'
import { listWithheld, type WithheldRow } from '../store/withheld.ts'
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

/** Gives it back to the person. Refuses as the decision `endWithholding`. */
export const endWithholding = (
  log: Log,
  asked: Asked & { readonly item: Id; readonly says: string },
): Promise<Result<Id>> => act(log, { ...on(asked), decide: decisions.endWithholding(asked) })

/** The ids of what is kept from a person: for what leaves with them. */
export const withheldItems = async (
  log: Pick<Log, 'kinds'>,
  tx: Tx | Log['db'],
  person: PersonId,
): Promise<ReadonlySet<Id>> =>
  new Set(((await loadSharing(log, tx, person)).withheld ?? []).map(({ item }) => item))

/** What the person is told of one thing that is kept from them: the same whatever it is. */
export type KeptFromYou = {
  /** Of the withholding, and not of what is kept. */
  readonly id: Id
  readonly reason: WithholdingReason
  readonly on: Day
  readonly organisation: string
  readonly reviewOn: Day
}

/** All that is kept from a person, the oldest first, without a word of what it is. */
export async function keptFromYou(log: Log, person: PersonId): Promise<readonly KeptFromYou[]> {
  const { withheld = [] } = await loadSharing(log, log.db, person)
  if (withheld.length === 0) return []
  const names = await organisationNames(
    log.db,
    withheld.map(({ organisation }) => organisation),
  )
  return withheld.map(({ id, reason, at, organisation, reviewOn }) => ({
    id,
    reason,
    on: dayIn(LONDON, at),
    organisation: names.get(organisation) ?? '',
    reviewOn,
  }))
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
