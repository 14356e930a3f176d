// An entry on a list: what it says, who wrote it, when, and where it came from.
import { Disagreements } from '../../sharing/index.ts'
import { Card, formatDay, formatDayOf, type Language, Tag } from '../../web/index.ts'
import type { Listed } from '../store/entries.ts'
import { seeingWords } from '../words/seeing-words.ts'
import { words } from './words.ts'

export type Place = {
  /** The address of the record that is looked at, `/record` for one's own. */
  readonly base: string
  readonly language: Language
}

const LONGEST = 240

export type EntryCardProps = Place & {
  readonly one: Listed
  readonly level?: 2 | 3 | 4
  /** How many entries say the same, where it stands for all of them. */
  readonly alike?: number
}

export function EntryCard(props: EntryCardProps) {
  const { one, base, language, level = 3, alike = 1 } = props
  const say = words.in(language)
  const seeing = seeingWords.in(language)
  const more = one.detail.length > LONGEST ? `${one.detail.slice(0, LONGEST)}…` : one.detail
  const state = stateOf(one, language)
  return (
    <Card
      heading={one.title}
      href={`${base}/entry/${one.id}`}
      level={level}
      {...(state === null ? {} : { state: <Tag colour="yellow">{state}</Tag> })}
    >
      {more !== '' && <p className="cp-as-written">{more}</p>}
      <Disagreements statements={one.disagreements} />
      <p className="cp-small">
        {one.daySaid && <b>{formatDay(one.at, language)}. </b>}
        {say.by(one.author)} {say.from(one.source)} {say.on(formatDayOf(one.addedAt, language))}
        {one.explained > 0 && ` ${say.explained(one.explained)}.`}
      </p>
      {alike > 1 && (
        <p>
          <a href={`${base}/entry/${one.id}/over-time`}>
            {seeing.alike(alike)}
            <span className="nhsuk-u-visually-hidden">: {one.title}</span>
          </a>
        </p>
      )}
    </Card>
  )
}

/** What must be known of an entry before it is read. */
export function stateOf(one: Listed, language: Language): string | null {
  const say = words.in(language)
  if (one.inError) return one.takenBack ? say.broughtByMistake : say.inError
  if (one.supersededBy !== null) return say.replaced
  return one.proviso === null ? null : seeingWords.in(language).provisos[one.proviso]
}
