// The door of evidence: what was heard, promised and done, as reports that can be checked.
import type { Room } from '../log/index.ts'
import { erasedRows } from './store/erased.ts'
import { migrations } from './store/migrations.ts'

export { packFiles } from './actions/verify-pack.ts'
export { routes as evidenceRoutes } from './pages/routes.tsx'

export const evidenceRoom: Room = {
  streams: [],
  projections: [erasedRows],
  scratch: [],
  migrations,
}
