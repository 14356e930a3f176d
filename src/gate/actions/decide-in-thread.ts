// The thread in which a release is decided: up to a minute of counting would hold up every page.
import { parentPort, workerData } from 'node:worker_threads'
import { systemClock } from '../../plumbing/index.ts'
import type { Measure } from '../domain/measure.ts'
import { type AskedTable, decideRelease } from '../domain/release.ts'
import type { Counted } from '../domain/where.ts'
import { loadSolver } from './solve.ts'

export type ReleaseTask = {
  readonly measure: Measure
  readonly asked: AskedTable
  readonly counted: readonly Counted[]
  /** The most that the differencing test may take in all. */
  readonly seconds: number
}

const { measure, asked, counted, seconds } = workerData as ReleaseTask
const solver = await loadSolver(Math.max(1, seconds / 6))
const begun = systemClock.elapsed()
const isLate = () => systemClock.elapsed() - begun > seconds * 1_000
parentPort?.postMessage(decideRelease(measure, asked, counted, solver, isLate))
