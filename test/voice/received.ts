// A formal complaint as it is received, for the tests of complaints.
import type { Id, OrganisationId, PersonId } from '../../src/basics/index.ts'
import type { Log } from '../../src/log/index.ts'
import type { complain } from '../../src/voice/actions/handle-complaint.ts'

export type Received = Parameters<typeof complain>[2]

/** Asha's, in writing, to one body about one place, received now. */
export const receivedFrom = (
  log: Log,
  to: { readonly complainant: PersonId; readonly body: OrganisationId; readonly place: Id },
): Omit<Received, 'says' | 'wants'> => ({
  how: 'written',
  receivedAt: log.clock.now(),
  nation: 'england',
  body: to.body,
  complainant: to.complainant,
  places: [to.place],
  happenedOn: null,
  representative: null,
  right: null,
  name: 'Asha Patel',
  contact: '',
  writtenBy: null,
})
