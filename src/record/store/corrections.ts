// The rows made from requests to correct an entry, and the lists read from them through a look.
import type { Day, Id, Instant, OrganisationId } from '../../basics/index.ts'
import { projection } from '../../log/index.ts'
import type { Look, Visible } from '../../sharing/index.ts'
import type { Outcome } from '../domain/correction.ts'
import { correctionKinds } from '../domain/correction-facts.ts'
import { DETAILS_KIND, DETAILS_TITLE } from '../domain/own-details.ts'

export const corrections = projection({
  name: 'record.corrections',
  tables: ['record.corrections'],
  kinds: correctionKinds,
  async apply(tx, facts) {
    for (const fact of facts) {
      const at = [fact.owner, fact.stream]
      if (fact.kind === 'correction-asked') {
        const { entry, holder, due } = fact.body
        await tx.text(
          `insert into record.corrections (owner, stream, entry, holder, due, asked_at)
           values ($1, $2, $3, $4, $5, $6)`,
          [...at, entry, holder, due, fact.at],
          'note-correction',
        )
      } else if (fact.kind === 'correction-handed-on') {
        await tx.text(
          'update record.corrections set holder = $3 where owner = $1 and stream = $2',
          [...at, fact.body.to],
          'hand-correction-on',
        )
      } else if (fact.kind === 'correction-answered' || fact.kind === 'correction-withdrawn') {
        const ended = fact.kind === 'correction-answered' ? fact.body.outcome : 'withdrawn'
        await tx.text(
          `update record.corrections set ended = $3, ended_at = $4
           where owner = $1 and stream = $2`,
          [...at, ended, fact.at],
          'end-correction',
        )
      }
    }
  },
})

/** A request on a list; `id` is the entry that it is about. */
export type ListedCorrection = {
  readonly id: Id
  readonly request: Id
  readonly holder: OrganisationId
  readonly due: Day
  readonly askedAt: Instant
  /** How it ended; null while it is open. */
  readonly ended: Outcome | 'withdrawn' | null
  readonly title: string
  readonly disagreements: readonly string[]
}

const COLUMNS = `c.entry as id, c.stream as request, c.holder, c.due, c.asked_at as "askedAt",
  c.ended, coalesce(e.title, '${DETAILS_TITLE}') as title,
  coalesce(e.disagreements, '{}') as disagreements`

// A request about the person's own details names the person where others name an entry.
const FROM = `record.corrections c
  left join record.entries e on e.owner = c.owner and e.stream = c.entry`

const THERE = '(e.stream is not null or c.entry = c.owner)'

const ofEntry = {
  id: 'c.entry',
  kind: `coalesce(e.kind, '${DETAILS_KIND}')`,
  labels: `coalesce(e.labels, '{}')`,
  at: `coalesce(e.day, c.asked_at::date)`,
}

/** A person's requests: open ones by the day they are due, then those that ended, newest first. */
export function readCorrections(
  { person, tx }: Look,
  visible: Visible,
  { entry = null, limit }: { readonly entry?: Id | null; readonly limit: number },
): Promise<ListedCorrection[]> {
  const seen = visible.sql(ofEntry, 4)
  return tx.text<ListedCorrection>(
    `select ${COLUMNS} from ${FROM}
     where c.owner = $1 and ${THERE}
       and ($2::uuid is null or c.entry = $2) and ${seen.text}
     order by c.ended_at desc nulls first, c.due, c.stream limit $3`,
    [person, entry, limit, ...seen.values],
  )
}

/** The requests about these entries, whoever may see them: for what does not leave. */
export const correctionsOf = async (
  { person, tx }: Look,
  entries: readonly Id[],
): Promise<readonly Id[]> => {
  const rows = await tx.text<{ stream: Id }>(
    'select stream from record.corrections where owner = $1 and entry = any($2::uuid[])',
    [person, entries],
  )
  return rows.map(({ stream }) => stream)
}

/** The open requests of one person that an organisation has to answer, by the day they are due. */
export function readToAnswer(
  { person, tx }: Look,
  visible: Visible,
  holder: OrganisationId,
): Promise<ListedCorrection[]> {
  const seen = visible.sql(ofEntry, 3)
  return tx.text<ListedCorrection>(
    `select ${COLUMNS} from ${FROM}
     where c.owner = $1 and c.holder = $2 and c.ended is null
       and ${THERE} and ${seen.text}
     order by c.due, c.stream limit 50`,
    [person, holder, ...seen.values],
  )
}
