// An entry on a list: what it says, who wrote it, when, and where it came from.
import { Disagreements } from '../../sharing/index.ts'
import { Card, formatDay, formatDayOf, type Language, Tag } from '../../web/index.ts'
import type { Listed } from '../store/entries.ts'
import { words } from './words.ts'

export type Place = {
  /** The address of the record that is looked at, `/record` for one's own. */
  readonly base: string
  readonly language: Language
}

const LONGEST = 240

export function EntryCard(props: Place & { readonly one: Listed; readonly level?: 2 | 3 }) {
  const { one, base, language, level = 3 } = props
  const say = words.in(language)
  const more = one.detail.length > LONGEST ? `${one.detail.slice(0, LONGEST)}…` : one.detail
  const state = one.inError ? say.inError : one.supersededBy === null ? null : say.replaced
  return (
    <Card
      heading={one.title}
      href={`${base}/entry/${one.id}`}
      level={level}
      {...(state === null ? {} : { state: <Tag colour="yellow">{state}</Tag> })}
    >
      {more !== '' && <p>{more}</p>}
      <Disagreements statements={one.disagreements} />
      <p className="cp-small">
        {one.daySaid && <b>{formatDay(one.at, language)}. </b>}
        {say.by(one.author)} {say.from(one.source)} {say.on(formatDayOf(one.addedAt, language))}
        {one.explained > 0 && ` ${say.explained(one.explained)}.`}
      </p>
    </Card>
  )
}
