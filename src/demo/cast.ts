// The named people of the demonstration town: who they are, and what can be seen as each of them.
import { addDays, addMonths, type Day, type OrganisationId } from '../basics/index.ts'
import type { DemonstrationGroup, DemonstrationPerson } from '../identity/index.ts'
import { organisations, people } from './names.ts'

export type Role = { readonly what: string; readonly at: OrganisationId | null }

type Spoken = {
  readonly name: string
  /** Where an age is part of the story it follows from the day the town was made. */
  readonly born: string | ((today: Day) => string)
  readonly gender: 'female' | 'male'
  /** Nine digits from the range kept for testing; the tenth checks them. */
  readonly number: string | null
  readonly address: string | null
  readonly role: Role | null
  readonly story: string
}

export type Townsperson = DemonstrationPerson & Spoken

/** So many years old, and some months. */
const aged =
  (years: number, months = 5) =>
  (today: Day): string =>
    addDays(addMonths(today, -12 * years - months), 9)

/** Turns so many years old in so many days. */
const turning =
  (years: number, days: number) =>
  (today: Day): string =>
    addMonths(addDays(today, days), -12 * years)

const { oakLane, hospital, board, community, council, pharmacy, patientGroup } = organisations

const self = { role: null } as const
/** Where people at work live is nobody's concern here. */
const atWork = (what: string, at: OrganisationId | null) =>
  ({ role: { what, at }, address: null }) as const

const inGroup = (
  group: DemonstrationGroup,
  spoken: Partial<Record<keyof typeof people, Spoken>>,
): Townsperson[] =>
  Object.entries(spoken).map(([who, one]) => {
    return { ...one, group, person: people[who as keyof typeof people] }
  })

const peopleThemselves = inGroup('people', {
  asha: {
    ...self,
    name: 'Asha Patel',
    born: '1984-03-15',
    gender: 'female',
    number: '999000001',
    address: '7 Willow Court, Millbrook',
    story: 'Lives with diabetes and finds loud rooms hard. She asked for a quiet place to wait.',
  },
  gwen: {
    ...self,
    name: 'Gwen Lloyd',
    born: '1941-11-30',
    gender: 'female',
    number: '999000003',
    address: '22 Chapel Row, Millbrook',
    story:
      'A retired teacher who lives alone and wants her letters in large print. She speaks Welsh.',
  },
  marcus: {
    ...self,
    name: 'Marcus Bennett',
    born: aged(46),
    gender: 'male',
    number: '999000010',
    address: '3 Foundry Street, Millbrook',
    story: 'Was told three weeks ago that he has diabetes. He drives a bus and has many questions.',
  },
  joan: {
    ...self,
    name: 'Joan Whitaker',
    born: aged(81),
    gender: 'female',
    number: '999000012',
    address: '14 Orchard Close, Millbrook',
    story: 'Lives with dementia in her own home. Her daughter Helen helps her, as Joan asked.',
  },
  jaden: {
    ...self,
    name: 'Jaden Clarke',
    born: turning(16, 40),
    gender: 'male',
    number: '999000013',
    address: '51 Station Road, Millbrook',
    story: 'Turns 16 soon, and has asthma. From then on he decides who sees his record.',
  },
  daniel: {
    ...self,
    name: 'Daniel Price',
    born: aged(29),
    gender: 'male',
    number: '999000015',
    address: 'Flat 2, Beech House, Millbrook',
    story: 'Has a learning disability and a part-time job. He needs what is written in easy read.',
  },
  leah: {
    ...self,
    name: 'Leah Goldberg',
    born: aged(34),
    gender: 'female',
    number: '999000016',
    address: '9 Mill Lane, Millbrook',
    story:
      'Deaf, and signs. Nobody booked an interpreter for her last visit, and it was called off.',
  },
  arthur: {
    ...self,
    name: 'Arthur Bell',
    born: aged(83),
    gender: 'male',
    number: '999000017',
    address: '1 Canal Side, Millbrook',
    story: 'A joiner of 83 with COPD, a disease of the lungs. He keeps a rescue pack at home.',
  },
  grace: {
    ...self,
    name: 'Grace Thompson',
    born: aged(58),
    gender: 'female',
    number: '999000018',
    address: '30 Park View, Millbrook',
    story: 'Her record says that she has epilepsy. She never had: it belongs to somebody else.',
  },
})

const carers = inGroup('carers', {
  ravi: {
    ...self,
    name: 'Ravi Patel',
    born: '1958-07-02',
    gender: 'male',
    number: '999000002',
    address: '40 Willow Court, Millbrook',
    story: 'Asha’s father. He cares for her when she is unwell, and she has agreed to that.',
  },
  helen: {
    ...self,
    name: 'Helen Whitaker',
    born: aged(52),
    gender: 'female',
    number: '999000011',
    address: '8 Orchard Close, Millbrook',
    story: 'Cares for her mother Joan, who has dementia, beside a job and a family of her own.',
  },
  natalie: {
    ...self,
    name: 'Natalie Clarke',
    born: aged(41),
    gender: 'female',
    number: '999000022',
    address: '51 Station Road, Millbrook',
    story: 'Jaden’s mother. She has looked after his asthma, and what she sees is about to change.',
  },
})

const staff = inGroup('staff', {
  farah: {
    ...atWork('doctor', oakLane),
    name: 'Farah Siddiqui',
    born: '1977-04-18',
    gender: 'female',
    number: '999000019',
    story: 'A doctor at Oak Lane Surgery. She sees what people have shared with her, and no more.',
  },
  sian: {
    ...atWork('nurse', oakLane),
    name: 'Sian Rees',
    born: '1990-05-21',
    gender: 'female',
    number: '999000004',
    story: 'Diabetes nurse at Oak Lane Surgery. She promised Asha her results in plain words.',
  },
  owen: {
    ...atWork('pharmacist', pharmacy),
    name: 'Owen Davies',
    born: '1983-10-03',
    gender: 'male',
    number: '999000020',
    story: 'Pharmacist at Bridge Street. He goes through people’s medicines with them each year.',
  },
  kofi: {
    ...atWork('link-worker', community),
    name: 'Kofi Mensah',
    born: '1995-01-17',
    gender: 'male',
    number: '999000006',
    story:
      'Link worker at Mill Park Community. He finds people company, and writes down what he hears.',
  },
  dilys: {
    ...atWork('practice-manager', oakLane),
    name: 'Dilys Morgan',
    born: '1971-09-09',
    gender: 'female',
    number: '999000005',
    story:
      'Practice manager of Oak Lane Surgery. She sees what it promised, and what became of it.',
  },
})

const publicBodies = inGroup('public-bodies', {
  beryl: {
    ...atWork('facilitator', patientGroup),
    name: 'Beryl Cartwright',
    born: aged(69),
    gender: 'female',
    number: '999000021',
    story:
      'Chairs the patient group of Oak Lane. She holds the surgery to what it said it would do.',
  },
  tom: {
    ...atWork('commissioner', board),
    name: 'Tom Okafor',
    born: '1968-12-04',
    gender: 'male',
    number: '999000007',
    story:
      'Commissioner at the care board. He owes the patient group an answer about hearing tests.',
  },
  megan: {
    ...atWork('complaints-manager', hospital),
    name: 'Megan Hughes',
    born: '1979-06-26',
    gender: 'female',
    number: '999000008',
    story: 'Complaints manager of Elm Street Hospital. It has promises that are late or disputed.',
  },
  mo: {
    ...atWork('moderator', null),
    name: 'Mo Rahman',
    born: '1977-04-08',
    gender: 'male',
    number: null,
    story: 'Reads stories before anybody else may. He has read one that needs a second person.',
  },
  nia: {
    ...atWork('moderator', null),
    name: 'Nia Pritchard',
    born: '1988-10-19',
    gender: 'female',
    number: null,
    story: 'Reads stories as well. What may be urgent stands first on her list.',
  },
  ola: {
    ...atWork('administrator', null),
    name: 'Ola Nowak',
    born: '1986-02-11',
    gender: 'female',
    number: null,
    story: 'Runs this site. She adds organisations and gives people their roles.',
  },
  yusuf: {
    ...atWork('scrutiny-member', council),
    name: 'Yusuf Khan',
    born: '1964-09-05',
    gender: 'male',
    number: null,
    story:
      'Councillor on the health scrutiny committee. A report left in silence is on its agenda.',
  },
})

/** In the order in which they are shown. */
export const cast: readonly Townsperson[] = [
  ...peopleThemselves,
  ...carers,
  ...staff,
  ...publicBodies,
]

/** Whom a visitor may be. */
export const demonstrationPeople: readonly DemonstrationPerson[] = cast.map(
  ({ person, name, story, group }) => ({ person, name, story, group }),
)

type Bond = {
  readonly end: string
  readonly what: string
  readonly helper: keyof typeof people
  readonly helped: keyof typeof people
}

/** Who is whose carer, accepted by both. */
export const bonds: readonly Bond[] = [
  { end: '0e01', what: 'carer', helper: 'ravi', helped: 'asha' },
  { end: '0e02', what: 'carer', helper: 'helen', helped: 'joan' },
  { end: '0e03', what: 'family', helper: 'natalie', helped: 'jaden' },
  { end: '0e04', what: 'key-worker', helper: 'kofi', helped: 'daniel' },
]
