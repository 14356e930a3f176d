// Roles: who may act as what, where and on which days; read anew each time authority is asked for.
import { type Day, type Id, ok, type Result, refuse } from '../../basics/index.ts'
import type { Decision } from '../../log/index.ts'
import { holdsOn, type Role } from './bonds.ts'
import { listedOn, roleKinds } from './dated-lists.ts'
import type { roleEnded, roleGiven } from './facts.ts'
import { isKnown, type Person } from './person.ts'
import { refusals } from './refusals.ts'

/** The roles that a person holds on a day. One that ended yesterday gives nothing today. */
export const rolesOn = (person: Person, day: Day): readonly Role[] =>
  person.diedOn !== null && person.diedOn < day
    ? []
    : person.roles.filter((role) => holdsOn(role, day))

/**
 * Gives a role from a day on, until a day or until it is ended.
 * Refuses: `person-unknown`, `role-not-listed`, `role-needs-organisation`,
 * `ends-before-it-begins`.
 */
export const giveRole =
  (given: Role) =>
  (person: Person): Result<Decision<typeof roleGiven, Id>> => {
    if (!isKnown(person)) return refuse(refusals.personUnknown)
    const kind = listedOn(roleKinds, given.what, given.from)
    const roles = roleKinds.map((one) => one.code).join(', ')
    if (kind === null) return refuse(refusals.roleKindUnknown, { what: given.what, roles }, 'what')
    if (kind.inOrganisation && given.organisation === null) {
      return refuse(refusals.roleNeedsOrganisation, {}, 'organisation')
    }
    if (given.until !== null && given.until < given.from) {
      return refuse(refusals.endsBeforeItBegins, {}, 'until')
    }
    const organisation = kind.inOrganisation ? given.organisation : null
    const body = { ...given, organisation }
    return ok({ facts: [{ kind: 'role-given', body }], answer: given.role })
  }

/**
 * Ends a role so that `until` is its last day; one day before `from` means that it never held.
 * Refuses: `role-unknown`.
 */
export const endRole =
  (role: Id, until: Day) =>
  (person: Person): Result<Decision<typeof roleEnded, null>> => {
    const held = person.roles.find((one) => one.role === role)
    if (held === undefined || (held.until !== null && held.until <= until)) {
      return refuse(refusals.roleUnknown)
    }
    return ok({ facts: [{ kind: 'role-ended', body: { role, until } }], answer: null })
  }
