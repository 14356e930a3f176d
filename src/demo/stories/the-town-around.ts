// The town around the named people: its services, twenty groups, and those who work in them.
import type { Day, Id, OrganisationId } from '../../basics/index.ts'
import { asDay } from '../../basics/index.ts'
import { giveRole, registerMany, registerOrganisation } from '../../identity/index.ts'
import { actTogether } from '../../log/index.ts'
import { addPlace, linkTo } from '../../places/index.ts'
import { organisations, townId } from '../names.ts'
import { done, nobody, type Story, type Town } from '../town.ts'
import { workers } from '../workers.ts'

const from = '2024-01-01' as Day
const { oakLane, riverside, stDavids, hospital, communityTrust, council, pharmacy } = organisations

/** What the groups of the town are called, and what they do. */
const groups: readonly (readonly [name: string, does: string])[] = [
  ['Millbrook Carers', 'Carers’ café, Thursdays at two'],
  ['The Shed', 'Woodwork and company for men'],
  ['Singing for Breath', 'A choir for people with lung disease'],
  ['Memory Café', 'Tea, music and company for people with dementia'],
  ['Friday Friends', 'Evenings out for people with a learning disability'],
  ['Millbrook Deaf Club', 'Meets on Wednesdays, in British Sign Language'],
  ['Clwb Coffi Cymraeg', 'Coffee and talk in Welsh'],
  ['Millbrook Walkers', 'Short walks, every pace'],
  ['The Larder', 'Food bank and community kitchen'],
  ['Canal Allotments', 'Gardening together'],
  ['Stroke Club', 'For people after a stroke, and their families'],
  ['Empty Chair', 'Company after a death'],
  ['Youth Loft', 'A place for young people after school'],
  ['Chair Yoga', 'Moving gently, sitting down'],
  ['Repair Café', 'Mending things, last Saturday of the month'],
  ['Toy Library', 'Toys and company for small children'],
  ['English Together', 'Talking English over tea'],
  ['Millbrook Money Advice', 'Debts, benefits and forms'],
  ['Sugar Club', 'People with diabetes swap what works'],
  ['Gurdwara Kitchen', 'A meal for everybody, every day'],
]

const services: readonly (readonly [name: string, says: string, by: OrganisationId])[] = [
  ['riverside-practice', 'Appointments at Riverside Medical Centre', riverside],
  ['stdavids-practice', 'Appointments at St David’s Practice', stDavids],
  ['oak-lane-practice', 'Appointments at Oak Lane Surgery', oakLane],
  ['pharmacy-review', 'Medicines review at Bridge Street Pharmacy', pharmacy],
  ['chest-clinic', 'Chest clinic at Elm Street Hospital', hospital],
  ['memory-clinic', 'Memory clinic at Elm Street Hospital', hospital],
  ['endometriosis', 'Endometriosis clinic at Elm Street Hospital', hospital],
  ['emergency', 'Emergency department at Elm Street Hospital', hospital],
  ['breathing-course', 'Breathing course for people with COPD', communityTrust],
  ['district-nurses', 'District nurses', communityTrust],
  ['hearing-tests', 'Hearing tests', communityTrust],
  ['carers-assessment', 'Carers’ assessment', council],
  ['home-care', 'Care at home', council],
]

const conditions = ['COPD', 'Dementia', 'Asthma', 'Hearing loss', 'Learning disability'] as const

const meant: readonly (readonly [service: string, condition: (typeof conditions)[number]])[] = [
  ['chest-clinic', 'COPD'],
  ['breathing-course', 'COPD'],
  ['memory-clinic', 'Dementia'],
  ['hearing-tests', 'Hearing loss'],
]

export const theTownAround: Story = {
  name: 'the-town-around',
  async tell(town) {
    await addWorkers(town)
    const log = town.at(390)
    const area = townId('place-millbrook')
    const add = async (name: string, kind: string, shown: string) => {
      const place = townId(`place-${name}`)
      const adding = { actor: nobody, place, kind, name: shown, code: null, from }
      return done(await addPlace(log, adding))
    }
    const link = async (place: Id, to: Id, how: string) =>
      done(await linkTo(log, { actor: nobody, place, link: how, to, from }))
    for (const name of conditions) await add(`condition ${name}`, 'condition', name)
    for (const [name, says, by] of services) {
      const service = await add(name, 'service', says)
      await link(service, area, 'within')
      await link(service, by, 'provided-by')
    }
    for (const [service, condition] of meant) {
      await link(townId(`place-${service}`), townId(`place-condition ${condition}`), 'for')
    }
    for (const [name, does] of groups) {
      const organisation = townId<'organisation'>(`group ${name}`)
      const asked = { actor: nobody, organisation, name, odsCode: null, what: 'charity', from }
      done(await registerOrganisation(log, asked))
      const service = await add(`group ${name}`, 'service', `${name}: ${does}`)
      await link(service, area, 'within')
      await link(service, organisation, 'provided-by')
    }
  },
}

async function addWorkers({ at }: Town): Promise<void> {
  const log = at(395, '08:30')
  const all = Object.values(workers)
  const people = all.map(({ person, name, born, gender }) => {
    return { person, name, birthDate: asDay(born), nhsNumber: null, details: { gender } }
  })
  done(await actTogether(log, (tx) => registerMany(log, tx, nobody, people)))
  for (const { person, name, what, at: organisation } of all) {
    const role = townId(`role ${name}`)
    const given = { actor: nobody, person, key: 'demonstration-role', role, what, organisation }
    done(await giveRole(log, { ...given, from, until: null }))
  }
}
