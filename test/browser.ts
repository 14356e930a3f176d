// The browser that journeys run in: Debian's Chromium, found or installed, and axe over a page.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type Browser, chromium, type Page } from 'playwright-core'

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

const findChromium = () =>
  [process.env.CHROMIUM ?? '', ...places].find((path) => path !== '' && existsSync(path))

/**
 * The path of the browser. Where Chromium is missing it is installed when this is Debian and we
 * are root; else throws one sentence that says what to install.
 */
export const needChromium = (): string => findChromium() ?? installChromium()

/** Opens a browser; the caller closes it. */
export async function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: needChromium(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}

function installChromium(): string {
  const asRoot = process.getuid?.() === 0 && existsSync('/etc/debian_version')
  if (asRoot) {
    console.log('Chromium is missing: installing it with apt-get, which takes a minute.')
    const run = (...args: string[]) => spawnSync('apt-get', args, { stdio: 'inherit' })
    run('update', '-q')
    run('install', '-y', '-q', '--no-install-recommends', 'chromium')
  }
  const found = findChromium()
  if (found !== undefined) return found
  throw new Error(
    'The browser journeys need Chromium: install it (on Debian: apt-get install chromium), ' +
      'or set CHROMIUM to where it is.',
  )
}

type Violation = {
  readonly id: string
  readonly help: string
  readonly nodes: readonly { readonly html: string }[]
}

const axeSource = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
)

const ruleSets = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Every breach of WCAG 2.2 AA and of good practice that axe finds, one line each. */
export async function axe(page: Page): Promise<string[]> {
  await page.evaluate(axeSource)
  const violations = (await page.evaluate(
    `axe.run(document, { runOnly: ${JSON.stringify(ruleSets)} })
      .then((found) => found.violations)`,
  )) as readonly Violation[]
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html }) => `${id}: ${help}: ${html}`),
  )
}

/** How many pixels the page is wider than its window: 0 when nobody has to scroll sideways. */
export const sidewaysScroll = (page: Page): Promise<number> =>
  page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')
