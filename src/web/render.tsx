// Turns a page into text: the shell around what a room shows, as static markup.
import { renderToStaticMarkup } from 'react-dom/server'
import type { Assets } from './assets.ts'
import { type PageContext, PageContextProvider } from './page-context.ts'
import type { PageReply, Visitor } from './route.ts'
import { type NavigationItem, Shell } from './shell.tsx'
import { shellWords } from './words/shell-words.ts'

export type PageSurroundings = {
  readonly context: PageContext
  readonly visitor: Visitor | null
  readonly demonstration: boolean
  readonly navigation: readonly NavigationItem[]
  readonly unread: { readonly count: number; readonly href: string } | null
  /** What the people that the page is about need, a line each. */
  readonly flags?: readonly string[]
  readonly assets: Pick<Assets, 'stylesheet' | 'script' | 'offline' | 'icon' | 'font'>
}

type Page = Extract<PageReply, { kind: 'page' }>

/** The whole document as text. A page answered with 422 says Error before its title. */
export function renderPage(page: Page, around: PageSurroundings): string {
  const words = shellWords(around.context.language)
  const title = page.status === 422 ? `${words.error} ${page.title}` : page.title
  return `<!DOCTYPE html>${renderToStaticMarkup(
    <PageContextProvider value={around.context}>
      <Shell
        title={`${title} - ${words.name}`}
        main={page.main}
        visitor={around.visitor}
        demonstration={around.demonstration}
        navigation={around.navigation}
        unread={around.unread}
        flags={around.flags ?? []}
        back={page.back ?? null}
        here={page.here ?? null}
        welsh={page.welsh ?? 'none'}
        assets={around.assets}
        offline={page.offline === true}
      />
    </PageContextProvider>,
  )}`
}
