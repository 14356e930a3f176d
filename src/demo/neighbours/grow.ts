// The town grows: street by street, each with its people and their records in one transaction.
import { addDays, type Day, type PersonId } from '../../basics/index.ts'
import {
  acceptTie,
  loadPerson,
  offerTie,
  registerMany,
  type TieOffer,
} from '../../identity/index.ts'
import { actTogether, begunStreams, type Log } from '../../log/index.ts'
import { addForMany, type NewcomerEntries } from '../../record/index.ts'
import { everything, giveGrant } from '../../sharing/index.ts'
import { cast } from '../cast.ts'
import { townId } from '../names.ts'
import { done, type Founded, heldLog, itself, momentOf, nobody } from '../town.ts'
import { workers } from '../workers.ts'
import { diceFrom } from './dice.ts'
import { type Neighbour, streets } from './households.ts'
import { lifeOf } from './life.ts'

/** How many people the town has without any neighbour. */
export const PEOPLE_KNOWN_BY_NAME = cast.length + Object.keys(workers).length

export type Growing = {
  /** How many people the town is to have in all. */
  readonly people: number
  readonly progress?: (done: number, total: number) => void
  /** Asked between two streets; the town is whole wherever it stops. */
  readonly stop?: AbortSignal
  /** How many streets are written at once. */
  readonly atOnce?: number
}

export type Grown = { readonly people: number; readonly entries: number }

/** Their records were brought in so many days before the town's own day, and end there. */
const MOVED_IN = 1

// One waits for the database while another counts.
const AT_ONCE = 3

/**
 * Adds the neighbours that the town lacks; those who are there are left as they are. Gives how
 * many people and entries were added. What was done stays where it is stopped.
 */
export async function growTown(
  log: Log,
  { seed, today }: Founded,
  { people, progress = () => {}, stop, atOnce = AT_ONCE }: Growing,
): Promise<Grown> {
  const wanted = Math.max(0, people - PEOPLE_KNOWN_BY_NAME)
  const queue = streetsUpTo(seed, today, wanted)
  const grown = { people: 0, entries: 0 }
  let seen = 0
  const writer = async () => {
    for (const { place, street } of queue) {
      if (stop?.aborted === true) return
      const added = await addStreet(log, { seed, today, place, street })
      grown.people += added.people
      grown.entries += added.entries
      seen += street.length
      progress(seen, wanted)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, writer))
  return grown
}

type Street = { readonly place: number; readonly street: readonly Neighbour[] }

/** One generator that all writers draw from; the last street ends where the town does. */
function* streetsUpTo(seed: string, today: Day, wanted: number): Generator<Street> {
  let place = 0
  for (const whole of streets(seed, today)) {
    if (place >= wanted) return
    const street = whole.slice(0, wanted - place)
    yield { place, street }
    place += street.length
  }
}

type Where = Street & Founded

async function addStreet(log: Log, where: Where): Promise<Grown> {
  const { seed, today, street } = where
  const known = await Promise.all(
    street.map(({ person }) => begunStreams(log.db, person, [person])),
  )
  const fresh = street.filter((_, at) => known[at]?.size === 0)
  const [first] = fresh
  if (first === undefined) return { people: 0, entries: 0 }
  const name = `${seed} street ${first.person}`
  const held = heldLog(log, momentOf(today, MOVED_IN, '09:30'), name)
  const entries = done(
    await actTogether(held, async (tx) => {
      const newcomers = fresh.map((one) => ({ ...one, ...registrationOf(one) }))
      await registerMany(held, tx, nobody, newcomers)
      return addForMany(
        held,
        tx,
        fresh.map((one) => recordOf(one, where)),
      )
    }),
  )
  await bindTogether(log, where, fresh)
  return { people: fresh.length, entries }
}

const registrationOf = ({ born, gender, address }: Neighbour) => ({
  birthDate: born,
  details: { gender, contact: { address, email: null, phone: null } },
})

function recordOf(one: Neighbour, { seed, today }: Where): NewcomerEntries {
  const { person, practice } = one
  const name = `the records of ${practice.name}`
  const until = addDays(today, -MOVED_IN)
  const entries = lifeOf(diceFrom(`${seed} life ${person}`), one, until).map(
    ({ received, author, labels }) => ({
      received,
      source: { what: 'file' as const, name, fullUrl: null },
      author,
      identifier: null,
      labels: [...labels],
      batch: townId(`${seed} batch ${person}`),
    }),
  )
  return { actor: itself(practice.nurse.person), person, entries }
}

/** Who cares for whom, and who lets their practice see what they keep here. */
async function bindTogether(
  log: Log,
  { seed, today }: Where,
  fresh: readonly Neighbour[],
): Promise<void> {
  for (const { person, caresFor, practice } of fresh) {
    const held = (hour: string) =>
      heldLog(log, momentOf(today, MOVED_IN, hour), `${seed} bonds ${person} ${hour}`)
    if (caresFor !== null && fresh.some((one) => one.person === caresFor)) {
      const tie = townId(`${seed} tie ${person}`)
      const from = addDays(today, -MOVED_IN)
      const offer = { tie, what: 'carer', helper: person, helped: caresFor, from, until: null }
      await care(held('11:00'), held('16:00'), { ...offer, offeredBy: person })
    }
    const role = diceFrom(`${seed} shares ${person}`).weigh([
      [16, null],
      [1, 'nurse'],
      [1, 'doctor'],
    ])
    if (role !== null) await share(held('12:30'), person, practice.organisation, role)
  }
}

async function care(log: Log, later: Log, offer: TieOffer): Promise<void> {
  const { tie, helper, helped } = offer
  const { state } = await loadPerson(log, log.db, helped)
  if (state.ties.some((one) => one.tie === tie)) return
  done(await offerTie(log, { actor: itself(helper), ...offer }))
  done(await acceptTie(later, { actor: itself(helped), by: helped, tie }))
}

async function share(
  log: Log,
  person: PersonId,
  organisation: Neighbour['practice']['organisation'],
  role: string,
): Promise<void> {
  const giving = {
    effect: 'permit' as const,
    to: { person: null, organisation, role },
    what: { ...everything, without: ['mental', 'sexual'] },
    acts: ['read' as const],
    purposes: ['direct-care' as const],
    until: null,
  }
  const grant = townId(`grant ${person}`)
  done(await giveGrant(log, { person, by: person, key: 'demonstration-grant', grant, giving }))
}
