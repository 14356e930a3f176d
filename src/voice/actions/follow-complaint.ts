// What follows from a complaint: promises from what was learned and recommended, days that passed.
import { dayIn, type Id, LONDON, type OrganisationId, ok } from '../../basics/index.ts'
import { organisationNames } from '../../identity/index.ts'
import { act, type Log } from '../../log/index.ts'
import { idNamed } from '../../plumbing/index.ts'
import { loadPromises, type PromiseRef, promise } from '../../promises/index.ts'
import { type Complaint, complaintStream } from '../domain/complaint/complaint.ts'
import { duesOf } from '../domain/complaint/dues.ts'
import { aboutComplaint } from '../domain/complaint/promised.ts'
import { passedComplaints } from '../store/complaint-rows.ts'
import { complaintAt, loadComplaint } from './see-complaint.ts'

/** The promises that follow from a complaint: what was learned, and the ombudsman's. */
export function promisesOfComplaint(id: Id, complaint: Complaint): PromiseRef[] {
  const { learning, ombudsman } = complaint
  const owner = ownerOf(id, complaint)
  const at = (name: string): PromiseRef => ({ owner, stream: idNamed(id, `promise ${name}`) })
  return [
    ...(learning?.body.change === 'promise' ? [at('learning')] : []),
    ...(ombudsman?.body.recommendations ?? []).map((_, place) => at(`recommendation ${place}`)),
  ]
}

/** To whom they are owed: the complainant who was known when it was made, else the complaint. */
const ownerOf = (id: Id, { received }: Complaint): Id => received?.body.complainant ?? id

/** Makes the promises that a complaint ended in; doing it twice changes nothing. */
export async function followComplaint(log: Log, id: Id): Promise<void> {
  const complaint = await loadComplaint(log, id)
  const { received, learning, ombudsman, lead } = complaint
  if (received === null) return
  const names = await organisationNames(log.db, complaint.bodies as OrganisationId[])
  const shownAs = names.get(lead as OrganisationId) ?? ''
  const owner = ownerOf(id, complaint)
  type Made = { name: string; says: string; due: string; by: string; about: string; from: string }
  const make = async ({ name, says, due, by, about, from }: Made) => {
    const at = { owner, stream: idNamed(id, `promise ${name}`) }
    const [there] = await loadPromises(log, [at])
    if (there?.promise.made != null) return
    const done = await promise(
      log,
      { person: null, organisation: lead },
      {
        says,
        promiser: { organisation: lead, person: null, shownAs: by || shownAs },
        to: [owner],
        due,
        source: { says: from, source: null, confirmed: null },
        about,
        escalateTo: null,
      },
      `promise ${name} ${id}`,
      at.stream,
    )
    if (!done.ok) throw new Error(`A complaint could not be followed: ${done.refusal.code}`)
  }
  if (learning?.body.change === 'promise' && learning.body.due !== null) {
    const { says, due, shownAs: by } = learning.body
    const about = aboutComplaint(id, 'learning')
    await make({ name: 'learning', says, due, by, about, from: 'It was learned from a complaint' })
  }
  for (const [place, { says, due }] of (ombudsman?.body.recommendations ?? []).entries()) {
    const about = aboutComplaint(id, 'recommendation')
    const from = 'The ombudsman recommended it'
    await make({ name: `recommendation ${place}`, says, due, by: '', about, from })
  }
}

/**
 * Looks each night for complaints in which a day has passed, and notes it once: both sides hear
 * of it. Gives how many were noted.
 */
export async function watchComplaints(log: Log): Promise<number> {
  const today = dayIn(LONDON, log.clock.now())
  let noted = 0
  for (const { stream } of await passedComplaints(log.db, today)) {
    await act(log, {
      actor: { by: null, onBehalfOf: null },
      type: complaintStream,
      ...complaintAt(stream),
      decide: (state, now) => {
        const late = duesOf(state, now).filter(({ standing }) => standing === 'late')
        const known = (step: string, due: string) =>
          state.missed.some((one) => one.step === step && one.due === due)
        const facts = late
          .filter(({ step, due }) => step !== 'ombudsman' && !known(step, due))
          .map(
            ({ step, due }) => ({ kind: 'complaint-clock-missed', body: { step, due } }) as const,
          )
        noted += facts.length
        return ok({ facts, answer: null })
      },
    })
  }
  return noted
}
