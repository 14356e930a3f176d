// Every address and the room that answers it, composed of the rooms' own route tables.
import type { Installation } from './commands.ts'
import { type Route, webRoutes } from './web/index.ts'

export const routes = (_installation: Installation): readonly Route[] => [...webRoutes]
