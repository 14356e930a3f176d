// The door of care: care and support plans, and decisions made together.
import type { Room } from '../log/index.ts'
import { aidStream } from './domain/aid/publish.ts'
import { decisionStream } from './domain/decision/decision.ts'
import { planStream } from './domain/plan/plan.ts'
import { aids } from './store/aid-rows.ts'
import { decisions } from './store/decision-rows.ts'
import { migrations } from './store/migrations.ts'
import { planRows } from './store/plan-rows.ts'

export {
  publish as publishAid,
  shipAids,
  withdraw as withdrawAid,
} from './actions/aid/keep-aids.ts'
export { careFirst, careItems } from './actions/care-items.ts'
export {
  askReviews,
  begin as beginDecision,
  doIn as doInDecision,
} from './actions/decision/keep-decisions.ts'
export { releaseAgain } from './actions/decision/release-again.ts'
export { tellOfReview } from './actions/decision/tell-of-review.ts'
export { decisionReviewAsked } from './domain/decision/facts.ts'
export { aidCommand } from './pages/aid/aid-command.tsx'
export { routes as careRoutes } from './pages/routes.ts'

export const careRoom: Room = {
  streams: [planStream, aidStream, decisionStream],
  projections: [planRows, aids, decisions],
  scratch: [],
  migrations,
}
