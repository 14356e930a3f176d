// Promises about people: known once, earlier names kept, joined and parted again without loss.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import fc from 'fast-check'
import { asDay, type NhsNumber, type PersonId } from '../../src/basics/index.ts'
import {
  acceptTie,
  declineTie,
  endRole,
  endTie,
  findByNhsNumber,
  findExactly,
  giveRole,
  holdsRealPeople,
  isKnown,
  joinRecords,
  loadPerson,
  nameOf,
  namesOf,
  offerTie,
  recordDeath,
  recordDetails,
  registerPerson,
  survivingPerson,
  tieStanding,
  tiesOn,
  undoJoinOf,
  withdrawDeath,
} from '../../src/identity/index.ts'
import { rebuild, verifyLog } from '../../src/log/index.ts'
import { freshDatabase, freshFolder } from '../database.ts'
import {
  codeOf,
  done,
  monday,
  nobody,
  openTown,
  person,
  testNumber,
  townMigrations,
} from './town.ts'

const { db } = await freshDatabase(townMigrations)
const town = openTown(db, await freshFolder())
const { log } = town

const state = async (id: PersonId) => (await loadPerson(log, db, id)).state
const join = (record: PersonId, into: PersonId) =>
  joinRecords(log, { actor: nobody, record, into, reason: 'the same person' })
const part = (record: PersonId) =>
  undoJoinOf(log, { actor: nobody, record, reason: 'two people after all' })

const tables = [
  'people',
  'nhs_numbers',
  'roles',
  'organisations',
  'successions',
  'sign_in_subjects',
]
const everyRow = () =>
  Promise.all(tables.map((name) => db.text(`select * from identity.${name} order by 1, 2, 3`)))

describe('A person', () => {
  it('is known with an NHS number or without one', async () => {
    const number = testNumber(1)
    const asha = await person(town, { nhsNumber: number })
    const gwen = await person(town, { name: 'Gwen Lloyd' })
    assert.equal(await findByNhsNumber(db, number), asha)
    assert.equal((await state(gwen)).nhsNumber, null)
    assert.ok(isKnown(await state(gwen)))
  })

  it('keeps earlier names when another is taken', async () => {
    const asha = await person(town)
    const details = {
      name: { name: ' Asha  Rees ', from: asDay('2026-06-01') },
      gender: 'female',
      contact: { email: 'asha@example.org', phone: null, address: null },
    }
    done(await recordDetails(log, { actor: nobody, person: asha, details }))
    const { names, gender, contact } = await state(asha)
    assert.deepEqual(
      names.map((one) => one.name),
      ['Asha Rees', 'Asha Patel'],
    )
    assert.equal(gender, 'female')
    assert.equal(contact.email, 'asha@example.org')
    assert.equal((await namesOf(db, [asha])).get(asha), 'Asha Rees')
  })

  it('is refused without a name, born in the future, or with a gender not listed', async () => {
    const request = { actor: nobody, name: ' ', birthDate: null, nhsNumber: null }
    assert.equal(codeOf(await registerPerson(log, request)), 'name-missing')
    const born = { ...request, name: 'Asha', birthDate: asDay('2026-11-24') }
    assert.equal(codeOf(await registerPerson(log, born)), 'born-in-the-future')
    const asha = await person(town)
    const details = { gender: 'x' }
    assert.equal(
      codeOf(await recordDetails(log, { actor: nobody, person: asha, details })),
      'gender-not-listed',
    )
  })

  it('alone has an NHS number, however many ask for it at once', async () => {
    const nhsNumber = testNumber(2)
    const results = await Promise.all(
      Array.from({ length: 6 }, (_, place) =>
        registerPerson(log, { actor: nobody, name: `Twin ${place}`, birthDate: null, nhsNumber }),
      ),
    )
    assert.equal(results.filter((one) => one.ok).length, 1)
    assert.equal(results.filter((one) => codeOf(one) === 'nhs-number-taken').length, 5)
  })

  it('waits for another who asks for the same NHS number at that moment', async () => {
    const nhsNumber = testNumber(6)
    const request = { actor: nobody, name: 'Twin', birthDate: null, nhsNumber }
    const state: { second?: ReturnType<typeof registerPerson> } = {}
    const first = await registerPerson(log, {
      ...request,
      async also() {
        state.second = registerPerson(log, request)
        await Promise.race([state.second, setTimeout(200)])
      },
    })
    assert.ok(first.ok)
    assert.ok(state.second)
    assert.equal(codeOf(await state.second), 'nhs-number-taken')
  })

  it('is real when the NHS number is not one kept for testing', async () => {
    assert.equal(await holdsRealPeople(db), false)
    const nhsNumber = '9434765919' as NhsNumber
    const real = await person(town, { nhsNumber })
    assert.equal(await holdsRealPeople(db), true)
    const details = { nhsNumber: testNumber(5) }
    done(await recordDetails(log, { actor: nobody, person: real, details }))
    assert.equal(await holdsRealPeople(db), false)
  })

  it('gives a wrong NHS number back when it is put right', async () => {
    const [wrong, right] = [testNumber(3), testNumber(4)]
    const asha = await person(town, { nhsNumber: wrong })
    done(await recordDetails(log, { actor: nobody, person: asha, details: { nhsNumber: right } }))
    assert.equal(await findByNhsNumber(db, wrong), null)
    const other = await person(town, { nhsNumber: wrong })
    assert.equal(await findByNhsNumber(db, wrong), other)
  })

  it('dies once, not before birth or in the future, and a mistake is taken back', async () => {
    const tom = await person(town, { name: 'Tom Okafor', born: '1950-01-01' })
    const die = (day: string) =>
      recordDeath(log, { actor: nobody, person: tom, diedOn: asDay(day) })
    assert.equal(codeOf(await die('1949-12-31')), 'died-outside-life')
    assert.equal(codeOf(await die('2026-11-24')), 'died-outside-life')
    done(await die('2026-11-20'))
    assert.equal((await state(tom)).diedOn, '2026-11-20')
    done(await withdrawDeath(log, { actor: nobody, person: tom, reason: 'another Tom' }))
    assert.equal((await state(tom)).diedOn, null)
  })

  it('is found by the whole name and day of birth, without accents, and by no less', async () => {
    const birthDate = asDay('1979-05-05')
    const sian = await person(town, { name: 'Siân Reès-Wyn', born: birthDate })
    const found = (name: string, day: typeof birthDate | null = birthDate) =>
      findExactly(db, { nhsNumber: null, name, birthDate: day })
    assert.equal(await found('sian rees-wyn'), sian)
    for (const name of ['sian re', 'rees-wyn', '%', '']) assert.equal(await found(name), null, name)
    assert.equal(await found('Siân Reès-Wyn', null), null)
    await person(town, { name: 'Sian Rees-Wyn', born: birthDate })
    assert.equal(await found('Siân Reès-Wyn'), null, 'Two of one name and day are not told apart')
  })
})

describe('Two records of one person', () => {
  it('lead to the one that goes on, by id and by NHS number, also through two joins', async () => {
    const number = testNumber(10)
    const first = await person(town, { name: 'A Patel', nhsNumber: number })
    const second = await person(town, { name: 'Asha P' })
    const third = await person(town, { name: 'Asha Patel' })
    done(await join(first, second))
    done(await join(second, third))
    assert.equal(await survivingPerson(db, first), third)
    assert.equal(await findByNhsNumber(db, number), third)
    assert.equal((await namesOf(db, [first])).get(first), 'Asha Patel')
  })

  it('are not joined with themselves, twice, in a circle or with nobody', async () => {
    const one = await person(town)
    const two = await person(town)
    assert.equal(codeOf(await join(one, one)), 'join-with-itself')
    done(await join(one, two))
    assert.equal(codeOf(await join(one, two)), 'already-joined')
    assert.equal(codeOf(await join(two, one)), 'already-joined')
    assert.equal(codeOf(await join(two, log.chance.id())), 'person-unknown')
    assert.equal(codeOf(await part(two)), 'not-joined')
  })

  it('joined into each other at one moment end as one join', async () => {
    const one = await person(town)
    const two = await person(town)
    const results = await Promise.all([join(one, two), join(two, one)])
    assert.equal(results.filter((result) => result.ok).length, 1)
  })

  it('are parted again exactly as they were, for any sequence of joins and partings', async () => {
    const step = fc.record({ record: fc.nat(3), into: fc.nat(3), joins: fc.boolean() })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
        const people = await Promise.all([0, 1, 2, 3].map(() => person(town)))
        const before = await Promise.all(people.map(state))
        const at = (place: number) => people[place] as PersonId
        const goesOn = new Map<PersonId, PersonId>()
        for (const { record, into, joins } of steps) {
          if (!joins) {
            assert.equal((await part(at(record))).ok, goesOn.delete(at(record)))
            continue
          }
          const free = record !== into && !goesOn.has(at(record)) && !goesOn.has(at(into))
          assert.equal((await join(at(record), at(into))).ok, free)
          if (free) goesOn.set(at(record), at(into))
        }
        for (const one of people) {
          let end = one
          for (let next = goesOn.get(end); next !== undefined; next = goesOn.get(end)) end = next
          assert.equal(await survivingPerson(db, one), end)
        }
        for (const record of [...goesOn.keys()]) done(await part(record))
        assert.deepEqual(await Promise.all(people.map(state)), before)
      }),
      { numRuns: 15 },
    )
  })
})

describe('A tie between two people', () => {
  const offer = (helper: PersonId, helped: PersonId, until: string | null = null) =>
    offerTie(log, {
      actor: nobody,
      what: 'carer',
      helper,
      helped,
      offeredBy: helper,
      from: monday,
      until: until === null ? null : asDay(until),
    })
  const standing = async (one: PersonId, day = monday) => {
    const [tie] = (await state(one)).ties
    return tie === undefined ? null : tieStanding(tie, day)
  }

  it('holds only once the other one accepts it, and both see the same', async () => {
    const [asha, ravi] = [await person(town), await person(town, { name: 'Ravi Patel' })]
    const tie = done(await offer(ravi, asha))
    assert.equal(await standing(asha), 'offered')
    const early = await acceptTie(log, { actor: nobody, by: ravi, tie })
    assert.equal(codeOf(early), 'tie-waits-for-the-other')
    done(await acceptTie(log, { actor: nobody, by: asha, tie }))
    assert.deepEqual((await state(asha)).ties, (await state(ravi)).ties)
    assert.equal(tiesOn(await state(asha), monday).length, 1)
    assert.equal(await standing(asha, asDay('2026-11-22')), 'to-come')
  })

  it('is ended by either, on a day', async () => {
    const [asha, ravi] = [await person(town), await person(town)]
    const tie = done(await offer(ravi, asha))
    done(await acceptTie(log, { actor: nobody, by: asha, tie }))
    done(await endTie(log, { actor: nobody, by: ravi, tie, until: monday }))
    assert.equal(await standing(asha), 'holds')
    assert.equal(await standing(asha, asDay('2026-11-24')), 'ended')
    const again = await endTie(log, { actor: nobody, by: asha, tie, until: monday })
    assert.equal(codeOf(again), 'tie-settled')
  })

  it('is nobody else’s to answer, and is declined once', async () => {
    const [asha, ravi, tom] = [await person(town), await person(town), await person(town)]
    const tie = done(await offer(ravi, asha))
    assert.equal(codeOf(await acceptTie(log, { actor: nobody, by: tom, tie })), 'tie-unknown')
    done(await declineTie(log, { actor: nobody, by: asha, tie }))
    assert.equal(await standing(ravi), 'declined')
    assert.equal(codeOf(await acceptTie(log, { actor: nobody, by: asha, tie })), 'tie-settled')
  })

  it('is between two, of a kind that is listed, and does not end before it begins', async () => {
    const [asha, ravi] = [await person(town), await person(town)]
    assert.equal(codeOf(await offer(asha, asha)), 'tie-with-oneself')
    assert.equal(codeOf(await offer(ravi, asha, '2026-11-22')), 'ends-before-it-begins')
    assert.equal(codeOf(await offer(ravi, log.chance.id())), 'person-unknown')
    assert.equal((await state(ravi)).ties.length, 0)
  })
})

describe('Everything about people', () => {
  it('is the same after a rebuild, and its chains verify', async () => {
    const asha = await person(town, { nhsNumber: testNumber(20) as NhsNumber })
    const role = done(
      await giveRole(log, {
        actor: nobody,
        person: asha,
        what: 'administrator',
        organisation: null,
        from: monday,
        until: null,
      }),
    )
    done(await endRole(log, { actor: nobody, person: asha, role, until: monday }))
    const twin = await person(town, { name: nameOf(await state(asha)) })
    done(await join(twin, asha))
    const before = await everyRow()
    await rebuild(log)
    assert.deepEqual(await everyRow(), before)
    assert.equal((await verifyLog(log)).broken, null)
  })
})
