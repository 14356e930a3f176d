// Matters of health scrutiny on lists, and how one stands.
import type { Day } from '../../basics/index.ts'
import { Card, formatDay, formatDayOf, type Language, PromiseState, Tag } from '../../web/index.ts'
import type { matterStanding } from '../domain/scrutiny/matter.ts'
import type { MatterRow } from '../store/matters.ts'
import { scrutinyWords } from '../words/scrutiny-words.ts'

export const matterAddress = (id: string): string => `/scrutiny/${id}`

type Standing = ReturnType<typeof matterStanding>

/** How a matter stands, in words and a shape. */
export function MatterState(props: {
  readonly standing: Standing
  readonly by: Day | null
  readonly language: Language
}) {
  const { standing, by, language } = props
  const { standings } = scrutinyWords.in(language)
  const day = by === null ? '' : formatDay(by, language)
  if (standing === 'silent') return <PromiseState standing="overdue" says={standings.silent(day)} />
  if (standing === 'waiting') {
    return <PromiseState standing="waiting" says={standings.waiting(day)} />
  }
  const colour = standing === 'published' ? 'green' : standing === 'not taken up' ? 'grey' : 'blue'
  return <Tag colour={colour}>{standings[standing]}</Tag>
}

const standingOfRow = (row: MatterRow, today: Day): Standing => {
  if (row.report !== null) return 'published'
  if (row.drafted) return 'with the members'
  if (row.ownMotion || row.takenUp === true) return 'looked into'
  if (row.takenUp === false) return 'not taken up'
  return row.acknowledgeBy !== null && row.acknowledgeBy < today ? 'silent' : 'waiting'
}

export function MatterCards(props: {
  readonly list: readonly MatterRow[]
  readonly today: Day
  readonly language: Language
  readonly level?: 2 | 3
}) {
  const { list, today, language, level = 3 } = props
  const say = scrutinyWords.in(language)
  return list.map((row) => (
    <Card
      key={row.stream}
      heading={row.title}
      href={matterAddress(row.stream)}
      level={level}
      state={
        <MatterState
          standing={standingOfRow(row, today)}
          by={row.acknowledgeBy}
          language={language}
        />
      }
    >
      <p className="cp-small">
        {say.committeeOf(row.committeeName)}.{' '}
        {row.ownMotion ? say.ownMotion : say.referredBy(row.referrerName)}.{' '}
        {formatDayOf(row.referredAt, language)}.
      </p>
    </Card>
  ))
}
