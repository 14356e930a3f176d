// What goes into an election: candidates, seats, and the ballots as papers that say the same.

export type Candidate = {
  readonly name: string
  /** The party or description beside the name, where the file gives one. */
  readonly party?: string
}

/**
 * Ballots packed flat: the preferences of line `i` are `preferences[starts[i]]` up to but not
 * including `preferences[starts[i + 1]]`, each a candidate's number from 1, most wanted first;
 * `papers[i]` (1 to 2^53) voters handed in that same paper. No line is empty and no candidate
 * is named twice on a line.
 */
export type Ballots = {
  readonly preferences: Uint16Array
  readonly starts: Uint32Array
  readonly papers: Float64Array
}

export type Election = {
  readonly title: string
  /** Places to be filled, 1 or more. */
  readonly seats: number
  readonly candidates: readonly Candidate[]
  /** Numbers from 1 of candidates who withdrew; preferences for them are passed over. */
  readonly withdrawn: readonly number[]
  readonly ballots: Ballots
  /** Papers that the file holds but that are not valid, by reason. */
  readonly setAside: SetAside
}

export type SetAside = {
  /** Papers on which no candidate is chosen. */
  readonly blank: number
  /** Papers with two or more candidates at the same preference. */
  readonly equalPreferences: number
}

export const nothingSetAside: SetAside = { blank: 0, equalPreferences: 0 }

/** The most candidates, and the most seats, of one election; every stage keeps every total. */
export const mostCandidates = 1_000

/** The most papers that one election can hold, so that no total ever loses a paper. */
export const mostPapers = 1_000_000_000

export type BallotPile = {
  /** Adds `papers` papers that say `preferences` (numbers from 1). An empty line is passed over. */
  add(papers: number, preferences: ArrayLike<number>, length?: number): void
  ballots(): Ballots
}

/** A pile that grows as ballots are read; `ballots()` packs it. */
export function ballotPile(): BallotPile {
  let preferences = new Uint16Array(4096)
  let starts = new Uint32Array(1024)
  let papersOf = new Float64Array(1024)
  let lines = 0
  let used = 0
  return {
    add(papers, line, length = line.length) {
      if (length === 0 || papers === 0) return
      if (used + length > preferences.length) {
        preferences = grown(preferences, new Uint16Array((used + length) * 2))
      }
      if (lines + 2 > starts.length) {
        starts = grown(starts, new Uint32Array(starts.length * 2))
        papersOf = grown(papersOf, new Float64Array(papersOf.length * 2))
      }
      for (let place = 0; place < length; place += 1) preferences[used + place] = line[place]!
      used += length
      papersOf[lines] = papers
      lines += 1
      starts[lines] = used
    },
    ballots: () => ({
      preferences: preferences.slice(0, used),
      starts: starts.slice(0, lines + 1),
      papers: papersOf.slice(0, lines),
    }),
  }
}

function grown<T extends Uint16Array | Uint32Array | Float64Array>(from: T, into: T): T {
  into.set(from)
  return into
}

/** The ballots of lists: `[papers, [preferences…]]`, as tests and small programs write them. */
export function ballotsOf(lines: readonly (readonly [number, readonly number[]])[]): Ballots {
  const pile = ballotPile()
  for (const [papers, preferences] of lines) pile.add(papers, preferences)
  return pile.ballots()
}

/** How many papers there are in all. */
export function countPapers(ballots: Ballots): number {
  let papers = 0
  for (let line = 0; line < ballots.papers.length; line += 1) papers += ballots.papers[line]!
  return papers
}

/** Each line of the ballots as papers and preferences, in the order of the file. */
export function* linesOf(ballots: Ballots): Generator<readonly [number, Uint16Array]> {
  for (let line = 0; line < ballots.papers.length; line += 1) {
    yield [
      ballots.papers[line]!,
      ballots.preferences.subarray(ballots.starts[line]!, ballots.starts[line + 1]!),
    ]
  }
}

/**
 * The same ballots with equal papers put together, in one order for ever: by preference, the
 * lower candidate number first, a shorter paper before a longer one that begins with it.
 */
export function mergedBallots(ballots: Ballots): Ballots {
  const lines = [...linesOf(ballots)].sort(([, one], [, other]) => comparePapers(one, other))
  const pile = ballotPile()
  let at = 0
  while (at < lines.length) {
    const [, preferences] = lines[at]!
    let papers = 0
    while (at < lines.length && comparePapers(lines[at]![1], preferences) === 0) {
      papers += lines[at]![0]
      at += 1
    }
    pile.add(papers, preferences)
  }
  return pile.ballots()
}

function comparePapers(one: Uint16Array, other: Uint16Array): number {
  const shorter = Math.min(one.length, other.length)
  for (let place = 0; place < shorter; place += 1) {
    const difference = one[place]! - other[place]!
    if (difference !== 0) return difference
  }
  return one.length - other.length
}
