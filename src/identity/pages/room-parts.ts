// What the pages of identity are given by main.
import type { ReactNode } from 'react'
import type { Log } from '../../log/index.ts'
import type { SignInProvider } from '../../plumbing/index.ts'
import type { PageRequest, Visitor } from '../../web/index.ts'
import type { DemonstrationPerson } from './sign-in-page.tsx'

export type PersonVisitor = Extract<Visitor, { kind: 'person' }>

/** What another room has for somebody's home page. */
export type HomeShare = {
  /** How many things wait for their word or their look, and those shown of them. */
  readonly waiting?: { readonly count: number; readonly shows: ReactNode }
  /** How many promises made to them are late. */
  readonly late?: number
  /** What is shown after everything that waits. */
  readonly shows?: ReactNode
}

/** A part of somebody's home page, from another room; null when there is nothing to show. */
export type HomePart = (request: PageRequest, visitor: PersonVisitor) => Promise<HomeShare | null>

export type IdentityDeps = {
  readonly log: Log
  /** Null outside a demonstration: then nobody signs in without proof. */
  readonly demonstrationPeople: readonly DemonstrationPerson[] | null
  /** Null where no provider of sign-in is set up. */
  readonly provider: SignInProvider | null
  readonly homeParts?: {
    /** What waits for the person, the most urgent first. */
    readonly main: readonly HomePart[]
    /** What is good to know, beside it. */
    readonly side: readonly HomePart[]
  }
}

/** The person who asks, where the route lets in only people. */
export function personOf(request: PageRequest): PersonVisitor {
  if (request.visitor.kind === 'person') return request.visitor
  throw new Error('A route that is only for people let in nobody')
}

/** The last value typed under a name, or nothing. */
export const typedText = (request: PageRequest, name: string): string => {
  const value = Object.hasOwn(request.form, name) ? request.form[name] : undefined
  return typeof value === 'string' ? value : (value?.[0] ?? '')
}

/** Whoever asks did it, for themselves. */
export const actorOf = (visitor: PersonVisitor) => ({ by: visitor.person, onBehalfOf: null })
