// How the parts of an aid are read: fields, days, keys and texts, each fault with its line.
import { parseDay } from '../../../basics/index.ts'
import type { Finding } from './criteria.ts'
import type { Section } from './source.ts'

export type AidReader = {
  readonly findings: Finding[]
  /** Where each part stands, by a name: `option wait good`. */
  readonly lines: Map<string, number>
}

export function formFault(
  reader: AidReader,
  code: string,
  line: number,
  says: string,
  mend: string,
): void {
  reader.findings.push({ kind: 'form', code: code.replaceAll(' ', '-'), line, says, mend })
}

/** The text of a field; null where it is not there or has none. */
export function textFieldOf(reader: AidReader, section: Section, name: string): string | null {
  const written = section.fields.get(name)
  if (written === undefined) return null
  reader.lines.set(name, written.line)
  return written.text === '' ? null : written.text
}

/** A day; null where there is none, with a fault where it is not a day. */
export function dayFieldOf(reader: AidReader, section: Section, name: string): string | null {
  const said = textFieldOf(reader, section, name)
  if (said === null) return null
  const day = parseDay(said, name)
  if (day.ok) return day.value
  const line = section.fields.get(name)?.line ?? section.line
  const mend = `Write it as year, month and day, like “${name}: 2026-11-30”.`
  formFault(reader, 'day', line, `“${name}” is not a day: ${said}.`, mend)
  return null
}

const keyShape = /^[a-z0-9][a-z0-9-]{0,49}$/

export function keyFieldOf(reader: AidReader, section: Section, name: string): string {
  const said = textFieldOf(reader, section, name)
  if (said !== null && keyShape.test(said)) return said
  const says = said === null ? `“${name}” is missing.` : `“${name}” cannot be ${said}.`
  const mend = `Write “${name}: ” and small letters, digits and hyphens, like “night-splint”.`
  formFault(reader, `${name}-missing`, section.fields.get(name)?.line ?? section.line, says, mend)
  return ''
}

/** Says of each field that nobody knows which there are. */
export function knownFields(
  reader: AidReader,
  section: Section,
  names: readonly string[],
  code = 'field-not-known',
): void {
  for (const [name, written] of section.fields) {
    if (names.includes(name)) continue
    const mend = `What can stand here: ${names.join(', ') || 'no field at all'}.`
    formFault(reader, code, written.line, `Nothing is called “${name}” here.`, mend)
  }
}

/** The same of sections and their parts. */
export function knownParts(reader: AidReader, section: Section, names: readonly string[]): void {
  for (const part of section.parts) {
    if (names.includes(part.name)) continue
    const mend = `What can stand here: ${names.join(', ')}.`
    const says = `No section is called “${part.name}” here.`
    formFault(reader, 'section-not-known', part.line, says, mend)
  }
}

export const partOf = (section: Section, name: string): Section | null =>
  section.parts.find((part) => part.name === name) ?? null

/** The paragraphs and items of a section, in the order they stand. */
export function textsOf(reader: AidReader, section: Section, name: string): string[] {
  reader.lines.set(name, section.line)
  return [...section.paragraphs, ...section.items]
    .sort((a, b) => a.line - b.line)
    .map(({ text }) => text)
}
