// The door of the plumbing: all contact with the outside, passed in to whoever needs it.
export { backup } from './backup.ts'
export { type Chance, idNamed, seededChance, sha256, systemChance } from './chance.ts'
export {
  type Clock,
  EPOCH,
  heldClock,
  systemClock,
} from './clock.ts'
export {
  type Command,
  type CommandIo,
  endWhenNobodyReads,
  inWords,
  type ParsedArguments,
  runCommand,
  terminalIo,
} from './command-line.ts'
export {
  type Database,
  DatabaseAway,
  hasSqlState,
  isDatabaseLost,
  nameOfText,
  openDatabase,
  type Querier,
  type Row,
  type Tx,
  tables,
} from './database.ts'
export { openEmbeddedPostgres, recordAddress } from './embedded-postgres.ts'
export { type FileStore, openFiles, readBytes, readWhole, spool, writeWhole } from './files.ts'
export { type Job, prepareJobs, queueJobs, startWorker, type Task, type Worker } from './jobs.ts'
export { aboutError, eventLog, type LogEvent } from './logging.ts'
export { type Migration, migrate, migrationsRun, oneStarter } from './migrations.ts'
export {
  openIdProvider,
  ProviderAway,
  type ProviderSettings,
  type SignInProvider,
  SignInRefused,
} from './openid-provider.ts'
export { filePost, type Letter, type Post } from './post.ts'
export { refusalOfDataDir } from './postgres-data.ts'
export { hasCode, untilAskedToStop } from './process.ts'
export { refusals as plumbingRefusals } from './refusals.ts'
export { restore } from './restore.ts'
export { type BoxKey, makeBoxKey, openBox } from './sealed-box.ts'
export { readClientKey, readSettings, refusalOfDatabase, type Settings } from './settings.ts'
export { addSigningKey, readSigningKeys, type SigningKey, verifySignature } from './signing.ts'
export { readZip, ZipBroken, type ZipEntry, zipOf } from './zip.ts'
