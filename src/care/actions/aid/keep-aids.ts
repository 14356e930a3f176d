// Decision aids published, withdrawn and opened; those that are shipped are published at the start.
import { readdirSync, readFileSync } from 'node:fs'
import { type Id, ok, type Result, refuse } from '../../../basics/index.ts'
import { type Actor, act, type Log, load } from '../../../log/index.ts'
import { idNamed } from '../../../plumbing/index.ts'
import type { Aid } from '../../domain/aid/aid.ts'
import { type Compiled, compileAid } from '../../domain/aid/compile.ts'
import { type AidRecord, aidStream, publishAid, withdrawAid } from '../../domain/aid/publish.ts'
import { refusals } from '../../domain/aid/refusals.ts'

// All aids hang under one name, so that the same aid always has the same id.
const AIDS = '00000000-0000-8000-8000-0000000a1d00' as Id

const placeOf = (aid: string) => {
  const id = idNamed(AIDS, `aid ${aid}`)
  return { owner: id, stream: id, type: aidStream } as const
}

const NOBODY: Actor = { by: null, onBehalfOf: null }

/**
 * Publishes an aid from its source; gives its name and version.
 * Refuses `aid-not-built`, `aid-version-not-new`.
 */
export async function publish(
  log: Log,
  source: string,
  actor: Actor,
  key: string | null = null,
): Promise<Result<{ readonly aid: string; readonly version: number }>> {
  const compiled = compileAid(source)
  const name = compiled.aid?.id ?? ''
  const decide = publishAid(source, compiled)
  const done = await act(log, { ...placeOf(name), actor, key, decide })
  return done.ok ? ok({ aid: name, version: done.value.version }) : done
}

/** Refuses `aid-unknown`. */
export const withdraw = (
  log: Log,
  aid: string,
  request: { readonly says: string; readonly actor: Actor; readonly key: string | null },
): Promise<Result<null>> =>
  act(log, {
    ...placeOf(aid),
    actor: request.actor,
    key: request.key,
    decide: withdrawAid(request.says),
  })

export type OpenedAid = {
  readonly aid: Aid
  readonly compiled: Compiled
  /** The newest version there is. */
  readonly latest: number
  readonly withdrawn: AidRecord['withdrawn']
}

/** Opens one version, or the newest. Anybody may; nothing is kept of it. Refuses `aid-unknown`. */
export async function openAid(
  log: Log,
  name: string,
  version: number | null = null,
): Promise<Result<OpenedAid>> {
  const { owner, stream, type } = placeOf(name)
  const { state } = await load(log, log.db, type, { owner, stream })
  const latest = state.versions.at(-1)
  const wanted = version === null ? latest : state.versions.find((one) => one.version === version)
  const compiled = wanted === undefined ? null : compileOnce(wanted.source)
  if (!compiled?.aid || latest === undefined) return refuse(refusals.aidUnknown)
  const { withdrawn } = state
  return ok({ aid: compiled.aid, compiled, latest: latest.version, withdrawn })
}

// The same text always gives the same aid; few are read often.
const built = new Map<string, Compiled>()
const MOST_BUILT = 100

function compileOnce(source: string): Compiled {
  const before = built.get(source)
  if (before !== undefined) return before
  const compiled = compileAid(source)
  if (built.size >= MOST_BUILT) built.clear()
  built.set(source, compiled)
  return compiled
}

const folder = new URL('../../words/aids/', import.meta.url)

/** The sources of the aids that come with the program. */
export const shippedAids = (): readonly string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.aid'))
    .sort()
    .map((name) => readFileSync(new URL(name, folder), 'utf8'))

/** Publishes the shipped aids that are new. One that an editor went on from stays as it is. */
export async function shipAids(log: Log): Promise<void> {
  for (const source of shippedAids()) {
    const done = await publish(log, source, NOBODY)
    if (!done.ok && done.refusal.code !== refusals.versionNotNew.code) {
      throw new Error(`A shipped aid is refused: ${done.refusal.says}`)
    }
  }
}
