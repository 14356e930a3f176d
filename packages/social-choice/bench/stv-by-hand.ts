// The same rules counted the straightforward way, paper by paper, to compare and to time against.
import { type Election, linesOf } from '../src/election/ballots.ts'

/** One paper, or several that say the same: who holds it now, and what each is worth. */
type Paper = {
  readonly preferences: readonly number[]
  readonly many: bigint
  holder: number
  value: bigint
  /** Counts up with every batch; first preferences are 0. */
  batch: number
}

type Hand = {
  readonly papers: Paper[]
  readonly unit: bigint
  readonly standing: Set<number>
  readonly elected: number[]
  /** Votes of each candidate at the points a tie may look back to. */
  readonly points: Map<number, bigint>[]
  readonly held: Map<number, bigint>
  batch: number
}

export type HandResult = {
  readonly elected: readonly number[]
  /** Units each candidate ends with, candidate 1 first. */
  readonly votes: readonly bigint[]
}

const resultOf = (hand: Hand, election: Election): HandResult => ({
  elected: hand.elected,
  votes: election.candidates.map((_, at) => votesOf(hand, at + 1)),
})

/** Lots fall on the lowest number, as in `lotsFrom(null)`. */
const lot = (tied: readonly number[]): number => Math.min(...tied)

/** Lays out every paper by itself, unless lines are to be kept together. */
function layOut(election: Election, unit: bigint, together: boolean): Hand {
  const standing = new Set(election.candidates.map((_, at) => at + 1))
  for (const number of election.withdrawn) standing.delete(number)
  const papers: Paper[] = []
  for (const [many, line] of linesOf(election.ballots)) {
    const preferences = [...line]
    const holder = preferences.find((number) => standing.has(number))
    if (holder === undefined) continue
    const copies = together ? 1 : many
    for (let copy = 0; copy < copies; copy += 1) {
      papers.push({
        preferences,
        many: together ? BigInt(many) : 1n,
        holder,
        value: unit,
        batch: 0,
      })
    }
  }
  const hand: Hand = {
    papers,
    unit,
    standing,
    elected: [],
    points: [],
    held: new Map(),
    batch: 0,
  }
  for (const number of standing) hand.held.set(number, 0n)
  for (const paper of papers) add(hand, paper.holder, paper.value * paper.many)
  return hand
}

const add = (hand: Hand, number: number, votes: bigint): void => {
  hand.held.set(number, (hand.held.get(number) ?? 0n) + votes)
}
const votesOf = (hand: Hand, number: number): bigint => hand.held.get(number) ?? 0n
const valid = (hand: Hand): bigint => hand.papers.reduce((sum, { many }) => sum + many, 0n)
const sum = (numbers: readonly bigint[]): bigint => numbers.reduce((all, one) => all + one, 0n)
const remember = (hand: Hand): void => {
  hand.points.push(new Map(hand.held))
}

function nextHolder(hand: Hand, paper: Paper): number {
  const from = paper.preferences.indexOf(paper.holder) + 1
  return paper.preferences.slice(from).find((number) => hand.standing.has(number)) ?? 0
}

function electAll(hand: Hand, numbers: readonly number[]): void {
  const inOrder = [...numbers].sort((one, other) => {
    const more = votesOf(hand, other) - votesOf(hand, one)
    return more === 0n ? one - other : more > 0n ? 1 : -1
  })
  for (const number of inOrder) {
    hand.standing.delete(number)
    hand.elected.push(number)
  }
}

function pick(hand: Hand, numbers: readonly number[], most: boolean, latest: boolean): number {
  const extreme = (held: (number: number) => bigint, among: readonly number[]): number[] => {
    const best = among
      .map(held)
      .reduce((one, other) => (one > other === most || one === other ? one : other))
    return among.filter((number) => held(number) === best)
  }
  let left = extreme((number) => votesOf(hand, number), numbers)
  for (const point of latest ? hand.points.toReversed() : hand.points) {
    if (left.length > 1) left = extreme((number) => point.get(number) ?? 0n, left)
  }
  return left.length === 1 ? left[0]! : lot(left)
}

/** Scottish STV: every paper of the candidate moves. */
export function scottishByHand(election: Election, together = false): HandResult {
  const hand = layOut(election, 100_000n, together)
  const quota = (valid(hand) / BigInt(election.seats + 1) + 1n) * hand.unit
  for (;;) {
    electAll(
      hand,
      [...hand.standing].filter((number) => votesOf(hand, number) >= quota),
    )
    remember(hand)
    const places = election.seats - hand.elected.length
    if (hand.standing.size <= places) electAll(hand, [...hand.standing])
    if (hand.standing.size === 0 || hand.elected.length >= election.seats)
      return resultOf(hand, election)
    const over = hand.elected.filter((number) => votesOf(hand, number) > quota)
    const leaves =
      over.length > 0 ? pick(hand, over, true, true) : pick(hand, [...hand.standing], false, true)
    const total = votesOf(hand, leaves)
    const surplus = total - quota
    if (over.length === 0) hand.standing.delete(leaves)
    for (const paper of hand.papers) {
      if (paper.holder !== leaves) continue
      paper.holder = nextHolder(hand, paper)
      if (over.length > 0) paper.value = (surplus * paper.value) / total
      add(hand, paper.holder, paper.value * paper.many)
    }
    hand.held.set(leaves, over.length > 0 ? quota : 0n)
  }
}

/** What ERS97 and the order of 1985 do alike, and where they part. */
export function lastParcelByHand(
  election: Election,
  rule: 'ers97' | 'ni1985',
  together = false,
): HandResult {
  const hand = layOut(election, 100n, together)
  const seats = BigInt(election.seats)
  const ers = rule === 'ers97'
  const all = valid(hand) * hand.unit
  let quota = ers ? (all + seats) / (seats + 1n) : (valid(hand) / (seats + 1n) + 1n) * hand.unit
  const places = (): number => election.seats - hand.elected.length
  const lost = (): bigint => votesOf(hand, 0)
  const active = (): bigint =>
    all - lost() - sum(hand.elected.map((number) => least(votesOf(hand, number), quota)))
  const surplus = (): bigint =>
    sum(hand.elected.map((number) => votesOf(hand, number) - least(votesOf(hand, number), quota)))
  const elect = (): void => {
    if (ers) electErs(hand, places, active, () => quota)
    else {
      electAll(
        hand,
        [...hand.standing].filter((number) => votesOf(hand, number) >= quota),
      )
      const half = [...hand.standing].filter((number) => votesOf(hand, number) * 2n >= active())
      if (places() === 1 && half.length === 1) electAll(hand, half)
    }
  }
  elect()
  for (;;) {
    remember(hand)
    if (hand.standing.size <= places()) electAll(hand, [...hand.standing])
    if (hand.standing.size === 0 || places() <= 0) return resultOf(hand, election)
    const lowest = toExclude(hand, places(), surplus(), ers)
    if (surplus() > 0n && lowest.length === 0) {
      const over = hand.elected.filter((number) => votesOf(hand, number) > quota)
      moveSurplus(hand, pick(hand, over, true, false), quota)
      elect()
      continue
    }
    for (const number of lowest) hand.standing.delete(number)
    if (hand.standing.size <= places()) continue
    const owned = hand.papers.filter((paper) => lowest.includes(paper.holder))
    const key = (paper: Paper): bigint => (!ers && paper.batch === 0 ? hand.unit * 2n : paper.value)
    const batches = Map.groupBy(owned, key)
    const keys = [...batches.keys()].sort((one, other) => (other > one ? 1 : -1))
    keys.forEach((value, at) => {
      if (places() === 0) return
      hand.batch += 1
      for (const paper of batches.get(value)!) {
        add(hand, paper.holder, -paper.value * paper.many)
        paper.holder = nextHolder(hand, paper)
        paper.batch = hand.batch
        add(hand, paper.holder, paper.value * paper.many)
      }
      if (ers && hand.elected.length === 0) quota = (all - lost() + seats) / (seats + 1n)
      elect()
      if (ers && at + 1 < keys.length) remember(hand)
    })
  }
}

const least = (one: bigint, other: bigint): bigint => (one < other ? one : other)

function electErs(
  hand: Hand,
  places: () => number,
  active: () => bigint,
  quota: () => bigint,
): void {
  for (;;) {
    const enough = [...hand.standing].filter((number) => {
      const votes = votesOf(hand, number)
      return votes > 0n && (votes >= quota() || votes * BigInt(places() + 1) >= active())
    })
    if (enough.length === 0 || places() === 0) return
    if (enough.length <= places()) {
      electAll(hand, enough)
      continue
    }
    const worst = enough.reduce((one, other) =>
      votesOf(hand, other) < votesOf(hand, one) ? other : one,
    )
    const tied = enough.filter((number) => votesOf(hand, number) === votesOf(hand, worst))
    const same = hand.points.every(
      (point) => new Set(tied.map((number) => point.get(number) ?? 0n)).size === 1,
    )
    const sure = enough.filter((number) => !tied.includes(number))
    if (same && sure.length === 0) return
    const best = same ? sure : [...sure, pick(hand, tied, true, false)].slice(0, places())
    electAll(hand, best)
  }
}

function toExclude(hand: Hand, places: number, surplus: bigint, ers: boolean): number[] {
  const left = [...hand.standing]
  const order: number[] = []
  while (left.length > 0) {
    const lowest = left.reduce((one, other) =>
      votesOf(hand, other) < votesOf(hand, one) ? other : one,
    )
    order.push(...left.splice(left.indexOf(lowest), 1))
  }
  for (let many = order.length - places; many >= 1; many -= 1) {
    const total = sum(order.slice(0, many).map((number) => votesOf(hand, number))) + surplus
    const above = order[many]
    const fits =
      above === undefined || (ers ? total <= votesOf(hand, above) : total < votesOf(hand, above))
    if (!fits) continue
    const chosen: number[] = []
    const rest = [...order]
    while (chosen.length < many) {
      const worst = votesOf(hand, rest[0]!)
      const tied = rest.filter((number) => votesOf(hand, number) === worst)
      const next = tied.length <= many - chosen.length ? tied[0]! : pick(hand, tied, false, false)
      chosen.push(...rest.splice(rest.indexOf(next), 1))
    }
    return chosen
  }
  return surplus > 0n ? [] : [pick(hand, order, false, false)]
}

function moveSurplus(hand: Hand, candidate: number, quota: bigint): void {
  const surplus = votesOf(hand, candidate) - quota
  const own = hand.papers.filter((paper) => paper.holder === candidate)
  const last = Math.max(...own.map((paper) => paper.batch))
  const batch = own.filter((paper) => paper.batch === last)
  const going = batch.filter((paper) => nextHolder(hand, paper) !== 0)
  const many = sum(going.map((paper) => paper.many))
  const old = batch[0]!.value
  const value = many * old > surplus ? surplus / many : old
  hand.batch += 1
  for (const paper of batch) {
    const to = nextHolder(hand, paper)
    paper.holder = to
    paper.batch = hand.batch
    if (to === 0) continue
    paper.value = value
    add(hand, to, value * paper.many)
  }
  hand.held.set(candidate, quota)
  add(hand, 0, surplus - value * many)
}
