// The door of the gate: the only door by which numbers about people leave.
import type { Room } from '../log/index.ts'
import { measureStream } from './domain/measure.ts'
import { measures } from './store/measures.ts'
import { migrations } from './store/migrations.ts'

export { loadMeasure, measureId, type Release, releaseTable } from './actions/release-table.ts'
export type { MeasureFact } from './domain/facts.ts'
export type { Measure, ReleasedTable } from './domain/measure.ts'
export { type Policy, policyNamed, type Shown } from './domain/policies.ts'
export type { AskedTable } from './domain/release.ts'
export type { Counted, Where } from './domain/where.ts'
export { routes as gateRoutes } from './pages/routes.ts'

export const gateRoom: Room = {
  streams: [measureStream],
  projections: [measures],
  scratch: [],
  migrations,
}
