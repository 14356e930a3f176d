// The door of the web: the server, the shell, forms, journeys, components and words.
export { aboutCatalogues } from './about-pages.tsx'
export { safeLocalPath, signInAndReturn } from './addresses.ts'
export { mayAsk } from './answer.ts'
export { IconArray, type IconArrayProps } from './charts/icon-array.tsx'
export {
  type TrendBand,
  TrendChart,
  type TrendChartProps,
  type TrendPoint,
  type TrendSeries,
} from './charts/trend-chart.tsx'
export { Button, ButtonLink, type ButtonProps, LinkButton } from './components/button.tsx'
export { Card, CardGrid, type CardProps, TwoColumns } from './components/card.tsx'
export { Checkboxes, type CheckboxesProps } from './components/checkboxes.tsx'
export { Confirmation, type ConfirmationProps } from './components/confirmation.tsx'
export { DateInput } from './components/date-input.tsx'
export { Details } from './components/details.tsx'
export { EmptyState } from './components/empty-state.tsx'
export { ErrorSummary } from './components/error-summary.tsx'
export { FileInput } from './components/file-input.tsx'
export { Inset } from './components/inset.tsx'
export { Mark } from './components/mark.tsx'
export { DayText, Moment } from './components/moment.tsx'
export { NotificationBanner } from './components/notification-banner.tsx'
export { PageForm, type PageFormProps, SearchForm } from './components/page-form.tsx'
export { PageHeading, type PageHeadingProps } from './components/page-heading.tsx'
export { Pagination, type PaginationProps } from './components/pagination.tsx'
export { PrintButton } from './components/print-button.tsx'
export { type PromiseStanding, PromiseState } from './components/promise-state.tsx'
export type { QuestionProps } from './components/question.ts'
export { type Choice, Radios, type RadiosProps } from './components/radios.tsx'
export { Select } from './components/select.tsx'
export { type Stat, Stats } from './components/stats.tsx'
export { SummaryList, type SummaryRow } from './components/summary-list.tsx'
export { type Column, Table, type TableProps } from './components/table.tsx'
export { Tag, type TagColour } from './components/tag.tsx'
export { type TaskItem, TaskList } from './components/task-list.tsx'
export { TextInput, type TextInputProps } from './components/text-input.tsx'
export { Textarea } from './components/textarea.tsx'
export { Thread, type ThreadStep } from './components/thread.tsx'
export { UrgentHelp, WarningCallout } from './components/warning-callout.tsx'
export type { DraftKey, DraftStore } from './drafts.ts'
export {
  choiceField,
  choicesField,
  dayField,
  demanding,
  optional,
  textField,
  tickField,
  typedDay,
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
export { type Journey, journeyRoutes, type Question } from './journey.tsx'
export { type PageContext, usePage } from './page-context.ts'
export { webRoutes } from './pages.tsx'
export { type Pace, type Paces, usualPaces } from './rate-limit.ts'
export { type AlonePage, renderAlone } from './render-alone.tsx'
export type {
  About,
  Access,
  FormValues,
  Language,
  PageReply,
  PageRequest,
  RefusedAs,
  Route,
  Visitor,
} from './route.ts'
export { pageFrom } from './route.ts'
export type { FileLimits, SentFile } from './sent-files.ts'
export { createServer } from './server.ts'
export type { ServerDeps } from './server-deps.ts'
export type { NavigationItem } from './shell.tsx'
export { type Catalogue, catalogue, type Translated, type Widened } from './words/catalogue.ts'
export {
  dayOf,
  formatCount,
  formatDay,
  formatDayAndClock,
  formatDayOf,
  formatDueDay,
  formatInstant,
  formatList,
  formatMonth,
  formatNumber,
  formatTime,
  formatWeekday,
} from './words/numbers-and-dates.ts'
export { type ShellWords, shellWords } from './words/shell-words.ts'
