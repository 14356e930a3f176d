// How the standard writes each value of a plan in its JSON, there and back.
import { parseDay } from '../../../basics/index.ts'
import type { Heading, PartKind } from './headings.ts'
import { CODED, FREE, type StandardHeading } from './standard.ts'
import type { Value, Who } from './values.ts'

export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [name: string]: Json }
export type Group = { readonly [name: string]: Json }

export const groupIn = (json: Json | undefined): Group =>
  typeof json === 'object' && json !== null && !Array.isArray(json) ? (json as Group) : {}
export const groupAt = (json: Json | undefined, name: string): Group => groupIn(groupIn(json)[name])
/** A list, or the one thing that stands where a list may. */
export const listAt = (json: Json | undefined, name: string): readonly Json[] => {
  const found = groupIn(json)[name]
  if (found === undefined || found === null) return []
  return Array.isArray(found) ? found : [found as Json]
}

type Shape = {
  /** Null where it is written in a way that has no value here. */
  readonly read: (json: Json) => Value | null
  readonly write: (value: Value) => Json
}

const textIn = (json: Json | undefined): string | null =>
  typeof json === 'string' && json.trim() !== '' ? json : null

/** The words of a concept, else its code. */
const wordsOf = (json: Json): string | null =>
  textIn(json) ?? textIn(groupIn(json)[FREE]) ?? textIn(groupIn(json)[CODED])

/** What a group of names says, in a line. */
const lineOf =
  (...names: readonly string[]) =>
  (json: Json): string | null => {
    const said = names.flatMap((name) => textIn(groupIn(json)[name]) ?? [])
    return textIn(json) ?? textIn(said.join(', '))
  }

/** Each of a list in words; null where one of them has none. */
function each(json: Json, words: (one: Json) => string | null): readonly string[] | null {
  const all = (Array.isArray(json) ? json : [json]).map(words)
  return all.length > 0 && all.every((one) => one !== null) ? (all as string[]) : null
}

const concept: Shape = { read: wordsOf, write: (value) => ({ [FREE]: value as Json }) }
const listOf = (words: (one: Json) => string | null, write: (text: string) => Json): Shape => ({
  read: (json) => each(json, words),
  write: (value) => (value as readonly string[]).map(write),
})
/** A list in the standard, and one text of several lines here. */
const joined = (words: (one: Json) => string | null, write: (text: string) => Json): Shape => ({
  read: (json) => each(json, words)?.join('\n') ?? null,
  write: (value) => [write(String(value))],
})

const free = (text: string): Json => ({ [FREE]: text })
const line: Shape = { read: textIn, write: (value) => value as Json }

/** Only who does an action has a team in the standard; elsewhere the heading is our own. */
const TEAM = 'Team'
const OUR_TEAM = 'Coproduce: team'
const whoNames = { name: 'Name', role: 'Role', team: TEAM, contact: 'Contact details' } as const

const whoShape = (teamName: string): Shape => ({
  read: (json) => {
    const group = groupIn(Array.isArray(json) ? (json[0] as Json) : json)
    const at = (name: string) => textIn(group[name]) ?? ''
    const { name, role, contact } = whoNames
    const team = at(teamName)
    const read = { name: at(name), role: at(role), team, contact: at(contact) }
    return Object.values(read).some((text) => text !== '') ? read : null
  },
  write: (value) =>
    Object.fromEntries(
      Object.entries(whoNames).flatMap(([code, name]) => {
        const text = (value as Who)[code as keyof Who]
        return text === '' ? [] : [[name === TEAM ? teamName : name, text]]
      }),
    ),
})
const doer = whoShape(TEAM)
const who = whoShape(OUR_TEAM)
const several: Shape = { read: who.read, write: (value) => [who.write(value)] }

const shapes: Readonly<Record<string, Shape>> = {
  'strength.says': concept,
  'need.says': concept,
  'goal.says': concept,
  'outcome.says': concept,
  'advance-statement.says': concept,
  'action.says': joined(wordsOf, free),
  'action.who': doer,
  'stage-goal.says': concept,
  'stage-goal.outcome': concept,
  'terms.funding': concept,
  'terms.documents': listOf(textIn, (text) => text),
  'contingency.triggers': listOf(wordsOf, free),
  'contingency.signs': listOf(wordsOf, free),
  'contingency.name': concept,
  'contingency.what': joined(wordsOf, free),
  'contingency.contacts': listOf(lineOf('Name', 'Role', 'Contact details'), (text) => ({
    Name: text,
  })),
  'contingency.coping': joined(lineOf('Coping strategy'), (text) => ({ 'Coping strategy': text })),
  'contingency.anticipatory': joined(textIn, (text) => text),
  'contingency.agreedWith': {
    read: lineOf('Person full name', 'Role'),
    write: (value) => ({ 'Person full name': value as Json }),
  },
  'supporting-plan.name': concept,
  'professional-contact.organisation': concept,
}

/** A day, or the day of a moment. */
const day: Shape = {
  read: (json) => {
    const said = textIn(json)?.slice(0, 10) ?? ''
    return parseDay(said).ok ? said : null
  },
  write: (value) => value as Json,
}
const score: Shape = {
  read: (json) => (typeof json === 'string' && /^\d+$/.test(json) ? Number(json) : numberIn(json)),
  write: (value) => value as Json,
}
const numberIn = (json: Json) => (typeof json === 'number' ? json : null)
const yesNo: Shape = {
  read: (json) => (typeof json === 'boolean' ? json : null),
  write: (value) => value as Json,
}

/** One of our choices, however it is spelt: “In progress” is `in-progress`. */
const choiceOf = (choices: readonly string[], isGroup: boolean): Shape => ({
  read: (json) => {
    const said = wordsOf(json)?.trim().toLowerCase().replaceAll(/\s+/g, '-')
    return choices.find((one) => one === said) ?? null
  },
  write: (value) => (isGroup ? free(String(value)) : (value as Json)),
})

/** How a value of this heading is written and read. */
export function shapeOf(kind: PartKind, { code, kind: how, choices = [] }: Heading): Shape {
  const own = shapes[`${kind}.${code}`]
  if (own !== undefined) return own
  switch (how) {
    case 'choice':
      return choiceOf(choices, kind === 'action' && code === 'status')
    case 'who':
      return code === 'completing' ? several : who
    case 'day':
      return day
    case 'score':
      return score
    case 'yes-no':
      return yesNo
    case 'texts':
      return listOf(textIn, (text) => text)
    case 'line':
    case 'text':
      return line
  }
}

/**
 * What of a group lies under headings of the standard, as it came; the names of the others go to
 * `unread`. Undefined where nothing is left.
 */
export function withinStandard(
  json: Json | undefined,
  heading: StandardHeading,
  unread: string[],
): Json | undefined {
  if (json === undefined || json === null) return undefined
  if (!Array.isArray(json)) return oneWithin(json as Json, heading, unread)
  if (heading.most === 1) {
    unread.push(heading.name)
    return undefined
  }
  const list = json.flatMap((one) => oneWithin(one as Json, heading, unread) ?? [])
  return list.length === 0 ? undefined : list
}

function oneWithin(json: Json, heading: StandardHeading, unread: string[]): Json | undefined {
  if (typeof json !== 'object') return json
  if (json === null || Array.isArray(json)) return undefined
  const entries = Object.entries(json).flatMap(([written, found]) => {
    const name = written.trim()
    if (name === OUR_TEAM && typeof found === 'string') return [[name, found] as const]
    const inner = heading.inner.find((one) => one.name === name)
    if (inner === undefined) {
      unread.push(`${heading.name}: ${name}`)
      return []
    }
    const kept = withinStandard(found, inner, unread)
    return kept === undefined ? [] : [[name, kept] as const]
  })
  return entries.length === 0 ? undefined : Object.fromEntries(entries)
}
