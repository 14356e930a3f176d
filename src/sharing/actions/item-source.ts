// Where the things come from that can be shared: each room that holds some gives one source.
import type { ItemFacets } from '../domain/grant.ts'
import type { Visible } from '../domain/predicate.ts'
import type { Look } from './look.ts'

/** One item as a recipient is shown it. */
export type SharedItem = ItemFacets & {
  readonly title: string
  /** What it says, in plain words; null where the title says it all. */
  readonly says: string | null
  /** Who wrote it and where it came from. */
  readonly from: string
  /** What the person says against it: no face shows the item without it. */
  readonly disagreements: readonly string[]
}

type Named = { readonly code: string; readonly says: string }

/**
 * What a room lets people share: `kinds` and `labels` as a person chooses them, by the codes
 * that the facets hold. Everything read goes through the look that it is given.
 */
export type ItemSource = {
  /** The heading above its items, such as “Record”. */
  readonly name: string
  readonly kinds: readonly Named[]
  readonly labels: readonly Named[]
  count(look: Look, visible: Visible): Promise<number>
  /** Newest first. */
  read(
    look: Look,
    visible: Visible,
    page: { readonly limit: number; readonly offset: number },
  ): Promise<readonly SharedItem[]>
}
