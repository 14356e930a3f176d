// B1: a plan as a PDF, read as PDF/UA asks: the conditions of the Matterhorn Protocol for machines.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { asInstant } from '../../src/basics/index.ts'
import { lettersIn } from '../../src/care/pages/plan/pdf-letters.ts'
import { planPdf } from '../../src/care/pages/plan/plan-pdf.ts'
import type { Block, Section } from '../../src/care/pages/plan/plan-sections.ts'
import {
  type Dict,
  isDict,
  isName,
  lettersOf,
  openPdf,
  type Pdf,
  paintedOn,
  type Value,
} from './pdf-reader.ts'

const block = (number: number): Block => ({
  title: `Goal ${number}: to walk to chapel`,
  lines: [
    { label: 'When?', text: 'Ŵyr a wyres, bob dydd' },
    { label: 'Where', text: 'At chapel' },
    { label: 'What sets it off?', text: '', list: ['No breath', 'Green spit (more of it)'] },
    {
      label: '',
      text: `${'A long line about what matters. '.repeat(1 + ((number * 3) % 19))}The end.`,
    },
  ],
  list: ['Bill carries the water (Bill, next door, Tuesdays)', 'Tai chi'],
})
const sections: readonly Section[] = [
  { heading: 'When things go wrong', blocks: [{ ...block(0), title: '' }] },
  { heading: 'What I want', blocks: Array.from({ length: 60 }, (_, place) => block(place + 1)) },
]
const made = asInstant('2026-11-23T09:00:00.000Z')
const paper = {
  ...{ title: 'The plan of Gwen Lloyd', notes: ['Yours', 'Agreed'], language: 'en' as const },
  ...{ sections, made, lettersMissing: 'Some letters could not be put in this file.' },
  page: (number: number, of: number) => `Page ${number} of ${of}`,
}
const pdf = openPdf(await planPdf(paper))

/** An element of the structure, with the page that its content is on. */
type Element = {
  readonly tag: string
  readonly dict: Dict
  readonly inner: readonly (Element | { readonly mcid: number; readonly page: Dict })[]
}

function elementOf({ get, dict, list }: Pdf, value: Value): Element {
  const one = dict(value)
  const inner = list(one.K).map((kid) => {
    if (typeof kid === 'number') return { mcid: kid, page: dict(one.Pg) }
    const found = dict(kid)
    if (!isName(get(found.Type), 'MCR')) return elementOf(pdf, kid)
    return { mcid: Number(found.MCID), page: dict(found.Pg ?? one.Pg) }
  })
  const tag = get(one.S)
  assert.ok(isName(tag))
  return { tag: tag.name, dict: one, inner }
}

const tree = pdf.dict(pdf.catalog.StructTreeRoot)
const roots = pdf.list(tree.K).map((kid) => elementOf(pdf, kid))
const isElement = (one: Element['inner'][number]): one is Element => 'tag' in one
const all = (one: Element): readonly Element[] => [one, ...one.inner.filter(isElement).flatMap(all)]
const elements = roots.flatMap(all)

/** What is painted between marks, in order: for each the mark, its number and its letters. */
type Marked = {
  readonly mark: string
  readonly mcid: number | null
  text: string
  /** The names of the type it is set in. */
  readonly types: Set<string>
}

function markedOn(page: Dict): { readonly marked: readonly Marked[]; readonly outside: string[] } {
  const fonts = pdf.dict(pdf.dict(page.Resources).Font)
  const open: Marked[] = []
  const marked: Marked[] = []
  const outside: string[] = []
  let letters: ReadonlyMap<number, string> = new Map()
  let type = ''
  for (const { operator, given } of paintedOn(pdf, page)) {
    if (operator === 'Tf') {
      const font = fonts[(given[0] as { name: string }).name] ?? null
      letters = lettersOf(pdf, font)
      type = (pdf.get(pdf.dict(font).BaseFont) as { name: string }).name
    }
    if (operator === 'BDC' || operator === 'BMC') {
      assert.equal(open.length, 0, 'A mark stands within a mark (01-003, 01-004)')
      const more = given[1]
      const number = isDict(more) ? more.MCID : null
      const mcid = typeof number === 'number' ? number : null
      const one = {
        mark: (given[0] as { name: string }).name,
        mcid,
        text: '',
        types: new Set<string>(),
      }
      open.push(one)
      marked.push(one)
    }
    if (operator === 'EMC') open.pop()
    if (!['Tj', 'TJ', "'", '"', 'f', 'S', 'B', 'Do'].includes(operator)) continue
    const [now] = open
    if (now === undefined)
      outside.push(
        `${operator} ${given
          .flat()
          .map((one) => (Buffer.isBuffer(one) ? read(one, letters) : ''))
          .join('')}`,
      )
    else {
      now.types.add(type)
      for (const one of given.flat()) if (Buffer.isBuffer(one)) now.text += read(one, letters)
    }
  }
  assert.equal(open.length, 0, 'Each mark that begins ends')
  return { marked, outside }
}

function read(bytes: Buffer, letters: ReadonlyMap<number, string>): string {
  let text = ''
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    const code = bytes.readUInt16BE(at)
    assert.notEqual(code, 0, 'A letter is shown that the type does not have (31-030)')
    const letter = letters.get(code)
    assert.ok(letter !== undefined && letter !== '', `No letter for code ${code} (10-001)`)
    text += letter
  }
  return text
}

const pages = pdf.pages.map((page) => ({ page, ...markedOn(page) }))
const textOf = (one: Element): string =>
  one.inner
    .map((kid) => {
      if (isElement(kid)) return textOf(kid)
      const on = pages.find(({ page }) => page === kid.page)
      return on?.marked.find(({ mcid }) => mcid === kid.mcid)?.text ?? '?'
    })
    .join('')

describe('The PDF of a plan, as PDF/UA asks', () => {
  it('B1 says that it is tagged, what it is called and in which language', () => {
    const { catalog } = pdf
    assert.equal(pdf.dict(catalog.MarkInfo).Marked, true)
    assert.notEqual(pdf.dict(catalog.MarkInfo).Suspects, true)
    assert.equal(pdf.dict(catalog.ViewerPreferences).DisplayDocTitle, true)
    assert.equal(String(pdf.get(catalog.Lang)), 'en-GB')
    const metadata = pdf.streamOf(catalog.Metadata).toString('utf8')
    assert.match(metadata, /<pdfuaid:part>1</)
    assert.match(metadata, /<dc:title>.*The plan of Gwen Lloyd/s)
    assert.equal(pdf.trailer.Encrypt, undefined)
    for (const none of ['OCProperties', 'AcroForm', 'Names']) assert.ok(!hasIn(catalog[none]), none)
  })

  it('B1 has all that is painted in the structure, or marked as no part of it', () => {
    assert.ok(pages.length > 1)
    for (const { marked, outside } of pages) {
      assert.deepEqual(outside, [], 'It is painted outside every mark (01-005)')
      for (const { mark, mcid } of marked) assert.ok(mark === 'Artifact' || mcid !== null, mark)
    }
    const named = new Map<Dict, number[]>()
    for (const { inner } of elements) {
      for (const kid of inner) {
        if (!isElement(kid)) named.set(kid.page, [...(named.get(kid.page) ?? []), kid.mcid])
      }
    }
    for (const { page, marked } of pages) {
      const painted = marked.flatMap(({ mcid }) => mcid ?? [])
      assert.deepEqual((named.get(page) ?? []).toSorted(byNumber), painted.toSorted(byNumber))
    }
  })

  it('B1 leads from each mark to its element by the table of parents', () => {
    const numbers = pdf.list(pdf.dict(tree.ParentTree).Nums)
    for (const { page, marked } of pages) {
      const place = numbers.indexOf(page.StructParents ?? null)
      assert.ok(place >= 0 && place % 2 === 0)
      const parents = pdf.list(numbers[place + 1])
      for (const { mcid } of marked) {
        if (mcid === null) continue
        const parent = pdf.dict(parents[mcid])
        const kids = elements.find(({ dict }) => dict === parent)?.inner ?? []
        assert.ok(kids.some((kid) => !isElement(kid) && kid.mcid === mcid && kid.page === page))
      }
    }
  })

  it('B1 uses the tags of the standard alone, each where it may stand', () => {
    const within: Readonly<Record<string, readonly string[]>> = {
      ...{ Document: ['H1', 'P', 'Sect'], Sect: ['H2', 'H3', 'P', 'L'] },
      ...{ L: ['LI'], LI: ['Lbl', 'LBody'], H1: [], H2: [], H3: [], P: [], Lbl: [], LBody: [] },
    }
    assert.deepEqual(
      roots.map(({ tag }) => tag),
      ['Document'],
    )
    for (const { tag, inner, dict } of elements) {
      const may = within[tag]
      assert.ok(may !== undefined, `${tag} (02-001)`)
      for (const kid of inner.filter(isElement))
        assert.ok(may.includes(kid.tag), `${kid.tag} in ${tag}`)
      if (may.length === 0) assert.ok(inner.length > 0, `${tag} is empty`)
      assert.ok(tag !== 'Figure' || 'Alt' in dict, 'A picture says what it shows (13-004)')
    }
    for (const { inner } of elements.filter(({ tag }) => tag === 'LI')) {
      assert.deepEqual(
        inner.filter(isElement).map(({ tag }) => tag),
        ['Lbl', 'LBody'],
      )
    }
  })

  it('B1 has one first heading, and none that skips a level', () => {
    const levels = elements.flatMap(({ tag }) => (/^H\d$/.test(tag) ? [Number(tag[1])] : []))
    assert.equal(levels[0], 1)
    assert.equal(levels.filter((level) => level === 1).length, 1)
    for (const [place, level] of levels.entries()) {
      assert.ok(level <= (levels[place - 1] ?? 0) + 1, `${level} after ${levels[place - 1]}`)
    }
  })

  it('B1 sets every heading in the strong type, also where a page begins with it', () => {
    const on = (mark: { mcid: number; page: Dict }) =>
      pages.find(({ page }) => page === mark.page)?.marked.find(({ mcid }) => mcid === mark.mcid)
    const typesOf = (one: Element) =>
      one.inner.flatMap((kid) => (isElement(kid) ? [] : [...(on(kid)?.types ?? [])]))
    const headings = elements.filter(({ tag }) => /^H\d$/.test(tag))
    assert.ok(headings.length > 10)
    for (const one of headings) {
      for (const name of typesOf(one)) assert.match(name, /Bold/, textOf(one))
    }
    for (const one of elements.filter(({ tag }) => tag === 'LBody')) {
      for (const name of typesOf(one)) assert.doesNotMatch(name, /Bold/, textOf(one))
    }
  })

  it('B1 leaves no heading alone at the foot of a page', () => {
    const headings = elements.filter(({ tag }) => /^H\d$/.test(tag)).map(textOf)
    for (const { marked } of pages) {
      const said = marked.filter(({ mark, text }) => mark !== 'Artifact' && text !== '')
      const last = said.at(-1)?.text ?? ''
      assert.ok(!headings.includes(last), last)
    }
  })

  it('B1 reads in the order of the plan, letter for letter, Welsh ones too', () => {
    const words = elements
      .filter(({ tag }) => ['H1', 'H2', 'H3', 'P', 'LBody'].includes(tag))
      .map((one) => textOf(one).replaceAll(/\s+/g, ' ').trim())
    const expected = [
      ...[paper.title, ...paper.notes],
      ...sections.flatMap(({ heading, blocks }) => [
        heading,
        ...blocks.flatMap(({ title, lines, list }) => [
          ...(title === '' ? [] : [title]),
          ...lines.flatMap(({ label, text, list: some = [] }) => [
            `${named(label)} ${text}`.trim(),
            ...some,
          ]),
          ...list,
        ]),
      ]),
    ]
    assert.deepEqual(squeezed(words), squeezed(expected))
  })

  it('B1 embeds its type, each letter of which says what it is', () => {
    const fonts = pages.flatMap(({ page }) =>
      Object.values(pdf.dict(pdf.dict(page.Resources).Font)),
    )
    assert.ok(fonts.length > 1)
    for (const font of fonts) {
      const one = pdf.dict(font)
      assert.ok('ToUnicode' in one, '31-027')
      const [descendant] = pdf.list(one.DescendantFonts)
      const inner = pdf.dict(descendant)
      assert.ok('FontFile2' in pdf.dict(inner.FontDescriptor), '31-009')
      assert.ok(isName(pdf.get(inner.CIDToGIDMap), 'Identity'), '31-018')
    }
  })

  it('B1 numbers its pages beside the structure, and has nothing to click without a name', () => {
    for (const [place, { page, marked }] of pages.entries()) {
      const artifacts = marked.filter(({ mark }) => mark === 'Artifact').map(({ text }) => text)
      assert.deepEqual(artifacts, [`The plan of Gwen Lloyd · Page ${place + 1} of ${pages.length}`])
      assert.ok(!hasIn(page.Annots) || isName(page.Tabs, 'S'), '28-004')
    }
  })
})

/** A label that asks nothing is parted from its text by a colon. */
const named = (label: string) => (label === '' || label.endsWith('?') ? label : `${label}:`)
const byNumber = (one: number, other: number) => one - other
const hasIn = (value: Value | undefined) =>
  value !== undefined &&
  pdf
    .list(value)
    .some(
      (one) =>
        isDict(one) &&
        Object.keys(one).some((key) => key !== 'Dests' && pdf.get(one[key]) !== null),
    )
/** Where a line breaks there is no blank to read: so none is compared. */
const squeezed = (texts: readonly string[]) => texts.map((text) => text.replaceAll(/\s/g, ''))

describe('Letters that the type does not have', () => {
  const every = Array.from({ length: 0x2300 }, (_, code) =>
    String.fromCharCode(code + 0x20),
  ).filter((letter) => !lettersIn([letter]).missing)
  const fileOf = (text: string) => {
    const only = [
      { heading: 'All', blocks: [{ title: '', lines: [{ label: '', text }], list: [] }] },
    ]
    return planPdf({ ...paper, sections: only })
  }

  it('B1 never show as an empty box: each that is set is in the type', async () => {
    assert.ok(every.length > 300)
    const one = openPdf(await fileOf(every.join(' ')))
    for (const page of one.pages) {
      for (const { given } of paintedOn(one, page)) {
        for (const bytes of given.flat()) {
          if (!Buffer.isBuffer(bytes)) continue
          for (let at = 0; at + 1 < bytes.length; at += 2)
            assert.notEqual(bytes.readUInt16BE(at), 0)
        }
      }
    }
  })

  it('B1 are said to be missing, once, and only where there are any', () => {
    assert.equal(lettersIn(['Sian’s café, ŵ ŷ, 37 °C ≤ 38 °C, 1–2 µg']).missing, false)
    assert.equal(lettersIn(['আশা']).missing, true)
    assert.equal(lettersIn(['😀']).missing, true)
  })
})
