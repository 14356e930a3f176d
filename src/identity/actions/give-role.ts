// A role is given to a person, or ended.
import { type Day, type Id, type PersonId, type Result, refuse } from '../../basics/index.ts'
import { type Actor, act, type Log } from '../../log/index.ts'
import type { Role } from '../domain/bonds.ts'
import { personStream } from '../domain/person.ts'
import { refusals } from '../domain/refusals.ts'
import * as roles from '../domain/roles.ts'
import { loadOrganisation } from '../store/organisations.ts'

type About = { readonly actor: Actor; readonly person: PersonId; readonly key?: string | null }

/**
 * Gives a role; gives its id.
 * Refuses: `person-unknown`, `role-not-listed`, `role-needs-organisation`, `ends-before-it-begins`,
 * `organisation-unknown`, `organisation-abolished`.
 */
export async function giveRole(
  log: Log,
  request: About & Omit<Role, 'role'> & { readonly role?: Id },
): Promise<Result<Id>> {
  const { actor, person, key = null, what, organisation, from, until } = request
  if (organisation !== null) {
    const { state } = await loadOrganisation(log, log.db, organisation)
    if (!state.registered) return refuse(refusals.organisationUnknown, {}, 'organisation')
    const over = state.abolishedOn !== null && state.abolishedOn <= from
    if (over) return refuse(refusals.organisationAbolished, {}, 'organisation')
  }
  const role = request.role ?? log.chance.id()
  return act(log, {
    actor,
    type: personStream,
    owner: person,
    stream: person,
    key,
    decide: roles.giveRole({ role, what, organisation, from, until }),
  })
}

/** Ends a role; `until` is its last day. Refuses: `role-unknown`. */
export const endRole = (
  log: Log,
  { actor, person, key = null, role, until }: About & { readonly role: Id; readonly until: Day },
): Promise<Result<null>> =>
  act(log, {
    actor,
    type: personStream,
    owner: person,
    stream: person,
    key,
    decide: roles.endRole(role, until),
  })
