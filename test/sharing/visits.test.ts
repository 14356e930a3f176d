// Promises of the page “Who looked”: looks stand together, are chosen from, and none is lost.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Id, OrganisationId, PersonId } from '../../src/basics/index.ts'
import { writeReceipts } from '../../src/sharing/actions/look.ts'
import { queryLook } from '../../src/sharing/actions/query-looks.ts'
import { seeReceipt, seeVisit, seeVisits } from '../../src/sharing/actions/see-looks.ts'
import { listLooks } from '../../src/sharing/store/looks.ts'
import { refusalIn, valueIn } from '../basics/outcome.ts'
import { openHouse } from '../rooms.ts'

const house = await openHouse()
const { log } = house
const newPerson = () => house.newId() as PersonId
const oakLane = house.newId() as OrganisationId
const atWork = { via: 'role' as const, organisation: oakLane, roles: ['nurse'] }
const atHome = { via: 'self' as const, organisation: null, roles: [] }
const anyLook = { own: true, purpose: null, act: null, who: null }

async function looks(person: PersonId, by: PersonId, as: typeof atWork | typeof atHome) {
  const what = { purpose: 'direct-care', act: 'read', where: '/people' } as const
  const body = { ...as, ...what, grants: [], items: [] }
  await log.db.transaction((tx) => writeReceipts(log, tx, [{ person, by, body }]))
}

describe('A7 Looks of one visitor on one day', () => {
  it('stand together, and each of them is still reached', async () => {
    const person = newPerson()
    const [sian, ravi] = [newPerson(), newPerson()]
    for (let look = 0; look < 3; look += 1) await looks(person, sian, atWork)
    await looks(person, ravi, atHome)
    // The same nurse, at home, by a grant in her own name: one visitor, in another role.
    await looks(person, sian, atHome)
    const all = await listLooks(log.db, person, { own: false, limit: 99, offset: 0 })
    const filter = { ...anyLook, own: false }
    const { rows } = await seeVisits(log, person, { filter, page: 1, size: 10 })
    assert.deepEqual(
      rows.map(({ by, via, count }) => [by, via, count]).toSorted(),
      [
        [sian, 'role', 3],
        [ravi, 'self', 1],
        [sian, 'self', 1],
      ].toSorted(),
    )
    const reached = new Set<Id>()
    for (const visit of new Set(rows.map(({ id }) => id))) {
      for (let page = 1, more = true; more; page += 1) {
        const seen = valueIn(await seeVisit(log, person, { visit, page, size: 2 }))
        for (const { id } of seen.rows) reached.add(id)
        more = seen.more
      }
    }
    assert.deepEqual([...reached].toSorted(), all.map(({ id }) => id).toSorted())
  })

  it('are chosen by who looked, what for and what they did', async () => {
    const person = newPerson()
    const [sian, ravi] = [newPerson(), newPerson()]
    await looks(person, sian, atWork)
    await looks(person, ravi, atHome)
    const chosen = async (more: Partial<typeof anyLook> | object) => {
      const filter = { ...anyLook, own: false, ...more }
      const { rows } = await seeVisits(log, person, { filter, page: 1, size: 10 })
      return rows.map(({ by }) => by)
    }
    assert.deepEqual(await chosen({ who: sian }), [sian])
    assert.deepEqual(await chosen({ who: oakLane }), [sian])
    assert.deepEqual(await chosen({ who: ravi }), [ravi])
    assert.deepEqual(await chosen({ who: newPerson() }), [])
    assert.deepEqual(await chosen({ purpose: 'research' }), [])
    assert.equal((await chosen({ purpose: 'direct-care', act: 'read' })).length, 2)
    assert.deepEqual(await chosen({ act: 'print' }), [])
  })

  it('of somebody else are not found, nor are those of nobody', async () => {
    const person = newPerson()
    await looks(person, newPerson(), atWork)
    const filter = { ...anyLook, own: false }
    const [one] = (await seeVisits(log, person, { filter, page: 1, size: 10 })).rows
    const visit = one?.id as Id
    const [look] = await listLooks(log.db, person, { own: false, limit: 1, offset: 0 })
    assert.ok(look)
    const other = newPerson()
    const asks = { person: other, shownAs: 'Gwen' }
    const seen = await seeVisit(log, other, { visit, page: 1, size: 10 })
    assert.equal(refusalIn(seen).code, 'look-unknown')
    assert.equal(await seeReceipt(log, other, look.id), null)
    const asked = { look: look.id, says: '' }
    assert.equal(refusalIn(await queryLook(log, asks, asked, null)).code, 'look-unknown')
  })
})
