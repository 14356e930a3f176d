// The monthly return of the Friends and Family Test: raw counts by answer and by mode, as CSV.
import { csvText } from '../../basics/index.ts'
import type { Form } from '../../forms/index.ts'
import type { Month } from '../domain/reply-figures.ts'
import type { ReturnRow } from '../store/replies.ts'

/** Every answer and every mode has a line, 0 for none. @source facts F2.2, F2.15 */
export function returnCsv(month: Month, form: Form | null, rows: readonly ReturnRow[]): string {
  const question = form?.items.find(({ id }) => id === 'experience')
  const choices = question !== undefined && 'choices' in question ? question.choices : []
  const modes = form?.modes ?? []
  const sum = (of: (row: ReturnRow) => boolean) =>
    rows.filter(of).reduce((all, { count }) => all + count, 0)
  const lines = [
    ['month', 'what', 'replies'],
    [month, 'all', String(sum(() => true))],
    ...choices.map(({ value }) => [month, value, String(sum(({ answer }) => answer === value))]),
    ...modes.map(({ code }) => [month, `mode ${code}`, String(sum(({ mode }) => mode === code))]),
  ]
  return csvText(lines)
}
