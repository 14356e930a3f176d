// The door of fhir: FHIR R4 shapes, files read with care, and outcomes. No network.
export { compactText, textAt } from './json-spans.ts'
export { outcomeOf } from './outcome.ts'
export { decodeUtf8, readFhirText } from './read-file.ts'
export type { FileRead, Received, Unread } from './read-together.ts'
export {
  categoriesOf,
  codeOf,
  dayOf,
  identifierOf,
  identifiersUnder,
  type Json,
  listOf,
  member,
  NHS_NUMBER_SYSTEM,
  nameOf,
  type Resource,
  securityCodesOf,
  statusOf,
  subjectMatter,
  textOf,
  wasInError,
  writersOf,
} from './resource.ts'
