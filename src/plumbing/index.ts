// The door of the plumbing: all contact with the outside, passed in to whoever needs it.
export { type Chance, seededChance, sha256, systemChance } from './chance.ts'
export { type Clock, EPOCH, fromMilliseconds, heldClock, systemClock, toMilliseconds } from './clock.ts'
export {
  type Database,
  DatabaseAway,
  hasSqlState,
  openDatabase,
  type Querier,
  type Row,
  type Tx,
  tables,
} from './database.ts'
export { type FileStore, openFiles } from './files.ts'
export { type Job, prepareJobs, queueJobs, startWorker, type Task, type Worker } from './jobs.ts'
export { aboutError, eventLog, type LogEvent } from './logging.ts'
export { type Migration, migrate, migrationsRun } from './migrations.ts'
export { readSettings, type Settings } from './settings.ts'
export { addSigningKey, readSigningKeys, type SigningKey, verifySignature } from './signing.ts'
