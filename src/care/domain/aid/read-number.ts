// A row of figures read out of an aid: whole numbers of people, of one denominator.
import { type AidFigure, type AidNumber, certainties } from './aid.ts'
import { type AidReader, formFault, knownFields, textFieldOf } from './reader.ts'
import type { Section, Written } from './source.ts'

export type About = {
  readonly options: readonly string[]
  readonly sources: readonly string[]
  readonly of: number
}

const rowFields = ['wanted', 'counted', 'other', 'certainty', 'why', 'source']
const unknownShape = /^not known\b[.:,]?\s*(.*)$/i
const figureShape = /^(\d+)(?: of (\d+))?(?: ?\((\d+) to (\d+)\))?$/

/** Reads one row. What an option has no line for is left out; the judge says so. */
export function readNumber(reader: AidReader, section: Section, about: About): AidNumber {
  knownFields(reader, section, [...rowFields, ...about.options], 'option-not-known')
  const name = section.of ?? ''
  reader.lines.set(`number ${name}`, section.line)
  const text = (field: string) => textFieldOf(reader, section, field)
  const sources = (text('source') ?? '').split(/[\s,]+/).filter((one) => one !== '')
  for (const source of sources.filter((one) => !about.sources.includes(one))) {
    const line = section.fields.get('source')?.line ?? section.line
    const mend = `Add a section “## Source: ${source}”, or name one that is there.`
    formFault(reader, 'source-not-known', line, `There is no source ${source}.`, mend)
  }
  const figures = about.options.flatMap((option) => {
    const written = section.fields.get(option)
    const figure = written === undefined ? null : readFigure(reader, written, option, about.of)
    return figure === null ? [] : [figure]
  })
  const said = text('certainty')
  return {
    name,
    isWanted: text('wanted') === 'yes',
    counted: text('counted') ?? '',
    other: text('other') ?? '',
    figures,
    certainty: certainties.find((one) => one === said?.toLowerCase()) ?? null,
    why: text('why'),
    sources,
  }
}

function readFigure(
  reader: AidReader,
  { text, line }: Written,
  option: string,
  of: number,
): AidFigure | null {
  const unknown = unknownShape.exec(text)
  if (unknown !== null) {
    const why = unknown[1] === '' ? 'Nobody has counted it.' : (unknown[1] ?? '')
    return { option, count: null, low: null, high: null, unknown: why }
  }
  const found = figureShape.exec(text.replaceAll(/(?<=\d),(?=\d{3})/g, ''))
  if (found === null) {
    const like = `like “${option}: 18” or “${option}: 18 (12 to 24)”`
    const mend = `Write how many of ${of} people, ${like}, or “not known” and why.`
    formFault(reader, 'figure', line, `“${text}” is not a whole number of people.`, mend)
    return null
  }
  const [count, denominator, low, high] = found.slice(1).map((one) => Number(one ?? Number.NaN))
  if (denominator !== undefined && !Number.isNaN(denominator) && denominator !== of) {
    const says = `This figure is out of ${denominator}, and the aid is out of ${of}.`
    const mend = `Say how many of ${of} people it is: one denominator for all.`
    formFault(reader, 'same-denominator', line, says, mend)
    return null
  }
  const range = [low, high].map((one) => (one === undefined || Number.isNaN(one) ? null : one))
  const [from = null, to = null] = range
  const inOrder = (from ?? 0) <= (count ?? 0) && (count ?? 0) <= (to ?? of)
  if (!inOrder || (count ?? 0) > of || (to ?? 0) > of) {
    const says = `${text} does not fit into ${of} people.`
    const mend = `Give a number from 0 to ${of}, and a range around it.`
    formFault(reader, 'figure-range', line, says, mend)
    return null
  }
  return { option, count: count ?? 0, low: from, high: to, unknown: null }
}
