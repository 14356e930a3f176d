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
export {
  type CertificateCheck,
  certificateTolerance,
  checkLottery,
} from './fairness/panel-certificate.ts'
export { checkPanelDocument } from './fairness/panel-document-check.ts'
export {
  countFund,
  type FundCount,
  type FundOrder,
  type FundRule,
  fundRules,
  selectedIds,
} from './fund/count-fund.ts'
export {
  amountText,
  compareIds,
  type Fund,
  type FundProject,
  type VoteType,
  voteTypes,
} from './fund/fund.ts'
export { type FundBallot, type FundDraft, fundOf } from './fund/fund-of.ts'
export { type Bound, type Limits, noLimits, type TieRule, tieRules } from './fund/limits.ts'
export {
  fundDocument,
  type PabulibDocument,
  type PabulibTable,
  readPabulib,
  writePabulib,
} from './fund/pabulib.ts'
export { readFund } from './fund/read-fund.ts'
export { ok, type Refusal, type Result, refuse } from './ground/result.ts'
export { digestOf, type SeededChance, seededChance } from './ground/seeded.ts'
export type { Axes, LeftOut, Places } from './opinion/axes.ts'
export type { Division, Majority } from './opinion/consensus.ts'
export type { Grouping } from './opinion/grouping.ts'
export {
  type ConversationOptions,
  type LiveConversation,
  openConversation,
  type Standing,
  type StatementStanding,
} from './opinion/live-conversation.ts'
export { groupName, type MapOptions, mapOpinions, type OpinionMap } from './opinion/opinion-map.ts'
export { readStatements, type StatementTexts } from './opinion/read-statements.ts'
export { readVotes, type VoteReader, voteReader } from './opinion/read-votes.ts'
export type { Held } from './opinion/representativeness.ts'
export type { Tally } from './opinion/tally.ts'
export type { Cast, Vote, VoteMatrix } from './opinion/vote-matrix.ts'
export { voteMatrix } from './opinion/vote-store.ts'
export { isPanel, type PanelTask, type PeopleGroup, panelTask } from './pool/panel-task.ts'
export { type PoolPerson, readPeople } from './pool/people.ts'
export { type Quota, readQuotas } from './pool/quotas.ts'
export { replacementTask } from './pool/replacement.ts'
export { canonicalJson, type Json } from './proof/canonical.ts'
export { electionSettlement } from './proof/election-kind.ts'
export { fundSettlement } from './proof/fund-kind.ts'
export { opinionSettlement } from './proof/opinion-kind.ts'
export { panelSettlement } from './proof/panel-kind.ts'
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
export {
  type EjrPlusReport,
  type FundReport,
  fundReportText,
  type ProjectReport,
  reportFund,
} from './report/fund-report.ts'
export { type OpinionReport, opinionReport } from './report/opinion-report.ts'
export { opinionSvg } from './report/opinion-svg.ts'
export { groupsTable, opinionPage, statementsTable } from './report/opinion-table.ts'
export { opinionText, type Words } from './report/opinion-text.ts'
export {
  type PanelCertificate,
  type PanelDocument,
  panelDocument,
} from './report/panel-document.ts'
export { panelText } from './report/panel-text.ts'
export { type Completion, completions } from './rules/completion.ts'
export { type RelaxedQuota, smallestRelaxation } from './rules/feasible-panel.ts'
export { leximinLottery } from './rules/leximin.ts'
export type { LotteryProgress, PanelLottery, PanelObjective } from './rules/leximin-lottery.ts'
export type { LikelyPanel } from './rules/leximin-peeling.ts'
export { maximinLottery } from './rules/maximin-panel.ts'
export { type PanelList, transparentLottery } from './rules/transparent-lottery.ts'
export { commitmentTo, drawnPlace, listingSeed } from './rules/transparent-lottery-draw.ts'
