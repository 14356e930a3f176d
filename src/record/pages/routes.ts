// The addresses of the record: one's own, and those that others share.
import type { WaysTo } from '../../sharing/index.ts'
import type { Route } from '../../web/index.ts'
import { actingRoutes } from './acting-routes.ts'
import { bringRoutes } from './bring-routes.ts'
import { correctRoutes } from './correct-routes.ts'
import { documentRoutes } from './document-routes.ts'
import { glossaryRoute } from './glossary-route.ts'
import { jsonRoutes } from './json-routes.ts'
import { keptRoutes } from './kept-routes.ts'
import { type LeaveDeps, leaveRoutes } from './leave-routes.ts'
import { ownDetailsRoutes } from './own-details-routes.ts'
import { ownRoutes } from './own-routes.ts'
import { peopleRoutes } from './people-routes.ts'
import { printRoutes } from './print-routes.ts'
import { seeingRoutes } from './seeing-routes.ts'
import { timelineRoutes } from './timeline-routes.ts'
import { withholdRoutes } from './withhold-routes.ts'
import { worklistRoutes } from './worklist-routes.ts'
import { writeRoutes } from './write-routes.ts'

export type RecordDeps = LeaveDeps & {
  /** What other rooms show of who shares for care. */
  readonly ways?: WaysTo
}

export const routes = (deps: RecordDeps): readonly Route[] => [
  ...ownRoutes(deps.log),
  ...bringRoutes(deps.log),
  ...documentRoutes(deps.log),
  ...peopleRoutes(deps.log, deps.ways),
  ...timelineRoutes(deps.log),
  ...seeingRoutes(deps.log),
  ...jsonRoutes(deps.log),
  ...leaveRoutes(deps),
  ...correctRoutes(deps.log),
  ...worklistRoutes(deps.log),
  ...writeRoutes(deps.log),
  ...withholdRoutes(deps.log),
  ...keptRoutes(deps.log),
  ...ownDetailsRoutes(deps.log),
  glossaryRoute,
  ...printRoutes(deps.log),
  ...actingRoutes(deps.log),
]
