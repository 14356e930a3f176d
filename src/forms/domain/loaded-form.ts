// A form that came as a file: its wordings, its licences, and whether its words may be shown.
import { type Day, dayIn, LONDON, ok, type Result, refuse, tidyText } from '../../basics/index.ts'
import type { Json } from '../../fhir/index.ts'
import type { Decision, FactOf, StreamType } from '../../log/index.ts'
import { type Form, isInUse } from './form.ts'
import { forms } from './forms.ts'
import { instrumentNamed } from './instruments.ts'
import { type LoadedFormKind, loadedFormKinds } from './loaded-facts.ts'
import { type QuestionnaireRead, readQuestionnaire } from './questionnaire-in.ts'
import { refusals } from './refusals.ts'

type BodyOf<K extends LoadedFormKind['kind']> = Extract<FactOf<LoadedFormKind>, { kind: K }>['body']

export type Terms = BodyOf<'form-brought'>['terms']
export type Licence = BodyOf<'form-licence-recorded'>

export type Wordings = {
  readonly form: Form
  readonly terms: Terms
}

export type LoadedForm = {
  /** Oldest first. */
  readonly wordings: readonly Wordings[]
  /** Oldest first; `endedOn` is the day from which one held no more, before its last day. */
  readonly licences: readonly (Licence & { readonly endedOn: Day | null })[]
}

export const loadedFormStream: StreamType<LoadedForm, LoadedFormKind> = {
  name: 'loaded-form',
  says: 'One form that came as a file, with the licences to show it',
  kinds: loadedFormKinds,
  start: { wordings: [], licences: [] },
  fold(state, fact) {
    const today = dayIn(LONDON, fact.at)
    switch (fact.kind) {
      case 'form-brought': {
        const { questionnaire, terms, says } = fact.body
        const read = readText(questionnaire, today)
        if (!read.ok) return state
        const { name, holder } = read.form.licence
        const licence = { name: name === '' ? says : name, holder }
        const wording = { form: { ...read.form, licence }, terms }
        return { ...state, wordings: [...state.wordings, wording] }
      }
      case 'form-licence-recorded':
        return { ...state, licences: [...state.licences, { ...fact.body, endedOn: null }] }
      case 'form-licence-ended':
        return {
          ...state,
          licences: state.licences.map((one) => ({ ...one, endedOn: one.endedOn ?? today })),
        }
    }
  },
}

/** At most so many bytes: more than the longest questionnaire that people are asked. */
export const LONGEST_FILE = 100_000

/** Reads a file as `readQuestionnaire`, where it is JSON at all. */
export function readText(text: string, today: Day): QuestionnaireRead {
  if (text.length > LONGEST_FILE) {
    return { ok: false, faults: [{ at: 'the file', says: 'It is larger than 100 kilobytes.' }] }
  }
  try {
    return readQuestionnaire(JSON.parse(text) as Json, today)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return { ok: false, faults: [{ at: 'the file', says: 'It is not JSON.' }] }
  }
}

/** Whether the words of a form may be shown on a day. */
export function mayBeShown({ licences }: LoadedForm, { terms }: Wordings, day: Day): boolean {
  if (terms !== 'licensed') return true
  return licences.some(
    ({ from, until, endedOn }) =>
      from <= day && (until === null || day <= until) && (endedOn === null || day < endedOn),
  )
}

/** The wording that is asked on a day, the newest where several are; null where none is. */
export const wordingOn = ({ wordings }: LoadedForm, day: Day): Wordings | null =>
  wordings.findLast(({ form }) => isInUse(form, day)) ?? null

export type Bringing = {
  readonly questionnaire: string
  readonly terms: Terms
  readonly says: string
}

/** Names of pages beside those of forms. */
const takenNames: readonly string[] = ['bring']

type Decided = (state: LoadedForm) => Result<Decision<LoadedFormKind, null>>

/**
 * Takes a form in; the same file again does nothing.
 * Refuses `form-file-faulty`, `form-name-taken`, `form-needs-licence`, `form-version-there`,
 * `form-terms-missing`.
 */
export const bringForm =
  ({ questionnaire, terms, says: said }: Bringing, today: Day): Decided =>
  ({ wordings }) => {
    const read = readText(questionnaire, today)
    if (!read.ok) return refuse(refusals.fileFaulty, {}, 'file')
    const { form } = read
    const { code, version } = form
    if (takenNames.includes(code) || forms.some((one) => one.code === code)) {
      return refuse(refusals.nameTaken, { code }, 'file')
    }
    const instrument = instrumentOf(form)
    if (instrument !== null && terms !== 'licensed') {
      return refuse(refusals.needsLicence, { name: instrument.name }, 'terms')
    }
    const says = tidyText(said)
    if (says === '') return refuse(refusals.termsMissing, {}, 'says')
    const newest = Math.max(0, ...wordings.map((one) => one.form.version))
    if (version <= newest) return refuse(refusals.versionThere, { version, newest }, 'file')
    const body = { questionnaire, code, version, terms, says }
    return ok({ facts: [{ kind: 'form-brought', body }], answer: null })
  }

/** The instrument that a form is, as far as its name, title and address give it away. */
export const instrumentOf = ({ code, title, url = '', scoring, licence }: Form) =>
  instrumentNamed([code, title.en, url, licence.name, scoring?.by ?? ''])

/** Records a licence. Refuses `form-unknown`, `form-licence-days`, `form-licence-empty`. */
export const recordLicence =
  (licence: Licence): Decided =>
  ({ wordings }) => {
    if (wordings.length === 0) return refuse(refusals.formUnknown)
    const { from, until } = licence
    if (until !== null && until < from) return refuse(refusals.licenceDays, {}, 'until')
    const [holder, reference, proof] = [licence.holder, licence.reference, licence.proof].map(
      tidyText,
    )
    if (!holder || !reference || !proof) return refuse(refusals.licenceEmpty, {}, 'proof')
    const body = { holder, reference, proof, from, until }
    return ok({ facts: [{ kind: 'form-licence-recorded', body }], answer: null })
  }

/** Ends every licence of a form at once. Refuses `form-unknown`, `form-licence-why`. */
export const endLicence =
  (said: string): Decided =>
  ({ licences }) => {
    if (licences.every(({ endedOn }) => endedOn !== null)) return refuse(refusals.formUnknown)
    const why = tidyText(said)
    if (why === '') return refuse(refusals.licenceWhy, {}, 'why')
    return ok({ facts: [{ kind: 'form-licence-ended', body: { why } }], answer: null })
  }
