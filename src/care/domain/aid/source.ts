// The text of a decision aid as its author wrote it: headings, fields, items and lines of text.

/** A piece of text and the line it begins on, counted from 1. */
export type Written = { readonly text: string; readonly line: number }

/** What stands under one heading: `## Option: Wait` is named `option` and is of `Wait`. */
export type Section = {
  readonly line: number
  readonly name: string
  readonly of: string | null
  readonly fields: ReadonlyMap<string, Written>
  readonly items: readonly Written[]
  readonly paragraphs: readonly Written[]
  readonly parts: readonly Section[]
}

export type SourceFault = {
  readonly line: number
  readonly what: 'field-twice' | 'before-title' | 'too-deep'
  readonly name: string
}

export type Source = { readonly whole: Section; readonly faults: readonly SourceFault[] }

type Building = {
  line: number
  name: string
  of: string | null
  fields: Map<string, Written>
  items: Written[]
  paragraphs: Written[]
  parts: Building[]
}

const heading = /^(#{1,6}) +(.*\S)\s*$/
const field = /^([a-z][a-z0-9 -]{0,39}):(?: +(.*))?$/
const item = /^[-*] +(.*)$/
const continued = /^[ \t]{2,}(\S.*)$/

/**
 * Reads the text. `#` is the title, `##` a section and `###` a part of it; `word: text` is a field,
 * `- text` an item, and a line that begins with two spaces goes on with what stands above it. Lines
 * of text that follow one another are one paragraph. Every piece keeps its line.
 */
export function readSource(text: string): Source {
  const whole = empty(1, '', null)
  const faults: SourceFault[] = []
  const open: Building[] = [whole]
  let last: ((more: string) => void) | null = null
  for (const [at, raw] of text.split(/\r\n?|\n/).entries()) {
    const line = at + 1
    const here = open.at(-1) ?? whole
    const found = heading.exec(raw)
    if (found !== null) {
      last = null
      openSection({ whole, open, faults }, found[1]?.length ?? 1, found[2] ?? '', line)
      continue
    }
    if (raw.trim() === '') {
      last = null
      continue
    }
    const more = continued.exec(raw)?.[1]
    if (more !== undefined && last !== null) last(more.trim())
    else last = addLine(here, raw.trim(), line, { faults, last })
  }
  return { whole, faults }
}

const empty = (line: number, name: string, of: string | null): Building => ({
  line,
  name,
  of,
  fields: new Map(),
  items: [],
  paragraphs: [],
  parts: [],
})

type Reading = {
  readonly whole: Building
  readonly open: Building[]
  readonly faults: SourceFault[]
}

function openSection(reading: Reading, level: number, title: string, line: number): void {
  const { whole, open, faults } = reading
  if (level === 1) {
    whole.name = title
    whole.line = line
    open.length = 1
    return
  }
  if (level > 3) faults.push({ line, what: 'too-deep', name: title })
  const colon = title.indexOf(':')
  const name = (colon < 0 ? title : title.slice(0, colon)).trim().toLowerCase()
  const section = empty(line, name, colon < 0 ? null : title.slice(colon + 1).trim())
  open.length = Math.min(open.length, level === 2 ? 1 : 2)
  open.at(-1)?.parts.push(section)
  open.push(section)
}

type LineContext = {
  readonly faults: SourceFault[]
  readonly last: ((more: string) => void) | null
}

/** Adds a line, and gives what adds to it when the next line goes on with it. */
function addLine(
  here: Building,
  text: string,
  line: number,
  { faults, last }: LineContext,
): (more: string) => void {
  const bullet = item.exec(text)
  if (bullet !== null) return append(here.items, { text: bullet[1] ?? '', line })
  const named = field.exec(text)
  if (named !== null) {
    const name = named[1] ?? ''
    if (here.fields.has(name)) faults.push({ line, what: 'field-twice', name })
    here.fields.set(name, { text: (named[2] ?? '').trim(), line })
    return (more) => {
      const before = here.fields.get(name)
      here.fields.set(name, { text: `${before?.text ?? ''} ${more}`.trim(), line })
    }
  }
  const paragraph = here.paragraphs.at(-1)
  if (last !== null && paragraph !== undefined && here.items.length === 0) {
    here.paragraphs[here.paragraphs.length - 1] = {
      text: `${paragraph.text} ${text}`,
      line: paragraph.line,
    }
    return () => undefined
  }
  return append(here.paragraphs, { text, line })
}

function append(to: Written[], written: Written): (more: string) => void {
  const at = to.length
  to.push(written)
  return (more) => {
    const before = to[at]
    if (before !== undefined) to[at] = { text: `${before.text} ${more}`, line: before.line }
  }
}
