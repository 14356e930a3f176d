// What the server is given by main, and what every answer is made with.
import type { Registry } from 'prom-client'
import type { Instant } from '../basics/index.ts'
import type { Chance, Clock, LogEvent } from '../plumbing/index.ts'
import type { Assets } from './assets.ts'
import type { Paces, RateLimiter } from './rate-limit.ts'
import type { About, Language, Route, Visitor } from './route.ts'
import type { UploadRoom } from './sent-files.ts'
import type { NavigationItem } from './shell.tsx'

export type ServerDeps = {
  readonly routes: readonly Route[]
  /** Who holds this session cookie at this moment; nobody when it is null, unknown or ended. */
  findVisitor(sessionCookie: string | null, now: Instant): Promise<Visitor>
  readonly clock: Clock
  readonly chance: Pick<Chance, 'id' | 'bytes'>
  readonly log: LogEvent
  /** Served over HTTPS: cookies get the `__Host-` prefix. */
  readonly secure: boolean
  readonly demonstration: boolean
  navigation(visitor: Visitor, language: Language): readonly NavigationItem[]
  readonly metrics: Registry
  /** Must answer within a few seconds. */
  databaseIsUp(): Promise<boolean>
  /** How many messages wait for this visitor, and where they are. */
  unreadMessages?(visitor: Visitor): Promise<{ readonly count: number; readonly href: string }>
  /**
   * What the people that a page is about need to be told things, for whoever may see it: a
   * sentence or two each. Whatever is shown is noted before the page is sent.
   */
  flags?(
    visitor: Visitor,
    about: readonly About[],
    at: { readonly language: Language; readonly where: string },
  ): Promise<readonly string[]>
  /** Origins of the sign-in provider: a form or a redirect may lead there. */
  readonly signInOrigins?: readonly string[]
  /** How many proxies of ours stand before this server and tell the address of who asks. */
  readonly proxyHops?: number
  readonly paces?: Partial<Paces>
  /** Bytes in a form at most; 256 KiB unless it says otherwise. */
  readonly formBytes?: number
}

/** What every answer is made with. */
export type Web = {
  readonly deps: ServerDeps
  readonly assets: Assets
  readonly limiter: RateLimiter
  readonly paces: Paces
  readonly signInOrigins: readonly string[]
  /** The files that are on their way. */
  readonly uploads: UploadRoom
}
