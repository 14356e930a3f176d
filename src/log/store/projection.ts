// A projection: rows made from facts, for lists and searches; emptied and made again at will.
import type { Id } from '../../basics/index.ts'
import type { Tx } from '../../plumbing/index.ts'
import type { Fact, FactKind, FactOf } from '../domain/fact.ts'

/**
 * Rows made from the facts of one stream at a time. Every table has the columns `owner` and
 * `stream` of the facts it came from, so that one stream's rows can be made again.
 */
export type Projection = {
  readonly name: string
  /** With their schema: `identity.people`. */
  readonly tables: readonly string[]
  readonly kinds: readonly string[]
  apply(tx: Tx, facts: readonly Fact[]): Promise<void>
  readonly beside?: Beside
}

/** For rows that are made from two streams of one owner: what follows when one is made again. */
export type Beside = {
  /** The streams whose rows are made from this one too, while its own rows are still there. */
  of(tx: Tx, owner: Id, stream: Id): Promise<readonly Id[]>
  again(tx: Tx, owner: Id, stream: Id): Promise<void>
}

/** Declares a projection; `apply` gets only facts of the kinds named, in their stream's order. */
export const projection = <Kind extends FactKind>(one: {
  readonly name: string
  readonly tables: readonly string[]
  readonly kinds: readonly Kind[]
  apply(tx: Tx, facts: readonly FactOf<Kind>[]): Promise<void>
  readonly beside?: Beside
}): Projection => ({
  ...(one.beside === undefined ? {} : { beside: one.beside }),
  name: one.name,
  tables: one.tables,
  kinds: one.kinds.map((kind) => kind.kind),
  apply: (tx, facts) => one.apply(tx, facts as readonly FactOf<Kind>[]),
})

/** Hands facts to the projections that want them. */
export async function project(
  tx: Tx,
  projections: readonly Projection[],
  facts: readonly Fact[],
): Promise<void> {
  const kinds = new Set(facts.map(({ kind }) => kind))
  for (const one of projections) {
    if (!one.kinds.some((kind) => kinds.has(kind))) continue
    await one.apply(
      tx,
      facts.filter((fact) => one.kinds.includes(fact.kind)),
    )
  }
}

/** Deletes rather than truncates: a reader goes on with the rows it sees and waits for nothing. */
export async function emptyProjections(tx: Tx, projections: readonly Projection[]): Promise<void> {
  for (const table of projections.flatMap((one) => one.tables))
    await tx.text(`delete from ${table}`)
}

/** Makes the rows of one stream again, and those of other streams that are made from it too. */
export async function projectAgain(
  tx: Tx,
  projections: readonly Projection[],
  { owner, stream }: { readonly owner: Id; readonly stream: Id },
  facts: () => Promise<readonly Fact[]>,
): Promise<void> {
  const again: (() => Promise<void>)[] = []
  for (const { beside } of projections) {
    if (beside === undefined) continue
    for (const one of await beside.of(tx, owner, stream)) {
      again.push(() => beside.again(tx, owner, one))
    }
  }
  await forgetStream(tx, projections, owner, stream)
  await project(tx, projections, await facts())
  for (const make of again) await make()
}

/** Takes away the rows that came from one stream. */
async function forgetStream(
  tx: Tx,
  projections: readonly Projection[],
  owner: Id,
  stream: Id,
): Promise<void> {
  for (const table of projections.flatMap((one) => one.tables)) {
    await tx.text(`delete from ${table} where owner = $1 and stream = $2`, [owner, stream])
  }
}
