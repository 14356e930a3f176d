// The addresses of the record: one's own, and those that others share.
import type { Route } from '../../web/index.ts'
import { bringRoutes } from './bring-routes.ts'
import { documentRoutes } from './document-routes.ts'
import { jsonRoutes } from './json-routes.ts'
import { type LeaveDeps, leaveRoutes } from './leave-routes.ts'
import { ownRoutes } from './own-routes.ts'
import { peopleRoutes } from './people-routes.ts'
import { seeingRoutes } from './seeing-routes.ts'
import { timelineRoutes } from './timeline-routes.ts'

export type RecordDeps = LeaveDeps

export const routes = (deps: RecordDeps): readonly Route[] => [
  ...ownRoutes(deps.log),
  ...bringRoutes(deps.log),
  ...documentRoutes(deps.log),
  ...peopleRoutes(deps.log),
  ...timelineRoutes(deps.log),
  ...seeingRoutes(deps.log),
  ...jsonRoutes(deps.log),
  ...leaveRoutes(deps),
]
