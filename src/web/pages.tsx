// The web's own pages: language, and what every visitor may read about this site.
import { safeLocalPath } from './addresses.ts'
import type { Route } from './route.ts'

/** Routes that need no room: main puts them beside the rooms' own. */
export const webRoutes: readonly Route[] = [
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
