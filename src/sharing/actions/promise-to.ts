// Promising something to a person who shares with one's role: seen first, made, and told to them.
import {
  type Day,
  type Id,
  type OrganisationId,
  ok,
  type PersonId,
  type Result,
  refuse,
} from '../../basics/index.ts'
import type { Log } from '../../log/index.ts'
import { needsPlace, tell } from '../../messages/index.ts'
import { idNamed } from '../../plumbing/index.ts'
import { agreedByHand, promise } from '../../promises/index.ts'
import type { Asker } from '../domain/grant.ts'
import { refusals } from '../domain/refusals.ts'
import { promisedWords } from '../words/promise-words.ts'
import { look } from './look.ts'

/** Whether this asker, at work, sees anything of the person in care; it leaves a receipt. */
export async function mayPromise(
  log: Log,
  visitor: Asker,
  person: PersonId,
): Promise<Result<null>> {
  // What is promised outside of work is between people, and needs no page here.
  if (visitor.via !== 'role') return refuse(refusals.nothingShared)
  const asking = { person, visitor, purpose: 'direct-care', act: 'read' } as const
  const item = [{ id: needsPlace(person).stream }]
  const done = await log.db.transaction((tx) =>
    look(log, tx, { ...asking, where: '/people/promise' }, async () => item),
  )
  return done.ok ? ok(null) : done
}

export type Promised = {
  readonly by: PersonId
  readonly organisation: OrganisationId
  readonly shownAs: string
  readonly says: string
  readonly due: Day
}

/**
 * Promises something for an organisation; the person hears of it, and they alone confirm it.
 * Refuses `promise-empty`, `promise-due-in-the-past`.
 */
export async function promiseTo(
  log: Log,
  person: PersonId,
  { by, organisation, shownAs, says, due }: Promised,
  key: string,
): Promise<Result<Id>> {
  // The form is the promise: sent again, it is the same one.
  const stream = idNamed(by, `promise ${key}`)
  const made = {
    says,
    promiser: { person: by, organisation, shownAs },
    to: [person],
    due,
    source: agreedByHand,
    about: null,
    escalateTo: null,
  }
  const done = await promise(log, { person: by, organisation }, made, key, stream)
  if (!done.ok) return done
  const draft = {
    from: shownAs,
    renderings: promisedWords(shownAs, due),
    leadsTo: `/promises/${stream}`,
    organisation,
  }
  await tell(log, person, idNamed(stream, 'promised'), draft)
  return ok(stream)
}
