// Whether a table may leave, and what it shows: hidden, rounded, kept back, or not at all.
import { type Day, ok, type Result, refuse } from '../../basics/index.ts'
import { type Known, proveApart, type Solver, sumOf } from './apart.ts'
import type { Measure, ReleasedTable } from './measure.ts'
import { knownOf, mask, type Policy, policyNamed, type Shown } from './policies.ts'
import { refusals } from './refusals.ts'
import { type Atoms, atomsOf, type Counted, keyOf, type Where } from './where.ts'

export type AskedTable = {
  readonly title: string
  readonly asOf: Day
  readonly cells: readonly { readonly label: string; readonly where: Where }[]
}

/** Makes a solver for some atoms with what is known of them. */
export type SolverFor = (atoms: number, known: readonly Known[], truth: readonly number[]) => Solver

type Cell = {
  readonly where: Where
  readonly count: number
  readonly atoms: readonly number[]
  readonly shown: Shown
  /** Where it left already, it is shown as then, for ever. */
  readonly label: string | null
}

// Each time round, the smallest numbers that give a hidden one away are kept back too.
const MOST_ROUNDS = 20

/**
 * What leaves of a table that was asked for. A cell that left before is shown as it was then.
 * Small counts are hidden and others rounded; what would still give a small one away, together
 * with every table released before, is kept back; and if that is not enough, nothing leaves.
 * Refuses `measure-unknown`, `gate-nothing-asked`, `gate-too-fine`, `gate-unproven`.
 */
export function decideRelease(
  measure: Measure,
  asked: AskedTable,
  counted: readonly Counted[],
  solverFor: SolverFor,
  isLate: () => boolean,
): Result<ReleasedTable> {
  const policy = measure.opened === null ? null : policyNamed(measure.opened.policy)
  if (policy === null) return refuse(refusals.measureUnknown)
  if (asked.cells.length === 0) return refuse(refusals.nothingAsked)
  const laid = lay(measure, asked, counted, policy)
  if (!laid.ok) return laid
  let { cells } = laid.value
  const { truth } = laid.value
  const guarded = guardedSets(cells, truth, policy)
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const known = cells.map((cell) => ({ atoms: cell.atoms, ...widened(cell, policy) }))
    const { leastCandidates } = policy
    const task = { truth, known, guarded, leastCandidates }
    const { unproven } = proveApart(task, solverFor(truth.length, known, truth), isLate)
    if (unproven.length === 0) return ok(tableOf(asked, cells))
    const next = keepBack(
      cells,
      unproven.map((place) => guarded[place] ?? []),
    )
    if (next === null || isLate()) return refuse(refusals.unproven, { count: unproven.length })
    cells = next
  }
  return refuse(refusals.unproven, { count: guarded.length })
}

/** Every cell that ever left and every one asked for, once each, over their common atoms. */
function lay(
  measure: Measure,
  asked: AskedTable,
  counted: readonly Counted[],
  policy: Policy,
): Result<{ readonly cells: readonly Cell[]; readonly truth: readonly number[] }> {
  const before = new Map<string, { readonly where: Where; readonly shown: Shown }>()
  for (const { cells } of measure.released) {
    for (const { where, shown } of cells) before.set(keyOf(where), { where, shown })
  }
  const fresh = new Map<string, { readonly where: Where; readonly label: string }>()
  for (const { where, label } of asked.cells) {
    if (!before.has(keyOf(where))) fresh.set(keyOf(where), { where, label })
  }
  const all = [...before.values(), ...fresh.values()]
  const atoms = atomsOf(all.map(({ where }) => where))
  if (!atoms.ok) return atoms
  const truth = truthOf(atoms.value, counted)
  const inCell: number[][] = all.map(() => [])
  for (const [atom, cells] of atoms.value.cellsOf.entries()) {
    for (const cell of cells) inCell[cell]?.push(atom)
  }
  const cells = all.map((one, place): Cell => {
    const own = inCell[place] ?? []
    const count = sumOf(own, truth)
    const shown = 'shown' in one ? one.shown : mask(count, policy)
    return { where: one.where, count, atoms: own, shown, label: 'label' in one ? one.label : null }
  })
  return ok({ cells, truth })
}

function truthOf(atoms: Atoms, counted: readonly Counted[]): readonly number[] {
  const truth = atoms.cellsOf.map(() => 0)
  for (const { day, at, count } of counted) {
    const atom = atoms.atomAt(day, at)
    if (atom !== undefined) truth[atom] = (truth[atom] ?? 0) + count
  }
  return truth
}

/**
 * What a stranger knows of a cell. One that left before may have changed since, by a withdrawal
 * or a late arrival: then its interval is taken wide enough to hold the count of today.
 */
function widened({ shown, count }: Cell, policy: Policy): { low: number; high: number } {
  const { low, high } = knownOf(shown, policy)
  return { low: Math.min(low, count), high: Math.max(high, count) }
}

/**
 * Whatever small count a stranger could be after: cells, atoms, and what lies between a cell and
 * a smaller one inside it.
 * @source facts F5.11 (time windows, nested areas)
 */
function guardedSets(
  cells: readonly Cell[],
  truth: readonly number[],
  { hideUpTo }: Policy,
): readonly (readonly number[])[] {
  const sets = new Map<string, readonly number[]>()
  const guard = (atoms: readonly number[]) => sets.set(atoms.join(), atoms)
  const isSmall = (count: number) => count >= 1 && count <= hideUpTo
  for (const [atom, count] of truth.entries()) if (isSmall(count)) guard([atom])
  for (const { atoms, count } of cells) if (isSmall(count)) guard(atoms)
  const bySize = cells.toSorted((one, other) => one.count - other.count)
  for (const [place, outer] of bySize.entries()) {
    const within = new Set(outer.atoms)
    for (let at = place - 1; at >= 0; at -= 1) {
      const inner = bySize[at]
      if (inner === undefined || outer.count - inner.count > hideUpTo) break
      const rest = outer.count - inner.count
      if (!isSmall(rest) || !inner.atoms.every((atom) => within.has(atom))) continue
      const inside = new Set(inner.atoms)
      guard(outer.atoms.filter((atom) => !inside.has(atom)))
    }
  }
  return [...sets.values()]
}

/**
 * Keeps back, for each set, the smallest new cell that helps to find it: one that touches it, or
 * that touches a cell which does. Hidden ones come last. Null where there is none left.
 * @source facts F2.11 (the next smallest is kept back too)
 */
function keepBack(
  cells: readonly Cell[],
  sets: readonly (readonly number[])[],
): readonly Cell[] | null {
  const open = cells
    .filter(({ label, shown }) => label !== null && shown !== 'kept-back' && shown !== 0)
    .toSorted((one, other) => rank(one) - rank(other))
  const chosen = new Set<Cell>()
  for (const set of sets) {
    const wanted = new Set(set)
    const touches = (cell: Cell) => cell.atoms.some((atom) => wanted.has(atom))
    const near = new Set(cells.filter(touches).flatMap(({ atoms }) => atoms))
    const helping = open.find(
      (cell) => !chosen.has(cell) && cell.atoms.some((atom) => near.has(atom)),
    )
    if (helping !== undefined) chosen.add(helping)
  }
  if (chosen.size === 0) return null
  return cells.map((cell) => (chosen.has(cell) ? { ...cell, shown: 'kept-back' as const } : cell))
}

const rank = ({ shown, count }: Cell): number => (shown === 'few' ? Number.MAX_SAFE_INTEGER : count)

function tableOf({ title, asOf, cells: asked }: AskedTable, cells: readonly Cell[]): ReleasedTable {
  const shown = new Map(cells.map((cell) => [keyOf(cell.where), cell.shown]))
  return {
    title,
    asOf,
    cells: asked.map(({ label, where }) => {
      const only = Object.fromEntries(Object.entries(where.only).map(([k, v]) => [k, [...v]]))
      return { label, where: { ...where, only }, shown: shown.get(keyOf(where)) ?? 'kept-back' }
    }),
  }
}
