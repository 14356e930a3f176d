// The directions in which a symmetric matrix stretches most, found by multiplying with it.
import type { SeededChance } from '../ground/seeded.ts'

/** The largest eigenvalues, largest first, with unit eigenvectors. */
type LeadingDirections = {
  readonly values: readonly number[]
  readonly vectors: readonly Float64Array[]
  /** How far the last is from exact: ‖A·v - λ·v‖ / λ of the first direction. */
  readonly residual: number
}

/** When to stop: at this residual, or after so many multiplications. */
export type Effort = { readonly residual: number; readonly steps: number }

const thorough: Effort = { residual: 1e-11, steps: 240 }
/** For directions that are soon found anew. */
export const quick: Effort = { residual: 1e-6, steps: 60 }

/**
 * The method of Lanczos: power iteration that remembers every step and takes the best of their
 * span, with full orthogonalisation, so that close eigenvalues are told apart in tens of
 * multiplications instead of thousands. The start comes from `chance`.
 *
 * `multiply(v, out)` sets `out` to A·v for a symmetric, non-negative A of the given size. It ends
 * when the residual or the number of multiplications that `effort` names is reached.
 * @source Lanczos 1950, J. Res. Nat. Bur. Standards 45, 255-282; Golub and Van Loan, Matrix
 * Computations, 4th ed., section 10.3 (complete reorthogonalisation).
 */
export function leadingDirections(
  size: number,
  count: number,
  multiply: (v: Float64Array, out: Float64Array) => void,
  chance: SeededChance,
  effort: Effort = thorough,
): LeadingDirections {
  const steps = Math.min(size, effort.steps)
  const basis: Float64Array[] = []
  const diagonal: number[] = []
  const beside: number[] = []
  let next = startingVector(size, basis, chance)
  let scale = 0
  while (next !== null && basis.length < steps) {
    basis.push(next)
    const image = new Float64Array(size)
    multiply(next, image)
    const along = dot(next, image)
    orthogonalise(image, basis)
    const left = Math.sqrt(dot(image, image))
    diagonal.push(along)
    scale = Math.max(scale, Math.abs(along), left)
    if (left > scale * 1e-13) {
      beside.push(left)
      next = scaled(image, 1 / left)
    } else {
      // The span is closed under A: go on with something outside it, if there is anything.
      beside.push(0)
      next = startingVector(size, basis, chance)
    }
    if (basis.length % checkEvery === 0 && next !== null && basis.length < steps) {
      const found = tridiagonalDirections(diagonal, beside)
      if (residualOf(found, beside, count) <= effort.residual) break
    }
  }
  return combined(basis, tridiagonalDirections(diagonal, beside), beside, count, size)
}

const checkEvery = 12

type Small = { readonly values: Float64Array; readonly vectors: readonly Float64Array[] }

function residualOf(found: Small, beside: readonly number[], count: number): number {
  const last = beside.length - 1
  let worst = 0
  for (let i = 0; i < Math.min(count, found.values.length); i += 1) {
    worst = Math.max(worst, Math.abs(beside[last]! * found.vectors[i]![last]!))
  }
  return worst === 0 ? 0 : worst / found.values[0]!
}

function combined(
  basis: readonly Float64Array[],
  found: Small,
  beside: readonly number[],
  count: number,
  size: number,
): LeadingDirections {
  const values: number[] = []
  const vectors: Float64Array[] = []
  for (let i = 0; i < count; i += 1) {
    const vector = new Float64Array(size)
    const weights = found.vectors[i]
    // What is left of rounding is not a direction: a spread of nothing points nowhere.
    const real = weights !== undefined && found.values[i]! > found.values[0]! * 1e-13
    if (real) for (const [step, part] of basis.entries()) add(vector, part, weights[step]!)
    values.push(real ? found.values[i]! : 0)
    vectors.push(real ? scaled(vector, 1 / Math.sqrt(dot(vector, vector))) : vector)
  }
  return { values, vectors, residual: basis.length === 0 ? 0 : residualOf(found, beside, count) }
}

/** A unit vector at right angles to the basis, or null when the basis spans everything. */
function startingVector(
  size: number,
  basis: readonly Float64Array[],
  chance: SeededChance,
): Float64Array | null {
  if (basis.length >= size) return null
  for (;;) {
    const vector = Float64Array.from({ length: size }, () => chance.below(2 ** 32) / 2 ** 31 - 1)
    orthogonalise(vector, basis)
    const length = Math.sqrt(dot(vector, vector))
    if (length > 1e-6) return scaled(vector, 1 / length)
  }
}

/**
 * Takes out of a vector what lies along the basis. The image of the last of the basis lies mostly
 * along the last two, so these go first; a pass over all that still takes much is made again.
 * @source Golub and Van Loan, section 5.2 ("twice is enough", Kahan and Parlett).
 */
function orthogonalise(vector: Float64Array, basis: readonly Float64Array[]): void {
  for (const part of basis.slice(-2)) add(vector, part, -dot(vector, part))
  for (let pass = 0; pass < 3; pass += 1) {
    const before = dot(vector, vector)
    for (const part of basis) add(vector, part, -dot(vector, part))
    if (dot(vector, vector) > before / 2) return
  }
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i += 1) sum += a[i]! * b[i]!
  return sum
}

function add(to: Float64Array, what: Float64Array, times: number): void {
  for (let i = 0; i < to.length; i += 1) to[i]! += what[i]! * times
}

const scaled = (vector: Float64Array, by: number): Float64Array => vector.map((part) => part * by)

/**
 * All eigenvalues of a symmetric tridiagonal matrix, largest first, with eigenvectors: implicit QL
 * with Wilkinson's shift.
 * @source Golub and Van Loan, section 8.3; `beside[i]` joins rows i and i + 1, the last is unused.
 */
function tridiagonalDirections(diagonal: readonly number[], beside: readonly number[]): Small {
  const size = diagonal.length
  const d = Float64Array.from(diagonal)
  const e = Float64Array.from({ length: size }, (_, i) => (i < size - 1 ? beside[i]! : 0))
  const vectors = Array.from({ length: size }, (_, i) => {
    const unit = new Float64Array(size)
    unit[i] = 1
    return unit
  })
  for (let first = 0; first < size; first += 1) {
    for (let round = 0; round < 60; round += 1) {
      let end = first
      while (end < size - 1 && !isNothing(e[end]!, d[end]!, d[end + 1]!)) end += 1
      if (end === first) break
      chase(d, e, vectors, first, end)
    }
  }
  const order = Array.from(d.keys()).sort((a, b) => d[b]! - d[a]!)
  return {
    values: Float64Array.from(order, (i) => d[i]!),
    vectors: order.map((i) => vectors[i]!),
  }
}

const isNothing = (joint: number, above: number, below: number): boolean =>
  Math.abs(joint) <= Number.EPSILON * (Math.abs(above) + Math.abs(below))

/** One implicit QL step on rows `first` to `end`; the rotations are applied to the vectors. */
function chase(
  d: Float64Array,
  e: Float64Array,
  vectors: readonly Float64Array[],
  first: number,
  end: number,
): void {
  const half = (d[first + 1]! - d[first]!) / (2 * e[first]!)
  const root = Math.sqrt(half * half + 1)
  let bulge = d[end]! - d[first]! + e[first]! / (half + (half >= 0 ? root : -root))
  let sine = 1
  let cosine = 1
  let shift = 0
  for (let i = end - 1; i >= first; i -= 1) {
    const f = sine * e[i]!
    const b = cosine * e[i]!
    const r = Math.sqrt(f * f + bulge * bulge)
    e[i + 1] = r
    if (r === 0) {
      d[i + 1]! -= shift
      e[end] = 0
      return
    }
    sine = f / r
    cosine = bulge / r
    const g = d[i + 1]! - shift
    const t = (d[i]! - g) * sine + 2 * cosine * b
    shift = sine * t
    d[i + 1] = g + shift
    bulge = cosine * t - b
    rotate(vectors[i]!, vectors[i + 1]!, sine, cosine)
  }
  d[first]! -= shift
  e[first] = bulge
  e[end] = 0
}

function rotate(low: Float64Array, high: Float64Array, sine: number, cosine: number): void {
  for (let k = 0; k < low.length; k += 1) {
    const held = high[k]!
    high[k] = sine * low[k]! + cosine * held
    low[k] = cosine * low[k]! - sine * held
  }
}
