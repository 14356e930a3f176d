// What follows when an answer can be read: a promise is made, or said to be done; people are told.
import { dayIn, type Id, LONDON, ok, type Result } from '../../basics/index.ts'
import { type Log, load } from '../../log/index.ts'
import { idNamed } from '../../plumbing/index.ts'
import { loadPromises, promise, saySaidDone } from '../../promises/index.ts'
import { type Saying, storyStream } from '../domain/story.ts'
import { aboutStory } from '../store/promised-rows.ts'
import type { StoryRef } from '../store/ways-back.ts'

/** Where a promise that a service makes in an answer will lie. */
export const promiseOf = (ref: StoryRef, saying: Id) => ({
  owner: ref.owner,
  stream: idNamed(saying, 'promise'),
})

const saidByService = {
  says: 'The service gave this day in its answer',
  source: null,
  confirmed: null,
} as const

/**
 * Carries on from a published answer. A promise is owed to the author of the story, who alone
 * says whether it happened. Doing it twice changes nothing.
 */
export async function followSaying(log: Log, ref: StoryRef, saying: Id): Promise<void> {
  const { state } = await load(log, log.db, storyStream, ref)
  const one = state.sayings.find(({ fact }) => fact === saying)
  const answer = one?.answer
  if (one === undefined || one.standing !== 'published' || !answer) return
  if (answer.change === 'planned') done(await makePromise(log, ref, one))
  if (answer.change !== 'made') return
  const kept = answer.keeps ?? null
  if (kept === null) done(await makePromise(log, ref, one))
  const at = kept === null ? promiseOf(ref, saying) : { owner: ref.owner, stream: kept }
  const speaker = { person: one.by, organisation: answer.organisation }
  const said = await saySaidDone(log, at, speaker, one.shown ?? one.says, `done ${saying}`)
  if (!said.ok && said.refusal.code !== 'promise-already-kept') done(said)
}

/** A change that was made without a promise before it is a promise too: due that very day. */
async function makePromise(log: Log, ref: StoryRef, saying: Saying): Promise<Result<null>> {
  const { answer, by, fact } = saying
  if (answer === null) return ok(null)
  const at = promiseOf(ref, fact)
  const [there] = await loadPromises(log, [at])
  if (there?.promise.made != null) return ok(null)
  const { organisation, promises, shownAs } = answer
  const made = await promise(
    log,
    { person: by, organisation },
    {
      says: promises?.says ?? saying.shown ?? saying.says,
      promiser: { organisation, person: by, shownAs: promises?.shownAs ?? shownAs },
      to: [ref.owner],
      due: promises?.due ?? dayIn(LONDON, log.clock.now()),
      source: saidByService,
      about: aboutStory(ref.stream),
      escalateTo: null,
    },
    `promise ${fact}`,
    at.stream,
  )
  return made.ok ? ok(null) : made
}

function done(result: Result<unknown>): void {
  if (!result.ok)
    throw new Error(`A published answer could not be followed: ${result.refusal.code}`)
}

/** As a job: carries on from the publication that a fact is. */
export async function followPublished(log: Log, at: StoryRef & { readonly fact: Id }) {
  const { state } = await load(log, log.db, storyStream, at)
  const one = state.sayings.find(({ settledBy }) => settledBy === at.fact)
  if (one !== undefined) await followSaying(log, at, one.fact)
}
