// Changing a plan: proposed, agreed to, declined, taken back; who speaks is found each time.
import { dayIn, type Id, LONDON, type PersonId, type Result } from '../../../basics/index.ts'
import { type Act, type Actor, act, type Log, load } from '../../../log/index.ts'
import { helpToBook, needsRecordOf } from '../../../messages/index.ts'
import { idNamed } from '../../../plumbing/index.ts'
import { withWider } from '../../../record/index.ts'
import {
  type Asker,
  type ItemFacets,
  mayActFor,
  mayAddWhat,
  type Visible,
} from '../../../sharing/index.ts'
import type { Language } from '../../../web/index.ts'
import * as decide from '../../domain/plan/decide.ts'
import * as reviews from '../../domain/plan/decide-reviews.ts'
import type { PlanKind } from '../../domain/plan/facts.ts'
import { type Plan, planStream, type Speaker, type Yes } from '../../domain/plan/plan.ts'

/** A person has one plan: its stream follows from who they are. */
export const planAt = (person: PersonId) =>
  ({ owner: person, stream: idNamed(person, 'care plan') }) as const

/** Who writes in somebody's plan, and as what. */
export type Writer = {
  readonly speaker: Speaker
  readonly actor: Actor
  /** Whether they may write in what has these facets. */
  may(facets: ItemFacets): boolean
}

/** By these somebody decides for the person; by the others they only help. */
const legalBases = ['lasting-power', 'court-deputy', 'parental-responsibility']

type Name = { readonly name: string; readonly organisation: string | null }

/** The person in their own plan. */
export const ownWriter = (person: PersonId, shownAs: string): Writer => ({
  speaker: { as: 'self', basis: null, shownAs },
  actor: { by: person, onBehalfOf: null },
  may: () => true,
})

/** A professional who sits with the person, where it was looked at before whether they may. */
export const aProfessional = (by: PersonId, shownAs: string): Writer => ({
  speaker: { as: 'professional', basis: null, shownAs },
  actor: { by, onBehalfOf: null },
  may: () => true,
})

/**
 * As what somebody else may write in this person's plan now: who decides for them by law, a
 * professional with whom it is shared for writing, or who helps. Null where they may not write.
 */
export async function writerIn(
  log: Log,
  person: PersonId,
  asker: Asker,
  { name, organisation }: Name,
): Promise<Writer | null> {
  const by = asker.person
  if (by === null) return null
  if (asker.via === 'proxy') return asker.actsFor === person ? proxyIn(log, by, person, name) : null
  const actor: Actor = { by, onBehalfOf: null }
  const visible = await mayAddWhat(log, log.db, person, asker)
  if (visible === null) return null
  const as = asker.via === 'role' ? 'professional' : 'supporter'
  const atWork = as === 'professional' && organisation !== null
  const shownAs = atWork ? `${name}, ${organisation}` : name
  return { speaker: { as, basis: null, shownAs }, actor, may: within(visible) }
}

const within = (visible: Visible) => (facets: ItemFacets) => visible.matches(facets)

/** Who acts for the person: in their name where the law lets them decide, else as a help. */
async function proxyIn(
  log: Log,
  by: PersonId,
  person: PersonId,
  shownAs: string,
): Promise<Writer | null> {
  const { adds, bases, visible } = await mayActFor(log, by, person)
  if (!adds) return null
  const basis = bases.find((one) => legalBases.includes(one)) ?? null
  const as = basis === null ? 'supporter' : 'legal-representative'
  const actor: Actor = { by, onBehalfOf: person }
  return { speaker: { as, basis, shownAs }, actor, may: within(visible) }
}

type On<Answer> = Act<Plan, PlanKind, Answer>['decide']

const change = <Answer>(
  log: Log,
  person: PersonId,
  { actor }: Writer,
  key: string | null,
  decideNow: On<Answer>,
): Promise<Result<Answer>> =>
  act(log, { actor, type: planStream, ...planAt(person), key, decide: decideNow })

/** Begins a plan, where there is none. */
export const beginPlan = (log: Log, person: PersonId, writer: Writer, key: string | null = null) =>
  change(log, person, writer, key, decide.beginPlan(writer.speaker))

/** What somebody wants, before it has the ids by which it is answered. */
export type Wish = Omit<decide.Wanted, 'proposal' | 'part' | 'under'> & {
  /** Null where it is new. */
  readonly part: Id | null
  /** The part it lies under, or the place in this list of a part that is new with it. */
  readonly under: Id | number | null
}

/** Proposes changes, all or none; gives the ids of the parts. Refuses as the decision does. */
export async function proposeChanges(
  log: Log,
  person: PersonId,
  writer: Writer,
  wishes: readonly Wish[],
  key: string | null,
): Promise<Result<readonly Id[]>> {
  const parts = wishes.map(({ part }) => part ?? log.chance.id())
  const wanted = wishes.map(({ under, ...wish }, place) => ({
    ...wish,
    proposal: log.chance.id(),
    part: parts[place] as Id,
    under: typeof under === 'number' ? (parts[under] as Id) : under,
  }))
  const done = await change(log, person, writer, key, decide.propose(writer.speaker, wanted))
  return done.ok ? { ok: true, value: parts } : done
}

/**
 * Says yes for the writer's side. The yes of who decided for the person counts only while they
 * still may. Refuses as the decision does.
 */
export async function agreeToChanges(
  log: Log,
  person: PersonId,
  writer: Writer,
  proposals: readonly string[],
  key: string | null,
): Promise<Result<null>> {
  const { speaker } = writer
  const standing = speaker.as === 'professional' ? await whoDecide(log, person, proposals) : []
  const stands = ({ by }: Yes) => by !== null && standing.includes(by)
  return change(log, person, writer, key, decide.agree(speaker, proposals, stands))
}

/** Of those who said yes to these for the person: who may decide for them now. */
async function whoDecide(log: Log, person: PersonId, proposals: readonly string[]) {
  const { state } = await load(log, log.db, planStream, planAt(person))
  const said = proposals.flatMap((one) => state.proposals.get(one)?.person ?? [])
  const represented = said.filter(({ as }) => as === 'legal-representative')
  const standing: Id[] = []
  for (const by of new Set(represented.flatMap((yes) => yes.by ?? []))) {
    const { bases } = await mayActFor(log, by as PersonId, person)
    if (bases.some((one) => legalBases.includes(one))) standing.push(by)
  }
  return standing
}

/** Says no, and why. Refuses as the decision does. */
export const declineChange = (
  log: Log,
  person: PersonId,
  writer: Writer,
  { proposal, says }: { readonly proposal: string; readonly says: string },
  key: string | null,
) => change(log, person, writer, key, decide.decline(writer.speaker, proposal, says))

/** Takes back what the writer proposed. Refuses as the decision does. */
export const withdrawChange = (
  log: Log,
  person: PersonId,
  writer: Writer,
  proposal: string,
  key: string | null,
) => change(log, person, writer, key, decide.withdraw(writer.speaker, writer.actor.by, proposal))

/** Says how private a part is. Refuses as the decision does. */
export const labelPart = (
  log: Log,
  person: PersonId,
  writer: Writer,
  { part, labels }: { readonly part: string; readonly labels: readonly string[] },
  key: string | null,
) => change(log, person, writer, key, decide.label(writer.speaker, part, withWider(labels)))

type NewReview = Omit<reviews.Meeting, 'id' | 'help'> & {
  readonly id?: Id
  readonly help?: string | null
}

/**
 * Who must be booked before this person is met, in words; for others, only what they let be shown.
 */
export const helpNeeded = async (
  log: Log,
  person: PersonId,
  { own, language }: { readonly own: boolean; readonly language: Language },
): Promise<readonly string[]> => helpToBook(await needsRecordOf(log, person), { own, language })

/** Plans a meeting; gives its id. Refuses as the decision does. */
export async function planReview(
  log: Log,
  person: PersonId,
  writer: Writer,
  { id, help = null, ...rest }: NewReview,
  key: string | null,
): Promise<Result<Id>> {
  const review = id ?? log.chance.id()
  const today = dayIn(LONDON, log.clock.now())
  const own = writer.speaker.as === 'self'
  const needed = await helpNeeded(log, person, { own, language: 'en' })
  const meeting = { ...rest, help, id: review }
  const decideNow = reviews.planReview(writer.speaker, meeting, needed, today)
  const done = await change(log, person, writer, key, decideNow)
  return done.ok ? { ok: true, value: review } : done
}

/** Puts something on the agenda of a review. Refuses as the decision does. */
export const addToAgenda = (
  log: Log,
  person: PersonId,
  writer: Writer,
  { review, says }: { readonly review: string; readonly says: string },
  key: string | null,
) => change(log, person, writer, key, reviews.addToAgenda(writer.speaker, review, says))

/** Says who is booked for a review, so that the person can be understood. Refuses as decided. */
export const bookHelp = (
  log: Log,
  person: PersonId,
  writer: Writer,
  { review, says }: { readonly review: string; readonly says: string },
  key: string | null,
) => change(log, person, writer, key, reviews.bookHelp(writer.speaker, review, says))

/** Writes down that a review was held. Refuses as the decision does. */
export const holdReview = (
  log: Log,
  person: PersonId,
  writer: Writer,
  { review, held }: { readonly review: string; readonly held: reviews.Held },
  key: string | null,
) => {
  const fresh = { proposal: log.chance.id<string>(), part: log.chance.id<string>() }
  return change(log, person, writer, key, reviews.holdReview(writer.speaker, review, held, fresh))
}

/** Calls a review off. Refuses as the decision does. */
export const callOffReview = (
  log: Log,
  person: PersonId,
  writer: Writer,
  { review, says }: { readonly review: string; readonly says: string },
  key: string | null,
) => change(log, person, writer, key, reviews.callOffReview(writer.speaker, review, says))
