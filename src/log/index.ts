// The door of the log: facts appended, chained, verified, replayed, exported.
export {
  type Act,
  act,
  actIn,
  actTogether,
  type Decision,
  Refused,
  valueOrRefused,
} from './actions/act.ts'
export { actOnMany, type OneOfMany } from './actions/act-on-many.ts'
export { eraseBody } from './actions/erase-body.ts'
export { exportStreams, knownOwner, type Leaving } from './actions/export-streams.ts'
export { type Arriving, importStreams } from './actions/import-streams.ts'
export { makeCheckpoint } from './actions/make-checkpoint.ts'
export { pathsUnder, proveFact } from './actions/prove.ts'
export { type Archive, type ArchiveBytes, readArchive } from './actions/read-archive.ts'
export {
  findCheckpoint,
  type Gone,
  readAsOf,
  type StreamRef,
  type StreamThen,
} from './actions/read-as-of.ts'
export { rebuild } from './actions/rebuild.ts'
export { verifyCommand } from './actions/verify-command.ts'
export { type FileKind, type VerifiedFile, verifyFile } from './actions/verify-file.ts'
export { type Verified, verifyLog } from './actions/verify-log.ts'
export { CHAIN_START, type Link, type StoredFact, verifyStream } from './domain/chain.ts'
export {
  leafText,
  readCheckpoint,
  type SignedCheckpoint,
  verifyCheckpoints,
} from './domain/checkpoint.ts'
export type {
  Actor,
  AnyStreamType,
  Fact,
  FactKind,
  FactOf,
  NewFact,
  NewFactOf,
  StreamType,
} from './domain/fact.ts'
export { bodyErased } from './domain/facts.ts'
export { rootOfPath } from './domain/merkle.ts'
export { type Proof, verifyProof } from './domain/proof.ts'
export { routes as logRoutes } from './pages/routes.ts'
export { readCheckpoints } from './store/checkpoints.ts'
export {
  answerOf,
  appendFacts,
  begunStreams,
  factsOf,
  type HeadRow,
  type Reading,
  readHead,
  readHeads,
  StreamMoved,
  takeHead,
} from './store/facts.ts'
export { grantRoom, migrations } from './store/migrations.ts'
export {
  type Addition,
  appendAll,
  type CountedIn,
  foldRead,
  type Loaded,
  type Log,
  load,
  loadMany,
  openLog,
  REACTION_TASK,
  type Reaction,
  type Room,
  type Scratch,
  sealAll,
} from './store/open-log.ts'
export { type Projection, projection } from './store/projection.ts'
