// A page that stands alone: opens from a file, with its own small style and nothing to fetch.
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import type { Instant } from '../basics/index.ts'
import { PageContextProvider } from './page-context.ts'
import type { Language } from './route.ts'

export type AlonePage = {
  readonly title: string
  readonly main: ReactNode
  /** Where its reader came from. */
  readonly back?: { readonly href: string; readonly text: string }
}

const STYLE = `
:root { color-scheme: light; }
body { background: #faf7f2; color: #1f2a2e; font: 1.125rem/1.5 system-ui, sans-serif; margin: 0; }
main, header, nav { margin: 0 auto; max-width: 44rem; padding: 0 1rem; }
header { border-bottom: 4px solid #0f4f4b; padding: 1rem; }
h1 { font-size: 2rem; line-height: 1.2; } h2 { margin-top: 2.5rem; } h3 { margin-bottom: .25rem; }
a { color: #0b5394; } a:focus { background: #ffeb3b; color: #1f2a2e; outline: 3px solid #1f2a2e; }
article { background: #fff; border: 1px solid #d5cfc4; border-radius: 8px; margin: 1rem 0;
  padding: .5rem 1rem; overflow-wrap: anywhere; }
article p.as-written { white-space: pre-line; }
blockquote { border-left: 4px solid #7a3e00; margin: .5rem 0; padding-left: 1rem; }
dt { font-weight: 700; margin-top: .5rem; } dd { margin: 0; } .small { font-size: 1rem; }
@media print { body { background: #fff; } article { break-inside: avoid; } nav { display: none; } }
`

/** The whole document as text. */
export function renderAlone(page: AlonePage, language: Language, now: Instant): string {
  const context = { language, now, guard: '', newFormKey: () => '', address: null }
  return `<!DOCTYPE html>${renderToStaticMarkup(
    <PageContextProvider value={context}>
      <html lang={language}>
        <head>
          <meta charSet="utf-8" />
          <title>{page.title}</title>
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <style>{STYLE}</style>
        </head>
        <body>
          <header>Coproduce</header>
          {page.back !== undefined && (
            <nav aria-label={page.back.text}>
              <p>
                <a href={page.back.href}>{page.back.text}</a>
              </p>
            </nav>
          )}
          <main>
            <h1>{page.title}</h1>
            {page.main}
          </main>
        </body>
      </html>
    </PageContextProvider>,
  )}`
}
