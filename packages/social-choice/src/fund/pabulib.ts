// Pabulib files as documents, cell for cell: read, written, and made from a fund.
import { ok, type Result } from '../ground/result.ts'
import { amountText, type Fund } from './fund.ts'
import { type Row, readSections } from './pabulib-rows.ts'

export type PabulibTable = {
  readonly columns: readonly string[]
  /** One text for each column; the empty text where a cell is empty. */
  readonly rows: readonly (readonly string[])[]
}

export type PabulibDocument = {
  readonly meta: PabulibTable
  readonly projects: PabulibTable
  readonly votes: PabulibTable
}

/**
 * Reads every cell of a Pabulib file, in its order, without asking whether it can be counted
 * (`readFund` does that). Refusals begin with `pb-`.
 * @source Stolicki, Szufa, Talmon: Pabulib (arXiv 2012.06539), section 3
 */
export function readPabulib(bytes: Uint8Array): Result<PabulibDocument> {
  const empty = (): { columns: string[]; rows: string[][] } => ({ columns: [], rows: [] })
  const tables = { META: empty(), PROJECTS: empty(), VOTES: empty() }
  const refusal = readSections(bytes, {
    header(section, names) {
      tables[section].columns.push(...names)
      return null
    },
    row(section, row) {
      tables[section].rows.push(cellsOf(row, tables[section].columns.length))
      return null
    },
  })
  if (refusal !== null) return { ok: false, refusal }
  return ok({ meta: tables.META, projects: tables.PROJECTS, votes: tables.VOTES })
}

function cellsOf(row: Row, columns: number): string[] {
  const cells: string[] = []
  for (let cell = 0; cell < row.size; cell += 1) cells.push(row.text(cell))
  while (cells.length < columns) cells.push('')
  while (cells.length > columns && cells.at(-1) === '') cells.pop()
  return cells
}

/** The document as the text of a Pabulib file, UTF-8 with Unix line ends. */
export function writePabulib(document: PabulibDocument): string {
  const lines: string[] = []
  for (const [name, table] of [
    ['META', document.meta],
    ['PROJECTS', document.projects],
    ['VOTES', document.votes],
  ] as const) {
    lines.push(name)
    for (const row of [table.columns, ...table.rows]) lines.push(row.map(quoted).join(';'))
  }
  return `${lines.join('\n')}\n`
}

const quoted = (cell: string, at: number): string =>
  /[;"\r\n]|^\s|\s$/.test(cell) || (at === 0 && /^(meta|projects|votes)$/i.test(cell))
    ? `"${cell.replaceAll('"', '""')}"`
    : cell

/**
 * A fund as a document that anyone can count again. Voters are numbered in the order of their
 * ballots' content, so that nothing tells who they are.
 */
export function fundDocument(fund: Fund): PabulibDocument {
  const { ballots, decimals, projects } = fund
  const votes = projects.map(() => 0)
  const rows: string[][] = []
  ballots.weights.forEach((weight, ballot) => {
    const start = ballots.starts[ballot]!
    const end = ballots.starts[ballot + 1]!
    const named = [...ballots.projects.subarray(start, end)]
    for (const project of named) votes[project]! += weight
    const cells = [named.map((project) => projects[project]!.id).join(',')]
    if (ballots.points !== null) {
      const places = Math.round(Math.log10(ballots.pointUnits))
      const points = [...ballots.points.subarray(start, end)]
      cells.push(points.map((given) => amountText(BigInt(given), places)).join(','))
    }
    for (let person = 0; person < weight; person += 1) rows.push([`${rows.length + 1}`, ...cells])
  })
  return {
    meta: {
      columns: ['key', 'value'],
      rows: [
        ['description', fund.title],
        ['num_projects', `${projects.length}`],
        ['num_votes', `${ballots.voters}`],
        ['budget', amountText(fund.budget, decimals)],
        ['vote_type', fund.voteType],
        ['currency', fund.currency],
      ],
    },
    projects: {
      columns: ['project_id', 'cost', 'votes', 'name', 'category', 'area'],
      rows: projects.map(({ id, cost, name, categories, area }, project) => [
        id,
        amountText(cost, decimals),
        `${votes[project]}`,
        name,
        categories.join(','),
        area ?? '',
      ]),
    },
    votes: {
      columns: ['voter_id', 'vote', ...(ballots.points === null ? [] : ['points'])],
      rows,
    },
  }
}
