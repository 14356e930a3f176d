// Signing in through a provider: begun here, answered there, finished here; matched or registered.
import {
  addMilliseconds,
  type Id,
  ok,
  type PersonId,
  type Result,
  refuse,
} from '../../basics/index.ts'
import { act, type Log, Refused } from '../../log/index.ts'
import {
  ProviderAway,
  type SignInProvider,
  SignInRefused,
  sha256,
  type Tx,
} from '../../plumbing/index.ts'
import { signInMustReturnWithin } from '../domain/dated-rules.ts'
import { personStream } from '../domain/person.ts'
import { refusals } from '../domain/refusals.ts'
import { type Claims, matchAgain, matchByNumber, readClaims } from '../domain/sign-in.ts'
import { keepSignIn, takeSignIn } from '../store/one-time-codes.ts'
import {
  findBySignIn,
  isSignInOfAnother,
  loadPerson,
  recordWithNhsNumber,
  survivingPerson,
} from '../store/people.ts'
import { beginSession } from './begin-session.ts'
import { registerPerson } from './register-person.ts'

const LIFE = signInMustReturnWithin.value * 60_000

/** Begins a sign-in and gives the address at the provider. Refuses: `sign-in-away`. */
export async function beginSignIn(
  log: Log,
  provider: SignInProvider,
  { browser, next }: { readonly browser: string; readonly next: string },
): Promise<Result<string>> {
  const secret = () => Buffer.from(log.chance.bytes(32)).toString('base64url')
  const secrets = { state: secret(), nonce: secret(), verifier: secret() }
  const now = log.clock.now()
  const stateDigest = sha256(secrets.state)
  const begun = { ...secrets, stateDigest, browser, next, at: now }
  await keepSignIn(log.db, begun, addMilliseconds(now, -LIFE))
  return told(() => provider.begin(secrets))
}

export type ReturnedSignIn = {
  readonly browser: string
  /** The path and query that the provider sent the person to. */
  readonly address: string
  readonly state: string
  readonly userAgent: string
  readonly instead: { readonly person: PersonId; readonly session: Id } | null
}

/**
 * Finishes a sign-in: gives the cookie and where the person wanted to go. Who is not known is
 * registered; who is known by NHS number is that person only if the date of birth is the same.
 * Refuses: `sign-in-lapsed`, `sign-in-not-finished`, `sign-in-away`, `sign-in-differs`,
 * `cannot-sign-in`.
 */
export async function finishSignIn(
  log: Log,
  provider: SignInProvider,
  returned: ReturnedSignIn,
): Promise<Result<{ readonly token: string; readonly next: string }>> {
  const begun = await takeSignIn(log.db, sha256(returned.state))
  const lapsed = begun !== null && addMilliseconds(begun.at, LIFE) <= log.clock.now()
  if (begun === null || lapsed || begun.browser !== returned.browser) {
    return refuse(refusals.signInLapsed)
  }
  const { nonce, verifier } = begun
  const secrets = { state: returned.state, nonce, verifier }
  const answer = await told(() => provider.complete(returned.address, secrets))
  if (!answer.ok) return answer
  const claims = readClaims(answer.value)
  if (!claims.ok) return claims
  const person = await personOfClaims(log, claims.value)
  if (!person.ok) return person
  const token = await beginSession(log, {
    person: person.value,
    wayIn: 'provider',
    identityLevel: claims.value.identityLevel,
    userAgent: returned.userAgent,
    instead: returned.instead,
  })
  return token.ok ? ok({ token: token.value, next: begun.next }) : token
}

async function told<T>(ask: () => Promise<T>): Promise<Result<T>> {
  try {
    return ok(await ask())
  } catch (error) {
    if (error instanceof ProviderAway) return refuse(refusals.signInAway)
    if (error instanceof SignInRefused) return refuse(refusals.signInNotFinished)
    throw error
  }
}

/** The person whom the provider means: known by it, known by number, or new. */
async function personOfClaims(log: Log, claims: Claims): Promise<Result<PersonId>> {
  const { nhsNumber, issuer, subject } = claims
  const known = await findBySignIn(log.db, issuer, subject)
  const record = nhsNumber === null ? null : await recordWithNhsNumber(log.db, nhsNumber)
  const numbered = record === null ? null : await survivingPerson(log.db, record)
  if (known !== null && known !== numbered) {
    const { state } = await loadPerson(log, log.db, known)
    const same = matchAgain(state, claims)
    return same.ok ? ok(known) : same
  }
  if (record === null || numbered === null) return registerFromClaims(log, claims)
  const same = matchByNumber((await loadPerson(log, log.db, record)).state, claims)
  if (!same.ok) return same
  return known === null ? linkSignIn(log, numbered, claims) : ok(known)
}

const linked = ({ issuer, subject }: Claims) =>
  ({ kind: 'sign-in-linked', body: { issuer, subject } }) as const

const itself = { by: null, onBehalfOf: null }

function registerFromClaims(log: Log, claims: Claims): Promise<Result<PersonId>> {
  const person = log.chance.id<'person'>()
  return registerPerson(log, {
    actor: itself,
    person,
    name: claims.name,
    birthDate: claims.birthDate,
    nhsNumber: claims.nhsNumber,
    more: [linked(claims)],
    also: (tx) => refuseOther(tx, claims, person),
  })
}

function linkSignIn(log: Log, person: PersonId, claims: Claims): Promise<Result<PersonId>> {
  return act(log, {
    actor: { by: person, onBehalfOf: null },
    type: personStream,
    owner: person,
    stream: person,
    decide: () => ok({ facts: [linked(claims)], answer: person }),
    also: (tx) => refuseOther(tx, claims, person),
  })
}

/** Two answers of the provider at one moment lead to one person: the second one begins again. */
async function refuseOther(tx: Tx, claims: Claims, person: PersonId): Promise<void> {
  if (await isSignInOfAnother(tx, claims, person)) {
    throw new Refused(refuse(refusals.signInLapsed))
  }
}
