// Every message that the site itself sends: what must hold of all of them is tested over this.
//
// A new message joins by one line here, under the file that holds its words and the name it is
// exported by. `templates.test.ts` fails while one is missing.
import type { Day, Instant } from '../../src/basics/index.ts'
import { reviewWords } from '../../src/care/words/decision-messages.ts'
import { sentWords } from '../../src/care/words/information-message.ts'
import { calledWords } from '../../src/care/words/meeting-message.ts'
import { askedWords } from '../../src/care/words/network-message.ts'
import {
  askedByStaffWords,
  formWaitsWords,
  getInTouchWords,
  typedForYouWords,
} from '../../src/care/words/outcomes-messages.ts'
import type { Rendering } from '../../src/messages/index.ts'
import * as promises from '../../src/promises/actions/words.ts'
import * as corrections from '../../src/record/words/correction-messages.ts'
import { leaveMessageWords } from '../../src/record/words/leave-words.ts'
import { askWords } from '../../src/sharing/words/ask-message.ts'
import { detailsPutRightWords } from '../../src/sharing/words/details-messages.ts'
import { emergencyWords } from '../../src/sharing/words/emergency-message.ts'
import { promisedWords } from '../../src/sharing/words/promise-words.ts'
import * as proxies from '../../src/sharing/words/proxy-messages.ts'
import * as queries from '../../src/sharing/words/query-messages.ts'
import { lookAgainWords } from '../../src/sharing/words/withhold-messages.ts'
import { draftOf } from '../../src/voice/actions/tell-people.ts'
import { becomesCodes } from '../../src/voice/domain/follow/becomes.ts'
import { noticeDraft } from '../../src/voice/words/change-words.ts'
import { followDraft } from '../../src/voice/words/follow-words.ts'
import { messageWords } from '../../src/voice/words/message-words.ts'

const day = '2026-12-01' as Day
const endsAt = '2026-12-01T09:00:00Z' as Instant
const who = 'Mo Adeyemi'
const organisation = 'Oak Lane'
const asked = { who, role: 'nurse', organisation, purpose: 'your care' }

const anything = {
  typed: '',
  kind: null,
  placeName: 'Elm Street',
  becomes: null,
  stopKey: 'k',
  outside: false,
}
const followed = { of: [anything], leadsTo: '/follows' }

/** One message as it is filled in; a text that leads to several ways stands here several times. */
export type Template = readonly [name: string, renderings: readonly Rendering[]]

export const templates: Readonly<Record<string, readonly Template[]>> = {
  'src/care/words/decision-messages.ts': [['reviewWords', reviewWords]],
  'src/care/words/information-message.ts': [['sentWords', sentWords(who)]],
  'src/care/words/meeting-message.ts': [
    ['calledWords', calledWords(who, true)],
    ['calledWords', calledWords(who, false)],
  ],
  'src/care/words/network-message.ts': [['askedWords', askedWords(who)]],
  'src/care/words/outcomes-messages.ts': [
    ['formWaitsWords', formWaitsWords()],
    ['typedForYouWords', typedForYouWords(who)],
    ['askedByStaffWords', askedByStaffWords(who)],
    ['getInTouchWords', getInTouchWords(who)],
  ],
  'src/promises/actions/words.ts': [
    ['lapsedWords', promises.lapsedWords(organisation, 'We ring you', day)],
    ['saidDoneWords', promises.saidDoneWords('We ring you')],
  ],
  'src/record/words/correction-messages.ts': [
    ['answeredWords', corrections.answeredWords(organisation)],
    ['handedOnWords', corrections.handedOnWords(organisation)],
    ['askedBackWords', corrections.askedBackWords(organisation)],
    ['lateWords', corrections.lateWords(organisation, day)],
    ['wroteWords', corrections.wroteWords(who)],
    ['waitsWords', corrections.waitsWords(day)],
  ],
  'src/record/words/leave-words.ts': [
    ['leaveMessageWords', leaveMessageWords('yourself')],
    ['leaveMessageWords', leaveMessageWords('operator')],
  ],
  'src/sharing/words/ask-message.ts': [['askWords', askWords(asked)]],
  'src/sharing/words/details-messages.ts': [['detailsPutRightWords', detailsPutRightWords(who)]],
  'src/sharing/words/emergency-message.ts': [
    ['emergencyWords', emergencyWords({ who, organisation, reason: 'Faint', endsAt })],
  ],
  'src/sharing/words/promise-words.ts': [['promisedWords', promisedWords(organisation, day)]],
  'src/sharing/words/query-messages.ts': [
    ['queryAnswered', queries.queryAnswered(organisation)],
    ['queryAskedBack', queries.queryAskedBack(organisation)],
    ['queryLate', queries.queryLate(organisation, day)],
    ['queryWaits', queries.queryWaits(day)],
  ],
  'src/sharing/words/proxy-messages.ts': [
    ['askedOfPerson', proxies.askedOfPerson(who)],
    ['askedOfProxy', proxies.askedOfProxy(who)],
    ['grantedToPerson', proxies.grantedToPerson(who)],
    ['grantedToProxy', proxies.grantedToProxy(who)],
    ['refusedToPerson', proxies.refusedToPerson(who)],
    ['refusedToProxy', proxies.refusedToProxy(who)],
    ['endingToPerson', proxies.endingToPerson(who, 'end-date', day)],
    ['endingToPerson', proxies.endingToPerson(who, 'sixteen', day)],
    ['endingToProxy', proxies.endingToProxy(who, 'end-date', day)],
    ['endingToProxy', proxies.endingToProxy(who, 'sixteen', day)],
  ],
  'src/voice/words/change-words.ts': [['noticeDraft', noticeDraft('/changes').renderings]],
  'src/voice/words/follow-words.ts': [
    ...[1, 3].map(
      (stories): Template => ['followDraft', followDraft({ ...followed, stories }).renderings],
    ),
    ...becomesCodes.flatMap((becomes) =>
      [1, 3].map((stories): Template => {
        const of = [{ ...anything, becomes }]
        return ['followDraft', followDraft({ ...followed, of, stories }).renderings]
      }),
    ),
  ],
  'src/sharing/words/withhold-messages.ts': [['lookAgainWords', lookAgainWords(day)]],
  'src/voice/actions/tell-people.ts': Object.values(messageWords).map(
    (words): Template => ['draftOf', draftOf(words, '/stories').renderings],
  ),
}

/** What those files export besides, which holds no words of a message. */
export const besides: readonly string[] = [
  'withholdAnswers',
  'leaveWords',
  'promiseWords',
  'changeWords',
  ...['followWords', 'followName', 'oftenChoices', 'willBeTold'],
  ...['tellService', 'tellAuthorOfReading', 'tellOfSaying', 'tellOfReturn', 'tellAll'],
]
