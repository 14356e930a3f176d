// The draft of a form that a person fills in: kept between questions, and on every device.
import { askedItems, type Form, type Item, readAnswers } from '../../../forms/index.ts'
import { draftStore } from '../../../identity/index.ts'
import type { Log } from '../../../log/index.ts'
import { type DraftKey, type FormValues, type PageRequest, typedAt } from '../../../web/index.ts'

/** The questions that were passed, by name: one that was left out is passed all the same. */
const PASSED = '~passed'

const keyOf = ({ draftOwner }: PageRequest, { code, version }: Form): DraftKey => ({
  owner: draftOwner,
  journey: `outcomes ${code} ${version}`,
})

const storeOf = (log: Log) => draftStore(log.db, log.clock)

export type FormDraft = {
  readonly typed: FormValues
  /** What the answers so far lead to, without words between and what is worked out. */
  readonly asked: readonly Item[]
  /** The first that was not passed yet; null where all were. */
  readonly next: Item | null
  readonly passed: number
}

export async function loadDraft(log: Log, request: PageRequest, form: Form): Promise<FormDraft> {
  const typed = (await storeOf(log).load(keyOf(request, form))) ?? {}
  return draftOf(form, typed)
}

function draftOf(form: Form, typed: FormValues): FormDraft {
  const asked = askedItems(form, readAnswers(form, typed)).filter(
    ({ kind }) => kind !== 'worked' && kind !== 'note',
  )
  const passed = typedAt(typed, PASSED)
  const left = asked.filter(({ id }) => !passed.includes(id))
  return { typed, asked, next: left[0] ?? null, passed: asked.length - left.length }
}

/** Keeps what was typed for one question, in place of what was there. */
export async function keepInDraft(
  log: Log,
  request: PageRequest,
  form: Form,
  item: Item,
): Promise<FormDraft> {
  const { typed } = await loadDraft(log, request, form)
  const names = [item.id, `${item.id}-day`, `${item.id}-month`, `${item.id}-year`]
  const others = Object.entries(typed).filter(([name]) => !names.includes(name))
  const own = Object.entries(request.form).filter(([name]) => names.includes(name))
  const passed = [...new Set([...typedAt(typed, PASSED), item.id])]
  const kept = Object.fromEntries([...others, ...own, [PASSED, passed]])
  await storeOf(log).save(keyOf(request, form), kept)
  return draftOf(form, kept)
}

export const dropDraft = (log: Log, request: PageRequest, form: Form): Promise<void> =>
  storeOf(log).drop(keyOf(request, form))
