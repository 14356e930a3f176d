// The door of the ground floor: small exact things that every room may use.

export { dayPart, rulePart, shownAsPart, textPart } from './body-parts.ts'
export {
  type Branded,
  type Day,
  type Id,
  type Instant,
  idFrom,
  isId,
  type OrganisationId,
  type PersonId,
} from './brands.ts'
export { canonicalText, type PlainData } from './canonical.ts'
export { csvText } from './csv.ts'
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
export { type DocumentType, documentType, isPicture, mediaTypes } from './document-type.ts'
export { addMinutes, formatMinutes, type Minutes, minutes } from './minutes.ts'
export { addPence, formatPence, type Pence, parsePounds, pence, splitPence } from './money.ts'
export {
  formatNhsNumber,
  isKeptForTesting,
  type NhsNumber,
  nhsNumberOf,
  parseNhsNumber,
} from './nhs-number.ts'
export { type DocumentFault, type PlainDocument, plainDocument } from './plain-document.ts'
export { countSyllables, type ReadingAge, readingAge, textOfMarkup } from './reading-age.ts'
export {
  ok,
  type Refusal,
  type RefusalFace,
  type RefusalKind,
  type Result,
  refuse,
} from './result.ts'
export { type Static, schemaCheck, type TSchema, Type } from './schema.ts'
export { tidyLine, tidyText, unitsOf } from './text.ts'
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
