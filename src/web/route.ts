// What a page address is: its path, who may ask for it, and the function that answers.
import type { Readable } from 'node:stream'
import type { ReactNode } from 'react'
import type { Instant, OrganisationId, PersonId, Refusal } from '../basics/index.ts'
import type { FileLimits, SentFile } from './sent-files.ts'

export type Language = 'en' | 'cy'

/** Who is asking. Found anew at each request from the session, never from the form. */
export type Visitor =
  | { readonly kind: 'nobody' }
  | {
      readonly kind: 'person'
      readonly person: PersonId
      /** The name under which they act. */
      readonly name: string
      readonly session: string
      /** `null` when acting for themselves; else the role they act in at this request. */
      readonly acting: {
        readonly role: string
        /** Its name, and the id by which rooms know it. */
        readonly organisation: string | null
        readonly organisationId: OrganisationId | null
      } | null
      readonly roles: readonly string[]
      /**
       * Whom they act for at this request, or null for themselves. It opens nothing: what they
       * may see and do for that person is decided anew each time.
       */
      readonly actingFor?: { readonly person: PersonId; readonly name: string } | null
      /** Whether what is marked as private is left out on the device they ask from. */
      readonly hidesPrivate?: boolean
      /** Identity proofing level, `P0` to `P9`, as the sign-in stated it. */
      readonly identityLevel: string
    }

/** Who may ask for a page: closed unless it says otherwise. */
export type Access =
  | 'anyone'
  /** Signed in as anybody. */
  | 'person'
  /** Signed in and holding one of these roles today. */
  | { readonly roles: readonly string[] }

export type FormValues = Readonly<Record<string, string | readonly string[]>>

export type PageRequest = {
  readonly visitor: Visitor
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
  /** What a POST carried, after the CSRF check; empty on GET. */
  readonly form: FormValues
  /** The files that came with it, on a route that takes files. */
  readonly files: readonly SentFile[]
  readonly language: Language
  readonly now: Instant
  /** The reference a person can quote; also in the log. */
  readonly reference: string
  /** The hidden one-time key of the form, making a repeated post do nothing twice. */
  readonly formKey: string | null
  readonly address: string
  /** The name that the browser asked this site by, for what is printed and typed in again. */
  readonly host: string
  /** Whose drafts these are: the person, or the browser of somebody not signed in. */
  readonly draftOwner: string
  /** What the browser says it is, at most 400 characters; empty when it says nothing. */
  readonly userAgent: string
}

/** Somebody else whom a page is about: what they need to be told things is shown on it. */
export type About = {
  readonly person: PersonId
  /** They asked whoever sees this page for something, which needs no grant. */
  readonly asked?: boolean
}

export type PageReply =
  | {
      readonly kind: 'page'
      readonly title: string
      readonly main: ReactNode
      readonly status?: number
      /** The back link shown above the heading. */
      readonly back?: { readonly href: string; readonly text?: string }
      /** The address in the main navigation that this page belongs to. */
      readonly here?: string
      /** The people it is about, besides whoever asks. */
      readonly about?: readonly About[]
      /** Whether it has a form that works with the network off, in a `data-offline` area. */
      readonly offline?: true
      /** How much of `main` is in Welsh when Welsh is asked for; none, and said so, if left out. */
      readonly welsh?: 'whole' | 'part'
    }
  | {
      readonly kind: 'redirect'
      /** A path here, or an address at an origin that `signInOrigins` names. */
      readonly to: string
      /** The new session cookie, or null to end it. */
      readonly setSession?: string | null
      readonly setLanguage?: Language
    }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | {
      /** For a program: sent as it stands. */
      readonly kind: 'data'
      readonly type: string
      readonly body: string
    }
  | {
      readonly kind: 'download'
      readonly name: string
      readonly type: string
      readonly body: Uint8Array | string | Readable
      /** How many bytes there are, where the body is read as it is sent. */
      readonly size?: number
      /** Shown in the page that asks for it, where it is a picture; else it is saved. */
      readonly shown?: true
    }

export type RefusedAs = (refusal: Refusal) => { readonly type: string; readonly body: string }

export type Route = {
  readonly method: 'GET' | 'POST'
  /** Fastify's path syntax, `/messages/:message`. */
  readonly path: string
  readonly access: Access
  /** Whether it is for who acts for somebody else; one's own pages are closed until they stop. */
  readonly whileActingFor?: true
  /** What the page is for, in a few words: for the generated list of addresses. */
  readonly says: string
  /** For programs: a refusal there, ours or the room's, is sent in the form that this makes. */
  readonly refusedAs?: RefusedAs
  /** Takes files, at most so many and so large; a route that does not say so takes none. */
  readonly files?: FileLimits
  handle(request: PageRequest): Promise<PageReply>
}

/** The page of a long list that was asked for, from 1. */
export const pageFrom = ({ query }: Pick<PageRequest, 'query'>): number =>
  /^[1-9]\d{0,4}$/.test(query.page ?? '') ? Number(query.page) : 1
