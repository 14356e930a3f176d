// Promises of codes that work once: recovery codes, and the code of the first administrator.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { readCode, writeCode } from '../../src/identity/domain/one-time-code.ts'
import {
  becomeFirstAdministrator,
  findVisitor,
  firstAdministratorCode,
  makeRecoveryCodes,
  signInWithRecoveryCode,
} from '../../src/identity/index.ts'
import { freshDatabase, freshFolder } from '../database.ts'
import { codeOf, done, openTown, person, townMigrations } from './town.ts'

const { db } = await freshDatabase(townMigrations)
const town = openTown(db, await freshFolder())
const { log } = town
const firefox = 'Mozilla/5.0 (Windows NT 10.0; rv:130.0) Gecko/20100101 Firefox/130.0'

const sessionOf = async (cookie: string) => {
  const visitor = await findVisitor(log)(cookie, log.clock.now())
  assert.ok(visitor.kind === 'person')
  return visitor
}

describe('A recovery code', () => {
  it('signs in once, however it is typed, and a new list ends the old one', async () => {
    const asha = await person(town)
    const old = await makeRecoveryCodes(log, asha)
    const codes = await makeRecoveryCodes(log, asha)
    assert.equal(new Set([...old, ...codes]).size, 20)
    const [code = '', second = ''] = codes
    const use = (typed: string) => signInWithRecoveryCode(log, typed, { userAgent: firefox })
    assert.equal(codeOf(await use(old[0] ?? '')), 'code-not-known')
    const cookie = done(await use(` ${code.toLowerCase().replaceAll('-', ' ')} `))
    assert.equal((await sessionOf(cookie)).person, asha)
    assert.equal(codeOf(await use(code)), 'code-not-known')
    assert.ok((await use(second)).ok)
    assert.equal(codeOf(await use('not a code')), 'code-not-known')
  })

  it('is read as it was written, for any chance, and never kept', async () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 10, maxLength: 10 }), (bytes) => {
        const code = writeCode(bytes)
        assert.match(code, /^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/)
        assert.equal(readCode(code), code)
        assert.equal(readCode(code.replaceAll('0', 'o').replaceAll('1', 'l')), code)
      }),
    )
    const [code = ''] = await makeRecoveryCodes(log, await person(town))
    const rows = await db.text('select * from identity.recovery_codes')
    assert.ok(!JSON.stringify(rows).includes(code))
  })
})

describe('The first administrator', () => {
  const fresh = async () => {
    const own = await freshDatabase(townMigrations)
    const small = openTown(own.db, await freshFolder())
    const become = (code: string, name = 'Ola Nowak') =>
      becomeFirstAdministrator(small.log, { code, name, userAgent: firefox })
    return { ...small, become, code: (await firstAdministratorCode(small.log)) ?? '' }
  }

  it('is made by the code once, however many use it at one moment', async () => {
    const { log: small, become, code } = await fresh()
    assert.equal(codeOf(await become('0000-0000-0000-0000')), 'code-not-known')
    assert.equal(codeOf(await become(code, ' ')), 'name-missing')
    const results = await Promise.all([become(code), become(code, 'Eve'), become(code, 'Mal')])
    assert.equal(results.filter((one) => one.ok).length, 1)
    const [made] = results.filter((one) => one.ok)
    const visitor = await findVisitor(small)(made?.ok ? made.value : null, small.clock.now())
    assert.deepEqual(visitor.kind === 'person' && visitor.roles, ['administrator'])
    assert.equal(codeOf(await become(code)), 'administrator-known')
    assert.equal(await firstAdministratorCode(small), null)
  })

  it('is not made with a code of yesterday, of an earlier start, or tried too often', async () => {
    const { log: small, clock: watch, become, code } = await fresh()
    const second = (await firstAdministratorCode(small)) ?? ''
    assert.equal(codeOf(await become(code)), 'code-not-known')
    watch.moveTo('2026-11-24T09:00:00.000Z')
    assert.equal(codeOf(await become(second)), 'code-not-known')
    const third = (await firstAdministratorCode(small)) ?? ''
    for (let tries = 0; tries < 10; tries += 1) await become('0000-0000-0000-0000')
    assert.equal(codeOf(await become(third)), 'too-many-tries')
    const fourth = (await firstAdministratorCode(small)) ?? ''
    assert.ok((await become(fourth)).ok)
  })
})
