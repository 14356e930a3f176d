// A plan read back from the FHIR resources that it was written as.
import { type AboutMe, aboutMe, type PartNode, type PlanDocument } from './document.ts'
import {
  ABOUT_ME,
  actionStates,
  type Extension,
  goalStates,
  NHS_NUMBER,
  NO_ACTION_STATE,
  NO_GOAL_STATE,
  ODS_CODE,
  type Resource,
  urlOf,
} from './fhir.ts'
import { type PartKind, parts } from './headings.ts'
import type { Json } from './prsb.ts'
import { AS_IT_CAME, type Value, type Values, type Who } from './values.ts'

type Entry = { readonly fullUrl: string; readonly resource: Resource }
type Members = { readonly [member: string]: Json }

/** The plan in a Bundle that `toFhir` made. */
export function fromFhir(bundle: Resource): PlanDocument {
  const entries = listIn(bundle, 'entry') as unknown as readonly Entry[]
  const of = (type: string) => entries.filter(({ resource }) => resource.resourceType === type)
  const plans = of('CarePlan')
  const main = plans.find(({ resource }) => resource.partOf === undefined)?.resource
  if (main === undefined) throw new TypeError('There is no plan in the bundle')
  const goals = of('Goal')
  const goalsOf = (need: string | null) =>
    goals
      .filter(({ resource }) => (refersTo(resource, 'addresses')[0] ?? null) === need)
      .map((one) => goalOf(one, main))
  const consents = of('Consent').map(({ resource }) => resource)
  const patient = of('Patient')[0]?.resource ?? { resourceType: 'Patient' }
  return {
    ...cameWith(main, patient),
    person: personIn(patient),
    gpPractice: of('Organization').map(({ resource }) => ({
      identifier: identifierOf(resource, ODS_CODE) ?? '',
      name: String(resource.name ?? ''),
    })),
    aboutMe: aboutMeIn(of('Observation')),
    agreement: agreementIn(main),
    parts: [
      ...contactsIn(main),
      ...of('ClinicalImpression').map(({ resource }) =>
        says('formulation', resource.summary, resource),
      ),
      ...extensionsIn(main)
        .filter(({ url }) => url === urlOf('strength'))
        .map((one) => ({
          ...{ kind: 'strength' as const, inner: [] },
          values: extensionValues('strength', extensionsIn(one)),
        })),
      ...of('Condition').map(({ fullUrl, resource }) => ({
        ...says('need', membersOf(resource.code).text, resource),
        inner: goalsOf(fullUrl),
      })),
      ...goalsOf(null),
      ...termsIn(main),
      ...plans
        .filter(({ resource }) => resource.partOf !== undefined)
        .map((one) => planOf(one, consents)),
      ...consents.filter((one) => underOf(one) === null).map(consentNode),
    ],
  }
}

/** A part of which the words have a home of their own, and the rest lies in extensions. */
const says = (kind: PartKind, text: Json | undefined, holder: Members): PartNode => ({
  kind,
  values: { says: String(text), ...extensionValues(kind, extensionsIn(holder)) },
  inner: [],
})

const membersOf = (json: Json | undefined): Members =>
  typeof json === 'object' && json !== null && !Array.isArray(json) ? (json as Members) : {}
const listIn = (one: Members, name: string): readonly Json[] => {
  const found = one[name]
  return Array.isArray(found) ? found : []
}
const extensionsIn = (one: Members): readonly Extension[] =>
  listIn(one, 'extension') as readonly Extension[]
const refersTo = (one: Members, name: string): readonly string[] =>
  listIn(one, name).map((found) => String(membersOf(found).reference))

/** The values that lie in extensions. */
function extensionValues(kind: PartKind, found: readonly Extension[]): Values {
  const values: Record<string, Value> = {}
  for (const { code, kind: how } of parts[kind].fields) {
    const own = found.filter(({ url }) => url === urlOf(`${kind}-${code}`))
    const [first] = own
    if (first === undefined) continue
    if (how === 'texts') values[code] = own.map((one) => String(one.valueString))
    else if (how === 'who') values[code] = whoIn(first)
    else values[code] = plainValue(first)
  }
  const came = cameIn(kind, found)
  return came === null ? values : { ...values, [AS_IT_CAME]: came }
}

/** What came with it from elsewhere; null where nothing did. */
function cameIn(name: string, found: readonly Extension[]): string | null {
  const one = found.find(({ url }) => url === urlOf(`${name}-as-it-came`))
  if (one === undefined) return null
  return Buffer.from(String(membersOf(one.valueAttachment).data), 'base64').toString()
}

/** What the plan as a whole says besides, where it came from elsewhere. */
function cameWith(main: Resource, patient: Resource): Pick<PlanDocument, 'came'> {
  const person = cameIn('whose', extensionsIn(patient))
  const others = (['gpPractice', 'aboutMe', 'agreement'] as const).flatMap((name) => {
    const text = cameIn(name, extensionsIn(main))
    return text === null ? [] : [[name, text] as const]
  })
  const all = [...(person === null ? [] : [['person', person] as const]), ...others]
  return all.length === 0 ? {} : { came: Object.fromEntries(all) }
}

const plainValue = (one: Extension): Value =>
  (one.valueBoolean ?? one.valueInteger ?? one.valueDate ?? one.valueString) as Value

const whoIn = (one: Extension): Who => {
  const text = (part: string) =>
    String(extensionsIn(one).find(({ url }) => url === part)?.valueString ?? '')
  return { name: text('name'), role: text('role'), team: text('team'), contact: text('contact') }
}

function personIn(patient: Resource): PlanDocument['person'] {
  const person: Record<string, string> = {}
  const put = (code: string, value: Json | undefined) => {
    if (value !== undefined) person[code] = String(value)
  }
  for (const { url, valueString } of extensionsIn(patient)) {
    if (url.startsWith(urlOf('person-'))) put(url.slice(urlOf('person-').length), valueString)
  }
  const name = membersOf(listIn(patient, 'name')[0])
  const address = membersOf(listIn(patient, 'address')[0])
  put('firstName', listIn(name, 'given')[0])
  put('familyName', name.family)
  put('birthDate', patient.birthDate)
  put('nhsNumber', identifierOf(patient, NHS_NUMBER) ?? undefined)
  put('addressLine1', listIn(address, 'line')[0])
  put('postcode', address.postalCode)
  return person
}

const identifierOf = (resource: Resource, system: string): string | null => {
  const found = listIn(resource, 'identifier')
    .map(membersOf)
    .find((one) => one.system === system)
  return found === undefined ? null : String(found.value)
}

const aboutMeIn = (entries: readonly Entry[]): PlanDocument['aboutMe'] =>
  Object.fromEntries(
    entries.flatMap(({ resource }) => {
      const coding = membersOf(listIn(membersOf(resource.code), 'coding')[0])
      const known = aboutMe.find(({ code }) => coding.system === ABOUT_ME && coding.code === code)
      return known === undefined ? [] : [[known.code as AboutMe, String(resource.valueString)]]
    }),
  )

function agreementIn(main: Resource): PlanDocument['agreement'] {
  const found = extensionsIn(main).find(({ url }) => url === urlOf('agreed'))
  if (found === undefined) return null
  const inner = extensionsIn(found)
  const text = (name: string) => String(inner.find(({ url }) => url === name)?.valueString ?? '')
  const agreed = inner.find(({ url }) => url === 'agreed')?.valueBoolean === true
  return { agreed, name: text('name'), role: text('role'), updated: text('updated') }
}

function contactsIn(main: Resource): PartNode[] {
  const participants = listIn(main, 'contained')
    .map(membersOf)
    .flatMap((team) => listIn(team, 'participant').map(membersOf))
  const nodes = participants.map((one): PartNode => {
    const member = membersOf(one.member)
    const kind = member.type === 'Practitioner' ? 'professional-contact' : 'personal-contact'
    const role = membersOf(listIn(one, 'role')[0]).text
    const values = {
      name: String(member.display),
      ...(role === undefined ? {} : { role: String(role) }),
      ...extensionValues(kind, extensionsIn(one)),
    }
    return { kind, values, inner: [] }
  })
  const of = (kind: PartKind) => nodes.filter((one) => one.kind === kind)
  return [...of('professional-contact'), ...of('personal-contact')]
}

function termsIn(main: Resource): PartNode[] {
  const values = extensionValues('terms', extensionsIn(main))
  return Object.keys(values).length === 0 ? [] : [{ kind: 'terms', values, inner: [] }]
}

function goalOf({ fullUrl, resource }: Entry, main: Resource): PartNode {
  const achieved = listIn(membersOf(resource.achievementStatus), 'coding').map(membersOf)[0]?.code
  const state = Object.entries(goalStates).find(
    ([, [lifecycle, achievement]]) =>
      lifecycle === resource.lifecycleStatus && achievement === (achieved ?? null),
  )
  const known = resource.lifecycleStatus !== NO_GOAL_STATE && state !== undefined
  const details = listIn(main, 'activity')
    .map((one) => membersOf(membersOf(one).detail))
    .filter((detail) => refersTo(detail, 'goal').includes(fullUrl))
  const outcomes = listIn(resource, 'outcomeCode').map((one) =>
    says('outcome', membersOf(one).text, membersOf(one)),
  )
  return {
    kind: 'goal',
    values: {
      says: String(membersOf(resource.description).text),
      ...(known ? { status: state[0] } : {}),
      ...extensionValues('goal', extensionsIn(resource)),
    },
    inner: [...details.map(actionOf), ...outcomes],
  }
}

function actionOf(detail: Members): PartNode {
  const state = Object.entries(actionStates).find(([, status]) => status === detail.status)
  const known = detail.status !== NO_ACTION_STATE && state !== undefined
  const extensions = extensionsIn(detail)
  const stages = extensions.filter(({ url }) => url === urlOf('stage-goal'))
  return {
    kind: 'action',
    values: {
      says: String(detail.description),
      ...(detail.scheduledString === undefined ? {} : { when: String(detail.scheduledString) }),
      ...(known ? { status: state[0] } : {}),
      ...extensionValues('action', extensions),
    },
    inner: stages.map((one) => ({
      kind: 'stage-goal',
      values: extensionValues('stage-goal', extensionsIn(one)),
      inner: [],
    })),
  }
}

function planOf({ fullUrl, resource }: Entry, consents: readonly Resource[]): PartNode {
  const category = membersOf(listIn(resource, 'category')[0]).text
  const supporting = category === parts['supporting-plan'].prsb
  const kind = supporting ? 'supporting-plan' : 'contingency'
  const values: Values = {
    ...(resource.title === undefined ? {} : { name: String(resource.title) }),
    ...(resource.description === undefined
      ? {}
      : { [supporting ? 'content' : 'what']: String(resource.description) }),
    ...extensionValues(kind, extensionsIn(resource)),
  }
  const inner = consents.filter((one) => underOf(one) === fullUrl)
  return { kind, values, inner: supporting ? [] : inner.map(consentNode) }
}

/** The contingency plan that an advance statement lies under; null where it stands alone. */
const underOf = (consent: Resource): string | null => {
  const found = extensionsIn(consent).find(({ url }) => url === urlOf('advance-statement-under'))
  return found === undefined ? null : String(found.valueUri)
}

function consentNode(consent: Resource): PartNode {
  const data = String(membersOf(consent.sourceAttachment).data)
  return says('advance-statement', Buffer.from(data, 'base64').toString(), consent)
}
