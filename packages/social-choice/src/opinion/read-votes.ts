// Votes read from the two tables that opinion tools export: one vote a line, or one person a line.
import { ok, type Result, refuse } from '../ground/result.ts'
import { type CsvReader, csvReader } from './csv-records.ts'
import type { Vote, VoteMatrix } from './vote-matrix.ts'
import { openVoteStore, type VoteStore } from './vote-store.ts'

export type VoteReader = {
  /** Takes the next piece of the file, cut anywhere. */
  push(text: string): Result<null>
  /** The votes, after the last piece. */
  end(): Result<VoteMatrix>
}

/**
 * Reads `votes.csv` (columns `comment-id`, `voter-id`, `vote`, and `timestamp` if there is one) or
 * `participants-votes.csv` (a column `participant`, then one column a statement, named by it).
 * Columns may stand in any order. 1 is agree, 0 pass, -1 disagree; an empty cell of the second
 * table is a statement not seen. The vote with the latest timestamp stands; at the same time, or
 * without timestamps, the later line.
 *
 * Refusals: `file-empty`, `columns-missing`, `column-repeated`, `field-count`, `vote-unknown`,
 * `timestamp-unreadable`, `identifier-missing`, `person-repeated`, `no-votes`, and those of the
 * comma-separated text. Each names its line.
 */
export function voteReader(): VoteReader {
  const store = openVoteStore()
  let takeRow: TakeRow | null = null
  let width = 0
  const reader: CsvReader = csvReader((fields, line) => {
    if (takeRow === null) {
      const made = rowTaker(fields, line, store)
      if (!made.ok) return made
      takeRow = made.value
      width = fields.length
      return nothing
    }
    return fields.length === width ? takeRow(fields, line) : wrongWidth(fields.length, width, line)
  })
  const end = (): Result<VoteMatrix> => {
    const ended = reader.end()
    if (!ended.ok) return ended
    if (takeRow === null) {
      return refuse('file-empty', 'The file is empty', 'Give a file of votes with a heading line')
    }
    if (store.size() > 0) return ok(store.matrix())
    return refuse('no-votes', 'The file has a heading but no votes', 'Give at least one vote')
  }
  return { push: reader.push, end }
}

/** The votes in a whole file. */
export function readVotes(text: string): Result<VoteMatrix> {
  const reader = voteReader()
  const pushed = reader.push(text)
  return pushed.ok ? reader.end() : pushed
}

type TakeRow = (fields: readonly string[], line: number) => Result<null>

const nothing = ok(null)

function rowTaker(heading: readonly string[], line: number, store: VoteStore): Result<TakeRow> {
  const names = heading.map((name) => name.trim())
  const repeated = firstRepeated(names)
  if (repeated !== undefined) {
    return refuse(
      'column-repeated',
      `Line ${line} names the column “${repeated}” twice`,
      'Give every column a name of its own',
      line,
    )
  }
  if (names.includes('participant')) return personTaker(names, line, store)
  const missing = ['comment-id', 'voter-id', 'vote'].filter((name) => !names.includes(name))
  if (missing.length === 0) return ok(voteTaker(names, store))
  return refuse(
    'columns-missing',
    `Line ${line} does not name the column ${missing.join(', ')}`,
    'Use votes.csv (timestamp, comment-id, voter-id, vote) or participants-votes.csv ' +
      '(participant, then a column for each statement)',
    line,
  )
}

function firstRepeated(names: readonly string[]): string | undefined {
  const before = new Set<string>()
  for (const name of names) {
    if (before.has(name)) return name
    if (name !== '') before.add(name)
  }
  return undefined
}

function voteTaker(names: readonly string[], store: VoteStore): TakeRow {
  const statementAt = names.indexOf('comment-id')
  const voterAt = names.indexOf('voter-id')
  const voteAt = names.indexOf('vote')
  const timeAt = names.indexOf('timestamp')
  return (fields, line) => {
    const voter = fields[voterAt]!.trim()
    const statement = fields[statementAt]!.trim()
    if (voter === '' || statement === '') {
      return missingIdentifier(voter === '' ? 'voter-id' : 'comment-id', line)
    }
    const vote = voteIn(fields[voteAt]!)
    if (vote === null) return unknownVote(fields[voteAt]!, line)
    const time = timeAt < 0 ? undefined : timeIn(fields[timeAt]!)
    if (time === null) return unreadableTime(fields[timeAt]!, line)
    store.put(store.person(voter), store.statement(statement), vote, time)
    return nothing
  }
}

const aboutPerson = new Set([
  'participant',
  'xid',
  'group-id',
  'n-comments',
  'n-votes',
  'n-agree',
  'n-disagree',
  '',
])

function personTaker(names: readonly string[], line: number, store: VoteStore): Result<TakeRow> {
  const personAt = names.indexOf('participant')
  const columns = [...names.keys()].filter((at) => !aboutPerson.has(names[at]!))
  if (columns.length === 0) {
    return refuse(
      'columns-missing',
      `Line ${line} names no statement`,
      'Name one column for each statement, by its number',
      line,
    )
  }
  const numbers = columns.map((at) => store.statement(names[at]!))
  return ok((fields, line) => {
    const voter = fields[personAt]!.trim()
    if (voter === '') return missingIdentifier('participant', line)
    if (store.knownPerson(voter) !== undefined) return repeatedPerson(voter, line)
    const person = store.person(voter)
    for (const [i, at] of columns.entries()) {
      const cell = fields[at]!
      if (cell.trim() === '') continue
      const vote = voteIn(cell)
      if (vote === null) return unknownVote(cell, line)
      store.put(person, numbers[i]!, vote)
    }
    return nothing
  })
}

function voteIn(cell: string): Vote | null {
  const text = cell.trim()
  if (text === '1') return 1
  if (text === '-1') return -1
  return text === '0' ? 0 : null
}

function timeIn(cell: string): number | null {
  const text = cell.trim()
  return /^[0-9]{1,15}$/.test(text) ? Number(text) : null
}

/** At most the first 40 characters of what the file says, so that a message stays readable. */
const said = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text)

const unknownVote = (cell: string, line: number): Result<never> =>
  refuse(
    'vote-unknown',
    `Line ${line} has the vote “${said(cell)}”`,
    'Write 1 for agree, 0 for pass or -1 for disagree',
    line,
  )

const unreadableTime = (cell: string, line: number): Result<never> =>
  refuse(
    'timestamp-unreadable',
    `Line ${line} has the timestamp “${said(cell)}”`,
    'Write the time as whole milliseconds or seconds since 1970',
    line,
  )

const missingIdentifier = (column: string, line: number): Result<never> =>
  refuse(
    'identifier-missing',
    `Line ${line} has nothing in the column ${column}`,
    'Enter who voted, and on which statement',
    line,
  )

const repeatedPerson = (voter: string, line: number): Result<never> =>
  refuse(
    'person-repeated',
    `Line ${line} is about person “${said(voter)}”, who was there before`,
    'Put all votes of one person on one line',
    line,
  )

const wrongWidth = (found: number, heading: number, line: number): Result<never> =>
  refuse(
    'field-count',
    `Line ${line} has ${found} ${found === 1 ? 'field' : 'fields'} and the heading ${heading}`,
    'Give every line as many fields as the heading; put a field with a comma in quotation marks',
    line,
  )
