// What kind of network a map shows, and what is missing from it: told, never scored.
import type { Contact, MemberKind, Support } from './facts.ts'
import { supports } from './facts.ts'

/** What a member of a map counts as. */
export type Sort = 'kin' | 'friends' | 'community' | 'professionals' | 'pets'

const sortOfKind: Readonly<Record<MemberKind, Sort>> = {
  partner: 'kin',
  family: 'kin',
  friend: 'friends',
  neighbour: 'friends',
  colleague: 'friends',
  group: 'community',
  place: 'community',
  professional: 'professionals',
  pet: 'pets',
}

export const sortOf = (kind: MemberKind): Sort => sortOfKind[kind]

export type Counted = {
  readonly kind: MemberKind
  readonly support: readonly Support[]
  readonly contact: Contact
}

export const networkTypes = ['diverse', 'centred', 'contact', 'professional'] as const
export type NetworkType = (typeof networkTypes)[number]

/**
 * The type of a network; null where nobody is on the map. `regular` says which contact counts as
 * regular (a dated rule). What the paper leaves to a reader is fixed here so: *diverse* has kin,
 * friends and community, each with regular contact; *centred* is half or more of kin and friends
 * with regular contact and some support; *contact* is any other with kin or friends; and without
 * either it is *professional*: contact with services and groups alone.
 * @source Kennedy et al., Implementation Science 2016; 11:27, Table 1 (typologies): the first
 *   three read there in an extract, the fourth and all thresholds not yet confirmed
 */
export function networkTypeOf(
  members: readonly Counted[],
  regular: readonly Contact[],
): NetworkType | null {
  if (members.length === 0) return null
  const often = members.filter(({ contact }) => regular.includes(contact))
  const has = (sort: Sort) => often.some(({ kind }) => sortOf(kind) === sort)
  if (has('kin') && has('friends') && has('community')) return 'diverse'
  const near = members.filter(({ kind }) => ['kin', 'friends'].includes(sortOf(kind)))
  if (near.length === 0) return 'professional'
  const holding = near.filter(
    ({ contact, support }) => regular.includes(contact) && support.length > 0,
  )
  return holding.length * 2 >= near.length ? 'centred' : 'contact'
}

export type Gap =
  | { readonly gap: 'nobody'; readonly support: Support }
  | { readonly gap: 'only-one'; readonly support: Support }
  | { readonly gap: 'no-community' }
  | { readonly gap: 'no-friends' }
  /** One alone gives every kind of support, and nobody else gives any. */
  | { readonly gap: 'one-carries-all' }

/** What is missing, each with somewhere to look; none for a map that is empty. */
export function gapsOf(members: readonly Counted[]): readonly Gap[] {
  if (members.length === 0) return []
  const givers = members.filter(({ support }) => support.length > 0)
  const [only] = givers
  if (givers.length === 1 && only !== undefined && only.support.length === supports.length) {
    return [{ gap: 'one-carries-all' }, ...missingSorts(members)]
  }
  const bySupport = supports.flatMap((support): Gap[] => {
    const count = members.filter((one) => one.support.includes(support)).length
    if (count > 1) return []
    return [{ gap: count === 0 ? 'nobody' : 'only-one', support }]
  })
  return [...bySupport, ...missingSorts(members)]
}

const missingSorts = (members: readonly Counted[]): Gap[] => {
  const has = (sort: Sort) => members.some(({ kind }) => sortOf(kind) === sort)
  return [
    ...(has('community') ? [] : [{ gap: 'no-community' } as const]),
    ...(has('friends') ? [] : [{ gap: 'no-friends' } as const]),
  ]
}
