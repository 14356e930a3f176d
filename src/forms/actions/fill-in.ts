// A form is filled in: by the person, for them, or from paper; kept with the words that were asked.
import { canonicalText, type Id, type Result, refuse } from '../../basics/index.ts'
import { type Actor, act, type Log, load } from '../../log/index.ts'
import { sha256, type Tx } from '../../plumbing/index.ts'
import { answerForm, type FilledForm, type Filling, filledFormStream } from '../domain/answered.ts'
import { type Form, plainForm } from '../domain/form.ts'
import { refusals } from '../domain/refusals.ts'
import { wordingOf } from './bring-form.ts'

/** SHA-256 of the form word for word. */
export function digestOf(form: Form): string {
  const text = canonicalText(plainForm(form))
  if (!text.ok) throw new TypeError(text.refusal.says)
  return sha256(text.value)
}

export type FillIn = Filling & {
  readonly actor: Actor
  /** Whose answers these are: a person, or the filled form itself where nobody is named. */
  readonly owner: Id
  readonly stream: Id
  readonly form: string
  readonly version: number
  readonly key?: string | null
  also?(tx: Tx): Promise<void>
}

/** Refuses `form-unknown`, `form-not-licensed`, and as `answerForm`. */
export async function fillIn(log: Log, request: FillIn): Promise<Result<null>> {
  const wording = await wordingOf(log, request.form, request.version, request.on)
  if (wording === null) return refuse(refusals.formUnknown)
  if (!wording.mayShow) return refuse(refusals.notLicensed)
  const { form } = wording
  const { actor, owner, stream, key = null, also } = request
  return act(log, {
    actor,
    type: filledFormStream,
    owner,
    stream,
    key,
    decide: answerForm(form, digestOf(form), request),
    ...(also === undefined ? {} : { also }),
  })
}

export const loadFilled = async (log: Log, owner: Id, stream: Id): Promise<FilledForm> =>
  (await load(log, log.db, filledFormStream, { owner, stream })).state
