// The door of the record: the health record the person holds.
import type { Room } from '../log/index.ts'
import { entryStream } from './domain/entry.ts'
import { entries } from './store/entries.ts'
import { migrations } from './store/migrations.ts'

export { addOne } from './actions/add-entries.ts'
export { type ImportRequest, importFiles } from './actions/import-files.ts'
export { recordItems } from './actions/record-items.ts'
export { writeEntry } from './actions/write-entry.ts'
export type { OwnKind } from './domain/entry-kinds.ts'
export { routes as recordRoutes } from './pages/routes.ts'

export const recordRoom: Room = {
  streams: [entryStream],
  projections: [entries],
  scratch: [],
  migrations,
}
