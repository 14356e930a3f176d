// Codes that work once, and sign-ins begun elsewhere: only digests are kept, and only for a while.
import type { Instant, PersonId } from '../../basics/index.ts'
import type { Querier } from '../../plumbing/index.ts'

/** Keeps new recovery codes in place of all earlier ones. */
export async function replaceRecoveryCodes(
  db: Querier,
  person: PersonId,
  digests: readonly string[],
  now: Instant,
): Promise<void> {
  await db.text('delete from identity.recovery_codes where person = $1', [person])
  await db.text(
    `insert into identity.recovery_codes (code_digest, person, made_at)
     select digest, $2, $3 from unnest($1::text[]) as digest`,
    [digests, person, now],
  )
}

/** Takes a recovery code away and says whose it was; null where there is none such. */
export async function takeRecoveryCode(db: Querier, digest: string): Promise<PersonId | null> {
  const [row] = await db.text<{ person: PersonId }>(
    'delete from identity.recovery_codes where code_digest = $1 returning person',
    [digest],
  )
  return row?.person ?? null
}

export async function countRecoveryCodes(db: Querier, person: PersonId): Promise<number> {
  const [row] = await db.text<{ count: number }>(
    'select count(*) from identity.recovery_codes where person = $1',
    [person],
  )
  return row?.count ?? 0
}

/** Keeps a new code for the first administrator in place of any earlier one. */
export const keepAdministratorCode = (db: Querier, digest: string, now: Instant) =>
  db.text(
    `insert into identity.first_administrator (code_digest, made_at) values ($1, $2)
     on conflict (single) do update set code_digest = $1, made_at = $2, tries = 0`,
    [digest, now],
  )

export type AdministratorCode = { codeDigest: string; madeAt: Instant; tries: number }

/** Counts one more try, also when it fails, and gives the code that is kept, if any. */
export async function tryAdministratorCode(db: Querier): Promise<AdministratorCode | null> {
  const [row] = await db.text<AdministratorCode>(
    `update identity.first_administrator set tries = tries + 1
     returning code_digest as "codeDigest", made_at as "madeAt", tries`,
  )
  return row ?? null
}

/** Takes the code away; false where somebody else was first. */
export async function takeAdministratorCode(db: Querier, digest: string): Promise<boolean> {
  const taken = await db.text(
    'delete from identity.first_administrator where code_digest = $1 returning 1',
    [digest],
  )
  return taken.length > 0
}

export type SignInBegun = {
  readonly stateDigest: string
  /** The browser it was begun in: `PageRequest.draftOwner`. */
  readonly browser: string
  readonly verifier: string
  readonly nonce: string
  readonly next: string
  readonly at: Instant
}

export async function keepSignIn(db: Querier, one: SignInBegun, forget: Instant): Promise<void> {
  await db.text('delete from identity.sign_ins_begun where at < $1', [forget])
  await db.text(
    `insert into identity.sign_ins_begun (state_digest, browser, verifier, nonce, next, at)
     values ($1, $2, $3, $4, $5, $6)`,
    [one.stateDigest, one.browser, one.verifier, one.nonce, one.next, one.at],
  )
}

/** Takes away what was begun under this state: an answer counts once. */
export async function takeSignIn(db: Querier, stateDigest: string): Promise<SignInBegun | null> {
  const [row] = await db.text<SignInBegun>(
    `delete from identity.sign_ins_begun where state_digest = $1
     returning state_digest as "stateDigest", browser, verifier, nonce, next, at`,
    [stateDigest],
  )
  return row ?? null
}
