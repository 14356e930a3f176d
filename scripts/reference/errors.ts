// The page of every refusal: its code, what it says, what to do next, and how it looks outside.
import type { RefusalKind } from '../../src/basics/index.ts'
import { byRoom, code, page, table } from './markdown.ts'
import { has, modulesAt, thingsIn } from './modules.ts'

const isRefusal = (value: unknown): value is RefusalKind =>
  has(value, 'code', 'says', 'next', 'http', 'fhir')

/** Every refusal that a room defines, in files named `refusals.ts`. */
export const everyRefusal = async () => thingsIn(await modulesAt('src/**/refusals.ts'), isRefusal)

export async function errorsPage(): Promise<string> {
  const rows = (await everyRefusal()).toSorted((one, other) =>
    one.thing.code.localeCompare(other.thing.code, 'en'),
  )
  return page(
    'Errors',
    'What Coproduce can refuse, by room. `{words}` are filled in when it is said. HTTP is the ' +
      'status a page answers with; FHIR is the issue type of the OperationOutcome.',
    byRoom(rows, (inRoom) =>
      table(
        ['Code', 'What happened', 'What to do next', 'HTTP', 'FHIR'],
        inRoom.map(({ thing }) => [
          code(thing.code),
          thing.says,
          thing.next,
          String(thing.http),
          code(thing.fhir),
        ]),
      ),
    ),
  )
}
