// E11: the map of a network on pages and in rows: drawn, shared without names, answered, compared.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { textOfMarkup } from '../../src/basics/index.ts'
import { placeOnMap, wideSize } from '../../src/care/pages/network/place-on-map.ts'
import { acceptTie, offerTie } from '../../src/identity/index.ts'
import { done, longAgo, nobody } from '../attacks/town.ts'
import { idOf } from './folding.ts'
import { openPlanTown } from './people.ts'

const town = await openPlanTown()
const { site, log, asha, sian, gwen, ravi } = town
const offer = { what: 'carer', helper: ravi, helped: asha, offeredBy: ravi, from: longAgo }
const tie = done(await offerTie(log, { actor: nobody, ...offer, until: null }))
done(await acceptTie(log, { actor: nobody, by: asha, tie }))
const own = await site.visitorOf(asha)
const father = await site.visitorOf(ravi)
const nurse = await site.visitorOf(sian)
const stranger = await site.visitorOf(gwen)
const theirs = `/people/${asha}/care/network`

type Visitor = typeof own
const read = async (visitor: Visitor, url: string) => textOfMarkup((await visitor.get(url)).body)
const rowOf = (body: string, called: string) =>
  body.match(/<tr.*?<\/tr>/gs)?.find((row) => row.includes(called)) ?? ''
const editOf = async (called: string) =>
  rowOf((await own.get('/care/network')).body, called).match(/href="([^"]+)"/)?.[1] ?? ''

const add = (fields: Record<string, string>) =>
  own.post('/care/network/add', {
    ...{ called: 'Meera', kind: 'friend', ring: '1', contact: 'weekly', support: 'emotional' },
    ...fields,
  })

describe('A map of one’s own', () => {
  it('E11 begins empty and says how to begin', async () => {
    assert.match(await read(own, '/care/network'), /Your map is empty/)
  })

  it('E11 is a picture in three rings with a table that says the same', async () => {
    assert.equal((await add({})).statusCode, 303)
    assert.equal((await add({ called: 'Dad', kind: 'family', person: ravi })).statusCode, 303)
    assert.equal((await add({ called: 'Choir', kind: 'group', ring: '3' })).statusCode, 303)
    const { body } = await own.get('/care/network')
    assert.equal(body.match(/class="cp-network-ring cp-network-ring-\d"/g)?.length, 6)
    assert.match(body, /<desc id="network-wide-says">[^<]*nearest to them are 2/)
    for (const called of ['Meera', 'Dad', 'Choir']) {
      assert.match(body, new RegExp(`<text[^>]*>${called}</text>`))
      assert.notEqual(rowOf(body, called), '')
    }
    assert.match(rowOf(body, 'Choir'), /Further out/)
  })

  it('E11 names each on the far side of the middle, where no thread runs through it', async () => {
    const { body } = await own.get('/care/network')
    const spots = body.matchAll(/number" x="[^"]+" y="([^"]+)".*?name" x="[^"]+" y="([^"]+)"/gs)
    const heights = [...spots].map(([, dot, name]) => [Number(dot) - 5, Number(name)] as const)
    assert.equal(heights.length, 3)
    const middle = wideSize.height / 2
    for (const [dot, name] of heights) assert.equal(name < dot, dot < middle - 8, `${dot} ${name}`)
  })

  it('E11 says its type and what is missing, with somewhere to look', async () => {
    const shown = await read(own, '/care/network')
    assert.match(shown, /Many kinds of people/)
    assert.match(shown, /Nobody on your map helps you with your illness/)
    assert.match(shown, /Look for others who live with the same illness/)
    assert.match(shown, /nobody has confirmed it yet/)
  })

  it('E11 asks for a name and says so beside the field', async () => {
    const refused = await add({ called: '' })
    assert.equal(refused.statusCode, 422)
    assert.match(refused.body, /Enter what you call them/)
  })

  it('E11 is kept and laid beside the map of today', async () => {
    assert.equal((await own.post('/care/network/keep', { called: 'Autumn' })).statusCode, 303)
    assert.equal((await add({ called: 'Walkers', kind: 'group', ring: '2' })).statusCode, 303)
    const shown = await read(own, '/care/network/compare?with=1')
    assert.match(shown, /“Autumn” beside the map as it is now/)
    assert.match(shown, /Walkers\s+What changed\s+New on the map/)
    assert.equal((await own.get('/care/network/compare?with=2')).statusCode, 404)
  })
})

describe('A map to others', () => {
  it('E11 is nothing to somebody with whom it is not shared', async () => {
    assert.equal((await stranger.get(theirs)).statusCode, 404)
  })

  it('E11 shows no name of a person who has not agreed, and leaves a receipt', async () => {
    const shown = await read(nurse, theirs)
    assert.match(shown, /The people around Asha Patel/)
    assert.match(shown, /This may not be everything/)
    assert.doesNotMatch((await nurse.get(theirs)).body, /Meera|Dad/)
    assert.match(shown, /Choir/)
    assert.match(await read(own, '/looks'), /Sian Rees/)
  })

  it('E11 shows the name while they say yes, and no longer when they say no', async () => {
    const asked = await father.get('/care/network/asked')
    assert.match(textOfMarkup(asked.body), /Asha Patel put you on their map/)
    const action = asked.body.match(/action="(\/care\/network\/asked\/[^"]+)"/)?.[1] ?? ''
    assert.equal((await father.post(action, { shown: 'yes' })).statusCode, 303)
    assert.match((await nurse.get(theirs)).body, /Dad/)
    assert.equal((await stranger.post(action, { shown: 'yes' })).statusCode, 404)
    assert.equal((await father.post(action, { shown: 'no' })).statusCode, 303)
    assert.doesNotMatch((await nurse.get(theirs)).body, /Dad/)
  })

  it('E11 asks anew where the person gives them another name', async () => {
    const asked = (await father.get('/care/network/asked')).body
    const action = asked.match(/action="(\/care\/network\/asked\/[^"]+)"/)?.[1] ?? ''
    await father.post(action, { shown: 'yes' })
    const edit = await editOf('Dad')
    await own.post(edit, {
      ...{ called: 'The old man', kind: 'family', ring: '1', contact: 'daily', person: ravi },
    })
    assert.doesNotMatch((await nurse.get(theirs)).body, /The old man/)
  })

  it('E11 is in what is shared, and there it names nobody', async () => {
    const shared = `/share/with-me/${asha}/direct-care`
    assert.match(await read(nurse, shared), /The people around the person/)
    assert.doesNotMatch((await nurse.get(shared)).body, /Meera|old man/)
  })

  it('E11 tells somebody once, however often they are taken off and put back', async () => {
    const told = async () =>
      (await read(father, '/messages')).split('Somebody put you on their map').length
    const before = await told()
    assert.equal(before, 2)
    for (const called of ['Dad again', 'Dad once more']) {
      assert.equal((await add({ called, kind: 'family', person: ravi })).statusCode, 303)
      assert.equal((await own.post(`${await editOf(called)}/off`, {})).statusCode, 303)
    }
    assert.equal(await told(), before)
  })

  it('E11 cannot be changed by anybody else', async () => {
    const edit = await editOf('Meera')
    assert.equal((await nurse.get(edit)).statusCode, 404)
    assert.equal((await nurse.post(`${edit}/off`, {})).statusCode, 404)
    assert.equal((await own.post(`${edit}/off`, {})).statusCode, 303)
    assert.doesNotMatch((await own.get('/care/network')).body, /Meera/)
  })
})

describe('The picture of a map', () => {
  const many = (count: number) =>
    Array.from({ length: count }, (_, place) => ({
      member: idOf(place + 1),
      ring: ((place % 3) + 1) as 1 | 2 | 3,
      label: `Somebody ${place + 1}`,
    }))

  it('E11 is the same each time, and everybody is within it', () => {
    const list = many(30)
    const spots = placeOnMap(list, wideSize)
    assert.deepEqual(spots, placeOnMap(list, wideSize))
    for (const { x, y } of spots.values()) {
      assert.ok(x > 0 && x < wideSize.width && y > 0 && y < wideSize.height)
    }
  })

  it('E11 lets no two of fifteen stand on one another', () => {
    const spots = [...placeOnMap(many(15), wideSize).values()]
    for (const [place, one] of spots.entries()) {
      for (const other of spots.slice(place + 1)) {
        assert.ok(Math.hypot(one.x - other.x, one.y - other.y) > wideSize.dot * 2)
      }
    }
  })
})
