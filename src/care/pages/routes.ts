// The addresses of the room: each subject gives its own list.
import type { Log } from '../../log/index.ts'
import type { Route } from '../../web/index.ts'
import { partRoutes } from './plan/part-routes.ts'
import { planRoutes } from './plan/routes.ts'

export type CareDeps = { readonly log: Log }

export const routes = ({ log }: CareDeps): readonly Route[] => [
  ...planRoutes(log),
  ...partRoutes(log),
]
