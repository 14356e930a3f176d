// Which files a fact names: kept beside the facts so that erasing a body takes its files along.
import type { Tx } from '../../plumbing/index.ts'
import type { Fact } from '../domain/fact.ts'
import type { ReadyKind } from '../domain/seal.ts'
import type { Projection } from './projection.ts'

/** The projection of files named by the bodies of any kind that declares `files`. */
export function attachments(kinds: ReadonlyMap<string, ReadyKind>): Projection {
  const filesOf = (fact: Fact): readonly string[] => {
    const files = kinds.get(fact.kind)?.files as ((body: unknown) => readonly string[]) | undefined
    return files?.(fact.body) ?? []
  }
  return {
    name: 'log.attachments',
    tables: ['log.attachments'],
    kinds: [...kinds.values()].filter((kind) => kind.files !== undefined).map(({ kind }) => kind),
    async apply(tx: Tx, facts) {
      const rows = facts.flatMap((fact) => filesOf(fact).map((digest) => ({ fact, digest })))
      if (rows.length === 0) return
      await tx.text(
        `insert into log.attachments (owner, stream, fact, digest)
         select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[])
         on conflict do nothing`,
        [
          rows.map((row) => row.fact.owner),
          rows.map((row) => row.fact.stream),
          rows.map((row) => row.fact.id),
          rows.map((row) => row.digest),
        ],
      )
    },
  }
}
