// Linking two people by a code that one gives the other: neither needs to know who is here.
import {
  addMilliseconds,
  type Id,
  type Instant,
  ok,
  type PersonId,
  type Result,
  refuse,
} from '../../basics/index.ts'
import {
  actIn,
  actTogether,
  type Decision,
  type Log,
  Refused,
  valueOrRefused,
} from '../../log/index.ts'
import { sha256 } from '../../plumbing/index.ts'
import { tieCodeHolds } from '../domain/dated-rules.ts'
import { readCode, writeCode } from '../domain/one-time-code.ts'
import { type Person, type PersonKind, personStream } from '../domain/person.ts'
import { refusals } from '../domain/refusals.ts'
import { today } from '../domain/registration.ts'
import * as ties from '../domain/ties.ts'
import {
  type CodedOffer,
  forgetTieCodes,
  keepTieCode,
  readTieCode,
  type TieCode,
  takeTieCode,
} from '../store/tie-codes.ts'

type Decide = (person: Person) => Result<Decision<PersonKind, Id>>

const since = (now: Instant): Instant =>
  addMilliseconds(now, -tieCodeHolds.value * 24 * 60 * 60_000)

/** Makes a code for an offer; it can be read this once only. */
export async function makeTieCode(log: Log, person: PersonId, offer: CodedOffer): Promise<string> {
  const now = log.clock.now()
  const code = writeCode(log.chance.bytes(10))
  await log.db.transaction(async (tx) => {
    await forgetTieCodes(tx, since(now))
    await keepTieCode(tx, sha256(code), { person, ...offer }, now)
  })
  return code
}

/** What a code offers, without using it up. Refuses: `code-not-known`, `tie-with-oneself`. */
export async function seeTieCode(log: Log, by: PersonId, typed: string): Promise<Result<TieCode>> {
  const code = readCode(typed)
  const now = log.clock.now()
  const found = code === null ? null : await readTieCode(log.db, sha256(code), since(now))
  if (found === null) return refuse(refusals.codeNotKnown, {}, 'code')
  return found.person === by ? refuse(refusals.tieWithOneself, {}, 'code') : ok(found)
}

/**
 * Uses a code up: the tie is offered by who made it and accepted by who holds it.
 * Refuses: `code-not-known`, `tie-with-oneself`, `person-unknown`.
 */
export function acceptTieCode(log: Log, by: PersonId, typed: string): Promise<Result<Id>> {
  const code = readCode(typed)
  const tie = log.chance.id()
  return actTogether(log, async (tx) => {
    const now = log.clock.now()
    const found = code === null ? null : await takeTieCode(tx, sha256(code), since(now))
    if (found === null) throw new Refused(refuse(refusals.codeNotKnown, {}, 'code'))
    const { person, what, makerIs, until } = found
    const [helper, helped] = makerIs === 'helper' ? [person, by] : [by, person]
    const offer = { tie, what, helper, helped, offeredBy: person, from: today(now), until }
    const on = async (actor: PersonId, decide: Decide) => {
      // In the order of ids, so that two who act at once wait for each other in one direction.
      for (const owner of [helper, helped].sort()) {
        const at = { type: personStream, owner, stream: owner }
        const doing = { actor: { by: actor, onBehalfOf: null }, ...at, decide }
        valueOrRefused(await actIn(log, tx, doing))
      }
    }
    await on(person, ties.offerTie(offer))
    await on(by, ties.acceptTie(tie, by))
    return tie
  })
}
