// Bringing a plan in from elsewhere: looked at first, then proposed part by part, or as one whole.
import { ok, type PersonId, type Result, refuse } from '../../../basics/index.ts'
import { loadPerson } from '../../../identity/index.ts'
import { type Log, load } from '../../../log/index.ts'
import {
  type Beside,
  type BroughtParts,
  besideParts,
  broughtFrom,
  cleaned,
  treeOfBrought,
} from '../../domain/plan/bring.ts'
import type { PlanDocument } from '../../domain/plan/document.ts'
import { planStream } from '../../domain/plan/plan.ts'
import { fromPrsb } from '../../domain/plan/prsb.ts'
import { refusals } from '../../domain/plan/refusals.ts'
import { planAt, proposeChanges, type Wish, type Writer } from './change-plan.ts'

/** What a file would bring, before anything of it is proposed. */
export type PlanInFile = {
  /** A person has one plan: where there is one already, another waits under it. */
  readonly how: 'part-by-part' | 'supporting'
  /** The plan with the parts that can be taken, and no others. */
  readonly document: PlanDocument
  readonly count: number
  /** The headings that cannot be taken. */
  readonly left: readonly string[]
  /** What is about the person themselves, which is known here from them. */
  readonly beside: readonly Beside[]
  readonly beyond: number
}

type Read = PlanInFile & Pick<BroughtParts, 'parts'>

/**
 * What is in a file of the standard. Nothing is written.
 * Refuses `plan-file-unreadable` and `plan-file-of-another`.
 */
export async function readPlanFile(
  log: Log,
  person: PersonId,
  text: string,
): Promise<Result<Read>> {
  const json = parsed(text)
  if (json === null) return refuse(refusals.fileUnreadable, {}, 'files')
  const { document, unread } = fromPrsb(cleaned(json))
  const { parts, left, beyond } = broughtFrom(document)
  if (parts.length === 0) return refuse(refusals.fileUnreadable, {}, 'files')
  if (await isOfAnother(log, person, document)) return refuse(refusals.fileOfAnother, {}, 'files')
  const { state } = await load(log, log.db, planStream, planAt(person))
  const begun = state.parts.size > 0 || [...state.proposals.values()].some((one) => !one.ended)
  const named = [...unread, ...left].map((one) => one.slice(0, LONGEST_NAME))
  return ok({
    how: begun ? 'supporting' : 'part-by-part',
    document: { ...document, parts: treeOfBrought(parts) },
    count: parts.length,
    left: [...new Set(named)].slice(0, MOST_NAMED),
    beside: besideParts(document),
    beyond,
    parts,
  })
}

/** The text of a file; null where its bytes are none. */
export function textOfFile(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

export type Bringing = {
  readonly text: string
  /** What it is called where it becomes a supporting plan. */
  readonly name: string
  /** The plan as text, in pieces that each fit into one supporting plan. */
  readonly written: (document: PlanDocument) => readonly string[]
}

const fresh = { part: null, was: {}, remove: false, because: null } as const

/**
 * Proposes what a file of the standard holds, all or none: nothing is in the plan before both
 * sides agree. Refuses as `readPlanFile` and as `propose`.
 */
export async function bringPlan(
  log: Log,
  person: PersonId,
  writer: Writer,
  { text, name, written }: Bringing,
  key: string | null,
): Promise<Result<PlanInFile>> {
  const read = await readPlanFile(log, person, text)
  if (!read.ok) return read
  const { how, document, parts } = read.value
  const wishes: Wish[] =
    how === 'supporting'
      ? supporting(name, written(document))
      : parts.map(({ kind, values, under }) => ({ ...fresh, kind, under, set: values }))
  const done = await proposeChanges(log, person, writer, wishes, key)
  return done.ok ? read : done
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

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
