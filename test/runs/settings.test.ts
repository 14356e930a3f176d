// Settings that cannot be meant: each is refused by its name, in one sentence, before anything.
import assert from 'node:assert/strict'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { readSettings } from '../../src/plumbing/index.ts'
import { startTestPostgres } from '../postgres.ts'
import { coproduce } from '../site-process.ts'
import { can, isRoot, notRun } from './checkout.ts'
import { ask, emptyDatabase, SECRET } from './server.ts'

const folder = mkdtempSync(join(tmpdir(), 'coproduce-runs-'))
const dataDir = join(folder, 'data')
const file = join(folder, 'file')
writeFileSync(file, 'not a key')
const shared = await startTestPostgres()
const { url, drop } = await emptyDatabase(shared.url)
after(async () => {
  await drop()
  await shared.stop()
  rmSync(folder, { recursive: true, force: true })
})

const SOMEBODY = '01920000-0000-7000-8000-00000000abcd'

/** Serves with these settings; they must be refused in one line, with nothing on the other side. */
async function refusal(settings: Readonly<Record<string, string>>, uid?: number): Promise<string> {
  const as = uid === undefined ? {} : { uid }
  const { code, out, err } = await coproduce(['serve'], { DATA_DIR: dataDir, ...settings }, as)
  assert.deepEqual(
    { code, out, lines: err.split('\n').length },
    { code: 1, out: '', lines: 2 },
    err,
  )
  return err
}

const malformed: readonly (readonly [string, readonly string[]])[] = [
  ['PORT', ['http', '-1', '8080.5', '65536', '123456', '80 80', '0x50']],
  ['HOST', ['a b', 'http://here', '127.0.0.1/8', '*']],
  ['DATABASE_URL', ['localhost', 'mysql://a/b', 'postgres:/a', 'postgresql://h:99999999/x']],
  ['DATABASE_URL', [`postgresql://coproduce:${SECRET}@[broken/x`]],
  ['PROXY_HOPS', ['-1', 'one', '10']],
  ['PUBLIC_URL', ['care.example', 'ftp://care.example', 'https://care.example/x', 'https://a b']],
  ['DEMO', ['yes', 'ON', '1', 'on,off']],
  ['SIGN_IN_ISSUER', ['auth.login.nhs.uk', 'https://', 'ldap://here']],
]

describe('A setting that is malformed', () => {
  it('is refused by its name, with the form it must have and an example', () => {
    for (const [name, values] of malformed) {
      for (const value of values) {
        const read = readSettings({ [name]: value }, folder)
        assert.ok(!read.ok, `${name}=${value}`)
        assert.equal(read.refusal.code, 'setting-not-understood')
        assert.match(read.refusal.says, new RegExp(`^The setting ${name} must be .+\\.$`))
        assert.match(read.refusal.next, new RegExp(`for example to ${name}=`))
        assert.ok(!JSON.stringify(read.refusal).includes(SECRET))
      }
    }
  })

  it('is a half sign-in as well: what is missing is named', () => {
    const missing = (settings: Record<string, string>) => {
      const read = readSettings(settings, folder)
      return read.ok ? null : read.refusal.says.split(' ')[2]
    }
    const issuer = { SIGN_IN_ISSUER: 'https://auth.example' }
    assert.equal(missing({ SIGN_IN_CLIENT_ID: 'care' }), 'SIGN_IN_ISSUER')
    assert.equal(missing(issuer), 'SIGN_IN_CLIENT_ID')
    assert.equal(missing({ ...issuer, SIGN_IN_CLIENT_ID: 'care' }), 'SIGN_IN_CLIENT_KEY')
  })

  it('ends the program in one sentence, and nothing was made', async () => {
    const err = await refusal({ PORT: 'http' })
    assert.equal(
      err,
      'The setting PORT must be a whole number from 0 to 65535. ' +
        'Change it, for example to PORT=8080, or unset it, and start again.\n',
    )
    const broken = await refusal({ DATABASE_URL: `postgresql://coproduce:${SECRET}@[broken/x` })
    assert.ok(!broken.includes(SECRET))
    assert.equal(existsSync(dataDir), false)
  })
})

describe('The key for signing in', () => {
  const signIn = { DATABASE_URL: url, SIGN_IN_ISSUER: 'https://a.example', SIGN_IN_CLIENT_ID: 'c' }

  it('must be a file that can be read, and hold a private key', async () => {
    const missing = await refusal({ ...signIn, SIGN_IN_CLIENT_KEY: '/nowhere/key.pem' })
    assert.match(missing, /^The file \/nowhere\/key\.pem could not be read: there is no such file/)
    const other = await refusal({ ...signIn, SIGN_IN_CLIENT_KEY: file })
    assert.match(other, /^The setting SIGN_IN_CLIENT_KEY must be the file of a private key/)
  })
})

describe('The data folder', () => {
  it('must not be a file, with whatever database', async () => {
    for (const database of [{}, { DATABASE_URL: url }]) {
      const err = await refusal({ ...database, DATA_DIR: file })
      assert.ok(err.startsWith(`The data folder ${file} cannot be used: there is a file in its`))
    }
  })

  it('must be one that this user may read and write, with whatever database', async (t) => {
    if (isRoot && !can('setpriv', '--reuid=65534', process.execPath, '--version')) {
      return notRun(t, 'nobody may read the program here')
    }
    const closed = join(folder, 'closed')
    mkdirSync(closed)
    chmodSync(folder, 0o755)
    const uid = isRoot ? 65_534 : undefined
    for (const mode of [0o000, 0o555]) {
      chmodSync(closed, mode)
      for (const database of [{}, { DATABASE_URL: url }]) {
        const err = await refusal({ ...database, DATA_DIR: closed }, uid)
        assert.ok(err.startsWith(`The data folder ${closed} cannot be used: permission denied.`))
      }
    }
  })
})

describe('A demonstration', () => {
  const opens = (settings: Record<string, string>): string | boolean => {
    const read = readSettings(settings, folder)
    return read.ok ? read.value.demonstration : read.refusal.code
  }
  const refused = 'demonstration-open-to-the-network'

  it('is not opened to the network unless that is said twice', async () => {
    assert.equal(opens({}), true)
    for (const open of [{ HOST: '0.0.0.0' }, { HOST: '::' }, { PUBLIC_URL: 'https://a.example' }]) {
      assert.equal(opens(open), false)
      assert.equal(opens({ ...open, DEMO: 'on' }), refused)
      assert.equal(opens({ ...open, DEMO: 'on-the-network' }), true)
    }
    const err = await refusal({ HOST: '0.0.0.0', DEMO: 'on' })
    assert.match(err, /HOST=0\.0\.0\.0 opens it to the network\. .*DEMO=on-the-network\.\n$/)
  })

  it('is off with a database of its own unless it is asked for', () => {
    const own = { DATABASE_URL: 'postgresql://h/d' }
    assert.equal(opens(own), false)
    assert.equal(opens({ ...own, DEMO: 'on' }), true)
  })

  it('is refused among real people: by a real number, or people it did not make', async () => {
    assert.equal((await coproduce(['verify'], { DATABASE_URL: url, DATA_DIR: dataDir })).code, 0)
    const real = [
      `insert into identity.nhs_numbers values ('4010232137', '${SOMEBODY}', '${SOMEBODY}')`,
      `delete from identity.nhs_numbers;
       insert into identity.people (owner, stream, name)
         values ('${SOMEBODY}', '${SOMEBODY}', 'X')`,
    ]
    for (const sql of real) {
      await ask(url, sql)
      const err = await refusal({ DATABASE_URL: url, DEMO: 'on' })
      assert.match(err, /^This database holds real people, .* Set DEMO=off, or show /)
      assert.doesNotMatch(err, /4010232137/)
    }
  })
})
