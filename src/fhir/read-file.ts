// A FHIR file read: a bundle of any kind, a resource a line, or one resource by itself.
import { ok, type Refusal, type Result, refuse } from '../basics/index.ts'
import { faultOf, isResource } from './faults.ts'
import { compactText, cut, elementsOf, membersOf, type Span, wholeSpan } from './json-spans.ts'
import { type JsonFault, jsonFaults } from './json-text.ts'
import { type FileRead, type Received, readTogether, type Unread } from './read-together.ts'
import { refusals } from './refusals.ts'
import { type Json, textOf } from './resource.ts'

/** The text of a file's bytes. Refuses `file-not-utf-8`. */
export function decodeUtf8(bytes: Uint8Array): Result<string> {
  try {
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (error) {
    if (error instanceof TypeError) return refuse(refusals.notUtf8)
    throw error
  }
}

/** Reads all of a file: what can be kept, and what cannot with the reason, entry by entry. */
export function readFhirText(text: string, lines: boolean): FileRead {
  const found: Received[] = []
  const unread: Unread[] = []
  if (lines) {
    for (const { entry, line } of linesOf(text)) readWhole(line, entry, found, unread)
  } else readWhole(text, null, found, unread)
  return readTogether(found, unread)
}

function linesOf(text: string): { entry: string; line: string }[] {
  return text
    .split('\n')
    .map((line, place) => ({ entry: `line ${place + 1}`, line }))
    .filter(({ line }) => line.trim() !== '')
}

function readWhole(text: string, line: string | null, found: Received[], unread: Unread[]): void {
  const faults = jsonFaults(text)
  const deadly = faults.find(({ what }) => ['broken', 'cut-short', 'too-deep'].includes(what))
  if (deadly !== undefined) {
    unread.push({ entry: line ?? entryOf(deadly), refusal: refusalOf(deadly) })
    return
  }
  const whole = wholeSpan(text)
  const members = membersOf(text, whole)
  const list = members.get('entry')
  const type = members.get('resourceType')
  const bundle = type !== undefined && cut(text, type) === '"Bundle"'
  const parts = list === undefined ? [] : elementsOf(text, list)
  const holders = parts.map((part) => membersOf(text, part))
  if (
    !bundle ||
    line !== null ||
    (parts.length > 0 && holders.every((one) => !one.has('resource')))
  ) {
    readOne(text, whole, { entry: line, fullUrl: null, fault: faults[0] }, found, unread)
    return
  }
  const outside = faults.find((fault) => entryOf(fault) === null)
  if (outside !== undefined) unread.push({ entry: null, refusal: refusalOf(outside) })
  holders.forEach((holder, place) => {
    const entry = `entry ${place + 1}`
    const fault = faults.find((one) => entryOf(one) === entry)
    const span = holder.get('resource')
    const url = holder.get('fullUrl')
    if (span === undefined) {
      unread.push({ entry, refusal: refuse(refusals.notResource).refusal })
      return
    }
    const said: Json = url === undefined ? null : JSON.parse(cut(text, url))
    readOne(text, span, { entry, fullUrl: textOf(said), fault }, found, unread)
  })
}

type About = {
  readonly entry: string | null
  readonly fullUrl: string | null
  readonly fault: JsonFault | undefined
}

function readOne(
  text: string,
  span: Span,
  about: About,
  found: Received[],
  unread: Unread[],
): void {
  const own = cut(text, span)
  const value: Json = JSON.parse(own)
  const entry = labelOf(about.entry, value)
  const refusal = about.fault === undefined ? faultOf(value) : refusalOf(about.fault)
  if (refusal !== null || !isResource(value)) {
    unread.push({ entry, refusal: refusal ?? refuse(refusals.notResource).refusal })
    return
  }
  const compact = compactText(own)
  found.push({
    entry: entry ?? value.resourceType,
    text: own,
    compact,
    resource: value,
    fullUrl: about.fullUrl,
  })
}

function labelOf(entry: string | null, value: Json): string | null {
  if (!isResource(value)) return entry
  const id = textOf(value.id)
  const named = (id === null ? value.resourceType : `${value.resourceType}/${id}`).slice(0, 120)
  return entry === null ? named : `${entry}, ${named}`
}

const entryOf = ({ path }: JsonFault): string | null => {
  const place = /^entry\[(\d+)\]/.exec(path)?.[1]
  return place === undefined ? null : `entry ${Number(place) + 1}`
}

function refusalOf({ what, at, path }: JsonFault): Refusal {
  const kind = {
    broken: refusals.broken,
    'cut-short': refusals.cutShort,
    'too-deep': refusals.tooDeep,
    'name-twice': refusals.nameTwice,
    'null-character': refusals.nullCharacter,
    'half-character': refusals.halfCharacter,
  }[what]
  const short = path.length > 120 ? `${path.slice(0, 120)}…` : path
  return refuse(kind, { at: at + 1, path: short === '' ? '' : `, in ${short}` }).refusal
}
