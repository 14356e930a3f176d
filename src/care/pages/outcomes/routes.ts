// The addresses of how a person is doing: forms, answers, what they want, and ideas.
import type { Log } from '../../../log/index.ts'
import type { Route } from '../../../web/index.ts'
import { bringRoutes } from './bring-routes.ts'
import { forRoutes } from './for-routes.ts'
import { formRoutes } from './form-routes.ts'
import { ideaRoutes } from './idea-routes.ts'
import { ownRoutes } from './own-routes.ts'
import { seenRoutes } from './seen-routes.ts'
import { togetherRoutes } from './together-routes.ts'

export const outcomeRoutes = (log: Log): readonly Route[] => [
  ...seenRoutes(log),
  ...formRoutes(log),
  ...forRoutes(log),
  ...bringRoutes(log),
  ...ownRoutes(log),
  ...ideaRoutes(log),
  ...togetherRoutes(log),
]
