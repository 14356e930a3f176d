// The door of sharing: who may see what, and why; and who has looked.
import type { Room } from '../log/index.ts'
import { askMadeStream, asksStream } from './domain/asks.ts'
import { lookStream } from './domain/look-receipt.ts'
import { proxyStream } from './domain/proxy/access.ts'
import { queryStream } from './domain/query/query.ts'
import { sharingStream } from './domain/sharing.ts'
import { asksMade } from './store/asks.ts'
import { given } from './store/given.ts'
import { looks } from './store/looks.ts'
import { migrations } from './store/migrations.ts'
import { proxyRows } from './store/proxies.ts'
import { queries } from './store/queries.ts'
import { withheld } from './store/withheld.ts'

export {
  answerProxy,
  askProxy,
  grantProxy,
  refuseProxy,
  stopProxy,
  suspendProxy,
  tellOfProxy,
  watchProxies,
} from './actions/act-for-others.ts'
export { askToShare, bringAsk } from './actions/ask-to-share.ts'
export type { ItemSource, SharedItem } from './actions/item-source.ts'
export { keepNewerBack } from './actions/keep-newer-back.ts'
export { keepToOneself } from './actions/keep-to-oneself.ts'
export {
  askerOf,
  installationLooksAhead,
  type Look,
  type LookedAhead,
  type LookRequest,
  look,
  lookAhead,
  lookByCommand,
  purposeOf,
  ReceiptNotWritten,
} from './actions/look.ts'
export { tellOfDetails } from './actions/put-details-right.ts'
export {
  explainLook,
  LAPSE_QUERY_TASK,
  lapseQuery,
  queryLook,
  sayOfQuery,
  tellOfQuery,
} from './actions/query-looks.ts'
export { grantsInForce } from './actions/see-grants.ts'
export { seeVisit, seeVisits } from './actions/see-looks.ts'
export { needsFlags } from './actions/see-needs.ts'
export { mayActFor, whoStillActs } from './actions/see-proxies.ts'
export { seeThoseWhoShare } from './actions/see-those-who-share.ts'
export {
  giveGrant,
  openEmergency,
  stopGrant,
  switchPurposes,
  tellOfEmergency,
} from './actions/share.ts'
export { endSight, letSee, mayAdd, mayAddWhat } from './actions/share-for-request.ts'
export {
  checkWithhold,
  endWithholding,
  type KeptFromYou,
  keptFromYou,
  keptOne,
  mayWithhold,
  queryWithholding,
  seeWithheldBy,
  upholdWithholding,
  withheldItems,
  withholdItem,
  withholdingOf,
} from './actions/withhold.ts'
export { askMade } from './domain/asks.ts'
export { isFresh } from './domain/decisions.ts'
export { decide, type Verdict } from './domain/evaluator.ts'
export {
  emergencyOpened,
  proxyAsked,
  proxyGranted,
  proxyRefused,
  proxyToldOf,
} from './domain/facts.ts'
export { type Asker, everything, type ItemFacets, type LookAct } from './domain/grant.ts'
export type { FacetColumns, Visible } from './domain/predicate.ts'
export { decidingRoles } from './domain/proxy/grants.ts'
export type { Purpose } from './domain/purposes.ts'
export { explainingRoles } from './domain/query/decisions.ts'
export {
  lookQueried,
  lookQueryAnswered,
  lookQueryDisputed,
  lookQueryLapsed,
  lookQueryRemarked,
} from './domain/query/facts.ts'
export { type Withholding, withholdingReasons } from './domain/withheld.ts'
export { lookAgainBy } from './domain/withholding.ts'
export { Disagreements } from './pages/disagreements.tsx'
export type { WaysTo } from './pages/page-parts.ts'
export { type ReadablePage, readableSharing } from './pages/readable.tsx'
export { routes as sharingRoutes } from './pages/routes.ts'
export { WaysOn } from './pages/ways-on.tsx'
export { type SeenBy, seenBy, WhoSees } from './pages/who-sees.tsx'
export { looksSince } from './store/looks.ts'
export { promiseWords } from './words/promise-words.ts'

export const sharingRoom: Room = {
  streams: [sharingStream, lookStream, proxyStream, askMadeStream, asksStream, queryStream],
  projections: [given, looks, proxyRows, asksMade, queries, withheld],
  scratch: [],
  migrations,
}
