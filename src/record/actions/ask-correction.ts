// What the person does about a correction: asks, says more, takes it back, disagrees.
import {
  type Day,
  endOfDay,
  type Id,
  type OrganisationId,
  type PersonId,
  type Result,
  refuse,
} from '../../basics/index.ts'
import { type Actor, act, actIn, type Log, valueOrRefused } from '../../log/index.ts'
import { idNamed, queueJobs } from '../../plumbing/index.ts'
import { endSight, type LookRequest, letSee } from '../../sharing/index.ts'
import { ANSWERING_ROLE } from '../domain/answering.ts'
import {
  type Asking,
  askCorrection,
  disagreeWithAnswer,
  lapseCorrection,
  remarkAsPerson,
  withdrawCorrection,
} from '../domain/correct.ts'
import { type CorrectionAsked, correctionStream } from '../domain/correction.ts'
import { disagreeWithEntry } from '../domain/decide.ts'
import { entryStream } from '../domain/entry.ts'
import { type AskedDetails, changesAsked, type OwnDetails } from '../domain/own-details.ts'
import { correctionRefusals, refusals } from '../domain/refusals.ts'
import { seeOwnDetails, seeRequestsFor } from './see-corrections.ts'

/** The job that notes that the day has passed. */
export const LAPSE_TASK = 'lapse-correction'

/** The id of the first, second… request about an entry. */
export const correctionId = (person: PersonId, entry: Id, place: number): Id =>
  idNamed(person, `correction of ${entry}, ${place}`)

/** Who asks, for themselves or for the person they act for. */
export type Petitioner = {
  readonly by: PersonId
  readonly person: PersonId
  readonly shownAs: string
}

export const actorFor = ({ by, person }: Pick<Petitioner, 'by' | 'person'>): Actor => ({
  by,
  onBehalfOf: by === person ? null : person,
})

export type CorrectionPlace = { readonly person: PersonId; readonly request: Id }

/**
 * Asks for an entry to be corrected: the holder may read it from then on, and the clock begins.
 * Refuses `entry-unknown`, `nothing-shared`, and as the decision `askCorrection`.
 */
export async function askForCorrection(
  log: Log,
  petitioner: Petitioner,
  asking: Omit<Asking, 'shownAs'>,
  look: LookRequest,
  key: string | null,
): Promise<Result<Id>> {
  const { person, shownAs } = petitioner
  const found = await seeRequestsFor(log, look, asking.entry)
  if (!found.ok) return found
  if (found.value === null) return refuse(refusals.entryUnknown)
  const { entry, requests } = found.value
  if (requests.some(({ ended }) => ended === null)) return refuse(correctionRefusals.openAlready)
  // Two who ask at once meet at the same stream, and one of them finds the other there.
  const stream = correctionId(person, asking.entry, requests.length + 1)
  const decide = askCorrection({ ...asking, shownAs }, entry, person)
  return sendRequest(log, petitioner, { stream, item: asking.entry, decide }, key)
}

/** Asks, lets the holder see what it is about, and begins the clock. */
async function sendRequest(
  log: Log,
  petitioner: Petitioner,
  sent: {
    readonly stream: Id
    readonly item: Id
    readonly decide: ReturnType<typeof askCorrection>
  },
  key: string | null,
): Promise<Result<Id>> {
  const { person } = petitioner
  const { stream, item, decide } = sent
  const actor = actorFor(petitioner)
  const done = await act(log, {
    actor,
    type: correctionStream,
    owner: person,
    stream,
    key,
    decide,
    also: async (tx, [asked]) => {
      if (asked === undefined) return
      const { holder, due } = asked.body as CorrectionAsked
      const sight = { person, actor, purpose: 'correction' as const, item }
      await letSee(log, tx, { ...sight, organisation: holder, role: ANSWERING_ROLE })
      const payload = { owner: person, stream }
      await queueJobs(tx, [{ task: LAPSE_TASK, payload, at: endOfDay(due as Day) }])
    },
  })
  return done.ok ? { ok: true, value: stream } : done
}

export type AskingForDetails = {
  /** How they would be right; what is empty or as it stands is not asked for. */
  readonly wanted: OwnDetails
  readonly wrong: string
  /** The same in words, for the pages of the request. */
  right(asked: AskedDetails): string
  readonly evidence: string
  readonly holder: OrganisationId | null
}

/**
 * Asks for the person's own details to be put right, as for an entry. Refuses
 * `correction-open-already`, `correction-details-unchanged`, and as `askCorrection`.
 */
export async function askForDetails(
  log: Log,
  petitioner: Petitioner,
  { wanted, wrong, right, evidence, holder }: AskingForDetails,
  look: LookRequest,
  key: string | null,
): Promise<Result<Id>> {
  const { person, shownAs } = petitioner
  const found = await seeOwnDetails(log, look)
  if (!found.ok) return found
  const { details: stands, requests } = found.value
  if (requests.some(({ ended }) => ended === null)) return refuse(correctionRefusals.openAlready)
  const asked = changesAsked(stands, wanted)
  if (!asked.ok) return asked
  const item = person as string as Id
  const said = { entry: item, holder, wrong, right: right(asked.value), evidence, shownAs }
  const decide = askCorrection({ ...said, details: asked.value }, entryStream.start, person)
  const stream = correctionId(person, item, requests.length + 1)
  return sendRequest(log, petitioner, { stream, item, decide }, key)
}

const at = ({ person, request }: CorrectionPlace) =>
  ({ type: correctionStream, owner: person, stream: request }) as const

/** Refuses as the decision `remarkAsPerson`. */
export const sayMore = (
  log: Log,
  petitioner: Petitioner,
  request: Id,
  says: string,
  key: string | null,
): Promise<Result<null>> =>
  act(log, {
    ...at({ person: petitioner.person, request }),
    actor: actorFor(petitioner),
    key,
    decide: remarkAsPerson(petitioner.shownAs, says),
  })

/** Takes a request back; the holder sees the entry no longer. Refuses `correction-closed`. */
export const takeBack = (
  log: Log,
  petitioner: Petitioner,
  { request, entry }: { readonly request: Id; readonly entry: Id },
  key: string | null,
): Promise<Result<null>> => {
  const { person } = petitioner
  const actor = actorFor(petitioner)
  return act(log, {
    ...at({ person, request }),
    actor,
    key,
    decide: withdrawCorrection,
    also: async (tx) => {
      await endSight(log, tx, { person, actor, purpose: 'correction', item: entry })
    },
  })
}

/**
 * Puts the person's own words against the entry beside it, wherever it is shown from then on.
 * Refuses `correction-not-declined`, and as the decision `disagreeWithEntry`.
 */
export const disagree = (
  log: Log,
  petitioner: Petitioner,
  { request, entry }: { readonly request: Id; readonly entry: Id },
  says: string,
  key: string | null,
): Promise<Result<null>> => {
  const { person, shownAs } = petitioner
  const actor = actorFor(petitioner)
  return act(log, {
    ...at({ person, request }),
    actor,
    key,
    decide: disagreeWithAnswer,
    also: async (tx) => {
      const decide = disagreeWithEntry(shownAs, request, says)
      const place = { owner: person, stream: entry, type: entryStream }
      valueOrRefused(await actIn(log, tx, { actor, ...place, decide }))
    },
  })
}

/** Notes that the day has passed, where it has; run by a job when the day is over. */
export const lapseRequest = (log: Log, place: CorrectionPlace): Promise<Result<null>> =>
  act(log, {
    ...at(place),
    actor: { by: null, onBehalfOf: null },
    decide: lapseCorrection,
  })
