// Numbers leave: a measure is opened once, then its tables go out one by one through the test.
import { Worker } from 'node:worker_threads'
import { type Id, ok, type Result } from '../../basics/index.ts'
import { type Actor, act, type Log, load } from '../../log/index.ts'
import { idNamed, systemClock } from '../../plumbing/index.ts'
import type { ReleasedTable } from '../domain/measure.ts'
import { type Measure, measureStream, type Opening, openMeasure } from '../domain/measure.ts'
import { type AskedTable, decideRelease } from '../domain/release.ts'
import type { Counted } from '../domain/where.ts'
import type { ReleaseTask } from './decide-in-thread.ts'
import { loadSolver } from './solve.ts'

// All measures hang under one name, so that a code always gives the same id.
const MEASURES = '00000000-0000-8000-8000-00000000a7e5' as Id

/** The id of a measure, from its code. */
export const measureId = (code: string): Id => idNamed(MEASURES, `measure ${code}`)

const placeOf = (code: string) => {
  const id = measureId(code)
  return { owner: id, stream: id, type: measureStream } as const
}

export const loadMeasure = async (log: Log, id: Id): Promise<Measure> =>
  (await load(log, log.db, measureStream, { owner: id, stream: id })).state

/** @source Issue 5: at most 60 s */
const MOST_SECONDS = 60

export type Release = {
  readonly actor: Actor
  readonly measure: Opening
  readonly asked: AskedTable
  /** What the room counted, at the finest grain at which anything of this measure is asked. */
  readonly counted: readonly Counted[]
  readonly seconds?: number
  /**
   * Decided in this thread where it is `true`: nobody waits for a page meanwhile, and the numbers
   * are few. A thread of its own takes longer to begin than such a test.
   */
  readonly here?: boolean
}

/**
 * Releases a table of a measure, which is opened where it is new; the numbers that were counted
 * stay here. Where another table left in the meantime, it is decided again.
 * Refuses `gate-policy-unknown`, `gate-nothing-asked`, `gate-too-fine`, `gate-unproven`.
 */
export async function releaseTable(log: Log, request: Release): Promise<Result<ReleasedTable>> {
  const { actor, measure: opening, asked, counted, seconds = MOST_SECONDS, here } = request
  const decide = here === true ? decideHere : decideApart
  const at = placeOf(opening.code)
  const opened = await act(log, { ...at, actor, decide: openMeasure(opening) })
  if (!opened.ok) return opened
  for (;;) {
    const measure = await loadMeasure(log, at.owner)
    const decided = await decide({ measure, asked, counted, seconds })
    if (!decided.ok) return decided
    const table = decided.value
    const done = await act(log, {
      ...at,
      actor,
      decide: (now) =>
        now.released.length === measure.released.length
          ? ok({ facts: [{ kind: 'table-released', body: table }], answer: true })
          : ok({ facts: [], answer: false }),
    })
    if (!done.ok) return done
    if (done.value) return ok(table)
  }
}

/** Decides in a thread of its own, so that pages are answered meanwhile. */
function decideApart(task: ReleaseTask): Promise<Result<ReleasedTable>> {
  return new Promise((resolve, reject) => {
    const file = new URL('./decide-in-thread.ts', import.meta.url)
    const thread = new Worker(file, { workerData: task })
    thread.once('message', resolve)
    thread.once('error', reject)
    thread.once('exit', (code) => reject(new Error(`The differencing test ended with ${code}`)))
  })
}

async function decideHere({ measure, asked, counted, seconds }: ReleaseTask) {
  const begun = systemClock.elapsed()
  const isLate = () => systemClock.elapsed() - begun > seconds * 1_000
  return decideRelease(measure, asked, counted, await loadSolver(seconds / 6), isLate)
}
