// The addresses by which a plan is taken elsewhere, as a file for programs.
import type { Log } from '../../../log/index.ts'
import type { Route } from '../../../web/index.ts'
import { takePlan } from '../../actions/plan/take-plan.ts'
import { ownOnly, refused } from './place.ts'

export const takeRoutes = (log: Log): readonly Route[] => [
  ownOnly(log, 'GET', '/plan.json', 'My plan under the headings of the standard', (_, __, at) =>
    save(log, 'prsb', 'plan.json', 'application/json', at.look('/plan.json', 'export')),
  ),
  ownOnly(log, 'GET', '/plan.fhir.json', 'My plan as FHIR', (_, __, at) =>
    save(log, 'fhir', 'plan.fhir.json', 'application/fhir+json', at.look('/fhir', 'export')),
  ),
]

async function save(
  log: Log,
  as: 'prsb' | 'fhir',
  name: string,
  type: string,
  look: Parameters<typeof takePlan>[1],
) {
  const done = await takePlan(log, look, as)
  if (!done.ok) return refused(done.refusal)
  return { kind: 'download', name, type, body: done.value } as const
}
