// How a promise stands, in words: never a bare state.
import { dayIn, type Id, type Instant, LONDON } from '../../basics/index.ts'
import { formatDueDay, formatWeekday, type Language } from '../../web/index.ts'
import { workingDaysLate } from '../domain/clock.ts'
import { asked, type PromiseRecord, type Standing, standingOf } from '../domain/promise.ts'

export type StandingWords = { readonly standing: Standing; readonly says: string }

/** `viewer` is who reads it: “Kept. You confirmed it” is said to whoever did. */
export function standingWords(
  promise: PromiseRecord,
  viewer: Id | null,
  now: Instant,
  language: Language,
): StandingWords {
  const standing = standingOf(promise, now)
  const welsh = language === 'cy'
  const own = asked(promise, viewer) && viewer !== null && promise.answers.has(viewer)
  switch (standing) {
    case 'kept':
      if (own)
        return { standing, says: welsh ? 'Wedi’i gadw. Chi gadarnhaodd' : 'Kept. You confirmed it' }
      return {
        standing,
        says: welsh
          ? 'Wedi’i gadw. Cadarnhaodd y rhai a ofynnodd'
          : 'Kept. Those who asked confirmed it',
      }
    case 'disputed':
      if (own) return { standing, says: welsh ? 'Chi ddywedodd na' : 'You said it did not happen' }
      return {
        standing,
        says: welsh ? 'Dywedodd y rhai a ofynnodd na' : 'Those who asked said it did not happen',
      }
    case 'overdue':
      return { standing, says: lateWords(promise, now, language) }
    case 'waiting':
      return { standing, says: waitingWords(promise, viewer, language) }
  }
}

function lateWords(promise: PromiseRecord, now: Instant, language: Language): string {
  if (promise.due === null) return ''
  const late = workingDaysLate(promise.due, dayIn(LONDON, now), 'england')
  const count = late.ok ? late.value : 0
  if (count === 0) {
    const day = formatDueDay(promise.due, language)
    return language === 'cy' ? `Roedd yn ddyledus ${day}` : `Was due ${day}`
  }
  if (language === 'cy') return `${count} diwrnod gwaith yn hwyr`
  return count === 1 ? '1 working day late' : `${count} working days late`
}

function waitingWords(promise: PromiseRecord, viewer: Id | null, language: Language): string {
  const welsh = language === 'cy'
  if (viewer !== null && promise.answers.has(viewer)) {
    return welsh ? 'Dywedoch: ddim eto' : 'You said: not yet'
  }
  if (promise.saidDone !== null && asked(promise, viewer)) {
    return welsh ? 'Aros i chi ddweud a ddigwyddodd' : 'Waiting for you to say if it happened'
  }
  if (promise.saidDone !== null) {
    return welsh ? 'Aros i’r rhai a ofynnodd' : 'Waiting for those who asked'
  }
  const day = promise.due === null ? '' : formatWeekday(promise.due, language)
  return welsh ? `Erbyn ${day}` : `Due ${day}`
}
