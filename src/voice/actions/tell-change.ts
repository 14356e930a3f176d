// What is done with “You said, we did, you checked”: told, read, published, noticed, checked.
import { dayIn, type Id, isId, LONDON, ok, type Result, refuse } from '../../basics/index.ts'
import { worksIn } from '../../identity/index.ts'
import { type Act, type Actor, act, type Log, load } from '../../log/index.ts'
import { deliveryOf } from '../../messages/index.ts'
import { idNamed } from '../../plumbing/index.ts'
import * as decide from '../domain/change/change.ts'
import type { ChangeKind } from '../domain/change/facts.ts'
import { refusals } from '../domain/change/refusals.ts'
import type { Moderator } from '../domain/moderate.ts'
import type { Story } from '../domain/story.ts'
import { linkableStories } from '../store/changes.ts'
import { findStory } from '../store/ways-back.ts'
import { noticeDraft } from '../words/change-words.ts'
import type { AtWork } from './report.ts'
import { loadStory } from './see-story.ts'
import { tellAll } from './tell-people.ts'

export const loadChange = async (log: Log, change: Id): Promise<decide.Change> =>
  (await load(log, log.db, decide.changeStream, { owner: change, stream: change })).state

const doTo = (
  log: Log,
  by: Id | null,
  change: Id,
  key: string | null,
  rule: Act<decide.Change, ChangeKind, null>['decide'],
): Promise<Result<null>> => {
  const actor: Actor = { by, onBehalfOf: null }
  return act(log, {
    actor,
    type: decide.changeStream,
    owner: change,
    stream: change,
    key,
    decide: rule,
  })
}

export type NewChange = Pick<decide.Told, 'shownAs' | 'youSaid' | 'weDid' | 'stories'>

const MOST = 1_000

/** Refuses as `tellChange`. */
export async function tellChange(
  log: Log,
  { person, organisation }: AtWork,
  telling: NewChange,
  key: string | null,
): Promise<Result<Id>> {
  const linked = await linkableStories(log.db, organisation, MOST)
  const change = key === null ? log.chance.id() : idNamed(person, `change ${key}`)
  const rule = decide.tellChange({ ...telling, organisation }, linked)
  const done = await doTo(log, person, change, key, rule)
  return done.ok ? ok(change) : done
}

async function moderatorOf(log: Log, person: Id, change: Id): Promise<Moderator> {
  const { told } = await loadChange(log, change)
  const today = dayIn(LONDON, log.clock.now())
  const worksFor =
    told === null ? [] : await worksIn(log.db, person as never, [told.organisation], today)
  return { person, worksFor }
}

/** Refuses as `publishChange` of the domain; those whose stories led to it hear as a job. */
export const publishChange = async (log: Log, person: Id, change: Id, key: string | null) =>
  doTo(log, person, change, key, decide.publishChange(await moderatorOf(log, person, change)))

/** Refuses as `returnChange` of the domain. */
export const returnChange = async (
  log: Log,
  person: Id,
  change: Id,
  says: string,
  key: string | null,
) =>
  doTo(log, person, change, key, decide.returnChange(await moderatorOf(log, person, change), says))

/** The author of a linked story says whether it happened; whoever calls knows that they are it. */
export const checkChange = (
  log: Log,
  by: Id | null,
  change: Id,
  story: Id,
  answer: decide.Checked,
) => doTo(log, by, change, null, decide.checkChange(story, answer))

/** Notes that an author who came with a code was shown it. */
export const noteSeen = (log: Log, change: Id, story: Id) =>
  doTo(log, null, change, null, decide.seeChange(story))

/** Whoever contributed: told here if they are known, else they find it at their way back. */
type Contributor = { readonly story: Id; readonly person: Id | null }

const contributorOf = (story: Id, owner: Id, { told }: Story): Contributor => {
  if (owner !== story) return { story, person: owner }
  return { story, person: told?.way === 'on-behalf' ? (told.by ?? null) : null }
}

/** Everybody whose story is linked and was not withdrawn since. */
export async function contributorsOf(log: Log, { told }: decide.Change): Promise<Contributor[]> {
  const found: Contributor[] = []
  for (const story of told?.stories ?? []) {
    const ref = await findStory(log.db, story)
    if (ref === null) continue
    const state = await loadStory(log, ref)
    if (state.standing !== 'withdrawn') found.push(contributorOf(story, ref.owner, state))
  }
  return found
}

/** Follows the publishing as a job: each contributor is told once, in their language and form. */
export async function tellContributors(
  log: Log,
  at: { readonly stream: Id; readonly fact: Id },
): Promise<void> {
  const contributors = await contributorsOf(log, await loadChange(log, at.stream))
  const people = contributors.map(({ person }) => person).filter((person) => person !== null)
  await tellAll(log, people, at.fact, noticeDraft(`/changes/${at.stream}`))
}

/** How the notices of a change stand; every contributor is in exactly one of them. */
export type Notices = {
  readonly contributors: number
  readonly delivered: number
  readonly bounced: number
  /** Those who come with a code: who saw it there, and whom it waits for. */
  readonly seen: number
  readonly wayBack: number
  readonly none: number
}

export async function noticesOf(log: Log, change: decide.Change): Promise<Notices> {
  const counts = { delivered: 0, bounced: 0, seen: 0, wayBack: 0, none: 0 }
  const contributors = await contributorsOf(log, change)
  for (const { story, person } of contributors) {
    counts[await noticeOf(log, change, story, person)] += 1
  }
  return { contributors: contributors.length, ...counts }
}

async function noticeOf(
  log: Log,
  { publishedBy, seen }: decide.Change,
  story: Id,
  person: Id | null,
): Promise<Exclude<keyof Notices, 'contributors'>> {
  if (publishedBy === null) return 'none'
  if (person === null) return seen.has(story) ? 'seen' : 'wayBack'
  return deliveryOf(log, person, idNamed(publishedBy, person))
}

/** What anybody may read, and its own service before that; refuses `change-unknown`. */
export async function changeAt(
  log: Log,
  change: string,
  organisation: Id | null,
): Promise<Result<decide.Change>> {
  const found = isId(change) ? await loadChange(log, change) : null
  const theirs = found?.told?.organisation === organisation
  const open = found?.standing === 'published' || (organisation !== null && theirs)
  return found?.told != null && open ? ok(found) : refuse(refusals.unknown)
}
