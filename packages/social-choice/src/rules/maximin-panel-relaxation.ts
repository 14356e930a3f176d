// The best panel when people may be taken in fractions: a small dual simplex, kept warm.
import type { PanelTask } from '../pool/panel-task.ts'

const feasible = 1e-7
const smallestPivot = 1e-6
const pivotsBeforeRefresh = 80

/**
 * The linear relaxation of "the panel of greatest weight": one variable a group, from 0 to its
 * number of people, one row a quota and one row for the size. Every variable and every row has a
 * lower and an upper bound, so any basis is dual feasible once each variable outside it stands at
 * the bound its reduced cost asks for: weights and bounds can change freely between solves.
 *
 * Nothing here is trusted. Whatever the multipliers are, `bound()` is an upper bound on the
 * weight of every panel within the present limits (weak duality), up to rounding error.
 *
 * @source A. Koberstein, The dual simplex method (2005), algorithm 4, with bound flipping 6.2
 */
export class PanelRelaxation {
  readonly groups: number
  readonly rows: number
  /** Limits of each variable: the groups first, then the seats of each row. */
  readonly lower: Float64Array
  readonly upper: Float64Array
  readonly value: Float64Array
  readonly reduced: Float64Array
  readonly multipliers: Float64Array
  private readonly cost: Float64Array
  private readonly rowsOf: Int32Array
  private readonly width: number
  private readonly basis: Int32Array
  private readonly place: Int32Array
  private readonly inverse: Float64Array
  private readonly pivotRow: Float64Array
  private readonly column: Float64Array
  private readonly work: Float64Array
  private readonly entering: Int32Array
  private sincePivots = 0

  constructor(task: PanelTask) {
    const groups = task.groups.length
    const rows = task.quotas.length + 1
    const all = groups + rows
    this.groups = groups
    this.rows = rows
    this.width = (task.groups[0]?.quotas.length ?? 0) + 1
    this.rowsOf = new Int32Array(groups * this.width)
    this.lower = new Float64Array(all)
    this.upper = new Float64Array(all)
    this.cost = new Float64Array(all)
    this.value = new Float64Array(all)
    this.reduced = new Float64Array(all)
    this.pivotRow = new Float64Array(all)
    this.entering = new Int32Array(all)
    this.multipliers = new Float64Array(rows)
    this.basis = new Int32Array(rows)
    this.place = new Int32Array(all)
    this.inverse = new Float64Array(rows * rows)
    this.column = new Float64Array(rows)
    this.work = new Float64Array(rows)
    for (const [place, group] of task.groups.entries()) {
      this.rowsOf.set([...group.quotas, rows - 1], place * this.width)
      this.upper[place] = group.members.length
    }
    for (const [row, quota] of task.quotas.entries()) {
      this.lower[groups + row] = quota.min
      this.upper[groups + row] = Math.min(quota.max, task.size)
    }
    this.lower[all - 1] = task.size
    this.upper[all - 1] = task.size
    this.startFromSeats()
  }

  /** Sets the weight of each group's people; a hair's breadth is added to keep ties apart. */
  setWeights(weights: ArrayLike<number>): void {
    let greatest = 0
    for (let at = 0; at < this.groups; at += 1) {
      greatest = Math.max(greatest, Math.abs(weights[at] ?? 0))
    }
    for (let at = 0; at < this.groups; at += 1) {
      this.cost[at] = (weights[at] ?? 0) + greatest * 1e-11 * (1 + ((at * 7919) % 997))
    }
  }

  /**
   * Solves from the present basis; false when the limits leave no fractional panel, and then the
   * multipliers are prices that show it.
   */
  solve(): boolean {
    if (this.sincePivots > pivotsBeforeRefresh) this.refactor()
    this.placeAtBounds()
    const most = 50 * this.rows
    for (let round = 0; round < most; round += 1) {
      if (this.sincePivots > pivotsBeforeRefresh) {
        this.refactor()
        this.placeAtBounds()
      }
      const leaving = this.mostOutside()
      if (leaving < 0) break
      if (!this.pivot(leaving)) return false
    }
    this.readMultipliers()
    return true
  }

  /** An upper bound on the weight of every panel within the present limits. */
  bound(weights: ArrayLike<number>): number {
    let total = 0
    for (let row = 0; row < this.rows; row += 1) {
      const price = this.multipliers[row]!
      total += price * (price > 0 ? this.upper[this.groups + row]! : this.lower[this.groups + row]!)
    }
    for (let at = 0; at < this.groups; at += 1) {
      const gain = (weights[at] ?? 0) - this.priceOf(this.multipliers, at)
      total += gain * (gain > 0 ? this.upper[at]! : this.lower[at]!)
    }
    return total
  }

  private priceOf(prices: Float64Array, at: number): number {
    if (at >= this.groups) return -prices[at - this.groups]!
    let sum = 0
    const end = (at + 1) * this.width
    for (let cell = at * this.width; cell < end; cell += 1) sum += prices[this.rowsOf[cell]!]!
    return sum
  }

  private startFromSeats(): void {
    this.place.fill(-1)
    this.inverse.fill(0)
    for (let row = 0; row < this.rows; row += 1) {
      this.basis[row] = this.groups + row
      this.place[this.groups + row] = row
      this.inverse[row * this.rows + row] = -1
    }
    this.sincePivots = 0
  }

  private readMultipliers(): void {
    this.multipliers.fill(0)
    for (let row = 0; row < this.rows; row += 1) {
      const cost = this.cost[this.basis[row]!]!
      if (cost === 0) continue
      const start = row * this.rows
      for (let at = 0; at < this.rows; at += 1) {
        this.multipliers[at] = this.multipliers[at]! + cost * this.inverse[start + at]!
      }
    }
  }

  /** Prices under which panels within the limits would weigh less than nothing: there are none. */
  private readRay(row: number, sign: number): void {
    const start = row * this.rows
    for (let at = 0; at < this.rows; at += 1) {
      this.multipliers[at] = sign * this.inverse[start + at]!
    }
  }

  /** Puts each variable outside the basis at the bound its reduced cost asks for. */
  private placeAtBounds(): void {
    this.readMultipliers()
    const load = this.work.fill(0)
    const all = this.groups + this.rows
    for (let at = 0; at < all; at += 1) {
      if (this.place[at]! >= 0) {
        this.reduced[at] = 0
        continue
      }
      const gain = this.cost[at]! - this.priceOf(this.multipliers, at)
      this.reduced[at] = gain
      const value = gain > 0 ? this.upper[at]! : this.lower[at]!
      this.value[at] = value
      this.addColumn(load, at, -value)
    }
    for (let row = 0; row < this.rows; row += 1) {
      let sum = 0
      const start = row * this.rows
      for (let at = 0; at < this.rows; at += 1) sum += this.inverse[start + at]! * load[at]!
      this.value[this.basis[row]!] = sum
    }
  }

  private addColumn(target: Float64Array, at: number, times: number): void {
    if (times === 0) return
    if (at >= this.groups) {
      target[at - this.groups] = target[at - this.groups]! - times
      return
    }
    const end = (at + 1) * this.width
    for (let cell = at * this.width; cell < end; cell += 1) {
      const row = this.rowsOf[cell]!
      target[row] = target[row]! + times
    }
  }

  private mostOutside(): number {
    let worst = feasible
    let leaving = -1
    for (let row = 0; row < this.rows; row += 1) {
      const at = this.basis[row]!
      const value = this.value[at]!
      const outside = Math.max(this.lower[at]! - value, value - this.upper[at]!)
      if (outside > worst) {
        worst = outside
        leaving = row
      }
    }
    return leaving
  }

  /** One step of the dual simplex; false when the row cannot be brought within its limits. */
  private pivot(row: number): boolean {
    const leaving = this.basis[row]!
    const value = this.value[leaving]!
    const above = value > this.upper[leaving]!
    const outside = above ? value - this.upper[leaving]! : this.lower[leaving]! - value
    const entering = this.chooseEntering(row, above ? 1 : -1, outside)
    if (entering < 0) {
      this.readRay(row, above ? -1 : 1)
      return false
    }
    this.columnOf(entering)
    const pivot = this.column[row]!
    if (Math.abs(pivot) < smallestPivot && this.sincePivots > 0) {
      this.refactor()
      this.placeAtBounds()
      return true
    }
    const target = above ? this.upper[leaving]! : this.lower[leaving]!
    const step = (this.value[leaving]! - target) / pivot
    for (let at = 0; at < this.rows; at += 1) {
      const moved = this.basis[at]!
      this.value[moved] = this.value[moved]! - this.column[at]! * step
    }
    this.value[leaving] = target
    this.value[entering] = this.value[entering]! + step
    this.updateReduced(entering, leaving, pivot)
    this.exchange(row, entering, leaving, pivot)
    return true
  }

  /** The ratio test, passing over variables that may simply move to their other bound. */
  private chooseEntering(row: number, sign: number, outside: number): number {
    const start = row * this.rows
    const prices = this.inverse.subarray(start, start + this.rows)
    let count = 0
    const all = this.groups + this.rows
    for (let at = 0; at < all; at += 1) {
      if (this.place[at]! >= 0 || this.lower[at] === this.upper[at]) {
        this.pivotRow[at] = this.place[at]! >= 0 ? 0 : this.priceOf(prices, at)
        continue
      }
      const alpha = this.priceOf(prices, at)
      this.pivotRow[at] = alpha
      const toUpper = this.value[at] === this.upper[at]
      const helps = toUpper ? -sign * alpha : sign * alpha
      if (helps > smallestPivot) this.entering[count++] = at
    }
    let slope = outside
    while (count > 0) {
      const chosen = this.closestRatio(count)
      const at = this.entering[chosen]!
      const width = this.upper[at]! - this.lower[at]!
      slope -= Math.abs(this.pivotRow[at]!) * width
      if (slope <= feasible) return at
      this.flip(at, width)
      this.entering[chosen] = this.entering[--count]!
    }
    return -1
  }

  private closestRatio(count: number): number {
    let best = Number.POSITIVE_INFINITY
    let size = 0
    let chosen = 0
    for (let place = 0; place < count; place += 1) {
      const at = this.entering[place]!
      const alpha = Math.abs(this.pivotRow[at]!)
      const ratio = Math.abs(this.reduced[at]!) / alpha
      if (ratio < best || (ratio === best && alpha > size)) {
        best = ratio
        size = alpha
        chosen = place
      }
    }
    return chosen
  }

  private flip(at: number, width: number): void {
    const toUpper = this.value[at] !== this.upper[at]
    this.value[at] = toUpper ? this.upper[at]! : this.lower[at]!
    this.columnOf(at)
    const step = toUpper ? width : -width
    for (let row = 0; row < this.rows; row += 1) {
      const moved = this.basis[row]!
      this.value[moved] = this.value[moved]! - this.column[row]! * step
    }
  }

  private columnOf(at: number): void {
    const column = this.column
    const end = at >= this.groups ? 0 : (at + 1) * this.width
    for (let row = 0; row < this.rows; row += 1) {
      const start = row * this.rows
      let sum = at >= this.groups ? -this.inverse[start + at - this.groups]! : 0
      for (let cell = at * this.width; cell < end; cell += 1) {
        sum += this.inverse[start + this.rowsOf[cell]!]!
      }
      column[row] = sum
    }
  }

  private updateReduced(entering: number, leaving: number, pivot: number): void {
    const theta = this.reduced[entering]! / pivot
    const all = this.groups + this.rows
    if (theta !== 0) {
      for (let at = 0; at < all; at += 1) {
        this.reduced[at] = this.reduced[at]! - theta * this.pivotRow[at]!
      }
    }
    this.reduced[entering] = 0
    this.reduced[leaving] = -theta
  }

  private exchange(row: number, entering: number, leaving: number, pivot: number): void {
    const size = this.rows
    const inverse = this.inverse
    const start = row * size
    for (let at = 0; at < size; at += 1) inverse[start + at] = inverse[start + at]! / pivot
    for (let other = 0; other < size; other += 1) {
      const times = this.column[other]!
      if (other === row || times === 0) continue
      const base = other * size
      for (let at = 0; at < size; at += 1) {
        inverse[base + at] = inverse[base + at]! - times * inverse[start + at]!
      }
    }
    this.basis[row] = entering
    this.place[entering] = row
    this.place[leaving] = -1
    this.sincePivots += 1
  }

  /** Computes the inverse afresh, entering the basis column by column from the seats. */
  private refactor(): void {
    const wanted = [...this.basis].filter((at) => at < this.groups)
    const out = new Set(this.basis)
    this.startFromSeats()
    for (const at of wanted) {
      this.columnOf(at)
      let row = -1
      let size = smallestPivot
      for (let candidate = 0; candidate < this.rows; candidate += 1) {
        const seat = this.basis[candidate]!
        if (seat < this.groups || out.has(seat)) continue
        if (Math.abs(this.column[candidate]!) > size) {
          size = Math.abs(this.column[candidate]!)
          row = candidate
        }
      }
      if (row >= 0) this.exchange(row, at, this.basis[row]!, this.column[row]!)
    }
    this.sincePivots = 0
  }
}
