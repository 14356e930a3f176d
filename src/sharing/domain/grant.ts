// A grant: who may see what, for what purpose, until when; and who is asking.
import type { Day, Id, Instant, OrganisationId, PersonId } from '../../basics/index.ts'
import type { Purpose } from './purposes.ts'

/** What a grant can choose an item by. */
export type ItemFacets = {
  readonly id: Id
  readonly kind: string
  readonly labels: readonly string[]
  /** The day the item is about. */
  readonly at: Day
}

/** Items chosen: every part that is not null must hold. Nulls alone are everything. */
export type Selector = {
  readonly kinds: readonly string[] | null
  /** Items that bear one of these. */
  readonly labels: readonly string[] | null
  /** Items that bear one of these are left out. */
  readonly without: readonly string[]
  /** The first and the last day that items may be about. */
  readonly from: Day | null
  readonly until: Day | null
  readonly items: readonly Id[] | null
}

export const everything: Selector = {
  kinds: null,
  labels: null,
  without: [],
  from: null,
  until: null,
  items: null,
}

/**
 * `share` lets a recipient pass on what they themselves may see; `add` lets them write what the
 * grant would let them see.
 */
export type GrantedAct = 'read' | 'print' | 'export' | 'share' | 'add'
export type LookAct = Exclude<GrantedAct, 'share' | 'add'>

/** Every way of looking, in the order they are offered. */
export const lookActs: readonly LookAct[] = ['read', 'print', 'export']

/**
 * Whom a grant is for: a named person acting for themselves (no organisation), a role in an
 * organisation (no person), all of an organisation (no role), or one person at work in one.
 * Neither person nor organisation is everybody: only what keeps something back may say so.
 */
export type Recipient = {
  readonly person: PersonId | null
  readonly organisation: OrganisationId | null
  /** A code of the list of roles. */
  readonly role: string | null
}

/** Who asks, read anew at each request. */
export type Asker = {
  /** Null for this installation itself. */
  readonly person: PersonId | null
  readonly via: 'self' | 'role' | 'proxy'
  /** Whether private things of their own are left out on the device they ask from. */
  readonly hides?: boolean
  /** The person they act for, where they ask as a proxy. */
  readonly actsFor?: PersonId
  readonly organisation: OrganisationId | null
  /** The roles held in that organisation today. */
  readonly roles: readonly string[]
}

export type Grant = {
  readonly id: Id
  readonly effect: 'permit' | 'deny'
  readonly givenBy: PersonId | null
  readonly to: Recipient
  readonly what: Selector
  readonly acts: readonly GrantedAct[]
  readonly purposes: readonly Purpose[]
  readonly from: Instant
  /** The last day on which it holds; null while no end is known. */
  readonly lastDay: Day | null
  /** The moment from which it no longer holds, for what is counted in hours. */
  readonly endsAt: Instant | null
  readonly withdrawnAt: Instant | null
  /** Why it was opened without the person, in an emergency; else null. */
  readonly emergency: string | null
  /** Where somebody acts for the person: what was let through and kept back, one by one. */
  readonly proxy?: { readonly letThrough: readonly Id[]; readonly keptBack: readonly Id[] }
  /** What is kept back only from those who open it in an emergency. */
  readonly only?: 'emergency'
}

/** Whether a grant holds now; `today` gives the day that now lies in. */
export const holds = (grant: Grant, now: Instant, today: () => Day): boolean =>
  grant.from <= now &&
  (grant.lastDay === null || lasts(grant.lastDay, now, today)) &&
  (grant.endsAt === null || now < grant.endsAt) &&
  (grant.withdrawnAt === null || now < grant.withdrawnAt)

/**
 * Whether the day that now lies in is no later than the last. Clocks here are with Coordinated
 * Universal Time or an hour ahead, so today is its day or the next: the calendar, which is most
 * of what a verdict costs, is asked only where that makes a difference.
 */
function lasts(lastDay: Day, now: Instant, today: () => Day): boolean {
  const utc = now.slice(0, 10)
  return lastDay === utc ? today() <= lastDay : utc < lastDay
}

/** A grant to a person does not follow them to work, nor one to a role home. */
export function isFor(to: Recipient, asker: Asker): boolean {
  if (isEverybody(to)) return true
  if (to.person !== null && to.person !== asker.person) return false
  if (to.organisation === null) return to.person !== null && asker.via === 'self'
  if (asker.via !== 'role' || asker.organisation !== to.organisation) return false
  return to.role === null || asker.roles.includes(to.role)
}

export const everybody: Recipient = { person: null, organisation: null, role: null }

export const isEverybody = ({ person, organisation, role }: Recipient): boolean =>
  person === null && organisation === null && role === null
