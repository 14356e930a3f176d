// The addresses of signing in and out, and the start page.
import { createElement } from 'react'
import type { PersonId } from '../../basics/index.ts'
import {
  defineForm,
  type FormEntry,
  freshEntry,
  type PageReply,
  type PageRequest,
  type Route,
  refusedEntry,
  safeLocalPath,
  textField,
} from '../../web/index.ts'
import { hasAdministrator } from '../actions/become-first-administrator.ts'
import { beginSession } from '../actions/begin-session.ts'
import { endSession } from '../actions/end-session.ts'
import { signInWithRecoveryCode } from '../actions/recover.ts'
import { beginSignIn, finishSignIn } from '../actions/sign-in-with-provider.ts'
import { partOfDay } from '../domain/greeting.ts'
import { refusals } from '../domain/refusals.ts'
import { startWords } from '../words/start-words.ts'
import { HomePage } from './home-page.tsx'
import { type HomePart, type IdentityDeps, type PersonVisitor, typedText } from './room-parts.ts'
import { RecoverySignInPage, SignInPage } from './sign-in-page.tsx'
import { StartPage } from './start-page.tsx'

const welsh = startWords.welsh === 'none' ? {} : { welsh: startWords.welsh }

export function signInRoutes(deps: IdentityDeps): readonly Route[] {
  const anyone = (method: Route['method'], path: string, says: string, handle: Route['handle']) =>
    ({ method, path, access: 'anyone', says, handle }) as const
  const { log, demonstrationPeople: people, provider } = deps
  return [
    anyone('GET', '/', 'What Coproduce is; for who is signed in, what waits for them', (request) =>
      showStart(deps, request),
    ),
    anyone('GET', '/sign-in', 'Choose how to sign in', (request) => showSignIn(deps, request)),
    anyone('GET', '/sign-in/recovery', 'Sign in with a recovery code', async (request) =>
      recoveryPage(request, freshEntry()),
    ),
    anyone('POST', '/sign-in/recovery', 'Takes a recovery code', (request) =>
      takeRecovery(deps, request),
    ),
    anyone('POST', '/sign-out', 'Ends the session', async ({ visitor }) => {
      if (visitor.kind === 'person') await endSession(log, sessionOf(visitor))
      return { kind: 'redirect', to: '/', setSession: null }
    }),
    ...(people === null
      ? []
      : [
          anyone(
            'POST',
            '/sign-in/demonstration',
            'Signs in as somebody of the demonstration',
            (request) => signInAs(deps, request),
          ),
        ]),
    ...(provider === null
      ? []
      : [
          anyone('POST', '/sign-in/start', 'Leads to the provider of sign-in', (request) =>
            beginSignIn(log, provider, {
              browser: request.draftOwner,
              next: safeLocalPath(typedText(request, 'next')),
            }).then(redirectOr),
          ),
          anyone('GET', '/sign-in/return', 'Comes back from the provider', async (request) => {
            const finished = await finishSignIn(log, provider, {
              browser: request.draftOwner,
              address: request.address,
              state: request.query.state ?? '',
              userAgent: request.userAgent,
              instead: insteadOf(request),
            })
            if (!finished.ok) return { kind: 'refused', refusal: finished.refusal }
            const { token, next } = finished.value
            return { kind: 'redirect', to: next, setSession: token }
          }),
        ]),
  ]
}

const redirectOr = (to: Awaited<ReturnType<typeof beginSignIn>>): PageReply =>
  to.ok ? { kind: 'redirect', to: to.value } : { kind: 'refused', refusal: to.refusal }

const sessionOf = ({ person, session }: PersonVisitor) => ({
  person,
  session: session as PersonId,
})

const insteadOf = ({ visitor }: PageRequest) =>
  visitor.kind === 'person' ? sessionOf(visitor) : null

async function showStart(deps: IdentityDeps, request: PageRequest): Promise<PageReply> {
  const words = startWords.in(request.language)
  const { visitor } = request
  if (visitor.kind === 'nobody') {
    const main = createElement(StartPage, { words: words.start })
    return { kind: 'page', title: words.start.title, main, here: '/', ...welsh }
  }
  if (visitor.actingFor) return { kind: 'redirect', to: '/acting' }
  const ready = async (parts: readonly HomePart[] = []) => {
    const made = await Promise.all(parts.map((part) => part(request, visitor)))
    return made.filter((share) => share !== null)
  }
  const main = createElement(HomePage, {
    name: visitor.name,
    part: partOfDay(request.now),
    main: await ready(deps.homeParts?.main),
    side: await ready(deps.homeParts?.side),
    administrator: visitor.roles.includes('administrator'),
    language: request.language,
    words: words.home,
  })
  return { kind: 'page', title: words.home.title, main, here: '/', ...welsh }
}

async function showSignIn(deps: IdentityDeps, request: PageRequest): Promise<PageReply> {
  const words = startWords.in(request.language).signIn
  const main = createElement(SignInPage, {
    people: deps.demonstrationPeople,
    provider: deps.provider !== null,
    administrator: deps.demonstrationPeople !== null || (await hasAdministrator(deps.log)),
    next: safeLocalPath(request.query.next),
    words,
  })
  return { kind: 'page', title: words.title, main, back: { href: '/' }, ...welsh }
}

async function signInAs(deps: IdentityDeps, request: PageRequest): Promise<PageReply> {
  const wanted = typedText(request, 'person')
  const found = deps.demonstrationPeople?.find(({ person }) => person === wanted)
  if (found === undefined) return { kind: 'refused', refusal: refusals.personUnknown }
  const token = await beginSession(deps.log, {
    person: found.person,
    wayIn: 'demonstration',
    identityLevel: 'P9',
    userAgent: request.userAgent,
    instead: insteadOf(request),
  })
  if (!token.ok) return { kind: 'refused', refusal: token.refusal }
  return {
    kind: 'redirect',
    to: safeLocalPath(typedText(request, 'next')),
    setSession: token.value,
  }
}

function recoveryPage(request: PageRequest, entry: FormEntry): PageReply {
  const words = startWords.in(request.language).recoverySignIn
  const wrong = Object.keys(entry.errors).length > 0
  return {
    kind: 'page',
    title: words.title,
    main: createElement(RecoverySignInPage, { entry, words }),
    back: { href: '/sign-in' },
    ...(wrong ? { status: 422 } : {}),
    ...welsh,
  }
}

async function takeRecovery({ log }: IdentityDeps, request: PageRequest): Promise<PageReply> {
  const { missing, tooLong } = startWords.in(request.language).recoverySignIn
  const form = defineForm({ code: textField({ missing, tooLong, longest: 60 }) })
  const reading = form.parse(request.form)
  if (!reading.ok) return recoveryPage(request, reading.entry)
  const token = await signInWithRecoveryCode(log, reading.values.code, {
    userAgent: request.userAgent,
    instead: insteadOf(request),
  })
  if (!token.ok) return recoveryPage(request, refusedEntry({}, token.refusal))
  return { kind: 'redirect', to: '/me/devices', setSession: token.value }
}
