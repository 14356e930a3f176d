// A11: every page about somebody else says what they need, found from the table of addresses.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type Day, type Id, type PersonId, textOfMarkup } from '../../src/basics/index.ts'
import { giveRole, registerPerson } from '../../src/identity/index.ts'
import { agreedByHand, promise } from '../../src/promises/index.ts'
import { askForCorrection } from '../../src/record/actions/ask-correction.ts'
import { ownLook } from '../../src/record/actions/see-record.ts'
import { routes } from '../../src/routes.ts'
import { everything, giveGrant } from '../../src/sharing/index.ts'
import { complain } from '../../src/voice/actions/handle-complaint.ts'
import { longAgo, nobody } from '../attacks/town.ts'
import { openWholeSite } from '../attacks/whole-site.ts'
import { answerNeeds, sayNeeds } from '../messages/say-needs.ts'
import { readPage } from './matrix/page.ts'
import { buildTown, done, NAME } from './matrix/town.ts'

/** What shows her name to somebody else and carries no flag, with the reason. */
const withoutFlag: Readonly<Record<string, string>> = {
  'GET /me': 'One’s own: it names those whom one is tied to',
  'GET /share/new': 'One’s own: those one knows are there to be chosen',
  'GET /share/keep': 'One’s own: those one knows are there to be chosen',
  'GET /record/team': 'One’s own: who is in one’s team',
  'GET /proxies': 'One’s own: who acts for whom',
  'GET /proxies/ask': 'One’s own: those one is tied to are there to be chosen',
  'GET /proxies/invite': 'One’s own: those one is tied to are there to be chosen',
  'GET /care/network/add': 'One’s own: those one is tied to are there to be chosen',
  'GET /care/meetings/call': 'One’s own: those one is tied to are there to be chosen',
  'GET /care/family': 'One’s own: those one is tied to, and whose plan stands beside one’s own',
  'GET /outcomes/answers/:answer/talk': 'One’s own: those one is tied to are there to be chosen',
  'GET /outcomes/forms/:form/talk': 'One’s own: those one is tied to are there to be chosen',
  'GET /needs-gaps': 'The list of needs that were not met: each line says the need itself',
  'GET /share/emergencies':
    'Who opened what, for who checks it: nobody is told anything from there',
}

/** Kinds of page, in docs/safety/who-sees-what.md, that are about her for somebody else. */
const aboutHer = [
  ...['list', 'shared', 'entry', 'gathered', 'needs', 'write'],
  ...['answerer', 'answerer, of another', 'both ends'],
]

/** Pages about her whose line there says less: `own` where one sees one's own, `hers`. */
const alsoAboutHer = ['GET /promises/:promise', 'GET /complaints', 'GET /complaints/:complaint']

/** Sent to a program, kept as a file, or leading on to a first question: not a page. */
const noPage = /\.json$|\.ics$|\/file$|\/file\/:as$|\/needs\/say$/

const site = await openWholeSite()
const { log } = site
const town = await buildTown(site)
const { asha, ravi, oakLane, people } = town
const ewa = people.Ewa
const dai = await manager()
const request = await correction()
const complaint = await complaintOf()
const owed = await promised()
await shares({ person: ravi, organisation: null, role: null })
await shares({ person: null, organisation: oakLane, role: 'nurse' })
const said = { form: 'easy-read', needs: 'bsl-interpreter' }
await sayNeeds(await site.visitorOf(asha), said)
await answerNeeds(await site.visitorOf(town.sian), said, `/people/${asha}/needs/say`)

const things: Readonly<Record<string, string>> = { ...town.things, request, complaint }
const line = `${NAME} needs: easy read; a British Sign Language interpreter`
const flagOf = (body: string): string =>
  /<aside class="cp-flags"[^>]*>(.*?)<\/aside>/s.exec(body)?.[1] ?? ''
const mainOf = (body: string): string => body.slice(body.indexOf('<main'), body.indexOf('</main>'))

const page = readPage()
const addresses = routes({
  log,
  keys: async () => [],
  provider: null,
  demonstrationPeople: null,
})
  .filter(({ method }) => method === 'GET')
  .map(({ path }) => path)

type Shown = { readonly address: string; readonly to: string; readonly body: string }

/** Every page that somebody else is shown, of every address there is. */
async function shownToOthers(): Promise<readonly Shown[]> {
  const shown: Shown[] = []
  const others = { ravi, sian: town.sian, ewa, gwen: people.Gwen, dai }
  for (const [to, person] of Object.entries(others)) {
    const visitor = await site.visitorOf(person)
    for (const path of addresses) {
      if (noPage.test(path)) continue
      const theirs = to === 'dai' ? { ...things, promise: owed } : things
      const answer = await visitor.get(path.replace(/:(\w+)/g, (_, name) => theirs[name] ?? '-'))
      if (answer.statusCode !== 200) continue
      if (!String(answer.headers['content-type']).startsWith('text/html')) continue
      shown.push({ address: `GET ${path}`, to, body: answer.body })
    }
  }
  return shown
}

describe('A person who told what they need', async () => {
  const shown = await shownToOthers()
  const isAboutHer = (address: string) =>
    alsoAboutHer.includes(address) || aboutHer.includes(page.addresses.get(address) ?? '')

  it('A11 is flagged on every page that names them to somebody else', () => {
    const bare = shown
      .filter(({ address }) => withoutFlag[address] === undefined)
      .filter(({ body }) => textOfMarkup(mainOf(body)).includes(NAME))
      .filter(({ body }) => !flagOf(body).includes(line))
      .map(({ address, to }) => `${address} to ${to}`)
    assert.deepEqual(bare, [], 'Say whom the page is about: `about` of its reply')
  })

  for (const path of addresses) {
    const address = `GET ${path}`
    if (!isAboutHer(address) || noPage.test(path) || withoutFlag[address] !== undefined) continue
    it(`A11 is flagged on ${address}`, () => {
      const flagged = shown.filter((one) => one.address === address && flagOf(one.body) !== '')
      assert.ok(flagged.length > 0, 'Nobody was shown it with the flag')
    })
  }

  it('A11 is flagged to none who see nothing of theirs', () => {
    const told = shown.filter(({ to, body }) => to === 'gwen' && flagOf(body) !== '')
    assert.deepEqual(told, [])
  })
})

async function manager(): Promise<PersonId> {
  const role = { what: 'complaints-manager', organisation: oakLane, from: longAgo, until: null }
  const unknown = { birthDate: null, nhsNumber: null }
  const person = done(await registerPerson(log, { actor: nobody, name: 'Dai Evans', ...unknown }))
  done(await giveRole(log, { actor: nobody, person, ...role }))
  return person
}

async function correction(): Promise<Id> {
  const asks = { by: asha, person: asha, shownAs: NAME }
  // Words that she did not write herself.
  const [received] = await log.db.text<{ entry: Id }>(
    `select stream as entry from record.entries where owner = $1 and title = 'From a file'`,
    [asha],
  )
  assert.ok(received)
  const { entry } = received
  const asking = { entry, holder: oakLane, wrong: 'Not me', right: 'Nothing', evidence: '' }
  return done(await askForCorrection(log, asks, asking, ownLook(asha, '/record'), null))
}

async function complaintOf(): Promise<Id> {
  const by = { by: asha, browser: asha, key: null }
  return done(
    await complain(log, by, {
      says: 'My scan was cancelled twice and nobody told me why.',
      wants: 'An explanation.',
      how: 'written',
      receivedAt: log.clock.now(),
      nation: 'england',
      body: oakLane,
      complainant: asha,
      places: [],
      happenedOn: null,
      representative: null,
      right: null,
      name: NAME,
      contact: '',
      writtenBy: null,
    }),
  )
}

async function promised(): Promise<Id> {
  const made = {
    says: 'We will ring you',
    promiser: { person: dai, organisation: oakLane, shownAs: 'Dai Evans' },
    to: [asha],
    due: '2026-12-01' as Day,
    source: agreedByHand,
    about: null,
    escalateTo: null,
  }
  return done(await promise(log, { person: dai, organisation: oakLane }, made)).stream
}

async function shares(to: Parameters<typeof giveGrant>[1]['giving']['to']): Promise<void> {
  const acts = ['read', 'add', 'print', 'export'] as const
  const giving = { effect: 'permit', to, what: everything, acts, until: null } as const
  const purposes = ['direct-care'] as const
  done(await giveGrant(log, { person: asha, by: asha, giving: { ...giving, purposes } }))
}
