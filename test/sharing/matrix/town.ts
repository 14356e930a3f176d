// The people of the page that says who sees what, Asha's things, and the states of what she shares.
import {
  asDay,
  type Id,
  nhsNumberOf,
  type OrganisationId,
  type PersonId,
  type Result,
} from '../../../src/basics/index.ts'
import {
  acceptTie,
  beginSession,
  giveRole,
  offerTie,
  registerOrganisation,
  registerPerson,
} from '../../../src/identity/index.ts'
import type { Log } from '../../../src/log/index.ts'
import { tell } from '../../../src/messages/index.ts'
import { addPlace } from '../../../src/places/index.ts'
import { agreedByHand, promise } from '../../../src/promises/index.ts'
import { addOne } from '../../../src/record/index.ts'
import { seeShared } from '../../../src/sharing/actions/see-shared.ts'
import { everything, giveGrant, openEmergency, stopGrant } from '../../../src/sharing/index.ts'
import type { House } from '../../rooms.ts'
import type { VisitorName } from './page.ts'

export function done<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`Refused: ${result.refusal.code}`)
  return result.value
}

const nobody = { by: null, onBehalfOf: null }
const from = asDay('2024-01-01')
export const NAME = 'Asha Patel'
/** What stands in her two entries; the second is marked as about mental health. */
export const PLAIN = 'Type 2 diabetes'
export const MARKED = 'Low mood'

export type Town = Awaited<ReturnType<typeof buildTown>>

export async function buildTown({ log, newId }: House) {
  const asha = await registered(log, NAME, '1984-03-15', '999000001')
  const ravi = await registered(log, 'Ravi Patel', '1961-01-02')
  const sian = await registered(log, 'Sian Rees', '1979-05-05')
  const ewa = await registered(log, 'Ewa Kowal', '1980-06-06')
  const gwen = await registered(log, 'Gwen Lloyd', '1990-07-07')
  const elin = await registered(log, 'Elin Hughes', '1991-08-08')
  const ceri = await registered(log, 'Ceri Davies', '1992-09-09')
  const dilys = await registered(log, 'Dilys Morgan', '1970-10-10')
  const oakLane = await organisation(log, 'Oak Lane Surgery')
  const elmStreet = await organisation(log, 'Elm Street Surgery')
  const riverside = await organisation(log, 'Riverside Surgery')
  await works(log, sian, 'nurse', oakLane)
  await works(log, ewa, 'information-officer', oakLane)
  await works(log, elin, 'nurse', elmStreet)
  await works(log, ceri, 'administrator', null)
  await works(log, dilys, 'practice-manager', riverside)
  const offer = { what: 'carer', helper: ravi, helped: asha, offeredBy: ravi, from, until: null }
  const tie = done(await offerTie(log, { actor: nobody, ...offer }))
  done(await acceptTie(log, { actor: nobody, by: asha, tie }))
  const entry = await condition(log, asha, PLAIN, [])
  const marked = await condition(log, asha, MARKED, ['mental'])
  const people: Record<Exclude<VisitorName, 'Nobody'>, PersonId> = {
    Asha: asha,
    Ravi: ravi,
    Sian: sian,
    Ewa: ewa,
    Gwen: gwen,
    Elin: elin,
    Ceri: ceri,
  }
  const message = newId()
  const renderings = [{ form: 'plain', language: 'en', subject: 'A word', body: 'Hello' }] as const
  done(await tell(log, asha, message, { from: 'Oak Lane', renderings, leadsTo: null }))
  const made = {
    says: 'We will ring you',
    promiser: { person: dilys, organisation: riverside, shownAs: 'Dilys Morgan' },
    to: [asha],
    due: asDay('2026-12-01'),
    source: agreedByHand,
    about: null,
    escalateTo: null,
  }
  const owed = done(await promise(log, { person: dilys, organisation: riverside }, made))
  const aside = await shares(log, asha, { person: null, organisation: riverside, role: 'nurse' })
  const place = done(
    await addPlace(log, {
      actor: { by: ceri, onBehalfOf: null },
      key: newId(),
      from,
      kind: 'site',
      name: 'Two Rivers',
      code: null,
    }),
  )
  await seeShared(log, [], ownLook(asha), 1)
  const [look] = await log.db.text<{ id: Id }>('select look as id from sharing.looks')
  const [fact] = await log.db.text<{ id: Id }>(
    `select id from log.facts where owner = $1 and kind = 'entry-added' limit 1`,
    [asha],
  )
  if (look === undefined || fact === undefined) throw new Error('Asha has no look or no fact')
  /** What stands for each name in an address; a new name needs a thing of Asha's here. */
  const things: Readonly<Record<string, string>> = {
    person: asha,
    purpose: 'direct-care',
    entry,
    message,
    promise: owed.stream,
    grant: aside,
    look: look.id,
    tie,
    fact: fact.id,
    place,
    organisation: riverside,
  }
  return {
    asha,
    ravi,
    sian,
    oakLane,
    people,
    things,
    marked,
    sessions: await signedIn(log, people),
  }
}

const registered = async (log: Log, name: string, born: string, digits?: string) =>
  done(
    await registerPerson(log, {
      actor: nobody,
      name,
      birthDate: asDay(born),
      nhsNumber: digits === undefined ? null : nhsNumberOf(digits),
    }),
  )

const organisation = async (log: Log, name: string) =>
  done(
    await registerOrganisation(log, {
      actor: nobody,
      name,
      odsCode: null,
      what: 'gp-practice',
      from,
    }),
  )

const works = async (
  log: Log,
  person: PersonId,
  what: string,
  at: OrganisationId | null,
): Promise<void> =>
  void done(
    await giveRole(log, { actor: nobody, person, what, organisation: at, from, until: null }),
  )

async function condition(log: Log, person: PersonId, text: string, labels: string[]): Promise<Id> {
  const received = JSON.stringify({
    resourceType: 'Condition',
    clinicalStatus: { coding: [{ code: 'active' }] },
    code: { text },
    recordedDate: '2026-03-01',
  })
  const entry = {
    received,
    source: { what: 'file' as const, name: 'a file', fullUrl: null },
    author: { person, organisation: null, shownAs: NAME },
    identifier: null,
    labels,
    batch: null,
  }
  return done(await addOne(log, nobody, person, entry)).entry
}

async function signedIn(
  log: Log,
  people: Readonly<Record<string, PersonId>>,
): Promise<ReadonlyMap<string, string>> {
  const sessions = new Map<string, string>()
  for (const [name, person] of Object.entries(people)) {
    const begun = { person, wayIn: 'provider', identityLevel: 'P9', userAgent: '' } as const
    sessions.set(name, done(await beginSession(log, begun)))
  }
  return sessions
}

const ownLook = (person: PersonId) =>
  ({
    person,
    visitor: { person, via: 'self', organisation: null, roles: [] },
    purpose: 'own',
    act: 'read',
    where: '/record',
  }) as const

type To = Parameters<typeof giveGrant>[1]['giving']['to']

const shares = async (log: Log, person: PersonId, to: To, more = {}): Promise<Id> =>
  done(
    await giveGrant(log, {
      person,
      by: person,
      giving: {
        effect: 'permit',
        to,
        what: everything,
        acts: ['read', 'print', 'export'],
        purposes: ['direct-care'],
        until: null,
        ...more,
      },
    }),
  )

type Clock = House['clock']

/** Brings a state of what Asha shares about, by the names of the page. */
export const states = (
  log: Log,
  clock: Clock,
  { asha, ravi, sian, oakLane }: Town,
): Readonly<Record<string, () => Promise<void>>> => {
  const toRavi = { person: ravi, organisation: null, role: null }
  const toNurses = { person: null, organisation: oakLane, role: 'nurse' }
  const both = async (more = {}) => [
    await shares(log, asha, toRavi, more),
    await shares(log, asha, toNurses, more),
  ]
  const emergency = async () => {
    const asker = { person: sian, via: 'role', organisation: oakLane, roles: ['nurse'] } as const
    done(await openEmergency(log, { person: asha, asker, reason: 'Found unconscious' }))
  }
  const keptBack = { effect: 'deny', what: { ...everything, labels: ['mental'] } }
  return {
    'no grant': async () => {},
    grant: async () => void (await both()),
    'denied label': async () => {
      await both()
      await both(keptBack)
    },
    expired: async () => {
      const now = clock.now()
      clock.moveTo('2026-11-20T09:00:00Z')
      await both({ until: asDay('2026-11-22') })
      clock.moveTo(now)
    },
    revoked: async () => {
      for (const grant of await both()) {
        done(await stopGrant(log, { person: asha, by: asha, grant }))
      }
    },
    emergency,
    'emergency, denied label': async () => {
      await both(keptBack)
      await emergency()
    },
  }
}
