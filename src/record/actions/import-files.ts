// Files imported from a terminal: an archive as a whole, FHIR files after a preview.
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { ok, type PersonId, type Result } from '../../basics/index.ts'
import { arrivingOf, registerPerson } from '../../identity/index.ts'
import { importStreams, type Log, readArchive } from '../../log/index.ts'
import { type CommandIo, inWords } from '../../plumbing/index.ts'
import { carryOutImport } from './carry-out-import.ts'
import { type NotRead, type Prepared, type Preparing, prepareFile } from './prepare-import.ts'
import { previewLines } from './say-preview.ts'

export type ImportRequest = {
  readonly files: readonly string[]
  readonly person: PersonId | null
  /** Nothing is asked. */
  readonly yes: boolean
  /** Also takes what can be read of a file of which something cannot. */
  readonly rest: boolean
  readonly json: boolean
}

const operator = { by: null, onBehalfOf: null }

/**
 * Imports, and says what became of it. An archive must be signed with one of the `trusted` keys.
 * 0 when everything was taken or was here already.
 */
export async function importFiles(
  log: Log,
  request: ImportRequest,
  trusted: readonly string[],
  io: CommandIo,
): Promise<number> {
  const archives: string[] = []
  const prepared: Prepared[] = []
  const how: Preparing = { named: request.person, newcomers: new Map(), by: 'command' }
  for (const path of request.files) {
    if (await isArchive(path)) archives.push(path)
    else prepared.push(await prepareFile(log, path, how))
  }
  const total = { added: 0, already: 0, refused: [...prepared.flatMap((one) => one.refused)] }
  for (const path of archives) {
    const done = await importArchive(log, path, trusted)
    if (done.ok) {
      total.added += done.value.added
      total.already += done.value.already
    } else total.refused.push({ file: path, entry: null, refusal: done.refusal })
  }
  for (const line of request.json ? [] : prepared.flatMap(previewLines)) io.out(line)
  const chosen = await choose(prepared, request, io)
  for (const one of chosen) {
    const done = await commit(log, one, io)
    if (done.ok) {
      total.added += done.value.added
      total.already += done.value.already
    } else total.refused.push({ file: one.file, entry: null, refusal: done.refusal })
  }
  total.already += prepared.reduce((sum, { already }) => sum + already, 0)
  sayTotal(total, request.json, io)
  return total.refused.length === 0 ? 0 : 1
}

/** FHIR files are JSON and begin so; everything else can only be an archive. */
async function isArchive(path: string): Promise<boolean> {
  if (/\.(?:json|ndjson|jsonl)$/i.test(path)) return false
  const file = await open(path).catch(() => null)
  if (file === null) return false
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(512), 0, 512, 0)
    return !/^(?:\ufeff)?\s*[{[]/.test(buffer.toString('utf8', 0, bytesRead))
  } catch {
    return false
  } finally {
    await file.close()
  }
}

async function importArchive(
  log: Log,
  path: string,
  trusted: readonly string[],
): Promise<Result<{ added: number; already: number }>> {
  const archive = await readArchive(() => createReadStream(path))
  if (!archive.ok) return archive
  const { owner, key } = archive.value.manifest
  const arriving = arrivingOf(log, owner as PersonId, key)
  return importStreams(log, archive.value, trusted, arriving)
}

/**
 * The files to take: good ones; the rest of the others, and those that may be about another
 * person, only when that was chosen. Who names the person and asks for no questions has chosen.
 */
async function choose(
  prepared: readonly Prepared[],
  request: ImportRequest,
  io: CommandIo,
): Promise<readonly Prepared[]> {
  const full = prepared.filter(({ fresh }) => fresh.length > 0)
  const sure = full.filter((one) => request.yes || !isDoubted(one))
  const doubted = full.filter((one) => !sure.includes(one))
  const good = sure.filter(({ refused }) => refused.length === 0)
  const faulty = sure.filter(({ refused }) => refused.length > 0)
  const chosen = [...(await chosenOf(good, request.yes, 'Import', io))]
  const rest = request.rest || !request.yes
  if (rest) chosen.push(...(await chosenOf(faulty, request.rest, 'Import the rest:', io)))
  for (const one of doubted) {
    chosen.push(...(await chosenOf([one], false, 'It may be about another person. Import', io)))
  }
  return chosen
}

const isDoubted = ({ about }: Prepared): boolean => (about?.doubts.length ?? 0) > 0

async function chosenOf(
  files: readonly Prepared[],
  yes: boolean,
  what: string,
  io: CommandIo,
): Promise<readonly Prepared[]> {
  if (files.length === 0 || yes) return files
  const count = files.reduce((sum, { fresh }) => sum + fresh.length, 0)
  const named =
    files.length > 3 ? `${files.length} files` : files.map(({ file }) => file).join(', ')
  io.err(`${what} ${count} ${count === 1 ? 'entry' : 'entries'} of ${named}? Write yes or no.`)
  const answer = (await io.answer?.()) ?? ''
  return /^y(?:es)?$/i.test(answer.trim()) ? files : []
}

async function commit(
  log: Log,
  one: Prepared,
  io: CommandIo,
): Promise<Result<{ added: number; already: number }>> {
  const { person, newcomer, fresh, file, digest, batch, already, refused } = one
  if (person === null) return ok({ added: 0, already: 0 })
  if (newcomer !== null) {
    const known = await registerPerson(log, { actor: operator, person, ...newcomer })
    if (!known.ok) return known
  }
  const made = {
    file,
    digest,
    fresh: fresh.length,
    already,
    leftOut: refused.length,
    doubted: isDoubted(one),
    shownAs: 'Whoever runs this site',
  }
  const progress = (done: number) => io.progress(done, fresh.length, file)
  return carryOutImport(log, { actor: operator, person, batch, made }, fresh, progress)
}

const inOneLine = ({ file, entry, refusal }: NotRead): string =>
  `${entry === null ? file : `${file}, ${entry}`}: ${inWords(refusal)}`

function sayTotal(
  total: { added: number; already: number; refused: readonly NotRead[] },
  json: boolean,
  io: CommandIo,
): void {
  const { added, already, refused } = total
  if (json) {
    const said = refused.map(({ file, entry, refusal }) => {
      return { file, entry, code: refusal.code, says: inWords(refusal) }
    })
    io.out(JSON.stringify({ added, already, refused: said }))
    return
  }
  for (const one of refused) io.err(inOneLine(one))
  io.out(`${added} were added; ${already} were here already; ${refused.length} were not read.`)
}
