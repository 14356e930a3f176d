// What Kofi heard from people without an account, and what he raised with the board.
import { addDays, type Id } from '../../basics/index.ts'
import { addPlace, linkTo } from '../../places/index.ts'
import { hearConversation, raiseTheme } from '../../voice/index.ts'
import { organisations, people, townId } from '../names.ts'
import { done, nobody, type Story, type Town } from '../town.ts'

type Heard = {
  readonly theme: string
  readonly daysAgo: number
  readonly where: string
  readonly group: string
  readonly people: number
  readonly says: string
  readonly evidence?: string[]
}

const BUSES = 'Buses stop at six'
const timetable = 'https://buses.example/millbrook/evening'

const conversations: readonly Heard[] = [
  {
    theme: BUSES,
    daysAgo: 48,
    where: 'Willow Court',
    group: 'Shift workers',
    people: 12,
    says: 'The evening clinic is no use to us. The last bus home goes before it begins.',
    evidence: [timetable],
  },
  {
    theme: BUSES,
    daysAgo: 44,
    where: 'St Mary’s hall',
    group: 'Older people',
    people: 9,
    says: 'We pay for a taxi, or we do not go.',
    evidence: ['Minutes of the Oak Lane Patient Group, September'],
  },
  {
    theme: BUSES,
    daysAgo: 41,
    where: 'The allotments',
    group: 'Older people',
    people: 7,
    says: 'My neighbour missed two scans because of it.',
  },
  {
    theme: BUSES,
    daysAgo: 40,
    where: 'Foundry Street',
    group: '',
    people: 3,
    says: 'Ask the drivers. They know who they leave standing.',
  },
  {
    theme: 'Letters nobody can read',
    daysAgo: 9,
    where: 'Mill Park kitchen',
    group: 'People who are learning English',
    people: 5,
    says: 'The letters are long. We bring them here and somebody reads them to us.',
  },
]

/** In which part of the town each place lies. */
const areas: Readonly<Record<string, string>> = {
  'Willow Court': 'North Millbrook',
  'St Mary’s hall': 'North Millbrook',
  'The allotments': 'Canal Side',
  'Foundry Street': 'Canal Side',
  'Mill Park kitchen': 'Mill Park',
}

/** The parts of the town, each within it. */
async function addAreas({ at, today }: Town): Promise<void> {
  for (const name of new Set(Object.values(areas))) {
    const place = townId(`area ${name}`)
    const from = addDays(today, -399)
    const log = at(389)
    done(await addPlace(log, { actor: nobody, place, kind: 'area', name, code: null, from }))
    const to = townId('place-millbrook')
    done(await linkTo(log, { actor: nobody, place, link: 'within', to, from }))
  }
}

export const heardInTheStreet: Story = {
  name: 'heard-in-the-street',
  async tell(town) {
    const { at, today } = town
    await addAreas(town)
    const work = { person: people.kofi, organisation: organisations.community }
    const themes = new Map<string, Id>()
    for (const { daysAgo, evidence = [], ...one } of conversations) {
      const conversation = townId(`heard ${one.theme} ${one.where}`)
      const heardOn = addDays(today, -daysAgo)
      const area = townId(`area ${areas[one.where]}`)
      const rest = { conversation, evidence, heardOn, area, way: 'device', agreed: true }
      themes.set(
        one.theme,
        done(await hearConversation(at(daysAgo - 1), work, { ...one, ...rest })),
      )
    }
    const buses = themes.get(BUSES)
    if (buses === undefined) throw new Error('Kofi heard nothing of buses')
    const asks = ['A bus at eight on clinic evenings', 'Clinic times that fit the last bus']
    const raising = { addressee: 'Z99003', asks }
    done(await raiseTheme(at(38), work, buses, raising, 'demonstration-buses'))
  },
}
