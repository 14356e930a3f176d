// Bringing a plan in from elsewhere: into an empty plan part by part, else as a supporting plan.
import { ok, type PersonId, type Result, refuse } from '../../../basics/index.ts'
import { loadPerson } from '../../../identity/index.ts'
import { type Log, load } from '../../../log/index.ts'
import { broughtFrom, treeOfBrought } from '../../domain/plan/bring.ts'
import type { PlanDocument } from '../../domain/plan/document.ts'
import { planStream } from '../../domain/plan/plan.ts'
import { fromPrsb } from '../../domain/plan/prsb.ts'
import { refusals } from '../../domain/plan/refusals.ts'
import { planAt, proposeChanges, type Wish, type Writer } from './change-plan.ts'

export type Bringing = {
  readonly bytes: Uint8Array
  /** What it is called where it becomes a supporting plan. */
  readonly name: string
  /** The plan as text, in pieces that each fit into one supporting plan. */
  readonly written: (document: PlanDocument) => readonly string[]
}

export type BroughtPlan = {
  readonly how: 'part-by-part' | 'supporting'
  readonly count: number
  /** The headings that could not be taken. */
  readonly left: readonly string[]
}

const fresh = { part: null, was: {}, remove: false, because: null } as const

/**
 * Proposes what a file of the standard holds: nothing is in the plan before both sides agree. A
 * person has one plan, so a second is proposed as a supporting plan under it.
 * Refuses `plan-file-unreadable`, `plan-file-of-another`, and as `propose`.
 */
export async function bringPlan(
  log: Log,
  person: PersonId,
  writer: Writer,
  { bytes, name, written }: Bringing,
  key: string | null,
): Promise<Result<BroughtPlan>> {
  const json = parsed(bytes)
  if (json === null) return refuse(refusals.fileUnreadable, {}, 'files')
  const { document, unread } = fromPrsb(json as Parameters<typeof fromPrsb>[0])
  const { parts, left } = broughtFrom(document)
  if (parts.length === 0) return refuse(refusals.fileUnreadable, {}, 'files')
  if (await isOfAnother(log, person, document)) return refuse(refusals.fileOfAnother, {}, 'files')
  const { state } = await load(log, log.db, planStream, planAt(person))
  const begun = state.parts.size > 0 || [...state.proposals.values()].some((one) => !one.ended)
  const wishes: Wish[] = begun
    ? supporting(name, written({ ...document, parts: treeOfBrought(parts) }))
    : parts.map(({ kind, values, under }) => ({ ...fresh, kind, under, set: values }))
  const done = await proposeChanges(log, person, writer, wishes, key)
  if (!done.ok) return done
  const how = begun ? 'supporting' : 'part-by-part'
  const named = [...unread, ...left].map((one) => one.slice(0, LONGEST_NAME))
  return ok({ how, count: wishes.length, left: [...new Set(named)].slice(0, MOST_NAMED) })
}

/** So many names of headings are shown, and so much of each: the file may be anything. */
const MOST_NAMED = 100
const LONGEST_NAME = 120

/** Whether the file says that it is of somebody with another NHS number. */
async function isOfAnother(log: Log, person: PersonId, document: PlanDocument): Promise<boolean> {
  const said = document.person.nhsNumber?.replaceAll(/\s/g, '') ?? ''
  const { nhsNumber } = (await loadPerson(log, log.db, person)).state
  return said !== '' && nhsNumber !== null && said !== nhsNumber
}

const supporting = (name: string, pieces: readonly string[]): Wish[] =>
  pieces.map((content, place) => ({
    ...fresh,
    ...{ kind: 'supporting-plan', under: null },
    set: { name: pieces.length === 1 ? name : `${name} (${place + 1})`, content },
  }))

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return null
  }
}
