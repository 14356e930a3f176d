// The door of care: care and support plans, and decisions made together.
import type { Room } from '../log/index.ts'
import { aidStream } from './domain/aid/publish.ts'
import { decisionStream } from './domain/decision/decision.ts'
import { informationStream } from './domain/information/information.ts'
import { meetingStream } from './domain/meeting/meeting.ts'
import { networkStream } from './domain/network/network-map.ts'
import { offeredStream } from './domain/offered/offered.ts'
import { ideaStream } from './domain/outcomes/idea.ts'
import { judgedVisitStream } from './domain/outcomes/judged-visit.ts'
import { outcomesStream } from './domain/outcomes/outcomes.ts'
import { planStream } from './domain/plan/plan.ts'
import { visitStream } from './domain/preparing/visit.ts'
import { aids } from './store/aid-rows.ts'
import { decisions } from './store/decision-rows.ts'
import { ideaRows } from './store/ideas.ts'
import { migrations } from './store/migrations.ts'
import { networkRows } from './store/network-rows.ts'
import { outcomeRows } from './store/outcome-rows.ts'
import { planRows } from './store/plan-rows.ts'
import { visitRows } from './store/visits.ts'

export {
  publish as publishAid,
  shipAids,
  withdraw as withdrawAid,
} from './actions/aid/keep-aids.ts'
export { careFirst, careItems } from './actions/care-items.ts'
export { readAid } from './actions/decision/begin-with-aid.ts'
export {
  askReviews,
  begin as beginDecision,
  type Deed,
  doIn as doInDecision,
} from './actions/decision/keep-decisions.ts'
export { releaseAgain } from './actions/decision/release-again.ts'
export { tellOfReview } from './actions/decision/tell-of-review.ts'
export { linkPlan } from './actions/family/link-plans.ts'
export {
  judge as judgeInformation,
  noteOpened as openInformation,
  send as sendInformation,
} from './actions/information/send-information.ts'
export {
  begin as beginMeeting,
  call as callMeeting,
  comeOrGo as comeOrGoInMeeting,
  end as endMeeting,
  letRead as letReadMeeting,
  note as noteInMeeting,
} from './actions/meeting/hold-meeting.ts'
export { answerOnNetwork, keepNetwork, placeOnNetwork } from './actions/network/keep-network.ts'
export { follow as followGap, say as sayOffered } from './actions/offered/say-offered.ts'
export { releaseTogether } from './actions/outcomes/count-together.ts'
export { askAgainFor, typeInFor } from './actions/outcomes/keep-for.ts'
export {
  answerOwnForm,
  nameOwnOutcome,
  publishOwnIdea,
  scheduleOwnForm,
  scoreOwnOutcome,
} from './actions/outcomes/keep-outcomes.ts'
export { remindOfForms } from './actions/outcomes/reach-out.ts'
export { agreeTogether } from './actions/plan/agree-together.ts'
export {
  aProfessional,
  declineChange,
  holdReview,
  ownWriter,
  planAt,
  planReview,
  proposeChanges,
  type Wish,
  type Writer,
  writerIn,
} from './actions/plan/change-plan.ts'
export {
  answer as answerInVisit,
  foresee as foreseeVisit,
  hold as holdVisit,
  prepare as prepareVisit,
  setPoints as setPointsOfVisit,
} from './actions/preparing/prepare-visit.ts'
export type { KeptToWrite } from './actions/see-kept.ts'
export { releaseCareNumbers } from './actions/taking-part/release-numbers.ts'
export type { Writing } from './actions/write-for.ts'
export type { Beginning } from './domain/decision/decide.ts'
export * as decide from './domain/decision/decide.ts'
export { decisionReviewAsked } from './domain/decision/facts.ts'
export { itemCoded } from './domain/information/items.ts'
export type { Member as NetworkMember } from './domain/network/network-map.ts'
export { aidCommand } from './pages/aid/aid-command.tsx'
export { readableDecisions } from './pages/decision/readable-decisions.tsx'
export { routes as careRoutes } from './pages/routes.ts'
export { careAtHome } from './pages/taking-part/home-part.tsx'
export { waysToCare } from './pages/taking-part/ways-to-care.ts'

/** For whoever makes what happened anew, without a look of anybody's. */
export { meetingStream, planStream, visitStream }

export const careRoom: Room = {
  streams: [
    planStream,
    aidStream,
    decisionStream,
    networkStream,
    visitStream,
    offeredStream,
    informationStream,
    meetingStream,
    outcomesStream,
    ideaStream,
    judgedVisitStream,
  ],
  projections: [planRows, aids, decisions, networkRows, outcomeRows, ideaRows, visitRows],
  scratch: [{ table: 'care.visit_numbers', ownerColumn: 'owner' }],
  migrations,
}
