// A part as it came from elsewhere: kept whole beside its values, for as long as it says the same.
import { canonicalText } from '../../../basics/index.ts'
import { type Heading, type PartKind, parts } from './headings.ts'
import { type Group, groupIn, type Json, shapeOf } from './prsb-values.ts'
import { CODED, FREE } from './standard.ts'
import {
  AS_IT_CAME,
  fits,
  LONGEST_AS_IT_CAME,
  sameValue,
  type Value,
  type Values,
} from './values.ts'

/** These hold a code and words themselves, with no heading between. */
const plain: readonly PartKind[] = ['strength', 'need', 'goal', 'outcome']
/** Our own names, so that nobody takes them for the standard’s. */
const own: Readonly<Record<string, string>> = {
  considered: 'Coproduce: where help was looked for',
  layer: 'Coproduce: where the help comes from',
}

const isPlain = (kind: PartKind, { code }: Heading) => plain.includes(kind) && code === 'says'
export const nameIn = (kind: PartKind, heading: Heading): string =>
  isPlain(kind, heading) ? FREE : (heading.prsb ?? own[heading.code] ?? heading.code)
export const isOwnName = (name: string): boolean => Object.values(own).includes(name)

const headingNamed = (kind: PartKind, name: string): Heading | undefined =>
  parts[kind].fields.find((one) => nameIn(kind, one) === name)

/** What stands under a heading in a group; a code and its words count as one. */
const saidIn = (kind: PartKind, heading: Heading, group: Group): Json | undefined => {
  if (!isPlain(kind, heading)) return group[nameIn(kind, heading)]
  const said = Object.fromEntries(
    [CODED, FREE].flatMap((name) => (name in group ? [[name, group[name] as Json]] : [])),
  )
  return Object.keys(said).length === 0 ? undefined : said
}
const putIn = (kind: PartKind, heading: Heading, json: Json): Group =>
  isPlain(kind, heading) ? groupIn(json) : { [nameIn(kind, heading)]: json }

const readIn = (kind: PartKind, heading: Heading, group: Group): Value | null => {
  const said = saidIn(kind, heading, group)
  const value = said === undefined ? null : shapeOf(kind, heading).read(said)
  return value !== null && fits(heading, value) ? value : null
}

/** The values in a group; what is written in another way has none here. */
export function valuesIn(kind: PartKind, group: Group): Values {
  const values: Record<string, Value> = {}
  for (const heading of parts[kind].fields) {
    const value = readIn(kind, heading, group)
    if (value !== null) values[heading.code] = value
  }
  return values
}

/** A part as it came; empty where it was written here. */
export function cameOf(values: Values): Group {
  const text = values[AS_IT_CAME]
  return typeof text === 'string' ? groupIn(JSON.parse(text) as Json) : {}
}

/** What came, without each heading whose words were changed here since: its code went with them. */
function stillSo(kind: PartKind, values: Values): Group {
  const came = cameOf(values)
  const changed = parts[kind].fields.filter(
    (one) => !sameValue(values[one.code], readIn(kind, one, came)),
  )
  const gone = changed.flatMap((one) => (isPlain(kind, one) ? [CODED, FREE] : [nameIn(kind, one)]))
  return Object.fromEntries(Object.entries(came).filter(([name]) => !gone.includes(name)))
}

/**
 * The headings of a part with their values: as they came where they still say the same, so that
 * codes, dates and names for which there is no place here go out again, and else as written here.
 */
export function groupOf(kind: PartKind, values: Values): Group {
  const so = stillSo(kind, values)
  const written = parts[kind].fields.flatMap((heading) => {
    const value = values[heading.code]
    if (value === undefined || saidIn(kind, heading, so) !== undefined) return []
    return Object.entries(putIn(kind, heading, shapeOf(kind, heading).write(value)))
  })
  return { ...so, ...Object.fromEntries(written) }
}

/** The values of a group, and the group itself where they do not say all of it. */
export function valuesKeeping(kind: PartKind, group: Group, unread: string[]): Values {
  const values = valuesIn(kind, group)
  const came = Object.fromEntries(Object.entries(group).filter(([name]) => !isOwnName(name)))
  const own = Object.fromEntries(Object.entries(group).filter(([name]) => isOwnName(name)))
  const text = textOf(came)
  if (textOf(groupOf(kind, values)) === textOf({ ...came, ...own })) return values
  if (text.length <= LONGEST_AS_IT_CAME) return { ...values, [AS_IT_CAME]: text }
  const said = parts[kind].fields.map((heading) => nameIn(kind, heading))
  const more = Object.keys(came).filter((name) => !said.includes(name))
  unread.push(...more.map((name) => `${parts[kind].prsb}: ${name}`))
  return values
}

export function textOf(group: Group): string {
  const done = canonicalText(group)
  return done.ok ? done.value : JSON.stringify(group)
}

export type AlsoSaid = { readonly heading: string; readonly says: string }

/** What came with a part and is not among its values, a line each, so that nothing is hidden. */
export function alsoSaid(kind: PartKind, values: Values): readonly AlsoSaid[] {
  const so = stillSo(kind, values)
  if (Object.keys(so).length === 0) return []
  return Object.entries(so).flatMap(([name, json]) => {
    const heading = headingNamed(kind, name)
    const value = heading === undefined ? undefined : values[heading.code]
    const shown = value === undefined ? [] : textsIn(value as Json)
    if (heading !== undefined && value !== undefined && typeof json !== 'object') return []
    return leavesOf([name], json).filter(({ says }) => !shown.some((one) => holds(one, says)))
  })
}

/** Whether a text is said in another, or the same however it is spelt. */
const holds = (text: string, said: string) => text.includes(said) || plainly(text) === plainly(said)
const plainly = (text: string) =>
  text
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, ' ')

const textsIn = (json: Json): readonly string[] =>
  typeof json === 'object' && json !== null
    ? Object.values(json).flatMap((one) => textsIn(one as Json))
    : [String(json)]

function leavesOf(path: readonly string[], json: Json): readonly AlsoSaid[] {
  if (json === null) return []
  if (typeof json !== 'object') {
    // Words need no heading that says that they are words.
    const named = path.length > 1 ? path.filter((one) => one !== FREE) : path
    return [{ heading: named.join(': '), says: String(json) }]
  }
  if (Array.isArray(json)) return json.flatMap((one) => leavesOf(path, one as Json))
  return Object.entries(json).flatMap(([name, one]) => leavesOf([...path, name], one as Json))
}
