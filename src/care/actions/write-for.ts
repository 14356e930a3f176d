// Who writes in what a person keeps here: themselves, or somebody whom a grant lets write in it.
import type { PersonId } from '../../basics/index.ts'
import type { Actor, Log } from '../../log/index.ts'
import type { Tx } from '../../plumbing/index.ts'
import { type Asker, mayAdd } from '../../sharing/index.ts'
import type { KeptRow } from '../store/network-reads.ts'

/** Who writes, as whom, and under which name it stands. */
export type Writing = {
  readonly asker: Asker
  readonly by: PersonId
  readonly shownAs: string
}

export const actorOf = ({ by }: Writing): Actor => ({ by, onBehalfOf: null })

/** Whether the writer is the person themselves, in no role. */
export const isSelf = ({ asker, by }: Writing, person: PersonId): boolean =>
  by === person && asker.via === 'self'

/** Whether they may write in one thing. Somebody who acts for a person may read it only. */
export async function mayWriteIn(
  log: Log,
  tx: Tx | Log['db'],
  person: PersonId,
  writing: Writing,
  row: Pick<KeptRow, 'id' | 'kind' | 'labels' | 'at'>,
): Promise<boolean> {
  if (isSelf(writing, person)) return true
  if (writing.asker.via === 'proxy') return false
  const { id, kind, labels, at } = row
  return mayAdd(log, tx, person, writing.asker, { id, kind, labels, at })
}
