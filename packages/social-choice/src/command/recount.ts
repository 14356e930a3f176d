// The command that counts a published proof file again.
import { recount } from '../proof/settle.ts'
import type { Command, CommandIo } from './command.ts'
import { readText } from './read-text.ts'

const help = `recount <proof file> [--json]

Settles a published decision again, from nothing but its proof file: the rules,
the ballots and the seed that are in it. Says whether every byte comes out the
same, and if not, where the first difference is. The page recount.html does the
same in a browser, with the same code.

  --json   one JSON document (schemas/recount.schema.json)

Example:
  recount governors-2026.proof.json
`

/** Exit code 0 when the proof holds, 1 when it does not or is unreadable, 2 when called wrongly. */
export const recountCommand: Command = {
  name: 'recount',
  summary: 'Check a published outcome by settling its proof file again',
  help,
  options: { json: { type: 'boolean' } },
  async run({ positionals, values }, io) {
    const [file, ...others] = positionals
    if (file === undefined || others.length > 0) {
      say(
        io,
        `The command takes one proof file, and ${positionals.length} were named`,
        'Name one: recount outcome.proof.json',
      )
      return 2
    }
    const text = await readText(file)
    if (!text.ok) {
      say(io, text.refusal.says, text.refusal.remedy)
      return 1
    }
    io.progress(0, 1, 'Settling it again')
    const again = await recount(text.value)
    io.progress(1, 1, 'Settling it again')
    if (!again.ok) {
      say(io, `${file}: ${again.refusal.says}`, again.refusal.remedy)
      return 1
    }
    const { kind, result, digest, electorate, seedDigest, told } = again.value
    if (values.json === true) {
      const document = { holds: true, kind, digest, electorate, seedDigest, result }
      io.out(`${JSON.stringify(document)}\n`)
      return 0
    }
    const lines = [
      'The outcome holds: counted again, every byte is the same.',
      ...told,
      `Electorate: ${electorate.people} people, ${electorate.digest}`,
      `Digest of the seed: ${seedDigest}`,
      `Digest of the proof: ${digest}`,
    ]
    io.out(`${lines.join('\n')}\n`)
    return 0
  },
}

function say(io: CommandIo, says: string, remedy: string): void {
  io.err(`${says}. ${remedy}.\n`)
}
