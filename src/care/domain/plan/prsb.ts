// A plan as the JSON headings of the PRSB standard, there and back.
import { groupOf, isOwnName, valuesKeeping } from './came.ts'
import type { PartNode, PlanDocument } from './document.ts'
import { type PartKind, parts } from './headings.ts'
import { aboutGroups, aboutRead } from './prsb-person.ts'
import { type Group, groupAt, groupIn, type Json, listAt, withinStandard } from './prsb-values.ts'
import { FREE, standardAt } from './standard.ts'
import type { Values } from './values.ts'

export type { Json } from './prsb-values.ts'

const PLAN = 'Personalised care and support plan'
const CARE = 'Care and support plan'
const ADVANCE = 'Advance statement'
const ONLY_ADVANCE = 'When I cannot say it myself'

/** Under which headings a part of this kind lies in the standard. */
const paths: Readonly<Record<PartKind, readonly string[]>> = {
  'professional-contact': ['Professional contacts', 'Professional contacts record entry'],
  'personal-contact': ['Personal contacts', 'Personal contacts record entry'],
  formulation: ['Formulation', 'Formulation record entry'],
  strength: [CARE, 'Strengths'],
  need: [CARE, 'Needs, concerns or problems'],
  goal: [CARE, 'Needs, concerns or problems', 'Goals and hopes'],
  action: [CARE, 'Needs, concerns or problems', 'Goals and hopes', 'Actions and activities'],
  'stage-goal': [
    ...[CARE, 'Needs, concerns or problems', 'Goals and hopes', 'Actions and activities'],
    'Stage goal',
  ],
  outcome: [CARE, 'Needs, concerns or problems', 'Goals and hopes', 'Outcomes'],
  contingency: ['Contingency/safety plans'],
  'advance-statement': ['Contingency/safety plans', ADVANCE],
  'supporting-plan': ['Additional support plans'],
  terms: [CARE],
}

/** The headings of the standard that a part of this kind has, and those that lie under it. */
export const standardOf = (kind: PartKind) => standardAt(paths[kind])
const nameOf = (kind: PartKind): string => paths[kind].at(-1) ?? ''

/** The plan under the headings of PRSB v2.0; what is not known is not there. */
export function toPrsb(document: PlanDocument): Group {
  const top = (kind: PartKind) => document.parts.filter((one) => one.kind === kind)
  const entries = (kind: PartKind): Group => {
    const list = top(kind).map(nodeGroup)
    return list.length === 0 ? {} : { [paths[kind][0] ?? '']: { [nameOf(kind)]: list } }
  }
  const alone = top('advance-statement').map((one) => ({
    'Trigger factors': [{ [FREE]: ONLY_ADVANCE }],
    'Contingency plan name': { [FREE]: ADVANCE },
    [ADVANCE]: nodeGroup(one),
  }))
  const about = aboutGroups(document)
  const care = {
    ...(top('terms').map(nodeGroup)[0] ?? {}),
    ...listed(nameOf('strength'), top('strength').map(nodeGroup)),
    ...listed(nameOf('need'), needsOf(document)),
    ...about.agreement,
  }
  return {
    [PLAN]: {
      version: '2.0',
      ...about.person,
      ...entries('professional-contact'),
      ...entries('personal-contact'),
      ...entries('formulation'),
      ...(Object.keys(care).length === 0 ? {} : { [CARE]: care }),
      ...listed(nameOf('contingency'), [...top('contingency').map(nodeGroup), ...alone]),
      ...listed(nameOf('supporting-plan'), top('supporting-plan').map(nodeGroup)),
    },
  }
}

const listed = (name: string, list: readonly Json[]): Group =>
  list.length === 0 ? {} : { [name]: list }

/** Goals that belong to no need stand under one without words. */
function needsOf({ parts: all }: PlanDocument): readonly Group[] {
  const goals = all.filter(({ kind }) => kind === 'goal')
  const needs = all.filter(({ kind }) => kind === 'need').map(nodeGroup)
  return goals.length === 0 ? needs : [...needs, { [nameOf('goal')]: goals.map(nodeGroup) }]
}

function nodeGroup({ kind, values, inner }: PartNode): Group {
  const innerKinds = [...new Set(inner.map((one) => one.kind))]
  const lists = innerKinds.map((one) => {
    const list = inner.filter((node) => node.kind === one).map(nodeGroup)
    return one === 'advance-statement' ? { [ADVANCE]: list[0] ?? null } : { [nameOf(one)]: list }
  })
  return Object.assign({}, groupOf(kind, values), ...lists)
}

/** A plan read from those headings, and the names of what has no heading in the standard. */
export function fromPrsb(json: Json): { document: PlanDocument; unread: readonly string[] } {
  const unread: string[] = []
  const plan = groupAt(json, PLAN)
  const care = groupAt(plan, CARE)
  const known = [...standardAt([]).inner.map(({ name }) => name), 'version']
  unread.push(...Object.keys(plan).filter((name) => !known.includes(name)))
  const about = aboutRead(plan, unread)
  const agreed = ['Agreed with person or legitimate representative']
  const taken = [...agreed, 'Date this plan was last updated', nameOf('strength'), nameOf('need')]
  const terms = valuesRead('terms', without(care, taken), unread)
  const nodes = (kind: PartKind, from: Json | undefined) =>
    listAt(from, nameOf(kind)).map((one) => nodeOf(kind, one, unread))
  const entries = (kind: PartKind) => {
    const found = plan[paths[kind][0] ?? '']
    const list = Array.isArray(found) ? found : listAt(found, nameOf(kind))
    return list.map((one) => nodeOf(kind, one as Json, unread))
  }
  const document: PlanDocument = {
    ...about,
    parts: [
      ...entries('professional-contact'),
      ...entries('personal-contact'),
      ...entries('formulation'),
      ...nodes('strength', care),
      ...listAt(care, nameOf('need')).flatMap((one) => needRead(one, unread)),
      ...(Object.keys(terms).length === 0
        ? []
        : [{ kind: 'terms' as const, values: terms, inner: [] }]),
      ...listAt(plan, nameOf('contingency')).map((one) =>
        isOnlyAdvance(one)
          ? nodeOf('advance-statement', groupAt(one, ADVANCE), unread)
          : nodeOf('contingency', one, unread),
      ),
      ...nodes('supporting-plan', plan),
    ],
  }
  return { document, unread: [...new Set(unread)] }
}

/** A need, or the goals that lie under one without words. */
function needRead(json: Json, unread: string[]): readonly PartNode[] {
  const need = nodeOf('need', json, unread)
  return Object.keys(need.values).length === 0 ? need.inner : [need]
}

const isOnlyAdvance = (group: Json): boolean =>
  groupAt(group, 'Contingency plan name')[FREE] === ADVANCE &&
  groupIn(listAt(group, 'Trigger factors')[0])[FREE] === ONLY_ADVANCE

const without = (group: Group, names: readonly string[]): Group =>
  Object.fromEntries(Object.entries(group).filter(([name]) => !names.includes(name)))

function nodeOf(kind: PartKind, json: Json, unread: string[]): PartNode {
  const innerKinds = (Object.keys(parts) as PartKind[]).filter((one) =>
    parts[one].under.includes(kind),
  )
  // A stage goal has a heading of its own name; what lies under a part never has it twice.
  const group = groupIn(json)
  const values = valuesRead(kind, without(group, innerKinds.map(nameOf)), unread)
  const inner = innerKinds.flatMap((one) =>
    one === 'advance-statement'
      ? ADVANCE in group
        ? [nodeOf(one, groupAt(group, ADVANCE), unread)]
        : []
      : listAt(group, nameOf(one)).map((found) => nodeOf(one, found, unread)),
  )
  return { kind, values, inner }
}

function valuesRead(kind: PartKind, group: Group, unread: string[]): Values {
  const ours = Object.entries(group).filter(([name]) => isOwnName(name))
  const theirs = without(
    group,
    ours.map(([name]) => name),
  )
  const within = groupIn(withinStandard(theirs, standardOf(kind), unread))
  return valuesKeeping(kind, { ...within, ...Object.fromEntries(ours) }, unread)
}
