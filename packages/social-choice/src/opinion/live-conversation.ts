// A conversation that grows: each vote counts at once, groups are drawn anew in turn.
import { ok, type Result } from '../ground/result.ts'
import { extremityOf, placeOfRow } from './axes.ts'
import { groupInformedAgreement } from './consensus.ts'
import { choosingSteadily } from './grouping.ts'
import { quick } from './leading-directions.ts'
import { firstPicture, type Picture, redrawn, roomFor } from './live-picture.ts'
import { drawNext, priorityOf } from './next-statement.ts'
import { chanceFor, isSeed, mapOpinions, type OpinionMap, refuseSeed } from './opinion-map.ts'
import { type Held, heldBy } from './representativeness.ts'
import { type Counts, countsOf, countsOfAll, countVote } from './tally.ts'
import type { Cast } from './vote-matrix.ts'
import { openVoteStore, type Replaced, type VoteStore } from './vote-store.ts'

export type ConversationOptions = {
  /** An even number of hexadecimal digits. */
  readonly seed: string
  /** Groups are drawn anew when this share of votes is new; 0.05 unless told. */
  readonly redrawShare?: number
}

/** Where a person stands now. `group` is a number from 0, or -1 before enough votes. */
export type Standing = { readonly x: number; readonly y: number; readonly group: number }

/** How a statement stands now. */
export type StatementStanding = {
  readonly all: Counts
  readonly groups: readonly Counts[]
  /** Group-informed consensus, 0 to 1. */
  readonly agreement: number
  readonly priority: number
}

export type LiveConversation = {
  /** Counts the vote, places the voter and, when it is time, draws the groups anew. */
  cast(cast: Cast): void
  /** Offers a statement on which nobody has voted yet. */
  offer(statement: string): void
  /** Leaves a statement out of the map, or takes it in again; draws the groups anew. */
  leaveOut(statement: string, isOut: boolean): void
  standingOf(voter: string): Standing | null
  statement(id: string): StatementStanding | null
  /** What tells a group apart, with the identifiers of the statements. */
  heldBy(group: number): readonly (Held & { readonly id: string })[]
  groupCount(): number
  /** A statement the voter has not voted on, drawn from the seed and the votes so far. */
  nextFor(voter: string): string | null
  /** Votes since the directions and groups were last drawn; counts are always up to date. */
  votesSinceDrawn(): number
  voteCount(): number
  /** The map of the votes as they stand, from the beginning: what is to be published. */
  map(): Result<OpinionMap>
}

/**
 * Opens an empty conversation. Counts, consensus, what each group holds and the mean of each
 * statement follow every vote exactly; a voter's place follows their own votes on the directions
 * last drawn, and their group is the nearest. Directions and groups are drawn anew whenever 5 % of
 * the votes are new; a new number of groups is taken when it has been best four times running, and
 * groups keep their numbers while most of their people stay. So what is seen live depends on its
 * past a little; `map()` does not.
 *
 * Refusal: `seed-not-hexadecimal`.
 * @source Polis mathematics (four-round smoothing of the number of groups).
 */
export function openConversation(options: ConversationOptions): Result<LiveConversation> {
  if (!isSeed(options.seed)) return refuseSeed(options.seed)
  return ok(conversation(options.seed, options.redrawShare ?? 0.05))
}

function conversation(seed: string, redrawShare: number): LiveConversation {
  const store = openVoteStore()
  const leftOut = new Set<string>()
  const choose = choosingSteadily()
  let picture: Picture = firstPicture()
  let fresh = 0
  const redraw = (): void => {
    fresh = 0
    const map = mapOpinions(store.matrix(), { seed, leftOut, choose, effort: quick })
    if (map.ok) picture = redrawn(picture, map.value, store)
    else roomFor(picture, store.people.length, store.statements.length)
    for (let j = 0; j < store.statements.length; j += 1) weigh(picture, j)
  }
  const offer = (statement: string): number => {
    const number = store.statement(statement)
    roomFor(picture, store.people.length, store.statements.length)
    if (picture.tally.statements === number + 1) weigh(picture, number)
    return number
  }
  const cast = ({ voter, statement, vote, at }: Cast): void => {
    const person = store.person(voter)
    const number = offer(statement)
    const replaced = store.put(person, number, vote, at)
    if (replaced === 'older' || replaced === vote) return
    count(picture, person, number, vote, replaced)
    settle(picture, store, person)
    weigh(picture, number)
    fresh += 1
    if (fresh >= Math.max(4, store.size() * redrawShare)) redraw()
  }
  return {
    cast,
    offer: (statement) => void offer(statement),
    leaveOut: (statement, isOut) => {
      offer(statement)
      if (isOut) leftOut.add(statement)
      else leftOut.delete(statement)
      redraw()
    },
    ...viewsOf(seed, store, () => picture),
    votesSinceDrawn: () => fresh,
    voteCount: () => store.size(),
    map: () => mapOpinions(store.matrix(), { seed, leftOut }),
  }
}

type Views = Pick<
  LiveConversation,
  'standingOf' | 'statement' | 'heldBy' | 'groupCount' | 'nextFor'
>

function viewsOf(seed: string, store: VoteStore, now: () => Picture): Views {
  return {
    standingOf: (voter) => {
      const person = store.knownPerson(voter)
      if (person === undefined) return null
      const { x, y, groupOf } = now()
      return { x: x[person]!, y: y[person]!, group: groupOf[person]! }
    },
    statement: (id) => {
      const j = store.knownStatement(id)
      return j === undefined ? null : statementStanding(now(), j)
    },
    heldBy: (group) => {
      const { tally, leftOut } = now()
      if (group < 0 || group >= tally.groups) return []
      const held = heldBy(tally, group, leftOut.flags)
      return held.map((each) => ({ ...each, id: store.statements[each.statement]! }))
    },
    groupCount: () => now().tally.groups,
    nextFor: (voter) => {
      const person = store.knownPerson(voter)
      const voted = person === undefined ? [] : store.row(person).statements
      const chance = chanceFor(seed, `next ${voted.length} ${voter}`)
      const next = drawNext(now().priorities, voted, chance)
      return next < 0 ? null : store.statements[next]!
    },
  }
}

function statementStanding(picture: Picture, j: number): StatementStanding {
  const { tally, all, priorities } = picture
  return {
    all: countsOf(all, 0, j),
    groups: Array.from({ length: tally.groups }, (_, group) => countsOf(tally, group, j)),
    agreement: groupInformedAgreement(tally, j),
    priority: priorities[j]!,
  }
}

function count(
  picture: Picture,
  person: number,
  statement: number,
  vote: number,
  replaced: Exclude<Replaced, 'older'>,
): void {
  const { all, tally, axes, leftOut } = picture
  const group = picture.groupOf[person]!
  if (replaced !== null) {
    countVote(all, 0, statement, replaced, -1)
    if (group >= 0) countVote(tally, group, statement, replaced, -1)
  }
  countVote(all, 0, statement, vote, 1)
  if (group >= 0) countVote(tally, group, statement, vote, 1)
  const { agrees, disagrees, seen } = countsOf(all, 0, statement)
  if (leftOut.flags[statement] === 0) axes.centre[statement] = (agrees - disagrees) / seen
}

const place: [number, number] = [0, 0]

/** Places a person anew and lets them join, or move to, the group nearest to their place. */
function settle(picture: Picture, store: VoteStore, person: number): void {
  const row = store.row(person)
  placeOfRow(row, picture.axes, picture.leftOut, place)
  picture.x[person] = place[0]
  picture.y[person] = place[1]
  const before = picture.groupOf[person]!
  if (before < 0 && row.statements.length < Math.min(7, store.statements.length)) return
  const after = nearestGroup(picture, place[0], place[1])
  if (after === before) return
  picture.groupOf[person] = after
  for (const [i, statement] of row.statements.entries()) {
    if (before >= 0) countVote(picture.tally, before, statement, row.votes[i]!, -1)
    if (after >= 0) countVote(picture.tally, after, statement, row.votes[i]!, 1)
    if (before < 0) weigh(picture, statement)
  }
}

/** The number of the nearest group, or -1 where there is none yet. */
function nearestGroup({ centres }: Picture, x: number, y: number): number {
  let nearest = -1
  let shortest = Number.POSITIVE_INFINITY
  for (let group = 0; group < centres.x.length; group += 1) {
    const dx = x - centres.x[group]!
    const dy = y - centres.y[group]!
    const apart = dx * dx + dy * dy
    if (apart >= shortest) continue
    shortest = apart
    nearest = group
  }
  return nearest
}

function weigh(picture: Picture, j: number): void {
  const { axes, tally, priorities, leftOut } = picture
  const far = leftOut.flags[j] === 1 ? 0 : extremityOf(axes, j)
  priorities[j] = leftOut.flags[j] === 1 ? 0 : priorityOf(countsOfAll(tally, j), far)
}
