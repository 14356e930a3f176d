// Makes the reference pages from the code; `npm run reference` writes them into docs/reference/.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { addressesPage } from './reference/addresses.ts'
import { choicePage } from './reference/choice.ts'
import { databasePage } from './reference/database.ts'
import { datedRulesPage } from './reference/dated-rules.ts'
import { errorsPage } from './reference/errors.ts'
import { factsPage } from './reference/facts.ts'
import { root } from './reference/modules.ts'

/** Every reference page by its path, as it is when made now. */
export const referencePages = async (): Promise<Readonly<Record<string, string>>> => ({
  'docs/reference/addresses.md': await addressesPage(),
  'docs/reference/choice.md': choicePage(),
  'docs/reference/database.md': databasePage(),
  'docs/reference/dated-rules.md': await datedRulesPage(),
  'docs/reference/errors.md': await errorsPage(),
  'docs/reference/facts.md': await factsPage(),
})

if (import.meta.main) {
  mkdirSync(join(root, 'docs/reference'), { recursive: true })
  for (const [path, text] of Object.entries(await referencePages())) {
    writeFileSync(join(root, path), text)
    process.stdout.write(`${path}\n`)
  }
}
