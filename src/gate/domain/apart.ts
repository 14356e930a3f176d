// The differencing test: whether any small number can be worked out from all that was released.

/** What a stranger knows about the sum of some atoms. `high` may be infinite. */
export type Known = {
  readonly atoms: readonly number[]
  readonly low: number
  readonly high: number
}

export type ApartTask = {
  /** The count of each atom, as it is. */
  readonly truth: readonly number[]
  /** Everything ever shown of this measure, the new table included; true of `truth`. */
  readonly known: readonly Known[]
  /** The sets of atoms whose count is small and must not be found out. */
  readonly guarded: readonly (readonly number[])[]
  /** How many values the count of a guarded set must still be able to have. */
  readonly leastCandidates: number
}

/**
 * Whole numbers, one an atom, that keep to all that is known and make the weighted sum large;
 * null where none was found in time. What it gives is checked here, so it need not be trusted.
 */
export type Solver = (weights: ReadonlyMap<number, number>) => readonly number[] | null

export type Apart = {
  /** Guarded sets, by place, that were not shown to have enough possible values. */
  readonly unproven: readonly number[]
}

/**
 * Shows for each guarded set that its integer bounds lie far enough apart: two solutions that
 * agree with everything released and differ in its count by that much. Whatever is not shown so
 * is unproven, and what is unproven is not released. Whether every count between the bounds can
 * be reached is not asked.
 *
 * @source Issue 5 (integer bounds over all tables ever released); facts F5.11
 */
export function proveApart(task: ApartTask, solve: Solver, isLate: () => boolean): Apart {
  const { truth, guarded, leastCandidates } = task
  const keeps = keeper(task)
  const sums = guarded.map((set) => sumOf(set, truth))
  const lowest = [...sums]
  const highest = [...sums]
  const isOpen = (place: number) =>
    (highest[place] ?? 0) - (lowest[place] ?? 0) < leastCandidates - 1
  const open = () => guarded.flatMap((_, place) => (isOpen(place) ? [place] : []))
  /** Learns from one solution; says whether it closed any set. */
  const learn = (solution: readonly number[] | null): boolean => {
    if (solution === null || !keeps(solution)) return false
    const before = open().length
    for (const [place, set] of guarded.entries()) {
      const sum = sumOf(set, solution)
      lowest[place] = Math.min(lowest[place] ?? sum, sum)
      highest[place] = Math.max(highest[place] ?? sum, sum)
    }
    return open().length < before
  }
  learnTogether(guarded, open, learn, solve, isLate)
  for (const place of open()) {
    for (const sign of [1, -1]) {
      if (isLate() || !isOpen(place)) break
      learn(solve(new Map(guarded[place]?.map((atom) => [atom, sign]))))
    }
  }
  return { unproven: open() }
}

/** One solution can show many sets at once: half pushed up, half down, in changing halves. */
function learnTogether(
  guarded: ApartTask['guarded'],
  open: () => readonly number[],
  learn: (solution: readonly number[] | null) => boolean,
  solve: Solver,
  isLate: () => boolean,
): void {
  let idle = 0
  for (let round = 0; round < 64 && idle < 4; round += 1) {
    const left = open()
    // A few are asked one by one, which also finds what only one direction can show.
    if (left.length <= 4 || isLate()) return
    const weights = new Map<number, number>()
    for (const place of left) {
      const sign = pushes(place, round) ? 1 : -1
      for (const atom of guarded[place] ?? []) {
        weights.set(atom, (weights.get(atom) ?? 0) + sign)
      }
    }
    idle = learn(solve(weights)) ? 0 : idle + 1
  }
}

/** All up, all down, then halves by the bits of a mixed number, the same every time. */
function pushes(place: number, round: number): boolean {
  if (round < 2) return round === 0
  const mixed = Math.imul((place + 1) ^ Math.imul(round >> 1, 0x9e3779b1), 0x85ebca6b) >>> 0
  const up = ((mixed >>> 13) & 1) === 1
  return round % 2 === 0 ? up : !up
}

/** Whether numbers are whole, not negative, and agree with everything that is known. */
function keeper({ truth, known }: ApartTask): (solution: readonly number[]) => boolean {
  return (solution) =>
    solution.length === truth.length &&
    solution.every((count) => Number.isInteger(count) && count >= 0) &&
    known.every(({ atoms, low, high }) => {
      const sum = sumOf(atoms, solution)
      return low <= sum && sum <= high
    })
}

export const sumOf = (atoms: readonly number[], counts: readonly number[]): number =>
  atoms.reduce((sum, atom) => sum + (counts[atom] ?? 0), 0)
