// The addresses of the room: each subject gives its own list.
import type { Log } from '../../log/index.ts'
import type { Route } from '../../web/index.ts'
import { aidRoutes } from './aid/routes.ts'
import { aidWorkRoutes } from './aid/work-routes.ts'
import { keepRoute } from './decision/keep-route.ts'
import { decisionRoutes } from './decision/routes.ts'
import { familyRoutes } from './family/routes.ts'
import { informationRoutes } from './information/routes.ts'
import { meetingRoutes } from './meeting/routes.ts'
import { networkRoutes } from './network/routes.ts'
import { offeredRoutes } from './offered/routes.ts'
import { outcomeRoutes } from './outcomes/routes.ts'
import { aboutMeRoutes } from './plan/about-me-routes.ts'
import { bringPlanRoutes } from './plan/bring-routes.ts'
import { faceRoutes } from './plan/face-routes.ts'
import { goalRoutes } from './plan/goal-journey.tsx'
import { historyRoutes } from './plan/history-routes.ts'
import { partRoutes } from './plan/part-routes.ts'
import { reviewRoutes } from './plan/review-routes.ts'
import { planRoutes } from './plan/routes.ts'
import { takeRoutes } from './plan/take-routes.ts'
import { preparingRoutes } from './preparing/routes.ts'
import { takingPartRoutes } from './taking-part/routes.ts'

export type CareDeps = { readonly log: Log }

export const routes = ({ log }: CareDeps): readonly Route[] => [
  ...planRoutes(log),
  ...partRoutes(log),
  ...aidRoutes(log),
  ...aidWorkRoutes(log),
  keepRoute(log),
  ...decisionRoutes(log),
  ...goalRoutes(log),
  ...aboutMeRoutes(log),
  ...historyRoutes(log),
  ...takeRoutes(log),
  ...bringPlanRoutes(log),
  ...faceRoutes(log),
  ...reviewRoutes(log),
  ...networkRoutes(log),
  ...preparingRoutes(log),
  ...offeredRoutes(log),
  ...informationRoutes(log),
  ...meetingRoutes(log),
  ...familyRoutes(log),
  ...takingPartRoutes(log),
  ...outcomeRoutes(log),
]
