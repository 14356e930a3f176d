// A plan as a tagged PDF: every heading, line and list is said to be one, for screen readers.
import { fileURLToPath } from 'node:url'
import PDFDocument from 'pdfkit'
import type { Instant } from '../../../basics/index.ts'
import type { Language } from '../../../web/index.ts'
import { lettersIn, runsOf } from './pdf-letters.ts'
import type { Line, Section } from './plan-sections.ts'

type Paper = {
  readonly title: string
  /** What stands under the title. */
  readonly notes: readonly string[]
  readonly sections: readonly Section[]
  readonly language: Language
  readonly made: Instant
  /** What stands at the foot of each page beside the title. */
  readonly page: (number: number, of: number) => string
  /** What is said where somebody wrote letters that the type does not have. */
  readonly lettersMissing: string
}

const type = '@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-'
const fontAt = (part: string, weight: 400 | 700 = 400) =>
  fileURLToPath(import.meta.resolve(`${type}${part}-${weight}-normal.woff`))

const INK = '#1f2a2e'
const BRAND = '#0f4f4b'
const MARGIN = 64

/**
 * Tagged as PDF/UA asks: language, title, embedded type, structure around all that is said, and
 * what only helps to turn the pages marked as no part of it.
 * @source ISO 14289-1; the Matterhorn Protocol 1.1, whose conditions `test/care` reads it by
 */
export function planPdf(paper: Paper): Promise<Buffer> {
  const { title, notes, sections, language, made, lettersMissing } = paper
  const doc = new PDFDocument({
    pdfVersion: '1.7',
    subset: 'PDF/UA' as never,
    tagged: true,
    lang: language === 'cy' ? 'cy-GB' : 'en-GB',
    displayTitle: true,
    info: {
      Title: title,
      CreationDate: new Date(made),
      Producer: 'Coproduce',
      Creator: 'Coproduce',
    },
    // A type named here would be set anew on each page, in the middle of a heading too.
    font: '',
    margins: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN },
    size: 'A4',
    bufferPages: true,
  })
  const done = bytesOf(doc)
  doc.registerFont('latin', fontAt('latin'))
  doc.registerFont('other', fontAt('latin-ext'))
  doc.registerFont('latin strong', fontAt('latin', 700))
  doc.registerFont('other strong', fontAt('latin-ext', 700))
  doc.font('latin')
  const root = doc.struct('Document', { title })
  doc.addStructure(root)
  root.add(said(doc, 'H1', strong(title), { size: 24, color: BRAND }))
  const missing = lettersIn([title, ...sections.flatMap(textsOf)]).missing
  for (const note of missing ? [...notes, lettersMissing] : notes) {
    root.add(said(doc, 'P', plain(note)))
  }
  for (const section of sections) addSection(doc, root, section)
  root.end()
  numberPages(doc, paper)
  doc.end()
  return done
}

type Doc = InstanceType<typeof PDFDocument>
type Element = ReturnType<Doc['struct']>

function addSection(doc: Doc, root: Element, { heading, blocks }: Section): void {
  const section = doc.struct('Sect', { title: heading })
  root.add(section)
  keepTogether(doc, 6)
  section.add(said(doc, 'H2', strong(heading), { size: 17, color: BRAND, before: 0.5 }))
  for (const { title, lines, list } of blocks) {
    if (title !== '') {
      keepTogether(doc, 4)
      section.add(said(doc, 'H3', strong(title), { size: 13, before: 0.3 }))
    }
    for (const line of lines) addLine(doc, section, line)
    addList(doc, section, list)
  }
  section.end()
}

/** A new page where not so many lines fit: a heading does not stand alone at the foot of one. */
function keepTogether(doc: Doc, lines: number): void {
  if (doc.y + lines * body.size * 1.5 > doc.page.height - MARGIN) doc.addPage()
}

function addLine(doc: Doc, section: Element, { label, text, list = [] }: Line): void {
  const named = label === '' || label.endsWith('?') ? label : `${label}:`
  const pieces = [...strong(named === '' || text === '' ? named : `${named} `), ...plain(text)]
  if (pieces.length > 0) section.add(said(doc, 'P', pieces))
  addList(doc, section, list)
}

function addList(doc: Doc, section: Element, list: readonly string[]): void {
  if (list.length === 0) return
  const items = doc.struct('L')
  section.add(items)
  for (const one of list) {
    // A page that begins between the bullet and its text would part the two.
    keepTogether(doc, 1)
    const item = doc.struct('LI')
    items.add(item)
    item.add(doc.struct('Lbl' as never, {}, () => bullet(doc)))
    item.add(said(doc, 'LBody', plain(one), { indent: BULLET }))
    item.end()
  }
  items.end()
}

const BULLET = 14

/** It stands at the left, and the text beside it on the same line. */
function bullet(doc: Doc): void {
  const { y } = doc
  doc.font('latin').fontSize(body.size).fillColor(INK)
  doc.text('•', MARGIN, y, { lineBreak: false })
  doc.y = y
}

const body = { size: 12, color: INK, indent: 0, before: 0 }

type Piece = { readonly text: string; readonly weight: '' | ' strong' }
const some = (text: string, weight: Piece['weight']): readonly Piece[] =>
  text === '' ? [] : [{ text, weight }]
const plain = (text: string) => some(text, '')
const strong = (text: string) => some(text, ' strong')

/** An element of the structure, with its text in the type and colour of its sort. */
const said = (
  doc: Doc,
  tag: string,
  pieces: readonly Piece[],
  more: Partial<typeof body> = {},
): Element =>
  doc.struct(tag as never, {}, () => {
    const { size, color, indent, before } = { ...body, ...more }
    doc.fontSize(size).fillColor(color).moveDown(before)
    const width = doc.page.width - 2 * MARGIN - indent
    const runs = pieces.flatMap(({ text, weight }) =>
      runsOf(text).map(({ letters, part }) => ({ letters, font: `${part}${weight}` })),
    )
    for (const [place, { letters, font }] of runs.entries()) {
      doc.font(font)
      const continued = place < runs.length - 1
      if (place === 0) doc.text(letters, MARGIN + indent, doc.y, { continued, width })
      else doc.text(letters, { continued, width })
    }
    doc.moveDown(0.4)
  })

/** The number of each page: it helps to turn them, and is no part of what is said. */
function numberPages(doc: Doc, { title, page }: Paper): void {
  const { start, count } = doc.bufferedPageRange()
  for (let place = 0; place < count; place += 1) {
    doc.switchToPage(start + place)
    // Below the margin pdfkit would begin a new page.
    doc.page.margins.bottom = 0
    doc.markContent('Artifact', { type: 'Pagination' })
    doc.fontSize(10).fillColor(INK)
    const runs = runsOf(`${title} · ${page(place + 1, count)}`)
    const y = doc.page.height - MARGIN / 2 - 10
    for (const [run, { letters, part }] of runs.entries()) {
      doc.font(part)
      const options = { continued: run < runs.length - 1, lineBreak: false }
      if (run === 0) doc.text(letters, MARGIN, y, options)
      else doc.text(letters, options)
    }
    doc.endMarkedContent()
  }
}

const textsOf = ({ heading, blocks }: Section): readonly string[] => [
  heading,
  ...blocks.flatMap(({ title, lines, list }) => [
    title,
    ...lines.flatMap((one) => [one.label, one.text, ...(one.list ?? [])]),
    ...list,
  ]),
]

const bytesOf = (doc: Doc): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    doc.on('data', (chunk: Buffer) => chunks.push(chunk))
    doc.on('end', () => resolve(Buffer.concat(chunks)))
    doc.on('error', reject)
  })
