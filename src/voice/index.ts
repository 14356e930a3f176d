// The door of voice: stories, complaints and rights, and the answers to them.
import type { Room } from '../log/index.ts'
import { changeStream } from './domain/change/change.ts'
import { changePublished } from './domain/change/facts.ts'
import { complaintStream } from './domain/complaint/complaint.ts'
import { learningRecorded, ombudsmanDecided } from './domain/complaint/facts.ts'
import { themeStream } from './domain/heard/theme.ts'
import { recommendationAnswered } from './domain/report/facts.ts'
import { reportStream } from './domain/report/report.ts'
import {
  matterAcknowledged,
  matterOnAgenda,
  matterReferred,
  scrutinyReportAgreed,
} from './domain/scrutiny/facts.ts'
import { matterStream } from './domain/scrutiny/matter.ts'
import { storyStream } from './domain/story.ts'
import { changeRows } from './store/changes.ts'
import { complaintRows } from './store/complaint-rows.ts'
import { countedIn } from './store/counted.ts'
import { heardRows } from './store/heard.ts'
import { matterRows } from './store/matters.ts'
import { migrations } from './store/migrations.ts'
import { promisedRows } from './store/promised-rows.ts'
import { recommendedRows } from './store/recommended.ts'
import { replies } from './store/replies.ts'
import { reports } from './store/reports.ts'
import { searchRows } from './store/search-rows.ts'
import { storyRows } from './store/story-rows.ts'

export {
  ALERT_TASK,
  alertByJob,
  alertFollowers,
  alertOfWhatBecame,
  tellOfFinds,
} from './actions/alert-followers.ts'
export {
  answerStory,
  confirm as confirmPromise,
  judge as judgeAnswers,
  withdraw as withdrawStory,
} from './actions/answer-story.ts'
export { COUNT_TASK, countArea, countAreasAgain } from './actions/count-stories.ts'
export { forgetOldPhotos, keepPhoto as keepDraftPhoto } from './actions/draft-photos.ts'
export { followComplaint, watchComplaints } from './actions/follow-complaint.ts'
export { followPublished, promiseOf } from './actions/follow-sayings.ts'
export { follow } from './actions/follow-stories.ts'
export { complain, handle as handleComplaint } from './actions/handle-complaint.ts'
export { hearConversation, raiseTheme } from './actions/hear.ts'
export {
  agree as agreeToStory,
  publishSaying,
  read as readStory,
} from './actions/moderate-story.ts'
export { releaseLastMonth, repliesCode, replyToService } from './actions/reply-to-service.ts'
export {
  answerOne,
  close as closeReport,
  makePromisesOf,
  post as postReport,
  promiseInReport,
} from './actions/report.ts'
export {
  acknowledgeMatter,
  decideOnDraft,
  draftScrutinyReport,
  listEvidence,
  publishAgreed,
  putOnAgenda,
  referMatter,
  reportOfMatter,
  tellOfMatter,
} from './actions/scrutinise.ts'
export { complaintHandlers, loadComplaint } from './actions/see-complaint.ts'
export { loadStory } from './actions/see-story.ts'
export { checkChange, publishChange, tellChange, tellContributors } from './actions/tell-change.ts'
export { tellOfComplaint, toldOfComplaints } from './actions/tell-of-complaint.ts'
export {
  tellAuthorOfReading,
  tellOfReturn,
  tellOfSaying,
  tellService,
} from './actions/tell-people.ts'
export { tell } from './actions/tell-story.ts'
export * as complaintRules from './domain/complaint/handle.ts'
export * as complaintParties from './domain/complaint/parties.ts'
export { oldEnoughToCount } from './domain/dated-rules.ts'
export {
  type StoryFact,
  sayingPublished,
  sayingReturned,
  storyAccepted,
  storyHeldBack,
  storyPublished,
  storyTold,
} from './domain/facts.ts'
export type { HeardFact } from './domain/heard/facts.ts'
export type { ReportFact } from './domain/report/facts.ts'
export { severityScale } from './domain/severity.ts'
export type { Answered } from './domain/story.ts'
export { storyKinds } from './domain/story-kinds.ts'
export { listeningRoles } from './pages/heard-routes.tsx'
export { readableFollows } from './pages/readable-follows.tsx'
export { routes as voiceRoutes } from './pages/routes.ts'
export { reportsCounted, storiesCounted } from './store/counted.ts'
export { themesRaisedTo } from './store/heard.ts'
export type { StoryRef } from './store/ways-back.ts'

/** Of what those concerned are told. */
export const toldOfMatters = [
  matterReferred,
  matterAcknowledged,
  matterOnAgenda,
  scrutinyReportAgreed,
] as const
export {
  changePublished,
  learningRecorded,
  ombudsmanDecided,
  recommendationAnswered,
  scrutinyReportAgreed,
}

export const voiceRoom: Room = {
  streams: [storyStream, reportStream, complaintStream, themeStream, changeStream, matterStream],
  projections: [
    storyRows,
    promisedRows,
    searchRows,
    replies,
    reports,
    complaintRows,
    recommendedRows,
    heardRows,
    changeRows,
    matterRows,
  ],
  scratch: [
    { table: 'voice.open_here', ownerColumn: 'owner' },
    { table: 'voice.complaint_open', ownerColumn: 'owner' },
    { table: 'voice.draft_photos', ownerColumn: 'owner' },
    { table: 'voice.alerts_begun', ownerColumn: 'owner' },
    { table: 'voice.told_lately', ownerColumn: 'owner' },
    { table: 'voice.code_tries', ownerColumn: 'owner' },
  ],
  migrations,
  countedIn: [countedIn],
}
