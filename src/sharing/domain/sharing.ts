// What a person has said about sharing, as their facts tell: grants and switches.
import { type Day, dayIn, type Id, type Instant, LONDON } from '../../basics/index.ts'
import type { FactOf, StreamType } from '../../log/index.ts'
import { type SharingKind, sharingKinds } from './facts.ts'
import { everything, type Grant, holds } from './grant.ts'
import { type Purpose, purposeNamed } from './purposes.ts'
import type { Withholding } from './withheld.ts'

export type Sharing = {
  /** In the order they were given, those that ended included. */
  readonly grants: readonly Grant[]
  /** What the person has turned on or off; a purpose that is not here has its default. */
  readonly switches: ReadonlyMap<Purpose, boolean>
  /** The labels of what the person leaves out of their own lists, for who looks over a shoulder. */
  readonly hides?: readonly string[]
  /** Newer versions of what is kept back by name, in the order in which they came. */
  readonly followed?: readonly Followed[]
  /** What is kept from the person themself now, and from who acts for them. */
  readonly withheld?: readonly Withholding[]
}

/** A newer version that took the place of an earlier one. */
export type TookPlace = { readonly earlier: Id; readonly newer: Id }

/** The same, and whether the person brought or wrote the newer one themself. */
export type Followed = TookPlace & { readonly own: boolean }

export const nothingShared: Sharing = { grants: [], switches: new Map() }

export const sharingStream: StreamType<Sharing, SharingKind> = {
  name: 'sharing',
  says: 'What a person shares, with whom, and for what',
  kinds: sharingKinds,
  start: nothingShared,
  fold: (state, fact) => fold(state, fact),
}

function fold(state: Sharing, fact: FactOf<SharingKind>): Sharing {
  switch (fact.kind) {
    case 'grant-given':
    case 'emergency-opened':
      return { ...state, grants: [...state.grants, grantOf(fact)] }
    case 'grant-withdrawn': {
      const { grant } = fact.body
      const end = (one: Grant) =>
        one.id === grant && one.withdrawnAt === null ? { ...one, withdrawnAt: fact.at } : one
      return { ...state, grants: state.grants.map(end) }
    }
    case 'kept-back-followed': {
      const own = fact.by === fact.owner
      return { ...state, followed: [...(state.followed ?? []), { ...fact.body, own }] }
    }
    case 'purpose-switched': {
      const { purpose, on } = fact.body
      return { ...state, switches: new Map(state.switches).set(purpose, on) }
    }
    case 'private-hidden':
      return { ...state, hides: fact.body.labels }
    case 'entry-withheld': {
      const { withholding, ...rest } = fact.body
      const held = { ...rest, id: withholding, at: fact.at, queried: null, upheld: null }
      return { ...state, withheld: [...(state.withheld ?? []), held] }
    }
    case 'withholding-queried': {
      const { withholding, says, promise, due } = fact.body
      const queried = { at: fact.at, says, promise, due: due as Day }
      return withholdingIn(state, withholding, (one) => ({ ...one, queried }))
    }
    case 'withholding-upheld': {
      const { withholding, says, by, reviewOn } = fact.body
      const upheld = { at: fact.at, says }
      const changed = { queried: null, upheld, by, reviewOn }
      return withholdingIn(state, withholding, (one) => ({ ...one, ...changed }))
    }
    case 'withholding-ended': {
      const { withholding } = fact.body
      return { ...state, withheld: state.withheld?.filter(({ id }) => id !== withholding) ?? [] }
    }
  }
}

const withholdingIn = (
  state: Sharing,
  withholding: Id,
  change: (one: Withholding) => Withholding,
): Sharing => ({
  ...state,
  withheld: (state.withheld ?? []).map((one) => (one.id === withholding ? change(one) : one)),
})

type Given = Extract<FactOf<SharingKind>, { kind: 'grant-given' | 'emergency-opened' }>

function grantOf(fact: Given): Grant {
  const begun = { givenBy: fact.by as Grant['givenBy'], from: fact.at, withdrawnAt: null }
  if (fact.kind === 'grant-given') {
    const { grant, until, ...rest } = fact.body
    return { ...begun, ...rest, id: grant, lastDay: until, endsAt: null, emergency: null }
  }
  const { grant, by, organisation, reason, endsAt } = fact.body
  return {
    ...begun,
    id: grant,
    effect: 'permit',
    to: { person: by, organisation, role: null },
    what: everything,
    acts: ['read'],
    purposes: ['direct-care'],
    lastDay: null,
    endsAt,
    emergency: reason,
  }
}

/** Whether a purpose is on: as the person said last, else its default. */
export const isOn = (sharing: Sharing, purpose: Purpose): boolean =>
  sharing.switches.get(purpose) ?? purposeNamed(purpose)?.byDefault ?? false

/** The grants that hold at a moment. */
export function grantsAt(sharing: Sharing, now: Instant): readonly Grant[] {
  let day: Day | null = null
  // Asked of a calendar only where a grant has a last day: that is most of what a verdict costs.
  const today = () => {
    day ??= dayIn(LONDON, now)
    return day
  }
  return sharing.grants.filter((grant) => holds(grant, now, today))
}
