// What a story can come to, as those who follow hear of it, and which facts bring it about.
import { becameCodes, type Filters } from '../search/filters.ts'

/** It was answered; or what became of a promise that it led to. */
export const becomesCodes = ['answered', ...becameCodes] as const
export type Becomes = (typeof becomesCodes)[number]

/**
 * What has to become of a story before a search finds it; null where a new one may fit. A promise
 * is made in an answer, so that whatever was promised was answered too; and nothing comes to be
 * unanswered, so that this is left out.
 */
export const becomesOf = ({
  answered,
  became,
}: Pick<Filters, 'answered' | 'became'>): Becomes | null =>
  became ?? (answered === true ? 'answered' : null)

/** The filters of the search that finds the stories of which this became. */
export const filtersOf = (
  becomes: Becomes | null,
): { readonly answered: 'yes' | null; readonly became: string | null } => ({
  answered: becomes === 'answered' ? 'yes' : null,
  became: becomes === 'answered' ? null : becomes,
})

/** By the kind of a fact: what a story may come to by it, if that is how it stands then. */
export const mayBring: Readonly<Record<string, readonly Becomes[]>> = {
  'saying-published': ['answered'],
  'promise-made': ['promised', 'waiting'],
  'promise-said-done': ['waiting'],
  'promise-answered': ['confirmed', 'disputed'],
  'promise-lapsed': ['late'],
  'promise-date-agreed': ['waiting'],
}
