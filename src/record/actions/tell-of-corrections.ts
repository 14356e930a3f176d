// Telling both sides of a correction request what the other did, or that its day has passed.
import { type Day, dayIn, type Id, LONDON, type OrganisationId } from '../../basics/index.ts'
import { organisationNames, rolesIn } from '../../identity/index.ts'
import { type Log, load } from '../../log/index.ts'
import { type Rendering, tell } from '../../messages/index.ts'
import { idNamed } from '../../plumbing/index.ts'
import { type Correction, correctionStream, type Step } from '../domain/correction.ts'
import {
  answeredWords,
  askedBackWords,
  handedOnWords,
  lateWords,
  waitsWords,
} from '../words/correction-messages.ts'

/** Those who are told that something waits: more than these would be told too often. */
const toldFor: readonly string[] = ['records-officer', 'information-officer', 'practice-manager']

type Happened = { readonly owner: Id; readonly stream: Id; readonly fact: Id }

/** Tells whoever the step concerns. Throws where somebody could not be told. */
export async function tellOfCorrection(log: Log, { owner, stream, fact }: Happened): Promise<void> {
  const { state } = await load(log, log.db, correctionStream, { owner, stream })
  const step = state.steps.find((one) => one.fact === fact)
  if (step === undefined || state.asked === null || state.holder === null) return
  const names = await organisationNames(log.db, [state.holder])
  const renderings = forPerson(state, step, names.get(state.holder) ?? '')
  if (renderings !== null) {
    const leadsTo = `/record/corrections/${stream}`
    await tellOne(log, owner, fact, renderings, leadsTo, state.holder)
  }
  if (!waitsForHolder(step)) return
  for (const person of await answering(log, state.holder)) {
    await tellOne(log, person, fact, waitsWords(state.asked.due as Day), '/corrections')
  }
}

function forPerson({ asked }: Correction, step: Step, holder: string): Rendering[] | null {
  switch (step.what) {
    case 'correction-answered':
      return answeredWords(holder)
    case 'correction-handed-on':
      return handedOnWords(holder)
    case 'correction-lapsed':
      return lateWords(holder, asked?.due as Day)
    case 'correction-remarked':
      return step.from === 'holder' ? askedBackWords(holder) : null
    default:
      return null
  }
}

const waitsForHolder = ({ what, from }: Step): boolean =>
  ['correction-asked', 'correction-handed-on', 'correction-lapsed'].includes(what) ||
  (what === 'correction-remarked' && from === 'person')

async function answering(log: Log, holder: OrganisationId): Promise<readonly Id[]> {
  const today = dayIn(LONDON, log.clock.now())
  const roles = await rolesIn(log.db, holder, today, toldFor)
  return [...new Set(roles.map((one) => one.person))]
}

async function tellOne(
  log: Log,
  person: Id,
  fact: Id,
  renderings: readonly Rendering[],
  leadsTo: string,
  organisation: OrganisationId | null = null,
): Promise<void> {
  const draft = { from: 'Coproduce', renderings, leadsTo, organisation }
  const told = await tell(log, person, idNamed(fact, person), draft)
  if (!told.ok) throw new Error(told.refusal.code)
}
