// OperationOutcome: what went wrong, as a FHIR server says it.
import type { Refusal } from '../basics/index.ts'

/**
 * A refusal or several, as the resource that a FHIR client reads.
 * @source FHIR R4, OperationOutcome
 */
export const outcomeOf = (refused: readonly Refusal[]) => ({
  resourceType: 'OperationOutcome',
  issue: refused.map(({ code, says, next, fhir }) => ({
    severity: 'error',
    code: fhir,
    details: { coding: [{ code }], text: says },
    diagnostics: next,
  })),
})
