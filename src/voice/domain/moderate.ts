// Moderation: two people read a story before anybody may; words are taken out, never put in.
import { type Day, type Id, type Instant, refuse } from '../../basics/index.ts'
import { refusals } from './refusals.ts'
import { severityOf, severityScale } from './severity.ts'
import type { Reading, Story, StoryWords } from './story.ts'
import { moderationReasons } from './story-kinds.ts'
import { type Decided, decided } from './tell.ts'

/** Who moderates, and for which organisations they hold a role today. */
export type Moderator = { readonly person: Id; readonly worksFor: readonly Id[] }

/** What stands where words were taken out. */
export const TAKEN_OUT = '[…]'

/** The first of two grades it, and proposes what of it is shown. */
export function readStory(moderator: Moderator, reading: Reading) {
  return (state: Story): Decided => {
    const refused = refuseReader(state, moderator)
    if (refused !== null) return refused
    if (state.standing !== 'to be read') return refuse(refusals.readAlready)
    const areas = severityScale.areas.map(({ code }) => code)
    const graded = reading.grades.every(({ area }) => areas.includes(area))
    if (!graded || reading.grades.length !== areas.length) return refuse(refusals.gradesMissing)
    const added = addedIn(state.words, reading.words)
    if (added !== null) return refuse(refusals.wordsAdded, {}, added)
    if (reading.words.happened.trim() === '') return refuse(refusals.nothingLeft, {}, 'happened')
    if (!reading.hides.every(isReason)) return refuse(refusals.reasonMissing, {}, 'hides')
    const cut = parts.some((part) => state.words?.[part] !== reading.words[part])
    if (cut && reading.hides.length === 0) return refuse(refusals.reasonMissing, {}, 'hides')
    return decided({ kind: 'story-read', body: reading })
  }
}

/** The second agrees to the grade, to the words, and to whatever in them could identify. */
export function agreeToReading(moderator: Moderator, reading: Id, answerBy: Day) {
  return (state: Story): Decided => {
    const refused = refuseSecond(state, moderator, reading)
    if (refused !== null || state.reading === null || state.told === null) {
      return refused ?? refuse(refusals.readAlready)
    }
    const { words, hides, grades } = state.reading
    const severity = severityOf(grades)
    return decided(
      state.told.mayBePublic
        ? { kind: 'story-published', body: { reading, words, hides, severity, answerBy } }
        : { kind: 'story-accepted', body: { reading, severity, answerBy } },
    )
  }
}

/** The second does not agree, and says why; it is read anew. */
export function returnReading(moderator: Moderator, reading: Id, says: string) {
  return (state: Story): Decided => {
    const refused = refuseSecond(state, moderator, reading)
    if (refused !== null) return refused
    if (says.trim() === '') return refuse(refusals.reasonMissing, {}, 'says')
    return decided({ kind: 'reading-returned', body: { reading, says } })
  }
}

/** Not published, with the reason, which the author is told. */
export function holdBack(moderator: Moderator, reason: string, says: string) {
  return (state: Story): Decided => {
    const refused = refuseReader(state, moderator)
    if (refused !== null) return refused
    const open = state.standing === 'to be read' || state.standing === 'read once'
    if (!open) return refuse(refusals.readAlready)
    if (!isReason(reason)) return refuse(refusals.reasonMissing, {}, 'reason')
    if (says.trim() === '') return refuse(refusals.reasonMissing, {}, 'says')
    return decided({ kind: 'story-held-back', body: { reason, says } })
  }
}

/** One moderator publishes an answer or a reply; never their own. */
export function publishSaying(
  moderator: Moderator,
  { saying, says, hides }: { saying: Id; says: string; hides: readonly string[] },
  today: Day,
) {
  return (state: Story, _now: Instant): Decided => {
    const refused = refuseSaying(state, moderator, saying)
    if (refused !== null) return refused
    const one = state.sayings.find(({ fact }) => fact === saying)
    if (!holdsNothingNew(one?.says ?? '', says)) return refuse(refusals.wordsAdded, {}, 'says')
    if (says.trim() === '') return refuse(refusals.nothingLeft, {}, 'says')
    const due = one?.answer?.promises?.due
    if (due !== undefined && due < today) return refuse(refusals.promiseDayPassed)
    if (says !== one?.says && !hides.some(isReason)) {
      return refuse(refusals.reasonMissing, {}, 'hides')
    }
    const body = { saying, says, hides: hides.filter(isReason), fast: false }
    return decided({ kind: 'saying-published', body })
  }
}

export function returnSaying(moderator: Moderator, saying: Id, reason: string, says: string) {
  return (state: Story): Decided => {
    const refused = refuseSaying(state, moderator, saying)
    if (refused !== null) return refused
    if (!isReason(reason)) return refuse(refusals.reasonMissing, {}, 'reason')
    if (says.trim() === '') return refuse(refusals.reasonMissing, {}, 'says')
    return decided({ kind: 'saying-returned', body: { saying, reason, says } })
  }
}

const parts = ['title', 'happened', 'good', 'better'] as const

const isReason = (code: string): boolean => moderationReasons.some((one) => one === code)

/** Refuses who has a stake in it: its author, and who works for a service it is about. */
function refuseReader(state: Story, { person, worksFor }: Moderator) {
  if (state.told === null || state.standing === 'withdrawn') return refuse(refusals.storyUnknown)
  if (state.told.by === person) return refuse(refusals.ownStory)
  const theirs = state.told.organisations.some((one) => worksFor.includes(one))
  return theirs ? refuse(refusals.ownService) : null
}

function refuseSecond(state: Story, moderator: Moderator, reading: Id) {
  const refused = refuseReader(state, moderator)
  if (refused !== null) return refused
  if (state.standing !== 'read once' || state.reading?.fact !== reading) {
    return refuse(refusals.readAlready)
  }
  return state.reading.by === moderator.person ? refuse(refusals.secondPerson) : null
}

function refuseSaying(state: Story, moderator: Moderator, saying: Id) {
  const refused = refuseReader(state, moderator)
  if (refused !== null) return refused
  const one = state.sayings.find(({ fact }) => fact === saying)
  if (one === undefined || one.standing !== 'waiting') return refuse(refusals.readAlready)
  return one.by === moderator.person ? refuse(refusals.ownStory) : null
}

/** The first part of the words in which something stands that its author did not write. */
function addedIn(told: StoryWords | null, shown: StoryWords): string | null {
  for (const part of parts) {
    if (!holdsNothingNew(told?.[part] ?? '', shown[part])) return part
  }
  return null
}

/** Whether what is shown can be had from what was told by taking words out, and by no other way. */
export function holdsNothingNew(told: string, shown: string): boolean {
  const left = told.split(/\s+/u).filter((word) => word !== '')
  let at = 0
  for (const word of shown.replaceAll(TAKEN_OUT, ' ').split(/\s+/u)) {
    if (word === '') continue
    const plain = bare(word)
    if (plain === '') continue
    while (at < left.length && bare(left[at] ?? '') !== plain) at += 1
    if (at === left.length) return false
    at += 1
  }
  return true
}

/** A word without the marks around it: a comma may go with the name that it stood by. */
const bare = (word: string): string => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
