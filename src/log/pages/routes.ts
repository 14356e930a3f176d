// What the log publishes for anyone who wants to check it: checkpoints and the keys they name.
import { isId, refuse } from '../../basics/index.ts'
import type { SigningKey } from '../../plumbing/index.ts'
import type { Route } from '../../web/index.ts'
import { proveFact } from '../actions/prove.ts'
import { readCheckpoint } from '../domain/checkpoint.ts'
import { refusals } from '../domain/refusals.ts'
import { checkpointsAfter, readCheckpoints } from '../store/checkpoints.ts'
import type { Log } from '../store/open-log.ts'

export type LogPages = {
  readonly log: Pick<Log, 'db'>
  keys(): Promise<readonly SigningKey[]>
}

/** A day has one: these are almost three years. */
const MOST = 1_000

export const routes = ({ log, keys }: LogPages): readonly Route[] => [
  {
    method: 'GET',
    path: '/check/proofs/:fact',
    access: 'person',
    says: 'The proof that one of your facts was recorded, as JSON',
    async handle({ visitor, params }) {
      const fact = params.fact
      const own = visitor.kind === 'person' && isId(fact)
      const proof = own ? await proveFact(log, await keys(), visitor.person, fact) : null
      if (proof === null) return { kind: 'refused', refusal: refuse(refusals.factUnknown).refusal }
      return json('proof.json', proof)
    },
  },
  {
    method: 'GET',
    path: '/check/checkpoints',
    access: 'anyone',
    says: 'Every signed checkpoint, oldest first, 1,000 at a time, with the address of the next',
    async handle({ query }) {
      const from = /^\d{1,7}$/.test(query.after ?? '') ? Number(query.after) : 0
      const found = await checkpointsAfter(log.db, from, MOST + 1)
      const checkpoints = found.slice(0, MOST)
      const next = found.length > MOST ? `/check/checkpoints?after=${from + MOST}` : null
      return json('checkpoints.json', { checkpoints, next })
    },
  },
  {
    method: 'GET',
    path: '/check/keys',
    access: 'anyone',
    says: 'The public keys that checkpoints name, in the order they came into use, as JSON',
    async handle() {
      const named = (await readCheckpoints(log.db)).flatMap(({ text }) => {
        const one = readCheckpoint(text)
        return one === null ? [] : [one.key, one.nextKey]
      })
      return json('keys.json', { algorithm: 'Ed25519', keys: [...new Set(named)] })
    },
  },
]

const json = (name: string, value: unknown) => ({
  kind: 'download' as const,
  name,
  type: 'application/json',
  body: `${JSON.stringify(value, null, 2)}\n`,
})
