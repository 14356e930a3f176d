// The door of places: what anything can be about, through time.
import type { Room } from '../log/index.ts'
import { placeStream } from './domain/place.ts'
import { migrations } from './store/migrations.ts'
import { placeRows } from './store/places.ts'

export {
  addPlace,
  close,
  linkTo,
  loadPlace,
  providersOf,
  rename,
  unlinkFrom,
} from './actions/keep-places.ts'
export type { PlaceFact } from './domain/facts.ts'
export { isOpenOn, linkedOn, type Place, placeFrom, placeNameOn } from './domain/place.ts'
export { routes as placeRoutes } from './pages/routes.ts'
export { type FoundPlace, linkedTo, linkedToAny, openPlaces, searchPlaces } from './store/places.ts'

export const placesRoom: Room = {
  streams: [placeStream],
  projections: [placeRows],
  scratch: [],
  migrations,
}
