// B1 B6: a plan from elsewhere comes in part by part, and a second one as a supporting plan.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { nhsNumberOf, textOfMarkup } from '../../src/basics/index.ts'
import { toPrsb } from '../../src/care/domain/plan/prsb.ts'
import { multipart, type Part } from '../web/multipart.ts'
import { hiddenField } from '../web/site.ts'
import { openPlanTown } from './people.ts'

const town = await openPlanTown()
const { site, asha, sian } = town
const own = await site.visitorOf(asha)
const nurse = await site.visitorOf(sian)
const theirs = `/people/${asha}/plan`
const read = async (visitor: typeof own, url: string) => textOfMarkup((await visitor.get(url)).body)

const walk = {
  ...{ kind: 'action' as const, inner: [] },
  values: { says: 'Walk to the park', when: 'Daily', status: 'In progress' },
}
const goal = {
  ...{ kind: 'goal' as const, inner: [walk] },
  values: { says: 'To walk without pain', importance: 9 },
}
const wish = {
  ...{ kind: 'advance-statement' as const, inner: [] },
  values: { says: 'Not in a hospital' },
}
const crisis = {
  ...{ kind: 'contingency' as const, inner: [wish] },
  values: { name: 'When my back locks', triggers: ['I cannot stand up'], review: 'in spring' },
}
const elsewhere = JSON.stringify(
  toPrsb({ person: {}, gpPractice: [], aboutMe: {}, agreement: null, parts: [goal, crisis] }),
)

async function bring(file: string | null, name = 'The plan of the pain clinic') {
  const page = (await own.get('/me')).body
  const parts: Part[] = [
    ...['form-guard', 'form-key'].map((one) => ({ name: one, value: hiddenField(page, one) })),
    { name: 'name', value: name },
    ...(file === null ? [] : [{ name: 'files', file: 'plan.json', bytes: file }]),
  ]
  const { headers, ...rest } = multipart(parts)
  const cookie = own.cookie
  return site.app.inject({ ...rest, url: '/plan/bring', headers: { ...headers, cookie } })
}

describe('A plan that was made elsewhere', () => {
  it('B1 is refused where there is no plan in the file, and nothing is written', async () => {
    for (const file of ['not JSON', '[]', '{"Personalised care and support plan":{}}', '7']) {
      const refused = await bring(file)
      assert.equal(refused.statusCode, 422, file)
      assert.match(refused.body, /There is no plan in this file/)
    }
    assert.match((await bring(null)).body, /Select a file/)
    assert.match((await bring(elsewhere, '')).body, /Enter what you call it/)
    assert.match(await read(own, '/plan'), /There is no plan yet/)
  })

  it('B1 is not taken where the file says that it is of somebody else', async () => {
    const number = nhsNumberOf('999000777') ?? ''
    const theirs = elsewhere.replace('"Person demographics":{', `$&"NHS number":"${number}"`)
    assert.ok(theirs.includes(number))
    const refused = await bring(theirs)
    assert.equal(refused.statusCode, 422)
    assert.match(refused.body, /another NHS number than yours/)
    assert.match(await read(own, '/plan'), /There is no plan yet/)
  })

  it('B1 waits part by part in an empty plan, and says what could not be taken', async () => {
    const told = await bring(elsewhere)
    assert.equal(told.statusCode, 200, told.body)
    const text = textOfMarkup(told.body)
    assert.match(text, /3 parts of it wait for the yes of your care team/)
    assert.match(text, /Status.*Planned review date.*Advance statement/s)
    assert.doesNotMatch(await read(own, '/plan'), /To walk without pain/)
    assert.match(await read(nurse, `${theirs}/waiting`), /To walk without pain.*I cannot stand/s)
  })

  it('B1 is in the plan once both have agreed, each part in its place', async () => {
    const ticks = (await nurse.get(`${theirs}/waiting`)).body
    for (const [, proposal = ''] of ticks.matchAll(/type="checkbox"[^>]*value="([^"]+)"/g)) {
      assert.equal((await nurse.post(`${theirs}/waiting`, { proposal })).statusCode, 303)
    }
    const shown = await read(own, '/plan')
    assert.match(shown, /To walk without pain.*Walk to the park.*When my back locks/s)
    assert.doesNotMatch(shown, /Not in a hospital/)
  })

  it('B6 is proposed as an additional supporting plan where there is one already', async () => {
    const told = await bring(elsewhere)
    assert.match(textOfMarkup(told.body), /It waits as a supporting plan/)
    const [proposal] = [...(await nurse.get(`${theirs}/waiting`)).body.matchAll(/value="([^"]+)"/g)]
      .map(([, value = '']) => value)
      .filter((value) => /^[0-9a-f-]{36}$/.test(value))
      .slice(-1)
    assert.equal(
      (await nurse.post(`${theirs}/waiting`, { proposal: proposal ?? '' })).statusCode,
      303,
    )
    const shown = await read(own, '/plan')
    assert.match(shown, /Supporting plans.*The plan of the pain clinic.*To walk without pain/s)
    assert.deepEqual(site.failures, [])
  })
})
