// Who asks on the pages of one's own record.
import type { PersonId } from '../../basics/index.ts'
import type { PageRequest } from '../../web/index.ts'
import type { Speaker } from '../domain/decide.ts'

/** `hides` where private things are left out on the device they ask from. */
export type Me = Speaker & { readonly person: PersonId; readonly hides?: boolean }

/** People are themselves in their own record, whatever role they act in elsewhere. */
export function meOf({ visitor }: PageRequest): Me {
  if (visitor.kind !== 'person') throw new TypeError('These pages are for people signed in')
  const { person, name, hidesPrivate } = visitor
  const hides = hidesPrivate === true ? { hides: true } : {}
  return { person, organisation: null, shownAs: name, ...hides }
}
