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
import { addPlace, linkTo } from '../../../src/places/index.ts'
import { agreedByHand, promise } from '../../../src/promises/index.ts'
import { askForCorrection } from '../../../src/record/actions/ask-correction.ts'
import { carryOutPreview, makePreview } from '../../../src/record/actions/preview-import.ts'
import { ownLook as recordLook } from '../../../src/record/actions/see-record.ts'
import { addOne } from '../../../src/record/index.ts'
import { writeReceipts } from '../../../src/sharing/actions/look.ts'
import { seeShared } from '../../../src/sharing/actions/see-shared.ts'
import {
  askProxy,
  askToShare,
  bringAsk,
  everything,
  giveGrant,
  openEmergency,
  queryLook,
  stopGrant,
} from '../../../src/sharing/index.ts'
import type { House } from '../../rooms.ts'
import { decidedBy } from './decisions.ts'
import { keptBy } from './kept.ts'
import { keptFrom } from './kept-from.ts'
import { outcomesOf } from './outcomes.ts'
import type { VisitorName } from './page.ts'
import { planOf, reviewOf } from './plan-things.ts'

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
  const people = await peopleOf(log)
  const { Asha: asha, Ravi: ravi, Sian: sian } = people
  const oakLane = await organisation(log, 'Oak Lane Surgery')
  const elmStreet = await organisation(log, 'Elm Street Surgery')
  await works(log, sian, 'nurse', oakLane)
  await works(log, people.Ewa, 'information-officer', oakLane)
  await works(log, people.Elin, 'nurse', elmStreet)
  await works(log, people.Ceri, 'administrator', null)
  const marked = await condition(log, asha, MARKED, ['mental'])
  const things = await thingsOf(log, newId, people, oakLane)
  const sessions = await signedIn(log, people)
  return { asha, ravi, sian, oakLane, people, things, marked, sessions }
}

type People = Readonly<Record<Exclude<VisitorName, 'Nobody'>, PersonId>>

const peopleOf = async (log: Log): Promise<People> => ({
  Asha: await registered(log, NAME, '1984-03-15', '999000001'),
  Ravi: await registered(log, 'Ravi Patel', '1961-01-02'),
  Sian: await registered(log, 'Sian Rees', '1979-05-05'),
  Ewa: await registered(log, 'Ewa Kowal', '1980-06-06'),
  Gwen: await registered(log, 'Gwen Lloyd', '1990-07-07'),
  Elin: await registered(log, 'Elin Hughes', '1991-08-08'),
  Ceri: await registered(log, 'Ceri Davies', '1992-09-09'),
})

/** What stands for each name in an address: a new name needs a thing of Asha's here. */
async function thingsOf(log: Log, newId: () => Id, people: People, oakLane: OrganisationId) {
  const { Asha: asha, Ceri: ceri } = people
  const entry = await condition(log, asha, PLAIN, [])
  const riverside = await organisation(log, 'Riverside Surgery')
  const toNurses = { person: null, organisation: riverside, role: 'nurse' }
  await seeShared(log, [], ownLook(asha), 1)
  const look = await nurseLooks(log, people, oakLane)
  const asks = { person: asha, shownAs: NAME }
  const { query } = done(await queryLook(log, asks, { look: look.id, says: 'Who is she?' }, null))
  const [fact] = await log.db.text<{ id: Id }>(
    `select id from log.facts where owner = $1 and kind = 'entry-added' limit 1`,
    [asha],
  )
  if (fact === undefined) throw new Error('Asha has no fact')
  const by = { by: ceri, onBehalfOf: null }
  const place = { actor: by, key: newId(), from, kind: 'site', name: 'Two Rivers', code: null }
  return {
    person: asha as string,
    purpose: 'direct-care',
    kind: 'goal',
    aboutMe: 'people',
    face: 'card',
    part: (await planOf(log, asha, people.Sian)) as string,
    review: (await reviewOf(log, asha)) as string,
    support: 'peer',
    ...(await keptBy(log, { person: asha, name: NAME }, newId)),
    entry: entry as string,
    kept: (await keptFrom(log, asha, await keeper(log, asha, riverside))) as string,
    request: (await correctionOf(log, asha, riverside)) as string,
    message: (await messageTo(log, asha, newId())) as string,
    promise: (await promiseTo(log, asha, riverside)) as string,
    grant: (await shares(log, asha, toNurses)) as string,
    ask: (await askOf(log, asha, people.Sian, riverside)) as string,
    look: look.id as string,
    visit: look.stream as string,
    query: query as string,
    tie: (await tieOf(log, asha, people.Ravi)) as string,
    access: (await accessOf(log, asha, people.Ravi, oakLane)) as string,
    fact: fact.id as string,
    place: done(await addPlace(log, place)) as string,
    service: (await serviceOf(log, newId(), oakLane)) as string,
    form: 'ons4',
    ...(await outcomesOf(log, asha, NAME)),
    report: newId() as string,
    matter: newId() as string,
    follow: newId() as string,
    stop: log.chance.hex(16),
    theme: newId() as string,
    change: newId() as string,
    number: '1',
    organisation: riverside as string,
    ...(await broughtBy(log, asha)),
    ...(await decidedBy(log, asha, NAME)),
  }
}

/** An import of Asha's, and a preview that waits for her. */
async function broughtBy(log: Log, person: PersonId) {
  const me = { person, organisation: null, shownAs: NAME }
  const condition = { resourceType: 'Condition', code: { text: 'From a file' } }
  const file = (id: string) => ({
    name: `${id}.json`,
    bytes: Buffer.from(JSON.stringify({ ...condition, id })),
  })
  const first = await makePreview(log, me, [file('one')], null)
  const [brought] = done(await carryOutPreview(log, me, first, { rest: [], mine: [] }))
  if (brought === undefined) throw new Error('Nothing was brought in')
  const preview = await makePreview(log, me, [file('two')], null)
  return { import: brought as string, preview: preview as string }
}

async function serviceOf(log: Log, key: string, provider: OrganisationId): Promise<Id> {
  const about = { key, from, kind: 'service', name: 'Oak Lane clinic', code: null }
  const place = done(await addPlace(log, { actor: nobody, ...about }))
  done(await linkTo(log, { actor: nobody, place, link: 'provided-by', to: provider, from }))
  return place
}

async function correctionOf(log: Log, asha: PersonId, holder: OrganisationId): Promise<Id> {
  const entry = await condition(log, asha, 'From elsewhere', [], false)
  const asks = { by: asha, person: asha, shownAs: NAME }
  const asking = { entry, holder, wrong: 'Not me', right: 'Nothing', evidence: '' }
  const look = recordLook(asha, '/record/entry/correct')
  return done(await askForCorrection(log, asks, asking, look, null))
}

/** A doctor of another surgery, and what they keep from Asha. */
const keeper = async (log: Log, asha: PersonId, at: OrganisationId) => {
  const by = await registered(log, 'Ida Bloom', '1970-11-11')
  await works(log, by, 'doctor', at)
  return { by, at, item: await condition(log, asha, 'Kept from her', [], false) }
}

/** A look of Sian's at work, which Asha asks about. */
async function nurseLooks(log: Log, { Asha: person, Sian: by }: People, at: OrganisationId) {
  const body = {
    ...{
      via: 'role' as const,
      organisation: at,
      roles: ['nurse'],
      purpose: 'direct-care' as const,
    },
    ...{ act: 'read' as const, where: '/people', grants: [], items: [] },
  }
  await log.db.transaction((tx) => writeReceipts(log, tx, [{ person, by, body }]))
  const [look] = await log.db.text<{ id: Id; stream: Id }>(
    'select look as id, stream from sharing.looks where by = $1',
    [by],
  )
  if (look === undefined) throw new Error('Sian did not look')
  return look
}

async function messageTo(log: Log, asha: PersonId, message: Id): Promise<Id> {
  const plain = { form: 'plain', language: 'en', subject: 'A word', body: 'Hello' } as const
  done(await tell(log, asha, message, { from: 'Oak Lane', renderings: [plain], leadsTo: null }))
  return message
}

async function promiseTo(log: Log, asha: PersonId, organisation: OrganisationId): Promise<Id> {
  const dilys = await registered(log, 'Dilys Morgan', '1970-10-10')
  await works(log, dilys, 'practice-manager', organisation)
  const made = {
    says: 'We will ring you',
    promiser: { person: dilys, organisation, shownAs: 'Dilys Morgan' },
    to: [asha],
    due: asDay('2026-12-01'),
    source: agreedByHand,
    about: null,
    escalateTo: null,
  }
  return done(await promise(log, { person: dilys, organisation }, made)).stream
}

async function askOf(log: Log, asha: PersonId, by: PersonId, organisation: OrganisationId) {
  const why = 'To plan your care'
  const rest = { role: 'nurse', purpose: 'direct-care', why, span: 'week' } as const
  done(await askToShare(log, { by, organisation, ...rest }, asha, null))
  const [made] = await log.db.text<{ owner: Id; stream: Id }>(
    'select owner, stream from sharing.asks_made',
  )
  if (made === undefined) throw new Error('Nobody was asked')
  await bringAsk(log, made)
  return made.stream
}

async function tieOf(log: Log, asha: PersonId, ravi: PersonId): Promise<Id> {
  const offer = { what: 'carer', helper: ravi, helped: asha, offeredBy: ravi, from, until: null }
  const tie = done(await offerTie(log, { actor: nobody, ...offer }))
  done(await acceptTie(log, { actor: nobody, by: asha, tie }))
  return tie
}

/** Ravi asks the surgery to act for her. */
const accessOf = async (
  log: Log,
  person: PersonId,
  proxy: PersonId,
  organisation: OrganisationId,
) =>
  done(
    await askProxy(log, {
      ...{ person, proxy, organisation, by: proxy },
      ...{ standing: 'parent', level: 'record', why: 'When she is unwell', until: null },
    }),
  )

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

async function condition(
  log: Log,
  person: PersonId,
  text: string,
  labels: string[],
  written = true,
): Promise<Id> {
  const received = JSON.stringify({
    resourceType: 'Condition',
    clinicalStatus: { coding: [{ code: 'active' }] },
    code: { text },
    recordedDate: '2026-03-01',
  })
  const entry = {
    received,
    source: { what: 'file' as const, name: 'a file', fullUrl: null },
    author: { person: written ? person : null, organisation: null, shownAs: NAME },
    identifier: null,
    labels,
    batch: null,
    files: [await log.files.keep(person, Buffer.from(`A letter: ${text}`))],
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
