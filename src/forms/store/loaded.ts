// The rows made from forms that came as files, for the list of all forms: no words of theirs.
import type { Id } from '../../basics/index.ts'
import { projection } from '../../log/index.ts'
import type { Querier } from '../../plumbing/index.ts'
import { formBrought } from '../domain/loaded-facts.ts'

export const loaded = projection({
  name: 'forms.loaded',
  tables: ['forms.loaded'],
  kinds: [formBrought],
  async apply(tx, facts) {
    for (const { owner, stream, body } of facts) {
      const { code, version, terms } = body
      await tx.text(
        `insert into forms.loaded (owner, stream, code, version, terms) values ($1, $2, $3, $4, $5)
         on conflict (owner, stream) do update set version = excluded.version,
           terms = excluded.terms`,
        [owner, stream, code, version, terms],
        'bring-form',
      )
    }
  },
})

export type LoadedRow = {
  readonly owner: Id
  readonly code: string
  readonly version: number
  readonly terms: string
}

const MOST_FORMS = 500

/** Every form that came as a file. */
export const listLoaded = (db: Querier): Promise<LoadedRow[]> =>
  db.text(
    `select owner, code, version, terms from forms.loaded order by code limit ${MOST_FORMS}`,
    [],
    'list-loaded-forms',
  )

/** Their codes. */
export const loadedCodes = async (db: Querier): Promise<readonly string[]> =>
  (await listLoaded(db)).map(({ code }) => code)
