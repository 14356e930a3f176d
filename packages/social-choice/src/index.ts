// The door of the library: what other programs may use.

export {
  type Ballots,
  ballotPile,
  ballotsOf,
  type Candidate,
  countPapers,
  type Election,
  linesOf,
  mergedBallots,
} from './election/ballots.ts'
export { readBlt } from './election/blt.ts'
export { type CountSettings, countElection } from './election/count-election.ts'
export { readElection } from './election/read-election.ts'
export { readScottishCsv } from './election/scottish-csv.ts'
export {
  type Count,
  decimal,
  type ElectionRule,
  electionRules,
  lotsOf,
  type Stage,
  type StageAction,
  type Tie,
} from './election/stages.ts'
export { ok, type Refusal, type Result, refuse } from './ground/result.ts'
export { digestOf, type SeededChance, seededChance } from './ground/seeded.ts'
export { canonicalJson, type Json } from './proof/canonical.ts'
export { electionSettlement } from './proof/election-kind.ts'
export { commitElectorate, type Outcome, type Recount, recount, settle } from './proof/settle.ts'
export type {
  ElectorateCommitment,
  SettlementKind,
  SettlementRules,
} from './proof/settlement.ts'
export { type CountJson, countAsJson, type StageJson } from './report/election-json.ts'
export { type ElectionPicture, electionPicture } from './report/election-picture.ts'
export { type ElectionSheet, electionSheet } from './report/election-sheet.ts'
export { sheetAsText } from './report/election-text.ts'
export { electionInWords } from './report/election-words.ts'
