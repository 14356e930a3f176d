// A plan as FHIR R4 resources, there and back: what FHIR has no home for is named as ours.

import { cameOf } from './came.ts'
import { aboutMe, type PartNode, type PlanDocument } from './document.ts'
import { type PartKind, parts } from './headings.ts'
import type { Json } from './prsb.ts'
import { CODED } from './standard.ts'
import { AS_IT_CAME, type Value, type Values, type Who } from './values.ts'

export type Resource = { readonly resourceType: string; readonly [member: string]: Json }
export type Extension = { readonly url: string; readonly [value: string]: Json }

/** Our own extensions: one for each heading of the standard without a home in FHIR. */
const OURS = 'urn:coproduce:plan'
export const urlOf = (name: string) => `${OURS}:${name}`

export const goalStates = {
  proposed: ['proposed', null],
  'in-progress': ['active', null],
  achieved: ['completed', 'achieved'],
  'not-achieved': ['completed', 'not-achieved'],
  ended: ['cancelled', null],
} as const
/** FHIR demands a status where the plan may say none. */
export const NO_GOAL_STATE = 'accepted'
export const actionStates = {
  planned: 'not-started',
  'in-progress': 'in-progress',
  done: 'completed',
  refused: 'cancelled',
  stopped: 'stopped',
} as const
export const NO_ACTION_STATE = 'unknown'

type Making = { readonly patient: string; readonly next: (type: string) => string }

/** The plan as a Bundle: CarePlan, Goal, CareTeam and what they name; every heading is in it. */
export function toFhir(document: PlanDocument): Resource {
  let count = 0
  const next = (type: string) => {
    count += 1
    return `urn:coproduce:${type}:${count}`
  }
  const making: Making = { patient: 'urn:coproduce:patient', next }
  const top = (kind: PartKind) => document.parts.filter((one) => one.kind === kind)
  const made: Made[] = []
  for (const need of top('need')) made.push(...needResources(need, making))
  for (const goal of top('goal')) made.push(goalResource(goal, null, making))
  const main = next('plan')
  const also = (['contingency', 'supporting-plan'] as const).flatMap((kind) => top(kind))
  const entries: Made[] = [
    { fullUrl: making.patient, resource: patientOf(document) },
    ...practices(document),
    { fullUrl: main, resource: mainPlan(document, made, making) },
    ...made,
    ...also.flatMap((one) => planResources(one, main, making)),
    ...top('advance-statement').map((one) => consentOf(one, null, making)),
    ...top('formulation').map((one) => formulationOf(one, making)),
    ...aboutMeOf(document, making),
  ]
  return {
    resourceType: 'Bundle',
    type: 'collection',
    entry: entries.map(({ fullUrl, resource }) => ({ fullUrl, resource })),
  }
}

type Made = {
  readonly fullUrl: string
  readonly resource: Resource
  /** What is done for a goal: it becomes activities of the plan. */
  readonly actions?: readonly PartNode[]
}
const reference = (url: string) => ({ reference: url })

/** The values that have a home of their own are named; the others become extensions. */
function extensionsOf(node: PartNode, homed: readonly string[]): Extension[] {
  const { kind, values } = node
  const said = parts[kind].fields
    .filter(({ code }) => !homed.includes(code))
    .flatMap(({ code, kind: how }) => {
      const value = values[code]
      return value === undefined ? [] : extensionOf(`${kind}-${code}`, value, how === 'day')
    })
  return [...said, ...cameExtension(kind, values[AS_IT_CAME])]
}

/** What a plan from elsewhere says besides, under the headings of its standard, as a file. */
function cameExtension(name: string, text: Value | undefined): Extension[] {
  if (typeof text !== 'string') return []
  const data = Buffer.from(text).toString('base64')
  const title = 'As it came, under the headings of PRSB v2.0'
  const valueAttachment = { contentType: 'application/json', data, title }
  return [{ url: urlOf(`${name}-as-it-came`), valueAttachment }]
}

/** Words, with their code of SNOMED CT where one came with them. */
const conceptOf = ({ values }: PartNode) => ({ ...codingOf(values), text: String(values.says) })

function codingOf(values: Values) {
  const code = /^\s*(\d{6,18})\b/.exec(String(cameOf(values)[CODED] ?? ''))?.[1]
  return code === undefined ? {} : { coding: [{ system: SNOMED, code }] }
}
const SNOMED = 'http://snomed.info/sct'

function extensionOf(name: string, value: Value, isDay: boolean): Extension[] {
  const url = urlOf(name)
  if (typeof value === 'boolean') return [{ url, valueBoolean: value }]
  if (typeof value === 'number') return [{ url, valueInteger: value }]
  if (typeof value === 'string')
    return [isDay ? { url, valueDate: value } : { url, valueString: value }]
  if (Array.isArray(value)) return value.map((one) => ({ url, valueString: one }))
  const said = Object.entries(value as Who).filter(([, text]) => text !== '')
  return [{ url, extension: said.map(([part, valueString]) => ({ url: part, valueString })) }]
}

const extended = (extensions: readonly Extension[]) =>
  extensions.length === 0 ? {} : { extension: extensions }

function patientOf({ person, came }: PlanDocument): Resource {
  const homed = ['firstName', 'familyName', 'birthDate', 'nhsNumber', 'addressLine1', 'postcode']
  const others = Object.entries(person).filter(([code]) => !homed.includes(code))
  const { firstName, familyName, birthDate, nhsNumber, addressLine1, postcode } = person
  const address = {
    ...(addressLine1 === undefined ? {} : { line: [addressLine1] }),
    ...(postcode === undefined ? {} : { postalCode: postcode }),
  }
  const name = {
    ...(familyName === undefined ? {} : { family: familyName }),
    ...(firstName === undefined ? {} : { given: [firstName] }),
  }
  return {
    resourceType: 'Patient',
    ...extended([
      ...others.map(([code, text]) => ({ url: urlOf(`person-${code}`), valueString: text })),
      ...cameExtension('whose', came?.person),
    ]),
    ...(nhsNumber === undefined ? {} : { identifier: [{ system: NHS_NUMBER, value: nhsNumber }] }),
    ...(Object.keys(name).length === 0 ? {} : { name: [name] }),
    ...(birthDate === undefined ? {} : { birthDate }),
    ...(Object.keys(address).length === 0 ? {} : { address: [address] }),
  }
}
export const NHS_NUMBER = 'https://fhir.nhs.uk/Id/nhs-number'
export const ODS_CODE = 'https://fhir.nhs.uk/Id/ods-organization-code'

const practices = ({ gpPractice }: PlanDocument): Made[] =>
  gpPractice.map(({ identifier, name }, place) => ({
    fullUrl: `urn:coproduce:practice:${place}`,
    resource: {
      resourceType: 'Organization',
      identifier: [{ system: ODS_CODE, value: identifier }],
      ...(name === '' ? {} : { name }),
    },
  }))

function mainPlan(document: PlanDocument, made: readonly Made[], making: Making): Resource {
  const { agreement, came = {} } = document
  const top = (kind: PartKind) => document.parts.filter((one) => one.kind === kind)
  const strengths = top('strength').map((one) => ({
    url: urlOf('strength'),
    extension: extensionsOf(one, []),
  }))
  const terms = top('terms').flatMap((one) => extensionsOf(one, []))
  const agreed = agreement === null ? [] : [agreedExtension(agreement)]
  const also = Object.entries(came).filter(([name]) => name !== 'person')
  const whole = also.flatMap(([name, text]) => cameExtension(name, text))
  const of = (type: string) => made.filter(({ resource }) => resource.resourceType === type)
  return {
    resourceType: 'CarePlan',
    ...extended([...strengths, ...terms, ...agreed, ...whole]),
    ...teamOf(document, making),
    status: 'active',
    intent: 'plan',
    category: [{ text: 'Personalised care and support plan' }],
    subject: reference(making.patient),
    ...(of('Condition').length === 0
      ? {}
      : { addresses: of('Condition').map(({ fullUrl }) => reference(fullUrl)) }),
    ...(of('Goal').length === 0
      ? {}
      : { goal: of('Goal').map(({ fullUrl }) => reference(fullUrl)) }),
    ...activitiesOf(of('Goal')),
  }
}

const agreedExtension = ({
  agreed,
  name,
  role,
  updated,
}: NonNullable<PlanDocument['agreement']>) => ({
  url: urlOf('agreed'),
  extension: [
    { url: 'agreed', valueBoolean: agreed },
    ...Object.entries({ name, role, updated })
      .filter(([, text]) => text !== '')
      .map(([url, valueString]) => ({ url, valueString })),
  ],
})

/** Those who are in the plan, as a CareTeam that it holds. */
function teamOf({ parts: all }: PlanDocument, making: Making) {
  const contacts = all.filter(({ kind }) => kind.endsWith('contact'))
  if (contacts.length === 0) return {}
  const participant = contacts.map((one) => ({
    ...extended(extensionsOf(one, ['name', 'role'])),
    ...(typeof one.values.role === 'string' ? { role: [{ text: one.values.role }] } : {}),
    member: {
      type: one.kind === 'professional-contact' ? 'Practitioner' : 'RelatedPerson',
      display: String(one.values.name),
    },
  }))
  const team = {
    resourceType: 'CareTeam',
    id: 'team',
    subject: reference(making.patient),
    participant,
  }
  return { contained: [team], careTeam: [{ reference: '#team' }] }
}

function needResources(need: PartNode, making: Making): Made[] {
  const fullUrl = making.next('need')
  const resource: Resource = {
    resourceType: 'Condition',
    ...extended(extensionsOf(need, ['says'])),
    clinicalStatus: { coding: [{ system: CLINICAL, code: 'active' }] },
    category: [{ text: 'Needs, concerns or problems' }],
    code: conceptOf(need),
    subject: reference(making.patient),
  }
  return [{ fullUrl, resource }, ...need.inner.map((one) => goalResource(one, fullUrl, making))]
}
const CLINICAL = 'http://terminology.hl7.org/CodeSystem/condition-clinical'
const ACHIEVEMENT = 'http://terminology.hl7.org/CodeSystem/goal-achievement'

function goalResource(goal: PartNode, need: string | null, making: Making): Made {
  const { values, inner } = goal
  const state = goalStates[values.status as keyof typeof goalStates]
  const achieved = state?.[1] ?? null
  const outcomes = inner.filter(({ kind }) => kind === 'outcome')
  const actions = inner.filter(({ kind }) => kind === 'action')
  const resource: Resource = {
    resourceType: 'Goal',
    ...extended(extensionsOf(goal, ['says', 'status'])),
    lifecycleStatus: state?.[0] ?? NO_GOAL_STATE,
    ...(achieved === null
      ? {}
      : { achievementStatus: { coding: [{ system: ACHIEVEMENT, code: achieved }] } }),
    description: conceptOf(goal),
    subject: reference(making.patient),
    ...(need === null ? {} : { addresses: [reference(need)] }),
    ...(outcomes.length === 0
      ? {}
      : {
          outcomeCode: outcomes.map((one) => ({
            ...extended(extensionsOf(one, ['says'])),
            ...conceptOf(one),
          })),
        }),
  }
  return { fullUrl: making.next('goal'), resource, actions }
}

/** The actions of the goals, as activities of the plan, each with the goal it serves. */
function activitiesOf(goals: readonly Made[]) {
  const activity = goals.flatMap(({ fullUrl, actions = [] }) =>
    actions.map((one) => ({ detail: detailOf(one, fullUrl) })),
  )
  return activity.length === 0 ? {} : { activity }
}

function detailOf(action: PartNode, goal: string): Json {
  const { values, inner } = action
  const status = actionStates[values.status as keyof typeof actionStates] ?? NO_ACTION_STATE
  const stages = inner.map((one) => ({
    url: urlOf('stage-goal'),
    extension: extensionsOf(one, []),
  }))
  return {
    ...extended([...extensionsOf(action, ['says', 'when', 'status']), ...stages]),
    goal: [reference(goal)],
    status,
    ...(typeof values.when === 'string' ? { scheduledString: values.when } : {}),
    description: String(values.says),
  }
}

function planResources(one: PartNode, main: string, making: Making): Made[] {
  const supporting = one.kind === 'supporting-plan'
  const { name } = one.values
  const [title, description] = supporting ? ['name', 'content'] : ['name', 'what']
  const text = one.values[description ?? '']
  const resource: Resource = {
    resourceType: 'CarePlan',
    ...extended(extensionsOf(one, [title ?? '', description ?? ''])),
    partOf: [reference(main)],
    status: 'active',
    intent: 'plan',
    category: [{ text: parts[one.kind].prsb }],
    ...(typeof name === 'string' ? { title: name } : {}),
    ...(typeof text === 'string' ? { description: text } : {}),
    subject: reference(making.patient),
  }
  const fullUrl = making.next(one.kind)
  return [{ fullUrl, resource }, ...one.inner.map((held) => consentOf(held, fullUrl, making))]
}

/** An advance statement, as the advance directives of FHIR: a Consent in that scope. */
function consentOf(one: PartNode, under: string | null, making: Making): Made {
  const { values } = one
  const data = Buffer.from(String(values.says)).toString('base64')
  const resource: Resource = {
    resourceType: 'Consent',
    ...extended([
      ...(under === null ? [] : [{ url: urlOf('advance-statement-under'), valueUri: under }]),
      ...extensionsOf(one, ['says']),
    ]),
    status: 'active',
    scope: { coding: [{ system: SCOPE, code: 'adr' }] },
    category: [{ coding: [{ system: 'http://loinc.org', code: '42348-3' }] }],
    patient: reference(making.patient),
    sourceAttachment: { contentType: 'text/plain; charset=utf-8', data },
    policyRule: { text: 'Mental Capacity Act 2005, an advance statement' },
  }
  return { fullUrl: making.next('advance-statement'), resource }
}
const SCOPE = 'http://terminology.hl7.org/CodeSystem/consentscope'

const formulationOf = (one: PartNode, making: Making): Made => ({
  fullUrl: making.next('formulation'),
  resource: {
    resourceType: 'ClinicalImpression',
    ...extended(extensionsOf(one, ['says'])),
    status: 'completed',
    code: { text: 'Formulation' },
    subject: reference(making.patient),
    summary: String(one.values.says),
  },
})

export const ABOUT_ME = 'urn:coproduce:about-me'
const aboutMeOf = ({ aboutMe: said }: PlanDocument, making: Making): Made[] =>
  aboutMe.flatMap(({ code, prsb }) => {
    const text = said[code]
    if (text === undefined) return []
    const resource: Resource = {
      resourceType: 'Observation',
      status: 'final',
      code: { coding: [{ system: ABOUT_ME, code }], text: prsb },
      subject: reference(making.patient),
      valueString: text,
    }
    return [{ fullUrl: making.next('about-me'), resource }]
  })
