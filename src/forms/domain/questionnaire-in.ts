// A FHIR Questionnaire read into a form: whole, or not at all with every reason why.
import type { Day } from '../../basics/index.ts'
import { type Json, listOf, member, textOf } from '../../fhir/index.ts'
import { conditionOf } from './enable-when.ts'
import type { Form, Item, Wording } from './form.ts'
import { faultsOf } from './form-faults.ts'
import { ownModes } from './own-modes.ts'
import { bodyOf, type Reading } from './questionnaire-item.ts'
import { extensionAt, extensions, wordingAt } from './questionnaire-words.ts'
import { isScoringName } from './scoring.ts'

export type Fault = { readonly at: string; readonly says: string }

export type QuestionnaireRead =
  | { readonly ok: true; readonly form: Form; readonly notes: readonly string[] }
  | { readonly ok: false; readonly faults: readonly Fault[] }

const MOST_ITEMS = 300
const DEEPEST = 6

/**
 * Reads a Questionnaire. What could change what is asked and is not understood here is a fault;
 * `today` is the first day of a form that does not say one.
 * @source FHIR R4 Questionnaire
 */
export function readQuestionnaire(resource: Json, today: Day): QuestionnaireRead {
  if (member(resource, 'resourceType') !== 'Questionnaire') {
    return { ok: false, faults: [{ at: 'the file', says: 'It is not a FHIR Questionnaire.' }] }
  }
  const faults: Fault[] = []
  const code = codeOf(resource)
  const title = wordingAt(resource, 'title')
  if (code === null) faults.push({ at: 'name', says: 'It has no name of letters and digits.' })
  if (title === null) faults.push({ at: 'title', says: 'It has no title.' })
  if (member(resource, 'modifierExtension') !== undefined) faults.push(modified('the file'))
  const items = itemsOf(resource, faults)
  const scoring = scoringOf(resource, items, faults)
  if (code === null || title === null || faults.length > 0) return { ok: false, faults }
  const form: Form = { ...formOf(resource, today), code, title, items, ...scoring }
  const wrong = faultsOf(form).map((says) => ({ at: 'the questions', says: `${says}.` }))
  if (wrong.length > 0) return { ok: false, faults: wrong }
  return { ok: true, form, notes: notesOf(resource) }
}

const modified = (at: string): Fault => ({
  at,
  says: 'It has a modifier extension, which could change what it means. Take it out.',
})

/** The name as a code: `SWEMWBS` and `my_form` become `swemwbs` and `my-form`. */
function codeOf(resource: Json): string | null {
  const url = textOf(member(resource, 'url'))
  const named = textOf(member(resource, 'name')) ?? url?.split(/[/:]/).at(-1) ?? ''
  const code = named
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  return /^[a-z][a-z0-9-]{1,60}$/.test(code) ? code : null
}

type About = Omit<Form, 'code' | 'title' | 'items' | 'scoring'>

function formOf(resource: Json, today: Day): About {
  const version = Number.parseInt(textOf(member(resource, 'version')) ?? '1', 10)
  const day = (name: string) => {
    const said = (textOf(member(resource, 'effectivePeriod', name)) ?? '').slice(0, 10)
    return /^\d{4}-\d{2}-\d{2}$/.test(said) ? (said as Day) : null
  }
  const url = textOf(member(resource, 'url'))
  const preface = extensionAt(resource, extensions.preface)
  return {
    version: Number.isInteger(version) && version > 0 ? version : 1,
    preface: wordingAt(preface, 'valueString') ?? { en: '' },
    modes: ownModes,
    from: day('start') ?? today,
    until: day('end'),
    licence: {
      name: textOf(member(resource, 'copyright')) ?? '',
      holder: textOf(member(resource, 'publisher')) ?? '',
    },
    source: url ?? 'A file',
    confirmed: null,
    ...(url === null ? {} : { url }),
  }
}

/** What is passed over, and does not change what is asked. */
function notesOf(resource: Json): readonly string[] {
  const status = textOf(member(resource, 'status'))
  return status === 'active' || status === null
    ? []
    : [`Its own status is “${status}”, not “active”.`]
}

type Placed = Reading & { readonly when: readonly Json[]; readonly depth: number }

/** All questions in order; groups give their words as a note and their conditions to each. */
function itemsOf(resource: Json, faults: Fault[]): readonly Item[] {
  const placed: Placed[] = []
  gather(listOf(member(resource, 'item')), [], 0, placed, faults)
  if (placed.length > MOST_ITEMS) {
    faults.push({ at: 'the file', says: `It has more than ${MOST_ITEMS} questions.` })
    return []
  }
  const ids = new Map<string, string>()
  for (const { linkId } of placed) {
    if (ids.has(linkId)) faults.push({ at: linkId, says: 'Two items have this linkId.' })
    ids.set(linkId, idOf(linkId, new Set(ids.values())))
  }
  return placed.flatMap((one) => {
    const body = bodyOf(one, ids, faults)
    const when = conditionOf(one.when, ids, (says) => faults.push({ at: one.linkId, says }))
    const id = ids.get(one.linkId) ?? one.linkId
    const says: Wording = wordingAt(one.item, 'text') ?? { en: '' }
    if (says.en === '') faults.push({ at: one.linkId, says: 'It has no text.' })
    if (member(one.item, 'modifierExtension') !== undefined) faults.push(modified(one.linkId))
    if (body === null) return []
    const required = member(one.item, 'required') === true
    const hint = one.hint === null ? {} : { hint: one.hint }
    const named = id === one.linkId ? {} : { linkId: one.linkId }
    return [{ id, says, required, ...hint, ...named, ...(when === null ? {} : { when }), ...body }]
  })
}

/** A name for an answer made of a linkId, which may be anything. */
function idOf(linkId: string, taken: ReadonlySet<string>): string {
  const plain = linkId
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  const named = /^[a-z]/.test(plain) ? plain : `q-${plain}`
  const short = named.slice(0, 36).replace(/-+$/, '')
  for (let count = 1; ; count += 1) {
    const id = count === 1 ? short : `${short}-${count}`
    if (!taken.has(id)) return id
  }
}

function gather(
  items: readonly Json[],
  when: readonly Json[],
  depth: number,
  placed: Placed[],
  faults: Fault[],
): void {
  for (const item of items) {
    const linkId = textOf(member(item, 'linkId'))
    if (linkId === null) {
      faults.push({ at: 'an item', says: 'It has no linkId.' })
      continue
    }
    if (depth > DEEPEST) {
      faults.push({ at: linkId, says: 'It lies too deep: groups in groups in groups.' })
      continue
    }
    const type = textOf(member(item, 'type')) ?? ''
    const own = member(item, 'enableWhen') === undefined ? when : [...when, item]
    const inside = listOf(member(item, 'item'))
    // Words under a question are its hint; anything else under it is asked after it.
    const isHint = (one: Json) => type !== 'group' && member(one, 'type') === 'display'
    const hint =
      inside
        .filter(isHint)
        .map((one) => wordingAt(one, 'text'))
        .find(Boolean) ?? null
    const shown = type !== 'group' || textOf(member(item, 'text')) !== null
    if (shown) placed.push({ item, linkId, type, when: own, depth, hint })
    gather(
      inside.filter((one) => !isHint(one)),
      own,
      depth + 1,
      placed,
      faults,
    )
  }
}

function scoringOf(resource: Json, items: readonly Item[], faults: Fault[]): Pick<Form, 'scoring'> {
  const named = extensionAt(resource, extensions.scoring)
  if (named === undefined) return {}
  const by = textOf(member(named, 'valueCode')) ?? ''
  if (!isScoringName(by)) {
    faults.push({ at: 'the scoring', says: `There is no scoring called “${by}” here.` })
    return {}
  }
  const counted = items.filter(({ kind, when }) => when === undefined && scores.includes(kind))
  return { scoring: { by, items: counted.map(({ id }) => id) } }
}

const scores: readonly Item['kind'][] = ['one', 'number']
