// Those who work in the town and are not on the sign-in page: clinicians, link workers, volunteers.
import type { OrganisationId, PersonId } from '../basics/index.ts'
import { organisations, people, townId } from './names.ts'

export type Worker = {
  readonly person: PersonId
  readonly name: string
  readonly gender: 'female' | 'male'
  readonly born: string
  readonly what: string
  readonly at: OrganisationId
}

const { oakLane, riverside, stDavids, hospital, communityTrust, council, board, community } =
  organisations

const worker = (
  name: string,
  gender: Worker['gender'],
  born: string,
  what: string,
  at: OrganisationId,
): Worker => ({ person: townId<'person'>(`worker-${name}`), name, gender, born, what, at })

export const workers = {
  miriam: worker('Miriam Hassan', 'female', '1980-02-14', 'doctor', riverside),
  callum: worker('Callum Fraser', 'male', '1988-08-30', 'nurse', riverside),
  eleri: worker('Eleri Pritchard', 'female', '1974-11-05', 'doctor', stDavids),
  bola: worker('Bola Adeleke', 'female', '1992-03-22', 'nurse', stDavids),
  tomasz: worker('Tomasz Zielinski', 'male', '1985-07-19', 'doctor', oakLane),
  anita: worker('Anita Desai', 'female', '1969-01-11', 'doctor', hospital),
  ronan: worker('Ronan Byrne', 'male', '1981-12-09', 'doctor', hospital),
  patience: worker('Patience Mutasa', 'female', '1987-06-16', 'nurse', hospital),
  gloria: worker('Gloria Santos', 'female', '1976-09-27', 'nurse', communityTrust),
  huw: worker('Huw Bevan', 'male', '1990-04-02', 'care-coordinator', communityTrust),
  sadia: worker('Sadia Mahmood', 'female', '1993-10-20', 'link-worker', community),
  jonah: worker('Jonah Reid', 'male', '1998-05-08', 'facilitator', community),
  ingrid: worker('Ingrid Larsen', 'female', '1957-03-03', 'facilitator', community),
  clive: worker('Clive Osborne', 'male', '1954-08-12', 'advocate', community),
  wendy: worker('Wendy Marsh', 'female', '1972-12-28', 'information-officer', hospital),
  rachel: worker('Rachel Stone', 'female', '1983-01-30', 'information-officer', oakLane),
  neil: worker('Neil Kapoor', 'male', '1979-07-07', 'commissioner', board),
  marion: worker('Marion Keane', 'female', '1966-10-15', 'care-coordinator', council),
} as const

/** Who writes into a record, as others see it. */
export type Author = {
  readonly person: PersonId
  readonly organisation: OrganisationId
  readonly shownAs: string
}

const author = (name: string, person: PersonId, at: OrganisationId, place: string): Author => ({
  person,
  organisation: at,
  shownAs: `${name}, ${place}`,
})

const by = ({ name, person, at }: Worker, place: string): Author => author(name, person, at, place)

export type Practice = {
  readonly organisation: OrganisationId
  readonly name: string
  readonly doctor: Author
  readonly nurse: Author
}

export const practices: readonly [Practice, Practice, Practice] = [
  {
    organisation: oakLane,
    name: 'Oak Lane Surgery',
    doctor: author('Farah Siddiqui', people.farah, oakLane, 'Oak Lane Surgery'),
    nurse: author('Sian Rees', people.sian, oakLane, 'Oak Lane Surgery'),
  },
  {
    organisation: riverside,
    name: 'Riverside Medical Centre',
    doctor: by(workers.miriam, 'Riverside Medical Centre'),
    nurse: by(workers.callum, 'Riverside Medical Centre'),
  },
  {
    organisation: stDavids,
    name: 'St David’s Practice',
    doctor: by(workers.eleri, 'St David’s Practice'),
    nurse: by(workers.bola, 'St David’s Practice'),
  },
]

export const authors = {
  doctor: practices[0].doctor,
  nurse: practices[0].nurse,
  pharmacist: author('Owen Davies', people.owen, organisations.pharmacy, 'Bridge Street Pharmacy'),
  lungs: by(workers.anita, 'Elm Street Hospital'),
  memory: by(workers.ronan, 'Elm Street Hospital'),
  hospitalNurse: by(workers.patience, 'Elm Street Hospital'),
  district: by(workers.gloria, 'Millbrook Community Health Trust'),
  linkWorker: author('Kofi Mensah', people.kofi, community, 'Mill Park Community'),
} as const
