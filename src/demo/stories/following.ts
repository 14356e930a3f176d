// What people of the town follow, how often they hear of it, and a story that they heard of.
import { follow } from '../../voice/index.ts'
import { people, townId } from '../names.ts'
import { done, type Story } from '../town.ts'
import { type Tale, tellTale } from './first-tales.ts'

const nothing = {
  typed: '',
  kind: null,
  place: null,
  becomes: null,
  often: 'weekly',
  outside: false,
} as const

const openThisTime: Tale = {
  name: 'open-this-time',
  by: null,
  about: 'praise',
  daysAgo: 6,
  title: 'The quiet room was open this time',
  happened: 'I asked for the quiet room and they had the key. I stayed, and saw the nurse.',
  at: 'clinic',
  level: 0,
  answers: [{ daysAgo: 4, says: 'Thank you. The key hangs at the desk now.', change: 'none' }],
}

/** To follow the same again changes nothing, so that the town can be told twice. */
export const following: Story = {
  name: 'following',
  async tell(town) {
    const { asha, gwen, marcus, dilys } = people
    const log = town.at(12)
    const [clinic, scans] = [townId('place-clinic'), townId('place-scans')]
    for (const one of [
      { person: asha, ...nothing, typed: '"quiet room" or noise', often: 'at-once' as const },
      { person: asha, ...nothing, place: scans, kind: 'concern' },
      {
        person: asha,
        ...nothing,
        place: clinic,
        becomes: 'answered' as const,
        often: 'at-once' as const,
      },
      { person: gwen, ...nothing, place: scans, outside: true },
      { person: gwen, ...nothing, becomes: 'disputed' as const },
      { person: marcus, ...nothing, place: clinic, often: 'daily' as const },
      { person: dilys, ...nothing, place: clinic, often: 'at-once' as const },
    ]) {
      done(await follow(log, one))
    }
    await tellTale(town, openThisTime)
  },
}
