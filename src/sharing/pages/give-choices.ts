// What a person may choose when they share something or keep it back, and how it is read.
import { dayIn, idFrom, LONDON, type OrganisationId, type PersonId } from '../../basics/index.ts'
import {
  listOrganisations,
  loadPerson,
  namesOf,
  otherOf,
  personOf,
  roleKinds,
  tieKinds,
  tiesOn,
} from '../../identity/index.ts'
import { type Choice, type PageRequest, typedAt } from '../../web/index.ts'
import type { SharedItem } from '../actions/item-source.ts'
import { loadSharing } from '../actions/look.ts'
import { findOwnItem } from '../actions/see-shared.ts'
import { everybody, type Recipient } from '../domain/grant.ts'
import { switchable } from '../domain/purposes.ts'
import { isOn } from '../domain/sharing.ts'
import { type Span, spans } from '../domain/spans.ts'
import { shareWords } from '../words/share-words.ts'
import { capitalised, type SharingDeps } from './page-parts.ts'

export type GiveChoices = {
  readonly to: readonly Choice[]
  readonly roles: readonly Choice[]
  readonly kinds: readonly Choice[]
  readonly labels: readonly Choice[]
  readonly purposes: readonly Choice[]
}

export const ALL = 'everything'
export const EVERYBODY = 'everybody'
export const EMERGENCY = 'emergency'

/** What this person may choose: their people, the organisations, the kinds there are. */
export async function choicesFor(
  { log, sources }: SharingDeps,
  request: PageRequest,
): Promise<GiveChoices> {
  const { person } = personOf(request)
  const today = dayIn(LONDON, request.now)
  const { state } = await loadPerson(log, log.db, person)
  const ties = tiesOn(state, today)
  const names = await namesOf(
    log.db,
    ties.map((tie) => otherOf(tie, person)),
  )
  const people = ties.map((tie) => {
    const other = otherOf(tie, person)
    const kind = tieKinds.find(({ code }) => code === tie.what)
    const is = tie.helper === person ? kind?.helpedIs : kind?.helperIs
    return { value: `person ${other}`, text: `${names.get(other) ?? ''} (${is ?? tie.what})` }
  })
  const organisations = (await listOrganisations(log.db, 1, MOST))
    .filter(({ abolishedOn }) => abolishedOn === null || abolishedOn > today)
    .map(({ organisation, name }) => ({ value: `organisation ${organisation}`, text: name }))
  const sharing = await loadSharing(log, log.db, person)
  const named = (list: 'kinds' | 'labels') =>
    sources.flatMap((source) => source[list]).map(({ code, says }) => ({ value: code, text: says }))
  const words = shareWords.in(request.language).give
  return {
    to: [...people, ...organisations],
    roles: roleKinds
      .filter(({ inOrganisation }) => inOrganisation)
      .map(({ code, says }) => ({ value: code, text: says })),
    kinds: [{ value: ALL, text: words.everything }, ...named('kinds')],
    labels: named('labels'),
    purposes: switchable
      .filter(({ code }) => isOn(sharing, code))
      .map(({ code, says }) => ({ value: code, text: capitalised(says) })),
  }
}

/** More organisations than this are not offered in one list. */
const MOST = 200

export const codes = (choices: readonly Choice[]) => choices.map(({ value }) => value)

export type OneItem = Pick<SharedItem, 'id' | 'title' | 'disagreements'>

/** The single entry that was asked for, where it is one of the person's own; else null. */
export async function itemOf(
  { log, sources }: SharingDeps,
  request: PageRequest,
  where: string,
): Promise<OneItem | null> {
  const typed = request.query.item ?? typedAt(request.form, 'item')[0]
  const id = idFrom(typed)
  if (id === null) return null
  const { person, hidesPrivate } = personOf(request)
  return findOwnItem(log, sources, person, where, id, hidesPrivate)
}

export function recipientOf(chosen: string, role: string | null): Recipient {
  const [what, id = ''] = chosen.split(' ')
  if (what === EVERYBODY || what === EMERGENCY) return everybody
  return what === 'person'
    ? { person: id as PersonId, organisation: null, role: null }
    : { person: null, organisation: id as OrganisationId, role }
}

/** How long, as choices. */
export const spanChoices = (words: Readonly<Record<Span, string>>) =>
  spans.map((value) => ({ value, text: words[value] }))
