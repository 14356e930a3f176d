// The book of a count by Equal Shares in exact whole numbers, opened only where floats cannot tell.
import type { Support } from '../fund/support.ts'
import { compareFractions, type Fraction, gcd, toNumber } from '../ground/fraction.ts'

export type ExactBook = {
  /** Brings the book up to these purchases; they only ever grow. */
  follow(order: readonly number[]): void
  /** Price per unit at which the supporters' money buys the project; null where it never does. */
  price(project: number): Fraction | null
  /** What the fund's payments per unit were, in the order of buying. */
  prices(): readonly Fraction[]
  /** Writes what each person of each ballot has left; an error of at most 2^-44 of the share. */
  writeMoney(money: Float64Array): void
  /** What the project's supporters have left together. */
  moneyBehind(project: number): Fraction
}

type Book = {
  readonly support: Support
  readonly costs: readonly bigint[]
  readonly roundOf: Int32Array
  readonly isSpent: Uint8Array
  readonly order: number[]
  readonly floats: number[]
  readonly shareNearly: number
  /** Every amount is a whole number over this denominator. */
  denominator: bigint
  share: bigint
  paid: bigint[]
}

/**
 * Each person begins with `share` and pays for a project `price × units`, or all they have left.
 * A person who is not out of money has therefore paid every price of the projects they support,
 * so a few sums of whole numbers give any exact amount.
 */
export function openBook(support: Support, costs: readonly bigint[], share: Fraction): ExactBook {
  const book: Book = {
    support,
    costs,
    roundOf: new Int32Array(costs.length).fill(-1),
    isSpent: new Uint8Array(support.weights.length),
    order: [],
    floats: [],
    shareNearly: share.n === 0n ? 0 : toNumber(share),
    denominator: share.d,
    share: share.n,
    paid: [],
  }
  return {
    follow(order) {
      for (let round = book.order.length; round < order.length; round += 1) buy(book, order[round]!)
    },
    price(project) {
      const found = solve(book, project)
      return found === null ? null : { n: found.n, d: found.d * book.denominator }
    },
    prices: () => book.paid.map((n) => ({ n, d: book.denominator })),
    writeMoney(money) {
      for (let ballot = 0; ballot < money.length; ballot += 1) money[ballot] = left(book, ballot)
    },
    moneyBehind(project) {
      const { from, supporters } = support
      const all = sumMoney(book, supporters, from[project]!, from[project + 1]!, () => true)
      return { n: all.money, d: book.denominator }
    },
  }
}

/** What a person of the ballot has left, nearly. */
function left(book: Book, ballot: number): number {
  if (book.isSpent[ballot]) return 0
  const { starts, projects, units } = book.support
  let paid = 0
  for (let at = starts[ballot]!; at < starts[ballot + 1]!; at += 1) {
    const round = book.roundOf[projects[at]!]!
    if (round >= 0) paid += book.floats[round]! * (units === null ? 1 : units[at]!)
  }
  const rest = book.shareNearly - paid
  return rest > 0 ? rest : Number.MIN_VALUE
}

/** What a person of the ballot has left, as a numerator over the book's denominator. */
function exactLeft(book: Book, ballot: number): bigint {
  if (book.isSpent[ballot]) return 0n
  const { starts, projects, units } = book.support
  let rest = book.share
  for (let at = starts[ballot]!; at < starts[ballot + 1]!; at += 1) {
    const round = book.roundOf[projects[at]!]!
    if (round >= 0) rest -= book.paid[round]! * BigInt(units === null ? 1 : units[at]!)
  }
  return rest
}

function sumMoney(
  book: Book,
  ballots: Uint32Array,
  start: number,
  end: number,
  counts: (at: number) => boolean,
): { money: bigint; people: number } {
  const { weights, starts, projects, units } = book.support
  const bought = new Float64Array(book.order.length)
  let people = 0
  for (let at = start; at < end; at += 1) {
    const ballot = ballots[at]!
    if (book.isSpent[ballot] || !counts(at)) continue
    const weight = weights[ballot]!
    people += weight
    for (let named = starts[ballot]!; named < starts[ballot + 1]!; named += 1) {
      const round = book.roundOf[projects[named]!]!
      if (round >= 0) bought[round]! += weight * (units === null ? 1 : units[named]!)
    }
  }
  let money = book.share * BigInt(people)
  bought.forEach((amount, round) => {
    if (amount > 0) money -= book.paid[round]! * BigInt(amount)
  })
  return { money, people }
}

type Solved = Fraction & { readonly isPoor: Uint8Array; readonly nearly: number }

/** The price as a fraction of the book's denominator, and whom it leaves with nothing. */
function solve(book: Book, project: number): Solved | null {
  const { from, supporters, supporterUnits, weights } = book.support
  const start = from[project]!
  const end = from[project + 1]!
  const cost = book.costs[project]! * book.denominator
  const all = sumMoney(book, supporters, start, end, () => true)
  if (all.people === 0 || all.money < cost) return null
  const money = new Float64Array(end - start)
  for (let at = start; at < end; at += 1) money[at - start] = left(book, supporters[at]!)
  const isPoor = new Uint8Array(end - start)
  let price: Fraction = { n: 0n, d: 1n }
  for (;;) {
    const known = sumMoney(book, supporters, start, end, (at) => isPoor[at - start] === 1)
    let units = 0
    for (let at = start; at < end; at += 1) {
      if (book.isSpent[supporters[at]!] || isPoor[at - start]) continue
      units += weights[supporters[at]!]! * (supporterUnits === null ? 1 : supporterUnits[at]!)
    }
    if (units > 0) price = { n: cost - known.money, d: BigInt(units) }
    const nearly = toNumber({ n: price.n, d: price.d * book.denominator })
    if (!markPoor(book, project, { ...price, isPoor, nearly }, money)) {
      return { ...price, isPoor, nearly }
    }
  }
}

/** Marks supporters with less than the price asks of them; false where nobody was added. */
function markPoor(book: Book, project: number, price: Solved, money: Float64Array): boolean {
  const { from, supporters, supporterUnits } = book.support
  const { isPoor, nearly } = price
  const start = from[project]!
  const relative = (book.order.length + 16) * 2 ** -50
  let isMore = false
  for (let at = start; at < from[project + 1]!; at += 1) {
    if (isPoor[at - start] || book.isSpent[supporters[at]!]) continue
    const units = supporterUnits === null ? 1 : supporterUnits[at]!
    const due = nearly * units
    const has = money[at - start]!
    const slack = relative * (book.shareNearly + due)
    if (has > due + slack) continue
    const exact =
      has < due - slack || exactLeft(book, supporters[at]!) * price.d < price.n * BigInt(units)
    if (!exact) continue
    isPoor[at - start] = 1
    isMore = true
  }
  return isMore
}

function buy(book: Book, project: number): void {
  const solved = solve(book, project)
  if (solved === null) throw new RangeError('Only a project that can be afforded is bought')
  const { from, supporters, supporterUnits } = book.support
  const start = from[project]!
  for (let at = start; at < from[project + 1]!; at += 1) {
    const ballot = supporters[at]!
    if (book.isSpent[ballot]) continue
    const units = supporterUnits === null ? 1 : supporterUnits[at]!
    if (solved.isPoor[at - start] || exactlySpent(book, ballot, solved, units)) {
      book.isSpent[ballot] = 1
    }
  }
  const shared = gcd(solved.n, solved.d)
  const scale = solved.d / shared
  book.roundOf[project] = book.order.length
  book.order.push(project)
  book.denominator *= scale
  book.share *= scale
  book.paid = book.paid.map((n) => n * scale)
  book.paid.push(solved.n / shared)
  book.floats.push(solved.nearly)
}

function exactlySpent(book: Book, ballot: number, price: Solved, units: number): boolean {
  if (left(book, ballot) > price.nearly * units * 1.000001) return false
  return exactLeft(book, ballot) * price.d === price.n * BigInt(units)
}

export type Priced = { readonly project: number; readonly price: Fraction }

/** Those with the least price, over the factor of the project where there are factors, exactly. */
export function leastOf(
  priced: readonly Priced[],
  factors: readonly bigint[] | null,
): readonly Priced[] {
  let least: Priced[] = []
  let best: Fraction | null = null
  for (const each of priced) {
    const { n, d } = each.price
    const key = factors === null ? each.price : { n, d: d * factors[each.project]! }
    const compared: number = best === null ? -1 : compareFractions(key, best)
    if (compared > 0) continue
    if (compared < 0) least = []
    best = key
    least.push(each)
  }
  return least
}
