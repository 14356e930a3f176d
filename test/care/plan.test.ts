// B1: a plan belongs to the person; each side proposes, and both agree, on pages and in rows.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { textOfMarkup } from '../../src/basics/index.ts'
import { openPlanTown, toPerson } from './people.ts'

const town = await openPlanTown()
const { site, asha, sian, gwen, ravi, share } = town
const own = await site.visitorOf(asha)
const nurse = await site.visitorOf(sian)
const stranger = await site.visitorOf(gwen)
const theirs = `/people/${asha}/plan`

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
    assert.equal((await nurse.post(`${theirs}/add/advance-statement`, { says })).statusCode, 422)
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
})

async function partSaying(says: string): Promise<string> {
  const rows = await town.log.db.text<{ item: string }>(
    'select item from care.items where owner = $1 and title = $2',
    [asha, says],
  )
  return rows[0]?.item ?? ''
}
