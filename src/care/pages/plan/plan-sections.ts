// A plan as headings and lines, for paper, large print and files: what is urgent comes first.

import type { Day } from '../../../basics/index.ts'
import { aboutMeHeadings } from '../../../record/index.ts'
import { formatDay, type Language } from '../../../web/index.ts'
import type { SeenPlan } from '../../actions/plan/see-plan.ts'
import { alsoSaid } from '../../domain/plan/came.ts'
import type { PartNode, PlanDocument } from '../../domain/plan/document.ts'
import { type PartKind, parts } from '../../domain/plan/headings.ts'
import type { Part } from '../../domain/plan/plan.ts'
import type { Value, Who } from '../../domain/plan/values.ts'
import type { PlanWords } from '../../words/plan-words.ts'
import { choiceText, questionOf } from './part-form.ts'
import { isLong, nameOfPart, whoText } from './values-view.tsx'

export type Line = {
  readonly label: string
  readonly text: string
  /** What stands under it, a line each: signs, contacts. */
  readonly list?: readonly string[]
}
export type Block = {
  /** Empty where the heading of the section says it already. */
  readonly title: string
  readonly lines: readonly Line[]
  /** Who does what, a line each. */
  readonly list: readonly string[]
}
export type Section = { readonly heading: string; readonly blocks: readonly Block[] }

const urgent: readonly PartKind[] = ['contingency', 'advance-statement']
const rest: readonly PartKind[] = [
  'strength',
  'need',
  'goal',
  'supporting-plan',
  'formulation',
  'personal-contact',
  'professional-contact',
  'terms',
]

/** Everything that is seen of a plan, in the order in which somebody in a hurry needs it. */
export function sectionsOf(seen: SeenPlan, say: PlanWords, language: Language): Section[] {
  return [...sectionsFor(seen, urgent, say, language), ...aboutSection(seen, say)].concat(
    sectionsFor(seen, rest, say, language),
  )
}

/** What goes on a card: what to do when things go wrong, then who the person is. */
export const cardSectionsOf = (seen: SeenPlan, say: PlanWords, language: Language): Section[] => [
  ...sectionsFor(seen, urgent, say, language),
  ...aboutSection(seen, say, ['what-matters', 'communicate', 'please-do']),
  ...sectionsFor(seen, ['personal-contact'], say, language),
]

export const sectionsFor = (
  { items }: SeenPlan,
  kinds: readonly PartKind[],
  say: PlanWords,
  language: Language,
): Section[] =>
  kinds.flatMap((kind) => {
    const some = items.filter(({ part }) => part.kind === kind)
    if (some.length === 0) return []
    const blocks = some.map(({ part, inner }) => blockOf(part, inner, say, language))
    return [{ heading: say.sections[kind], blocks }]
  })

/** What the person says of themselves, each heading once, in the order of the standard. */
export const aboutMeOf = ({ aboutMe }: SeenPlan) =>
  aboutMeHeadings.flatMap(({ code }) => {
    const said = aboutMe.filter(({ heading }) => heading === code)
    return said.length === 0 ? [] : [[code, said] as const]
  })

function aboutSection(
  seen: SeenPlan,
  say: PlanWords,
  only: readonly string[] = aboutMeHeadings.map(({ code }) => code),
): Section[] {
  const some = aboutMeOf(seen).filter(([heading]) => only.includes(heading))
  if (some.length === 0) return []
  const blocks = some.map(([heading, said]) => ({
    title: say.aboutMe[heading],
    lines: said.flatMap(({ says, supportedBy }) => [
      { label: '', text: says },
      ...(supportedBy === null ? [] : [{ label: '', text: say.withHelp(supportedBy) }]),
    ]),
    list: [],
  }))
  return [{ heading: say.aboutMeTitle, blocks }]
}

function blockOf(part: Part, inner: readonly Part[], say: PlanWords, language: Language): Block {
  const name = nameOfPart(part, say)
  // What sets it off is said below: a plan for when things go wrong is not named by it as well.
  const unnamed = part.kind === 'contingency' && part.values.name === undefined
  const title = isLong(name) || unnamed || name === say.sections[part.kind] ? '' : name
  const lines = parts[part.kind].fields.flatMap(({ code, kind }): Line[] => {
    const value = part.values[code]
    if (value === undefined || code === 'considered') return []
    if (Array.isArray(value)) {
      return [{ label: questionOf(say, part.kind, code), text: '', list: value }]
    }
    const text = textOf(kind, value, say, language)
    if (text === title) return []
    return [{ label: text === name ? '' : questionOf(say, part.kind, code), text }]
  })
  const actions = inner.filter(({ kind }) => kind === 'action')
  const outcomes = inner.filter(({ kind }) => kind === 'outcome')
  return {
    title,
    lines: [
      ...lines,
      ...outcomes.map((one) => ({ label: say.sections.outcome, text: String(one.values.says) })),
      ...[part, ...outcomes]
        .flatMap(({ kind, values }) => alsoSaid(kind, values))
        .map(({ heading, says }) => ({ label: heading, text: says })),
    ],
    list: actions.map((one) => wholeAction(one, inner, say)),
  }
}

/** An action with what helps where it is hard, its steps, and what else came with it. */
function wholeAction(action: Part, inner: readonly Part[], say: PlanWords): string {
  const { strategies } = action.values
  const steps = inner.filter(({ kind, under }) => kind === 'stage-goal' && under === action.id)
  const said = [action, ...steps].flatMap(({ kind, values }) => alsoSaid(kind, values))
  return [
    actionLine(action, say),
    ...(strategies === undefined
      ? []
      : [`${questionOf(say, 'action', 'strategies')} ${String(strategies)}`]),
    ...steps.map(({ values }) => `${say.sections['stage-goal']}: ${stepLine(values)}`),
    ...said.map(({ heading, says }) => `${heading}: ${says}`),
  ].join('. ')
}

const stepLine = ({ says, outcome }: Part['values']): string =>
  outcome === undefined ? String(says) : `${String(says)} (${String(outcome)})`

function actionLine({ values }: Part, say: PlanWords): string {
  const { says, who, when, status, confidence } = values
  const more = [
    who === undefined ? '' : whoText(who as Who),
    when === undefined ? '' : String(when),
    status === undefined ? '' : choiceText(say, String(status)),
    confidence === undefined ? '' : say.confidence(Number(confidence)),
  ].filter((one) => one !== '')
  return [String(says), ...more].map((one) => one.replace(/[.\s]+$/, '')).join('. ')
}

function textOf(kind: string, value: Value, say: PlanWords, language: Language): string {
  if (kind === 'day') return formatDay(value as Day, language)
  if (kind === 'choice') return choiceText(say, String(value))
  if (kind === 'score') return say.outOf10(Number(value))
  if (typeof value === 'boolean') return choiceText(say, value ? 'yes' : 'no')
  return typeof value === 'object' ? whoText(value as Who) : String(value)
}

/** A document from elsewhere as headings and blocks; a goal under a need stands with the goals. */
export function sectionsOfDocument(
  { parts: nodes }: PlanDocument,
  say: PlanWords,
  language: Language,
): Section[] {
  const tops = nodes.flatMap((node) => [node, ...node.inner.filter(({ kind }) => kind === 'goal')])
  return [...urgent, ...rest].flatMap((kind) => {
    const some = tops.filter((one) => one.kind === kind)
    const blocks = some.map((node) => blockOf(partOf(node, ''), partsIn(node), say, language))
    return some.length === 0 ? [] : [{ heading: say.sections[kind], blocks }]
  })
}

/** A part with an id by which what lies under it is known: its place among its neighbours. */
const partOf = ({ kind, values }: PartNode, id: string, under: string | null = null): Part => ({
  ...{ id, kind, under, values, version: 0 },
})
const partsIn = ({ inner }: PartNode, above = ''): readonly Part[] =>
  inner.flatMap((node, place) => {
    if (node.kind === 'goal') return []
    const id = `${above}/${place}`
    return [partOf(node, id, above), ...partsIn(node, id)]
  })

/** A document from elsewhere as text, in pieces no longer than `longest`, broken between lines. */
export function textOfDocument(
  { parts: nodes }: PlanDocument,
  how: { readonly say: PlanWords; readonly language: Language; readonly longest: number },
): readonly string[] {
  const { say, language, longest } = how
  const lines = nodes.flatMap((node) => linesOf(node, say, language))
  const pieces: string[] = []
  for (const line of lines.map((one) => one.slice(0, longest))) {
    const last = pieces.at(-1)
    const joined = last === undefined ? line : `${last}\n${line}`
    if (last === undefined || joined.length > longest) pieces.push(line)
    else pieces[pieces.length - 1] = joined
  }
  return pieces
}

/** What a part and all that lies under it says, a line each. */
function linesOf(node: PartNode, say: PlanWords, language: Language): readonly string[] {
  const { kind, inner } = node
  const { title, lines } = blockOf(partOf(node, ''), [], say, language)
  const said = lines.map(({ label, text, list = [] }) => {
    const whole = [label, text, list.join('; ')].filter((one) => one !== '').join(' ')
    return whole
  })
  const heading = title === '' ? say.sections[kind] : `${say.sections[kind]}: ${title}`
  return [heading, ...said, ...inner.flatMap((one) => linesOf(one, say, language))]
}
