// What a plan page costs: 40 goals and 10 years of versions, of Node and PostgreSQL together.
import type { PersonId } from '../../src/basics/index.ts'
import { agreeTogether } from '../../src/care/actions/plan/agree-together.ts'
import { aProfessional, ownWriter, type Wish } from '../../src/care/actions/plan/change-plan.ts'
import type { Log } from '../../src/log/index.ts'
import { type Asked, openAsker } from './asker.ts'
import { cpuOf, measured, middle } from './cpu.ts'
import { openHouse, serve, signedIn } from './house.ts'
import type { Row } from './log.ts'

const GOALS = 40
/** Each quarter of ten years one goal after another is changed. */
const VERSIONS = 400
/** So many read at once, each their own plan, as in a service at work. */
const OWNERS = 8
/** Rounds before those that count: a server in service is warm. */
const WARMING = 4
const ROUNDS = 7
/** How often a page is asked for in a round. */
const TIMES = 400
const fresh = { part: null, was: {}, remove: false, because: null } as const

export async function benchPlan(): Promise<readonly Row[]> {
  const house = await openHouse()
  const { log, pid } = house
  const app = await serve(log)
  const asker = await openAsker(app)
  try {
    const nurse = await signedIn(log, 'Sian Rees')
    const owners: Asked[] = []
    while (owners.length < OWNERS) {
      const who = await signedIn(log, 'Asha Patel')
      await fill(log, who.person, nurse.person)
      owners.push({ who, url: '/plan' })
    }
    await log.db.ownerPool.query('analyze')
    const asked = async (some: readonly Asked[]) => {
      const rounds: number[] = []
      for (let round = -WARMING; round < ROUNDS; round += 1) {
        const used = await measured(pid, () => asker.often(some, TIMES))
        if (round >= 0) rounds.push((1000 * cpuOf(used)) / TIMES)
      }
      return middle(rounds)
    }
    const value = await asked(owners)
    const alone = (await asked(owners.slice(0, 1))).toFixed(2)
    return [
      {
        name: `a plan of ${GOALS} goals after ${VERSIONS} versions, ${OWNERS} readers at once`,
        value,
        unit: 'CPU ms a page',
        target: '≤ 3',
        note: `the receipt included; ${alone} ms where one asks alone, who waits for the disk`,
      },
    ]
  } finally {
    await asker.close()
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
