// What the ombudsman recommended to whoever runs a service, on its public page: kept or late.
import { type Day, dayIn, type Id, LONDON, type OrganisationId } from '../../../basics/index.ts'
import { organisationNames } from '../../../identity/index.ts'
import type { Log } from '../../../log/index.ts'
import { loadPlace, providersOf } from '../../../places/index.ts'
import { Card, formatDueDay, type PageRequest, PromiseState } from '../../../web/index.ts'
import { type RecommendedBy, recommendedBy } from '../../store/recommended.ts'
import { complaintWords } from '../../words/words.ts'

const say = complaintWords.in('en')

export type RecommendedTo = RecommendedBy & { readonly name: string }

/** Of whoever answers for a place today. */
export async function recommendedAt(
  log: Log,
  place: Id,
  { now }: Pick<PageRequest, 'now'>,
): Promise<readonly RecommendedTo[]> {
  const today: Day = dayIn(LONDON, now)
  const bodies = await providersOf(log, await loadPlace(log, place), today)
  if (bodies.length === 0) return []
  const rows = await recommendedBy(log.db, bodies, today)
  const names = await organisationNames(
    log.db,
    rows.map(({ organisation }) => organisation as OrganisationId),
  )
  return rows.map((one) => ({
    ...one,
    name: names.get(one.organisation as OrganisationId) ?? '',
  }))
}

export function RecommendedCard({ list }: { readonly list: readonly RecommendedTo[] }) {
  return (
    <>
      {list.map(({ organisation, name, all, kept, disputed, overdue, since }) => (
        <Card key={organisation} heading={say.recommendedHeading(name)} soft>
          {overdue > 0 && since !== null && (
            <p>
              <PromiseState
                standing="overdue"
                says={say.recommendedLate(overdue, formatDueDay(since, 'en'))}
              />
            </p>
          )}
          {disputed > 0 && (
            <p>
              <PromiseState standing="disputed" says={say.recommendedDisputed(disputed)} />
            </p>
          )}
          <p>{say.recommendedSays(all, kept)}</p>
        </Card>
      ))}
    </>
  )
}
