// Every address, every kind of visitor, every state of what is shared: as docs/safety says.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Route } from '../../src/web/index.ts'
import { PAGE, readPage, type VisitorName, visitors } from './matrix/page.ts'
import {
  called,
  filled,
  openMatrixSite,
  type Things,
  type Told,
  writesReceipt,
} from './matrix/site.ts'
import { MARKED, NAME, PLAIN } from './matrix/town.ts'

const page = readPage()
const { town, log, database, failures, table, ask, guards, everyState } = await openMatrixSite()

/** The answer in the words of the page. */
function inWords({ status, body, location }: Told, expected: string): string {
  if (status >= 500) return 'failed'
  if (status === 303 && location.startsWith('/sign-in?')) return 'sign in'
  // A program is told so; it has no use for the page to sign in on.
  if (status === 401) return 'sign in'
  if (status === 404) return 'nothing'
  if (status === 403) return 'no'
  if (status === 409 && body.includes('you act for somebody else now')) return 'not now'
  if (expected === 'named' || expected === 'not named') {
    // Who acts for her reads her name at the top of every page, until they stop.
    const [main = body] = body.match(/<main.*<\/main>/s) ?? []
    return main.includes(NAME) ? 'named' : 'not named'
  }
  if (expected === 'all' || expected === 'part') {
    return body.includes(MARKED) ? 'all' : body.includes(PLAIN) ? 'part' : 'yes'
  }
  return 'yes'
}

/** A page as it reads, without what differs each time. */
const asRead = ({ status, body, location }: Told) => ({
  status,
  location,
  body: body
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'id')
    // The address itself stands in the form that changes the language.
    .replace(/name="return" value="[^"]*"/g, 'return')
    .replace(/\b[0-9A-Z]{4}-[0-9A-Z]{4}\b/g, 'reference'),
})

const readsWhatIsKept =
  /\b(?:from|join)\s+(?:record|sharing)\.(?!given\b|emergencies\b|withheld\b|proxies\b)/
const readsPlan = /^\s*select\b[\s\S]*\bfrom\s+care\.(?!aids\b|decision_days\b|ideas\b)/
/** When a proxy last used an access is asked to decide whether it still holds. */
const decides = /^select at from sharing\.looks where owner = \$1 and by = \$2 and via = .proxy./
const keepsReceipt = (statements: readonly string[]) =>
  statements.some((one) => writesReceipt.test(one))

describe('The page that says who sees what', () => {
  it('names every address, and none that is not there', () => {
    const there = table.map(called)
    const unlisted = there.filter((address) => !page.addresses.has(address))
    assert.deepEqual(
      unlisted,
      [],
      `Add a line for each of these to “Every address” in ${PAGE}: the address, and what kind of ` +
        'page it is (one of “What each kind of page answers”). If a name in it is new, give the ' +
        'town a thing of that name in test/sharing/matrix/town.ts.',
    )
    const gone = [...page.addresses.keys()].filter((address) => !there.includes(address))
    assert.deepEqual(gone, [], `These are no longer there: take them out of ${PAGE}`)
  })

  it('knows every state that it names, and says what each kind of page answers in each', () => {
    assert.deepEqual(page.states, Object.keys(everyState))
    for (const [address, kind] of page.addresses) {
      for (const state of page.states) {
        assert.ok(page.expected(kind, state), `${address} is “${kind}”: no answer for ${state}`)
      }
    }
  })

  it('has a thing of Asha’s for every name in an address', () => {
    for (const route of table) {
      const kind = page.addresses.get(called(route)) ?? ''
      if (!['hers', 'both ends', 'shared', 'entry', 'needs'].includes(kind)) continue
      assert.ok(!filled(route.path, town.things).includes('/:'), route.path)
    }
  })
})

/** Every address that left a receipt in the state “grant”, and for whom. */
const leavesReceipt: { readonly route: Route; readonly name: VisitorName }[] = []

/** What went another way than the page says, in one state. */
async function faultsIn(state: string): Promise<string[]> {
  const faults: string[] = []
  for (const route of table) {
    const kind = page.addresses.get(called(route)) ?? ''
    const { things } = town
    const who = askedIn(kind, state)
    faults.push(...(await faultsAt(route, kind, state, things, who)))
    if (kind !== 'entry') continue
    const marked = { ...things, entry: town.marked }
    faults.push(...(await faultsAt(route, 'marked entry', state, marked, who)))
  }
  return faults
}

/** What is the same in any state is asked for in few, so that the test ends in good time. */
function askedIn(kind: string, state: string): readonly VisitorName[] {
  if (!page.isSame(kind) || ['grant', 'emergency'].includes(state)) return visitors
  return state.startsWith('proxy') ? ['Ravi'] : []
}

async function faultsAt(
  route: Route,
  kind: string,
  state: string,
  things: Things,
  who: readonly VisitorName[],
): Promise<string[]> {
  const faults: string[] = []
  const expected = page.expected(kind, state, called(route))
  if (expected === null) return faults
  const mayShow = kind === 'entry' || kind === 'marked entry'
  for (const name of who) {
    const where = `${called(route)} (${kind}) for ${name}, ${state}`
    const told = await ask(route, filled(route.path, things), name)
    const words = inWords(told, expected[name])
    if (words !== expected[name]) {
      faults.push(`${where}: ${words} (${told.status}), not ${expected[name]}`)
    }
    faults.push(...unreceipted(told, where))
    if (state === 'grant' && kind !== 'marked entry' && keepsReceipt(told.statements)) {
      leavesReceipt.push({ route, name })
    }
    if (told.kept !== 'no-store, same-origin') faults.push(`${where}: may be kept (${told.kept})`)
    if (words === 'nothing' && !kind.startsWith('administrator')) {
      faults.push(...(await toldFromNothing(route, twinOf(kind, things), name, told, where)))
    }
    const shows = told.body.includes(PLAIN) || told.body.includes(MARKED)
    if (!shows || name === 'Asha' || words === 'all' || words === 'part') continue
    if (words !== 'yes' || !mayShow) faults.push(`${where}: shows an entry`)
  }
  return faults
}

const readsKept = (one: string): boolean =>
  readsPlan.test(one) || (readsWhatIsKept.test(one) && !decides.test(one))

/** Whatever reads what a person keeps leaves a receipt in the same request. */
function unreceipted({ status, statements }: Told, where: string): string[] {
  if (status >= 400 || !statements.some(readsKept)) return []
  return keepsReceipt(statements) ? [] : [`${where}: reads what a person keeps with no receipt`]
}

/** What is not there: nobody, or for an entry that is kept back, an entry of hers that is not. */
function twinOf(kind: string, things: Things): Things {
  if (kind === 'marked entry') return { ...things, entry: log.chance.id() }
  const none = Object.keys(things).map((one) => [one, log.chance.id()] as const)
  return { ...Object.fromEntries(none), purpose: 'direct-care' }
}

const SUSPENDED = 'proxy suspended'

/** What is nothing to somebody reads and works just as what is not there. */
async function toldFromNothing(
  route: Route,
  things: Things,
  name: VisitorName,
  told: Told,
  where: string,
): Promise<string[]> {
  if (!route.path.includes(':')) return []
  const twin = await ask(route, filled(route.path, things), name)
  try {
    assert.deepEqual(asRead(told), asRead(twin))
    // Who acted for her knows that she is there: what an access says is asked of no stranger.
    if (name === 'Ravi' && where.endsWith(SUSPENDED)) return []
    assert.equal(told.statements.length, twin.statements.length, 'questions to the database')
    return []
  } catch (error) {
    return [`${where}: not the same as for nothing: ${(error as Error).message.slice(0, 400)}`]
  }
}

describe('Every address for every visitor', () => {
  for (const [state, begin] of Object.entries(everyState)) {
    it(`A4 A7 A8 answers as the page says: ${state}`, async () => {
      const faults = await database.undoing(async () => {
        await begin()
        return faultsIn(state)
      })
      assert.deepEqual(faults, [])
      assert.deepEqual(failures, [])
    })
  }
})

describe('A form that was not made for this visitor', () => {
  it('is refused at every address, and nothing is written', async () => {
    await database.undoing(async () => {
      for (const route of table.filter(({ method }) => method === 'POST')) {
        const path = filled(route.path, town.things)
        for (const guard of ['', guards.get('Gwen') ?? '']) {
          const told = await ask(route, path, 'Asha', { guard })
          assert.equal(told.status, 403, called(route))
          const wrote = told.statements.filter((one) => /insert into log\.facts/.test(one))
          assert.deepEqual(wrote, [], called(route))
        }
      }
    })
  })
})

describe('A7 When no receipt can be written', () => {
  it('every address that leaves one for somebody answers 503 and gives nothing', async () => {
    await database.undoing(async () => {
      await everyState.grant?.()
      for (const { route, name } of leavesReceipt) {
        database.fails = writesReceipt
        const told = await ask(route, filled(route.path, town.things), name)
        database.fails = null
        assert.equal(told.status, 503, `${called(route)} for ${name}`)
        assert.doesNotMatch(told.body, /Type 2 diabetes|Low mood/)
      }
    })
    failures.length = 0
    const receipted = new Set(leavesReceipt.map(({ route }) => called(route)))
    assert.ok(receipted.size >= 10, [...receipted].join(', '))
  })
})
