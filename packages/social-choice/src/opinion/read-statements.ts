// The words of the statements, and which were left out, read from the exported table.
import { ok, type Result, refuse } from '../ground/result.ts'
import { csvReader } from './csv-records.ts'

export type StatementTexts = {
  /** The words of each statement by its identifier. */
  readonly texts: ReadonlyMap<string, string>
  /** Those a moderator left out (`moderated` is -1). */
  readonly leftOut: ReadonlySet<string>
}

/**
 * Reads `comments.csv`: columns `comment-id` and `comment-body`, and `moderated` if there is one.
 * Refusals: `columns-missing`, `field-count`, `file-empty`, and those of comma-separated text.
 */
export function readStatements(text: string): Result<StatementTexts> {
  const texts = new Map<string, string>()
  const leftOut = new Set<string>()
  let heading: string[] | null = null
  const reader = csvReader((fields, line) => {
    if (heading === null) {
      heading = fields.map((name) => name.trim())
      const missing = ['comment-id', 'comment-body'].filter((name) => !heading?.includes(name))
      if (missing.length === 0) return ok(null)
      return refuse(
        'columns-missing',
        `Line ${line} does not name the column ${missing.join(', ')}`,
        'Use the export comments.csv, with the columns comment-id and comment-body',
        line,
      )
    }
    if (fields.length !== heading.length) {
      return refuse(
        'field-count',
        `Line ${line} has ${fields.length} fields and the heading has ${heading.length}`,
        'Put a field that contains a comma in quotation marks',
        line,
      )
    }
    const id = fields[heading.indexOf('comment-id')]!.trim()
    texts.set(id, fields[heading.indexOf('comment-body')]!)
    if (fields[heading.indexOf('moderated')]?.trim() === '-1') leftOut.add(id)
    return ok(null)
  })
  const pushed = reader.push(text)
  const ended = pushed.ok ? reader.end() : pushed
  if (!ended.ok) return ended
  if (heading !== null) return ok({ texts, leftOut })
  return refuse('file-empty', 'The file is empty', 'Give a file of statements with a heading line')
}
