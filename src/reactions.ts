// When this happens, then that: what follows in another room, as a job queued with the fact.

import type { Id } from './basics/index.ts'
import { decisionReviewAsked, tellOfReview } from './care/index.ts'
import type { Installation } from './commands.ts'
import { detailsPutRight } from './identity/index.ts'
import type { Fact, Log, Reaction } from './log/index.ts'
import { messageSent, sendWord } from './messages/index.ts'
import { filePost } from './plumbing/index.ts'
import {
  askWhetherDone,
  newDateAgreed,
  promiseAnswered,
  promiseLapsed,
  promiseMade,
  promiseSaidDone,
  tellOfLapse,
} from './promises/index.ts'
import { tellOfCorrection, toldOfCorrections } from './record/index.ts'
import {
  askMade,
  bringAsk,
  emergencyOpened,
  lookQueried,
  lookQueryAnswered,
  lookQueryDisputed,
  lookQueryLapsed,
  lookQueryRemarked,
  proxyAsked,
  proxyGranted,
  proxyRefused,
  proxyToldOf,
  tellOfDetails,
  tellOfEmergency,
  tellOfProxy,
  tellOfQuery,
} from './sharing/index.ts'
import * as voice from './voice/index.ts'

/** Where the fact lies that was reacted to. */
export type Happened = { readonly owner: Id; readonly stream: Id; readonly fact: Id }

/** May be carried out twice for one fact and must not mind; never fires on a rebuild. */
export type Follow = Reaction & {
  readonly says: string
  follow(installation: Installation, happened: Happened): Promise<void>
}

/** What follows from a look that a person does not recognise. */
const queryReactions: readonly Follow[] = [
  lookQueried,
  lookQueryRemarked,
  lookQueryAnswered,
  lookQueryDisputed,
  lookQueryLapsed,
].map((on) => ({
  name: `tell-of-${on.kind}`,
  on,
  says: 'The other side of a question about a look hears what was said, or left unsaid',
  follow: ({ log }: Installation, at: Happened) => tellOfQuery(log, at),
}))

/** What follows from stories. */
const voiceReactions: readonly Follow[] = [
  {
    name: 'tell-service-of-concern',
    on: voice.storyTold,
    says: 'Those who answer for a service hear at once of a concern or a safety worry',
    follow: ({ log }, at) => voice.tellService(log, at),
  },
  {
    name: 'tell-service-of-story',
    on: voice.storyPublished,
    says: 'Those who answer for a service hear that a story can be answered',
    follow: ({ log }, at) => voice.tellService(log, at),
  },
  {
    name: 'tell-service-of-private-story',
    on: voice.storyAccepted,
    says: 'Those who answer for a service hear that a private story can be answered',
    follow: ({ log }, at) => voice.tellService(log, at),
  },
  {
    name: 'tell-contributors',
    on: voice.changePublished,
    says: 'Everybody whose story led to a change hears what was done, and is asked to check it',
    follow: ({ log }, at) => voice.tellContributors(log, at),
  },
  {
    name: 'alert-followers',
    on: voice.storyPublished,
    says: 'Those who follow what a story is about, or words that it has, hear of it',
    follow: ({ log }, at) => voice.alertFollowers(log, at),
  },
  ...[
    voice.sayingPublished,
    promiseMade,
    promiseSaidDone,
    promiseAnswered,
    promiseLapsed,
    newDateAgreed,
  ].map((on) => ({
    name: `alert-followers-of-${on.kind}`,
    on,
    says: 'Those who follow what becomes of such a story hear that it came to that, once',
    follow: ({ log }: Installation, at: Happened) => voice.alertOfWhatBecame(log, on.kind, at),
  })),
  ...[voice.storyPublished, voice.storyAccepted, voice.storyHeldBack].map((on) => ({
    name: `tell-author-${on.kind}`,
    on,
    says: 'The author of a story hears what became of it',
    follow: ({ log }: Installation, at: Happened) => voice.tellAuthorOfReading(log, at),
  })),
  {
    name: 'follow-published-answer',
    on: voice.sayingPublished,
    says: 'A promise in an answer is made, or said to be done; then the other side hears of it',
    follow: async ({ log }, at) => {
      await voice.followPublished(log, at)
      await voice.tellOfSaying(log, at)
    },
  },
  {
    name: 'tell-of-return',
    on: voice.sayingReturned,
    says: 'Whoever wrote an answer or a reply hears why it was not published',
    follow: ({ log }, at) => voice.tellOfReturn(log, at),
  },
]

/** What follows from complaints. */
const complaintReactions: readonly Follow[] = [
  ...voice.toldOfComplaints.map((on) => ({
    name: `tell-of-${on.kind}`,
    on,
    says: 'Both sides of a complaint hear of each step that the other took',
    follow: ({ log }: Installation, at: Happened) => voice.tellOfComplaint(log, at),
  })),
  ...[voice.learningRecorded, voice.ombudsmanDecided].map((on) => ({
    name: `promise-${on.kind}`,
    on,
    says: 'What was learned from a complaint, or recommended, becomes a promise with a day',
    follow: ({ log }: Installation, { stream }: Happened) => voice.followComplaint(log, stream),
  })),
]

export const reactions: readonly Follow[] = [
  {
    name: 'send-word',
    on: messageSent,
    says: 'Word that a message waits goes out through the channel the person chose',
    follow: ({ log, settings, address }, at) =>
      sendWord(log, filePost(`${settings.dataDir}/outbox`), settings.publicUrl ?? address, at),
  },
  {
    name: 'tell-of-lapse',
    on: promiseLapsed,
    says: 'Those who asked, and whom it escalates to, hear that the day has passed',
    follow: ({ log }, at) => tellOfLapse(log, at, at.fact),
  },
  {
    name: 'ask-whether-done',
    on: promiseSaidDone,
    says: 'Those who asked are asked whether it happened',
    follow: ({ log }, at) => askWhetherDone(log, at, at.fact),
  },
  {
    name: 'tell-of-emergency',
    on: emergencyOpened,
    says: 'A person hears at once that what they keep was opened in an emergency',
    follow: ({ log }, at) => tellOfEmergency(log, at),
  },
  {
    name: 'tell-of-details',
    on: detailsPutRight,
    says: 'A person hears that their name, date of birth or NHS number was put right, and by whom',
    follow: ({ log }, at) => tellOfDetails(log, at),
  },
  {
    name: 'promise-in-report',
    on: voice.recommendationAnswered,
    says: 'What an answer to a report promises is owed to whoever posted the report',
    follow: ({ log }, { stream }) => voice.makePromisesOf(log, stream),
  },
  {
    name: 'publish-scrutiny-report',
    on: voice.scrutinyReportAgreed,
    says: 'The report that members of a scrutiny committee agreed on is published',
    follow: ({ log }, { stream }) => voice.publishAgreed(log, stream),
  },
  ...voice.toldOfMatters.map((on) => ({
    name: `tell-of-${on.kind}`,
    on,
    says: 'A committee hears of a referral, and whoever referred it hears of each step',
    follow: ({ log }: Installation, at: Happened) => voice.tellOfMatter(log, at),
  })),
  ...toldOfCorrections.map((on) => ({
    name: `tell-of-${on.kind}`,
    on,
    says: 'The other side of a correction request hears what was said, done, or left undone',
    follow: ({ log }: Installation, at: Happened) => tellOfCorrection(log, at),
  })),
  {
    name: 'tell-of-proxy-asked',
    on: proxyAsked,
    says: 'Whoever is asked to act for a person, or the person, hears of it',
    follow: ({ log }, at) => tellOfProxy(log, at),
  },
  {
    name: 'bring-ask',
    on: askMade,
    says: 'Whoever was asked to share hears who asks and for what, where there is somebody',
    follow: ({ log }, at) => bringAsk(log, at),
  },
  {
    name: 'tell-of-proxy-granted',
    on: proxyGranted,
    says: 'The person and the proxy hear that one may act for the other',
    follow: ({ log }, at) => tellOfProxy(log, at),
  },
  {
    name: 'tell-of-proxy-refused',
    on: proxyRefused,
    says: 'Those whom the decision names hear that it was refused, without the reason',
    follow: ({ log }, at) => tellOfProxy(log, at),
  },
  {
    name: 'tell-of-proxy-ending',
    on: proxyToldOf,
    says: 'The person and the proxy hear ahead of time that an access is going to end',
    follow: ({ log }, at) => tellOfProxy(log, at),
  },
  ...queryReactions,
  {
    name: 'tell-of-decision-review',
    on: decisionReviewAsked,
    says: 'A person hears once that the day they chose has come to look at a decision again',
    follow: ({ log }, at) => tellOfReview(log, at),
  },
  ...voiceReactions,
  ...complaintReactions,
]

/** Carries out at once, on a log of the caller's, what follows from a fact. */
export const followNow =
  (installation: Installation) =>
  async (log: Log, { owner, stream, id, kind }: Fact): Promise<void> => {
    const following = reactions.filter(({ on }) => on.kind === kind)
    for (const one of following) {
      await one.follow({ ...installation, log }, { owner, stream, fact: id })
    }
  }
