// Every message that the site itself sends: what must hold of all of them is tested over this.
//
// A new message joins by one line here, under the file that holds its words and the name it is
// exported by. `templates.test.ts` fails while one is missing.
import type { Day, Instant } from '../../src/basics/index.ts'
import type { Rendering } from '../../src/messages/index.ts'
import * as promises from '../../src/promises/actions/words.ts'
import * as corrections from '../../src/record/words/correction-messages.ts'
import { leaveMessageWords } from '../../src/record/words/leave-words.ts'
import { askWords } from '../../src/sharing/words/ask-message.ts'
import { emergencyWords } from '../../src/sharing/words/emergency-message.ts'
import * as proxies from '../../src/sharing/words/proxy-messages.ts'
import { draftOf } from '../../src/voice/actions/tell-people.ts'
import { messageWords } from '../../src/voice/words/message-words.ts'

const day = '2026-12-01' as Day
const endsAt = '2026-12-01T09:00:00Z' as Instant
const who = 'Mo Adeyemi'
const organisation = 'Oak Lane'
const asked = { who, role: 'nurse', organisation, purpose: 'your care' }

/** One message as it is filled in; a text that leads to several ways stands here several times. */
export type Template = readonly [name: string, renderings: readonly Rendering[]]

export const templates: Readonly<Record<string, readonly Template[]>> = {
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
  'src/sharing/words/emergency-message.ts': [
    ['emergencyWords', emergencyWords({ who, organisation, reason: 'Faint', endsAt })],
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
  'src/voice/actions/tell-people.ts': Object.values(messageWords).map(
    (words): Template => ['draftOf', draftOf(words, '/stories').renderings],
  ),
}

/** What those files export besides, which holds no words of a message. */
export const besides: readonly string[] = [
  'leaveWords',
  ...['tellService', 'tellAuthorOfReading', 'tellOfSaying', 'tellOfReturn', 'tellAll'],
]
