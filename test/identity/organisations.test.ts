// Promises about organisations as they are kept: known once, merged, ended, and their duties found.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { asDay, type OrganisationId } from '../../src/basics/index.ts'
import {
  abolishOrganisation,
  endRole,
  findByOdsCode,
  giveRole,
  handOverDuties,
  holdersOfDuty,
  listOrganisations,
  loadOrganisation,
  mergeOrganisations,
  nameOn,
  registerOrganisation,
  renameOrganisation,
  rolesIn,
} from '../../src/identity/index.ts'
import { rebuild } from '../../src/log/index.ts'
import { freshDatabase, freshFolder } from '../database.ts'
import { codeOf, done, monday, nobody, openTown, person, townMigrations } from './town.ts'

const { db } = await freshDatabase(townMigrations)
const town = openTown(db, await freshFolder())
const { log } = town
const source = 'an order of the council'

const register = (name: string, what: string, odsCode: string | null = null, from = '2013-04-01') =>
  registerOrganisation(log, { actor: nobody, name, what, odsCode, from: asDay(from) })

const state = async (organisation: OrganisationId) =>
  (await loadOrganisation(log, db, organisation)).state

describe('An organisation', () => {
  it('has one ODS code, which no other has', async () => {
    const oak = done(await register('Oak Lane Surgery', 'gp-practice', 'Y90001'))
    assert.equal(await findByOdsCode(db, 'Y90001'), oak)
    assert.equal(codeOf(await register('Elm', 'gp-practice', 'Y90001')), 'ods-code-taken')
    assert.equal(codeOf(await register('Elm', 'gp-practice', 'y 1')), 'ods-code-not-real')
  })

  it('is of a kind that existed on the day it began', async () => {
    const kind = 'clinical-commissioning-group'
    assert.equal(
      codeOf(await register('CCG', kind, null, '2022-07-01')),
      'organisation-kind-not-listed',
    )
    assert.ok((await register('CCG', kind, null, '2022-06-30')).ok)
  })

  it('keeps earlier names, each for its days', async () => {
    const oak = done(await register('Old Mill Surgery', 'gp-practice'))
    const from = asDay('2020-01-01')
    done(
      await renameOrganisation(log, { actor: nobody, organisation: oak, name: 'Mill Park', from }),
    )
    assert.equal(nameOn(await state(oak), asDay('2019-12-31')), 'Old Mill Surgery')
    assert.equal(nameOn(await state(oak), from), 'Mill Park')
    assert.ok((await listOrganisations(db)).some((one) => one.name === 'Mill Park'))
  })

  it('merges with another: both end and tell of it, and the new one has the duties', async () => {
    const on = asDay('2022-07-01')
    const north = done(await register('North CCG', 'clinical-commissioning-group'))
    const south = done(await register('South CCG', 'clinical-commissioning-group'))
    const into = done(await register('Board', 'integrated-care-board', null, '2022-07-01'))
    const merging = [north, south]
    done(await mergeOrganisations(log, { actor: nobody, merging, into, on, source }))
    assert.deepEqual((await holdersOfDuty(log, north, monday)).holders, [into])
    assert.deepEqual((await holdersOfDuty(log, north, asDay('2022-06-30'))).holders, [north])
    assert.equal((await state(north)).abolishedOn, on)
    assert.deepEqual(
      (await state(into)).tookOver.map((one) => one.from),
      merging,
    )
    const again = await mergeOrganisations(log, { actor: nobody, merging, into, on, source })
    assert.equal(codeOf(again), 'organisation-abolished')
    assert.equal((await state(into)).tookOver.length, 2)
  })

  it('hands nothing to itself, to nobody, or to one that has ended', async () => {
    const one = done(await register('One', 'charity'))
    const two = done(await register('Two', 'charity'))
    const hand = (to: OrganisationId) =>
      handOverDuties(log, { actor: nobody, from: one, to, on: monday, duties: null, source })
    assert.equal(codeOf(await hand(one)), 'succession-of-itself')
    assert.equal(codeOf(await hand(log.chance.id())), 'organisation-unknown')
    const end = { actor: nobody, organisation: two, on: asDay('2026-01-01'), source }
    done(await abolishOrganisation(log, end))
    assert.equal(codeOf(await hand(two)), 'organisation-abolished')
    assert.deepEqual((await holdersOfDuty(log, two, monday)).lostAt, [two])
  })

  it('lists who holds a role in it today, and not who held one until yesterday', async () => {
    const oak = done(await register('Role Surgery', 'gp-practice'))
    const sian = await person(town, { name: 'Sian Rees' })
    const given = { actor: nobody, person: sian, what: 'nurse', from: asDay('2020-01-01') }
    const role = done(await giveRole(log, { ...given, organisation: oak, until: null }))
    assert.deepEqual(
      (await rolesIn(db, oak, monday)).map((one) => [one.name, one.what]),
      [['Sian Rees', 'nurse']],
    )
    done(await endRole(log, { actor: nobody, person: sian, role, until: asDay('2026-11-22') }))
    assert.deepEqual(await rolesIn(db, oak, monday), [])
    const nowhere = { ...given, organisation: log.chance.id<'organisation'>(), until: null }
    assert.equal(codeOf(await giveRole(log, nowhere)), 'organisation-unknown')
  })

  it('is listed the same after a rebuild', async () => {
    const rows = () =>
      Promise.all([
        db.text('select * from identity.organisations order by owner'),
        db.text('select * from identity.successions order by owner, succession'),
      ])
    const before = await rows()
    await rebuild(log)
    assert.deepEqual(await rows(), before)
  })
})
