// Arthur’s surgery keeps one thing from him, because it tells of a neighbour; he asks about it.
import { addDays } from '../../basics/index.ts'
import { everything, giveGrant, queryWithholding, withholdItem } from '../../sharing/index.ts'
import { entryTold, tellRecord, told } from '../chapters.ts'
import { people, townId } from '../names.ts'
import { done, type Story, type Town } from '../town.ts'
import { authors } from '../workers.ts'

const { arthur } = people
const { person: doctor, organisation } = authors.doctor

const CALLED = 34
const call = told(authors.doctor).visit(
  CALLED,
  'Telephone call to the surgery',
  'His neighbour, Mrs Tandy, rang. She hears him cough at night and fears that he falls. She ' +
    'does not want him to know that she rang.',
)

const key = (step: string): string => `demonstration-kept-${step}`

/** The doctors may read and write in his record; one of them keeps the call from him. */
async function keeps(town: Town) {
  const giving = {
    effect: 'permit' as const,
    to: { person: null, organisation, role: 'doctor' },
    what: everything,
    acts: ['read' as const, 'add' as const],
    purposes: ['direct-care' as const],
    until: null,
  }
  const grant = townId('arthur’s doctors write')
  const share = { person: arthur, by: arthur, key: key('share'), grant, giving }
  done(await giveGrant(town.at(CALLED + 2, '12:10'), share))
  await tellRecord(town, arthur, [call])
  const day = addDays(town.today, -CALLED)
  return done(
    await withholdItem(town.at(CALLED - 1, '09:20'), {
      person: arthur,
      asker: { person: doctor, via: 'role', organisation, roles: ['doctor'] },
      item: { id: entryTold(town, arthur, call), kind: 'visit', labels: [], at: day },
      own: false,
      reason: 'about-somebody-else',
      says: 'She asked us not to say that she rang. He would know at once who it was.',
      reviewOn: addDays(town.today, 60),
      key: key('kept'),
    }),
  )
}

/** He reads that something is kept from him, and asks for it to be looked at again. */
export const keptFromArthur: Story = {
  name: 'kept-from-arthur',
  async tell(town) {
    const withholding = await keeps(town)
    const says = 'I would rather know. I am 83, and I can hear a hard word.'
    const asked = { person: arthur, shownAs: 'Arthur Bell', withholding, says }
    done(await queryWithholding(town.at(6, '19:40'), asked, key('asked')))
  },
}
