// Passing on what somebody shares with the asker: seen first, given, listed, and stopped.
import { type Id, ok, type PersonId, type Result, refuse } from '../../basics/index.ts'
import type { Log } from '../../log/index.ts'
import { mayPassOn } from '../domain/decisions.ts'
import { decide } from '../domain/evaluator.ts'
import type { Asker, Grant } from '../domain/grant.ts'
import { bothVisible, type Visible } from '../domain/predicate.ts'
import type { Purpose } from '../domain/purposes.ts'
import { refusals } from '../domain/refusals.ts'
import { grantsAt } from '../domain/sharing.ts'
import type { ItemSource } from './item-source.ts'
import { type Look, loadSharing, look } from './look.ts'
import { askerFor, itemsOf, readSections, type Shared } from './see-shared.ts'

/** Whose it is, who passes it on, and for what. */
export type PassingOn = {
  readonly person: PersonId
  readonly by: PersonId
  readonly purpose: Purpose
}

export type PassedOn = {
  /** What the recipient would see with `adding`; nothing where there is none. */
  readonly shared: Shared | null
  /** What this asker passed on and holds still, the newest first. */
  readonly given: readonly Grant[]
}

/**
 * What somebody passed on, and what would be seen with one grant more: never more than they see
 * themselves at that moment. Leaves their receipt. Refuses `nothing-shared`, the same words where
 * it may be seen and not passed on.
 */
export async function seePassingOn(
  log: Log,
  sources: readonly ItemSource[],
  passing: PassingOn,
  adding: Grant | null,
): Promise<Result<PassedOn>> {
  const { person, by, purpose } = passing
  const said = await loadSharing(log, log.db, person)
  const may = mayPassOn(said, { person, by, purposes: [purpose] }, log.clock.now())
  if (!may) return refuse(refusals.nothingShared)
  const visitor: Asker = { person: by, via: 'self', organisation: null, roles: [] }
  const request = { person, visitor, purpose, act: 'read', where: '/share/pass-on' } as const
  let passed: PassedOn = { shared: null, given: [] }
  const read = async (leave: Look, own: Visible): Promise<readonly { readonly id: Id }[]> => {
    const now = log.clock.now()
    const sharing = await loadSharing(log, leave.tx, person)
    const given = grantsAt(sharing, now).filter(
      (grant) => grant.givenBy === by && grant.emergency === null,
    )
    passed = { shared: null, given: given.toReversed() }
    if (adding === null) return given
    const more = { ...sharing, grants: [...sharing.grants, adding] }
    const asking = { person, visitor: askerFor(adding.to), purpose, act: 'read' } as const
    const visible = bothVisible(decide(asking, more, now).visible, own)
    const shared = await readSections(sources, leave, visible, 1)
    passed = { ...passed, shared }
    return itemsOf(shared)
  }
  const done = await log.db.transaction((tx) => look(log, tx, request, read))
  return done.ok ? ok(passed) : done
}
