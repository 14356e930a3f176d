// The command that counts an election from a ballot file.
import { writeFile } from 'node:fs/promises'
import type { Election } from '../election/ballots.ts'
import { countElection } from '../election/count-election.ts'
import { readElection } from '../election/read-election.ts'
import { type Count, electionRules, lotsOf } from '../election/stages.ts'
import { ok, type Result, refuse } from '../ground/result.ts'
import { electionSettlement } from '../proof/election-kind.ts'
import { commitElectorate, settle } from '../proof/settle.ts'
import { countAsJson } from '../report/election-json.ts'
import { electionPicture } from '../report/election-picture.ts'
import { electionSheet } from '../report/election-sheet.ts'
import { sheetAsText } from '../report/election-text.ts'
import { electionInWords } from '../report/election-words.ts'
import type { Command, CommandIo, ParsedArguments } from './command.ts'
import { readText, refuseFile } from './read-text.ts'

const help = `count-election <file> --rule <rule> [options]

Counts an election from a BLT file or a Scottish cast-vote CSV file, and shows
every stage as the official result sheet does.

  --rule <rule>        scottish-stv  Scottish councils (SSI 2007/42)
                       ers97         Electoral Reform Society rules of 1997
                       ni1985        Northern Ireland councils (SI 1985/454), the
                                     model for NHS foundation trust governors
                       meek-prf      Meek, by the PR Foundation's reference rule
                       fptp          first past the post
                       approval      one vote for everybody marked
  --seats <n>          places to fill, where not those of the file
  --withdrawn <list>   numbers of candidates who withdrew, such as 2,5
  --seed <hex>         for lots, published before the count. A lot is drawn only
                       where the rule asks for one. Without a seed it falls on
                       the first of those tied on the ballot paper, and says so.
  --show <form>        sheet (the table of stages, unless told otherwise), words
                       (to be read aloud), or picture (SVG, votes flowing)
  --json               one JSON document (schemas/count-election.schema.json)
  --proof <file>       also write a proof that anyone can recount; needs --seed
                       and --electorate
  --electorate <file>  who could vote: one line a person that tells nothing by
                       itself, such as a salted digest. Only its digest is kept.

Examples:
  count-election ward.blt --rule scottish-stv
  count-election governors.blt --rule ni1985 --seats 3 --seed 5f3a09c1 --json
  count-election ward.csv --rule scottish-stv --show words
`

/** Exit code 0 when counted, 1 when a file is refused, 2 when called wrongly. */
export const countElectionCommand: Command = {
  name: 'count-election',
  summary: 'Count an election by one of six rules, with every stage',
  help,
  options: {
    rule: { type: 'string' },
    seats: { type: 'string' },
    withdrawn: { type: 'string' },
    seed: { type: 'string' },
    show: { type: 'string' },
    json: { type: 'boolean' },
    proof: { type: 'string' },
    electorate: { type: 'string' },
  },
  async run(args, io) {
    const call = readCall(args)
    if (!call.ok) return told(io, call, 2)
    const { file, settings } = call.value
    const text = await readText(file)
    if (!text.ok) return told(io, text, 1)
    io.progress(1, 3, 'Reading the ballots')
    const election = readElection(text.value)
    if (!election.ok) return told(io, inFile(file, election), 1)
    io.progress(2, 3, 'Counting')
    const count = countElection(election.value, settings)
    io.progress(3, 3, 'Counting')
    if (!count.ok) return told(io, inFile(file, count), 1)
    const counted: Election = {
      ...election.value,
      seats: count.value.seats,
      withdrawn: mergeNumbers(election.value.withdrawn, settings.withdrawn),
    }
    if (call.value.proof !== null) {
      const written = await writeProof(counted, settings.rule, call.value.proof)
      if (!written.ok) return told(io, written, 1)
    }
    io.out(shown(counted, count.value, call.value))
    warnOfLots(count.value, settings.seed, io)
    return 0
  },
}

type Form = 'sheet' | 'words' | 'picture' | 'json'

type Proof = { readonly path: string; readonly electorate: string; readonly seed: string }

type Call = {
  readonly file: string
  readonly form: Form
  readonly proof: Proof | null
  readonly settings: {
    readonly rule: string
    readonly seats?: number
    readonly withdrawn: readonly number[]
    readonly seed: string | null
  }
}

function readCall({ positionals, values }: ParsedArguments): Result<Call> {
  const [file, ...others] = positionals
  if (file === undefined || others.length > 0) {
    return refuse(
      'call-file',
      `The command takes one ballot file, and ${positionals.length} were named`,
      'Name one: count-election ward.blt --rule scottish-stv',
    )
  }
  const rule = electionRules.find((name) => name === values.rule)
  if (rule === undefined) {
    return refuse(
      'call-rule',
      values.rule === undefined
        ? 'No rule was named'
        : `There is no rule for elections called "${String(values.rule)}"`,
      `Choose one with --rule: ${electionRules.join(', ')}`,
    )
  }
  const seats = values.seats === undefined ? null : wholeNumber(values.seats)
  if (values.seats !== undefined && seats === null) {
    return refuse('call-seats', `"${values.seats}" is not a number of seats`, 'Try --seats 3')
  }
  const withdrawn = values.withdrawn === undefined ? [] : numbersOf(String(values.withdrawn))
  if (withdrawn === null) {
    return refuse(
      'call-withdrawn',
      `"${values.withdrawn}" is not a list of candidates’ numbers`,
      'Give numbers with commas between them: --withdrawn 2,5',
    )
  }
  const seed = typeof values.seed === 'string' ? values.seed.toLowerCase() : null
  if (seed !== null && !/^([0-9a-f]{2})+$/.test(seed)) {
    return refuse(
      'call-seed',
      'The seed is not an even number of hexadecimal digits',
      'State one such as --seed 5f3a09c1',
    )
  }
  const form = formOf(values)
  if (!form.ok) return form
  const proof = proofOf(values, seed)
  if (!proof.ok) return proof
  return ok({
    file,
    form: form.value,
    proof: proof.value,
    settings: { rule, withdrawn, seed, ...(seats === null ? {} : { seats }) },
  })
}

function formOf({ json, show }: ParsedArguments['values']): Result<Form> {
  if (json === true && show === undefined) return ok('json')
  const form = (['sheet', 'words', 'picture'] as const).find((one) => one === (show ?? 'sheet'))
  if (form !== undefined && json !== true) return ok(form)
  return refuse(
    'call-form',
    json === true ? 'Both --json and --show were asked for' : `There is no form "${String(show)}"`,
    'Choose --json, or --show with sheet, words or picture',
  )
}

function proofOf(values: ParsedArguments['values'], seed: string | null): Result<Proof | null> {
  const { proof, electorate } = values
  if (proof === undefined && electorate === undefined) return ok(null)
  if (typeof proof === 'string' && typeof electorate === 'string' && seed !== null) {
    return ok({ path: proof, electorate, seed })
  }
  return refuse(
    'call-proof',
    'A proof needs a file to write, the electorate and a seed',
    'Give all three: --proof out.json --electorate voters.txt --seed 5f3a09c1',
  )
}

const wholeNumber = (value: unknown): number | null =>
  typeof value === 'string' && /^[1-9]\d{0,5}$/.test(value) ? Number(value) : null

function numbersOf(list: string): readonly number[] | null {
  const numbers = list.split(',').map((part) => wholeNumber(part.trim()))
  return numbers.every((number) => number !== null) ? numbers : null
}

const mergeNumbers = (some: readonly number[], others: readonly number[]): number[] =>
  [...new Set([...some, ...others])].sort((one, other) => one - other)

function shown(election: Election, count: Count, { form, settings }: Call): string {
  if (form === 'json') return `${JSON.stringify(countAsJson(count, settings.seed))}\n`
  if (form === 'words') return `${electionInWords(election, count, settings.seed).join('\n\n')}\n`
  if (form === 'picture') return `${electionPicture(election, count, 'count').svg}\n`
  return sheetAsText(electionSheet(election, count))
}

async function writeProof(election: Election, rule: string, proof: Proof): Promise<Result<null>> {
  const list = await readText(proof.electorate)
  if (!list.ok) return list
  const people = list.value.split(/\r?\n/).filter((line) => line.trim() !== '')
  const { rules, ballots } = electionSettlement(election, rule)
  const outcome = await settle(rules, commitElectorate(people), ballots, proof.seed)
  if (!outcome.ok) return outcome
  try {
    await writeFile(proof.path, outcome.value.proof)
    return ok(null)
  } catch (error) {
    return refuseFile(proof.path, error)
  }
}

function warnOfLots(count: Count, seed: string | null, io: CommandIo): void {
  const lots = lotsOf(count)
  if (lots.length === 0 || seed !== null) return
  const ties = lots.map(({ between }) => between.join(', ')).join('; ')
  io.err(
    `The rule asks for a lot between candidates ${ties}, and no seed was stated: the first on ` +
      'the ballot paper was taken. State a seed that was published before, with --seed.\n',
  )
}

function inFile(file: string, refused: Result<never>): Result<never> {
  if (refused.ok) return refused
  const { code, says, remedy, line } = refused.refusal
  return refuse(code, `${file}: ${says}`, remedy, line)
}

function told(io: CommandIo, refused: Result<unknown>, code: number): number {
  if (!refused.ok) io.err(`${refused.refusal.says}. ${refused.refusal.remedy}.\n`)
  return code
}
