// An organisation as its facts tell: names, end, and whom its duties went to.
import {
  type Day,
  type Id,
  type OrganisationId,
  ok,
  type Result,
  refuse,
  tidyLine,
} from '../../basics/index.ts'
import type { Decision, FactOf, StreamType } from '../../log/index.ts'
import { listedOn, organisationKinds } from './dated-lists.ts'
import * as kinds from './facts.ts'
import { refusals } from './refusals.ts'
import type { Succession } from './succession.ts'

export type Organisation = {
  readonly registered: boolean
  /** The latest name first. */
  readonly names: readonly { readonly name: string; readonly from: Day }[]
  readonly odsCode: string | null
  /** A code from the list of kinds of organisation. */
  readonly what: string
  readonly abolishedOn: Day | null
  /** Where its duties went. */
  readonly handedOver: readonly Succession[]
  /** Where duties came from. */
  readonly tookOver: readonly (Omit<Succession, 'to'> & { readonly from: OrganisationId })[]
}

const organisationFactKinds = [
  kinds.organisationRegistered,
  kinds.organisationRenamed,
  kinds.organisationAbolished,
  kinds.dutiesHandedOver,
  kinds.dutiesTakenOver,
] as const

export type OrganisationKind = (typeof organisationFactKinds)[number]

/** One organisation; the stream has its id, and it is its own owner. */
export const organisationStream: StreamType<Organisation, OrganisationKind> = {
  name: 'organisation',
  says: 'An organisation: its names, its end, and where its duties went',
  kinds: organisationFactKinds,
  start: {
    registered: false,
    names: [],
    odsCode: null,
    what: '',
    abolishedOn: null,
    handedOver: [],
    tookOver: [],
  },
  fold(state, fact: FactOf<OrganisationKind>) {
    switch (fact.kind) {
      case 'organisation-registered': {
        const { name, from, odsCode, what } = fact.body
        return { ...state, registered: true, names: [{ name, from }], odsCode, what }
      }
      case 'organisation-renamed':
        return { ...state, names: [fact.body, ...state.names] }
      case 'organisation-abolished':
        return { ...state, abolishedOn: fact.body.on }
      case 'duties-handed-over':
        return { ...state, handedOver: [...state.handedOver, fact.body] }
      case 'duties-taken-over':
        return { ...state, tookOver: [...state.tookOver, fact.body] }
    }
  },
}

/** The name it had on a day; its first name on a day before that. */
export const nameOn = ({ names }: Organisation, day: Day): string => {
  const dated = names.toSorted((one, other) => (one.from < other.from ? 1 : -1))
  return (dated.find(({ from }) => from <= day) ?? dated.at(-1))?.name ?? ''
}

export type OrganisationRegistration = {
  readonly name: string
  readonly odsCode: string | null
  readonly what: string
  readonly from: Day
}

type Decided = Result<Decision<OrganisationKind, OrganisationId>>

/** Refuses: `name-missing`, `ods-code-not-real`, `organisation-kind-not-listed`. */
export const registerOrganisation =
  (id: OrganisationId, { name, odsCode, what, from }: OrganisationRegistration) =>
  (organisation: Organisation): Decided => {
    if (organisation.registered) return ok({ facts: [], answer: id })
    const tidy = tidyLine(name)
    if (tidy === '') return refuse(refusals.nameMissing, {}, 'name')
    if (odsCode !== null && !/^[A-Z0-9]{3,12}$/.test(odsCode)) {
      return refuse(refusals.odsCodeNotReal, {}, 'odsCode')
    }
    if (listedOn(organisationKinds, what, from) === null) {
      return refuse(refusals.organisationKindUnknown, { what }, 'what')
    }
    const body = { name: tidy, odsCode, what, from }
    return ok({ facts: [{ kind: 'organisation-registered', body }], answer: id })
  }

/** Refuses: `organisation-unknown`, `name-missing`. */
export const renameOrganisation =
  (id: OrganisationId, name: string, from: Day) =>
  (organisation: Organisation): Decided => {
    if (!organisation.registered) return refuse(refusals.organisationUnknown)
    const tidy = tidyLine(name)
    if (tidy === '') return refuse(refusals.nameMissing, {}, 'name')
    if (tidy === organisation.names[0]?.name) return ok({ facts: [], answer: id })
    return ok({ facts: [{ kind: 'organisation-renamed', body: { name: tidy, from } }], answer: id })
  }

/** Refuses: `organisation-unknown`, `organisation-abolished`. */
export const abolishOrganisation =
  (id: OrganisationId, on: Day, source: string) =>
  (organisation: Organisation): Decided => {
    if (!organisation.registered) return refuse(refusals.organisationUnknown)
    if (organisation.abolishedOn !== null) return refuse(refusals.organisationAbolished)
    return ok({ facts: [{ kind: 'organisation-abolished', body: { on, source } }], answer: id })
  }

export type HandOver = {
  readonly succession: Id
  readonly from: OrganisationId
  readonly to: OrganisationId
  readonly on: Day
  /** Which duties; null for all that it holds. */
  readonly duties: readonly string[] | null
  readonly source: string
}

/** Refuses: `organisation-unknown`, `succession-of-itself`. */
export const handOverDuties =
  ({ from, to, duties, ...rest }: HandOver) =>
  (organisation: Organisation): Decided => {
    if (!organisation.registered) return refuse(refusals.organisationUnknown)
    if (from === to) return refuse(refusals.successionOfItself, {}, 'into')
    const body = { ...rest, to, duties: duties === null ? null : [...duties] }
    return ok({ facts: [{ kind: 'duties-handed-over', body }], answer: from })
  }

/** The other half, on who takes over. Refuses: `organisation-unknown`, `organisation-abolished`. */
export const takeOverDuties =
  ({ from, to, duties, ...rest }: HandOver) =>
  (organisation: Organisation): Decided => {
    if (!organisation.registered) return refuse(refusals.organisationUnknown)
    const { abolishedOn } = organisation
    if (abolishedOn !== null && abolishedOn <= rest.on)
      return refuse(refusals.organisationAbolished)
    const body = { ...rest, from, duties: duties === null ? null : [...duties] }
    return ok({ facts: [{ kind: 'duties-taken-over', body }], answer: to })
  }
