// What the page of a complaint is made from.
import type { Instant } from '../../../basics/index.ts'
import type { FormEntry } from '../../../web/index.ts'
import type { SeenComplaint } from '../../actions/see-complaint.ts'
import type { StoryPromise } from '../story-thread.tsx'

export type ComplaintPageProps = {
  readonly seen: SeenComplaint
  readonly promises: readonly StoryPromise[]
  readonly now: Instant
  readonly entry: FormEntry
  readonly said: boolean
  /** Whether somebody is signed in who could keep what they opened with a code. */
  readonly mayKeep: boolean
}
