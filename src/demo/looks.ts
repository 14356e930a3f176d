// Who is let in and who looked in the demonstration town, told from today backwards.
import { addDays, dayIn, LONDON, type Result } from '../basics/index.ts'
import { type Log, readHeads } from '../log/index.ts'
import { heldClock } from '../plumbing/index.ts'
import { recordItems } from '../record/index.ts'
import { type Asker, everything, giveGrant, look } from '../sharing/index.ts'
import { organisations, people, townId } from './names.ts'

const { asha, ravi, sian } = people

const father: Asker = { person: ravi, via: 'self', organisation: null, roles: [] }
const nurse: Asker = {
  person: sian,
  via: 'role',
  organisation: organisations.oakLane,
  roles: ['nurse'],
}

/** Asha lets her father see what to do when she is unwell; he looked, and so did her nurse. */
export async function tellLooks(log: Log): Promise<void> {
  const today = dayIn(LONDON, log.clock.now())
  const daysAgo = (days: number): Log => ({
    ...log,
    clock: heldClock(`${addDays(today, -days)}T14:20:00Z`),
  })
  const giving = {
    effect: 'permit' as const,
    to: { person: ravi, organisation: null, role: null },
    what: { ...everything, kinds: ['problem', 'medicine', 'allergy'] },
    acts: ['read' as const],
    purposes: ['direct-care' as const],
    until: null,
  }
  const grant = townId('grant-father')
  const key = 'demonstration-grant-father'
  done(await giveGrant(daysAgo(10), { person: asha, by: asha, key, grant, giving }))
  const heads = await readHeads(log.db, asha)
  if (heads.some(({ type }) => type === 'looks')) return
  await lookOnce(daysAgo(9), father)
  await lookOnce(daysAgo(3), nurse)
}

async function lookOnce(log: Log, visitor: Asker): Promise<void> {
  const where = '/share/with-me'
  const request = { person: asha, visitor, purpose: 'direct-care', act: 'read', where } as const
  const page = { limit: 20, offset: 0 }
  done(
    await log.db.transaction((tx) =>
      look(log, tx, request, (leave, visible) => recordItems.read(leave, visible, page)),
    ),
  )
}

function done<T>(result: Result<T>): T {
  if (result.ok) return result.value
  throw new Error(`The demonstration town is not possible: ${result.refusal.code}`)
}
