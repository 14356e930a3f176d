// A growing store of votes: each cast in a few microseconds, a sorted table when asked.
import { type Cast, ranked, type Vote, type VoteMatrix } from './vote-matrix.ts'

/** One person's votes, in the order they first came. */
type VoteRow = {
  readonly statements: number[]
  readonly votes: number[]
  readonly times: number[]
}

/** What a cast replaced: null when new, 'older' when a later vote stands already. */
export type Replaced = Vote | null | 'older'

export type VoteStore = {
  readonly people: readonly string[]
  readonly statements: readonly string[]
  /** How many votes stand, after replacement. */
  size(): number
  /** The number of a person, numbered as they come; a new person gets the next number. */
  person(id: string): number
  statement(id: string): number
  /** The number of a person who has come before, or undefined. */
  knownPerson(id: string): number | undefined
  knownStatement(id: string): number | undefined
  row(person: number): VoteRow
  /** Numbers as given by `person` and `statement`. At equal times the later cast stands. */
  put(person: number, statement: number, vote: Vote, at?: number): Replaced
  matrix(): VoteMatrix
}

/** An empty store. It grows as votes come; 5 million take about 300 MB. */
export function openVoteStore(): VoteStore {
  const people: string[] = []
  const statements: string[] = []
  const personNumbers = new Map<string, number>()
  const statementNumbers = new Map<string, number>()
  const rows: VoteRow[] = []
  let size = 0
  let sequence = 0
  const numbered = (id: string, numbers: Map<string, number>, ids: string[]): number => {
    const known = numbers.get(id)
    if (known !== undefined) return known
    numbers.set(id, ids.length)
    return ids.push(id) - 1
  }
  const person = (id: string): number => {
    const number = numbered(id, personNumbers, people)
    if (number === rows.length) rows.push(emptyRow())
    return number
  }
  const put = (who: number, what: number, vote: Vote, at?: number): Replaced => {
    sequence += 1
    const row = rows[who]!
    const replaced = putInRow(row, what, vote, at ?? sequence)
    if (replaced === null) size += 1
    return replaced
  }
  return {
    people,
    statements,
    size: () => size,
    person,
    statement: (id) => numbered(id, statementNumbers, statements),
    knownPerson: (id) => personNumbers.get(id),
    knownStatement: (id) => statementNumbers.get(id),
    row: (number) => rows[number]!,
    put,
    matrix: () => sortedMatrix(people, statements, rows, size),
  }
}

/** The table of a list of casts: the last vote of each person on each statement. */
export function voteMatrix(casts: Iterable<Cast>): VoteMatrix {
  const store = openVoteStore()
  for (const { voter, statement, vote, at } of casts) {
    store.put(store.person(voter), store.statement(statement), vote, at)
  }
  return store.matrix()
}

const emptyRow = (): VoteRow => ({ statements: [], votes: [], times: [] })

function putInRow(row: VoteRow, statement: number, vote: Vote, at: number): Replaced {
  const place = row.statements.indexOf(statement)
  if (place < 0) {
    row.statements.push(statement)
    row.votes.push(vote)
    row.times.push(at)
    return null
  }
  if (at < row.times[place]!) return 'older'
  const before = row.votes[place] as Vote
  row.votes[place] = vote
  row.times[place] = at
  return before
}

function sortedMatrix(
  people: readonly string[],
  statements: readonly string[],
  rows: readonly VoteRow[],
  size: number,
): VoteMatrix {
  const byPerson = ranked(people)
  const byStatement = ranked(statements)
  const starts = new Int32Array(people.length + 1)
  const columns = new Int32Array(size)
  const votes = new Int8Array(size)
  let at = 0
  for (let p = 0; p < people.length; p += 1) {
    const row = rows[byPerson.order[p]!]!
    const count = row.statements.length
    // Statement and vote in one number, so that sorting the numbers sorts both.
    for (let i = 0; i < count; i += 1) {
      columns[at + i] = byStatement.rank[row.statements[i]!]! * 4 + row.votes[i]! + 1
    }
    columns.subarray(at, at + count).sort()
    for (let i = at; i < at + count; i += 1) {
      votes[i] = (columns[i]! & 3) - 1
      columns[i]! >>= 2
    }
    at += count
    starts[p + 1] = at
  }
  return {
    people: Array.from(byPerson.order, (p) => people[p]!),
    statements: Array.from(byStatement.order, (s) => statements[s]!),
    starts,
    columns,
    votes,
  }
}
