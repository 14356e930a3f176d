// A plan as the JSON headings of the PRSB standard, there and back.
import {
  type AboutMe,
  aboutMe,
  type Demographic,
  demographics,
  type PartNode,
  type PlanDocument,
} from './document.ts'
import { type Heading, type PartKind, parts } from './headings.ts'
import type { Value, Values, Who } from './values.ts'

export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [name: string]: Json }
type Group = { readonly [name: string]: Json }

const PLAN = 'Personalised care and support plan'
/** What the standard has no heading for, so that nobody takes it for one. */
const OUR = 'Coproduce: '
const own: Readonly<Record<string, string>> = {
  considered: `${OUR}where help was looked for`,
  layer: `${OUR}where the help comes from`,
}
const ADVANCE = 'Advance statement'
const ONLY_ADVANCE = 'When I cannot say it myself'
const FREE = 'Free text'

/** Under which heading a part of this kind lies in the standard. */
const groups: Readonly<Record<PartKind, string>> = {
  strength: 'Strengths',
  need: 'Needs, concerns or problems',
  goal: 'Goals and hopes',
  action: 'Actions and activities',
  'stage-goal': 'Stage goal',
  outcome: 'Outcomes',
  contingency: 'Contingency/safety plans',
  'advance-statement': ADVANCE,
  'supporting-plan': 'Additional support plans',
  'professional-contact': 'Professional contacts',
  'personal-contact': 'Personal contacts',
  formulation: 'Formulation',
  terms: 'Care and support plan',
}

/** How the standard writes a value: as it is, as free text of a group, or as a list of those. */
const shapes: Readonly<Record<string, 'free' | 'frees' | 'list' | 'names' | 'coping'>> = {
  'strength.says': 'free',
  'need.says': 'free',
  'goal.says': 'free',
  'action.says': 'free',
  'action.status': 'free',
  'stage-goal.says': 'free',
  'stage-goal.outcome': 'free',
  'outcome.says': 'free',
  'formulation.says': 'free',
  'terms.funding': 'free',
  'contingency.triggers': 'frees',
  'contingency.signs': 'frees',
  'contingency.name': 'free',
  'contingency.what': 'list',
  'contingency.contacts': 'names',
  'contingency.coping': 'coping',
  'supporting-plan.name': 'free',
}

const headingName = (heading: Heading): string => heading.prsb ?? own[heading.code] ?? heading.code

/** The plan under the headings of PRSB v2.0; what is not known is not there. */
export function toPrsb(document: PlanDocument): Group {
  const top = (kind: PartKind) => document.parts.filter((one) => one.kind === kind)
  const lists = (...kinds: PartKind[]): Group =>
    Object.assign({}, ...kinds.map((kind) => listed(groups[kind], top(kind).map(groupOf))))
  const alone = top('advance-statement').map((one) => ({
    'Trigger factors': [{ [FREE]: ONLY_ADVANCE }],
    'Contingency plan name': { [FREE]: ADVANCE },
    [ADVANCE]: groupOf(one),
  }))
  const contingencies = [...top('contingency').map(groupOf), ...alone]
  return {
    [PLAN]: {
      version: '2.0',
      'Person demographics': demographicsOf(document),
      'GP practice': {
        'GP practice record entry': document.gpPractice.map(({ identifier, name }) => ({
          'GP practice identifier': identifier,
          ...(name === '' ? {} : { 'GP practice details': name }),
        })),
      },
      ...(Object.keys(document.aboutMe).length === 0 ? {} : { 'About me': aboutMeOf(document) }),
      ...lists('professional-contact', 'personal-contact', 'formulation'),
      'Care and support plan': {
        ...lists('strength'),
        ...listed(groups.need, needsOf(document)),
        ...(top('terms').map(groupOf)[0] ?? {}),
        ...agreementOf(document),
      },
      ...listed(groups.contingency, contingencies),
      ...lists('supporting-plan'),
    },
  }
}

const listed = (name: string, list: readonly Json[]): Group =>
  list.length === 0 ? {} : { [name]: list }

/** Goals that belong to no need stand under one without words. */
function needsOf({ parts: all }: PlanDocument): readonly Group[] {
  const goals = all.filter(({ kind }) => kind === 'goal')
  const needs = all.filter(({ kind }) => kind === 'need').map(groupOf)
  return goals.length === 0 ? needs : [...needs, { [groups.goal]: goals.map(groupOf) }]
}

function groupOf({ kind, values, inner }: PartNode): Group {
  const said = parts[kind].fields.flatMap((heading) => {
    const value = values[heading.code]
    return value === undefined ? [] : [[nameIn(kind, heading), written(kind, heading, value)]]
  })
  const innerKinds = [...new Set(inner.map((one) => one.kind))]
  const lists = innerKinds.map((one) => {
    const list = inner.filter((node) => node.kind === one).map(groupOf)
    return one === 'advance-statement' ? { [ADVANCE]: list[0] ?? null } : { [groups[one]]: list }
  })
  return Object.assign({}, Object.fromEntries(said), ...lists)
}

/** A group that is one text holds it as its own free text. */
const nameIn = (kind: PartKind, heading: Heading): string =>
  ['strength', 'need', 'outcome', 'formulation', 'advance-statement'].includes(kind)
    ? FREE
    : headingName(heading)

const plainText = ['strength', 'need', 'outcome', 'formulation', 'advance-statement']

function written(kind: PartKind, heading: Heading, value: Value): Json {
  if (plainText.includes(kind)) return value as Json
  switch (shapes[`${kind}.${heading.code}`]) {
    case 'free':
      return { [FREE]: value as Json }
    case 'frees':
      return (value as readonly string[]).map((one) => ({ [FREE]: one }))
    case 'list':
      return [{ [FREE]: value as Json }]
    case 'names':
      return (value as readonly string[]).map((one) => ({ Name: one }))
    case 'coping':
      return [{ 'Coping strategy': value as Json }]
    default:
      return heading.kind === 'who' ? whoGroup(value as Who) : (value as Json)
  }
}

const whoNames = { name: 'Name', role: 'Role', team: 'Team', contact: 'Contact details' } as const
const whoGroup = (who: Who): Group =>
  Object.fromEntries(
    Object.entries(whoNames).flatMap(([code, name]) => {
      const text = who[code as keyof Who]
      return text === '' ? [] : [[name, text]]
    }),
  )

const demographicsOf = ({ person }: PlanDocument): Group =>
  Object.fromEntries(
    demographics.flatMap(({ code, prsb }) => {
      const text = person[code]
      return text === undefined ? [] : [[prsb, text]]
    }),
  )

const aboutMeOf = ({ aboutMe: said }: PlanDocument): Group =>
  Object.fromEntries(
    aboutMe.flatMap(({ code, prsb }) => {
      const text = said[code]
      return text === undefined ? [] : [[prsb, text]]
    }),
  )

const AGREED = 'Agreed with person or legitimate representative'
const UPDATED = 'Date this plan was last updated'

const agreementOf = ({ agreement }: PlanDocument): Group =>
  agreement === null
    ? {}
    : {
        [AGREED]: {
          'Person or legitimate representative': agreement.agreed,
          'Person full name': agreement.name,
          Role: agreement.role,
        },
        [UPDATED]: agreement.updated,
      }

/** A plan read from those headings, and the names of what could not be taken. */
export function fromPrsb(json: Json): { document: PlanDocument; unread: readonly string[] } {
  const unread: string[] = []
  const plan = groupAt(json, PLAN)
  const care = groupAt(plan, 'Care and support plan')
  const terms = valuesRead('terms', care, [groups.strength, groups.need, AGREED, UPDATED], unread)
  const nodes = (kind: PartKind, from: Json | undefined) =>
    listAt(from, groups[kind]).map((one) => nodeOf(kind, one, unread))
  const needs = listAt(care, groups.need)
  const contingencies = listAt(plan, groups.contingency)
  const document: PlanDocument = {
    person: textsRead<Demographic>(groupAt(plan, 'Person demographics'), demographics, unread),
    gpPractice: listAt(groupAt(plan, 'GP practice'), 'GP practice record entry').map((one) => ({
      identifier: String(groupIn(one)['GP practice identifier'] ?? ''),
      name: String(groupIn(one)['GP practice details'] ?? ''),
    })),
    aboutMe: textsRead<AboutMe>(groupAt(plan, 'About me'), aboutMe, unread),
    agreement: agreementRead(care),
    parts: [
      ...nodes('professional-contact', plan),
      ...nodes('personal-contact', plan),
      ...nodes('formulation', plan),
      ...nodes('strength', care),
      ...needs.flatMap((one) =>
        FREE in groupIn(one) ? [nodeOf('need', one, unread)] : nodes('goal', one),
      ),
      ...(Object.keys(terms).length === 0
        ? []
        : [{ kind: 'terms' as const, values: terms, inner: [] }]),
      ...contingencies.map((one) =>
        isOnlyAdvance(one)
          ? nodeOf('advance-statement', groupAt(one, ADVANCE), unread)
          : nodeOf('contingency', one, unread),
      ),
      ...nodes('supporting-plan', plan),
    ],
  }
  return { document, unread }
}

const isOnlyAdvance = (group: Json): boolean =>
  groupAt(group, 'Contingency plan name')[FREE] === ADVANCE &&
  groupIn(listAt(group, 'Trigger factors')[0] ?? null)[FREE] === ONLY_ADVANCE

const groupIn = (json: Json | undefined): Group =>
  typeof json === 'object' && json !== null && !Array.isArray(json) ? (json as Group) : {}
const groupAt = (json: Json | undefined, name: string): Group => groupIn(groupIn(json)[name])
const listAt = (json: Json | undefined, name: string): readonly Json[] => {
  const found = groupIn(json)[name]
  return Array.isArray(found) ? found : []
}

function nodeOf(kind: PartKind, json: Json, unread: string[]): PartNode {
  const innerKinds = (Object.keys(parts) as PartKind[]).filter((one) =>
    parts[one].under.includes(kind),
  )
  // A heading may be the name of a part and of what lies under it: then the list is the latter.
  const taken = innerKinds.map((one) => groups[one])
  const values = valuesRead(kind, json, taken, unread)
  const inner = innerKinds.flatMap((one) =>
    one === 'advance-statement'
      ? ADVANCE in groupIn(json)
        ? [nodeOf(one, groupAt(json, ADVANCE), unread)]
        : []
      : listAt(json, groups[one]).map((found) => nodeOf(one, found, unread)),
  )
  return { kind, values, inner }
}

function valuesRead(
  kind: PartKind,
  json: Json,
  taken: readonly string[],
  unread: string[],
): Values {
  const group = groupIn(json)
  const names = new Map(parts[kind].fields.map((heading) => [nameIn(kind, heading), heading]))
  const values: Record<string, Value> = {}
  for (const [name, found] of Object.entries(group)) {
    const heading = names.get(name)
    const value = heading === undefined ? null : readValue(kind, heading, found)
    if (heading !== undefined && value !== null) values[heading.code] = value
    else if (!taken.includes(name)) unread.push(`${groups[kind]}: ${name}`)
  }
  return values
}

/** A value as it was written; null where it was written in another way. */
function readValue(kind: PartKind, heading: Heading, json: Json): Value | null {
  const shape = plainText.includes(kind) ? undefined : shapes[`${kind}.${heading.code}`]
  const texts = (name: string): string[] | null => {
    if (!Array.isArray(json)) return null
    const all = json.map((one) => groupIn(one)[name])
    return all.every((one) => typeof one === 'string') ? (all as string[]) : null
  }
  const free = groupIn(json)[FREE]
  if (shape === 'free') return typeof free === 'string' ? free : null
  if (shape === 'frees') return texts(FREE)
  if (shape === 'names') return texts('Name')
  if (shape === 'list') return texts(FREE)?.join('\n') ?? null
  if (shape === 'coping') return texts('Coping strategy')?.join('\n') ?? null
  if (heading.kind === 'who') return whoRead(groupIn(json))
  if (Array.isArray(json)) return json.every((one) => typeof one === 'string') ? json : null
  return typeof json === 'object' ? null : json
}

const whoRead = (group: Group): Who => {
  const at = (name: string) => String(group[name] ?? '')
  const { name, role, team, contact } = whoNames
  return { name: at(name), role: at(role), team: at(team), contact: at(contact) }
}

function textsRead<Code extends string>(
  group: Group,
  names: readonly { readonly code: Code; readonly prsb: string }[],
  unread: string[],
): Partial<Record<Code, string>> {
  const said: Partial<Record<Code, string>> = {}
  for (const [name, found] of Object.entries(group)) {
    const known = names.find(({ prsb }) => prsb === name)
    if (known !== undefined && typeof found === 'string') said[known.code] = found
    else unread.push(name)
  }
  return said
}

function agreementRead(care: Group): PlanDocument['agreement'] {
  if (!(AGREED in care)) return null
  const group = groupAt(care, AGREED)
  return {
    agreed: group['Person or legitimate representative'] === true,
    name: String(group['Person full name'] ?? ''),
    role: String(group.Role ?? ''),
    updated: String(care[UPDATED] ?? ''),
  }
}
