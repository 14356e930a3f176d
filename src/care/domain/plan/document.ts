// A plan as one document: whose it is, what they say of themselves, and its parts as a tree.
import type { PartKind } from './headings.ts'
import type { Part } from './plan.ts'
import type { Values } from './values.ts'

export type PartNode = {
  readonly kind: PartKind
  readonly values: Values
  readonly inner: readonly PartNode[]
}

/** @source PRSB Personalised Care and Support Plan v2.0, Person demographics */
export const demographics = [
  { code: 'firstName', prsb: 'Person first name', must: true },
  { code: 'familyName', prsb: 'Person family name', must: true },
  { code: 'preferredName', prsb: 'Person preferred name', must: false },
  { code: 'birthDate', prsb: 'Date of birth', must: true },
  { code: 'gender', prsb: 'Gender', must: false },
  { code: 'sex', prsb: 'Sex', must: false },
  { code: 'ethnicity', prsb: 'Ethnicity', must: false },
  { code: 'religion', prsb: 'Religion', must: false },
  { code: 'nhsNumber', prsb: 'NHS number', must: false },
  { code: 'addressLine1', prsb: 'Address line 1', must: true },
  { code: 'postcode', prsb: 'Postcode', must: true },
  { code: 'contactMethod', prsb: 'Preferred contact method', must: false },
] as const
export type Demographic = (typeof demographics)[number]['code']

/** @source PRSB About Me v2.01: seven headings, when and with whom they were written */
export const aboutMe = [
  { code: 'what-matters', prsb: 'What is most important to me' },
  { code: 'people', prsb: 'People who are important to me' },
  { code: 'communicate', prsb: 'How I communicate and how to communicate with me' },
  { code: 'wellness', prsb: 'My wellness' },
  { code: 'please-do', prsb: "Please do and please don't" },
  { code: 'support', prsb: 'How and when to support me' },
  { code: 'also', prsb: 'Also worth knowing about me' },
  { code: 'date', prsb: 'Date' },
  { code: 'supported-by', prsb: 'Supported to write this by' },
  { code: 'multimedia', prsb: 'Location to multimedia file' },
] as const
export type AboutMe = (typeof aboutMe)[number]['code']

export type PlanDocument = {
  readonly person: Readonly<Partial<Record<Demographic, string>>>
  readonly gpPractice: readonly { readonly identifier: string; readonly name: string }[]
  readonly aboutMe: Readonly<Partial<Record<AboutMe, string>>>
  /** Whether, by whom and when it was last agreed; null where it never was. */
  readonly agreement: {
    readonly agreed: boolean
    readonly name: string
    readonly role: string
    readonly updated: string
  } | null
  readonly parts: readonly PartNode[]
  /** Of a plan from elsewhere: what else it says, as JSON under the headings it came with. */
  readonly came?: Came
}

export type Came = Readonly<
  Partial<Record<'person' | 'gpPractice' | 'aboutMe' | 'agreement', string>>
>

/** The headings that the standard demands and that are not known here. */
export const missingIn = ({ person, gpPractice }: PlanDocument): readonly string[] =>
  [
    ...demographics.filter(({ code, must }) => must && person[code] === undefined),
    ...(gpPractice.length === 0 ? [{ prsb: 'GP practice identifier' }] : []),
  ].map(({ prsb }) => prsb)

/** Parts as a tree, in the order in which they are. */
export function treeOf(parts: readonly Part[]): readonly PartNode[] {
  const ids = new Set(parts.map(({ id }) => id))
  const nodesUnder = (under: string | null): PartNode[] =>
    parts
      .filter((one) => (one.under !== null && ids.has(one.under) ? one.under : null) === under)
      .map(({ id, kind, values }) => ({ kind, values, inner: nodesUnder(id) }))
  return nodesUnder(null)
}
