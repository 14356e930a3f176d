// Every address and the room that answers it, composed of the rooms' own route tables.

import { type DemonstrationPerson, identityRoutes } from './identity/index.ts'
import { type Log, logRoutes } from './log/index.ts'
import { messageRoutes, messagesWaiting } from './messages/index.ts'
import { placeRoutes } from './places/index.ts'
import type { SignInProvider, SigningKey } from './plumbing/index.ts'
import { promiseRoutes, promisesAtHome } from './promises/index.ts'
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
    homeParts: { main: [promisesAtHome(deps.log), messagesWaiting(deps.log)], side: [] },
  }),
  ...placeRoutes(deps),
  ...messageRoutes(deps),
  ...promiseRoutes(deps),
]

const navigationWords = {
  en: {
    home: 'Home',
    messages: 'Messages',
    promises: 'Promises',
    places: 'Find a service',
    me: 'About me',
    organisations: 'Organisations',
  },
  cy: {
    home: 'Hafan',
    messages: 'Negeseuon',
    promises: 'Addewidion',
    places: 'Dod o hyd i wasanaeth',
    me: 'Amdanaf i',
    organisations: 'Sefydliadau',
  },
} as const

/** The main navigation, by who looks: few words, the same order everywhere. */
export function navigation(visitor: Visitor, language: Language): readonly NavigationItem[] {
  const say = navigationWords[language]
  const places = { href: '/places', text: say.places }
  const home = { href: '/', text: say.home }
  if (visitor.kind === 'nobody') return [home, places]
  const own = [
    home,
    { href: '/messages', text: say.messages },
    { href: '/promises', text: say.promises },
    places,
    { href: '/me', text: say.me },
  ]
  const runs = visitor.roles.includes('administrator')
  return runs ? [...own, { href: '/organisations', text: say.organisations }] : own
}
