// Putting somebody's details right: found exactly, seen with a receipt, changed with a reason.
import { type Id, isId, type PersonId, type Result, refuse } from '../../basics/index.ts'
import { isKnown, loadPerson, namesOf, type Person } from '../../identity/index.ts'
import type { Log } from '../../log/index.ts'
import { tell } from '../../messages/index.ts'
import { idNamed } from '../../plumbing/index.ts'
import type { Asker } from '../domain/grant.ts'
import { refusals } from '../domain/refusals.ts'
import { detailsPutRightWords } from '../words/details-messages.ts'
import { writeReceipts } from './look.ts'

/** The details of somebody, for who puts them right; it leaves a receipt. */
export const seeDetails = (
  log: Log,
  { person: by, organisation, roles }: Asker,
  id: string | undefined,
  where: string,
): Promise<Result<{ readonly person: PersonId; readonly state: Person }>> =>
  log.db.transaction(async (tx) => {
    if (!isId(id)) return refuse(refusals.nothingShared)
    const person = id as Id as PersonId
    const { state } = await loadPerson(log, tx, person)
    if (!isKnown(state)) return refuse(refusals.nothingShared)
    const body = {
      via: 'role' as const,
      organisation,
      roles: [...roles],
      purpose: 'details' as const,
      act: 'read' as const,
      where,
      grants: [],
      items: [person],
    }
    await writeReceipts(log, tx, [{ person, by, body }])
    return { ok: true, value: { person, state } }
  })

/** Tells the person that their details were put right, and by whom; once for each time. */
export async function tellOfDetails(
  log: Log,
  { owner, fact }: { readonly owner: Id; readonly fact: Id },
): Promise<void> {
  const person = owner as PersonId
  const { state } = await loadPerson(log, log.db, person)
  const by = state.putRight.find(({ id }) => id === fact)?.by as PersonId | null | undefined
  if (!by) return
  const name = (await namesOf(log.db, [by])).get(by) ?? ''
  const sent = await tell(log, person, idNamed(fact, person), {
    from: 'Coproduce',
    renderings: detailsPutRightWords(name),
    leadsTo: '/me',
  })
  if (!sent.ok) throw new Error(sent.refusal.code)
}
