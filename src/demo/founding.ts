// How the town begins: its day and seed, its organisations, its named people, who is whose carer.
import { asDay, dayIn, LONDON, nhsNumberOf } from '../basics/index.ts'
import {
  acceptTie,
  giveRole,
  loadPerson,
  offerTie,
  recordDetails,
  registerOrganisation,
  registerPerson,
} from '../identity/index.ts'
import type { Log } from '../log/index.ts'
import { bonds, cast, type Townsperson } from './cast.ts'
import { fixedId, organisations as ids, people } from './names.ts'
import { done, type Founded, itself, nobody, remember, type Story, type Town } from './town.ts'

/**
 * The day and the seed that the town here was begun with; it begins today with this seed where
 * there was none. So it is the same town when it is added to on a later day.
 */
export const found = (log: Log, seed: string): Promise<Founded> =>
  remember(log, 'founded', { today: dayIn(LONDON, log.clock.now()), seed })

const organisations = [
  { id: ids.oakLane, name: 'Oak Lane Surgery', odsCode: 'Z99001', what: 'gp-practice' },
  { id: ids.riverside, name: 'Riverside Medical Centre', odsCode: 'Z99005', what: 'gp-practice' },
  { id: ids.stDavids, name: 'St David’s Practice', odsCode: 'Z99006', what: 'gp-practice' },
  { id: ids.pharmacy, name: 'Bridge Street Pharmacy', odsCode: 'Z99009', what: 'pharmacy' },
  { id: ids.hospital, name: 'Elm Street Hospital', odsCode: 'Z99002', what: 'nhs-trust' },
  {
    id: ids.communityTrust,
    name: 'Millbrook Community Health Trust',
    odsCode: 'Z99007',
    what: 'nhs-trust',
  },
  {
    id: ids.board,
    name: 'Millbrook Integrated Care Board',
    odsCode: 'Z99003',
    what: 'integrated-care-board',
  },
  { id: ids.council, name: 'Millbrook Council', odsCode: null, what: 'local-authority' },
  { id: ids.community, name: 'Mill Park Community', odsCode: null, what: 'charity' },
  { id: ids.patientGroup, name: 'Oak Lane Patient Group', odsCode: null, what: 'charity' },
] as const

const settled = asDay('2024-01-01')
// Long enough ago that everything told of the town comes after it.
const LONG_AGO = 400

export const organisationsBegin: Story = {
  name: 'organisations',
  async tell({ at }) {
    for (const { id, name, odsCode, what } of organisations) {
      const request = { actor: nobody, organisation: id, name, odsCode, what, from: settled }
      done(await registerOrganisation(at(LONG_AGO, '08:00'), request))
    }
  },
}

export const peopleAreKnown: Story = {
  name: 'people',
  async tell(town) {
    for (const one of cast) await makePerson(town, one)
    for (const { end, what, helper, helped } of bonds) {
      const tie = { tie: fixedId(end), what, helper: people[helper], helped: people[helped] }
      await makeTie(town, tie)
    }
  },
}

async function makePerson({ at, today }: Town, one: Townsperson): Promise<void> {
  const { person, name, born, number, role, gender, address } = one
  const actor = nobody
  const log = at(LONG_AGO, '09:00')
  const birthDate = asDay(typeof born === 'string' ? born : born(today))
  const nhsNumber = number === null ? null : nhsNumberOf(number)
  done(await registerPerson(log, { actor, person, name, birthDate, nhsNumber }))
  const contact = address === null ? {} : { contact: { address, email: null, phone: null } }
  const details = { gender, ...contact }
  const key = 'demonstration-details'
  done(await recordDetails(log, { actor, person, key, details }))
  if (role === null) return
  const given = {
    actor,
    person,
    key: 'demonstration-role',
    role: fixedId(`0f${person.slice(-4)}`),
    what: role.what,
    organisation: role.at,
    from: settled,
    until: null,
  }
  done(await giveRole(log, given))
}

type Bond = Pick<Parameters<typeof offerTie>[1], 'what' | 'helper' | 'helped'> & {
  readonly tie: ReturnType<typeof fixedId>
}

async function makeTie({ at }: Town, bond: Bond): Promise<void> {
  const { tie, helper, helped } = bond
  const log = at(LONG_AGO - 30, '11:00')
  const { state } = await loadPerson(log, log.db, helped)
  if (state.ties.some((one) => one.tie === tie)) return
  const offer = { ...bond, offeredBy: helper, from: settled, until: null }
  done(await offerTie(log, { actor: itself(helper), ...offer }))
  done(await acceptTie(log, { actor: itself(helped), by: helped, tie }))
}
