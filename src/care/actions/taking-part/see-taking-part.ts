// What a person took part in: counted from their own rows and grants, in one look of their own.
import { ok, type PersonId, type Result } from '../../../basics/index.ts'
import type { Log } from '../../../log/index.ts'
import { grantsInForce, type LookRequest, look } from '../../../sharing/index.ts'
import type { Counts } from '../../domain/taking-part/taking-part.ts'
import { countAidsSeen, countOwnSteps, countsByKind } from '../../store/network-reads.ts'

const planKinds = ['care-plan', 'contingency-plan', 'advance-statement', 'supporting-plan']

/** Counts what may be seen. Refuses `nothing-shared`, which a look of one's own does not. */
export async function seeTakingPart(log: Log, request: LookRequest): Promise<Result<Counts>> {
  const sharedWith = await countRecipients(log, request.person)
  let counts: Counts | null = null
  const done = await log.db.transaction((tx) =>
    look(log, tx, request, async (leave, visible) => {
      const kinds = await countsByKind(leave, visible)
      const steps = await countOwnSteps(leave, visible)
      const kind = (name: string) => kinds.get(name) ?? 0
      const step = (what: string, ...wanted: readonly string[]) =>
        steps
          .filter((one) => one.what === what && (wanted.length === 0 || wanted.includes(one.step)))
          .reduce((sum, { count }) => sum + count, 0)
      counts = {
        planParts: planKinds.reduce((sum, name) => sum + kind(name), 0),
        visits: kind('visit'),
        visitsPrepared: step('prepared'),
        offered: step('offered', 'offered'),
        offeredOf: step('offered'),
        sent: kind('information'),
        opened: step('information', 'opened', 'yes', 'partly', 'no'),
        judged: step('information', 'yes', 'partly', 'no'),
        onMap: step('map'),
        meetings: step('met'),
        decisions: kind('shared-decision'),
        aids: await countAidsSeen(leave, visible),
        sharedWith,
      }
      return []
    }),
  )
  if (!done.ok) return done
  if (counts === null) throw new TypeError('A look of one’s own read nothing')
  return ok(counts)
}

/** How many people, teams and organisations the person lets see something now. */
async function countRecipients(log: Log, person: PersonId): Promise<number> {
  const given = await grantsInForce(log, person)
  return new Set(given.map(({ to }) => `${to.person} ${to.organisation} ${to.role}`)).size
}
