// The states in which Ravi acts for Asha, and in which that was suspended while he does.
import type { Id, PersonId } from '../../../src/basics/index.ts'
import type { Log } from '../../../src/log/index.ts'
import {
  beginActingFor,
  mayActFor,
  seeOwnProxies,
} from '../../../src/sharing/actions/see-proxies.ts'
import type { Granting } from '../../../src/sharing/domain/proxy/decisions.ts'
import { askProxy, grantProxy, suspendProxy } from '../../../src/sharing/index.ts'
import { done, type Town } from './town.ts'

export const proxyStates = (
  log: Log,
  { asha, ravi, sian, oakLane }: Town,
  more: Partial<Granting> = {},
): Readonly<Record<string, () => Promise<void>>> => {
  const decider = { by: sian, organisation: oakLane, roles: ['nurse'] }
  const acts = async (): Promise<Id> => {
    const asked = (await seeOwnProxies(log, asha))[0]?.access.id
    const access = asked ?? (await raviAsks(log, { asha, ravi, oakLane }))
    done(await grantProxy(log, { person: asha, access }, decider, { ...granting, ...more }))
    const own = { person: ravi, session: await sessionOf(log, ravi) }
    done(await beginActingFor(log, own, asha))
    return access
  }
  return {
    proxy: async () => void (await acts()),
    'proxy suspended': async () => {
      const access = await acts()
      const said = { why: 'not-safe', says: 'She is afraid of him' }
      done(await suspendProxy(log, { person: asha, access }, decider, said))
      if ((await mayActFor(log, ravi, asha)).sees) throw new Error('Ravi still acts for her')
    },
  }
}

const granting: Granting = {
  basis: 'best-interests',
  evidence: 'best-interests-note',
  tests: { necessary: 'She forgets', relevant: 'Only the record', safe: 'We asked both alone' },
  level: 'record',
  labels: [],
  letThrough: [],
  keptBack: [],
  until: null,
}

const raviAsks = async (
  log: Log,
  { asha, ravi, oakLane }: Pick<Town, 'asha' | 'ravi' | 'oakLane'>,
) =>
  done(
    await askProxy(log, {
      ...{ person: asha, proxy: ravi, organisation: oakLane, by: ravi },
      ...{ standing: 'family', level: 'record', why: 'She forgets', until: null },
    }),
  )

async function sessionOf(log: Log, person: PersonId): Promise<Id> {
  const [found] = await log.db.text<{ session: Id }>(
    'select session from identity.sessions where person = $1',
    [person],
  )
  if (found === undefined) throw new Error('Nobody signed in')
  return found.session
}
