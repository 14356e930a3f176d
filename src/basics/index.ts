// The door of the ground floor: small exact things that every room may use.
export type { Branded, Day, Id, Instant, OrganisationId, PersonId } from './brands.ts'
export { type DatedRule, datedRule } from './dated-rule.ts'
export {
  ok,
  type Refusal,
  type RefusalFace,
  type RefusalKind,
  type Result,
  refuse,
} from './result.ts'
