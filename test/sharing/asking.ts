// Grants, askers and items at random: what the tests of sharing draw from.
import fc from 'fast-check'
import type { Day, Id, Instant, OrganisationId, PersonId } from '../../src/basics/index.ts'
import type { Asking } from '../../src/sharing/domain/evaluator.ts'
import type {
  Asker,
  Grant,
  GrantedAct,
  ItemFacets,
  Recipient,
  Selector,
} from '../../src/sharing/domain/grant.ts'
import { everybody, everything } from '../../src/sharing/domain/grant.ts'
import { type Purpose, switchable } from '../../src/sharing/domain/purposes.ts'
import type { Sharing } from '../../src/sharing/domain/sharing.ts'

const uuid = (group: string, at: number) =>
  `01920000-0000-7000-8000-${group}${String(at).padStart(8, '0')}` as Id

export const now = '2026-11-23T09:00:00.000Z' as Instant
export const asha = uuid('a5a0', 0) as PersonId
export const others = [0, 1, 2].map((at) => uuid('beef', at) as PersonId)
export const oakLane = uuid('0a1a', 0) as OrganisationId
const elmStreet = uuid('0a1a', 1) as OrganisationId

const kinds = ['problem', 'medicine', 'result', 'letter']
const labels = ['mental', 'sexual', 'social']
const days = ['2024-02-29', '2025-06-01', '2026-01-31', '2026-11-23'] as Day[]
const itemIds = Array.from({ length: 12 }, (_, at) => uuid('cafe', at))

const some = <T>(values: readonly T[]) => fc.subarray([...values])
const orNone = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null })

export const anyItems: fc.Arbitrary<ItemFacets[]> = fc
  .tuple(
    ...itemIds.map((id) =>
      fc.record({
        id: fc.constant(id),
        kind: fc.constantFrom(...kinds),
        labels: some(labels),
        at: fc.constantFrom(...days),
      }),
    ),
  )
  .map((items) => [...items])

// Most draws choose widely, so that what is drawn often lets something be seen.
const mostly = <T>(usual: T, rare: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(usual) }, rare)

export const anySelector: fc.Arbitrary<Selector> = fc.record({
  kinds: mostly(null, some(kinds)),
  labels: mostly(null, some(labels)),
  without: mostly([], some(labels)),
  from: mostly(null, fc.constantFrom(...days)),
  until: mostly(null, fc.constantFrom(...days)),
  items: mostly(null, some(itemIds)),
})

const allPurposes = switchable.map(({ code }) => code)
const somePurposes: fc.Arbitrary<Purpose[]> = mostly([...allPurposes], some(allPurposes))
export const anyPurpose = fc.constantFrom(...allPurposes)

const anyPerson = fc.constantFrom(...others)

const [first] = others as [PersonId]
const byThemselves = (person: PersonId): Asker => ({
  person,
  via: 'self',
  organisation: null,
  roles: [],
})

// Few askers and recipients, so that they often meet.
export const anyAsker: fc.Arbitrary<Asker> = fc.oneof(
  { weight: 4, arbitrary: fc.constant(byThemselves(first)) },
  anyPerson.map(byThemselves),
  fc.record({
    person: anyPerson,
    via: fc.constant('role' as const),
    organisation: mostly(oakLane, fc.constant(elmStreet)),
    roles: mostly(['nurse'], some(['doctor', 'nurse'])),
  }),
)

const toPerson = (person: PersonId): Recipient => ({ person, organisation: null, role: null })

const anyRecipient: fc.Arbitrary<Recipient> = fc.oneof(
  { weight: 4, arbitrary: fc.constant(toPerson(first)) },
  anyPerson.map(toPerson),
  fc.record({
    person: fc.constant(null),
    organisation: mostly(oakLane, fc.constant(elmStreet)),
    role: orNone(fc.constantFrom('doctor', 'nurse')),
  }),
)

let made = 0
const nextId = () => {
  made += 1
  return uuid('9a47', made)
}

export const grantWith = (change: Partial<Grant> = {}): Grant => ({
  id: nextId(),
  effect: 'permit',
  givenBy: asha,
  to: { person: others[0] ?? null, organisation: null, role: null },
  what: everything,
  acts: ['read'],
  purposes: ['direct-care'],
  from: '2026-01-01T00:00:00.000Z' as Instant,
  lastDay: null,
  endsAt: null,
  withdrawnAt: null,
  emergency: null,
  ...change,
})

const allActs: readonly GrantedAct[] = ['read', 'print', 'export', 'share']
const aMomentLater = '2026-11-23T09:00:00.001Z' as Instant

export const anyGrant: fc.Arbitrary<Grant> = fc
  .record({
    effect: fc.constantFrom('permit' as const, 'permit' as const, 'deny' as const),
    givenBy: fc.oneof({ weight: 3, arbitrary: fc.constant(asha) }, anyPerson),
    to: anyRecipient,
    what: anySelector,
    acts: mostly<GrantedAct[]>([...allActs], fc.subarray([...allActs], { minLength: 1 })),
    purposes: somePurposes,
    lastDay: mostly(null, fc.constantFrom('2026-11-22' as Day, '2026-11-23' as Day)),
    endsAt: mostly(null, fc.constantFrom(now, aMomentLater)),
    withdrawnAt: mostly(null, fc.constantFrom(now, aMomentLater)),
    emergency: mostly(null, fc.constant('Found unconscious')),
    only: mostly<Grant['only']>(undefined, fc.constant('emergency' as const)),
    toAll: mostly(false, fc.constant(true)),
  })
  .map(({ only, toAll, ...change }) => {
    if (change.effect === 'permit') return grantWith(change)
    const kept = only === undefined ? {} : { only }
    const to = toAll ? everybody : change.to
    return grantWith({ ...change, ...kept, to, emergency: null })
  })

export const anyGrants = fc.array(anyGrant, { maxLength: 10 })

export const sharingOf = (grants: readonly Grant[], on: readonly Purpose[]): Sharing => ({
  grants,
  switches: new Map(switchable.map(({ code }) => [code, on.includes(code)])),
})

export const anySharing: fc.Arbitrary<Sharing> = fc
  .tuple(anyGrants, somePurposes)
  .map(([grants, on]) => sharingOf(grants, on))

export const anyAsking: fc.Arbitrary<Asking> = fc.record({
  person: fc.constant(asha),
  visitor: anyAsker,
  purpose: anyPurpose,
  act: fc.constantFrom('read' as const, 'print' as const, 'export' as const),
})
