// What may be seen, as one condition with two faces: a function over items, and SQL over rows.
import type { Id } from '../../basics/index.ts'
import type { ItemFacets, Selector } from './grant.ts'

/** Conditions joined; `all: []` is everything and `any: []` nothing. */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly select: Selector }

export const nothing: Condition = { any: [] }
export const anything: Condition = { all: [] }

/** The columns, or SQL expressions, that hold the facets of a row; none of them null. */
export type FacetColumns = {
  /** uuid */
  readonly id: string
  /** text */
  readonly kind: string
  /** text[] */
  readonly labels: string
  /** date */
  readonly at: string
}

export type Visible = {
  /** Whether nothing at all is kept back: then an index may be asked that knows of everything. */
  readonly everything: boolean
  /**
   * Whether what bears these labels is let through, where labels alone decide; null where more
   * counts. Then an index may be asked that keeps what bears labels apart, for just those.
   */
  byLabels(labels: readonly string[]): boolean | null
  matches(facets: ItemFacets): boolean
  /** A condition for `where`; its first value is `$first`, 1 unless it says otherwise. */
  sql(columns: FacetColumns, first?: number): { readonly text: string; readonly values: unknown[] }
}

/** The two faces of one condition. */
export function visibleWhere(condition: Condition): Visible {
  return {
    everything: 'all' in condition && condition.all.length === 0,
    byLabels: (labels) => (isOfLabels(condition) ? holdsFor(condition, bearing(labels)) : null),
    matches: (facets) => holdsFor(condition, facets),
    sql: (columns, first = 1) => {
      const values: unknown[] = []
      const bind = (value: unknown, type: string) => {
        values.push(value)
        return `$${first + values.length - 1}::${type}`
      }
      return { text: sqlOf(condition, columns, bind), values }
    },
  }
}

/** What both let through. */
export const bothVisible = (one: Visible, other: Visible): Visible => ({
  everything: one.everything && other.everything,
  byLabels: (labels) => {
    const [left, right] = [one.byLabels(labels), other.byLabels(labels)]
    return left === null || right === null ? null : left && right
  },
  matches: (facets) => one.matches(facets) && other.matches(facets),
  sql: (columns, first = 1) => {
    const left = one.sql(columns, first)
    const right = other.sql(columns, first + left.values.length)
    return {
      text: `(${left.text} and ${right.text})`,
      values: [...left.values, ...right.values],
    }
  },
})

/** Whether nothing but labels counts, anywhere in a condition. */
function isOfLabels(condition: Condition): boolean {
  if ('not' in condition) return isOfLabels(condition.not)
  if ('all' in condition) return condition.all.every(isOfLabels)
  if ('any' in condition) return condition.any.every(isOfLabels)
  const { kinds, from, until, items } = condition.select
  return [kinds, from, until, items].every((part) => part === null)
}

/** Something of which only the labels count. */
const bearing = (labels: readonly string[]): ItemFacets => ({
  id: '' as Id,
  kind: '',
  labels,
  at: '0001-01-01' as ItemFacets['at'],
})

/** Whether a condition holds for one item, read as it stands: nothing is made for it. */
function holdsFor(condition: Condition, facets: ItemFacets): boolean {
  if ('select' in condition) return isChosen(condition.select, facets)
  if ('not' in condition) return !holdsFor(condition.not, facets)
  if ('all' in condition) return condition.all.every((part) => holdsFor(part, facets))
  return condition.any.some((part) => holdsFor(part, facets))
}

const isChosen = (select: Selector, { id, kind, labels, at }: ItemFacets): boolean =>
  (select.kinds === null || select.kinds.includes(kind)) &&
  (select.labels === null || meet(select.labels, labels)) &&
  (select.without.length === 0 || !meet(select.without, labels)) &&
  (select.from === null || select.from <= at) &&
  (select.until === null || at <= select.until) &&
  (select.items === null || setOf(select.items).has(id))

const meet = (some: readonly string[], others: readonly string[]): boolean =>
  others.length > 0 && some.some((one) => others.includes(one))

// Items are chosen one by one, and may be many; kinds and labels are few.
const sets = new WeakMap<readonly Id[], ReadonlySet<Id>>()

function setOf(items: readonly Id[]): ReadonlySet<Id> {
  const known = sets.get(items)
  if (known !== undefined) return known
  const made = new Set(items)
  sets.set(items, made)
  return made
}

type Bind = (value: unknown, type: string) => string

function sqlOf(condition: Condition, columns: FacetColumns, bind: Bind): string {
  if ('select' in condition) return selectorSql(condition.select, columns, bind)
  if ('not' in condition) return `not ${sqlOf(condition.not, columns, bind)}`
  const isAll = 'all' in condition
  const parts = isAll ? condition.all : condition.any
  return joined(
    parts.map((part) => sqlOf(part, columns, bind)),
    isAll ? 'and' : 'or',
  )
}

function selectorSql(select: Selector, columns: FacetColumns, bind: Bind): string {
  const { kinds, labels, without, from, until, items } = select
  const parts: string[] = []
  if (kinds !== null) parts.push(`${columns.kind} = any(${bind(kinds, 'text[]')})`)
  if (labels !== null) parts.push(`${columns.labels} && ${bind(labels, 'text[]')}`)
  if (without.length > 0) parts.push(`not ${columns.labels} && ${bind(without, 'text[]')}`)
  if (from !== null) parts.push(`${columns.at} >= ${bind(from, 'date')}`)
  if (until !== null) parts.push(`${columns.at} <= ${bind(until, 'date')}`)
  if (items !== null) parts.push(`${columns.id} = any(${bind(items, 'uuid[]')})`)
  return joined(parts, 'and')
}

function joined(parts: readonly string[], word: 'and' | 'or'): string {
  if (parts.length === 0) return word === 'and' ? 'true' : 'false'
  return `(${parts.join(` ${word} `)})`
}
