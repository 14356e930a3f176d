// Telling those whom a story concerns: its author, the service, and who follows it.
import { dayIn, type Id, LONDON } from '../../basics/index.ts'
import { rolesIn } from '../../identity/index.ts'
import { type Log, load } from '../../log/index.ts'
import { type Draft, tell } from '../../messages/index.ts'
import { idNamed } from '../../plumbing/index.ts'
import { type Story, storyStream } from '../domain/story.ts'
import { storyKindNamed } from '../domain/story-kinds.ts'
import type { StoryRef } from '../store/ways-back.ts'
import { messageWords } from '../words/message-words.ts'

type Happened = StoryRef & { readonly fact: Id }

const FROM = 'Coproduce'

/** Says one thing in plain words and in easy read. */
export const draftOf = (
  words: { subject: string; body: string; easy: string },
  leadsTo: string,
): Draft => ({
  from: FROM,
  renderings: [
    { form: 'plain', language: 'en', subject: words.subject, body: words.body },
    { form: 'easy-read', language: 'en', subject: words.subject, body: words.easy },
  ],
  leadsTo,
})

const storyAt = async (log: Log, ref: StoryRef): Promise<Story> =>
  (await load(log, log.db, storyStream, ref)).state

/** Everybody whose work it is to answer hears at once of a concern, and of what is published. */
export async function tellService(log: Log, at: Happened): Promise<void> {
  const story = await storyAt(log, at)
  if (story.told === null || story.standing === 'withdrawn') return
  const atOnce = storyKindNamed(story.told.about)?.toServiceAtOnce === true
  const settled = story.standing === 'published' || story.standing === 'accepted'
  if (!atOnce && !settled) return
  const today = dayIn(LONDON, log.clock.now())
  const words = atOnce && !settled ? messageWords.concern : messageWords.toAnswer
  for (const organisation of story.told.organisations) {
    const held = await rolesIn(log.db, organisation, today, answerers)
    const people = held.map(({ person }) => person)
    await tellAll(log, people, at.fact, draftOf(words, `/stories/${at.stream}`))
  }
}

const answerers = ['practice-manager', 'complaints-manager']

/** The author hears what became of the story: published, kept private, or held back and why. */
export async function tellAuthorOfReading(log: Log, at: Happened): Promise<void> {
  const story = await storyAt(log, at)
  const words =
    story.standing === 'published'
      ? messageWords.published
      : story.standing === 'accepted'
        ? messageWords.accepted
        : story.standing === 'held back'
          ? messageWords.heldBack
          : null
  if (words === null) return
  await tellAll(log, [at.owner], at.fact, draftOf(words, `/stories/${at.stream}`))
}

/** The author hears of an answer; whoever answered hears of the author's reply. */
export async function tellOfSaying(log: Log, at: Happened): Promise<void> {
  const story = await storyAt(log, at)
  const one = story.sayings.find(({ settledBy }) => settledBy === at.fact)
  if (one === undefined || one.standing !== 'published') return
  const leadsTo = `/stories/${at.stream}`
  if (one.from === 'service') {
    return tellAll(log, [at.owner], at.fact, draftOf(messageWords.answered, leadsTo))
  }
  const answered = story.sayings.filter(({ from }) => from === 'service').map(({ by }) => by)
  const people = answered.filter((by) => by !== null)
  await tellAll(log, people, at.fact, draftOf(messageWords.replied, leadsTo))
}

/** Whoever wrote it hears that it was not published, and why. */
export async function tellOfReturn(log: Log, at: Happened): Promise<void> {
  const story = await storyAt(log, at)
  const one = story.sayings.find(({ settledBy }) => settledBy === at.fact)
  if (one === undefined) return
  const writer = one.from === 'author' ? at.owner : one.by
  const draft = draftOf(messageWords.returned, `/stories/${at.stream}`)
  if (writer !== null) await tellAll(log, [writer], at.fact, draft)
}

/** Throws where somebody could not be told, so that the job stays on the list of what failed. */
export async function tellAll(
  log: Log,
  people: readonly Id[],
  fact: Id,
  draft: Draft,
): Promise<void> {
  const refused: string[] = []
  for (const person of new Set(people)) {
    const told = await tell(log, person, idNamed(fact, person), draft)
    if (!told.ok) refused.push(told.refusal.code)
  }
  if (refused.length > 0) throw new Error(refused.join(' '))
}
