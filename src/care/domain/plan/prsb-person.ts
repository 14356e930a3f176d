// Whose plan it is, what they say of themselves and who agreed, under the headings of the standard.

import { textOf } from './came.ts'
import {
  type AboutMe,
  aboutMe,
  type Came,
  type Demographic,
  type PlanDocument,
} from './document.ts'
import { type Group, groupAt, groupIn, type Json, listAt, withinStandard } from './prsb-values.ts'
import { standardAt } from './standard.ts'

type About = Omit<PlanDocument, 'parts'>

const CARE = 'Care and support plan'
const PERSON = 'Person demographics'
const PRACTICE = 'GP practice'
const ENTRY = 'GP practice record entry'
const ABOUT = 'About me'
const AGREED = 'Agreed with person or legitimate representative'
const UPDATED = 'Date this plan was last updated'

/** Under which heading of the demographics each lies; an address is the first of a list. */
const places: Readonly<Record<Demographic, readonly [string, string] | readonly [string]>> = {
  firstName: ['Person name', 'Person first name'],
  familyName: ['Person name', 'Person family name'],
  preferredName: ['Person name', 'Person preferred name'],
  birthDate: ['Date of birth'],
  gender: ['Gender'],
  sex: ['Sex'],
  ethnicity: ['Ethnicity'],
  religion: ['Religion'],
  nhsNumber: ['NHS number'],
  addressLine1: ["Person's address", 'Address line 1'],
  postcode: ["Person's address", 'Postcode'],
  contactMethod: ["Person's contact details", 'Preferred contact method'],
}
const entriesOfPlaces = Object.entries(places) as [Demographic, readonly [string, string?]][]

/** Each of the four as it came where it still says the same, else as it is known here. */
export function aboutGroups(document: PlanDocument): { person: Group; agreement: Group } {
  const { came = {} } = document
  const asItCame = <Name extends keyof Came>(
    name: Name,
    read: (group: Group) => unknown,
    now: Group,
    said: unknown,
  ): Group => {
    const text = came[name]
    if (text === undefined) return now
    const group = groupIn(JSON.parse(text) as Json)
    return textOf({ read: read(group) } as Group) === textOf({ read: said } as Group) ? group : now
  }
  const person = asItCame('person', personRead, personGroup(document), document.person)
  const practice = asItCame(
    'gpPractice',
    practicesRead,
    practiceGroup(document),
    document.gpPractice,
  )
  const about = asItCame('aboutMe', aboutMeRead, aboutMeGroup(document), document.aboutMe)
  return {
    person: {
      [PERSON]: person,
      [PRACTICE]: practice,
      ...(Object.keys(about).length === 0 ? {} : { [ABOUT]: about }),
    },
    agreement: asItCame('agreement', agreementRead, agreementGroup(document), document.agreement),
  }
}

/** What a plan says besides its parts; the names of what has no heading go to `unread`. */
export function aboutRead(plan: Group, unread: string[]): About {
  const within = (name: string) => groupIn(withinStandard(plan[name], standardAt([name]), unread))
  const care = groupIn(plan[CARE])
  const wanted = Object.fromEntries(
    [AGREED, UPDATED].flatMap((one) => (one in care ? [[one, care[one] as Json]] : [])),
  )
  const groups = {
    person: within(PERSON),
    gpPractice: within(PRACTICE),
    aboutMe: within(ABOUT),
    agreement: groupIn(withinStandard(wanted, standardAt([CARE]), unread)),
  }
  const read: About = {
    person: personRead(groups.person),
    gpPractice: practicesRead(groups.gpPractice),
    aboutMe: aboutMeRead(groups.aboutMe),
    agreement: agreementRead(groups.agreement),
  }
  const again = {
    person: personGroup(read),
    gpPractice: practiceGroup(read),
    aboutMe: aboutMeGroup(read),
    agreement: agreementGroup(read),
  }
  const names = Object.keys(groups) as (keyof Came)[]
  const more = names.filter((name) => textOf(groups[name]) !== textOf(again[name]))
  const came: Came = Object.fromEntries(more.map((name) => [name, textOf(groups[name])]))
  return more.length === 0 ? read : { ...read, came }
}

function personGroup({ person }: Pick<About, 'person'>): Group {
  const group: Record<string, Json> = {}
  for (const [code, [name, inner]] of entriesOfPlaces) {
    const text = person[code]
    if (text === undefined) continue
    if (inner === undefined) group[name] = text
    else group[name] = { ...groupIn(group[name]), [inner]: text }
  }
  const [address] = places.addressLine1
  return address in group ? { ...group, [address]: [group[address] as Json] } : group
}

const textAt = (group: Group, name: string): string | undefined => {
  const found = group[name]
  return typeof found === 'string' ? found : undefined
}

function personRead(group: Group): About['person'] {
  return Object.fromEntries(
    entriesOfPlaces.flatMap(([code, [name, inner]]) => {
      const text =
        inner === undefined ? textAt(group, name) : textAt(groupIn(listAt(group, name)[0]), inner)
      return text === undefined ? [] : [[code, text]]
    }),
  )
}

const practiceGroup = ({ gpPractice }: Pick<About, 'gpPractice'>): Group =>
  gpPractice.length === 0
    ? {}
    : {
        [ENTRY]: gpPractice.map(({ identifier, name }) => ({
          'GP practice identifier': identifier,
          ...(name === '' ? {} : { 'GP practice details': name }),
        })),
      }
const practicesRead = (group: Group): About['gpPractice'] =>
  listAt(group, ENTRY).map((one) => ({
    identifier: textAt(groupIn(one), 'GP practice identifier') ?? '',
    name: textAt(groupIn(one), 'GP practice details') ?? '',
  }))

const items: readonly AboutMe[] = ['date', 'supported-by', 'multimedia']
const aboutMeGroup = ({ aboutMe: said }: Pick<About, 'aboutMe'>): Group =>
  Object.fromEntries(
    aboutMe.flatMap(({ code, prsb }) => {
      const text = said[code]
      if (text === undefined) return []
      return [[prsb, items.includes(code) ? text : { [prsb]: text }]]
    }),
  )
const aboutMeRead = (group: Group): About['aboutMe'] =>
  Object.fromEntries(
    aboutMe.flatMap(({ code, prsb }) => {
      const text = textAt(group, prsb) ?? textAt(groupAt(group, prsb), prsb)
      return text === undefined ? [] : [[code, text]]
    }),
  )

const agreementGroup = ({ agreement }: Pick<About, 'agreement'>): Group =>
  agreement === null
    ? {}
    : {
        [AGREED]: {
          'Person or legitimate representative': agreement.agreed,
          ...(agreement.name === '' ? {} : { 'Person full name': agreement.name }),
          ...(agreement.role === '' ? {} : { Role: agreement.role }),
        },
        ...(agreement.updated === '' ? {} : { [UPDATED]: agreement.updated }),
      }
function agreementRead(group: Group): About['agreement'] {
  if (Object.keys(group).length === 0) return null
  const agreed = groupAt(group, AGREED)
  return {
    agreed: agreed['Person or legitimate representative'] === true,
    name: textAt(agreed, 'Person full name') ?? '',
    role: textAt(agreed, 'Role') ?? '',
    updated: textAt(group, UPDATED) ?? '',
  }
}
