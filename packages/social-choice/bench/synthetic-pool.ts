// Pools made from a seed, with the sizes and the lopsidedness of real ones.

import { seededChance } from '../src/ground/seeded.ts'
import type { PoolPerson } from '../src/pool/people.ts'
import type { Quota } from '../src/pool/quotas.ts'

/** One feature: its share of the population in a thousand, and how readily its people reply. */
type Feature = readonly [name: string, share: number, replies: number]

const categories: readonly (readonly [string, readonly Feature[]])[] = [
  [
    'gender',
    [
      ['female', 508, 11],
      ['male', 484, 9],
      ['other', 8, 12],
    ],
  ],
  [
    'age',
    [
      ['16-24', 135, 6],
      ['25-34', 165, 9],
      ['35-49', 240, 10],
      ['50-64', 240, 12],
      ['65-74', 125, 14],
      ['75+', 95, 5],
    ],
  ],
  [
    'education',
    [
      ['none', 190, 3],
      ['level1-2', 290, 6],
      ['level3', 190, 9],
      ['degree', 330, 18],
    ],
  ],
  [
    'region',
    [
      ['north', 240, 8],
      ['midlands', 190, 8],
      ['east', 110, 10],
      ['london', 160, 13],
      ['south-east', 170, 12],
      ['south-west', 130, 12],
    ],
  ],
  [
    'ethnicity',
    [
      ['white', 815, 11],
      ['asian', 93, 7],
      ['black', 42, 6],
      ['mixed-other', 50, 8],
    ],
  ],
  [
    'concern',
    [
      ['very', 400, 16],
      ['fairly', 400, 8],
      ['not', 200, 3],
    ],
  ],
  [
    'disability',
    [
      ['yes', 210, 8],
      ['no', 790, 10],
    ],
  ],
]

/** A pool of the given size in the first `width` categories, with quotas true to the population. */
export function syntheticPool(
  pool: number,
  panel: number,
  width: number,
  seed: string,
): { quotas: Quota[]; people: PoolPerson[] } {
  const used = categories.slice(0, width)
  const chance = seededChance(seed)
  const quotas = used.flatMap(([category, features]) =>
    features.map(([feature, share]): Quota => {
      const min = Math.floor((share * panel) / 1000)
      const flex = { minFlex: 0, maxFlex: panel }
      return { category, feature, min, max: min + 1, ...flex }
    }),
  )
  const people = Array.from({ length: pool }, (_, place): PoolPerson => {
    const features = used.map(([, options]) => {
      const total = options.reduce((sum, [, share, replies]) => sum + share * replies, 0)
      let drawn = chance.below(total)
      const chosen = options.find(([, share, replies]) => {
        drawn -= share * replies
        return drawn < 0
      })
      return chosen?.[0] ?? options[0]?.[0] ?? ''
    })
    return { id: `p${place + 1}`, features }
  })
  return { quotas, people }
}
