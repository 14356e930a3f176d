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
} as const satisfies Record<string, RefusalKind>
