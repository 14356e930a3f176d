// Bringing a form as a file, recording the licence to show it, and finding it again.
import { type Day, dayIn, type Id, LONDON, ok, type Result, refuse } from '../../basics/index.ts'
import { type Actor, act, type Log, load } from '../../log/index.ts'
import { idNamed, type Querier } from '../../plumbing/index.ts'
import type { Form } from '../domain/form.ts'
import { formOn, versionsOf } from '../domain/forms.ts'
import {
  type Bringing,
  bringForm,
  endLicence,
  type Licence,
  type LoadedForm,
  loadedFormStream,
  mayBeShown,
  readText,
  recordLicence,
  wordingOn,
} from '../domain/loaded-form.ts'
import { refusals } from '../domain/refusals.ts'

// All forms that came as files hang under one name, so that a code always gives the same id.
const FORMS = '00000000-0000-8000-8000-00000000f0a5' as Id

const placeOf = (code: string) => {
  const id = idNamed(FORMS, `form ${code}`)
  return { owner: id, stream: id, type: loadedFormStream } as const
}

type Reader = Pick<Log, 'kinds' | 'db'>

export const loadForm = async (log: Reader, code: string, db: Querier = log.db) =>
  (await load(log, db, loadedFormStream, placeOf(code))).state satisfies LoadedForm

/** Gives the code of the form. Refuses as the decision `bringForm`. */
export async function bring(
  log: Log,
  actor: Actor,
  bringing: Bringing,
  key: string | null,
): Promise<Result<string>> {
  const today = dayIn(LONDON, log.clock.now())
  const read = readText(bringing.questionnaire, today)
  if (!read.ok) return refuse(refusals.fileFaulty, {}, 'file')
  const { code } = read.form
  const done = await act(log, { ...placeOf(code), actor, key, decide: bringForm(bringing, today) })
  return done.ok ? ok(code) : done
}

/** Refuses as the decision `recordLicence`. */
export const license = (
  log: Log,
  actor: Actor,
  code: string,
  licence: Licence,
  key: string | null,
): Promise<Result<null>> =>
  act(log, { ...placeOf(code), actor, key, decide: recordLicence(licence) })

/** Refuses as the decision `endLicence`. */
export const unlicense = (
  log: Log,
  actor: Actor,
  code: string,
  why: string,
  key: string | null,
): Promise<Result<null>> => act(log, { ...placeOf(code), actor, key, decide: endLicence(why) })

/**
 * The form that can be asked on a day, wherever it came from.
 * Refuses `form-unknown`, `form-not-licensed`.
 */
export async function askableForm(log: Reader, code: string, day: Day): Promise<Result<Form>> {
  const built = formOn(code, day)
  if (built !== null) return ok(built)
  const loaded = await loadForm(log, code)
  const wording = wordingOn(loaded, day)
  if (wording === null) return refuse(refusals.formUnknown)
  return mayBeShown(loaded, wording, day) ? ok(wording.form) : refuse(refusals.notLicensed)
}

/**
 * One wording of a form, as answers name it, and whether its words may be shown on a day: answers
 * stay when a licence ends, and the words they answer do not. Null where there is none.
 */
export async function wordingOf(
  log: Reader,
  code: string,
  version: number,
  day: Day,
): Promise<{ readonly form: Form; readonly mayShow: boolean } | null> {
  const built = versionsOf(code).find((one) => one.version === version)
  if (built !== undefined) return { form: built, mayShow: true }
  const loaded = await loadForm(log, code)
  const wording = loaded.wordings.find(({ form }) => form.version === version)
  if (wording === undefined) return null
  return { form: wording.form, mayShow: mayBeShown(loaded, wording, day) }
}
