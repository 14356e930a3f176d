// Formal complaints: made, acted on by either side, and found again with a code.
import {
  addMilliseconds,
  type Id,
  type Instant,
  ok,
  type PersonId,
  type Result,
  refuse,
} from '../../basics/index.ts'
import { writeCode } from '../../identity/index.ts'
import { type Act, act, type Log, Refused } from '../../log/index.ts'
import { idNamed, sha256, type Tx } from '../../plumbing/index.ts'
import { type Complaint, complaintStream } from '../domain/complaint/complaint.ts'
import type { ComplaintKind } from '../domain/complaint/facts.ts'
import { makeComplaint } from '../domain/complaint/handle.ts'
import { type Holder, makeWay } from '../domain/complaint/parties.ts'
import { refusals } from '../domain/complaint/refusals.ts'
import { complainedADay } from '../domain/dated-rules.ts'
import { MADE_HERE, openComplaintHere } from '../store/complaint-ways.ts'
import { noteTold } from '../store/ways-back.ts'
import { complaintAt } from './see-complaint.ts'

const DAY = 86_400_000

type Received = Parameters<typeof makeComplaint>[0]
type Decide = Act<Complaint, ComplaintKind, null>['decide']

export type ComplainRequest = {
  readonly by: PersonId | null
  /** `PageRequest.draftOwner`: in which browser it is made. */
  readonly browser: string
  readonly key: string | null
  readonly stream?: Id
}

/**
 * Makes a complaint; the same key from the same browser is one. It is open in that browser, so
 * that somebody not signed in can take the code. Refuses as `makeComplaint`, and
 * `complaint-made-before`, `complaint-made-too-often`.
 */
export async function complain(
  log: Log,
  request: ComplainRequest,
  received: Received,
): Promise<Result<Id>> {
  const { by, browser, key, stream: given } = request
  const stream = given ?? (key ? idNamed(browser, `complaint ${key}`) : log.chance.id())
  const done = await act(log, {
    actor: { by, onBehalfOf: null },
    type: complaintStream,
    ...complaintAt(stream),
    key,
    decide: makeComplaint(received),
    also: async (tx, facts) => {
      // Who writes down for many people is not many people.
      if (facts.length > 0 && received.writtenBy === null) {
        await keepFloodsAway(tx, log.clock.now(), browser, received)
      }
    },
  })
  if (!done.ok) return done
  if (received.writtenBy === null) {
    await openComplaintHere(log.db, stream, browser, MADE_HERE, log.clock.now())
  }
  return ok(stream)
}

async function keepFloodsAway(
  tx: Tx,
  now: Instant,
  browser: string,
  { says, wants, body }: Received,
): Promise<void> {
  const plain = `${body} ${says}\n${wants}`.toLowerCase().replace(/\s+/gu, ' ')
  const since = addMilliseconds(now, -DAY)
  const told = await noteTold(tx, `complaint ${browser}`, sha256(plain), now, since)
  if (told.same) throw new Refused(refuse(refusals.complaintMadeBefore))
  if (told.stories >= complainedADay.value)
    throw new Refused(refuse(refusals.complaintMadeTooOften))
}

type On = { readonly by: PersonId | null; readonly stream: Id; readonly key: string | null }

/** One side does something to a complaint. Refuses as the decision does. */
export const handle = (log: Log, { by, stream, key }: On, decideNow: Decide) =>
  act(log, {
    actor: { by, onBehalfOf: null },
    type: complaintStream,
    ...complaintAt(stream),
    key,
    decide: decideNow,
  })

/**
 * Makes a code for the way back, in place of any earlier one; it can be read this once only. In
 * the browser that asks for its own it stays open. Refuses `complaint-nobody-acts`.
 */
export async function makeComplaintWay(
  log: Log,
  stream: Id,
  holder: Holder,
  browser: string | null,
): Promise<Result<string>> {
  const code = writeCode(log.chance.bytes(10))
  const digest = sha256(code)
  const done = await handle(log, { by: null, stream, key: null }, makeWay(holder, digest))
  if (!done.ok) return done
  if (browser !== null) await openComplaintHere(log.db, stream, browser, digest, log.clock.now())
  return ok(code)
}
