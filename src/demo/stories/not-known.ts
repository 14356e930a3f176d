// Leah does not know a doctor who looked: one look was explained, the other waits to be.
import type { Id } from '../../basics/index.ts'
import { type Log, readHeads } from '../../log/index.ts'
import { recordItems } from '../../record/index.ts'
import {
  type Asker,
  explainLook,
  look,
  queryLook,
  seeVisit,
  seeVisits,
} from '../../sharing/index.ts'
import { organisations, people } from '../names.ts'
import { done, type Story, type Town } from '../town.ts'
import { workers } from '../workers.ts'

const { leah } = people
const { oakLane } = organisations
const { tomasz, rachel } = workers
const herself = { person: leah, shownAs: 'Leah Goldberg' }
const officer = {
  person: rachel.person,
  organisation: oakLane,
  shownAs: `${rachel.name}, Oak Lane Surgery`,
}
const doctor: Asker = {
  person: tomasz.person,
  via: 'role',
  organisation: oakLane,
  roles: ['doctor'],
}

const key = (daysAgo: number): string => `demonstration-not-known-${daysAgo}`

/** She shares with the doctors of the surgery; one whom she never met looked, twice. */
export const notKnown: Story = {
  name: 'not-known',
  async tell(town) {
    // Her looking for a look leaves receipts of its own, which would be left once more each time.
    const heads = await readHeads(town.at(0).db, leah)
    if (heads.filter(({ type }) => type === 'look-query').length === 2) return
    const first = await asks(town, 24, {
      looked: 26,
      nth: 1,
      says: 'I have never met this doctor. I always see Dr Siddiqui. Why did he look?',
    })
    const answer = {
      found: 'explained' as const,
      says:
        'Dr Zielinski was here that day because Dr Siddiqui was away. Your test results came ' +
        'in, and a doctor must read them on the same day. He read your results and wrote that ' +
        'they were fine. He did not look at anything else.',
    }
    done(await explainLook(town.at(17, '11:15'), officer, first, answer, `${key(24)}-answer`))
    await asks(town, 4, {
      looked: 5,
      nth: 2,
      says: 'The same doctor looked again, at ten at night. I was not ill and had no tests.',
    })
  },
}

/** He looks, she finds it on her page and asks; each once, however often it is told. */
async function asks(
  town: Town,
  daysAgo: number,
  { looked, nth, says }: { readonly looked: number; readonly nth: number; readonly says: string },
) {
  const log = town.at(daysAgo, '18:20')
  if ((await hisLooks(log)).length < nth) await lookOnce(town.at(looked, '22:04'))
  const found = (await hisLooks(log))[nth - 1]
  if (found === undefined) throw new Error('Nobody looked')
  return done(await queryLook(log, herself, { look: found, says }, key(daysAgo)))
}

/** The looks of that doctor, the oldest first, as she finds them on her page. */
async function hisLooks(log: Log): Promise<readonly Id[]> {
  const filter = { own: false, purpose: null, act: null, who: tomasz.person }
  const { rows } = await seeVisits(log, leah, { filter, page: 1, size: 10 })
  const found: Id[] = []
  for (const { id: visit } of rows.toReversed()) {
    const seen = done(await seeVisit(log, leah, { visit, page: 1, size: 10 }))
    found.push(...seen.rows.map(({ id }) => id))
  }
  return found
}

async function lookOnce(log: Log): Promise<void> {
  const where = '/people/record'
  const asking = { person: leah, visitor: doctor, purpose: 'direct-care', act: 'read' } as const
  const page = { limit: 6, offset: 0 }
  done(
    await log.db.transaction((tx) =>
      look(log, tx, { ...asking, where }, (leave, visible) =>
        recordItems.read(leave, visible, page),
      ),
    ),
  )
}
