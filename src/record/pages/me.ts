// Who asks on the pages of one's own record.
import type { PersonId } from '../../basics/index.ts'
import type { PageRequest } from '../../web/index.ts'
import type { Speaker } from '../domain/decide.ts'

export type Me = Speaker & { readonly person: PersonId }

/** People are themselves in their own record, whatever role they act in elsewhere. */
export function meOf({ visitor }: PageRequest): Me {
  if (visitor.kind !== 'person') throw new TypeError('These pages are for people signed in')
  return { person: visitor.person, organisation: null, shownAs: visitor.name }
}
