// The VOTES section of a Pabulib file: each row becomes a ballot.
import { inUnits, readDecimal } from '../ground/fraction.ts'
import type { Refusal } from '../ground/result.ts'
import { type BallotGathering, gatherBallots } from './ballot-gathering.ts'
import { type ByteKeys, byteKeys } from './byte-keys.ts'
import type { Ballots, VoteType } from './fund.ts'
import { linesIn, type Row, refusalAt } from './pabulib-rows.ts'

const COMMA = 44
/** Points are kept in millionths while reading, so that 0.1 is exact. */
const POINT_DECIMALS = 6

export type BallotReader = {
  /** Sets which columns hold what; a refusal where a column is missing. */
  header(names: readonly string[], line: number): Refusal | null
  row(row: Row): Refusal | null
  ballots(): Ballots
}

type Columns = { voter: number; vote: number; points: number; size: number }

type Reading = {
  readonly voteType: VoteType
  readonly projectKeys: ByteKeys
  readonly projectPlaces: Uint32Array
  readonly voterKeys: ByteKeys
  readonly gathering: BallotGathering
  readonly named: Uint32Array
  readonly points: Float64Array
  /** The line on which each project was last named. */
  readonly lines: Float64Array
  readonly columns: Columns
}

/**
 * A reader of ballots over projects whose ids are kept, as bytes of the same file, in
 * `projectKeys`, under a number that `projectPlaces` turns into the project's place. Room is kept
 * for `expectedVoters`.
 */
export function readBallots(
  voteType: VoteType,
  projectKeys: ByteKeys,
  projectPlaces: Uint32Array,
  expectedVoters: number,
): BallotReader {
  const withPoints = voteType === 'cumulative' || voteType === 'scoring'
  const reading: Reading = {
    voteType,
    projectKeys,
    projectPlaces,
    voterKeys: byteKeys(expectedVoters),
    gathering: gatherBallots(withPoints),
    named: new Uint32Array(projectPlaces.length),
    points: new Float64Array(projectPlaces.length),
    lines: new Float64Array(projectPlaces.length),
    columns: { voter: -1, vote: -1, points: -1, size: 0 },
  }
  return {
    header(names, line) {
      const { columns } = reading
      columns.voter = names.indexOf('voter_id')
      columns.vote = names.indexOf('vote')
      columns.points = withPoints ? names.indexOf('points') : -1
      columns.size = names.length
      const missing = [
        ...(columns.vote < 0 ? ['vote'] : []),
        ...(columns.voter < 0 ? ['voter_id'] : []),
        ...(withPoints && columns.points < 0 ? ['points'] : []),
      ][0]
      return missing === undefined ? null : missingColumn(missing, 'VOTES', line)
    },
    row: (row) => readRow(reading, row),
    ballots: () => withWholePoints(reading.gathering.gathered(1)),
  }
}

export const missingColumn = (name: string, section: string, line: number): Refusal =>
  refusalAt(
    'pb-column-missing',
    `The columns of ${section} on line ${line} have no ${name}`,
    `Add a column named ${name}`,
    line,
  )

/** A row must fill its columns: a shorter one may have been cut off. */
export function wrongSize(row: Row, size: number): Refusal | null {
  let filled = row.size
  while (filled > size && row.ends[filled - 1] === row.starts[filled - 1]) filled -= 1
  if (filled === size) return null
  return refusalAt(
    'pb-row-size',
    `Line ${row.line} has ${filled} columns where the section has ${size}`,
    'Check for a missing or unquoted semicolon, or a file that was cut off',
    row.line,
  )
}

function readRow(reading: Reading, row: Row): Refusal | null {
  const { columns, voterKeys } = reading
  const size = wrongSize(row, columns.size)
  if (size !== null) return size
  const voterStart = row.starts[columns.voter]!
  const before = voterKeys.keep(row.bytes, voterStart, row.ends[columns.voter]!)
  if (before >= 0) {
    const line = 1 + linesIn(row.bytes.subarray(0, voterKeys.startOf(before)))
    return refusalAt(
      'pb-voter-twice',
      `The voter on line ${row.line} has already voted on line ${line}`,
      'Keep one ballot for each voter_id',
      row.line,
    )
  }
  const length = readVote(reading, row)
  if (typeof length !== 'number') return length
  if (columns.points >= 0) {
    const refusal = readPoints(reading, row, length)
    if (refusal !== null) return refusal
  }
  if (reading.voteType === 'choose-1' && length > 1) {
    return refusalAt(
      'pb-more-than-one',
      `Line ${row.line} names ${length} projects in a vote for one`,
      'Keep one project, or set vote_type to approval',
      row.line,
    )
  }
  if (reading.voteType !== 'ordinal') sortByPlace(reading, length, columns.points >= 0)
  reading.gathering.add(reading.named, reading.points, length, 1)
  return null
}

function readVote(reading: Reading, row: Row): number | Refusal {
  const { columns, lines, named, projectKeys, projectPlaces } = reading
  const { bytes } = row
  const end = row.ends[columns.vote]!
  let start = row.starts[columns.vote]!
  let length = 0
  while (start < end) {
    let comma = start
    while (comma < end && bytes[comma] !== COMMA) comma += 1
    let from = start
    let to = comma
    while (from < to && isBlank(bytes[from]!)) from += 1
    while (to > from && isBlank(bytes[to - 1]!)) to -= 1
    const project = projectKeys.find(bytes, from, to)
    if (project < 0) return unknownProject(row, from, to)
    const place = projectPlaces[project]!
    if (lines[place] === row.line) return twice(row, from, to)
    lines[place] = row.line
    named[length] = place
    length += 1
    start = comma + 1
  }
  if (end > row.starts[columns.vote]! && bytes[end - 1] === COMMA) return unknownProject(row, 0, 0)
  return length
}

const isBlank = (byte: number): boolean => byte === 32 || byte === 9

const textOf = (row: Row, from: number, to: number): string =>
  new TextDecoder().decode(row.bytes.subarray(from, Math.min(to, from + 80)))

const unknownProject = (row: Row, from: number, to: number): Refusal =>
  refusalAt(
    'pb-project-unknown',
    from === to
      ? `The vote on line ${row.line} has nothing between two commas`
      : `The vote on line ${row.line} is for ${textOf(row, from, to)}, which is not a project`,
    'Use project ids from the section PROJECTS, with commas between them',
    row.line,
  )

const twice = (row: Row, from: number, to: number): Refusal =>
  refusalAt(
    'pb-project-twice',
    `The vote on line ${row.line} names ${textOf(row, from, to)} twice`,
    'Name each project once in a vote',
    row.line,
  )

function readPoints(reading: Reading, row: Row, length: number): Refusal | null {
  const { columns, points, voteType } = reading
  const cell = columns.points
  const isEmpty = row.starts[cell] === row.ends[cell]
  const texts = isEmpty ? [] : textOfCell(row, cell).split(',')
  if (texts.length !== length) {
    return refusalAt(
      'pb-points-count',
      `Line ${row.line} has ${length} projects and ${texts.length} points`,
      'Give as many points as projects, with commas between them',
      row.line,
    )
  }
  for (let at = 0; at < length; at += 1) {
    const given = pointsOf((texts[at] as string).trim())
    if (given === null || (given < 0 && voteType === 'cumulative')) {
      return refusalAt(
        'pb-points',
        `Line ${row.line} has points that cannot be counted`,
        voteType === 'cumulative'
          ? 'Use numbers from 0 to 1000000000 with at most 6 decimals'
          : 'Use numbers from -1000000000 to 1000000000 with at most 6 decimals',
        row.line,
      )
    }
    points[at] = given
  }
  return null
}

function textOfCell(row: Row, cell: number): string {
  let text = ''
  for (let at = row.starts[cell]!; at < row.ends[cell]!; at += 1) {
    text += String.fromCharCode(row.bytes[at]!)
  }
  return text
}

function pointsOf(text: string): number | null {
  if (text.length === 1 && text >= '0' && text <= '9') return Number(text) * 10 ** POINT_DECIMALS
  const decimal = text.includes(',') ? null : readDecimal(text)
  if (decimal === null || decimal.decimals > POINT_DECIMALS) return null
  const units = Number(inUnits(decimal, POINT_DECIMALS))
  return Math.abs(units) <= 1e15 ? units : null
}

/** Ballots that are sets have their projects in the order of the list, whatever the file's. */
function sortByPlace(reading: Reading, length: number, withPoints: boolean): void {
  const { named, points } = reading
  if (length > 32) {
    sortMany(named.subarray(0, length), points)
    return
  }
  for (let at = 1; at < length; at += 1) {
    const place = named[at]!
    const given = points[at]!
    let to = at
    while (to > 0 && named[to - 1]! > place) {
      named[to] = named[to - 1]!
      if (withPoints) points[to] = points[to - 1]!
      to -= 1
    }
    named[to] = place
    if (withPoints) points[to] = given
  }
}

function sortMany(named: Uint32Array, points: Float64Array): void {
  const order = named.map((_, at) => at).sort((a, b) => named[a]! - named[b]!)
  const places = named.slice()
  const given = points.slice(0, named.length)
  order.forEach((from, to) => {
    named[to] = places[from]!
    points[to] = given[from]!
  })
}

function withWholePoints(ballots: Ballots): Ballots {
  const { points } = ballots
  if (points === null) return ballots
  let units = 10 ** POINT_DECIMALS
  const divides = (by: number): boolean => points.every((given) => given % by === 0)
  while (units > 1 && divides((10 ** POINT_DECIMALS * 10) / units)) units /= 10
  const by = 10 ** POINT_DECIMALS / units
  return { ...ballots, points: points.map((given) => given / by + 0), pointUnits: units }
}
