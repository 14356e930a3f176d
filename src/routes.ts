// Every address and the room that answers it, composed of the rooms' own route tables.
import type { Installation } from './commands.ts'
import { messageRoutes } from './messages/index.ts'
import { placeRoutes } from './places/index.ts'
import { promiseRoutes } from './promises/index.ts'
import { type Route, webRoutes } from './web/index.ts'

export const routes = (installation: Pick<Installation, 'log'>): readonly Route[] => [
  ...webRoutes,
  ...placeRoutes(installation),
  ...messageRoutes(installation),
  ...promiseRoutes(installation),
]
