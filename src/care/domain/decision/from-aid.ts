// What a decision takes from a decision aid that it is begun with.
import type { Aid } from '../aid/aid.ts'
import type { Parts, Tool } from './decision.ts'

export const toolOf = (aid: Aid | null): Tool | null =>
  aid === null ? null : { aid: aid.id, version: aid.version, title: aid.title }

/** The options of an aid as those of a decision: what is good is a benefit, what is bad a risk. */
export const optionsOf = (aid: Aid): Pick<Parts, 'options' | 'noWaiting'> => ({
  options: aid.options.map(({ key, name, isWaiting, good, bad }) => ({
    id: key,
    name,
    isWaiting,
    benefits: [...good],
    risks: [...bad],
  })),
  ...(aid.noWaiting === null ? {} : { noWaiting: aid.noWaiting }),
})
