// The addresses of the record: one's own, and those that others share.
import type { Log } from '../../log/index.ts'
import type { Route } from '../../web/index.ts'
import { bringRoutes } from './bring-routes.ts'
import { documentRoutes } from './document-routes.ts'
import { jsonRoutes } from './json-routes.ts'
import { ownRoutes } from './own-routes.ts'
import { peopleRoutes } from './people-routes.ts'
import { seeingRoutes } from './seeing-routes.ts'
import { timelineRoutes } from './timeline-routes.ts'

export type RecordDeps = { readonly log: Log }

export const routes = ({ log }: RecordDeps): readonly Route[] => [
  ...ownRoutes(log),
  ...bringRoutes(log),
  ...documentRoutes(log),
  ...peopleRoutes(log),
  ...timelineRoutes(log),
  ...seeingRoutes(log),
  ...jsonRoutes(log),
]
