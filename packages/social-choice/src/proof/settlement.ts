// What can be settled and proved: one shape for elections, funds, panels and opinion maps.
import type { Result } from '../ground/result.ts'
import type { Json } from './canonical.ts'

export type JsonRecord = { readonly [name: string]: Json }

/** The rules of a decision: `kind` says what is decided, the kind says what else there is. */
export type SettlementRules = JsonRecord & { readonly kind: string }

/**
 * Who could take part, without saying who: how many people, and the digest of the frozen list
 * (`commitElectorate`).
 */
export type ElectorateCommitment = {
  readonly people: number
  /** 64 hexadecimal digits. */
  readonly digest: string
}

/** What a kind makes of its rules and ballots. */
export type Settled = {
  /** The rules and ballots as they are kept: complete, and in one order for ever. */
  readonly rules: SettlementRules
  readonly ballots: Json
  /** How many people's papers these are; never more than the electorate. */
  readonly papers: number
  readonly result: JsonRecord
}

/**
 * A kind of decision. `settle` is a pure function of its arguments, the same in Node and in a
 * browser; what it keeps it must accept again and settle to the same result. Rules, ballots and
 * seed may come from a stranger's file, so it refuses what it cannot read.
 */
export type SettlementKind = {
  readonly kind: string
  settle(
    rules: SettlementRules,
    ballots: Json,
    seed: string,
  ): Result<Settled> | Promise<Result<Settled>>
  /** What came out, in a few plain lines. */
  tell(rules: SettlementRules, result: JsonRecord): readonly string[]
}
