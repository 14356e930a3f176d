// How private an entry is: labels that a person gives, or that a file brings, as dated data.
import type { Day } from '../../basics/index.ts'

export type Label = {
  readonly code: string
  /** In plain words. */
  readonly says: string
  /** Codes of FHIR that mean it. @source HL7 v3 ActCode, InformationSensitivityPolicy */
  readonly security: readonly string[]
  /** The wider label that stands beside it wherever it stands. */
  readonly within?: string
  readonly from: Day
}

const from = '2026-11-01' as Day

/**
 * A narrow label comes beside the wider one and never in its place, so that what was left out or
 * kept back by the wider stays so.
 * @source NHS England, sensitive items in proxy access (DAPB3051, 4.4); spec row A12
 */
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
  {
    code: 'substance',
    says: 'Alcohol and drugs',
    security: ['ETH', 'ALC', 'SUD', 'OPIOIDUD'],
    within: 'mental',
    from,
  },
  {
    code: 'domestic-abuse',
    says: 'Harm at home',
    security: ['DV', 'DVD'],
    within: 'safeguarding',
    from,
  },
  { code: 'hiv', says: 'HIV', security: ['HIV'], within: 'sexual', from },
  { code: 'private', says: 'Something else I keep to myself', security: ['R', 'V'], from },
]

/** The labels that the security codes of a resource mean. */
export const labelsFor = (codes: readonly string[]): readonly string[] =>
  labels
    .filter(({ security }) => security.some((code) => codes.includes(code)))
    .map((one) => one.code)

/** Labels with the wider ones that stand beside them. */
export const withWider = (chosen: readonly string[]): readonly string[] => {
  const wider = labels.flatMap(({ code, within }) =>
    within !== undefined && chosen.includes(code) ? [within] : [],
  )
  return [...new Set([...chosen, ...wider])]
}
