// From the name of somebody who shares to what of theirs this room shows: only what is shared.
import type { WaysTo } from '../../../sharing/index.ts'
import type { ItemKind } from '../../domain/item-kinds.ts'
import { takingPartWords } from '../../words/taking-part-words.ts'

type Place = 'plan' | 'network' | 'visits' | 'information' | 'meetings'

/** In the order in which they are shown; one of the kinds is enough. */
const places: readonly (readonly [Place, path: string, kinds: readonly ItemKind[]])[] = [
  [
    'plan',
    'plan',
    ['care-plan', 'contingency-plan', 'advance-statement', 'supporting-plan', 'care-contact'],
  ],
  ['network', 'care/network', ['network-map']],
  ['visits', 'care/visits', ['visit']],
  ['information', 'care/information', ['information']],
  ['meetings', 'care/meetings', ['network-meeting']],
]

export const waysToCare: WaysTo = ({ person, shows }, language) => {
  const { ways } = takingPartWords.in(language)
  return places
    .filter(([, , kinds]) => kinds.some((kind) => shows(kind)))
    .map(([place, path]) => ({ href: `/people/${person}/${path}`, text: ways[place] }))
}
