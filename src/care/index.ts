// The door of care: care and support plans, and decisions made together.
import type { Room } from '../log/index.ts'
import { planStream } from './domain/plan/plan.ts'
import { migrations } from './store/migrations.ts'
import { planRows } from './store/plan-rows.ts'

export { careItems } from './actions/care-items.ts'
export { routes as careRoutes } from './pages/routes.ts'

export const careRoom: Room = {
  streams: [planStream],
  projections: [planRows],
  scratch: [],
  migrations,
}
