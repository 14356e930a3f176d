// What a plan page costs: 40 goals and 10 years of versions, of Node and PostgreSQL together.
import type { PersonId } from '../../src/basics/index.ts'
import { agreeTogether } from '../../src/care/actions/plan/agree-together.ts'
import { aProfessional, ownWriter, type Wish } from '../../src/care/actions/plan/change-plan.ts'
import type { Log } from '../../src/log/index.ts'
import { cpuOf, measured, middle } from './cpu.ts'
import { ask, openHouse, serve, signedIn } from './house.ts'
import type { Row } from './log.ts'

const GOALS = 40
/** Each quarter of ten years one goal after another is changed. */
const VERSIONS = 400
/** Pages asked for before any is measured, since a server in service is warm; and in a round. */
const WARMING = 1_000
const ROUND = 200
const fresh = { part: null, was: {}, remove: false, because: null } as const

export async function benchPlan(): Promise<readonly Row[]> {
  const house = await openHouse()
  const { log, pid } = house
  const app = await serve(log)
  try {
    const asha = await signedIn(log, 'Asha Patel')
    const sian = await signedIn(log, 'Sian Rees')
    await fill(log, asha.person, sian.person)
    await log.db.ownerPool.query('analyze')
    const asks = async (times: number) => {
      for (let time = 0; time < times; time += 1) await ask(app, '/plan', asha)
    }
    await asks(WARMING)
    const rounds: number[] = []
    for (let round = 0; round < 7; round += 1) {
      rounds.push((1000 * cpuOf(await measured(pid, () => asks(ROUND)))) / ROUND)
    }
    return [
      {
        name: `a plan of ${GOALS} goals after ${VERSIONS} versions`,
        value: Math.round(middle(rounds) * 100) / 100,
        unit: 'CPU ms a page',
        target: '≤ 3',
        note: 'Node and PostgreSQL, with the receipt',
      },
    ]
  } finally {
    await app.close()
    await house.close()
  }
}

async function fill(log: Log, asha: PersonId, sian: PersonId): Promise<void> {
  const self = ownWriter(asha, 'Asha Patel')
  const nurse = aProfessional(sian, 'Sian Rees, Oak Lane Surgery')
  const logs = { proposed: log, agreed: log }
  const wishes = Array.from({ length: GOALS }, (_, at): Wish[] => [
    { ...fresh, kind: 'goal', under: null, set: { says: `Goal ${at}`, importance: 5 } },
    { ...fresh, kind: 'action', under: at * 2, set: { says: `Something for ${at}`, layer: 'me' } },
  ]).flat()
  const sitting = { person: asha, proposer: self, other: nurse, wishes, key: 'bench' }
  const agreed = await agreeTogether(logs, sitting)
  if (!agreed.ok) throw new Error(agreed.refusal.code)
  const parts = agreed.value
  let was = { importance: 5 }
  for (let version = 0; version < VERSIONS; version += 1) {
    const part = parts[(version % GOALS) * 2]
    if (part === undefined) continue
    const set = { importance: 1 + (Math.floor(version / GOALS) % 10) }
    was = { importance: version < GOALS ? 5 : 1 + ((Math.floor(version / GOALS) - 1) % 10) }
    if (was.importance === set.importance) continue
    const wish = { ...fresh, part, kind: 'goal' as const, under: null, set, was }
    await agreeTogether(logs, { ...sitting, wishes: [wish], key: `bench ${version}` })
  }
}
