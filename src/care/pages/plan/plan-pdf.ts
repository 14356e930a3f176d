// A plan as a tagged PDF: every heading, line and list is said to be one, for screen readers.
import { fileURLToPath } from 'node:url'
import PDFDocument from 'pdfkit'
import type { Instant } from '../../../basics/index.ts'
import type { Language } from '../../../web/index.ts'
import type { Section } from './plan-sections.ts'

type Paper = {
  readonly title: string
  /** What stands under the title. */
  readonly note: string
  readonly sections: readonly Section[]
  readonly language: Language
  readonly made: Instant
}

const type = '@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-'
const fontAt = (part: string) =>
  fileURLToPath(import.meta.resolve(`${type}${part}-400-normal.woff`))

const INK = '#1f2a2e'
const BRAND = '#0f4f4b'

/** Tagged as PDF/UA asks: language, title, embedded type, and structure around all that is seen. */
export function planPdf({ title, note, sections, language, made }: Paper): Promise<Buffer> {
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
    font: fontAt('latin'),
    margins: { top: 64, bottom: 64, left: 64, right: 64 },
    size: 'A4',
  })
  const done = bytesOf(doc)
  doc.registerFont('latin', fontAt('latin'))
  doc.registerFont('other', fontAt('latin-ext'))
  const root = doc.struct('Document', { title })
  doc.addStructure(root)
  const say = (tag: string, text: string, size: number, color = INK) =>
    doc.struct(tag as never, {}, () => {
      doc.fontSize(size).fillColor(color)
      write(doc, text)
      doc.moveDown(0.4)
    })
  root.add(say('H1', title, 24, BRAND))
  root.add(say('P', note, 12))
  for (const { heading, blocks } of sections) {
    const section = doc.struct('Sect', { title: heading })
    root.add(section)
    section.add(say('H2', heading, 18, BRAND))
    for (const { title: name, lines, list } of blocks) {
      if (name !== '') section.add(say('H3', name, 14))
      for (const { label, text } of lines) {
        section.add(say('P', label === '' ? text : `${label} ${text}`, 12))
      }
      if (list.length === 0) continue
      const items = doc.struct('L')
      section.add(items)
      for (const one of list) {
        const item = doc.struct('LI')
        items.add(item)
        item.add(say('LBody', `• ${one}`, 12))
        item.end()
      }
      items.end()
    }
    section.end()
  }
  root.end()
  doc.end()
  return done
}

const bytesOf = (doc: Doc): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    doc.on('data', (chunk: Buffer) => chunks.push(chunk))
    doc.on('end', () => resolve(Buffer.concat(chunks)))
    doc.on('error', reject)
  })

type Doc = InstanceType<typeof PDFDocument>

// Letters such as ŵ and ŷ are in the second part of the type.
const parts = /[\u0100-\u024f\u1e00-\u1eff]+|[^\u0100-\u024f\u1e00-\u1eff]+/gu
const isOther = /^[\u0100-\u024f\u1e00-\u1eff]/u

function write(doc: Doc, text: string): void {
  const runs = text.match(parts) ?? ['']
  for (const [place, run] of runs.entries()) {
    doc.font(isOther.test(run) ? 'other' : 'latin')
    doc.text(run, { continued: place < runs.length - 1 })
  }
}
