// How much a proxy may see and do, as dated data; and the labels that none sees unless named.
import type { Day } from '../../../basics/index.ts'
import type { LookAct } from '../grant.ts'

export type Level = {
  readonly code: string
  /** As it stands after “may see”. */
  readonly says: string
  /** The kinds of entry it shows; null for all. */
  readonly kinds: readonly string[] | null
  readonly acts: readonly LookAct[]
  /** Whether the proxy may add to the record in the person’s place. */
  readonly adds: boolean
  /** Whether labels may be named so that entries which bear them are seen. */
  readonly namesLabels: boolean
  readonly from: Day
}

const from = '2026-11-01' as Day
const plans = ['plan', 'care-plan', 'contingency-plan', 'supporting-plan']
const visits = ['visit', ...plans, 'care-contact', 'plan-review']
const summary = ['problem', 'medicine', 'allergy', 'vaccination']
const onlyReads = { acts: ['read'], adds: false, namesLabels: false, from } as const

/** From the least to the most. No level lets a proxy share with others. @source DAPB3051, 4.1.1 */
export const levels: readonly Level[] = [
  { code: 'visits', says: 'visits and plans only', kinds: visits, ...onlyReads },
  {
    code: 'summary',
    says: 'visits, plans, problems, medicines, allergies and vaccinations',
    kinds: [...visits, ...summary],
    ...onlyReads,
  },
  {
    code: 'record',
    says: 'the record without what is marked as sensitive',
    kinds: null,
    acts: ['read', 'print'],
    adds: true,
    namesLabels: false,
    from,
  },
  {
    code: 'whole',
    says: 'the record, and what is marked as sensitive where it is named',
    kinds: null,
    acts: ['read', 'print', 'export'],
    adds: true,
    namesLabels: true,
    from,
  },
]

export const levelNamed = (code: string): Level | null =>
  levels.find((one) => one.code === code) ?? null

/** @source spec row A12; DAPB3051, section 4.4; `private` is what people keep to themselves */
export const protectedLabels: readonly string[] = [
  'sexual',
  'hiv',
  'mental',
  'substance',
  'safeguarding',
  'domestic-abuse',
  'private',
]

/** Kinds of entry in free words or from elsewhere: without a label they may be sensitive. */
export const kindsToRead: readonly string[] = ['document', 'note', 'symptom', 'what-matters']
