// Telling both sides of a complaint what the other did, at every step.
import { dayIn, type Id, LONDON } from '../../basics/index.ts'
import { rolesIn } from '../../identity/index.ts'
import type { Log } from '../../log/index.ts'
import type { Complaint } from '../domain/complaint/complaint.ts'
import { complaintKinds } from '../domain/complaint/facts.ts'
import { toBody, toComplainant } from '../words/complaint-messages.ts'
import { complaintHandlers, loadComplaint } from './see-complaint.ts'
import { draftOf, tellAll } from './tell-people.ts'

type Step = Complaint['timeline'][number]
type Words = { readonly subject: string; readonly body: string; readonly easy: string }

/** The steps of which somebody is told. */
export const toldOfComplaints = complaintKinds.filter(
  ({ kind }) => Object.hasOwn(toComplainant, kind) || Object.hasOwn(toBody, kind),
)

/**
 * Tells whoever did not take the step themselves: the complainant and whoever acts for them, and
 * those who handle complaints for each body. Whoever is not signed in comes back with the code.
 */
export async function tellOfComplaint(
  log: Log,
  { stream, fact }: { readonly stream: Id; readonly fact: Id },
): Promise<void> {
  const complaint = await loadComplaint(log, stream)
  const step = complaint.timeline.find(({ id }) => id === fact)
  if (step === undefined) return
  const leadsTo = `/complaints/${stream}`
  const others = (people: readonly (Id | null)[]) =>
    people.filter((one): one is Id => one !== null && one !== step.by)
  const theirs = wordsFor(toComplainant, step)
  if (theirs !== undefined) {
    const people = [complaint.complainant, actedAt(complaint, step)]
    await tellAll(log, others(people), fact, draftOf(theirs, leadsTo))
  }
  const ours = wordsFor(toBody, step)
  if (ours !== undefined) {
    await tellAll(log, others(await handlersOf(log, complaint)), fact, draftOf(ours, leadsTo))
  }
}

const wordsFor = (words: Readonly<Record<string, Words>>, { kind }: Step): Words | undefined =>
  Object.hasOwn(words, kind) ? words[kind] : undefined

/** Who acts for the complainant; where that ends with this step, who did until then. */
function actedAt({ representative, timeline }: Complaint, step: Step): Id | null {
  if (step.kind !== 'complaint-representative-named' || !step.body.ends) {
    return representative?.by ?? null
  }
  const before = timeline.slice(0, timeline.indexOf(step)).toReversed()
  for (const one of before) {
    if (one.kind === 'complaint-representative-named') return null
    if (one.kind === 'complaint-kept' && one.body.holder === 'representative')
      return one.body.person
    if (one.kind === 'complaint-received') return one.body.representative?.by ?? null
  }
  return null
}

async function handlersOf(log: Log, { bodies }: Complaint): Promise<Id[]> {
  const today = dayIn(LONDON, log.clock.now())
  const held = await Promise.all(
    bodies.map((body) => rolesIn(log.db, body, today, complaintHandlers)),
  )
  return held.flat().map(({ person }) => person)
}
