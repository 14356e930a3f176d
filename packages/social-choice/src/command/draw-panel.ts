// The command that draws a panel from a pool by the fairest lottery.
import * as highsModule from 'highs'
import { checkLottery } from '../fairness/panel-certificate.ts'
import { checkPanelDocument } from '../fairness/panel-document-check.ts'
import { ok, type Result, refuse } from '../ground/result.ts'
import { type PanelTask, panelTask } from '../pool/panel-task.ts'
import { readPeople } from '../pool/people.ts'
import { readQuotas } from '../pool/quotas.ts'
import { replacementTask } from '../pool/replacement.ts'
import { panelDocument } from '../report/panel-document.ts'
import { panelText } from '../report/panel-text.ts'
import { fairestLottery, type PanelObjective } from '../rules/leximin-lottery.ts'
import { transparentLottery } from '../rules/transparent-lottery.ts'
import { commitmentTo, listingSeed } from '../rules/transparent-lottery-draw.ts'
import type { Command, CommandIo, ParsedArguments } from './command.ts'
import { readText } from './read-text.ts'

const help = `draw-panel --pool <csv> --features <csv> --size <n> --seed <hex> [options]

Draws a citizens' panel by lot: everybody's chance is as equal as the quotas
allow, the proof is checked, and one of 1,000 equally likely panels is drawn.

  --pool <csv>         the people: one column for each category, one line a person;
                       ids from the column id, person_id or nationbuilder_id,
                       else the people are numbered from 1
  --features <csv>     the quotas: category,feature,min,max and, if there are any,
                       min_flex,max_flex (how far a limit may be moved)
  --size <n>           how many people the panel has
  --seed <hex>         decides which panel of the list is drawn
  --commitment <hex>   the digest published before; the draw refuses another seed.
                       It is the SHA-256 of the seed's digits: printf %s SEED | sha256sum
  --objective <name>   leximin (unless told otherwise): the lowest chance as high as
                       can be, then the next lowest, and so on; or maximin: the lowest
  --id-column <name>   the column that holds the ids
  --staying <ids>      draw replacements: those who stay, with commas between them
  --gone <ids>         those who dropped out or may not be drawn
  --check <json>       check a document that --json printed, instead of drawing
  --json               one JSON document (schemas/draw-panel.schema.json)

If no panel keeps the quotas, the smallest change that would do is named.

Examples:
  draw-panel --pool pool.csv --features quotas.csv --size 24 --seed 5f3a09c1
  draw-panel --pool pool.csv --features quotas.csv --size 24 --check panel.json
`

/** Exit code 0 when drawn, 1 when inputs are refused or a check fails, 2 when called wrongly. */
export const drawPanelCommand: Command = {
  name: 'draw-panel',
  summary: 'Draw a citizens’ panel by the fairest lottery, with its proof',
  help,
  options: {
    pool: { type: 'string' },
    features: { type: 'string' },
    size: { type: 'string' },
    seed: { type: 'string' },
    commitment: { type: 'string' },
    objective: { type: 'string' },
    'id-column': { type: 'string' },
    staying: { type: 'string' },
    gone: { type: 'string' },
    check: { type: 'string' },
    json: { type: 'boolean' },
  },
  async run(args, io) {
    const call = readCall(args)
    if (!call.ok) return told(io, call, 2)
    const task = await readTask(call.value)
    if (!task.ok) return told(io, task, 1)
    const { check, seed } = call.value
    return check === undefined
      ? drawPanel(task.value, seed, call.value, io)
      : checkFile(task.value, check, io)
  },
}

type Call = {
  readonly pool: string
  readonly features: string
  readonly size: number
  readonly seed: string
  readonly objective: PanelObjective
  readonly idColumn: string | undefined
  readonly staying: readonly string[]
  readonly gone: readonly string[]
  readonly check: string | undefined
  readonly json: boolean
}

/** The package's types describe its CommonJS door; Node comes in by the other, a function. */
const loadHighs = highsModule.default as unknown as () => Promise<highsModule.Highs>

async function drawPanel(
  task: PanelTask,
  seed: string,
  { objective, json }: Call,
  io: CommandIo,
): Promise<number> {
  const highs = await loadHighs()
  const say = (part: number) => io.progress(Math.floor(part * 1000), 1000, 'Making panels')
  const lottery = fairestLottery(highs, task, objective, say)
  if (!lottery.ok) return told(io, lottery, 1)
  const check = checkLottery(task, lottery.value)
  if (!check.ok) return told(io, check, 1)
  const list = transparentLottery(task, lottery.value, listingSeed(task, objective))
  const document = panelDocument(task, lottery.value, check.value, list, seed)
  io.out(json ? `${JSON.stringify(document)}\n` : panelText(task, document))
  return 0
}

async function checkFile(task: PanelTask, path: string, io: CommandIo): Promise<number> {
  const text = await readText(path)
  if (!text.ok) return told(io, text, 1)
  const document = readJson(text.value)
  if (!document.ok) return told(io, document, 1)
  const check = checkPanelDocument(task, document.value)
  if (!check.ok) return told(io, check, 1)
  const { minimum, upperBound } = check.value
  io.out(
    `The document holds. The lowest chance is ${minimum}, ` +
      `and no lottery gives more than ${upperBound}.\n`,
  )
  return 0
}

function readJson(text: string): Result<unknown> {
  try {
    return ok(JSON.parse(text))
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return refuse('document-json', 'The document is not JSON', 'Name a file that --json printed')
  }
}

async function readTask(call: Call): Promise<Result<PanelTask>> {
  const features = await readText(call.features)
  if (!features.ok) return features
  const quotas = readQuotas(features.value)
  if (!quotas.ok) return inFile(call.features, quotas)
  const pool = await readText(call.pool)
  if (!pool.ok) return pool
  const people = readPeople(pool.value, quotas.value, call.idColumn)
  if (!people.ok) return inFile(call.pool, people)
  const task = panelTask(quotas.value, people.value, call.size)
  const replaces = call.staying.length + call.gone.length > 0
  return task.ok && replaces ? replacementTask(task.value, call.staying, call.gone) : task
}

function readCall({ positionals, values }: ParsedArguments): Result<Call> {
  const { pool, features, check, commitment } = values
  if (positionals.length > 0 || typeof pool !== 'string' || typeof features !== 'string') {
    return refuse(
      'call-files',
      'The command takes a pool and its features, each by its option',
      'Try: draw-panel --pool pool.csv --features quotas.csv --size 24 --seed 5f3a09c1',
    )
  }
  const size = String(values.size ?? '')
  if (!/^[1-9]\d{0,4}$/.test(size)) {
    return refuse('call-size', 'The size of the panel is not a number', 'Try --size 24')
  }
  const seed = typeof values.seed === 'string' ? values.seed.toLowerCase() : undefined
  const checks = typeof check === 'string'
  if (checks ? seed !== undefined : seed === undefined || !/^([0-9a-f]{2})+$/.test(seed)) {
    return refuse(
      'call-seed',
      checks
        ? 'A document that is checked has its own seed'
        : 'The seed is not an even number of hexadecimal digits',
      checks ? 'Leave out --seed' : 'State one such as --seed 5f3a09c1',
    )
  }
  const promised = typeof commitment === 'string' ? commitment.toLowerCase() : undefined
  if (promised !== undefined && seed !== undefined && promised !== commitmentTo(seed)) {
    return refuse(
      'call-commitment',
      'This is not the seed that was committed to',
      'Give the seed whose digest was published before',
    )
  }
  const objective = values.objective ?? 'leximin'
  if (objective !== 'leximin' && objective !== 'maximin') {
    return refuse('call-objective', 'There is no such objective', 'Choose leximin or maximin')
  }
  const idColumn = values['id-column']
  return ok({
    pool,
    features,
    size: Number(size),
    seed: seed ?? '',
    objective,
    idColumn: typeof idColumn === 'string' ? idColumn : undefined,
    staying: idsOf(values.staying),
    gone: idsOf(values.gone),
    check: checks ? check : undefined,
    json: values.json === true,
  })
}

const idsOf = (value: ParsedArguments['values'][string]): string[] =>
  typeof value === 'string'
    ? value
        .split(',')
        .map((id) => id.trim())
        .filter((id) => id !== '')
    : []

function told(io: CommandIo, refused: Result<unknown>, code: number): number {
  if (!refused.ok) io.err(`${refused.refusal.says}. ${refused.refusal.remedy}.\n`)
  return code
}

function inFile(path: string, result: Result<unknown>): Result<never> {
  if (result.ok) throw new Error('Only refusals have a file to blame')
  const { code, says, remedy, line } = result.refusal
  return refuse(code, `${path}: ${says}`, remedy, line)
}
