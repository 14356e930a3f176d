// What a doctor keeps from Asha, who shares it with them no more.
import { asDay, type Id, type OrganisationId, type PersonId } from '../../../src/basics/index.ts'
import type { Log } from '../../../src/log/index.ts'
import { everything, giveGrant, stopGrant, withholdItem } from '../../../src/sharing/index.ts'
import { done } from '../../attacks/town.ts'

type Keeper = { readonly by: PersonId; readonly at: OrganisationId; readonly item: Id }

export async function keptFrom(log: Log, person: PersonId, { by, at, item: id }: Keeper) {
  const giving = {
    effect: 'permit' as const,
    to: { person: null, organisation: at, role: 'doctor' },
    what: everything,
    acts: ['read' as const, 'add' as const],
    purposes: ['direct-care' as const],
    until: null,
  }
  const grant = done(await giveGrant(log, { person, by: person, giving }))
  const asker = { person: by, via: 'role', organisation: at, roles: ['doctor'] } as const
  const item = { id, kind: 'problem', labels: [], at: asDay('2026-03-01') }
  const why = { reason: 'serious-harm', says: 'Not before the visit' } as const
  const reviewOn = asDay('2027-01-31')
  const asked = { person, asker, item, own: false, ...why, reviewOn, key: null }
  const kept = done(await withholdItem(log, asked))
  done(await stopGrant(log, { person, by: person, grant }))
  return kept
}
