// Every address and the room that answers it, composed of the rooms' own route tables.

import {
  careAtHome,
  careFirst,
  careItems,
  careRoutes,
  readableDecisions,
  waysToCare,
} from './care/index.ts'
import { evidenceRoutes } from './evidence/index.ts'
import { formRoutes } from './forms/index.ts'
import { gateRoutes } from './gate/index.ts'
import { type DemonstrationPerson, identityRoutes } from './identity/index.ts'
import { type Log, logRoutes } from './log/index.ts'
import { messageRoutes, messagesWaiting, needsWaiting } from './messages/index.ts'
import { placeRoutes } from './places/index.ts'
import type { SignInProvider, SigningKey } from './plumbing/index.ts'
import { promiseRoutes, promisesAtHome } from './promises/index.ts'
import { answeringRoles, recordItems, recordRoutes } from './record/index.ts'
import { decidingRoles, explainingRoles, sharingRoutes } from './sharing/index.ts'
import { complaintHandlers, listeningRoles, readableFollows, voiceRoutes } from './voice/index.ts'
import {
  type Language,
  type NavigationItem,
  type Route,
  type Visitor,
  webRoutes,
} from './web/index.ts'

export type RouteDeps = {
  readonly log: Log
  /** The signing keys, oldest first. */
  keys(): Promise<readonly SigningKey[]>
  /** Null outside a demonstration. */
  readonly demonstrationPeople: readonly DemonstrationPerson[] | null
  readonly provider: SignInProvider | null
}

export const routes = (deps: RouteDeps): readonly Route[] => [
  ...webRoutes,
  ...logRoutes(deps),
  ...identityRoutes({
    ...deps,
    homeParts: {
      main: [promisesAtHome(deps.log), messagesWaiting(deps.log), needsWaiting(deps.log)],
      side: [careAtHome],
    },
  }),
  ...placeRoutes(deps),
  ...formRoutes(deps),
  ...gateRoutes(deps),
  ...messageRoutes(deps),
  ...promiseRoutes(deps),
  ...sharingRoutes({ ...deps, sources: [careFirst, recordItems, careItems], ways: waysToCare }),
  ...careRoutes(deps),
  ...recordRoutes({
    ...deps,
    more: [readableDecisions(deps.log), readableFollows(deps.log)],
    ways: waysToCare,
  }),
  ...voiceRoutes(deps),
  ...evidenceRoutes(deps),
]

const navigationWords = {
  en: {
    home: 'Home',
    messages: 'Messages',
    record: 'My record',
    plan: 'My plan',
    outcomes: 'How I am doing',
    people: 'Shared with me',
    corrections: 'Corrections',
    proxies: 'Acting for others',
    explains: 'Looks to explain',
    acting: 'You act for',
    recordOf: (name: string) => `Record of ${name}`,
    planOf: (name: string) => `Plan of ${name}`,
    promises: 'Promises',
    share: 'Share',
    looks: 'Who looked',
    aids: 'Help to decide',
    voice: 'Have a say',
    places: 'Find a service',
    me: 'About me',
    organisations: 'Organisations',
    answers: 'What people told us',
    complaints: 'Complaints',
    moderation: 'Stories to read',
    heard: 'What I heard',
  },
  cy: {
    home: 'Hafan',
    messages: 'Negeseuon',
    record: 'Fy nghofnod',
    plan: 'Fy nghynllun',
    outcomes: 'Sut rydw i',
    people: 'Rhannwyd â mi',
    corrections: 'Cywiriadau',
    proxies: 'Gweithredu ar ran eraill',
    explains: 'Edrychiadau i’w hesbonio',
    acting: 'Rydych yn gweithredu ar ran',
    recordOf: (name: string) => `Cofnod ${name}`,
    planOf: (name: string) => `Cynllun ${name}`,
    promises: 'Addewidion',
    share: 'Rhannu',
    looks: 'Pwy edrychodd',
    aids: 'Help i benderfynu',
    voice: 'Dweud eich dweud',
    places: 'Gwasanaethau',
    me: 'Amdanaf i',
    organisations: 'Sefydliadau',
    answers: 'Beth ddywedodd pobl wrthym',
    complaints: 'Cwynion',
    moderation: 'Straeon i’w darllen',
    heard: 'Beth glywais i',
  },
} as const

/** The main navigation, by who looks: few words, the same order everywhere. */
export function navigation(visitor: Visitor, language: Language): readonly NavigationItem[] {
  const say = navigationWords[language]
  const places = { href: '/places', text: say.places }
  const voice = { href: '/have-a-say', text: say.voice }
  const home = { href: '/', text: say.home }
  if (visitor.kind === 'nobody') {
    return [home, voice, places, { href: '/aids', text: say.aids }]
  }
  const answers = visitor.roles.some((role) => answeringRoles.includes(role))
  if (visitor.actingFor) {
    const { person, name } = visitor.actingFor
    return [
      { href: '/acting', text: say.acting },
      { href: `/people/${person}/record`, text: say.recordOf(name) },
      { href: `/people/${person}/plan`, text: say.planOf(name) },
    ]
  }
  const listens = visitor.roles.some((role) => listeningRoles.some((one) => one === role))
  const decides = visitor.roles.some((role) => decidingRoles.includes(role))
  const explains = visitor.roles.some((role) => explainingRoles.includes(role))
  const handles = visitor.roles.some((role) => complaintHandlers.includes(role))
  const promises = { href: '/promises', text: say.promises }
  const work = [
    ...(visitor.acting === null ? [] : [{ href: '/people', text: say.people }]),
    ...(visitor.acting?.organisationId ? [{ href: '/answers', text: say.answers }] : []),
    ...(visitor.acting !== null && handles ? [{ href: '/complaints', text: say.complaints }] : []),
    ...(answers ? [{ href: '/corrections', text: say.corrections }] : []),
    ...(explains ? [{ href: '/look-questions', text: say.explains }] : []),
    ...(decides ? [{ href: '/proxies/work', text: say.proxies }] : []),
    ...(visitor.roles.includes('moderator') ? [{ href: '/moderation', text: say.moderation }] : []),
    ...(listens ? [{ href: '/heard', text: say.heard }] : []),
    ...(visitor.roles.includes('administrator')
      ? [{ href: '/organisations', text: say.organisations }]
      : []),
  ]
  const more = [
    ...(work.length === 0 ? [] : [promises]),
    { href: '/outcomes', text: say.outcomes },
    { href: '/share', text: say.share },
    { href: '/looks', text: say.looks },
    { href: '/me', text: say.me },
  ]
  return [
    home,
    { href: '/record', text: say.record },
    { href: '/messages', text: say.messages },
    { href: '/plan', text: say.plan },
    ...(work.length === 0 ? [promises] : []),
    voice,
    places,
    ...work.map((one) => ({ ...one, group: 'work' as const })),
    ...more.map((one) => ({ ...one, group: 'more' as const })),
  ]
}
