// Keeping an entry from the person whose record it is: what stands in it decides whether it may be.
import type { Day, PersonId, Result } from '../../basics/index.ts'
import type { Log } from '../../log/index.ts'
import { type Asker, checkWithhold, type Withholding, withholdItem } from '../../sharing/index.ts'
import type { SeenEntry } from './see-record.ts'

export type ToWithhold = {
  readonly person: PersonId
  readonly asker: Asker
  readonly seen: SeenEntry
  readonly reason: Withholding['reason']
  readonly says: string
  readonly reviewOn: Day
}

/** Whether it could be done, without doing it. Refuses as `withholdEntry`. */
export const checkWithholdEntry = (log: Log, asked: ToWithhold): Promise<Result<null>> =>
  checkWithhold(log, withheldOf(asked))

/**
 * Keeps an entry from the person; never what they wrote, or brought here themselves.
 * Refuses as the decision `withhold`.
 */
export const withholdEntry = (log: Log, asked: ToWithhold, key: string | null) =>
  withholdItem(log, { ...withheldOf(asked), key })

function withheldOf({ seen, person, ...rest }: ToWithhold) {
  const { added } = seen.entry
  const own = [added?.by, added?.author.person].some((one) => one === (person as string))
  return { ...rest, person, item: seen.listed, own }
}
