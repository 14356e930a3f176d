// The few files a page needs: made once at the start, held in memory, named by their content.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { transformSync } from 'esbuild'

export type Asset = {
  readonly type: string
  readonly body: Buffer
  /** Compressed forms, where they are smaller. */
  readonly brotli: Buffer | null
  readonly gzip: Buffer | null
  /** Its name holds its digest, so a copy never goes stale. */
  readonly forever: boolean
}

export type Assets = {
  readonly stylesheet: string
  readonly script: string
  /** For a page whose form works with the network off; its worker has a fixed address. */
  readonly offline: string
  readonly icon: string
  readonly font: string
  /** By path. Only these exist, so no path can lead out of a folder. */
  readonly files: ReadonlyMap<string, Asset>
}

/** The browser looks for a newer one at the same address. @source Service Workers, section 2.2 */
export const offlineWorker = '/assets/offline-worker.js'

const read = (path: string) => readFileSync(new URL(path, import.meta.url))
const installed = createRequire(import.meta.url)
const fontFolder = '@fontsource-variable/atkinson-hyperlegible-next/files/'

/** Makes every file the pages need: about a tenth of a second. */
export function prepareAssets(): Assets {
  const files = new Map<string, Asset>()
  const add = (name: string, type: string, body: Buffer): string => {
    const digest = createHash('sha256').update(body).digest('hex').slice(0, 12)
    const path = `/assets/${name.replace(/\.(\w+)$/, `.${digest}.$1`)}`
    files.set(path, pack(type, body, true))
    return path
  }
  const font = (file: string) => {
    const name = `atkinson-hyperlegible-next-${file}.woff2`
    return add(name, 'font/woff2', readFileSync(installed.resolve(fontFolder + name)))
  }
  const latin = font('latin-wght-normal')
  const faces = fontFaces(latin, font('latin-ext-wght-normal'), font('latin-wght-italic'))
  const styles = faces + nhsStyles(add) + minified(read('assets/brand.css').toString(), 'css')
  const client = (name: string) => Buffer.from(minified(read(`client/${name}.ts`).toString(), 'ts'))
  const javascript = 'text/javascript; charset=utf-8'
  files.set(offlineWorker, pack(javascript, client('offline-worker'), false))
  const iconFile = read('assets/icon.svg')
  files.set('/favicon.ico', pack('image/svg+xml', iconFile, false))
  return {
    stylesheet: add('coproduce.css', 'text/css; charset=utf-8', Buffer.from(styles)),
    script: add('page.js', javascript, client('page')),
    offline: add('offline-form.js', javascript, client('offline-form')),
    icon: add('icon.svg', 'image/svg+xml', iconFile),
    font: latin,
    files,
  }
}

function pack(type: string, body: Buffer, forever: boolean): Asset {
  const smaller = (packed: Buffer) => (packed.length < body.length * 0.95 ? packed : null)
  if (type.startsWith('font/')) return { type, body, brotli: null, gzip: null, forever }
  const brotli = brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } })
  return { type, body, brotli: smaller(brotli), gzip: smaller(gzipSync(body)), forever }
}

const minified = (source: string, loader: 'css' | 'ts'): string =>
  transformSync(source, { loader, minify: true, target: 'es2022', legalComments: 'none' }).code

/** Which characters are in which file. @source @fontsource-variable/atkinson-hyperlegible-next */
const latinRange =
  'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+2000-206F,U+20AC,' +
  'U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD'
const latinExtendedRange = 'U+0100-02BA,U+1E00-1E9F,U+1EF2-1EFF,U+20A0-20AB,U+20AD-20C0,U+A720-A7FF'

function fontFaces(latin: string, extended: string, italic: string): string {
  const face = (path: string, style: string, range: string) =>
    `@font-face{font-family:"Atkinson Hyperlegible Next";font-style:${style};font-weight:200 800;` +
    `font-display:swap;src:url(${path}) format("woff2");unicode-range:${range}}`
  return (
    face(latin, 'normal', latinRange) +
    face(extended, 'normal', latinExtendedRange) +
    face(italic, 'italic', latinRange)
  )
}

/**
 * The NHS components without what is not ours to use: the Frutiger font, licensed for nhs.uk
 * only, and the logo. The colours become our own. The images that remain are served from here.
 */
function nhsStyles(add: (name: string, type: string, body: Buffer) => string): string {
  const root = 'nhsuk-frontend/dist/nhsuk'
  const source = readFileSync(installed.resolve(`${root}/nhsuk-frontend.min.css`), 'utf8')
  const recoloured = source
    .replace('@charset "UTF-8";', '')
    .replace(/\/\*#[^*]*\*\//g, '')
    .replace(/@font-face\{[^}]*\}/g, '')
    .replace(/#[0-9a-f]{6}\b/g, (colour) => ourColours[colour] ?? colour)
    .replace(/%23[0-9a-f]{6}\b/g, (colour) => {
      const ours = ourColours[`#${colour.slice(3)}`]
      return ours === undefined ? colour : `%23${ours.slice(1)}`
    })
    .replaceAll('Frutiger W01', 'Atkinson Hyperlegible Next')
  return recoloured.replace(/\/assets\/images\/([\w-]+\.svg)/g, (_, name: string) =>
    add(name, 'image/svg+xml', readFileSync(installed.resolve(`${root}/assets/images/${name}`))),
  )
}

/** Each colour of the NHS palette that pages show, and the one that stands for it here. */
const ourColours: Readonly<Record<string, string>> = {
  '#005eb8': '#0b5394',
  '#002f5c': '#06335c',
  '#004b93': '#083f72',
  '#212b32': '#1f2a2e',
  '#4c6272': '#4c5a5f',
  '#f0f4f5': '#faf7f2',
  '#d8dde0': '#d9d3c7',
  '#aeb7bd': '#b5ad9e',
  '#e8edee': '#f3eee5',
  '#007f3b': '#0f4f4b',
  '#00662f': '#0b403d',
  '#00401e': '#07302d',
  '#d5281b': '#a4161a',
  '#aa2016': '#831115',
  '#6b140e': '#570b0e',
}
