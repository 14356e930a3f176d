// The web's own addresses: language, and what every visitor may read about this site.
import { createElement, type FunctionComponent } from 'react'
import {
  AccessibilityPage,
  aboutCatalogues,
  CheckPage,
  CookiesPage,
  LeaveNoTracePage,
  PrivacyPage,
} from './about-pages.tsx'
import { safeLocalPath } from './addresses.ts'
import type { Route } from './route.ts'
import type { Catalogue } from './words/catalogue.ts'

/** Routes that need no room: main puts them beside the rooms' own. */
export const webRoutes: readonly Route[] = [
  about('/cookies', 'The cookies this site uses', aboutCatalogues.cookies, CookiesPage),
  about(
    '/accessibility',
    'What works for whom, and what does not yet',
    aboutCatalogues.accessibility,
    AccessibilityPage,
  ),
  about(
    '/privacy',
    'What is kept, and what people can ask for',
    aboutCatalogues.privacy,
    PrivacyPage,
  ),
  about(
    '/leave-no-trace',
    'What to do if somebody watches what you do here',
    aboutCatalogues.leaveNoTrace,
    LeaveNoTracePage,
  ),
  about('/check', 'How anyone can check the record', aboutCatalogues.check, CheckPage),
  {
    method: 'POST',
    path: '/language',
    access: 'anyone',
    says: 'Changes between English and Welsh',
    handle: async ({ form }) => ({
      kind: 'redirect',
      to: safeLocalPath(typeof form.return === 'string' ? form.return : undefined),
      setLanguage: form.language === 'cy' ? 'cy' : 'en',
    }),
  },
]

function about<Words extends { readonly title: string }>(
  path: string,
  says: string,
  words: Catalogue<Words>,
  Page: FunctionComponent<{ readonly words: Words }>,
): Route {
  return {
    method: 'GET',
    path,
    access: 'anyone',
    says,
    handle: async ({ language }) => ({
      kind: 'page',
      title: words.in(language).title,
      main: createElement(Page, { words: words.in(language) }),
      ...(words.welsh === 'none' ? {} : { welsh: words.welsh }),
    }),
  }
}
