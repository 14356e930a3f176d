// The named people of the demonstration town, their organisations, roles and ties.
import {
  asDay,
  nhsNumberOf,
  type OrganisationId,
  type PersonId,
  type Result,
} from '../basics/index.ts'
import {
  acceptTie,
  type DemonstrationPerson,
  giveRole,
  loadPerson,
  offerTie,
  registerOrganisation,
  registerPerson,
} from '../identity/index.ts'
import type { Log } from '../log/index.ts'
import { tellLooks } from './looks.ts'
import { fixedId, organisations as organisationIds } from './names.ts'
import { fillRecords } from './records.ts'
import { tellStories } from './stories.ts'

type Role = { readonly what: string; readonly at: OrganisationId | null }
type Townsperson = DemonstrationPerson & {
  readonly born: string
  /** Nine digits from the range kept for testing; the tenth checks them. */
  readonly number: string | null
  readonly role: Role | null
}

const { oakLane, hospital, board, community } = organisationIds

const organisations = [
  { id: oakLane, name: 'Oak Lane Surgery', odsCode: 'Z99001', what: 'gp-practice' },
  { id: hospital, name: 'Elm Street Hospital', odsCode: 'Z99002', what: 'nhs-trust' },
  {
    id: board,
    name: 'Millbrook Integrated Care Board',
    odsCode: 'Z99003',
    what: 'integrated-care-board',
  },
  { id: community, name: 'Mill Park Community', odsCode: null, what: 'charity' },
] as const

function townsperson(
  end: string,
  name: string,
  born: string,
  number: string | null,
  role: Role | null,
  story: string,
): Townsperson {
  return { person: fixedId<'person'>(end), name, born, number, role, story }
}

const asha = townsperson(
  '0001',
  'Asha Patel',
  '1984-03-15',
  '999000001',
  null,
  'Lives with diabetes and finds loud rooms hard. She asked her surgery for a quiet place to wait.',
)
const ravi = townsperson(
  '0002',
  'Ravi Patel',
  '1958-07-02',
  '999000002',
  null,
  'Asha’s father. He cares for her when she is unwell, and she has agreed to that.',
)

const townspeople: readonly Townsperson[] = [
  asha,
  ravi,
  townsperson(
    '0003',
    'Gwen Lloyd',
    '1941-11-30',
    '999000003',
    null,
    'A retired teacher who lives alone and wants her letters in large print. She speaks Welsh.',
  ),
  townsperson(
    '0004',
    'Sian Rees',
    '1990-05-21',
    '999000004',
    { what: 'nurse', at: oakLane },
    'Diabetes nurse at Oak Lane Surgery. She promised Asha her results in plain words.',
  ),
  townsperson(
    '0005',
    'Dilys Morgan',
    '1971-09-09',
    '999000005',
    { what: 'practice-manager', at: oakLane },
    'Practice manager of Oak Lane Surgery. She sees what it promised, and what became of it.',
  ),
  townsperson(
    '0006',
    'Kofi Mensah',
    '1995-01-17',
    '999000006',
    { what: 'link-worker', at: community },
    'Link worker at Mill Park Community. Nothing was promised here yet, so you see how it begins.',
  ),
  townsperson(
    '0007',
    'Tom Okafor',
    '1968-12-04',
    '999000007',
    { what: 'commissioner', at: board },
    'Commissioner at the care board. Nothing was promised here yet, so you see how it begins.',
  ),
  townsperson(
    '0008',
    'Megan Hughes',
    '1979-06-26',
    '999000008',
    { what: 'complaints-manager', at: hospital },
    'Complaints manager of Elm Street Hospital. It has promises that are late or disputed.',
  ),
  townsperson(
    '0009',
    'Ola Nowak',
    '1986-02-11',
    null,
    { what: 'administrator', at: null },
    'Runs this site. She adds organisations and gives people their roles.',
  ),
]

/** Whom a visitor may be, in the order they are shown. */
export const demonstrationPeople: readonly DemonstrationPerson[] = townspeople.map(
  ({ person, name, story }) => ({ person, name, story }),
)

const nobody = { by: null, onBehalfOf: null }
const settled = asDay('2024-01-01')

/** Makes the town, or what of it is missing. Throws when a decision refuses it: a bug here. */
export async function makeDemonstrationTown(log: Log): Promise<void> {
  for (const { id, name, odsCode, what } of organisations) {
    const from = settled
    const request = { actor: nobody, organisation: id, name, odsCode, what, from }
    done(await registerOrganisation(log, request))
  }
  for (const one of townspeople) await makePerson(log, one)
  await makeCarer(log, ravi.person, asha.person)
  await tellStories(log)
  await fillRecords(log)
  await tellLooks(log)
}

async function makePerson(log: Log, one: Townsperson): Promise<void> {
  const { person, name, born, number, role } = one
  const nhsNumber = number === null ? null : nhsNumberOf(number)
  done(
    await registerPerson(log, { actor: nobody, person, name, birthDate: asDay(born), nhsNumber }),
  )
  if (role === null) return
  const given = {
    actor: nobody,
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

async function makeCarer(log: Log, helper: PersonId, helped: PersonId): Promise<void> {
  const tie = fixedId('0e01')
  const { state } = await loadPerson(log, log.db, helped)
  if (state.ties.some((one) => one.tie === tie)) return
  const offer = {
    tie,
    what: 'carer',
    helper,
    helped,
    offeredBy: helper,
    from: settled,
    until: null,
  }
  done(await offerTie(log, { actor: { by: helper, onBehalfOf: null }, ...offer }))
  done(await acceptTie(log, { actor: { by: helped, onBehalfOf: null }, by: helped, tie }))
}

function done<T>(result: Result<T>): T {
  if (result.ok) return result.value
  throw new Error(`The demonstration town was refused: ${result.refusal.code}`)
}
