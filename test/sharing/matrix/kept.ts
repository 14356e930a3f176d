// What Asha keeps beside her plan, for the page that says who sees what.
import { asDay, type Id, type PersonId } from '../../../src/basics/index.ts'
import { sendBySite } from '../../../src/care/actions/information/send-information.ts'
import { call } from '../../../src/care/actions/meeting/hold-meeting.ts'
import { placeOnNetwork } from '../../../src/care/actions/network/keep-network.ts'
import { follow, say } from '../../../src/care/actions/offered/say-offered.ts'
import { foresee } from '../../../src/care/actions/preparing/prepare-visit.ts'
import { items } from '../../../src/care/domain/information/items.ts'
import type { Log } from '../../../src/log/index.ts'
import { done } from '../../attacks/town.ts'

/** What Asha keeps beside her plan: a map, a visit, a meeting, something to read, an offer. */
export async function keptBy(
  log: Log,
  { person, name }: { readonly person: PersonId; readonly name: string },
  newId: () => Id,
) {
  const asker = { person, via: 'self', organisation: null, roles: [] } as const
  const writing = { asker, by: person, shownAs: name }
  const member = newId()
  const friend = { member, called: 'Meera', kind: 'friend', ring: 1, contact: 'weekly' } as const
  const placing = { ...friend, support: [], person: null }
  done(await placeOnNetwork(log, { person, name }, placing, null))
  const ahead = { withWhom: 'Sian Rees', day: asDay('2026-12-01') }
  const invited = [{ called: 'Meera', person: null, side: 'network' as const }]
  const calling = { crisis: false, why: 'To talk', where: '', invited }
  const said = { condition: 'Asthma', toldOn: asDay('2026-11-01'), offered: [] }
  const [item] = items
  if (item === undefined) throw new Error('There is nothing to send')
  const offered = done(await say(log, person, said, null, null))
  const gap = { offered, support: 'care-plan' as const, says: 'May I have a plan?' }
  const question = done(await follow(log, person, gap, null))
  return {
    member: member as string,
    appointment: done(await foresee(log, writing, ahead, null)) as string,
    meeting: done(await call(log, writing, calling, null)) as string,
    offered: offered as string,
    question: question as string,
    information: done(await sendBySite(log, person, item, newId())) as string,
  }
}
