// Promises of a look that a person does not recognise: asked, on a clock, answered, told back.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { Id, Instant, OrganisationId, PersonId, Result } from '../../src/basics/index.ts'
import { giveRole, registerOrganisation } from '../../src/identity/index.ts'
import { rebuild } from '../../src/log/index.ts'
import { writeReceipts } from '../../src/sharing/actions/look.ts'
import { loadQuery, queryOf } from '../../src/sharing/actions/query-looks.ts'
import { seeVisits } from '../../src/sharing/actions/see-looks.ts'
import { seeOwnQueries, seeQueriesFor, seeQueryFor } from '../../src/sharing/actions/see-queries.ts'
import type { Receipt } from '../../src/sharing/domain/look-receipt.ts'
import * as decisions from '../../src/sharing/domain/query/decisions.ts'
import { type LookQuery, queryStanding, queryStream } from '../../src/sharing/domain/query/query.ts'
import {
  explainLook,
  lapseQuery,
  queryLook,
  sayOfQuery,
  tellOfQuery,
} from '../../src/sharing/index.ts'
import { longAgo, nobody, person as register } from '../attacks/town.ts'
import { openHouse } from '../rooms.ts'

const house = await openHouse()
const { log } = house

function done<T>(result: Result<T>): T {
  assert.ok(result.ok, JSON.stringify(result))
  return result.value
}
const codeOf = (result: Result<unknown>) => (result.ok ? null : result.refusal.code)

const works = async (person: PersonId, what: string, organisation: OrganisationId) => {
  const role = { person, what, organisation, from: longAgo, until: null }
  done(await giveRole(log, { actor: nobody, ...role }))
}

const surgery = done(
  await registerOrganisation(log, {
    ...{ actor: nobody, name: 'Oak Lane Surgery', odsCode: null },
    ...{ what: 'gp-practice', from: longAgo },
  }),
)
const [sian, ewa] = [await register({ log }, 'Sian Rees'), await register({ log }, 'Ewa Kowal')]
await works(sian, 'nurse', surgery)
await works(ewa, 'information-officer', surgery)
const officer = { person: ewa, organisation: surgery, shownAs: 'Ewa Kowal, Oak Lane Surgery' }
const asker = {
  ...{ person: ewa, via: 'role' as const },
  ...{ organisation: surgery, roles: ['information-officer'] },
}

/** Somebody, and a look at what they keep. */
async function lookedAt(more: Partial<Receipt> & { readonly by?: PersonId | null } = {}) {
  const person = await register({ log }, 'Asha Patel')
  const { by = sian, ...rest } = more
  const body: Receipt = {
    ...{ via: 'role', organisation: surgery, roles: ['nurse'], purpose: 'direct-care' },
    ...{ act: 'read', where: '/people', grants: [], items: [] },
    ...rest,
  }
  await log.db.transaction((tx) => writeReceipts(log, tx, [{ person, by, body }]))
  const [look] = await log.db.text<{ id: Id }>(
    'select look as id from sharing.looks where owner = $1',
    [person],
  )
  assert.ok(look)
  return { asks: { person, shownAs: 'Asha Patel' }, person, look: look.id }
}

const ask = async ({ asks, look }: Awaited<ReturnType<typeof lookedAt>>, says = 'Who is she?') =>
  done(await queryLook(log, asks, { look, says }, null))

const stateOf = (place: Parameters<typeof loadQuery>[2]) => loadQuery(log, log.db, place)

/** Carries out what follows from each fact of a question, as the reactions do. */
async function tellAll({ person, query }: { person: PersonId; query: Id }) {
  const facts = await log.db.text<{ id: Id }>(
    'select id from log.facts where owner = $1 and stream = $2 order by place',
    [person, query],
  )
  for (const { id } of facts) await tellOfQuery(log, { owner: person, stream: query, fact: id })
}

const toldTo = async (person: PersonId) =>
  (
    await log.db.text<{ body: string }>(
      `select body from log.facts where owner = $1 and kind = 'message-sent' order by at, place`,
      [person],
    )
  ).map(({ body }) => JSON.parse(body).rendering.subject as string)

const explained = { found: 'explained' as const, says: 'She gave you your jab that day.' }

describe('A7 A look that a person does not recognise', () => {
  it('becomes a request to the organisation of the role, due within one month', async () => {
    const looked = await lookedAt()
    const place = await ask(looked)
    const state = await stateOf(place)
    assert.equal(state.holder, surgery)
    assert.equal(state.due, '2026-12-23')
    assert.match(state.source?.source ?? '', /UK GDPR, Articles 12\(3\) and 15/)
    assert.deepEqual(await seeOwnQueries(log, looked.person).then((rows) => rows.length), 1)
  })

  it('asked twice is one question', async () => {
    const looked = await lookedAt()
    const [one, other] = await Promise.all([ask(looked), ask(looked, 'Again')])
    assert.deepEqual(one, other)
    assert.equal((await stateOf(one)).steps.length, 1)
  })

  it('has nobody to ask where no organisation looked', async () => {
    const ravi = await register({ log }, 'Ravi Patel')
    const home = { via: 'self' as const, organisation: null, roles: [], by: ravi }
    for (const more of [
      home,
      { ...home, via: 'proxy' as const },
      { organisation: null, by: null },
    ]) {
      const { asks, look } = await lookedAt(more)
      const asked = await queryLook(log, asks, { look, says: '' }, null)
      assert.equal(codeOf(asked), 'look-query-nobody-to-ask')
    }
  })

  it('waits on the worklist of that organisation alone, the most urgent first', async () => {
    const other = house.newId() as OrganisationId
    const elsewhere = await lookedAt({ organisation: other })
    const [late, later] = [await lookedAt({ organisation: other }), elsewhere]
    await ask(late)
    house.clock.moveTo('2026-11-24T09:00:00Z')
    await ask(later)
    const list = await seeQueriesFor(log, asker, other)
    assert.deepEqual(
      list.map(({ person }) => person),
      [late.person, later.person],
    )
    const place = queryOf(late.person, late.look)
    assert.equal(codeOf(await seeQueryFor(log, asker, surgery, place)), 'look-query-unknown')
    house.clock.moveTo('2026-11-23T09:00:00Z')
  })

  it('is shown to who answers with a receipt of theirs, and without what was seen', async () => {
    const looked = await lookedAt({ items: [house.newId()] })
    const place = await ask(looked)
    const seen = done(await seeQueryFor(log, asker, surgery, place))
    assert.equal(seen.row.items.length, 1)
    assert.deepEqual(Object.keys(seen).toSorted(), ['query', 'row', 'state'])
    const filter = { own: false, purpose: 'audit' as const, act: null, who: ewa }
    const { rows } = await seeVisits(log, looked.person, { filter, page: 1, size: 9 })
    assert.equal(rows.length, 1)
  })

  it('is not answered by who looked, nor by another organisation', async () => {
    const looked = await lookedAt()
    const place = await ask(looked)
    const herself = { ...officer, person: sian }
    const own = await explainLook(log, herself, place, explained, null)
    assert.equal(codeOf(own), 'look-query-about-yourself')
    const elsewhere = { ...officer, organisation: house.newId() as OrganisationId }
    const other = await explainLook(log, elsewhere, place, explained, null)
    assert.equal(codeOf(other), 'look-query-unknown')
    assert.equal(codeOf(await explainLook(log, officer, place, explained, null)), null)
    const again = await explainLook(log, officer, place, explained, null)
    assert.equal(codeOf(again), 'look-query-closed')
  })

  it('is told to those who answer, not to who looked; and the answer to the person', async () => {
    await works(sian, 'practice-manager', surgery)
    const looked = await lookedAt()
    const place = await ask(looked)
    await tellAll(place)
    assert.ok((await toldTo(ewa)).includes('A question about a look waits'))
    assert.deepEqual(await toldTo(sian), [])
    done(await explainLook(log, officer, place, { found: null, says: 'Which day?' }, null))
    done(await explainLook(log, officer, place, explained, null))
    await tellAll(place)
    assert.deepEqual((await toldTo(looked.person)).toSorted(), [
      'You are asked something about a look',
      'Your question about a look is answered',
    ])
  })

  it('is settled only by who asked; not enough opens it anew with a new clock', async () => {
    const { asks, ...looked } = await lookedAt()
    const { query, ...place } = await ask({ asks, ...looked })
    const early = await sayOfQuery(log, asks, query, { what: 'settle' }, null)
    assert.equal(codeOf(early), 'look-query-not-answered')
    done(await explainLook(log, officer, { query, ...place }, explained, null))
    house.clock.moveTo('2026-12-05T09:00:00Z')
    const more = { what: 'dispute' as const, says: 'I had no jab that day.' }
    done(await sayOfQuery(log, asks, query, more, null))
    assert.equal((await stateOf({ query, ...place })).due, '2027-01-05')
    const found = { found: 'should-not-have' as const, says: 'You are right. We took her to task.' }
    done(await explainLook(log, officer, { query, ...place }, found, null))
    done(await sayOfQuery(log, asks, query, { what: 'settle' }, null))
    const state = await stateOf({ query, ...place })
    assert.equal(queryStanding(state, log.clock.now()), 'settled')
    house.clock.moveTo('2026-11-23T09:00:00Z')
  })

  it('is noted as late once, when the day is over, and both sides hear of it', async () => {
    const looked = await lookedAt()
    const place = await ask(looked)
    house.clock.moveTo('2026-12-23T23:59:59Z')
    done(await lapseQuery(log, place))
    assert.equal(queryStanding(await stateOf(place), log.clock.now()), 'waiting')
    house.clock.moveTo('2026-12-24T00:00:00Z')
    for (let run = 0; run < 2; run += 1) done(await lapseQuery(log, place))
    const state = await stateOf(place)
    assert.equal(state.steps.filter(({ what }) => what === 'look-query-lapsed').length, 1)
    assert.equal(queryStanding(state, log.clock.now()), 'overdue')
    await tellAll(place)
    assert.ok((await toldTo(looked.person)).includes('The answer about a look is late'))
    house.clock.moveTo('2026-11-23T09:00:00Z')
  })

  it('stands on the same lists after a rebuild', async () => {
    const looked = await lookedAt()
    await ask(looked)
    const before = await seeOwnQueries(log, looked.person)
    await rebuild(log)
    assert.deepEqual(await seeOwnQueries(log, looked.person), before)
  })
})

type Move = 'ask' | 'more' | 'settle' | 'dispute' | 'take-back' | 'answer' | 'question' | 'lapse'
const moves: readonly Move[] = [
  ...(['ask', 'more', 'settle', 'dispute'] as const),
  ...(['take-back', 'answer', 'question', 'lapse'] as const),
]
const look = { id: 'a' as Id, by: sian, via: 'role' as const, organisation: surgery }

function made(move: Move, state: LookQuery, now: Instant) {
  switch (move) {
    case 'ask':
      return decisions.queryLook(look, 'Asha', '')(state, now)
    case 'more':
      return decisions.sayMore('Asha', 'More')(state)
    case 'settle':
      return decisions.settleQuery(state)
    case 'dispute':
      return decisions.disputeAnswer('Asha', 'No')(state, now)
    case 'take-back':
      return decisions.takeQueryBack(state)
    case 'answer':
      return decisions.answerQuery(officer, look, explained)(state)
    case 'question':
      return decisions.askAboutQuery(officer, look, 'Which?')(state)
    case 'lapse':
      return decisions.lapseQuery(state, now)
  }
}

describe('A7 Whatever both sides do', () => {
  it('a question is never settled without an answer, nor open without a day and an owner', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...moves), { maxLength: 12 }), (all) => {
        let state = queryStream.start
        let answered = false
        for (const [day, move] of all.entries()) {
          const now = `2026-12-${String(day + 1).padStart(2, '0')}T09:00:00Z` as Instant
          const decided = made(move, state, now)
          if (!decided.ok) continue
          for (const fact of decided.value.facts) {
            const whole = { ...fact, id: 'f', at: now, by: null, onBehalfOf: null }
            state = queryStream.fold(state, whole as never)
            if (fact.kind === 'look-query-answered') answered = true
          }
          assert.ok(state.state !== 'settled' || answered)
          if (state.state !== 'none') assert.ok(state.due !== null && state.holder === surgery)
        }
      }),
    )
  })
})
