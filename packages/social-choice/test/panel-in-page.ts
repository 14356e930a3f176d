// What the browser's test of panels runs in a page: a draw from two files, solver and all.
import type { Highs } from 'highs'
import * as highsModule from 'highs'
import { checkLottery } from '../src/fairness/panel-certificate.ts'
import { panelTask } from '../src/pool/panel-task.ts'
import { readPeople } from '../src/pool/people.ts'
import { readQuotas } from '../src/pool/quotas.ts'
import { panelDocument } from '../src/report/panel-document.ts'
import { leximinLottery } from '../src/rules/leximin.ts'
import { transparentLottery } from '../src/rules/transparent-lottery.ts'
import { listingSeed } from '../src/rules/transparent-lottery-draw.ts'

const loadHighs = highsModule.default as unknown as (options: {
  locateFile?: () => string
}) => Promise<Highs>

/** The document of a draw of 16, as text; `solver` is where a page finds the solver. */
export async function drawText(
  features: string,
  pool: string,
  seed: string,
  solver?: string,
): Promise<string> {
  const highs = await loadHighs(solver === undefined ? {} : { locateFile: () => solver })
  const quotas = readQuotas(features)
  if (!quotas.ok) return quotas.refusal.code
  const people = readPeople(pool, quotas.value)
  if (!people.ok) return people.refusal.code
  const task = panelTask(quotas.value, people.value, 16)
  if (!task.ok) return task.refusal.code
  const lottery = leximinLottery(highs, task.value)
  if (!lottery.ok) return lottery.refusal.code
  const check = checkLottery(task.value, lottery.value)
  if (!check.ok) return check.refusal.code
  const list = transparentLottery(task.value, lottery.value, listingSeed(task.value, 'leximin'))
  return JSON.stringify(panelDocument(task.value, lottery.value, check.value, list, seed))
}

Object.assign(globalThis, { drawText })
