// How private an entry is: labels that a person gives, or that a file brings, as dated data.
import type { Day } from '../../basics/index.ts'

export type Label = {
  readonly code: string
  /** In plain words. */
  readonly says: string
  /** Codes of FHIR that mean it. @source HL7 v3 ActCode, InformationSensitivityPolicy */
  readonly security: readonly string[]
  readonly from: Day
}

const from = '2026-11-01' as Day

/** @source NHS England, sensitive items in proxy access (DAPB3051, 4.4); spec row A12 */
export const labels: readonly Label[] = [
  {
    code: 'sexual',
    says: 'Sexual health',
    security: ['SEX', 'STD', 'HIV', 'SDV', 'SEXAS', 'GDIS'],
    from,
  },
  {
    code: 'mental',
    says: 'Mental health',
    security: ['PSY', 'MH', 'BH', 'PSYTHPN', 'ETH', 'ALC', 'SUD', 'OPIOIDUD'],
    from,
  },
  {
    code: 'safeguarding',
    says: 'Being kept safe from harm',
    security: ['DV', 'DVD', 'VIO', 'SA'],
    from,
  },
  { code: 'private', says: 'Something else I keep to myself', security: ['R', 'V'], from },
]

/** The labels that the security codes of a resource mean. */
export const labelsFor = (codes: readonly string[]): readonly string[] =>
  labels
    .filter(({ security }) => security.some((code) => codes.includes(code)))
    .map((one) => one.code)
