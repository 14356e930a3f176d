// A story as somebody may see it: its author, those who read and answer it, or anybody.
import {
  addMilliseconds,
  dayIn,
  type Id,
  isId,
  LONDON,
  ok,
  type PersonId,
} from '../../basics/index.ts'
import { act, type Log, load } from '../../log/index.ts'
import type { Visitor } from '../../web/index.ts'
import { openedByCodeFor } from '../domain/dated-rules.ts'
import { isPublic, type Story, storyStream } from '../domain/story.ts'
import { storyKindNamed } from '../domain/story-kinds.ts'
import { findStory, isOpenHere, type StoryRef } from '../store/ways-back.ts'

/** Who looks: the visitor, and the browser they look with. */
export type Looker = { readonly visitor: Visitor; readonly browser: string }

export type SeenStory = {
  readonly ref: StoryRef
  readonly story: Story
  readonly isAuthor: boolean
  readonly isModerator: boolean
  /** The organisation for which they may answer, where it is one that the story was told to. */
  readonly answersFor: Id | null
}

export const loadStory = async (log: Log, ref: StoryRef): Promise<Story> =>
  (await load(log, log.db, storyStream, ref)).state

/** Null where it is not there, or not for this visitor: they read the same. */
export async function seeStory(
  log: Log,
  looker: Looker,
  stream: string,
): Promise<SeenStory | null> {
  const ref = isId(stream) ? await findStory(log.db, stream) : null
  if (ref === null) return null
  const story = await loadStory(log, ref)
  if (story.told === null) return null
  const seen = {
    ref,
    story,
    isAuthor: await isAuthor(log, looker, ref, story),
    isModerator: isModerator(looker.visitor),
    answersFor: answersFor(looker.visitor, story),
  }
  const forAny = seen.isAuthor || isPublic(story) || (seen.isModerator && readable(story))
  return forAny || (seen.answersFor !== null && serviceMayRead(story)) ? seen : null
}

async function isAuthor(
  log: Log,
  { visitor, browser }: Looker,
  { owner, stream }: StoryRef,
  story: Story,
): Promise<boolean> {
  if (visitor.kind === 'person') {
    // Somebody at work is never the author: what a colleague opened on a tablet stays theirs.
    if (visitor.acting !== null) return false
    if (owner === visitor.person) return true
    if (story.told?.by === visitor.person && story.told.way === 'on-behalf') return true
  }
  const since = addMilliseconds(log.clock.now(), -openedByCodeFor.value * 60_000)
  return isOpenHere(log.db, stream, browser, since)
}

const isModerator = (visitor: Visitor): boolean =>
  visitor.kind === 'person' && visitor.roles.includes('moderator')

const answersFor = (visitor: Visitor, story: Story): Id | null => {
  const organisation = visitor.kind === 'person' ? visitor.acting?.organisationId : null
  const told = story.told?.organisations ?? []
  return organisation != null && told.includes(organisation) ? organisation : null
}

/** A moderator reads what is told until its author takes it back. */
const readable = (story: Story): boolean => story.standing !== 'withdrawn'

/** What a service reads before anybody else: concerns, and what is private to it. */
export function serviceMayRead(story: Story): boolean {
  if (story.told === null || story.standing === 'withdrawn') return false
  if (isPublic(story) || story.standing === 'accepted') return true
  return storyKindNamed(story.told.about)?.toServiceAtOnce === true
}

/**
 * Notes that a moderator or the service opened what is not public, once a day each; the author
 * sees it in their timeline.
 */
export async function noteOpened(
  log: Log,
  ref: StoryRef,
  by: PersonId,
  as: 'moderator' | 'service',
  organisation: Id | null,
): Promise<void> {
  await act(log, {
    actor: { by, onBehalfOf: null },
    type: storyStream,
    ...ref,
    decide: (state, now) => {
      const today = dayIn(LONDON, now)
      const before = state.opened.some(
        (one) => one.by === by && one.as === as && dayIn(LONDON, one.at) === today,
      )
      const fact = { kind: 'story-opened', body: { as, organisation } } as const
      return ok({ facts: before ? [] : [fact], answer: null })
    },
  })
}
