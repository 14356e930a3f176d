// Promises of health scrutiny: referred, on an agenda, with its evidence, published by members.
import assert from 'node:assert/strict'
import type { AddressInfo } from 'node:net'
import { after, describe, it } from 'node:test'
import {
  asDay,
  type Id,
  type OrganisationId,
  type PersonId,
  type Result,
} from '../../src/basics/index.ts'
import { giveRole, registerOrganisation, registerPerson } from '../../src/identity/index.ts'
import { rebuild } from '../../src/log/index.ts'
import { loadReport } from '../../src/voice/actions/report.ts'
import { loadMatter } from '../../src/voice/actions/scrutinise.ts'
import { countMembers } from '../../src/voice/domain/scrutiny/matter.ts'
import {
  acknowledgeMatter,
  decideOnDraft,
  draftScrutinyReport,
  listEvidence,
  postReport,
  publishAgreed,
  putOnAgenda,
  referMatter,
  tellOfMatter,
} from '../../src/voice/index.ts'
import { openWholeSite } from '../attacks/whole-site.ts'
import { axe, openBrowser, sidewaysScroll } from '../browser.ts'

const { app, log, clock, visitorOf, newId } = await openWholeSite()
await app.listen({ host: '127.0.0.1', port: 0 })
const baseURL = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
const browser = await openBrowser()
after(() => browser.close())

const nobody = { by: null, onBehalfOf: null }
const from = asDay('2024-01-01')

function done<T>(result: Result<T>): T {
  assert.ok(result.ok, JSON.stringify(result))
  return result.value
}
const refusal = (result: Result<unknown>): string => (result.ok ? 'done' : result.refusal.code)

async function body(name: string, what: string, odsCode: string | null): Promise<OrganisationId> {
  const about = { actor: nobody, name, odsCode, what, from }
  return done(await registerOrganisation(log, about))
}
async function worker(organisation: OrganisationId, name: string, role: string) {
  const known = { name, birthDate: null, nhsNumber: null }
  const person: PersonId = done(await registerPerson(log, { actor: nobody, ...known }))
  done(await giveRole(log, { actor: nobody, person, what: role, organisation, from, until: null }))
  return { person, at: { person, organisation }, web: await visitorOf(person) }
}

const council = await body('Millbrook Council', 'local-authority', null)
const otherCouncil = await body('Elsewhere Council', 'local-authority', null)
const healthwatch = await worker(
  await body('Healthwatch Millbrook', 'local-healthwatch', null),
  'Carys',
  'facilitator',
)
const trust = await worker(
  await body('Elm Street Hospital', 'nhs-trust', 'Z99002'),
  'Megan',
  'complaints-manager',
)
const officer = await worker(council, 'Ola Officer', 'scrutiny-officer')
const members = [
  await worker(council, 'Councillor Ash', 'scrutiny-member'),
  await worker(council, 'Councillor Birch', 'scrutiny-member'),
  await worker(council, 'Councillor Cedar', 'scrutiny-member'),
  await worker(council, 'Councillor Elder', 'scrutiny-member'),
] as const
const stranger = await worker(otherCouncil, 'Councillor Fir', 'scrutiny-member')

const referral = { title: 'Nights in emergency', why: 'Two answers never came.', report: null }
const referred = async (more: object = {}, by = healthwatch) =>
  done(await referMatter(log, by.at, { ...referral, committee: council, ...more }, null))

const item = (more: object = {}) => ({
  meetingOn: asDay('2026-11-26'),
  where: 'Town Hall, room 2',
  item: 3,
  commentsBy: asDay('2026-11-25'),
  commentsTo: 'Write to the Town Hall',
  ...more,
})
const piece = {
  what: 'Timetables of the buses',
  givenBy: 'The bus company',
  givenOn: asDay('2026-11-20'),
  way: 'document',
}
const parts = {
  matter: 'Nights in the department',
  evidence: 'A visit by night, and timetables',
  participants: 'Four councillors and Healthwatch',
  explanation: 'People waited in the dark',
}
const draft = {
  title: 'A night in emergency',
  summary: 'We looked into it.',
  addressee: 'z99002',
  recommendations: ['Put up a screen', '', 'Say it every hour'],
  parts,
}

/** A matter taken up, on today’s agenda, with one piece of evidence. */
async function lookedInto(): Promise<Id> {
  const matter = await referred()
  const says = 'We look into it in November.'
  done(await acknowledgeMatter(log, officer.at, matter, { takenUp: true, says }, null))
  const today = { meetingOn: asDay('2026-11-23'), commentsBy: asDay('2026-11-23') }
  done(await putOnAgenda(log, officer.at, matter, item(today), null))
  done(await listEvidence(log, officer.at, matter, piece, null))
  return matter
}
const drafted = async (more: object = {}) => {
  const matter = await lookedInto()
  done(await draftScrutinyReport(log, officer.at, matter, { ...draft, ...more }, null))
  return matter
}
type Vote = 'for' | 'against' | 'abstained'
const decides = (who: (typeof members)[number], matter: Id, decision: Vote, of = 1) =>
  decideOnDraft(log, who.at, matter, { draft: of, decision, says: `I am ${decision}` }, null)
const pageOf = async (path: string) => (await fetch(`${baseURL}${path}`)).text()

describe('V5 A referral', () => {
  it('V5 of a report is made once an answer is late, by whoever posted it', async () => {
    const points = ['One', 'Two', 'Three']
    const report = { title: 'Left alone', summary: 'x', addressee: 'Z99002', parts: null }
    const posted = { ...report, recommendations: points }
    const id = done(await postReport(log, healthwatch.at, posted, null))
    const asked = { ...referral, committee: council, report: id }
    assert.equal(refusal(await referMatter(log, healthwatch.at, asked, null)), 'matter-not-late')
    clock.moveTo('2026-12-22T09:00:00Z')
    // A month later whoever was signed in has to sign in again.
    const web = await visitorOf(healthwatch.person)
    const charity = await worker(await body('A charity', 'charity', null), 'Kofi', 'facilitator')
    assert.equal(refusal(await referMatter(log, charity.at, asked, null)), 'report-unknown')
    assert.match((await web.get(`/reports/${id}`)).body, /scrutiny\/new\?report=/)
    const form = (await web.get(`/scrutiny/new?report=${id}`)).body
    assert.match(form, /Left alone/)
    const fields = { title: 'No answers', why: 'Nobody answered.', committee: council, report: id }
    const sent = await web.post('/scrutiny/new', fields)
    assert.equal(sent.statusCode, 303, sent.body)
    assert.match(await pageOf(sent.headers.location ?? ''), /recommendations 1, 2,? and 3/)
    assert.match(await pageOf(`/reports/${id}`), /was referred to health scrutiny[\s\S]*No answers/)
    clock.moveTo('2026-11-23T09:00:00Z')
  })

  it('V5 is acknowledged in 20 working days beginning with its day, or it shows', async () => {
    const matter = await referred({ title: 'Silence here' })
    // Monday 23 November is day 1; the twentieth is Friday 18 December.
    assert.equal((await loadMatter(log, matter)).referred?.acknowledgeBy, '2026-12-18')
    clock.moveTo('2026-12-18T23:00:00Z')
    assert.doesNotMatch(await pageOf(`/scrutiny/${matter}`), /No word from the committee/)
    clock.moveTo('2026-12-19T09:00:00Z')
    assert.match(await pageOf(`/scrutiny/${matter}`), /No word from the committee/)
    assert.match(await pageOf('/scrutiny'), /due by 18 December 2026/)
    clock.moveTo('2026-11-23T09:00:00Z')
  })

  it('V5 is made by a body with a mandate, to a council, in words', async () => {
    const to = (committee: OrganisationId, by = healthwatch, more = {}) =>
      referMatter(log, by.at, { ...referral, committee, ...more }, null)
    assert.equal(refusal(await to(council, trust)), 'matter-may-not-refer')
    assert.equal(refusal(await to(council, stranger)), 'matter-may-not-refer')
    assert.equal(refusal(await to(trust.at.organisation)), 'matter-committee-unknown')
    assert.equal(refusal(await to(council, healthwatch, { title: ' ' })), 'matter-words-missing')
    assert.equal(refusal(await to(council, healthwatch, { why: ' ' })), 'matter-words-missing')
    const own = done(await to(council, officer))
    assert.equal((await loadMatter(log, own)).referred?.acknowledgeBy, null)
    const twice = { takenUp: true, says: 'Yes' }
    const needless = await acknowledgeMatter(log, officer.at, own, twice, null)
    assert.equal(refusal(needless), 'matter-acknowledged-already')
  })

  it('V5 whoever referred it is kept informed of each step, and the committee of it', async () => {
    const matter = await referred()
    await tellOfMatter(log, { stream: matter, fact: newId() })
    assert.match((await officer.web.get('/messages')).body, /A matter was referred/)
    done(await acknowledgeMatter(log, officer.at, matter, { takenUp: false, says: 'No' }, null))
    await tellOfMatter(log, { stream: matter, fact: newId() })
    assert.match((await healthwatch.web.get('/messages')).body, /The committee took a step/)
    const late = await putOnAgenda(log, officer.at, matter, item(), null)
    assert.equal(refusal(late), 'matter-not-taken-up')
  })
})

describe('V5 An agenda and a list of evidence', () => {
  it('V5 the agenda shows to everybody by meeting, and says how to comment', async () => {
    const matter = await lookedInto()
    done(await putOnAgenda(log, officer.at, matter, item(), null))
    const list = await pageOf('/scrutiny')
    assert.match(list, /26 November 2026[\s\S]*Town Hall, room 2[\s\S]*Item 3/)
    const page = await pageOf(`/scrutiny/${matter}`)
    assert.match(page, /Everybody can comment until 25 November 2026/)
    assert.match(page, /Write to the Town Hall/)
    assert.match(page, /Timetables of the buses[\s\S]*The bus company/)
  })

  it('V5 neither is made for a day that cannot be, or without words', async () => {
    const matter = await lookedInto()
    const agenda = async (more: object) =>
      refusal(await putOnAgenda(log, officer.at, matter, item(more), null))
    assert.equal(await agenda({ meetingOn: asDay('2026-11-22') }), 'matter-meeting-past')
    assert.equal(await agenda({ commentsBy: asDay('2026-11-27') }), 'matter-comments-day')
    assert.equal(await agenda({ commentsBy: asDay('2026-11-22') }), 'matter-comments-day')
    assert.equal(await agenda({ commentsTo: ' ' }), 'matter-words-missing')
    const evidence = async (more: object) =>
      refusal(await listEvidence(log, officer.at, matter, { ...piece, ...more }, null))
    assert.equal(await evidence({ givenOn: asDay('2026-11-24') }), 'matter-evidence-future')
    assert.equal(await evidence({ what: ' ' }), 'matter-words-missing')
    done(await listEvidence(log, officer.at, matter, piece, null))
    const { evidence: listed } = await loadMatter(log, matter)
    assert.deepEqual(
      listed.map(({ number }) => number),
      [1, 2],
    )
  })
})

describe('V5 The report of a committee', () => {
  it('V5 contains the four statutory parts (facts F6) or is not even drafted', async () => {
    const matter = await lookedInto()
    for (const name of ['matter', 'evidence', 'participants', 'explanation'] as const) {
      const without = { ...draft, parts: { ...parts, [name]: ' ' } }
      const refused = await draftScrutinyReport(log, officer.at, matter, without, null)
      assert.equal(refusal(refused), 'report-part-missing', name)
      assert.equal(refused.ok ? '' : refused.refusal.field, name)
    }
  })

  it('V5 needs a list of evidence and an agenda before it', async () => {
    const matter = await referred()
    const gives = () => draftScrutinyReport(log, officer.at, matter, draft, null)
    assert.equal(refusal(await gives()), 'matter-not-taken-up')
    done(await acknowledgeMatter(log, officer.at, matter, { takenUp: true, says: 'Yes' }, null))
    assert.equal(refusal(await gives()), 'matter-not-on-agenda')
    done(await putOnAgenda(log, officer.at, matter, item(), null))
    assert.equal(refusal(await gives()), 'matter-evidence-missing')
    done(await listEvidence(log, officer.at, matter, piece, null))
    done(await gives())
    const early = await decides(members[0], matter, 'for')
    assert.equal(refusal(early), 'matter-not-on-agenda', 'not before the day of the meeting')
  })

  it('V5 is published by its members only, when 3 decided and more are for it', async () => {
    const matter = await drafted()
    assert.equal(refusal(await decides(officer, matter, 'for')), 'matter-not-member')
    assert.equal(refusal(await decides(stranger, matter, 'for')), 'matter-not-your-committee')
    done(await decides(members[0], matter, 'for'))
    assert.equal(refusal(await decides(members[0], matter, 'for')), 'matter-decided-already')
    done(await decides(members[1], matter, 'against'))
    await publishAgreed(log, matter)
    assert.equal((await loadMatter(log, matter)).agreed, null)
    assert.doesNotMatch(await pageOf(`/scrutiny/${matter}`), /We looked into it/)
    done(await decides(members[2], matter, 'for'))
    await publishAgreed(log, matter)
    await publishAgreed(log, matter)
    const { agreed } = await loadMatter(log, matter)
    assert.ok(agreed !== null)
    const { posted } = await loadReport(log, agreed.report)
    assert.deepEqual(posted?.recommendations, ['Put up a screen', 'Say it every hour'])
    // Twenty-eight plain days from the day on which the members agreed.
    assert.equal(posted?.due, '2026-12-21')
    const report = await pageOf(`/reports/${agreed.report}`)
    for (const part of Object.values(parts)) assert.ok(report.includes(part), part)
    assert.match(report, /How the committee came to this report/)
    const page = await pageOf(`/scrutiny/${matter}`)
    assert.match(page, /Councillor Birch[\s\S]*Against[\s\S]*I am against/)
    assert.equal(refusal(await decides(members[3], matter, 'for')), 'matter-ended')
  })

  it('V5 is not published by as many against it, and a new draft is decided on anew', async () => {
    const matter = await drafted()
    done(await decides(members[0], matter, 'for'))
    done(await decides(members[1], matter, 'against'))
    done(await decides(members[2], matter, 'abstained'))
    assert.equal((await loadMatter(log, matter)).agreed, null)
    done(await draftScrutinyReport(log, officer.at, matter, draft, null))
    assert.deepEqual((await loadMatter(log, matter)).decisions, [])
    assert.equal(refusal(await decides(members[3], matter, 'for', 1)), 'matter-draft-missing')
    const one = (decision: Vote) => ({ decision })
    assert.equal(countMembers([one('for'), one('for')]).enough, false)
    assert.equal(countMembers([one('for'), one('for'), one('against')]).enough, true)
    assert.equal(countMembers([one('for'), one('against'), one('abstained')]).enough, false)
  })

  it('V5 has the same rows after a rebuild', async () => {
    const rows = () => log.db.text('select * from voice.matters order by stream')
    const before = await rows()
    assert.ok(before.length > 5)
    await rebuild(log)
    assert.deepEqual(await rows(), before)
  })
})

describe('V5 Health scrutiny on the web', () => {
  it('V5 goes from referral to report without JavaScript, on a telephone, with axe', async () => {
    const referral = { title: 'By the web', why: 'Nobody answered.', committee: council }
    const sent = await healthwatch.web.post('/scrutiny/new', referral)
    const at = sent.headers.location ?? ''
    const step = async (by: typeof officer, name: string, fields: Record<string, string>) => {
      const reply = await by.web.post(`${at}/${name}`, fields)
      assert.equal(reply.statusCode, 303, `${name} ${reply.body}`)
    }
    const wrong = await officer.web.post(`${at}/acknowledge`, { says: 'Yes' })
    assert.equal(wrong.statusCode, 422)
    assert.match(wrong.body, /Select one/)
    await step(officer, 'acknowledge', { takenUp: 'yes', says: 'We look into it.' })
    const day = (name: string, d = '23') => ({
      [`${name}-day`]: d,
      [`${name}-month`]: '11',
      [`${name}-year`]: '2026',
    })
    const meeting = { where: 'Hall', item: '1', commentsTo: 'Write', ...day('meetingOn') }
    await step(officer, 'agenda', { ...meeting, ...day('commentsBy') })
    const given = { what: 'A letter', givenBy: 'A group', way: 'document' }
    await step(officer, 'evidence', { ...given, ...day('givenOn', '20') })
    const words = { ...draft, parts: '', ...parts, recommendations: 'One\nTwo' }
    await step(officer, 'draft', words as unknown as Record<string, string>)
    const read = (await members[0].web.get(`${at}/decide`)).body
    for (const part of Object.values(parts)) assert.ok(read.includes(part), part)
    for (const one of members.slice(0, 3)) {
      await step(one, 'decide', { draft: '1', decision: 'for' })
    }
    assert.match(await pageOf(at), /The report is published/)
    const context = await browser.newContext({
      baseURL,
      javaScriptEnabled: false,
      viewport: { width: 320, height: 800 },
    })
    const page = await context.newPage()
    await page.goto('/scrutiny')
    await page.getByRole('link', { name: 'By the web' }).last().click()
    await page.getByRole('heading', { name: 'List of evidence' }).waitFor()
    assert.equal(await sidewaysScroll(page), 0)
    await context.close()
    const scripted = await browser.newPage({ baseURL })
    for (const path of ['/scrutiny', at]) {
      await scripted.goto(path)
      assert.deepEqual(await axe(scripted), [], path)
    }
    await scripted.close()
  })

  it('V5 opens no step to anybody without a seat in that very committee', async () => {
    const matter = await drafted()
    for (const name of ['acknowledge', 'agenda', 'evidence', 'draft', 'decide']) {
      const path = `/scrutiny/${matter}/${name}`
      assert.equal((await trust.web.get(path)).statusCode, 403, name)
      assert.equal((await stranger.web.get(path)).statusCode, 403, name)
      assert.equal((await stranger.web.post(path, {})).statusCode, 403, name)
    }
    // A seat elsewhere, and another kind of work here: neither opens a step.
    const both = await worker(otherCouncil, 'Two hats', 'scrutiny-member')
    const here = { what: 'nurse', organisation: council, from, until: null }
    done(await giveRole(log, { actor: nobody, person: both.person, ...here }))
    const two = { person: both.person, organisation: council }
    const made = { draft: 1, decision: 'for' as const, says: '' }
    assert.equal(refusal(await decideOnDraft(log, two, matter, made, null)), 'matter-not-member')
    assert.match((await both.web.get(`/scrutiny/${newId()}/draft`)).body, /no such matter/)
  })
})
