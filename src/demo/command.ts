// The command that makes the demonstration town, or adds people to it.
import type { Log } from '../log/index.ts'
import { type Command, type CommandIo, inWords, type ParsedArguments } from '../plumbing/index.ts'
import { makeTown, townWanted } from './make-town.ts'
import type { Follow } from './town.ts'

/** Opens the installation for the work, and closes it. */
export type OnInstallation = (
  io: CommandIo,
  work: (log: Log, follow: Follow) => Promise<number>,
) => Promise<number>

const textOf = ({ values }: ParsedArguments, name: string): string | null => {
  const value = values[name]
  return typeof value === 'string' ? value : null
}

export const demoCommand = (onInstallation: OnInstallation): Command => ({
  name: 'demo',
  most: 0,
  summary: 'make the demonstration town, or add people to it',
  help: `coproduce demo [--people <number>] [--seed <number>]

Makes the demonstration town on the database that DATA_DIR or DATABASE_URL names: the named people
with their stories, and neighbours with their records until there are as many as --people says
(300). For one seed (1) and one day it is the same town to the last digit. Run again it adds what
is missing: nothing, or the neighbours that a larger number wants. Everybody in it is made up; a
database that holds real people is refused.

  coproduce demo --people 1000 --seed 7`,
  options: { people: { type: 'string' }, seed: { type: 'string' } },
  async run(args, io) {
    const wanted = townWanted(textOf(args, 'people'), textOf(args, 'seed'))
    if (!wanted.ok) {
      io.err(inWords(wanted.refusal))
      return 2
    }
    return onInstallation(io, async (log, follow) => {
      const progress = (done: number, total: number) => io.progress(done, total, 'Neighbours')
      const made = await makeTown(log, wanted.value, follow, progress)
      if (!made.ok) {
        io.err(inWords(made.refusal))
        return 1
      }
      const { people, entries, seed } = made.value
      if (people === 0) io.out('The town is there already, with as many people or more.')
      else io.out(`${people} neighbours and ${entries} entries came to the town of seed ${seed}.`)
      return 0
    })
  },
})
