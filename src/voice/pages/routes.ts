// The addresses of voice, composed of its parts.
import type { Route } from '../../web/index.ts'
import { answerRoutes } from './answer-routes.tsx'
import { changeRoutes } from './change-routes.tsx'
import { complaintRoutes } from './complaint/routes.tsx'
import { followRoutes } from './follow-routes.tsx'
import { heardRoutes } from './heard-routes.tsx'
import { laterRoutes } from './later-routes.tsx'
import { moderationRoutes } from './moderation-routes.tsx'
import { paperRoute } from './paper-page.tsx'
import { photoRoutes } from './photo-routes.tsx'
import { publicRoutes } from './public-routes.tsx'
import { replyRoutes } from './reply-routes.ts'
import { reportRoutes } from './report-routes.ts'
import { rightsRoutes } from './rights-routes.tsx'
import { scrutinyRoutes } from './scrutiny-routes.tsx'
import { storyRoutes } from './story-routes.tsx'
import { tabletRoutes } from './tablet-routes.tsx'
import { tellingRoutes, type VoiceDeps } from './tell-routes.tsx'

export const routes = (deps: VoiceDeps): readonly Route[] => [
  ...tellingRoutes(deps),
  ...publicRoutes(deps),
  ...followRoutes(deps.log),
  ...heardRoutes(deps.log),
  ...changeRoutes(deps.log),
  ...storyRoutes(deps),
  ...replyRoutes(deps.log),
  ...moderationRoutes(deps),
  ...answerRoutes(deps),
  ...reportRoutes(deps.log),
  ...scrutinyRoutes(deps.log),
  ...complaintRoutes(deps),
  ...rightsRoutes(deps.log),
  ...tabletRoutes(deps.log),
  ...laterRoutes(deps.log),
  ...photoRoutes(deps.log),
  paperRoute,
]
