// What the pages of sharing have in common: who asks, and how others are called.
import type { Id, OrganisationId, PersonId } from '../../basics/index.ts'
import { namesOf, organisationNames, roleName } from '../../identity/index.ts'
import type { Log } from '../../log/index.ts'
import type { Language } from '../../web/index.ts'
import type { ItemSource } from '../actions/item-source.ts'
import type { SharesWith } from '../actions/see-those-who-share.ts'
import { isEverybody, type Recipient } from '../domain/grant.ts'
import type { ShareWords } from '../words/share-words.ts'

/** Where somebody goes on to from the name of who shares with them for their care. */
export type WaysTo = (
  one: Pick<SharesWith, 'person' | 'shows'>,
  language: Language,
) => readonly { readonly href: string; readonly text: string }[]

export type SharingDeps = {
  readonly log: Log
  /** Every room that holds something people can share. */
  readonly sources: readonly ItemSource[]
  /** What other rooms show of who shares for care. */
  readonly ways?: WaysTo
}

/** The names of people and organisations, by id. */
export type Names = {
  readonly people: ReadonlyMap<Id, string>
  readonly organisations: ReadonlyMap<Id, string>
}

export async function namesFor(
  log: Log,
  recipients: readonly {
    readonly person: PersonId | null
    readonly organisation: OrganisationId | null
  }[],
): Promise<Names> {
  const people = recipients.flatMap(({ person }) => person ?? [])
  const organisations = recipients.flatMap(({ organisation }) => organisation ?? [])
  return {
    people: await namesOf(log.db, people),
    organisations: await organisationNames(log.db, organisations),
  }
}

/** A recipient as people read it: “Ravi Patel”, “Nurse at Oak Lane Surgery”. */
export function recipientName(to: Recipient, names: Names, say: ShareWords): string {
  if (isEverybody(to)) return say.grant.everybody
  const person = to.person === null ? null : names.people.get(to.person)
  if (to.organisation === null) return person ?? say.grant.somebody
  const organisation = names.organisations.get(to.organisation) ?? say.grant.somebody
  if (person !== null && person !== undefined) return say.grant.roleAt(person, organisation)
  if (to.role === null) return say.grant.everybodyAt(organisation)
  return say.grant.roleAt(roleName(to.role), organisation)
}

/** A code as people read it, from all sources. */
export const codeName = (
  sources: readonly ItemSource[],
  list: 'kinds' | 'labels',
  code: string,
): string =>
  sources.flatMap((source) => source[list]).find((one) => one.code === code)?.says ?? code

/** A text as it stands at the start of a line. */
export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
