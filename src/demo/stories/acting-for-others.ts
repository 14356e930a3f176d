// Who acts for whom in the demonstration town: a daughter, a mother, and a neighbour who may not.
import type { PersonId } from '../../basics/index.ts'
import { type Log, readHeads } from '../../log/index.ts'
import { recordItems } from '../../record/index.ts'
import {
  type Asker,
  answerProxy,
  askProxy,
  grantProxy,
  look,
  refuseProxy,
} from '../../sharing/index.ts'
import { organisations, people, townId } from '../names.ts'
import { done, type Story } from '../town.ts'

const { dilys, gwen, helen, jaden, joan, natalie, ravi } = people
const { oakLane } = organisations
const decider = { by: dilys, organisation: oakLane, roles: ['practice-manager'] }

type Request = {
  readonly name: string
  readonly person: PersonId
  readonly proxy: PersonId
  readonly by: PersonId
  readonly standing: string
  readonly why: string
}

const reach = { level: 'record', labels: [], letThrough: [], keptBack: [], until: null }

/** Joan asked her daughter; Jaden's mother acts until he is 16; a neighbour was refused. */
export const actingForOthers: Story = {
  name: 'acting-for-others',
  async tell({ at }) {
    const daughter = await ask(at(214), {
      name: 'joan',
      ...{ person: joan, proxy: helen, by: joan, standing: 'family' },
      why: 'I forget what the doctor says. Helen comes with me and writes it down.',
    })
    const key = (step: string) => `demonstration-proxy-${step}`
    done(await answerProxy(at(213), { ...daughter, key: key('joan-yes') }, helen, true))
    done(
      await grantProxy(at(210), { ...daughter, key: key('joan-granted') }, decider, {
        ...reach,
        basis: 'consent',
        evidence: 'said-here',
        tests: {
          necessary: 'Joan forgets her visits and her tablets, and says so herself',
          relevant: 'The record without what is marked; nothing else is needed',
          safe: 'Seen alone in the surgery: she wants it, and nobody presses her',
        },
      }),
    )
    await lookOnce(at(6, '18:40'), joan, helen)
    const son = await ask(at(160), {
      name: 'jaden',
      ...{ person: jaden, proxy: natalie, by: natalie, standing: 'parent' },
      why: 'To order his inhalers and keep his asthma plan',
    })
    done(
      await grantProxy(at(155), { ...son, key: key('jaden-granted') }, decider, {
        ...reach,
        basis: 'parental-responsibility',
        evidence: 'birth-certificate',
        tests: {
          necessary: 'He has asthma and his mother orders what he needs',
          relevant: 'What is marked as sensitive stays with him',
          safe: 'Jaden was asked alone and is content with it',
        },
      }),
    )
    const neighbour = await ask(at(30), {
      name: 'gwen',
      ...{ person: gwen, proxy: ravi, by: ravi, standing: 'friend' },
      why: 'She lives alone and I could look in on her',
    })
    const said = {
      reason: 'not-necessary',
      says: 'Gwen manages by herself and told us so. She would like a visit, not a reader.',
      tells: ['proxy' as const],
    }
    done(await refuseProxy(at(28), { ...neighbour, key: key('gwen-no') }, decider, said))
  },
}

async function ask(log: Log, { name, ...asked }: Request) {
  const access = townId(`proxy-${name}`)
  const key = `demonstration-proxy-${name}`
  done(
    await askProxy(log, {
      ...asked,
      access,
      key,
      organisation: oakLane,
      level: 'record',
      until: null,
    }),
  )
  return { person: asked.person, access }
}

/** Helen reads for her mother, and leaves the receipt of it; once, however often it is told. */
async function lookOnce(log: Log, person: PersonId, proxy: PersonId): Promise<void> {
  const visitor: Asker = {
    person: proxy,
    via: 'proxy',
    actsFor: person,
    organisation: null,
    roles: [],
  }
  const request = { person, visitor, purpose: 'own', act: 'read', where: '/people/record' } as const
  const page = { limit: 20, offset: 0 }
  const heads = await readHeads(log.db, person)
  if (heads.some(({ type }) => type === 'looks')) return
  done(
    await log.db.transaction((tx) =>
      look(log, tx, request, (leave, visible) => recordItems.read(leave, visible, page)),
    ),
  )
}
