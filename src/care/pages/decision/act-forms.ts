// What can be done in a decision: choose, record a talk, comment, think again, cancel, review.
import { addMonths, type Day, dayIn, type Instant, LONDON } from '../../../basics/index.ts'
import { labels, withWider } from '../../../record/index.ts'
import {
  choiceField,
  dayField,
  defineForm,
  type FormEntry,
  type FormValues,
  optional,
  textField,
  tickField,
  typedAt,
} from '../../../web/index.ts'
import type { Deed } from '../../actions/decision/keep-decisions.ts'
import * as decide from '../../domain/decision/decide.ts'
import type { Decision } from '../../domain/decision/decision.ts'
import { decisionWords } from '../../words/decision-words.ts'

export const deeds = [
  'choose',
  'talk',
  'comment',
  'mind',
  'cancel',
  'review',
  'form',
  'private',
] as const
export type DeedName = (typeof deeds)[number]

/** Who may do it: the person's side alone, a professional alone, or whoever may write. */
export const doneBy: Readonly<Record<DeedName, 'person' | 'professional' | 'anyone'>> = {
  choose: 'person',
  talk: 'professional',
  comment: 'anyone',
  mind: 'person',
  cancel: 'anyone',
  review: 'person',
  form: 'professional',
  private: 'person',
}

const say = decisionWords.in('en')
const longest = { longest: 4_000, tooLong: say.tooLong }
const some = optional(textField({ missing: '', ...longest }))
const needed = (missing: string) => textField({ missing, ...longest })

/** In how many months the person wants to look at it again, or never. */
export const reviewChoices = ['1', '3', '6', '12', 'never'] as const
export const methods = ['face', 'phone', 'video', 'writing'] as const
export const consentForms = ['1', '2', '3', '4', 'other'] as const
export const NONE = 'none-of-these'

const talkForm = defineForm({
  day: dayField({ name: say.talkForm.day, missing: say.talkForm.dayMissing }),
  method: choiceField(methods, say.talkForm.methodMissing),
  seenBy: needed(say.talkForm.seenByMissing),
  responsible: needed(say.talkForm.responsibleMissing),
  accompanied: some,
  interpreter: some,
  recording: some,
})
const commentForm = defineForm({ says: needed(say.commentForm.missing) })
const mindForm = defineForm({ says: some })
const cancelForm = defineForm({ says: needed(say.cancelForm.missing) })
const reviewForm = defineForm({
  again: choiceField(['yes', 'no', 'not-sure'], say.reviewForm.missing),
  says: some,
  count: optional(tickField('')),
})

const consentForm = defineForm({
  form: choiceField(consentForms, say.consentForm.missing),
  says: optional(textField({ missing: '', longest: 150, tooLong: say.consentForm.tooLong })),
  where: needed(say.consentForm.whereMissing),
})

type Reading =
  | { readonly ok: true; readonly deed: Deed }
  | { readonly ok: false; readonly entry: FormEntry }

/** Reads a form of a deed into the deed. */
export function readDeed(name: DeedName, form: FormValues, state: Decision, now: Instant): Reading {
  switch (name) {
    case 'choose':
      return readChoice(form, state, now)
    case 'talk': {
      const read = talkForm.parse(form)
      if (!read.ok) return read
      const { accompanied = '', interpreter = '', recording = '', method, ...talk } = read.values
      const named = { method: say.talkForm.methods[method], accompanied, interpreter, recording }
      return done((speaker) => decide.recordTalk(speaker, { ...talk, ...named }))
    }
    case 'comment': {
      const read = commentForm.parse(form)
      return read.ok ? done((speaker) => decide.comment(speaker, read.values.says)) : read
    }
    case 'mind': {
      const read = mindForm.parse(form)
      return read.ok ? done((speaker) => decide.changeMind(speaker, read.values.says ?? '')) : read
    }
    case 'cancel': {
      const read = cancelForm.parse(form)
      return read.ok ? done((speaker) => decide.cancel(speaker, read.values.says)) : read
    }
    case 'form': {
      const read = consentForm.parse(form)
      if (!read.ok) return read
      const { says = '', ...noted } = read.values
      return done((speaker) => decide.noteConsentForm(speaker, { ...noted, says }))
    }
    case 'private': {
      const chosen = labels.filter(({ code }) => typedAt(form, 'labels').includes(code))
      const codes = withWider(chosen.map(({ code }) => code))
      return done((speaker) => decide.label(speaker, codes))
    }
    case 'review': {
      const read = reviewForm.parse(form)
      if (!read.ok) return read
      const { again, says = '', count } = read.values
      return done((speaker) => decide.review(speaker, { again, says, mayCount: count === true }))
    }
  }
}

const done = (deed: Deed): Reading => ({ ok: true, deed })

function readChoice(form: FormValues, { parts }: Decision, now: Instant): Reading {
  const { missing, reviewMissing } = say.chooseForm
  const read = defineForm({
    option: choiceField([...parts.options.map(({ id }) => id), NONE], missing),
    says: some,
    reservations: some,
    reviewOn: choiceField(reviewChoices, reviewMissing),
  }).parse(form)
  if (!read.ok) return read
  const { option, says = '', reservations = '', reviewOn } = read.values
  const chosen = {
    option: option === NONE ? null : option,
    says,
    reservations,
    reviewOn: reviewOn === 'never' ? null : dayAfter(now, Number(reviewOn)),
  }
  return done((speaker) => decide.choose(speaker, chosen))
}

const dayAfter = (now: Instant, months: number): Day => addMonths(dayIn(LONDON, now), months)
