// The map of a network as rules: who is on it, what kind it is, what is missing, what changed.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { Id } from '../../src/basics/index.ts'
import { changesBetween, isChanged } from '../../src/care/domain/network/compare-maps.ts'
import { regularContacts } from '../../src/care/domain/network/dated-rules.ts'
import {
  answerForName,
  keepMap,
  MOST_MEMBERS,
  placeMember,
  takeOff,
} from '../../src/care/domain/network/decide.ts'
import { contacts, memberKinds, rings, supports } from '../../src/care/domain/network/facts.ts'
import {
  drawnForOthers,
  type Member,
  type NetworkMap,
  networkStream,
  ownDrawn,
} from '../../src/care/domain/network/network-map.ts'
import { gapsOf, networkTypeOf } from '../../src/care/domain/network/network-type.ts'
import { foldAll, idOf } from './folding.ts'

const ravi = idOf(90)
const member = (number: number, more: Partial<Member> = {}): Member => ({
  member: idOf(number),
  called: `Friend ${number}`,
  kind: 'friend',
  ring: 2,
  support: ['emotional'],
  contact: 'weekly',
  person: null,
  ...more,
})

type Step = (state: NetworkMap) => ReturnType<ReturnType<typeof takeOff>>
const after = (...steps: readonly Step[]): NetworkMap => foldAll(networkStream, steps)
const placed = (one: Member): Step => placeMember(one, [ravi])

const typeOf = (...members: readonly Member[]) => networkTypeOf(members, regularContacts)

describe('The map of a network', () => {
  it('E11 has three rings, and somebody put on it again is moved, not doubled', () => {
    const map = after(placed(member(1)), placed(member(2)), placed(member(1, { ring: 1 })))
    assert.deepEqual(
      map.members.map(({ member, ring }) => [member, ring]),
      [
        [idOf(1), 1],
        [idOf(2), 2],
      ],
    )
  })

  it('E11 holds no more than can be told apart, and says what to do', () => {
    const full = after(...Array.from({ length: MOST_MEMBERS }, (_, n) => placed(member(n + 1))))
    const more = placeMember(member(31), [])(full)
    assert.equal(more.ok ? '' : more.refusal.code, 'network-map-full')
    assert.ok(placeMember(member(1, { ring: 3 }), [])(full).ok)
  })

  it('E11 joins nobody to the map who has no tie with the person', () => {
    const done = placeMember(member(1, { person: ravi }), [])(networkStream.start)
    assert.equal(done.ok ? '' : done.refusal.code, 'network-not-tied')
  })

  it('E11 shows others no name of anybody who has not said yes, whatever happened before', () => {
    const somebody = fc.record({
      number: fc.integer({ min: 1, max: 6 }),
      kind: fc.constantFrom(...memberKinds),
      tied: fc.boolean(),
    })
    const step = fc.oneof(
      somebody.map(({ number, kind, tied }) =>
        placed(member(number, { kind, person: tied ? ravi : null })),
      ),
      fc.integer({ min: 1, max: 6 }).map((number): Step => takeOff(idOf(number))),
      fc
        .tuple(fc.integer({ min: 1, max: 6 }), fc.boolean(), fc.constantFrom(ravi, idOf(91)))
        .map(([number, shown, by]): Step => answerForName(by, idOf(number), shown)),
    )
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const map = after(...steps)
        const said = new Map<Id, boolean>()
        for (const fact of foldAll.facts(networkStream, steps)) {
          if (fact.kind === 'network-member-answered') said.set(fact.body.member, fact.body.shown)
        }
        for (const one of drawnForOthers(map)) {
          const full = map.members.find((other) => other.member === one.member)
          const open = one.kind === 'group' || one.kind === 'place'
          const agreed = full?.person === ravi && said.get(one.member) === true
          assert.equal(one.called !== null, open || agreed)
          assert.ok(!('person' in one))
        }
      }),
    )
  })

  it('E11 lets nobody but the one on it answer for a name', () => {
    const map = after(placed(member(1, { person: ravi })))
    const other = answerForName(idOf(91), idOf(1), true)(map)
    assert.equal(other.ok ? '' : other.refusal.code, 'network-member-unknown')
    assert.ok(answerForName(ravi, idOf(1), true)(map).ok)
  })
})

describe('The type of a network', () => {
  const kin = member(1, { kind: 'family' })
  const friend = member(2)
  const group = member(3, { kind: 'group', support: ['everyday'] })
  const nurse = member(4, { kind: 'professional', support: ['illness'] })

  it('E11 is diverse with kin, friends and community in regular contact', () => {
    assert.equal(typeOf(kin, friend, group), 'diverse')
    assert.equal(typeOf(kin, friend, { ...group, contact: 'monthly' }), 'centred')
  })

  it('E11 is centred on kin and friends where half of them are regular and give support', () => {
    assert.equal(typeOf(kin, { ...friend, contact: 'rarely' }, nurse), 'centred')
  })

  it('E11 is contact where kin and friends are seen seldom or give no support', () => {
    assert.equal(typeOf({ ...kin, support: [] }, { ...friend, contact: 'rarely' }), 'contact')
  })

  it('E11 is professional without kin and friends, and there is none for an empty map', () => {
    assert.equal(typeOf(nurse, group), 'professional')
    assert.equal(typeOf(), null)
  })

  it('E11 is found for every map that has somebody on it', () => {
    const any = fc.record({
      kind: fc.constantFrom(...memberKinds),
      support: fc.subarray([...supports]),
      contact: fc.constantFrom(...contacts),
    })
    fc.assert(
      fc.property(fc.array(any, { minLength: 1, maxLength: 30 }), (members) => {
        assert.notEqual(networkTypeOf(members, regularContacts), null)
      }),
    )
  })
})

describe('What is missing from a network', () => {
  it('E11 is each kind of support that nobody or only one gives, and whole sorts of people', () => {
    assert.deepEqual(gapsOf([member(1, { kind: 'family', support: ['emotional', 'everyday'] })]), [
      { gap: 'nobody', support: 'illness' },
      { gap: 'only-one', support: 'everyday' },
      { gap: 'only-one', support: 'emotional' },
      { gap: 'no-community' },
      { gap: 'no-friends' },
    ])
  })

  it('E11 says once that one person carries everything', () => {
    const all = member(1, { kind: 'partner', support: [...supports] })
    assert.deepEqual(gapsOf([all, member(2, { support: [] })])[0], { gap: 'one-carries-all' })
  })

  it('E11 is nothing where two or more give each support', () => {
    const both = [1, 2].map((number) => member(number, { support: [...supports] }))
    assert.deepEqual(gapsOf([...both, member(3, { kind: 'group', support: [] })]), [])
  })
})

describe('Two maps of one network', () => {
  it('E11 are compared: who came, who went, who moved, and what support changed', () => {
    const before = after(placed(member(1)), placed(member(2)), keepMap('Before the group'))
    const now = after(
      placed(member(1)),
      placed(member(2)),
      keepMap('Before the group'),
      placed(member(1, { ring: 1, support: ['everyday'] })),
      takeOff(idOf(2)),
      placed(member(3, { kind: 'group' })),
    )
    assert.deepEqual(now.kept[0]?.members, before.members)
    const changes = changesBetween(ownDrawn(now.kept[0]?.members ?? []), ownDrawn(now.members))
    assert.deepEqual(
      changes.map(({ what, rings, gained, lost }) => [what, rings, gained, lost]),
      [
        ['stayed', [2, 1], ['everyday'], ['emotional']],
        ['came', [null, 2], ['emotional'], []],
        ['went', [2, null], [], ['emotional']],
      ],
    )
  })

  it('E11 differ in nothing from themselves', () => {
    const maps = fc.array(
      fc.record({ number: fc.integer({ min: 1, max: 9 }), ring: fc.constantFrom(...rings) }),
    )
    fc.assert(
      fc.property(maps, (list) => {
        const map = after(...list.map(({ number, ring }) => placed(member(number, { ring }))))
        const drawn = ownDrawn(map.members)
        assert.ok(!changesBetween(drawn, drawn).some(isChanged))
      }),
    )
  })
})
