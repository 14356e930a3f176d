// What the holder of an entry does about a correction request: answers, asks, hands it on.
import {
  dayIn,
  type Id,
  LONDON,
  type OrganisationId,
  type Result,
  refuse,
  tidyText,
} from '../../basics/index.ts'
import { loadPerson, putDetailsRight } from '../../identity/index.ts'
import { type Actor, act, actIn, type Log, load, valueOrRefused } from '../../log/index.ts'
import type { Tx } from '../../plumbing/index.ts'
import { endSight, keepNewerBack, letSee } from '../../sharing/index.ts'
import { ANSWERING_ROLE } from '../domain/answering.ts'
import { authoredEntry, isAuthoredKind } from '../domain/authored-entry.ts'
import { answerCorrection, handOn, remarkAsHolder } from '../domain/correct.ts'
import { correctionStream } from '../domain/correction.ts'
import { isAuthor, markEntry, type Speaker, supersedeEntry } from '../domain/decide.ts'
import { type Entry, entryStream, isInError } from '../domain/entry.ts'
import { asAsked, isAsAsked } from '../domain/own-details.ts'
import { correctionRefusals } from '../domain/refusals.ts'
import { shownOf } from '../domain/shown.ts'
import { addIn, type NewEntry, placeOf } from './add-entries.ts'
import type { CorrectionPlace } from './ask-correction.ts'
import { ownDetailsOf } from './see-corrections.ts'

/** Somebody at work, for the organisation that answers. */
export type Holder = Speaker & { readonly organisation: OrganisationId }

export type HolderAnswer =
  | { readonly outcome: 'declined' | 'annotated'; readonly says: string }
  | {
      readonly outcome: 'corrected'
      readonly says: string
      /** What it should have said; null where it should not be there at all. */
      readonly right: { readonly title: string; readonly says: string } | null
    }

const actorOf = ({ person }: Holder): Actor => ({ by: person, onBehalfOf: null })

/**
 * Answers a request, and does to the entry what the answer says; nothing in the record goes away.
 * Refuses `correction-unknown`, `correction-closed`, `correction-answer-missing`,
 * `correction-text-too-long`.
 */
export async function answerRequest(
  log: Log,
  holder: Holder,
  place: CorrectionPlace,
  answer: HolderAnswer,
  key: string | null,
): Promise<Result<null>> {
  const { person, request } = place
  const found = await loadRequest(log, place)
  if (found === null) return refuse(correctionRefusals.unknown)
  const { id, entry, details } = found
  // What is done to details is `answerDetails`; a note has no place beside them.
  if (details !== null && answer.outcome !== 'declined') return refuse(correctionRefusals.unknown)
  const actor = actorOf(holder)
  const right = rightEntry(log, holder, entry, answer)
  const newer = right === null ? null : placeOf(person, right)
  return act(log, {
    actor,
    type: correctionStream,
    owner: person,
    stream: request,
    key,
    decide: answerCorrection(holder, { outcome: answer.outcome, says: answer.says, newer }),
    also: async (tx) => {
      if (right !== null) await addIn(log, tx, actor, person, right)
      await noteOnEntry(log, tx, { holder, owner: person, id, answer, newer })
      await endSight(log, tx, { person, actor, purpose: 'correction', item: id })
    },
  })
}

/** The request's entry as it stands; null where there is no such request. */
async function loadRequest(log: Log, { person, request }: CorrectionPlace) {
  const { state } = await load(log, log.db, correctionStream, { owner: person, stream: request })
  if (state.asked === null) return null
  const { entry: id, details = null } = state.asked
  if (details !== null) return { id, entry: entryStream.start, details, state }
  const entry = (await load(log, log.db, entryStream, { owner: person, stream: id })).state
  return { id, entry, details, state }
}

/**
 * Puts the person's details right as they asked, and answers; nothing else can be changed here.
 * Refuses as `answerRequest` and `putDetailsRight`, and `correction-number-not-here`, which says
 * no more where the number is somebody else's.
 */
export async function answerDetails(
  log: Log,
  holder: Holder,
  place: CorrectionPlace,
  says: string,
  key: string | null,
): Promise<Result<null>> {
  const { person, request } = place
  const found = await loadRequest(log, place)
  if (found === null || found.details === null) return refuse(correctionRefusals.unknown)
  const decide = answerCorrection(holder, { outcome: 'corrected', says, newer: null })
  const ready = decide(found.state)
  if (!ready.ok) return ready
  const actor = actorOf(holder)
  const stands = ownDetailsOf((await loadPerson(log, log.db, person)).state)
  // Sent again after it was done, or put right meanwhile by somebody else: it is only answered.
  if (!isAsAsked(stands, found.details)) {
    const details = { ...asAsked(stands, found.details), reason: tidyText(says) }
    const put = await putDetailsRight(log, { actor, person, details })
    if (!put.ok) {
      return put.refusal.code === 'nhs-number-taken'
        ? refuse(correctionRefusals.numberNotFree)
        : put
    }
  }
  const sight = { person, actor, purpose: 'correction' as const, item: found.id }
  return act(log, {
    actor,
    type: correctionStream,
    owner: person,
    stream: request,
    key,
    decide,
    also: async (tx) => {
      await endSight(log, tx, sight)
    },
  })
}

/** The right entry, in the kind of the wrong one, by its author. */
function rightEntry(
  log: Log,
  holder: Holder,
  { added }: Entry,
  answer: HolderAnswer,
): NewEntry | null {
  if (answer.outcome !== 'corrected' || answer.right === null || added === null) return null
  const { kind, day } = shownOf(added.received)
  const writtenAt = log.clock.now()
  const { person, organisation, shownAs } = holder
  return {
    received: authoredEntry({
      kind: isAuthoredKind(kind) ? kind : 'note',
      title: answer.right.title,
      says: tidyText(answer.right.says),
      day: day ?? dayIn(LONDON, writtenAt),
      writtenAt,
    }),
    source: { what: 'written', name: 'a correction that you asked for', fullUrl: null },
    author: { person, organisation, shownAs },
    identifier: null,
    labels: [...added.labels],
    batch: null,
  }
}

/** Its author replaces it or says that it was a mistake; who is not its author explains it. */
async function noteOnEntry(
  log: Log,
  tx: Tx,
  doing: {
    readonly holder: Holder
    readonly owner: CorrectionPlace['person']
    readonly id: Id
    readonly answer: HolderAnswer
    readonly newer: Id | null
  },
): Promise<void> {
  const { holder, owner, id, answer, newer } = doing
  if (answer.outcome === 'declined') return
  const at = { actor: actorOf(holder), type: entryStream, owner, stream: id }
  const { state } = await load(log, tx, entryStream, { owner, stream: id })
  const says = answer.says.slice(0, LONGEST_MARK)
  const mine = answer.outcome === 'corrected' && isAuthor(state, holder)
  if (mine && newer !== null && state.supersededBy === null) {
    valueOrRefused(await actIn(log, tx, { ...at, decide: supersedeEntry(holder, newer) }))
    const pairs = [{ earlier: id, newer }]
    await keepNewerBack(log, tx, actorOf(holder), { person: owner, pairs })
  }
  const wrong = mine && newer === null && !isInError(state)
  const mark = wrong ? ('entered-in-error' as const) : ('explained' as const)
  valueOrRefused(await actIn(log, tx, { ...at, decide: markEntry(holder, mark, says) }))
}

const LONGEST_MARK = 2_000

/** Asks the person something. Refuses as the decision `remarkAsHolder`. */
export const askPerson = (
  log: Log,
  holder: Holder,
  { person, request }: CorrectionPlace,
  says: string,
  key: string | null,
): Promise<Result<null>> =>
  act(log, {
    actor: actorOf(holder),
    type: correctionStream,
    owner: person,
    stream: request,
    key,
    decide: remarkAsHolder(holder, says),
  })

/** Hands a request to another organisation; sight goes with it. Refuses as `handOn`. */
export async function handRequestOn(
  log: Log,
  holder: Holder,
  place: CorrectionPlace,
  to: { readonly organisation: OrganisationId; readonly says: string },
  key: string | null,
): Promise<Result<null>> {
  const { person, request } = place
  const found = await loadRequest(log, place)
  if (found === null) return refuse(correctionRefusals.unknown)
  const actor = actorOf(holder)
  const sight = { person, actor, purpose: 'correction' as const, item: found.id }
  const { organisation } = to
  return act(log, {
    actor,
    type: correctionStream,
    owner: person,
    stream: request,
    key,
    decide: handOn(holder, organisation, to.says),
    also: async (tx) => {
      await endSight(log, tx, sight)
      await letSee(log, tx, { ...sight, organisation, role: ANSWERING_ROLE })
    },
  })
}
