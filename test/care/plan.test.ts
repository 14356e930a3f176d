// B1: a plan belongs to the person; each side proposes, and both agree, on pages and in rows.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type Id, textOfMarkup } from '../../src/basics/index.ts'
import { agreeTogether, aProfessional, ownWriter } from '../../src/care/index.ts'
import { everything, stopGrant } from '../../src/sharing/index.ts'
import { done } from '../attacks/town.ts'
import { letActFor, openPlanTown, toPerson } from './people.ts'

const town = await openPlanTown()
const { site, asha, sian, gwen, ravi, share } = town
const own = await site.visitorOf(asha)
const nurse = await site.visitorOf(sian)
const stranger = await site.visitorOf(gwen)
const theirs = `/people/${asha}/plan`
const sianWrites = aProfessional(sian, 'Sian Rees, Oak Lane Surgery')

const read = async (visitor: typeof own, url: string) => textOfMarkup((await visitor.get(url)).body)
const waiting = async (visitor: typeof own, base: string) =>
  [
    ...(await visitor.get(`${base}/waiting`)).body.matchAll(/type="checkbox"[^>]*value="([^"]+)"/g),
  ].map(([, id]) => id ?? '')

describe('A plan of one’s own', () => {
  it('B1 is begun by the person, and nobody else is needed for that', async () => {
    assert.match(await read(own, '/plan'), /There is no plan yet/)
    assert.equal((await own.post('/plan/begin', {})).statusCode, 303)
    assert.match(await read(own, '/plan'), /Nothing has been agreed by both sides yet/)
  })

  it('B1 shows a change by one side as a proposal until the other agrees', async () => {
    const goal = { says: 'To walk to the shop and back', importance: '8' }
    assert.equal((await own.post('/plan/add/goal', goal)).statusCode, 303)
    assert.doesNotMatch(await read(own, '/plan'), /walk to the shop/)
    assert.match(await read(nurse, `${theirs}/waiting`), /walk to the shop/)
  })

  it('B1 has it when both have agreed, and says who', async () => {
    const [proposal = ''] = await waiting(nurse, theirs)
    assert.equal((await nurse.post(`${theirs}/waiting`, { proposal })).statusCode, 303)
    const shown = await read(own, '/plan')
    assert.match(shown, /To walk to the shop and back/)
    assert.match(shown, /Last agreed by Asha Patel and Sian Rees/)
  })

  it('B1 cannot become agreed by the professionals alone', async () => {
    await nurse.post(`${theirs}/add/strength`, { says: 'She knows her own chest' })
    assert.deepEqual(await waiting(nurse, theirs), [])
    assert.doesNotMatch(await read(own, '/plan'), /knows her own chest/)
    const [proposal = ''] = await waiting(own, '/plan')
    assert.equal((await own.post('/plan/waiting', { proposal })).statusCode, 303)
    assert.match(await read(own, '/plan'), /knows her own chest/)
  })

  it('B1 keeps a no with why, and nothing of it goes in', async () => {
    await nurse.post(`${theirs}/add/need`, { says: 'She does not take her tablets' })
    const [proposal = ''] = await waiting(own, '/plan')
    const no = { proposal, says: 'I take them. They make me sick.' }
    assert.equal((await own.post('/plan/waiting/no', no)).statusCode, 303)
    assert.deepEqual(await waiting(own, '/plan'), [])
    assert.doesNotMatch(await read(own, '/plan'), /does not take/)
  })

  it('B7 has an advance statement in the person’s words alone', async () => {
    const says = 'I do not want to die in hospital'
    const address = `${theirs}/add/advance-statement`
    assert.equal((await nurse.get(address)).statusCode, 403)
    assert.equal((await nurse.post(address, { says })).statusCode, 422)
    assert.equal((await own.post('/plan/add/advance-statement', { says })).statusCode, 303)
    assert.match(await read(own, '/plan'), /die in hospital/)
  })

  it('B1 asks for at least one trigger of a plan for when things go wrong', async () => {
    const refused = await own.post('/plan/add/contingency', { what: 'Ring 999' })
    assert.equal(refused.statusCode, 422)
    assert.match(refused.body, /at least one sign or event/)
  })
})

describe('A plan, to others', () => {
  it('B1 is found by whom it is shared with, and what is not shared has no link', async () => {
    await share(toPerson(gwen), ['read'], { ...everything, kinds: ['network-map'] })
    const linksOf = async (visitor: typeof own, page: string) =>
      [...(await visitor.get(page)).body.matchAll(/href="(\/people\/[^"]+)"/g)]
        .map(([, at = '']) => at.replace(`/people/${asha}/`, ''))
        .sort()
    const all = ['care/information', 'care/meetings', 'care/network', 'care/visits', 'plan']
    assert.deepEqual(await linksOf(nurse, '/people'), [...all, 'record'])
    assert.deepEqual(await linksOf(stranger, '/share/with-me'), ['care/network'])
    for (const at of all) assert.equal((await nurse.get(`/people/${asha}/${at}`)).statusCode, 200)
    const [{ grant = '' } = {}] = await town.log.db.text<{ grant: string }>(
      'select given as grant from sharing.given where owner = $1 and person = $2',
      [asha, gwen],
    )
    done(await stopGrant(town.log, { person: asha, by: asha, grant: grant as Id, key: null }))
    assert.deepEqual(await linksOf(stranger, '/share/with-me'), [])
  })

  it('B1 is not there for somebody with whom nothing is shared', async () => {
    assert.equal((await stranger.get(theirs)).statusCode, 404)
    assert.equal((await stranger.post(`${theirs}/begin`, {})).statusCode, 404)
  })

  it('B1 is written with a carer, who agrees for nobody', async () => {
    await share(toPerson(ravi), ['read', 'add'])
    const father = await site.visitorOf(ravi)
    await father.post(`${theirs}/add/goal`, { says: 'To sleep through the night' })
    const [proposal = ''] = await waiting(own, '/plan')
    assert.equal((await father.post(`${theirs}/waiting`, { proposal })).statusCode, 403)
    assert.equal((await nurse.post(`${theirs}/waiting`, { proposal })).statusCode, 303)
    assert.doesNotMatch(await read(own, '/plan'), /sleep through/)
    assert.equal((await own.post('/plan/waiting', { proposal })).statusCode, 303)
    assert.match(await read(own, '/plan'), /sleep through/)
  })

  it('B1 is read and not written by who acts for the person at the least level', async () => {
    const how = { level: 'visits', basis: 'best-interests', evidence: 'best-interests-note' }
    await letActFor(town, { proxy: gwen, person: asha }, how)
    const acting = await site.visitorOf(gwen)
    await acting.post(`/acting/${asha}`, {})
    const shown = await read(acting, theirs)
    assert.match(shown, /To walk to the shop and back/)
    assert.doesNotMatch(shown, /die in hospital/)
    assert.equal((await acting.get(`${theirs}/waiting`)).statusCode, 404)
    assert.equal((await acting.get(`${theirs}/add/goal`)).statusCode, 404)
  })

  it('B1 leaves a receipt', async () => {
    await nurse.get(theirs)
    assert.match(await read(own, '/looks'), /Sian Rees/)
  })
})

describe('Two who change the same place at once', () => {
  it('B1 lose nothing, and see each other’s change', async () => {
    await own.post('/plan/add/strength', { says: 'I ask when I do not know' })
    const [proposal = ''] = await waiting(nurse, theirs)
    await nurse.post(`${theirs}/waiting`, { proposal })
    const page = (await own.get('/plan')).body
    const part = [...page.matchAll(/part\/([0-9a-f-]+)\/change/g)].at(-1)?.[1] ?? ''
    const seen = JSON.stringify({ says: 'I ask when I do not know' })
    const [mine, hers] = [
      { says: 'I ask, and I write it down', seen },
      { says: 'She asks, and brings a list', seen },
    ]
    const strength = await partSaying('I ask when I do not know')
    assert.ok(part !== '' && strength !== '')
    await own.post(`/plan/part/${strength}/change`, mine)
    const second = await nurse.post(`${theirs}/part/${strength}/change`, hers)
    assert.match(String(second.headers.location), /just=both/)
    const [forHer = ''] = await waiting(nurse, theirs)
    await nurse.post(`${theirs}/waiting`, { proposal: forHer })
    assert.match(await read(own, '/plan'), /I ask, and I write it down/)
    assert.match(await read(own, '/plan/waiting'), /She asks, and brings a list/)
    const [forMe = ''] = await waiting(own, '/plan')
    const late = await own.post('/plan/waiting', { proposal: forMe })
    assert.match(textOfMarkup(late.body), /has changed since this was proposed/)
  })

  it('B1 keeps a part as private as the person says', async () => {
    const strength = await partSaying('I ask, and I write it down')
    await own.post(`/plan/part/${strength}/private`, { labels: 'mental' })
    assert.match(
      (await own.get(`/plan/part/${strength}/private`)).body,
      /checked=""[^>]*value="mental"/,
    )
    assert.equal((await nurse.get(`${theirs}/part/${strength}/private`)).statusCode, 404)
  })

  it('C8 counts on one device only what is not left out there', async () => {
    const beside = await site.visitorOf(asha)
    await beside.post('/share/private', { do: 'hide-here' })
    const counted = async (visitor: typeof own) =>
      Number(/You agreed to (\d+) parts/.exec(await read(visitor, '/care'))?.[1])
    assert.equal(await counted(beside), (await counted(own)) - 1)
    assert.doesNotMatch(await read(beside, '/plan'), /I ask, and I write it down/)
  })
})

async function partSaying(says: string): Promise<string> {
  const rows = await town.log.db.text<{ item: string }>(
    'select item from care.items where owner = $1 and title = $2',
    [asha, says],
  )
  return rows[0]?.item ?? ''
}

describe('A review of a plan', () => {
  const meeting = { time: '9.30', place: 'The diabetes clinic', agenda: 'My feet\nThe new tablets' }
  const on = { 'on-day': '5', 'on-month': '1', 'on-year': '2027' }
  let at = ''

  it('B6 is a meeting with an agenda to which both sides add', async () => {
    const planned = await nurse.post(`${theirs}/reviews`, { ...meeting, ...on })
    assert.equal(planned.statusCode, 303)
    at = String(planned.headers.location).slice(theirs.length)
    await own.post(`/plan${at}/agenda`, { says: 'Can I drive?' })
    const shown = await read(nurse, `${theirs}${at}`)
    assert.match(shown, /My feet.*Sian Rees/s)
    assert.match(shown, /Can I drive\? \(Asha Patel\)/)
  })

  it('B6 goes into a calendar without a word of health', async () => {
    const { body, headers } = await own.get(`/plan${at}/calendar.ics`)
    assert.match(String(headers['content-type']), /text\/calendar/)
    assert.match(body, /DTSTART:20270105T093000\r\n/)
    assert.doesNotMatch(body, /diabetes|feet|Asha|Sian|plan/i)
  })

  it('B6 says who came and what each role does', async () => {
    const held = {
      came: 'Asha Patel\nSian Rees, nurse\nOwen Davies, pharmacist',
      actions: 'Nurse: looks at the feet again in March\nPharmacist: explains the tablets',
    }
    const next = { 'next-day': '6', 'next-month': '7', 'next-year': '2027' }
    assert.equal((await nurse.post(`${theirs}${at}/held`, { ...held, ...next })).statusCode, 303)
    const shown = await read(own, `/plan${at}`)
    assert.match(shown, /Owen Davies, pharmacist/)
    assert.match(shown, /Pharmacist: explains the tablets/)
  })

  it('B1 changes nothing but the date, and that when both agree', async () => {
    const before = await read(own, '/plan/versions')
    const waits = await waiting(own, '/plan')
    const page = await read(own, '/plan/waiting')
    assert.match(page, /When is the plan looked at again\?.*6 July 2027/s)
    const last = waits.at(-1) ?? ''
    assert.equal((await own.post('/plan/waiting', { proposal: last })).statusCode, 303)
    assert.match(await read(own, '/plan'), /looked at again by 6 July 2027/)
    const newest = Number(/Version (\d+), /.exec(await read(own, '/plan/versions'))?.[1])
    assert.ok(newest > Number(/Version (\d+), /.exec(before)?.[1]))
    const address = `/plan/versions/compare?from=${newest - 1}&to=${newest}`
    assert.match(await read(own, address), /One thing differs/)
  })

  it('B1 shows twenty versions a page, and all of them over the pages', async () => {
    const proposer = ownWriter(ravi, 'Ravi Patel')
    const father = await site.visitorOf(ravi)
    const logs = { proposed: town.log, agreed: town.log }
    for (let number = 1; number <= 23; number += 1) {
      const set = { says: `Strength ${number}` }
      const wish = { kind: 'strength' as const, set, part: null, under: null, was: {} }
      const wishes = [{ ...wish, remove: false, because: null }]
      const sitting = {
        person: ravi,
        proposer,
        other: sianWrites,
        wishes,
        key: `strength ${number}`,
      }
      done(await agreeTogether(logs, sitting))
    }
    const numbersOn = async (page: number) =>
      [
        ...(await father.get(`/plan/versions?page=${page}`)).body.matchAll(
          /<h2[^>]*>Version (\d+)</g,
        ),
      ].map(([, number]) => Number(number))
    const [first, second] = [await numbersOn(1), await numbersOn(2)]
    assert.deepEqual([first.length, second.length], [20, 3])
    const all = [...first, ...second]
    assert.deepEqual(
      all,
      Array.from(all, (_, place) => all.length - place),
    )
    assert.match(await read(father, '/plan/versions'), /Page 1 of 2/)
  })

  it('B6 that was held is not held again', async () => {
    const again = await nurse.post(`${theirs}${at}/agenda`, { says: 'More' })
    assert.equal(again.statusCode, 422)
  })
})

describe('A plan taken elsewhere', () => {
  it('B1 goes out under the headings of the standard, and says what is not known', async () => {
    const { body } = await own.get('/plan/plan.json')
    const json = JSON.parse(body)
    const plan = json['Personalised care and support plan']
    assert.equal(plan.version, '2.0')
    assert.match(body, /To walk to the shop and back/)
    assert.ok(json['Coproduce: not known here'].includes('GP practice identifier'))
  })

  it('B1 goes out as FHIR', async () => {
    const bundle = JSON.parse((await own.get('/plan/plan.fhir.json')).body)
    const types = bundle.entry.map((one: { resource: { resourceType: string } }) => one.resource)
    for (const type of ['CarePlan', 'Goal', 'Consent']) {
      assert.ok(types.some(({ resourceType }: { resourceType: string }) => resourceType === type))
    }
  })
})

describe('The person’s own words', () => {
  it('B1 stand in the plan from the record, and say who helped', async () => {
    const says = 'My garden. My grandchildren.'
    await own.post('/plan/about-me/what-matters', { says, helped: 'Ravi Patel' })
    await own.post('/plan/about-me/what-matters', { says: `${says} Quiet.`, helped: '' })
    const shown = await read(nurse, theirs)
    assert.match(shown, /My grandchildren\. Quiet\./)
    assert.equal(shown.split('My garden').length, 2)
  })

  it('B1 say for each goal where help was looked for, oneself first and money last', async () => {
    const go = (page: string, fields: Record<string, string>) =>
      own.post(`/plan/goal/${page}`, fields)
    const first = await go('wanted', { says: 'To cook for my family again', importance: '9' })
    assert.match(String(first.headers.location), /goal\/me$/)
    const order: string[] = []
    let next = String(first.headers.location)
    for (const does of ['I peel while I sit', 'Ravi lifts the pans', '', '', '']) {
      const layer = next.split('/').at(-1) ?? ''
      order.push(layer)
      next = String((await go(layer, { [`${layer}-does`]: does })).headers.location)
    }
    assert.deepEqual(order, ['me', 'people', 'place', 'services', 'money'])
    assert.match(await read(own, next), /Ravi lifts the pans/)
    assert.equal((await go('check', {})).statusCode, 303)
    const all = await waiting(nurse, theirs)
    for (const proposal of all.slice(-3)) await nurse.post(`${theirs}/waiting`, { proposal })
    const shown = await read(own, '/plan')
    assert.match(shown, /To cook for my family again/)
    assert.match(shown, /1 of \d goals is met without a service/)
  })
})

describe('Somebody who opens it in an emergency', () => {
  it('B7 reads first what happens when things go wrong', async () => {
    const lines = {
      name: 'When my chest is bad',
      triggers: 'I cannot speak a sentence',
      what: 'Ring 999',
    }
    await own.post('/plan/add/contingency', lines)
    const proposal = (await waiting(nurse, theirs)).at(-1) ?? ''
    await nurse.post(`${theirs}/waiting`, { proposal })
    const shown = await read(nurse, `/share/with-me/${asha}/direct-care`)
    const place = shown.indexOf('When my chest is bad')
    assert.ok(place > 0 && place < shown.indexOf('To walk to the shop'))
    assert.ok(place < shown.indexOf('My grandchildren'))
    const plan = await read(nurse, theirs)
    assert.ok(plan.indexOf('When my chest is bad') < plan.indexOf('My grandchildren'))
  })
})
