// What a plan page costs: 40 goals and 10 years of versions, of Node and PostgreSQL together.
import { readFileSync } from 'node:fs'
import type { PersonId } from '../../src/basics/index.ts'
import { agreeTogether } from '../../src/care/actions/plan/agree-together.ts'
import { aProfessional, ownWriter, type Wish } from '../../src/care/actions/plan/change-plan.ts'
import { done, person as register } from '../../test/attacks/town.ts'
import { openWholeSite } from '../../test/attacks/whole-site.ts'
import { cpuOf, measured, middle } from './cpu.ts'
import type { Row } from './log.ts'

const GOALS = 40
/** Each quarter of ten years one goal after another is changed. */
const VERSIONS = 400
const fresh = { part: null, was: {}, remove: false, because: null } as const

export async function benchPlan(): Promise<readonly Row[]> {
  const site = await openWholeSite()
  const { log } = site
  const asha = await register(site, 'Asha Patel')
  const sian = await register(site, 'Sian Rees')
  await fill(site, asha, sian)
  const own = await site.visitorOf(asha)
  const ask = async (times: number) => {
    for (let time = 0; time < times; time += 1) await own.get('/plan')
  }
  await ask(150)
  const pid = await serverOf(log.db)
  const rounds: number[] = []
  for (let round = 0; round < 5; round += 1) {
    rounds.push((1000 * cpuOf(await measured(pid, () => ask(60)))) / 60)
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
}

/** The process that started the one which answers. */
async function serverOf(db: Site['log']['db']): Promise<number> {
  const [row] = await db.text<{ pid: number }>('select pg_backend_pid() as pid', [])
  const stat = readFileSync(`/proc/${row?.pid}/stat`, 'utf8')
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
}

type Site = Awaited<ReturnType<typeof openWholeSite>>

async function fill({ log }: Site, asha: PersonId, sian: PersonId): Promise<void> {
  const self = ownWriter(asha, 'Asha Patel')
  const nurse = aProfessional(sian, 'Sian Rees, Oak Lane Surgery')
  const logs = { proposed: log, agreed: log }
  const wishes = Array.from({ length: GOALS }, (_, at): Wish[] => [
    { ...fresh, kind: 'goal', under: null, set: { says: `Goal ${at}`, importance: 5 } },
    { ...fresh, kind: 'action', under: at * 2, set: { says: `Something for ${at}`, layer: 'me' } },
  ]).flat()
  const sitting = { person: asha, proposer: self, other: nurse, wishes, key: 'bench' }
  const parts = done(await agreeTogether(logs, sitting))
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
