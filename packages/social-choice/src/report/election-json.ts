// A count as programs read it: the fixed shape of `count-election --json` and of proofs.
import type { Count, Stage, StageAction, Tie } from '../election/stages.ts'
import { decimal } from '../election/stages.ts'

export type CountJson = {
  readonly rule: string
  /** Numbers from 1, in rising order; the order of election is in the stages. */
  readonly elected: readonly number[]
  readonly quota: number | null
  readonly stages: readonly StageJson[]
}

export type StageJson = {
  /** From 1. */
  readonly stage: number
  readonly action: {
    readonly type: StageAction['type']
    /** Where one candidate's papers moved. */
    readonly candidate?: number
    readonly candidates?: readonly number[]
  }
  /** Votes as decimal text with the places of the rule, candidate 1 first. */
  readonly votes: readonly string[]
  /** What each candidate gained or lost at the stage; nothing at the first. */
  readonly transfers: readonly string[]
  readonly nonTransferable: string
  readonly quota: string | null
  readonly elected: readonly number[]
  readonly ties: readonly TieJson[]
  readonly batches: readonly { readonly papers: number; readonly value: string }[]
  readonly deferredSurplus: string
}

export type TieJson = {
  readonly between: readonly number[]
  readonly chosen: number
  readonly to: Tie['to']
  /** The stage where votes differed, or the seed of the lot: null when none was stated. */
  readonly settledBy: { readonly stage: number } | { readonly lot: string | null }
}

/** The count as plain JSON values. `seed` is the one that the count was made with. */
export function countAsJson(count: Count, seed: string | null): CountJson {
  return {
    rule: count.rule,
    elected: [...count.elected].sort((one, other) => one - other),
    quota: count.quota === null ? null : Number(decimal(count.quota, count.places)),
    stages: count.stages.map((stage, at) => stageAsJson(count, stage, at, seed)),
  }
}

function stageAsJson(count: Count, stage: Stage, at: number, seed: string | null): StageJson {
  const write = (units: bigint): string => decimal(units, count.places)
  const before = count.stages[at - 1]
  return {
    stage: at + 1,
    action: actionAsJson(stage.action),
    votes: stage.votes.map(write),
    transfers:
      before === undefined
        ? []
        : stage.votes.map((votes, candidate) => write(votes - before.votes[candidate]!)),
    nonTransferable: write(stage.nonTransferable),
    quota: stage.quota === null ? null : write(stage.quota),
    elected: stage.elected,
    ties: stage.ties.map(({ between, chosen, to, byStage }) => ({
      between,
      chosen,
      to,
      settledBy: byStage === null ? { lot: seed } : { stage: byStage },
    })),
    batches: stage.batches.map(({ papers, value }) => ({ papers, value: write(value) })),
    deferredSurplus: write(stage.deferred),
  }
}

function actionAsJson(action: StageAction): StageJson['action'] {
  if (!('candidates' in action)) return { type: action.type }
  const { type, candidates } = action
  return candidates.length === 1
    ? { type, candidate: candidates[0]!, candidates }
    : { type, candidates }
}
