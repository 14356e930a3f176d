// Linking plans in a family: each adult lets the other see theirs, and takes it back at once.
import {
  dayIn,
  type Id,
  LONDON,
  ok,
  type PersonId,
  type Result,
  refuse,
} from '../../../basics/index.ts'
import { loadPerson, namesOf, otherOf, type Tie, tieStanding } from '../../../identity/index.ts'
import type { Log } from '../../../log/index.ts'
import { everything, giveGrant, grantsInForce, look, stopGrant } from '../../../sharing/index.ts'
import {
  decidesAlone,
  familyKinds,
  isFamilyGrant,
  isForFamily,
  type LinkStanding,
  linkStanding,
} from '../../domain/family/family.ts'
import { refusals } from '../../domain/family/refusals.ts'
import { type ListedItem, readPlanItems } from '../../store/plan-reads.ts'
import { planAt } from '../plan/change-plan.ts'

export type FamilyMember = {
  readonly tie: Id
  readonly person: PersonId
  readonly name: string
  readonly standing: LinkStanding
  /** What stands in their plan, where the two are linked. */
  readonly plan: readonly ListedItem[]
}

const MOST_SHOWN = 40

/** Everybody who has a tie with the person, and the plans of those with whom they are linked. */
export async function seeFamily(log: Log, person: PersonId): Promise<readonly FamilyMember[]> {
  const members: FamilyMember[] = []
  const ties = await tiesOf(log, person)
  const names = await namesOf(
    log.db,
    ties.map((tie) => otherOf(tie, person)),
  )
  for (const tie of ties) {
    const other = otherOf(tie, person)
    const standing = await standingWith(log, person, other)
    const holds = tieStanding(tie, dayIn(LONDON, log.clock.now())) === 'holds'
    if (!holds && standing !== 'linked' && standing !== 'only-mine') continue
    const plan = standing === 'linked' ? await planOf(log, person, other) : []
    members.push({ tie: tie.tie, person: other, name: names.get(other) ?? '', standing, plan })
  }
  return members
}

/** Ties that were accepted, each other person once. */
async function tiesOf(log: Log, person: PersonId): Promise<readonly Tie[]> {
  const { state } = await loadPerson(log, log.db, person)
  const accepted = state.ties.filter(({ answer }) => answer === 'accepted')
  return [...new Map(accepted.map((tie) => [otherOf(tie, person), tie])).values()]
}

async function standingWith(log: Log, person: PersonId, other: PersonId): Promise<LinkStanding> {
  const given = (await grantsInForce(log, person)).some((one) => isFamilyGrant(one, other))
  const received = (await grantsInForce(log, other)).some((one) => isFamilyGrant(one, person))
  return linkStanding(given, received)
}

/** The other's plan, by a look of the person's at it: the other sees the receipt. */
async function planOf(log: Log, person: PersonId, other: PersonId): Promise<readonly ListedItem[]> {
  const visitor = { person, via: 'self', organisation: null, roles: [] } as const
  const where = '/care/family'
  const request = { person: other, visitor, purpose: 'direct-care', act: 'read', where } as const
  const seen = await log.db.transaction((tx) =>
    look(log, tx, request, async (leave, visible) => {
      const items = await readPlanItems(leave, visible, planAt(other).stream)
      return items.filter(({ part }) => isForFamily(part.kind)).slice(0, MOST_SHOWN)
    }),
  )
  return seen.ok ? seen.value : []
}

/**
 * Lets the other of a tie see the person's plan; the same twice gives it once.
 * Refuses `family-tie-unknown`, `family-too-young`, and as `giveGrant` of sharing.
 */
export async function linkPlan(log: Log, person: PersonId, tie: string): Promise<Result<null>> {
  const found = (await tiesOf(log, person)).find((one) => one.tie === tie)
  const today = dayIn(LONDON, log.clock.now())
  if (found === undefined || tieStanding(found, today) !== 'holds') {
    return refuse(refusals.tieUnknown)
  }
  const other = otherOf(found, person)
  for (const one of [person, other]) {
    const { state } = await loadPerson(log, log.db, one)
    if (!decidesAlone(state.birthDate, today)) return refuse(refusals.tooYoung)
  }
  const given = await grantsInForce(log, person)
  if (given.some((one) => isFamilyGrant(one, other))) return ok(null)
  const done = await giveGrant(log, {
    person,
    by: person,
    giving: {
      effect: 'permit',
      to: { person: other, organisation: null, role: null },
      what: { ...everything, kinds: [...familyKinds] },
      acts: ['read'],
      purposes: ['direct-care'],
      until: null,
    },
  })
  return done.ok ? ok(null) : done
}

/** Takes it back, from the next look on. Refuses `family-tie-unknown`. */
export async function unlinkPlan(log: Log, person: PersonId, tie: string): Promise<Result<null>> {
  const found = (await tiesOf(log, person)).find((one) => one.tie === tie)
  if (found === undefined) return refuse(refusals.tieUnknown)
  const other = otherOf(found, person)
  const given = (await grantsInForce(log, person)).filter((one) => isFamilyGrant(one, other))
  for (const { id } of given) {
    const done = await stopGrant(log, { person, by: person, grant: id })
    if (!done.ok) return done
  }
  return ok(null)
}
