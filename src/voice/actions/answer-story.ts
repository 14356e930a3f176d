// A service answers a story; its author answers back, judges, takes it back, says if it happened.
import type { Id, PersonId, Result } from '../../basics/index.ts'
import { act, type Log } from '../../log/index.ts'
import { answer as answerPromise } from '../../promises/index.ts'
import * as decide from '../domain/converse.ts'
import { fastTrackFrom } from '../domain/dated-rules.ts'
import { type Answered, type Story, storyStream } from '../domain/story.ts'
import type { Decided } from '../domain/tell.ts'
import { promisesFor } from '../store/promised-rows.ts'
import type { StoryRef } from '../store/ways-back.ts'
import { latestAnswers } from '../store/work-lists.ts'

type Asked = { readonly ref: StoryRef; readonly key: string | null }

/** Refuses as `answerStory` of the domain. */
export async function answerStory(
  log: Log,
  { ref, key }: Asked,
  person: PersonId,
  answer: Answered,
): Promise<Result<null>> {
  const latest = await latestAnswers(log.db, answer.organisation, fastTrackFrom.value)
  const promised = (await promisesFor(log.db, ref.stream)).map(({ stream }) => stream)
  const context = {
    saying: log.chance.id(),
    goodRecord: decide.hasGoodRecord(latest),
    promised,
  }
  return act(log, {
    actor: { by: person, onBehalfOf: null },
    type: storyStream,
    ...ref,
    key,
    decide: decide.answerStory(person, answer, context),
  })
}

/** The author of a story acts on it, by name or by code: `person` is null without a name. */
const asAuthor = (
  log: Log,
  { ref, key }: Asked,
  person: PersonId | null,
  rule: (state: Story) => Decided,
): Promise<Result<null>> =>
  act(log, {
    actor: { by: person, onBehalfOf: null },
    type: storyStream,
    ...ref,
    key,
    decide: rule,
  })

export const reply = (log: Log, asked: Asked, person: PersonId | null, says: string) =>
  asAuthor(log, asked, person, decide.replyAsAuthor(says))

export const judge = (log: Log, asked: Asked, person: PersonId | null, helped: string) =>
  asAuthor(log, asked, person, decide.judgeAnswers(helped))

export const withdraw = (log: Log, asked: Asked, person: PersonId | null, why: string) =>
  asAuthor(log, asked, person, decide.withdrawStory(why))

export const reword = (log: Log, asked: Asked, person: PersonId | null, happened: string) =>
  asAuthor(log, asked, person, decide.rewordStory(happened))

/** The author says whether a promise happened: owed to whoever the story lies with. */
export const confirm = (
  log: Log,
  { ref, key }: Asked,
  promise: Id,
  said: { answer: 'yes' | 'no' | 'not yet'; says: string; claim?: string },
) =>
  answerPromise(
    log,
    { owner: ref.owner, stream: promise },
    { person: ref.owner, organisation: null },
    said,
    key,
  )
