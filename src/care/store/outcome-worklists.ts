// Worklists of outcomes: whom to tell that a form is due, and how totals changed, without a word.
import type { Day, Id } from '../../basics/index.ts'
import type { Querier } from '../../plumbing/index.ts'

export type DueForm = {
  readonly owner: Id
  readonly stream: Id
  readonly form: string
  readonly due: Day
}

export const AT_A_TIME = 500

/** What is due on a day or before, the longest waiting first. */
export const listDue = (db: Querier, today: Day): Promise<DueForm[]> =>
  db.text(
    `select owner, stream, form, due from care.forms_due where due <= $1
     order by due, owner limit ${AT_A_TIME}`,
    [today],
    'list-forms-due',
  )
export type Changed = { readonly last: Day; readonly change: number; readonly count: number }

/** How many people changed by how much between their first and last total of a form. */
export const countChanges = (db: Querier, form: string): Promise<Changed[]> =>
  db.text(
    `select last_day as last, sign(last_total - first_total)::integer as change,
       count(*)::integer as count
     from care.paired
     where form = $1 and counted and answered > 1 and first_day < last_day
     group by 1, 2 order by 1, 2`,
    [form],
    'count-changes',
  )

/** The forms of which somebody lets pairs be counted. */
export const formsPaired = async (db: Querier): Promise<string[]> => {
  const rows = await db.text<{ form: string }>(
    'select distinct form from care.paired where counted and answered > 1 order by form',
    [],
    'forms-paired',
  )
  return rows.map(({ form }) => form)
}
