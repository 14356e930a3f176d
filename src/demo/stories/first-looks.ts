// Who is let in and who looked in the demonstration town, told from today backwards.
import { type Log, readHeads } from '../../log/index.ts'
import { recordItems } from '../../record/index.ts'
import { type Asker, everything, giveGrant, look } from '../../sharing/index.ts'
import { organisations, people, townId } from '../names.ts'
import { done, type Story } from '../town.ts'

const { asha, ravi, sian } = people

const father: Asker = { person: ravi, via: 'self', organisation: null, roles: [] }
const nurse: Asker = {
  person: sian,
  via: 'role',
  organisation: organisations.oakLane,
  roles: ['nurse'],
}

/** Asha lets her father see what to do when she is unwell; he looked, and so did her nurse. */
export const firstLooks: Story = {
  name: 'first-looks',
  async tell({ at }) {
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
    const begun = at(10, '14:20')
    done(await giveGrant(begun, { person: asha, by: asha, key, grant, giving }))
    const heads = await readHeads(begun.db, asha)
    if (heads.some(({ type }) => type === 'looks')) return
    await lookOnce(at(9, '14:20'), father)
    await lookOnce(at(3, '14:20'), nurse)
  },
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
