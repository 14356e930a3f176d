// One settlement of every kind, for tests of proofs.
import { readFileSync } from 'node:fs'
import { readElection } from '../src/election/read-election.ts'
import { checkLottery } from '../src/fairness/panel-certificate.ts'
import { readFund } from '../src/fund/read-fund.ts'
import type { Result } from '../src/ground/result.ts'
import { digestOf } from '../src/ground/seeded.ts'
import { readVotes } from '../src/opinion/read-votes.ts'
import { readPeople } from '../src/pool/people.ts'
import { readQuotas } from '../src/pool/quotas.ts'
import type { Json } from '../src/proof/canonical.ts'
import { electionSettlement } from '../src/proof/election-kind.ts'
import { fundSettlement } from '../src/proof/fund-kind.ts'
import { opinionSettlement } from '../src/proof/opinion-kind.ts'
import { panelSettlement } from '../src/proof/panel-kind.ts'
import { commitElectorate, type Outcome, settle } from '../src/proof/settle.ts'
import type { SettlementRules } from '../src/proof/settlement.ts'
import { panelDocument } from '../src/report/panel-document.ts'
import { fairestLottery } from '../src/rules/leximin-lottery.ts'
import { transparentLottery } from '../src/rules/transparent-lottery.ts'
import { listingSeed } from '../src/rules/transparent-lottery-draw.ts'
import { loadHighs, taskOf } from './panels-made.ts'

export const seed = '5f3a'
export const electorate = commitElectorate(
  Array.from({ length: 1000 }, (_, at) => digestOf(`salt ${at}`)),
)

type Settlement = { readonly rules: SettlementRules; readonly ballots: Json }

const fixture = (name: string): string =>
  readFileSync(new URL(`../fixtures/${name}`, import.meta.url), 'utf8')

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.refusal.says)
  return result.value
}

export const election = (rule: string): Settlement =>
  electionSettlement(must(readElection(fixture('stv/governors.blt'))), rule)

export const fund = (file: string): Settlement => {
  const read = must(readFund(new TextEncoder().encode(fixture(`pb/${file}`))))
  const isRanked = read.voteType === 'ordinal'
  const hasPoints = read.ballots.points !== null
  const rule = isRanked ? 'mes-borda' : hasPoints ? 'mes-points' : 'mes-cost'
  return fundSettlement(read, { rule, completion: 'add1u' })
}

export const opinion = (): Settlement =>
  opinionSettlement(must(readVotes(fixture('opinion/surgery-votes.csv'))), {
    title: 'The surgery',
  })

export async function panel(): Promise<Settlement> {
  const quotas = must(readQuotas(fixture('sortition/riverside-features.csv')))
  const people = must(readPeople(fixture('sortition/riverside-pool.csv'), quotas))
  const task = taskOf(quotas, people, 16)
  const lottery = must(fairestLottery(await loadHighs(), task, 'leximin'))
  const check = must(checkLottery(task, lottery))
  const list = transparentLottery(task, lottery, listingSeed(task, 'leximin'))
  return panelSettlement('Riverside', task, panelDocument(task, lottery, check, list, seed))
}

export async function proved({ rules, ballots }: Settlement): Promise<Outcome> {
  return must(await settle(rules, electorate, ballots, seed))
}
