// A complaint for whoever may see it; reads as if there were none for everybody else.
import { type PersonId, refuse } from '../../../basics/index.ts'
import type { Log } from '../../../log/index.ts'
import type { About, PageReply, PageRequest } from '../../../web/index.ts'
import {
  noteComplaintOpened,
  type SeenComplaint,
  seeComplaint,
} from '../../actions/see-complaint.ts'
import { refusals } from '../../domain/complaint/refusals.ts'

export const here = '/have-a-say'
/** Where those who handle complaints at work are. */
export const atWork = '/complaints'

export const unknownComplaint = (): PageReply => ({
  kind: 'refused',
  refusal: refuse(refusals.complaintUnknown).refusal,
})

/** Who acts: the person signed in, or nobody who is known. */
export const personIn = ({ visitor }: PageRequest): PersonId | null =>
  visitor.kind === 'person' ? visitor.person : null

export async function withComplaint(
  log: Log,
  request: PageRequest,
  work: (seen: SeenComplaint) => Promise<PageReply>,
): Promise<PageReply> {
  const looker = { visitor: request.visitor, browser: request.draftOwner }
  const seen = await seeComplaint(log, looker, request.params.complaint ?? '')
  return seen === null ? unknownComplaint() : work(seen)
}

/** Notes for the complainant that somebody at a body opened it; for every page that shows it. */
export async function noteOpened(log: Log, request: PageRequest, seen: SeenComplaint) {
  const person = personIn(request)
  const { side, id } = seen
  if (side.side === 'body' && person !== null) {
    await noteComplaintOpened(log, id, person, side.body)
  }
}

/** The same for the complainant's side alone, or for a body's. */
export const withSide = (
  log: Log,
  request: PageRequest,
  side: 'complainant' | 'body',
  work: (seen: SeenComplaint) => Promise<PageReply>,
): Promise<PageReply> =>
  withComplaint(log, request, async (seen) =>
    seen.side.side === side ? work(seen) : unknownComplaint(),
  )

/** Those who complained, for the body that answers them: it knows how to tell them. */
export const complainantsOf = (list: readonly SeenComplaint[]): readonly About[] =>
  list.flatMap(({ side, complaint }) => {
    const person = complaint.complainant
    if (side.side !== 'body' || person === null) return []
    return [{ person: person as PersonId, asked: true }]
  })
