// The door of messages: what we tell people, in the form they can use, delivered or not.
import type { Room } from '../log/index.ts'
import { messageStream } from './domain/message.ts'
import { needsStream } from './domain/needs.ts'
import { gaps } from './store/gaps.ts'
import { inbox } from './store/inbox.ts'
import { migrations } from './store/migrations.ts'

export {
  deliveryOf,
  needsOf,
  needsPlace,
  needsRecordOf,
  openMessage,
  recordNeedsOf,
  reviewNeedsOf,
  sendWord,
  tell,
} from './actions/tell.ts'
export { messageSent } from './domain/facts.ts'
export { type MessageForm, messageForms } from './domain/forms.ts'
export type { Draft, Rendering } from './domain/message.ts'
export { type Needs, type NeedsRecord, type NeedsSaid, reviewIsDue } from './domain/needs.ts'
export { messagesWaiting, needsWaiting } from './pages/home-part.tsx'
export { type NeedsJourney, needsJourney } from './pages/needs-journey.tsx'
export { NeedsPage } from './pages/needs-page.tsx'
export { HowItReads, PlainWords, readsHard } from './pages/plain-words.tsx'
export { readableMessages, readableNeeds } from './pages/readable.tsx'
export { routes as messageRoutes } from './pages/routes.ts'
export { type Gap, gapsOf } from './store/gaps.ts'
export { countInbox } from './store/inbox.ts'
export { type Flagged, flagLine, helpToBook } from './words/flag.ts'
export { inThreeForms } from './words/three-forms.ts'

export const messagesRoom: Room = {
  streams: [messageStream, needsStream],
  projections: [inbox, gaps],
  scratch: [],
  migrations,
}
