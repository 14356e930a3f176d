// The hand count that moves only the parcel received last: what ERS97 and Northern Ireland have in
// common.
import type { Count, ElectionRule } from '../election/stages.ts'
import {
  breakTie,
  chooseOne,
  continuingOf,
  creditPiles,
  elect,
  largestSurplus,
  markPoint,
  type Parcel,
  recordStage,
  type Sheet,
  sortParcels,
  surplusOf,
  vacanciesOf,
  withSurplus,
} from './stv-sheet.ts'

/** Hundredths of a vote: both rules work to two places. */
export const placesByHand = 2
export const unitByHand = 10 ** placesByHand

/** Where the two rules differ. */
export type LastParcelRule = {
  readonly rule: ElectionRule
  /** Several are excluded together when their votes and all surpluses come to… the next above. */
  readonly togetherWhen: 'less than' | 'not more than'
  /** On exclusion, first preferences move before papers transferred at the value of one. */
  readonly firstPreferencesApart: boolean
  /** Ties look at the votes after every batch, or only at the end of every stage. */
  readonly looksAfterEvery: 'batch' | 'stage'
  /** Elects those who have reached what the rule asks for; called after every batch. */
  deemElected(sheet: Sheet): void
  /** What else follows from papers becoming non-transferable, before `deemElected`. */
  afterBatch(sheet: Sheet): void
}

/** Runs the count from an opened sheet whose quota is set. */
export function countByLastParcel(sheet: Sheet, rule: LastParcelRule): Count {
  rule.deemElected(sheet)
  electLast(sheet)
  markPoint(sheet)
  recordStage(sheet, { type: 'first preferences' })
  while (vacanciesOf(sheet) > 0 && continuingOf(sheet).length > 0) {
    const waiting = totalSurplus(sheet)
    const leaving = chooseExclusions(sheet, rule, waiting)
    if (waiting > 0 && leaving.length === 0) transferSurplus(sheet, rule)
    else exclude(sheet, rule, leaving, waiting)
  }
  return {
    rule: rule.rule,
    seats: sheet.election.seats,
    papers: sheet.papers,
    places: placesByHand,
    quota: BigInt(sheet.quota),
    elected: sheet.elected,
    stages: sheet.stages,
  }
}

const totalSurplus = (sheet: Sheet): number =>
  withSurplus(sheet).reduce((total, number) => total + surplusOf(sheet, number), 0)

/** All who continue are elected when no more of them are left than places. */
function electLast(sheet: Sheet): void {
  const left = continuingOf(sheet)
  if (left.length > vacanciesOf(sheet)) return
  elect(sheet, left)
}

/**
 * The lowest candidates, as many as can go together: enough stay for the vacancies, and their
 * votes with every surplus waiting come to less than (or no more than) the votes of the next.
 * With no surplus waiting at least one goes; with a surplus waiting there may be none, and then
 * the surplus has to be transferred.
 */
function chooseExclusions(sheet: Sheet, rule: LastParcelRule, waiting: number): number[] {
  const { votes } = sheet
  const lowestFirst = continuingOf(sheet).sort((one, other) => votes[one]! - votes[other]!)
  const most = lowestFirst.length - vacanciesOf(sheet)
  let together = 0
  let total = waiting
  for (let many = 1; many <= most; many += 1) {
    total += votes[lowestFirst[many - 1]!]!
    const above = lowestFirst[many]
    const next = above === undefined ? Number.POSITIVE_INFINITY : votes[above]!
    const less = rule.togetherWhen === 'less than' ? total < next : total <= next
    if (less) together = many
  }
  if (together === 0 && waiting > 0) return []
  return theLowest(sheet, lowestFirst, Math.max(1, together))
}

/** The first so many of an order, the last of them by tie-break where votes are equal. */
function theLowest(sheet: Sheet, lowestFirst: readonly number[], many: number): number[] {
  const { votes } = sheet
  const last = votes[lowestFirst[many - 1]!]!
  const chosen = lowestFirst.filter((number) => votes[number]! < last)
  let tied = lowestFirst.filter((number) => votes[number] === last)
  while (chosen.length < many) {
    const all = many - chosen.length === tied.length
    const number = all ? tied[0]! : chooseOne(sheet, tied, 'exclude', 'earliest')
    chosen.push(number)
    tied = tied.filter((other) => other !== number)
  }
  return chosen
}

function transferSurplus(sheet: Sheet, rule: LastParcelRule): void {
  const candidate = largestSurplus(sheet, 'earliest')
  const surplus = surplusOf(sheet, candidate)
  const last = sheet.parcels[candidate]!.pop()!
  const { transferable } = sortParcels(sheet, [last])
  const value =
    transferable * last.value > surplus ? Math.floor(surplus / transferable) : last.value
  const moved = creditPiles(sheet, value)
  sheet.votes[candidate] = sheet.quota
  sheet.votes[0] = sheet.votes[0]! + surplus - moved
  sheet.batches.push({ papers: transferable, value: BigInt(value) })
  rule.deemElected(sheet)
  electLast(sheet)
  markPoint(sheet)
  recordStage(sheet, { type: 'surplus', candidates: [candidate] }, totalSurplus(sheet))
}

function exclude(
  sheet: Sheet,
  rule: LastParcelRule,
  leaving: readonly number[],
  deferred: number,
): void {
  for (const number of leaving) sheet.continuing[number] = 0
  const candidates = [...leaving].sort((one, other) => one - other)
  if (continuingOf(sheet).length <= vacanciesOf(sheet)) {
    electLast(sheet)
    markPoint(sheet)
    recordStage(sheet, { type: 'last vacancies', candidates }, deferred)
    return
  }
  const batches = inBatches(sheet, rule, leaving)
  for (const [at, batch] of batches.entries()) {
    transferBatch(sheet, batch)
    rule.afterBatch(sheet)
    rule.deemElected(sheet)
    if (rule.looksAfterEvery === 'batch' && at + 1 < batches.length) markPoint(sheet)
    if (vacanciesOf(sheet) === 0) break
  }
  electLast(sheet)
  markPoint(sheet)
  recordStage(sheet, { type: 'exclusion', candidates }, deferred)
}

type OwnedParcel = Parcel & { readonly owner: number }

/** All the excluded candidates' parcels, those of one value together, the highest value first. */
function inBatches(
  sheet: Sheet,
  rule: LastParcelRule,
  leaving: readonly number[],
): readonly (readonly OwnedParcel[])[] {
  const all = leaving.flatMap((owner) =>
    sheet.parcels[owner]!.map((parcel) => ({ ...parcel, owner })),
  )
  const rank = (parcel: OwnedParcel): number =>
    rule.firstPreferencesApart && parcel.first ? Number.POSITIVE_INFINITY : parcel.value
  const byRank = Map.groupBy(all, rank)
  return [...byRank.keys()]
    .sort((one, other) => (other > one ? 1 : -1))
    .map((key) => byRank.get(key)!)
}

function transferBatch(sheet: Sheet, batch: readonly OwnedParcel[]): void {
  const { value } = batch[0]!
  for (const { owner, papers } of batch) {
    sheet.votes[owner] = sheet.votes[owner]! - value * papers
    sheet.parcels[owner] = []
  }
  const { transferable, nonTransferable } = sortParcels(sheet, batch)
  creditPiles(sheet, value)
  sheet.votes[0] = sheet.votes[0]! + value * nonTransferable
  sheet.batches.push({ papers: transferable, value: BigInt(value) })
}

/**
 * Of candidates with enough votes to be elected, those for whom there is a place: most votes
 * first, and where the last places tie, by the earliest votes that differed; those who never
 * differed all wait.
 */
export function withinPlaces(sheet: Sheet, enough: readonly number[], places: number): number[] {
  if (enough.length <= places) return [...enough]
  const { votes } = sheet
  const inOrder = [...enough].sort((one, other) => votes[other]! - votes[one]!)
  const last = votes[inOrder[places - 1]!]!
  const chosen = inOrder.filter((number) => votes[number]! > last)
  let tied = inOrder.filter((number) => votes[number] === last)
  while (chosen.length < places) {
    const earlier = breakTie(sheet, tied, 'most', 'earliest')
    if (earlier === null) break
    const { number, stage } = earlier
    sheet.ties.push({ between: tied, chosen: number, to: 'elect', byStage: stage })
    chosen.push(number)
    tied = tied.filter((other) => other !== number)
  }
  return chosen
}
