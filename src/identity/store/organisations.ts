// Organisations found and listed, and the edges along which their duties went.
import type { Day, Id, OrganisationId } from '../../basics/index.ts'
import { type Loaded, type Log, load } from '../../log/index.ts'
import type { Querier, Tx } from '../../plumbing/index.ts'
import { type Organisation, organisationStream } from '../domain/organisation.ts'
import type { Ending, Succession } from '../domain/succession.ts'
import { onlyOneAtATime } from './people.ts'

export const loadOrganisation = (
  log: Pick<Log, 'kinds'>,
  db: Querier,
  organisation: OrganisationId,
): Promise<Loaded<Organisation>> =>
  load(log, db, organisationStream, { owner: organisation, stream: organisation })

export type ListedOrganisation = {
  readonly organisation: OrganisationId
  readonly name: string
  readonly odsCode: string | null
  readonly what: string
  readonly abolishedOn: Day | null
}

const LISTED = `owner as organisation, coalesce(name, '') as name, ods_code as "odsCode",
  coalesce(what, '') as what, abolished_on as "abolishedOn"`

/** Organisations by name, `size` at a time from the first page, 1. */
export const listOrganisations = (db: Querier, page = 1, size = 50) =>
  db.text<ListedOrganisation>(
    `select ${LISTED} from identity.organisations order by name, owner limit $1 offset $2`,
    [size, (page - 1) * size],
    'list-organisations',
  )

/** Organisations that are there today and whose name has these words in it, the first few. */
export const searchOrganisations = (db: Querier, words: string, today: Day, limit = 10) =>
  db.text<ListedOrganisation>(
    `select ${LISTED} from identity.organisations
     where position(lower($1) in lower(name)) > 0 and (abolished_on is null or abolished_on > $2)
     order by name, owner limit $3`,
    [words, today, limit],
    'search-organisations',
  )

/** Organisations of some kinds that are there today, by name. */
export const organisationsOfKinds = (
  db: Querier,
  kinds: readonly string[],
  today: Day,
  limit = 200,
) =>
  db.text<ListedOrganisation>(
    `select ${LISTED} from identity.organisations
     where what = any($1) and (abolished_on is null or abolished_on > $2)
     order by name, owner limit $3`,
    [kinds, today, limit],
    'organisations-of-kinds',
  )

export async function countOrganisations(db: Querier): Promise<number> {
  const [row] = await db.text<{ count: number }>('select count(*) from identity.organisations')
  return row?.count ?? 0
}

export async function findByOdsCode(db: Querier, code: string): Promise<OrganisationId | null> {
  const [row] = await db.text<{ owner: OrganisationId }>(
    'select owner from identity.organisations where ods_code = $1 order by owner limit 1',
    [code],
    'by-ods-code',
  )
  return row?.owner ?? null
}

/** Whether another organisation has the code; none can take it until the transaction ends. */
export async function isOdsCodeOfAnother(tx: Tx, code: string, organisation: OrganisationId) {
  await onlyOneAtATime(tx, `ods-code ${code}`)
  const others = await tx.text(
    'select 1 from identity.organisations where ods_code = $1 and owner <> $2 limit 1',
    [code, organisation],
  )
  return others.length > 0
}

export async function organisationNames(
  db: Querier,
  organisations: readonly OrganisationId[],
): Promise<ReadonlyMap<OrganisationId, string>> {
  const rows = await db.text<{ owner: OrganisationId; name: string | null }>(
    'select owner, name from identity.organisations where owner = any($1::uuid[])',
    [organisations],
    'organisation-names',
  )
  return new Map(rows.map(({ owner, name }) => [owner, name ?? '']))
}

type Edge = {
  owner: OrganisationId
  abolishedOn: Day | null
  succession: Id | null
  to: OrganisationId
  on: Day
  duties: string[] | null
}

/** The ends and edges of this organisation and of all to which its duties could have gone. */
export async function endingsFrom(
  db: Querier,
  organisation: OrganisationId,
): Promise<ReadonlyMap<OrganisationId, Ending>> {
  const edges = await db.text<Edge>(
    `with recursive reached (owner) as (
       select $1::uuid
       union
       select s.to_organisation from identity.successions s join reached r on s.owner = r.owner
     )
     select r.owner, o.abolished_on as "abolishedOn", s.succession, s.to_organisation as "to",
       s.on_day as "on", s.duties
     from reached r
     left join identity.organisations o on o.owner = r.owner
     left join identity.successions s on s.owner = r.owner`,
    [organisation],
    'endings-from',
  )
  const endings = new Map<OrganisationId, { abolishedOn: Day | null; handedOver: Succession[] }>()
  for (const { owner, abolishedOn, succession, to, on, duties } of edges) {
    const ending = endings.get(owner) ?? { abolishedOn, handedOver: [] }
    if (succession !== null) ending.handedOver.push({ succession, to, on, duties })
    endings.set(owner, ending)
  }
  return endings
}
