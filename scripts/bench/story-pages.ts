// The pages of stories that the benchmark asks for: the usual searches, and the worst there are.
import type { Id } from '../../src/basics/index.ts'
import { common, IN_AREA, rare } from './stories.ts'

type Places = { readonly services: readonly Id[]; readonly area: Id; readonly country: Id }
type Asked = readonly [name: string, most: number, path: (turn: number) => string]

const WITHIN = 50
const EIGHT = 'waiting+room+nurse+appointment+told+hours+called+phone'
const TWELVE = common.replaceAll(' ', '+')
const NONE = common.replaceAll(/^| /g, '+-').slice(1)

const word = (turn: number) => rare[(turn * 53) % rare.length]
const many = (count: number) => count.toLocaleString('en-GB')

/** Each with the milliseconds within which it is to be answered. */
export function pagesAsked(places: Places): Asked[] {
  const { services, area, country } = places
  const service = (turn: number) => services[(turn * 37) % services.length]
  const inCountry = `the page of a country with ${many(services.length + 1)} places, counted`
  return [
    ...usual(places),
    ...worst(places),
    ['the page of one service', 20, (turn) => `/stories/about/${service(turn)}`],
    [`the page of an area with ${IN_AREA} services`, WITHIN, () => `/stories/about/${area}`],
    [inCountry, WITHIN, () => `/stories/about/${country}`],
  ]
}

function usual({ services, area }: Places): Asked[] {
  const service = (turn: number) => services[(turn * 37) % services.length]
  const searches: readonly (readonly [string, (turn: number) => string])[] = [
    ['a rare word', (turn) => `words=${word(turn)}`],
    [
      'two common words, of one kind, not answered',
      () => 'words=waiting+nurse&kind=story&answered=no',
    ],
    ['a common and a rare word', (turn) => `words=kind+${word(turn)}`],
    ['what is late, of one kind', () => 'became=late&kind=idea'],
    ['what is disputed, with a word', () => 'became=disputed&words=doctor'],
    [
      'one service: a word, confirmed',
      (turn) => `place=${service(turn)}&words=nurse&became=confirmed`,
    ],
    ['with no story that fits', (turn) => `words=none+${word(turn)}`],
    [
      'an area: a common word, disputed',
      () => `place=${area}&words=doctor&became=disputed&kind=idea`,
    ],
    ['by a phrase, answered', () => 'words="waiting+nurse"&answered=yes'],
  ]
  return searches.map(([name, query]) => [
    `search ${name}`,
    WITHIN,
    (turn) => `/stories?${query(turn)}`,
  ])
}

const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString()

/** What goes together in hardly any story, though each part of it is common. */
function worst({ services, country }: Places): Asked[] {
  const before = (days: number) => `before=${daysAgo(days)}_${services[0]}`
  const searches: readonly (readonly [string, (turn: number) => string])[] = [
    ['eight common words, of one kind, waiting', () => `words=${EIGHT}&kind=idea&became=waiting`],
    ['eight common words', () => `words=${EIGHT}`],
    ['twelve common words, praise, not answered', () => `words=${TWELVE}&kind=praise&answered=no`],
    ['none of the common words', () => `words=${NONE}`],
    ['by a phrase that nobody said', () => 'words="waiting+room+nurse+appointment+told+hours"'],
    ['what nothing can be', () => 'became=confirmed&answered=no&words=-pain'],
    ['a country: eight common words', () => `place=${country}&words=${EIGHT}`],
    ['a country: a rare word', (turn) => `place=${country}&words=${word(turn)}`],
    ['the next page', () => `words=nurse&${before(400)}`],
    ['the last page', () => `words=${EIGHT}&kind=idea&${before(1_490)}`],
  ]
  return searches.map(([name, query]) => [
    `search ${name}`,
    WITHIN,
    (turn) => `/stories?${query(turn)}`,
  ])
}
