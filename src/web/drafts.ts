// Where drafts are kept between the questions of a journey, and on every device of the person.
import type { FormValues } from './route.ts'

/** Whose draft it is, and of which journey. */
export type DraftKey = {
  /** `PageRequest.draftOwner`: the person, or the browser of somebody not signed in. */
  readonly owner: string
  readonly journey: string
}

/** Kept by a room below; a draft is a plain row and no fact, and goes when the journey is done. */
export type DraftStore = {
  load(key: DraftKey): Promise<FormValues | null>
  save(key: DraftKey, values: FormValues): Promise<void>
  drop(key: DraftKey): Promise<void>
}
