// Recovery codes: made and shown once, and used to sign in when a device is lost.
import { type PersonId, type Result, refuse } from '../../basics/index.ts'
import type { Log } from '../../log/index.ts'
import { sha256 } from '../../plumbing/index.ts'
import { recoveryCodesGiven } from '../domain/dated-rules.ts'
import { readCode, writeCode } from '../domain/one-time-code.ts'
import { refusals } from '../domain/refusals.ts'
import { replaceRecoveryCodes, takeRecoveryCode } from '../store/one-time-codes.ts'
import { type BeginSession, beginSession } from './begin-session.ts'

/** Gives new codes in place of all earlier ones. They can be read this once only. */
export async function makeRecoveryCodes(log: Log, person: PersonId): Promise<readonly string[]> {
  const codes = Array.from({ length: recoveryCodesGiven.value }, () =>
    writeCode(log.chance.bytes(10)),
  )
  await log.db.transaction((tx) =>
    replaceRecoveryCodes(tx, person, codes.map(sha256), log.clock.now()),
  )
  return codes
}

/**
 * Signs in with a recovery code, which is used up by it; gives the cookie. It proves that
 * somebody has the code and no more: level P0.
 * Refuses: `code-not-known`, `cannot-sign-in`.
 */
export async function signInWithRecoveryCode(
  log: Log,
  typed: string,
  { userAgent, instead = null }: Pick<BeginSession, 'userAgent' | 'instead'>,
): Promise<Result<string>> {
  const code = readCode(typed)
  const person = code === null ? null : await takeRecoveryCode(log.db, sha256(code))
  if (person === null) return refuse(refusals.codeNotKnown, {}, 'code')
  const way = { wayIn: 'recovery-code', identityLevel: 'P0' } as const
  return beginSession(log, { ...way, person, userAgent, instead })
}
