// Every face that shows an entry of a record: what must hold in all of them is tested over this.
//
// A new face joins by one line in `facesOf`: its name, the addresses it covers as the route table
// writes them (none for a command), and how to fetch it, as text, for a person and an entry. A new
// address that cannot show an entry joins `withoutEntries`, with the reason. `faces.test.ts` fails
// while an address of a room that may read records is in neither.
import { join } from 'node:path'
import {
  asDay,
  type Id,
  type OrganisationId,
  type PersonId,
  textOfMarkup,
} from '../../src/basics/index.ts'
import { giveRole, recordDetails, registerOrganisation } from '../../src/identity/index.ts'
import { readSigningKeys, readZip } from '../../src/plumbing/index.ts'
import { addOne, leaveWith, readableParts } from '../../src/record/index.ts'
import { askProxy, grantProxy } from '../../src/sharing/actions/act-for-others.ts'
import { everything, giveGrant, openEmergency } from '../../src/sharing/index.ts'
import { done, longAgo, nobody, person as register } from '../attacks/town.ts'
import { openWholeSite, type WholeSite } from '../attacks/whole-site.ts'

export type Face = {
  readonly name: string
  /** The addresses it covers, such as `GET /record`. */
  readonly routes: readonly string[]
  /** What is shown of the entry there, as text; throws where the face does not answer. */
  fetch(person: PersonId, entry: Id): Promise<string>
}

/** Addresses of rooms that may read records, at which no entry is shown; `*` is any end. */
export const withoutEntries: Readonly<Record<string, string>> = {
  'GET /record/add': 'A form: nothing of the record is on it',
  'GET /record/kept/:kept': 'That something is kept from the person, and never what',
  'GET /record/leave': 'A form: what it makes is a face of its own',
  'GET /people': 'Names only',
  'GET /record/results': 'Things that were measured: a diagnosis is not among them (see trends)',
  'GET /people/:person/record/results': 'As one’s own: tested in trends.test.ts',
  'GET /record/print': 'A form: what is printed is a face',
  'GET /people/:person/record/print': 'A form',
  'GET /record/team': 'Who wrote, and whom the record names, not what was written',
  'GET /people/:person/record/team': 'As one’s own',
  'GET /record/bring*': 'What stands in files, before any of it is in the record',
  'GET /record/imports*': 'What came with which file, as a list of links',
  'GET /share/private': 'What is kept back by its mark',
  'GET /record/documents/add': 'A form',
  'GET /record/entry/:entry/file': 'A letter as it came; the page it is on has the statement',
  'GET /people/:person/record/entry/:entry/file': 'As one’s own',
  'GET /glossary': 'Words and what they mean',
  'GET /people/:person/record/add': 'A form: nothing of the record is on it',
  'GET /share/ask': 'A form',
  'GET /details*': 'Name, birthday and NHS number, and nothing of the record',
  'GET /me/put-right': 'Name, birthday and NHS number, and nothing of the record',
  'GET /share/asks*': 'Who asks for what, before anything is shown',
  'GET /acting': 'Whom somebody acts for',
  'GET /proxies': 'Who acts for whom',
  'GET /proxies/invite': 'A form',
  'GET /proxies/ask': 'A form',
  'GET /proxies/:access/decide': 'A form',
  'GET /proxies/:access/alter': 'A form',
  'GET /proxies/work*': 'Who asks to act for whom; what is sensitive is shown after its form',
  'GET /people/:person/record/write': 'A form: nothing of the record is on it',
  'GET /people/:person/needs*': 'How to tell somebody things',
  'GET /aids*': 'Decision aids: the same for everybody, and nothing of a person',
  'GET /aid-work*': 'Decision aids for editors',
  'GET /people/:person/promise': 'A form',
  'GET /needs-gaps': 'Whose needs were not asked about or met',
  'GET /plan*': 'A plan: what was agreed in it, and no diagnosis of the record',
  'GET /people/:person/plan*': 'As one’s own',
  'GET /care*': 'Maps, visits, meetings, things to read: no entry of the record is in them',
  'GET /people/:person/care/*': 'As one’s own',
  'GET /outcomes*': 'Answers and outcomes, which are no entries of the record',
  'GET /people/:person/outcomes*': 'As one’s own',
  'GET /together': 'Numbers that left through the gate',
  'GET /visit': 'A field for the number of a card',
  'GET /after-visit/*': 'A question without a name, and numbers that left',
  'GET /ideas*': 'Words that anybody may read',
  'GET /share': 'Grants, not what they let through',
  'GET /share/with-me': 'Names and purposes only',
  'GET /share/with-me/:person/:purpose/pass-on': 'A form; the preview behind it is a face',
  'GET /share/emergency': 'A form',
  'GET /share/emergencies': 'Who opened what, and why',
  'GET /looks': 'Who looked, and at how many',
  'GET /looks/visits/:visit': 'Who looked, and at how many',
  'GET /looks/:look/ask': 'A form: who looked, and at how many',
  'GET /looks/asked*': 'Who looked, and why; not at what',
  'GET /look-questions*': 'Who looked, for who checks it; not at what',
}

/** A person with a record, those who may see it, and an entry that its author is here for. */
export async function openFaces() {
  const site = await openWholeSite()
  const { log } = site
  const [asha, ravi] = [await register(site, 'Asha Patel'), await register(site, 'Ravi Patel')]
  const [sian, mo] = [await register(site, 'Sian Rees'), await register(site, 'Mo Adeyemi')]
  const dilys = await register(site, 'Dilys Morgan')
  const surgery = await organisation(site, 'Oak Lane Surgery', 'gp-practice')
  const hospital = await organisation(site, 'Elm Street Hospital', 'nhs-trust')
  const held = { actor: nobody, from: longAgo, until: null }
  done(await giveRole(log, { ...held, person: sian, what: 'nurse', organisation: surgery }))
  const manager = { ...held, person: dilys, what: 'practice-manager' }
  done(await giveRole(log, { ...manager, organisation: surgery }))
  done(await giveRole(log, { ...held, person: mo, what: 'doctor', organisation: hospital }))
  const share = async (to: { person?: PersonId; organisation?: OrganisationId }) => {
    const giving = {
      effect: 'permit' as const,
      to: { person: null, organisation: null, role: null, ...to },
      what: everything,
      acts: ['read' as const, 'add' as const, 'share' as const],
      purposes: ['direct-care' as const],
      until: null,
    }
    return done(await giveGrant(log, { person: asha, by: asha, giving }))
  }
  const grant = await share({ person: ravi })
  await share({ organisation: surgery })
  const asker = {
    person: mo,
    via: 'role' as const,
    organisation: hospital,
    roles: ['doctor'],
  }
  done(await openEmergency(log, { person: asha, asker, reason: 'She is not awake' }))
  const entry = await diagnosis(site, asha, { person: sian, organisation: surgery })
  return { site, asha, ravi, sian, mo, dilys, surgery, hospital, grant, entry }
}

export type Stage = Awaited<ReturnType<typeof openFaces>>

const organisation = async ({ log }: Pick<WholeSite, 'log'>, name: string, what: string) =>
  done(await registerOrganisation(log, { actor: nobody, name, odsCode: null, what, from: longAgo }))

/** A current problem, so that it stands on the overview too. */
export const diagnosisText = 'Asthma since childhood'

async function diagnosis(
  { log }: WholeSite,
  person: PersonId,
  author: { readonly person: PersonId; readonly organisation: OrganisationId },
): Promise<Id> {
  const active = { coding: [{ code: 'active' }] }
  const onsetDateTime = asDay('2020-03-04')
  const code = { text: diagnosisText }
  const resource = { resourceType: 'Condition', clinicalStatus: active, code, onsetDateTime }
  const entry = {
    received: JSON.stringify(resource),
    source: { what: 'file' as const, name: 'the records of Oak Lane Surgery', fullUrl: null },
    author: { ...author, shownAs: 'Sian Rees, Oak Lane Surgery' },
    identifier: null,
    labels: [],
    batch: null,
  }
  const actor = { by: author.person, onBehalfOf: null }
  return done(await addOne(log, actor, person, entry)).entry
}

type Visitor = Awaited<ReturnType<WholeSite['visitorOf']>>

async function page(visitor: Visitor, url: string): Promise<string> {
  const { statusCode, body, headers } = await visitor.get(url)
  if (statusCode === 303) return page(visitor, String(headers.location))
  if (statusCode !== 200) throw new Error(`${url} was answered with ${statusCode}`)
  return textOfMarkup(body)
}

export async function facesOf(stage: Stage): Promise<readonly Face[]> {
  const { site } = stage
  const [own, father] = [await site.visitorOf(stage.asha), await site.visitorOf(stage.ravi)]
  const [nurse, doctor] = [await site.visitorOf(stage.sian), await site.visitorOf(stage.mo)]
  const access = await proxyOf(stage)
  const faces: Face[] = [
    face('my overview', ['GET /record'], () => page(own, '/record')),
    face('my timeline', ['GET /record/timeline'], () => page(own, '/record/timeline')),
    face('an entry of mine', ['GET /record/entry/:entry'], (_, entry) =>
      page(own, `/record/entry/${entry}`),
    ),
    face('a copy of an entry', ['GET /record/entry/:entry/received'], async (_, entry) => {
      const copy = (await own.get(`/record/entry/${entry}/received`)).body
      // A copy that is no JSON would be no copy.
      return JSON.stringify(JSON.parse(copy))
    }),
    face('a record shared with my role', ['GET /people/:person/record'], (person) =>
      page(nurse, `/people/${person}/record`),
    ),
    face('its timeline', ['GET /people/:person/record/timeline'], (person) =>
      page(nurse, `/people/${person}/record/timeline`),
    ),
    face('an entry of it', ['GET /people/:person/record/entry/:entry'], (person, entry) =>
      page(nurse, `/people/${person}/record/entry/${entry}`),
    ),
    ...seenOtherwise(own, nurse),
    face('explaining an entry of it', ['GET /people/:person/record/entry/:entry/explain'], (p, e) =>
      page(nurse, `/people/${p}/record/entry/${e}/explain`),
    ),
    face('what is shared with my role', ['GET /share/with-me/:person/:purpose'], (person) =>
      page(nurse, `/share/with-me/${person}/direct-care`),
    ),
    face('what is shared with who cares for me', [], (person) =>
      page(father, `/share/with-me/${person}/direct-care`),
    ),
    face('what he would pass on', [], () => passedOn(stage, father)),
    face('what an emergency opens', [], (person) =>
      page(doctor, `/share/with-me/${person}/direct-care`),
    ),
    face('the preview of what is shared', ['GET /share/given/:grant/seen'], () =>
      page(own, `/share/given/${stage.grant}/seen`),
    ),
    face('the preview before it is shared', [], () => previewBefore(stage, own)),
    face('sharing one entry', ['GET /share/new'], (_, entry) =>
      page(own, `/share/new?item=${entry}`),
    ),
    face('keeping one entry back', ['GET /share/keep'], (_, entry) =>
      page(own, `/share/keep?item=${entry}`),
    ),
    face('what somebody saw', ['GET /looks/:look'], () => lastLook(stage, own)),
    face('what somebody who acts for me sees', ['GET /proxies/:access/seen'], () =>
      page(own, `/proxies/${access}/seen`),
    ),
    face('what who acts for me sees', ['GET /acting/everything'], () => actingFor(stage)),
    ...corrected(stage, own, nurse),
    face('what a person takes away', [], (person) => archive(stage, person)),
  ]
  return faces
}

/** What her father sees of hers while he acts for her. */
async function actingFor({ site, asha, ravi }: Stage): Promise<string> {
  const acting = await site.visitorOf(ravi)
  const begun = await acting.post(`/acting/${asha}`, {})
  if (begun.statusCode !== 303) throw new Error(`Acting was answered with ${begun.statusCode}`)
  return page(acting, '/acting/everything')
}

/** Her father may act for her: she sees what he sees. */
export async function proxyOf(
  { site, asha, ravi, dilys, surgery }: Stage,
  more: { readonly keptBack?: Id[] } = {},
): Promise<Id> {
  const asked = {
    person: asha,
    proxy: ravi,
    by: ravi,
    organisation: surgery,
    standing: 'family',
    level: 'record',
    why: 'She is often tired',
    until: null,
  }
  const birthDate = asDay('1950-02-03')
  const known = { person: asha, actor: nobody, details: { birthDate } }
  done(await recordDetails(site.log, known))
  const access = done(await askProxy(site.log, asked))
  const decider = { by: dilys, organisation: surgery, roles: ['practice-manager'] }
  const granting = {
    basis: 'best-interests' as const,
    evidence: 'best-interests-note',
    tests: { necessary: 'She is tired', relevant: 'Only the record', safe: 'Both were asked' },
    level: 'record',
    labels: [],
    letThrough: [],
    keptBack: [],
    until: null,
    ...more,
  }
  done(await grantProxy(site.log, { person: asha, access }, decider, granting))
  return access
}

/** The same entry over time, and for programs. */
const seenOtherwise = (own: Visitor, nurse: Visitor): readonly Face[] => [
  face('my record on paper', ['POST /record/print'], async () => {
    const { statusCode, body } = await own.post('/record/print', { what: 'going-on' })
    if (statusCode !== 200) throw new Error(`Paper was answered with ${statusCode}`)
    return textOfMarkup(body)
  }),
  face('keeping it from her', ['GET /people/:person/record/entry/:entry/withhold'], (p, e) =>
    page(nurse, `/people/${p}/record/entry/${e}/withhold`),
  ),
  face('my record for programs', ['GET /record/entries.json'], () =>
    page(own, '/record/entries.json'),
  ),
  face('an entry of mine for programs', ['GET /record/entry/:entry.json'], (_, entry) =>
    page(own, `/record/entry/${entry}.json`),
  ),
  face('a shared record for programs', ['GET /people/:person/record/entries.json'], (person) =>
    page(nurse, `/people/${person}/record/entries.json`),
  ),
  face(
    'a shared entry for programs',
    ['GET /people/:person/record/entry/:entry.json'],
    (person, entry) => page(nurse, `/people/${person}/record/entry/${entry}.json`),
  ),
  face('a thing of mine over time', ['GET /record/entry/:entry/over-time'], (_, entry) =>
    page(own, `/record/entry/${entry}/over-time`),
  ),
  face(
    'a shared thing over time',
    ['GET /people/:person/record/entry/:entry/over-time'],
    (person, entry) => page(nurse, `/people/${person}/record/entry/${entry}/over-time`),
  ),
]

/** Requests for correction, as the person and as who answers sees them. */
const corrected = (stage: Stage, own: Visitor, nurse: Visitor): readonly Face[] => [
  face('my requests for correction', ['GET /record/corrections'], () =>
    page(own, '/record/corrections'),
  ),
  face('one of them', ['GET /record/corrections/:request'], async () =>
    page(own, `/record/corrections/${await openRequest(stage)}`),
  ),
  face('asking for a correction', ['GET /record/entry/:entry/correct'], (_, entry) =>
    page(own, `/record/entry/${entry}/correct`),
  ),
  face('what waits for who answers', ['GET /corrections'], () => page(nurse, '/corrections')),
  ...['', '/correct', '/note', '/decline', '/question', '/hand-on'].map((way) =>
    face(`answering${way}`, [`GET /corrections/:person/:request${way}`], async (person) =>
      page(nurse, `/corrections/${person}/${await openRequest(stage)}${way}`),
    ),
  ),
]

const face = (name: string, routes: readonly string[], fetch: Face['fetch']): Face => ({
  name,
  routes,
  fetch,
})

async function openRequest({ site, asha }: Stage): Promise<Id | undefined> {
  const [row] = await site.log.db.text<{ stream: Id }>(
    'select stream from record.corrections where owner = $1 and ended is null',
    [asha],
  )
  return row?.stream
}

async function previewBefore({ surgery }: Stage, own: Visitor): Promise<string> {
  const { statusCode, body } = await own.post('/share/new', {
    to: `organisation ${surgery}`,
    kinds: 'everything',
    purpose: 'direct-care',
    until: 'week',
  })
  if (statusCode !== 200) throw new Error(`The preview was answered with ${statusCode}`)
  return textOfMarkup(body)
}

async function passedOn({ asha, surgery }: Stage, father: Visitor): Promise<string> {
  const { statusCode, body } = await father.post(`/share/with-me/${asha}/direct-care/pass-on`, {
    to: `organisation ${surgery}`,
    kinds: 'everything',
    until: 'week',
  })
  if (statusCode !== 200) throw new Error(`The preview was answered with ${statusCode}`)
  return textOfMarkup(body)
}

async function lastLook({ site, asha, ravi }: Stage, own: Visitor): Promise<string> {
  const [row] = await site.log.db.text<{ look: Id }>(
    `select look from sharing.looks where owner = $1 and by = $2
     order by cardinality(items) desc, at desc limit 1`,
    [asha, ravi],
  )
  return page(own, `/looks/${row?.look}`)
}

/** The pages that anybody opens, and beside them the bundles and the facts. */
async function archive({ site }: Stage, person: PersonId): Promise<string> {
  const [key] = await readSigningKeys(join(site.folder, 'keys'))
  if (key === undefined) throw new Error('There is no key to sign with')
  const { log } = site
  const left = await leaveWith(log, key, {
    person,
    asker: null,
    where: 'coproduce export',
    readable: (looked, tx) => readableParts({ log, looked, language: 'en' }, tx),
  })
  const parts = await Array.fromAsync(readZip(done(left)))
  const shown = parts.filter(({ name }) => name.startsWith('record-'))
  return textOfMarkup(shown.map(({ bytes }) => Buffer.from(bytes).toString()).join('\n'))
}
