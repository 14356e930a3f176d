// Attacks with a one-time key that is used again, for something else.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { asDay } from '../../src/basics/index.ts'
import { writeEntry } from '../../src/record/actions/write-entry.ts'
import { everything, giveGrant, stopGrant } from '../../src/sharing/index.ts'
import { done, peopleIn } from './town.ts'
import { openWholeSite } from './whole-site.ts'

const site = await openWholeSite()
const { log, newId } = site
const { asha, gwen } = await peopleIn(site)

describe('A key that was used in one room', () => {
  it('does not make another room do nothing and say that it was done', async () => {
    const grant = done(
      await giveGrant(log, {
        person: asha,
        by: asha,
        giving: {
          effect: 'permit',
          to: { person: gwen, organisation: null, role: null },
          what: everything,
          acts: ['read'],
          purposes: ['direct-care'],
          until: null,
        },
      }),
    )
    const gwens = await site.visitorOf(gwen)
    const record = `/people/${asha}/record`
    assert.equal((await gwens.get(record)).statusCode, 200)
    const key = newId()
    const me = { person: asha, organisation: null, shownAs: 'Asha Patel' }
    const words = { kind: 'note' as const, labels: [], where: 'here', title: 'a', says: 'a' }
    done(await writeEntry(log, me, asha, { ...words, day: asDay('2026-11-01') }, key))
    done(await stopGrant(log, { person: asha, by: asha, grant, key }))
    assert.equal((await gwens.get(record)).statusCode, 404)
  })
})
