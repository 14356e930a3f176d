// The addresses of sharing: what I share, what is shared with me, and who looked.
import type { Route } from '../../web/index.ts'
import { askRoutes } from './ask-routes.ts'
import { detailsRoutes } from './details-routes.ts'
import { gapsRoutes } from './gaps-routes.ts'
import { giveRoutes } from './give-routes.ts'
import { keepRoutes } from './keep-routes.ts'
import { looksRoutes } from './looks-routes.ts'
import { needsRoutes } from './needs-routes.ts'
import { ownRoutes } from './own-routes.ts'
import type { SharingDeps } from './page-parts.ts'
import { passOnRoutes } from './pass-on-routes.ts'
import { privateRoutes } from './private-routes.ts'
import { promiseToRoutes } from './promise-routes.ts'
import { alterRoutes } from './proxy-alter-routes.ts'
import { askToActRoutes } from './proxy-ask-routes.ts'
import { decideRoutes } from './proxy-decide-routes.ts'
import { ownProxyRoutes } from './proxy-own-routes.ts'
import { workRoutes } from './proxy-work-routes.ts'
import { queryRoutes } from './query-routes.ts'
import { queryWorkRoutes } from './query-work-routes.ts'
import { withMeRoutes } from './with-me-routes.ts'

export const routes = (deps: SharingDeps): readonly Route[] => [
  ...ownRoutes(deps),
  ...giveRoutes(deps),
  ...keepRoutes(deps),
  ...askRoutes(deps),
  ...privateRoutes(deps),
  ...withMeRoutes(deps),
  ...passOnRoutes(deps),
  ...looksRoutes(deps),
  ...queryRoutes(deps),
  ...queryWorkRoutes(deps),
  ...needsRoutes(deps),
  ...gapsRoutes(deps),
  ...detailsRoutes(deps),
  ...promiseToRoutes(deps),
  ...ownProxyRoutes(deps),
  ...askToActRoutes(deps),
  ...workRoutes(deps),
  ...decideRoutes(deps),
  ...alterRoutes(deps),
]
