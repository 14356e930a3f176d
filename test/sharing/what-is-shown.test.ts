// A7: at every address the receipt names what was shown; what is kept back leaves no trace at any.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isDeepStrictEqual } from 'node:util'
import { asDay } from '../../src/basics/index.ts'
import { beginSession, giveRole, type RoleKind, roleKinds } from '../../src/identity/index.ts'
import { addOne } from '../../src/record/index.ts'
import type { Route } from '../../src/web/index.ts'
import { readPage, type VisitorName } from './matrix/page.ts'
import { called, filled, openMatrixSite, type Told } from './matrix/site.ts'
import { done, NAME, PLAIN } from './matrix/town.ts'

const page = readPage()
const { town, log, database, failures, table, ask, everyState } = await openMatrixSite()
const entries = await database.undoing(() =>
  log.db.text<{ id: string; title: string }>(
    'select stream as id, title from record.entries where owner = $1',
    [town.asha],
  ),
)

const nobody = { by: null, onBehalfOf: null }

/** Kinds of address at which something of Asha's may be shown to somebody else. */
const aboutHer = [
  ...['list', 'shared', 'entry', 'gathered', 'print form', 'printed', 'needs', 'promise'],
  ...['write', 'plan, write', 'pass on', 'both ends', 'tied to her'],
]

/** What is chosen on the forms that find, print, share and pass on. */
const chosen = {
  ...{ search: 'low', what: 'going-on', kinds: 'everything', until: 'week' },
  ...{ purpose: 'direct-care', to: `organisation ${town.oakLane}` },
}

const askedOf = (kinds: readonly string[]): readonly Route[] =>
  table.filter((route) => kinds.includes(page.addresses.get(called(route)) ?? ''))

const answerOf = (route: Route, name: VisitorName): Promise<Told> =>
  ask(route, filled(route.path, town.things), name, { more: chosen })

/** Where a receipt names an entry whose title is not shown, with the reason. */
const namesMore: Readonly<Record<string, string>> = {
  'GET /record/team': 'Who wrote an entry is read from it, and shown',
  'GET /people/:person/record/team': 'As one’s own',
  'GET /record/entry/:entry/correct': 'It says that the person wrote it themselves',
  'POST /record/entry/:entry/correct': 'As its form',
  'POST /record/corrections/:request/take-back': 'The entry is read, and they are sent on',
  'POST /record/corrections/:request/disagree': 'The entry is read, and they are sent on',
}

describe('A7 The receipt of a look', () => {
  const asks: Readonly<Record<string, readonly (readonly [VisitorName, readonly string[]])[]>> = {
    'denied label': [
      ['Asha', ['hers', 'own']],
      ['Ravi', aboutHer],
      ['Sian', [...aboutHer, 'her practice', 'answerer, of another']],
    ],
    emergency: [['Sian', aboutHer]],
    proxy: [['Ravi', aboutHer]],
  }
  for (const [state, whoAsks] of Object.entries(asks)) {
    it(`A7 names just the entries that were shown, at every address: ${state}`, async () => {
      const faults: string[] = []
      let shown = 0
      await database.undoing(async () => {
        await everyState[state]?.()
        for (const [name, kinds] of whoAsks) {
          for (const route of askedOf(kinds)) {
            const told = await answerOf(route, name)
            const seen = entries.filter(({ title }) => told.body.includes(title))
            shown += seen.length
            faults.push(
              ...apart(seen, { ...told, route }).map(
                (says) => `${called(route)} to ${name} ${says}`,
              ),
            )
          }
        }
      })
      assert.deepEqual(faults, [])
      assert.ok(shown >= 10, String(shown))
      assert.deepEqual(failures, [])
    })
  }

  /** What is shown and not named, or named and not shown. */
  function apart(seen: typeof entries, { receipts, route }: Told & { route: Route }): string[] {
    const named = new Set(receipts.flat())
    const bare = seen.filter(({ id }) => !named.has(id)).map(({ title }) => `hides ${title}`)
    if (namesMore[called(route)] !== undefined) return bare
    const more = entries.filter((one) => named.has(one.id) && !seen.includes(one))
    return [...bare, ...more.map(({ title }) => `names ${title}, which it does not show`)]
  }
})

describe('Every role that there is', () => {
  const mine = ['list', ...aboutHer, 'hers']
  const pages = askedOf(mine).filter(({ method }) => method === 'GET')

  /** What somebody in this role at the surgery is shown of hers, which only nurses are let see. */
  async function shownTo(role: RoleKind): Promise<string[]> {
    const person = town.people.Gwen
    const organisation = role.inOrganisation ? town.oakLane : null
    const held = { person, what: role.code, organisation, from: asDay('2024-01-01'), until: null }
    done(await giveRole(log, { actor: nobody, ...held }))
    const begun = { person, wayIn: 'provider', identityLevel: 'P9', userAgent: '' } as const
    const session = done(await beginSession(log, begun))
    const shown: string[] = []
    for (const route of pages) {
      const told = await ask(route, filled(route.path, town.things), 'Gwen', { session })
      const names = [NAME, ...entries.map(({ title }) => title)]
      const main = told.body.slice(told.body.indexOf('<main'), told.body.indexOf('</main>'))
      if (names.some((one) => main.includes(one)) || told.receipts.length > 0) {
        shown.push(`${called(route)} to ${role.code}`)
      }
    }
    return shown
  }

  it('A4 shows only what is shared with that role, at every address', async () => {
    await database.undoing(async () => {
      await everyState.grant?.()
      const shown: string[] = []
      for (const role of roleKinds) {
        const seen = await database.undoing(() => shownTo(role))
        if (role.code === 'nurse') assert.ok(seen.length > 20, seen.join(', '))
        else shown.push(...seen)
      }
      assert.deepEqual(shown, [])
    })
    assert.deepEqual(failures, [])
  })
})

describe('What is kept back', () => {
  const ids = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g
  const asRead = ({ status, location, body, statements }: Told) => ({
    status,
    location: location.replace(ids, 'id'),
    questions: statements.length,
    body: body.replace(ids, 'id').replace(/\b[0-9A-Z]{4}-[0-9A-Z]{4}\b/g, 'reference'),
  })

  /** What Ravi and Sian are told at every address that is about her. */
  async function toldOfHer(): Promise<ReadonlyMap<string, ReturnType<typeof asRead>>> {
    const told = new Map<string, ReturnType<typeof asRead>>()
    for (const name of ['Ravi', 'Sian'] as const) {
      for (const route of askedOf(aboutHer)) {
        told.set(`${called(route)} to ${name}`, asRead(await answerOf(route, name)))
      }
    }
    return told
  }

  for (const state of ['denied label', 'emergency, denied label', 'proxy']) {
    it(`A4 A7 is as if it were not there, at every address, to the byte: ${state}`, async () => {
      const [without, kept, open] = await database.undoing(async () => {
        await everyState[state]?.()
        const first = await toldOfHer()
        return database.undoing(async () => {
          await keepsMore(['mental'])
          const second = await toldOfHer()
          await keepsMore([])
          return [first, second, await toldOfHer()] as const
        })
      })
      const told = [...without].filter(([at, said]) => !isDeepStrictEqual(said, kept.get(at)))
      assert.deepEqual(
        told.map(([at]) => at),
        [],
      )
      // Not marked, the same entries change what they are told: the pages would tell of them.
      const changed = [...without].filter(([at, said]) => !isDeepStrictEqual(said, open.get(at)))
      assert.ok(changed.length >= 7, changed.map(([at]) => at).join(', '))
      assert.deepEqual(failures, [])
    })
  }
})

/** More that Asha keeps, of every kind that pages count, gather or draw. */
async function keepsMore(labels: readonly string[]): Promise<void> {
  const mood = { coding: [{ system: 'http://loinc.org', code: '44261-6' }], text: 'Low spirits' }
  const zed = { performer: [{ display: 'Dr Zed' }] }
  const score = (value: number, day: string) => ({
    ...{ resourceType: 'Observation', status: 'final', code: mood, ...zed },
    ...{ effectiveDateTime: day, valueQuantity: { value, unit: '1' } },
  })
  const active = { clinicalStatus: { coding: [{ code: 'active' }] } }
  const drug = { medicationCodeableConcept: { text: 'Sertraline' }, status: 'active' }
  const coming = { status: 'booked', start: '2027-02-02T09:00:00Z', description: 'Low mood clinic' }
  const resources = [
    ...[score(14, '2026-10-01'), score(9, '2026-11-01')],
    { resourceType: 'Condition', ...active, code: { text: PLAIN } },
    { resourceType: 'Condition', ...active, code: { text: 'Lowest point' } },
    { resourceType: 'MedicationStatement', ...drug },
    { resourceType: 'Appointment', ...coming },
  ]
  for (const [at, resource] of resources.entries()) {
    const received = JSON.stringify({ ...resource, id: `${at}-${labels.join('-')}` })
    const source = { what: 'file' as const, name: 'a file of Hill Clinic', fullUrl: null }
    const author = { person: null, organisation: null, shownAs: 'Dr Zed, Hill Clinic' }
    const files = [await log.files.keep(town.asha, Buffer.from(`A letter: ${received}`))]
    const entry = { received, source, author, identifier: null, labels: [...labels], batch: null }
    done(await addOne(log, nobody, town.asha, { ...entry, files }))
  }
}
