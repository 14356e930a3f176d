// One thing that an organisation keeps from the person themself, and why it may.
import type { Day, Id, Instant, OrganisationId, PersonId } from '../../basics/index.ts'

/**
 * Why something may be kept from the person: all that they are told of it.
 * @source DPA 2018, Schedule 2 Part 3 paragraph 16, and Schedule 3 Part 2 paragraph 5
 */
export const withholdingReasons = ['about-somebody-else', 'serious-harm'] as const
export type WithholdingReason = (typeof withholdingReasons)[number]

export type Withholding = {
  readonly id: Id
  readonly item: Id
  readonly reason: WithholdingReason
  /** Why, in the words of who decided; the person is never shown them. */
  readonly says: string
  /** Who decided it, or last looked at it again. */
  readonly by: PersonId
  readonly organisation: OrganisationId
  /** The day by which it is looked at again; it does not end by itself. */
  readonly reviewOn: Day
  readonly at: Instant
  /** That the person asked for it to be looked at again, and nobody has since. */
  readonly queried: {
    readonly at: Instant
    /** What the person wants to say. */
    readonly says: string | null
    readonly promise: Id
    readonly due: Day
  } | null
  /** When it was last looked at again and kept still; the person reads why. */
  readonly upheld: { readonly at: Instant; readonly says: string } | null
}
