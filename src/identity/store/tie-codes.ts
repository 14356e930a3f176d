// Codes by which two people come to be linked: only their digests are kept, and only for a while.
import type { Day, Instant, PersonId } from '../../basics/index.ts'
import type { Querier } from '../../plumbing/index.ts'

/** What the holder of a code is offered: the tie, and which of the two who made it is. */
export type CodedOffer = {
  readonly what: string
  readonly makerIs: 'helper' | 'helped'
  readonly until: Day | null
}

export type TieCode = CodedOffer & { readonly person: PersonId }

/** The most codes of one person that work at once: a new one ends the oldest. */
const AT_ONCE = 10

export async function keepTieCode(
  db: Querier,
  digest: string,
  { person, ...offer }: TieCode,
  now: Instant,
): Promise<void> {
  await db.text(
    `insert into identity.tie_codes (code_digest, person, offer, made_at) values ($1, $2, $3, $4)`,
    [digest, person, JSON.stringify(offer), now],
  )
  await db.text(
    `delete from identity.tie_codes where person = $1 and code_digest not in (
       select code_digest from identity.tie_codes where person = $1
       order by made_at desc limit ${AT_ONCE})`,
    [person],
  )
}

type Row = { readonly person: PersonId; readonly offer: string }

const codeOf = (row: Row | undefined): TieCode | null =>
  row === undefined ? null : { ...(JSON.parse(row.offer) as CodedOffer), person: row.person }

/** What a code offers that was made since a moment; null where there is none such. */
export async function readTieCode(
  db: Querier,
  digest: string,
  since: Instant,
): Promise<TieCode | null> {
  const [row] = await db.text<Row>(
    'select person, offer from identity.tie_codes where code_digest = $1 and made_at > $2',
    [digest, since],
  )
  return codeOf(row)
}

/** Takes a code away, so that it works once, and says what it offered. */
export async function takeTieCode(
  db: Querier,
  digest: string,
  since: Instant,
): Promise<TieCode | null> {
  const [row] = await db.text<Row>(
    `delete from identity.tie_codes where code_digest = $1 and made_at > $2
     returning person, offer`,
    [digest, since],
  )
  return codeOf(row)
}

export const forgetTieCodes = (db: Querier, before: Instant) =>
  db.text('delete from identity.tie_codes where made_at <= $1', [before])
