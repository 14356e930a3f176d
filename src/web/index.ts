// The door of the web: the server, the shell, forms, journeys, components and words.
export { safeLocalPath, signInAndReturn } from './addresses.ts'
export { mayAsk } from './answer.ts'
export { Button, ButtonLink, type ButtonProps, LinkButton } from './components/button.tsx'
export { Checkboxes, type CheckboxesProps } from './components/checkboxes.tsx'
export { DateInput } from './components/date-input.tsx'
export { ErrorSummary } from './components/error-summary.tsx'
export { Mark } from './components/mark.tsx'
export { PageForm, type PageFormProps, SearchForm } from './components/page-form.tsx'
export type { QuestionProps } from './components/question.ts'
export { type Choice, Radios, type RadiosProps } from './components/radios.tsx'
export { Select } from './components/select.tsx'
export { TextInput, type TextInputProps } from './components/text-input.tsx'
export { Textarea } from './components/textarea.tsx'
export {
  choiceField,
  choicesField,
  dayField,
  demanding,
  optional,
  textField,
  tickField,
  wholeNumberField,
} from './fields.ts'
export {
  defineForm,
  type Field,
  type FieldError,
  type FieldReading,
  type Fields,
  type Form,
  type FormEntry,
  type FormReading,
  freshEntry,
  refusedEntry,
  typedAt,
  type ValuesOf,
} from './form.ts'
export { type PageContext, usePage } from './page-context.ts'
export { webRoutes } from './pages.tsx'
export { type Pace, type Paces, usualPaces } from './rate-limit.ts'
export type {
  Access,
  FormValues,
  Language,
  PageReply,
  PageRequest,
  Route,
  Visitor,
} from './route.ts'
export { createServer } from './server.ts'
export type { ServerDeps } from './server-deps.ts'
export type { NavigationItem } from './shell.tsx'
export { type Catalogue, catalogue, type Translated } from './words/catalogue.ts'
export {
  dayOf,
  formatCount,
  formatDay,
  formatDayOf,
  formatInstant,
  formatList,
  formatNumber,
  formatPence,
  formatTime,
  formatWeekday,
} from './words/numbers-and-dates.ts'
export { type ShellWords, shellWords } from './words/shell-words.ts'
