// Who answers requests for correction in an organisation, and may so see the one entry.
import type { Asker } from '../../sharing/index.ts'

/** The role to which an entry is shown while a request about it is open. */
export const ANSWERING_ROLE = 'records-officer'

/** Those who stand in for a records officer. Policy of this installation. */
export const answeringRoles: readonly string[] = [
  ANSWERING_ROLE,
  'information-officer',
  'practice-manager',
  'complaints-manager',
  'doctor',
  'nurse',
  'pharmacist',
]

/** Somebody at work, asking as one who answers; who does not hold such a role asks as before. */
export const asAnswering = (asker: Asker): Asker =>
  asker.via === 'role' && asker.roles.some((role) => answeringRoles.includes(role))
    ? { ...asker, roles: [...new Set([...asker.roles, ANSWERING_ROLE])] }
    : asker
