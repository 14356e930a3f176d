// A decision aid over time: its versions, what may be published as the next, and its withdrawal.
import { type Instant, ok, type Result, refuse } from '../../../basics/index.ts'
import type { Decision, FactOf, StreamType } from '../../../log/index.ts'
import type { Compiled } from './compile.ts'
import { type AidKind, aidKinds } from './facts.ts'
import { refusals } from './refusals.ts'

export type AidVersion = {
  readonly version: number
  readonly title: string
  readonly source: string
  readonly at: Instant
}

export type AidRecord = {
  readonly aid: string | null
  /** Oldest first. None is ever taken away: decisions were made with them. */
  readonly versions: readonly AidVersion[]
  readonly withdrawn: { readonly at: Instant; readonly says: string } | null
}

export const aidStream: StreamType<AidRecord, AidKind> = {
  name: 'aid',
  says: 'One decision aid: every version that was published, and whether it was withdrawn',
  kinds: aidKinds,
  start: { aid: null, versions: [], withdrawn: null },
  fold: (state, fact) => fold(state, fact),
}

function fold(state: AidRecord, fact: FactOf<AidKind>): AidRecord {
  switch (fact.kind) {
    case 'aid-published': {
      const { aid, version, title, source } = fact.body
      const versions = [...state.versions, { version, title, source, at: fact.at }]
      return { aid, versions, withdrawn: null }
    }
    case 'aid-withdrawn':
      return { ...state, withdrawn: { at: fact.at, says: fact.body.says } }
  }
}

type Decided = Result<Decision<AidKind, { readonly version: number }>>

/**
 * Publishes what was compiled. The same text again changes nothing.
 * Refuses `aid-not-built`, `aid-version-not-new`.
 */
export const publishAid =
  (source: string, { aid, findings }: Compiled) =>
  (state: AidRecord): Decided => {
    if (aid === null) {
      const [first] = findings.filter(({ kind }) => kind === 'form' || kind === 'qualifying')
      const mend = (first?.mend ?? '').replace(/\.$/, '')
      const words = { says: first?.says ?? '', mend, line: first?.line ?? 1 }
      return refuse(refusals.notBuilt, words, 'source')
    }
    const { id, version, title } = aid
    const latest = state.versions.at(-1)
    const same = state.versions.find((one) => one.version === version)
    if (same?.source === source) return ok({ facts: [], answer: { version } })
    if (latest !== undefined && version <= latest.version) {
      const words = { version, next: latest.version + 1 }
      return refuse(refusals.versionNotNew, words, 'source')
    }
    const body = { aid: id, version, title, source }
    return ok({ facts: [{ kind: 'aid-published', body }], answer: { version } })
  }

/** Withdraws an aid: it stays readable, and says so. Refuses `aid-unknown`. */
export const withdrawAid =
  (says: string) =>
  (state: AidRecord): Result<Decision<AidKind, null>> => {
    if (state.versions.length === 0) return refuse(refusals.aidUnknown)
    if (state.withdrawn !== null) return ok({ facts: [], answer: null })
    return ok({ facts: [{ kind: 'aid-withdrawn', body: { says } }], answer: null })
  }
