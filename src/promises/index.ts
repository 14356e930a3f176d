// The door of promises: commitments and clocks, owed to whom, by when, kept or not.
import type { Room } from '../log/index.ts'
import { promiseStream } from './domain/promise.ts'
import { migrations } from './store/migrations.ts'
import { rows } from './store/rows.ts'

export {
  answer,
  askWhetherDone,
  lapseDue,
  loadPromises,
  promise,
  saySaidDone,
  seePromise,
  tellOfLapse,
} from './actions/keep-promises.ts'
export {
  agreedByHand,
  type ClockRule,
  dueUnder,
  sourceOf,
  workingDaysLate,
} from './domain/clock.ts'
export type { Speaker } from './domain/decide.ts'
export {
  newDateAgreed,
  type PromiseFact,
  promiseAnswered,
  promiseLapsed,
  promiseMade,
  promiseSaidDone,
} from './domain/facts.ts'
export {
  type PromiseMade,
  type PromiseRecord,
  type Standing,
  standingOf,
} from './domain/promise.ts'
export { promisesAtHome } from './pages/home-part.tsx'
export { readablePromises } from './pages/readable.tsx'
export { routes as promiseRoutes } from './pages/routes.ts'
export { madeBy, owedTo, type PromiseRef } from './store/rows.ts'

export const promisesRoom: Room = {
  streams: [promiseStream],
  projections: [rows],
  scratch: [],
  migrations,
}
