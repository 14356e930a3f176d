// The command that draws an opinion map from a file of votes.
import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { createGunzip } from 'node:zlib'
import { ok, type Result, refuse } from '../ground/result.ts'
import { isSeed, mapOpinions, refuseSeed } from '../opinion/opinion-map.ts'
import { readStatements, type StatementTexts } from '../opinion/read-statements.ts'
import { voteReader } from '../opinion/read-votes.ts'
import type { VoteMatrix } from '../opinion/vote-matrix.ts'
import { opinionReport } from '../report/opinion-report.ts'
import { opinionPage } from '../report/opinion-table.ts'
import { opinionText } from '../report/opinion-text.ts'
import type { Command, CommandIo } from './command.ts'

const help = `map-opinion --votes <csv> [--statements <csv>] [--seed <hex>] [--json | --html]

Gathers people who answer alike into groups and says what each group holds that
others do not, what all groups hold, what divides them, and on which statement
one more vote would tell most.

  --votes <csv>        votes.csv: timestamp, comment-id, voter-id, vote (1 agree,
                       0 pass, -1 disagree), or participants-votes.csv: one line
                       a person, one column a statement. May be gzipped.
  --statements <csv>   comments.csv: comment-id, comment-body, moderated. Gives
                       the words; those with moderated -1 are left out of the map.
  --seed <hex>         the same votes and seed give the same map; 00 unless told
  --json               one JSON document (schemas/map-opinion.schema.json)
  --html               one page with the map as a picture and as tables

Examples:
  map-opinion --votes votes.csv --statements comments.csv
  map-opinion --votes votes.csv --seed 2026c0de --json > map.json
`

/** Exit code 0 when the map is drawn, 1 when a file is refused, 2 when called wrongly. */
export const mapOpinionCommand: Command = {
  name: 'map-opinion',
  summary: 'Draw an opinion map: groups, what each holds, what all hold, what divides',
  help,
  options: {
    votes: { type: 'string' },
    statements: { type: 'string' },
    seed: { type: 'string', default: '00' },
    json: { type: 'boolean', default: false },
    html: { type: 'boolean', default: false },
  },
  run: async ({ values, positionals }, io) => {
    const { votes, statements, json, html } = values
    const seed = values.seed ?? '00'
    const wrongly = wrongCall(positionals, votes, json === true && html === true)
    if (wrongly !== null) return told(io, wrongly, 2)
    if (typeof seed !== 'string' || !isSeed(seed)) return told(io, refuseSeed(String(seed)), 2)
    const matrix = await votesIn(String(votes), io)
    if (!matrix.ok) return told(io, matrix, 1)
    const texts = typeof statements === 'string' ? await statementsIn(statements) : ok(noTexts)
    if (!texts.ok) return told(io, texts, 1)
    const map = mapOpinions(matrix.value, { seed, leftOut: texts.value.leftOut })
    if (!map.ok) return told(io, map, 1)
    const report = opinionReport(map.value)
    if (json === true) io.out(`${JSON.stringify(report)}\n`)
    else if (html === true) io.out(opinionPage(map.value, report, texts.value.texts))
    else io.out(opinionText(report, texts.value.texts))
    return 0
  },
}

const noTexts: StatementTexts = { texts: new Map(), leftOut: new Set() }

function wrongCall(
  positionals: readonly string[],
  votes: unknown,
  both: boolean,
): Result<never> | null {
  if (typeof votes !== 'string' || votes === '') {
    return refuse(
      'votes-not-named',
      'The file of votes is not named',
      'Name it: map-opinion --votes votes.csv',
    )
  }
  if (positionals.length > 0) {
    return refuse(
      'argument-unknown',
      `“${positionals[0]}” is not an option of map-opinion`,
      'Name files by --votes and --statements',
    )
  }
  if (!both) return null
  return refuse('two-forms', 'Both --json and --html were asked for', 'Choose one of them')
}

function told(io: CommandIo, refused: Result<unknown>, code: number): number {
  if (!refused.ok) io.err(`${refused.refusal.says}. ${refused.refusal.remedy}.\n`)
  return code
}

async function votesIn(path: string, io: CommandIo): Promise<Result<VoteMatrix>> {
  const reader = voteReader()
  const read = await readPieces(path, io, reader.push)
  return read.ok ? reader.end() : inFile(path, read)
}

async function statementsIn(path: string): Promise<Result<StatementTexts>> {
  const pieces: string[] = []
  const silent: CommandIo = { out: () => {}, err: () => {}, progress: () => {} }
  const read = await readPieces(path, silent, (text) => {
    pieces.push(text)
    return ok(null)
  })
  return inFile(path, read.ok ? readStatements(pieces.join('')) : read)
}

function inFile<T>(path: string, result: Result<T>): Result<T> {
  if (result.ok || result.refusal.line === undefined) return result
  const { code, says, remedy, line } = result.refusal
  return refuse(code, `${path}: ${says}`, remedy, line)
}

/** Gives the text of a file piece by piece, gunzipped if it is gzipped. */
async function readPieces(
  path: string,
  io: CommandIo,
  take: (text: string) => Result<null>,
): Promise<Result<null>> {
  try {
    const { size } = await stat(path)
    const raw = createReadStream(path, { highWaterMark: 1 << 20 })
    const bytes = (await isGzipped(path)) ? raw.pipe(createGunzip()) : raw
    raw.on('error', (error) => bytes.destroy(error))
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
    for await (const piece of bytes) {
      const taken = take(decoder.decode(piece, { stream: true }))
      io.progress(raw.bytesRead, size, 'Reading votes')
      if (!taken.ok) {
        raw.destroy()
        return taken
      }
    }
    return take(decoder.decode())
  } catch (error) {
    return unreadable(path, error)
  }
}

async function isGzipped(path: string): Promise<boolean> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(new Uint8Array(2), 0, 2, 0)
    return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b
  } finally {
    await file.close()
  }
}

function unreadable(path: string, error: unknown): Result<never> {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'ENOENT') {
    return refuse('file-not-found', `There is no file ${path}`, 'Check the name and the folder')
  }
  if (code === 'EISDIR') {
    return refuse('file-is-folder', `${path} is a folder`, 'Name a file inside it')
  }
  if (code === 'EACCES' || code === 'EPERM') {
    return refuse('file-closed', `${path} may not be read`, 'Ask its owner to let you read it')
  }
  if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') {
    return refuse('file-not-text', `${path} is not text in UTF-8`, 'Save it as UTF-8')
  }
  const why = error instanceof Error ? error.message : String(error)
  return refuse('file-unreadable', `${path} could not be read (${why})`, 'Check the file')
}
