// The receipts of looks: one stream for each who looks, each day, so that readers never wait.
import type { Static } from '../../basics/index.ts'
import type { StreamType } from '../../log/index.ts'
import { type LookKind, type lookedAt, lookKinds } from './facts.ts'

export type Receipt = Static<(typeof lookedAt)['schema']>

/** Read through rows, not by folding: the state is how many looks there were. */
export const lookStream: StreamType<number, LookKind> = {
  name: 'looks',
  says: 'The looks of one visitor at what one person keeps here, on one day',
  kinds: lookKinds,
  start: 0,
  fold: (count) => count + 1,
}

/** The name of the stream that a look belongs to, one of the person looked at. */
export const streamNameOf = (visitor: string | null, day: string): string =>
  `looks ${day} ${visitor ?? 'installation'}`
