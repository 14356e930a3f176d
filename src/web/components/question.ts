// What every question of a form has: a name, its words, and the entry that it shows.
import { type FormEntry, typedAt } from '../form.ts'
import { usePage } from '../page-context.ts'

export type QuestionProps = {
  /** The field of the form: also the id of its first input, so that error links lead to it. */
  readonly name: string
  readonly label: string
  readonly hint?: string
  /** What was typed and what is wrong. */
  readonly entry: FormEntry
  /** True when the question is the heading of its page. */
  readonly asHeading?: boolean
}

/** What was typed in this field, or in a part of it such as `-day`. */
export const typedIn = ({ name, entry }: QuestionProps, part = ''): string =>
  typedAt(entry.typed, name + part)[0] ?? ''

/** The hint and the error as the NHS components take them. */
export function useQuestion({ name, label, hint, entry, asHeading = false }: QuestionProps) {
  const { words } = usePage()
  const error = entry.errors[name]
  const look = asHeading ? ({ isPageHeading: true, size: 'l' } as const) : ({ size: 's' } as const)
  return {
    named: { name, ...(hint === undefined ? {} : { hint }) },
    label: { label, labelProps: look },
    legend: { legend: label, legendProps: look },
    wrong:
      error === undefined
        ? {}
        : { error: error.says, errorProps: { visuallyHiddenText: words.error.replace(':', '') } },
    error,
  }
}
