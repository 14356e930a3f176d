// Those who share with a role are all found: in pages, by the start of a name, by a number.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { nhsNumberOf, type OrganisationId, type PersonId } from '../../src/basics/index.ts'
import { registerPerson } from '../../src/identity/index.ts'
import { seeThoseWhoShare } from '../../src/sharing/actions/see-those-who-share.ts'
import { type Asker, everything, giveGrant } from '../../src/sharing/index.ts'
import { listLooks } from '../../src/sharing/store/looks.ts'
import { done } from '../attacks/town.ts'
import { openHouse } from '../rooms.ts'

const house = await openHouse()
const { log } = house
const oakLane = house.newId() as OrganisationId
const sian: Asker = {
  person: house.newId() as PersonId,
  via: 'role',
  organisation: oakLane,
  roles: ['nurse'],
}

async function registered(name: string, digits: string | null = null): Promise<PersonId> {
  const person = house.newId() as PersonId
  const nhsNumber = digits === null ? null : nhsNumberOf(digits)
  const actor = { by: null, onBehalfOf: null }
  done(await registerPerson(log, { actor, person, name, birthDate: null, nhsNumber }))
  return person
}

async function shares(person: PersonId): Promise<PersonId> {
  const giving = {
    ...{ effect: 'permit' as const, what: everything, acts: ['read' as const], until: null },
    to: { person: null, organisation: oakLane, role: 'nurse' },
    purposes: ['direct-care' as const],
  }
  done(await giveGrant(log, { person, by: person, giving }))
  return person
}

// 53 who share, the names first that were registered last; and two of whom Oak Lane knows nothing.
const sharing: PersonId[] = []
for (let at = 52; at >= 0; at -= 1) {
  const name = `Person ${String(at).padStart(2, '0')} ${at % 10 === 0 ? 'Okafor' : 'Reed'}`
  sharing.unshift(await shares(await registered(name, at === 7 ? '999000502' : null)))
}
const stranger = await registered('Person 53 Okafor', '999000510')

const listed = async (page: number, named: string) => {
  const who = { only: 'direct-care' as const, page, named }
  const { shared, more } = await seeThoseWhoShare(log, sian, '/people', who)
  return { places: shared.map(({ person }) => sharing.indexOf(person)), more }
}
const places = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => from + at)

describe('A4 Those who share with a role', () => {
  it('are listed in the order of their names, all of them, fifty on a page', async () => {
    assert.deepEqual(await listed(1, ''), { places: places(0, 50), more: true })
    assert.deepEqual(await listed(2, ''), { places: places(50, 53), more: false })
    assert.deepEqual(await listed(3, ''), { places: [], more: false })
  })

  it('are found by the start of a name, of a family name, and by their whole number', async () => {
    assert.deepEqual((await listed(1, 'person 4')).places, places(40, 50))
    assert.deepEqual((await listed(1, 'Okafor')).places, [0, 10, 20, 30, 40, 50])
    const number = String(nhsNumberOf('999000502'))
    assert.deepEqual((await listed(1, number)).places, [7])
    assert.deepEqual((await listed(1, number.slice(0, 6))).places, [])
  })

  it('are found among those who share alone, and nobody else of the name or number', async () => {
    assert.deepEqual(await listed(1, 'Person 53'), { places: [], more: false })
    assert.deepEqual((await listed(1, String(nhsNumberOf('999000510')))).places, [])
    assert.deepEqual(await listLooks(log.db, stranger, { own: true, limit: 9, offset: 0 }), [])
    assert.deepEqual((await listed(1, '%')).places, [])
  })

  it('find a receipt of a list that named them, and none of one that did not', async () => {
    const looksAt = async (place: number) => {
      const slice = { own: true, limit: 99, offset: 0 }
      return (await listLooks(log.db, sharing[place] as PersonId, slice)).length
    }
    const before = [await looksAt(44), await looksAt(3)]
    await listed(1, 'Person 44')
    assert.deepEqual([await looksAt(44), await looksAt(3)], [(before[0] ?? 0) + 1, before[1]])
  })

  it('come on pages as well where nobody is looked for by name, each of them once', async () => {
    const first = await seeThoseWhoShare(log, sian, '/corrections', { only: 'direct-care' })
    const who = { only: 'direct-care' as const, page: 2 }
    const second = await seeThoseWhoShare(log, sian, '/corrections', who)
    const all = [...first.shared, ...second.shared].map(({ person }) => person)
    assert.deepEqual([first.more, second.more], [true, false])
    assert.deepEqual(all.toSorted(), sharing.toSorted())
  })
})
