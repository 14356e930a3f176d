// Every address of identity: start, signing in, one's own details, organisations and roles.
import type { Route } from '../../web/index.ts'
import { organisationRoutes } from './organisation-routes.ts'
import { ownRoutes } from './own-routes.ts'
import type { IdentityDeps } from './room-parts.ts'
import { signInRoutes } from './sign-in-routes.ts'
import { tieRoutes } from './tie-routes.ts'

export const routes = (deps: IdentityDeps): readonly Route[] => [
  ...signInRoutes(deps),
  ...tieRoutes(deps),
  ...ownRoutes(deps),
  ...organisationRoutes(deps),
]
