// The door of the ground floor: small exact things that every room may use.
export type { Branded, Day, Id, Instant, OrganisationId, PersonId } from './brands.ts'
export { canonicalText, type PlainData } from './canonical.ts'
export { type DatedRule, datedRule } from './dated-rule.ts'
export {
  addDays,
  addMilliseconds,
  addMonths,
  ageOn,
  asDay,
  asInstant,
  type DayParts,
  dayFromParts,
  dayIn,
  daysBetween,
  endOfDay,
  epochMilliseconds,
  instantAt,
  LONDON,
  parseDay,
  parseInstant,
  startOfDay,
  weekday,
} from './days.ts'
export {
  formatNhsNumber,
  isKeptForTesting,
  type NhsNumber,
  nhsNumberOf,
  parseNhsNumber,
} from './nhs-number.ts'
export {
  ok,
  type Refusal,
  type RefusalFace,
  type RefusalKind,
  type Result,
  refuse,
} from './result.ts'
export {
  bankHolidayYears,
  type Counting,
  dueAfterDays,
  dueAfterMonths,
  dueAfterWorkingDays,
  isWorkingDay,
  type Nation,
  type WorkingDays,
  workingDays,
  workingDaysTaken,
} from './working-days.ts'
