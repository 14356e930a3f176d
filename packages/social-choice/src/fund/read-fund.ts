// Reads a fund from a Pabulib file for counting: who voted is forgotten, what was voted is kept.
import { type Decimal, inUnits, readDecimal } from '../ground/fraction.ts'
import { ok, type Refusal, type Result } from '../ground/result.ts'
import { type ByteKeys, byteKeys } from './byte-keys.ts'
import { compareIds, type Fund, type FundProject, type VoteType, voteTypes } from './fund.ts'
import { type Row, readSections, refusalAt } from './pabulib-rows.ts'
import { type BallotReader, missingColumn, readBallots, wrongSize } from './read-ballots.ts'

type ProjectRow = Omit<FundProject, 'cost'> & {
  readonly cost: Decimal
  /** How many votes the file says it has. */
  readonly votes: string
}

type Reading = {
  /** Bytes of the file. */
  readonly size: number
  readonly meta: Map<string, { value: string; line: number }>
  readonly projectKeys: ByteKeys
  readonly projects: ProjectRow[]
  projectColumns: readonly string[]
  ballots: BallotReader | null
  votes: number
}

/** Loads and payments are kept for each pair of projects. */
const MOST_PROJECTS = 4096
const AREA_COLUMNS = ['area', 'district', 'subunit', 'neighbourhood', 'neighborhood']

/**
 * Reads the bytes of a Pabulib file: any column order, Windows or Unix line ends, with or without
 * a byte order mark, quoted cells. Refusals begin with `pb-` and name the line to blame. A file
 * that does not hold as many projects or votes as it says it does is refused: it may be cut off.
 * @source Stolicki, Szufa, Talmon: Pabulib (arXiv 2012.06539), section 3
 */
export function readFund(bytes: Uint8Array): Result<Fund> {
  const reading: Reading = {
    size: bytes.length,
    meta: new Map(),
    projectKeys: byteKeys(),
    projects: [],
    projectColumns: [],
    ballots: null,
    votes: 0,
  }
  const refusal = readSections(bytes, {
    header(section, names, line) {
      if (section === 'META') return null
      if (section === 'VOTES') return startVotes(reading, names, line)
      reading.projectColumns = names
      const missing = ['project_id', 'cost'].find((name) => !names.includes(name))
      return missing === undefined ? null : missingColumn(missing, section, line)
    },
    row(section, row) {
      if (section === 'META') return readMeta(reading, row)
      if (section === 'PROJECTS') return readProject(reading, row)
      reading.votes += 1
      return (reading.ballots as BallotReader).row(row)
    },
  })
  return refusal === null ? fundOf(reading) : { ok: false, refusal }
}

function readMeta(reading: Reading, row: Row): Refusal | null {
  const key = row.text(0).toLowerCase()
  if (reading.meta.has(key) && needed.has(key)) {
    const says = `Line ${row.line} gives ${key} a second time`
    return refusalAt('pb-key-twice', says, `Keep one line that says ${key}`, row.line)
  }
  reading.meta.set(key, { value: row.size > 1 ? row.text(1) : '', line: row.line })
  return null
}

const needed = new Set(['budget', 'vote_type', 'num_projects', 'num_votes', 'default_score'])

function readProject(reading: Reading, row: Row): Refusal | null {
  const columns = reading.projectColumns
  const size = wrongSize(row, columns.length)
  if (size !== null) return size
  const cell = (name: string): string => {
    const at = columns.indexOf(name)
    return at < 0 ? '' : row.text(at)
  }
  const at = columns.indexOf('project_id')
  const id = row.text(at)
  if (id === '' || /[,"]/.test(id)) return badId(row.line)
  const number = reading.projects.length
  if (number === MOST_PROJECTS) {
    const says = `Line ${row.line} has project number ${MOST_PROJECTS + 1}`
    return refusalAt('pb-too-large', says, `Use at most ${MOST_PROJECTS} projects`, row.line)
  }
  if (reading.projectKeys.keep(row.bytes, row.starts[at]!, row.ends[at]!) >= 0) {
    const says = `Line ${row.line} gives the project ${id} a second time`
    return refusalAt('pb-id-twice', says, 'Give each project its own id', row.line)
  }
  const cost = readDecimal(cell('cost'))
  if (cost === null || cost.units < 0n) return badAmount('cost', cell('cost'), row.line)
  const areaColumn = AREA_COLUMNS.find((name) => columns.includes(name))
  reading.projects.push({
    id,
    cost,
    name: cell('name'),
    votes: cell('votes'),
    categories: cell('category')
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== ''),
    area: areaColumn === undefined ? null : cell(areaColumn) || null,
  })
  return null
}

const badId = (line: number): Refusal =>
  refusalAt(
    'pb-id',
    `The project on line ${line} has no id that a vote can name`,
    'Give it an id without commas and quotation marks',
    line,
  )

const badAmount = (what: string, text: string, line: number): Refusal =>
  refusalAt(
    'pb-amount',
    `The ${what} on line ${line} is ${text === '' ? 'empty' : `"${text.slice(0, 40)}"`}`,
    'Enter an amount of zero or more, like 1200 or 1200.50, of at most 15 digits',
    line,
  )

function startVotes(reading: Reading, names: readonly string[], line: number): Refusal | null {
  const told = reading.meta.get('vote_type')
  const voteType = voteTypes.find((type) => type === told?.value.toLowerCase())
  if (voteType === undefined) {
    const says =
      told === undefined
        ? 'The section META has no vote_type'
        : `Line ${told.line} gives the vote_type "${told.value.slice(0, 40)}"`
    return refusalAt('pb-vote-type', says, `Use one of ${voteTypes.join(', ')}`, told?.line)
  }
  const byId = reading.projects.map((_, number) => number)
  byId.sort((a, b) => compareIds(reading.projects[a]!.id, reading.projects[b]!.id))
  const places = new Uint32Array(byId.length)
  byId.forEach((number, place) => {
    places[number] = place
  })
  const expected = Math.min(Number(reading.meta.get('num_votes')?.value) || 0, reading.size / 16)
  reading.ballots = readBallots(voteType, reading.projectKeys, places, expected)
  return reading.ballots.header(names, line)
}

function fundOf(reading: Reading): Result<Fund> {
  const value = (key: string): string => reading.meta.get(key)?.value ?? ''
  const told = reading.meta.get('budget')
  const budget = readDecimal(value('budget'))
  if (told === undefined) {
    const remedy = 'Add a line that says budget; and the amount'
    return { ok: false, refusal: refusalAt('pb-no-budget', 'META has no budget', remedy) }
  }
  const refusal =
    budget === null || budget.units < 0n
      ? badAmount('budget', told.value, told.line)
      : (wrongCount(reading, 'num_projects', reading.projects.length) ??
        wrongCount(reading, 'num_votes', reading.votes) ??
        defaultScore(reading))
  if (refusal !== null || budget === null) return { ok: false, refusal: refusal as Refusal }
  const decimals = Math.max(budget.decimals, ...reading.projects.map(({ cost }) => cost.decimals))
  const rows = reading.projects.sort((a, b) => compareIds(a.id, b.id))
  const projects = rows.map(
    ({ id, name, cost, categories, area }): FundProject => ({
      ...{ id, name, categories, area },
      cost: inUnits(cost, decimals),
    }),
  )
  const ballots = (reading.ballots as BallotReader).ballots()
  return ok({
    title: value('description'),
    currency: value('currency'),
    budget: inUnits(budget, decimals),
    decimals,
    voteType: value('vote_type').toLowerCase() as VoteType,
    projects,
    ballots,
    notes: [...notesOnLength(value('max_length'), ballots), ...notesOnVotes(rows, ballots)],
  })
}

function wrongCount(reading: Reading, key: string, found: number): Refusal | null {
  const told = reading.meta.get(key)
  if (told === undefined || told.value === '' || Number(told.value) === found) return null
  return refusalAt(
    'pb-count',
    `Line ${told.line} says ${key} is ${told.value.slice(0, 40)} and the file has ${found}`,
    `Check that the file is whole; if it is, correct ${key}`,
    told.line,
  )
}

function defaultScore(reading: Reading): Refusal | null {
  const told = reading.meta.get('default_score')
  if (told === undefined || told.value === '' || Number(told.value) === 0) return null
  return refusalAt(
    'pb-default-score',
    `Line ${told.line} gives a default_score of ${told.value.slice(0, 40)}`,
    'Write every score into the votes and leave default_score out',
    told.line,
  )
}

function notesOnLength(maximum: string, ballots: Fund['ballots']): string[] {
  const most = readDecimal(maximum)
  if (most === null || most.decimals > 0) return []
  let long = 0
  ballots.weights.forEach((weight, ballot) => {
    if (ballots.starts[ballot + 1]! - ballots.starts[ballot]! > most.units) long += weight
  })
  if (long === 0) return []
  const who = long === 1 ? '1 ballot names' : `${long} ballots name`
  return [`${who} more projects than the ${maximum} that the file allows. They are counted`]
}

function notesOnVotes(rows: readonly ProjectRow[], ballots: Fund['ballots']): string[] {
  const counted = rows.map(() => 0)
  ballots.weights.forEach((weight, ballot) => {
    for (let at = ballots.starts[ballot]!; at < ballots.starts[ballot + 1]!; at += 1) {
      counted[ballots.projects[at]!]! += weight
    }
  })
  const wrong = rows.findIndex(({ votes }, at) => votes !== '' && Number(votes) !== counted[at])
  if (wrong < 0) return []
  const { id, votes } = rows[wrong]!
  const says = `The file says that ${id} has ${votes.slice(0, 20)} votes`
  return [`${says} and its ballots have ${counted[wrong]}. The ballots are counted`]
}
