// Things that were measured, each with its newest result and the way to see how it changed.
import { Disagreements } from '../../sharing/index.ts'
import { formatDay, Table } from '../../web/index.ts'
import type { Thing } from '../store/overview.ts'
import { seeingWords } from '../words/seeing-words.ts'
import type { Place } from './entry-card.tsx'

export function ThingTable(
  props: Place & { readonly things: readonly Thing[]; readonly caption: string },
) {
  const { things, caption, base, language } = props
  const say = seeingWords.in(language)
  return (
    <Table
      caption={caption}
      captionHeard
      columns={[say.what, say.value, say.when, say.whoWrote].map((heading) => ({ heading }))}
      rows={things.map((one) => ({
        key: one.id,
        cells: [
          <a key="what" href={`${base}/entry/${one.id}/over-time`}>
            {one.title}
            <span className="nhsuk-u-visually-hidden"> {say.overTime}</span>
          </a>,
          <Value key="value" one={one} language={language} />,
          formatDay(one.at, language),
          say.byFrom(one.author, one.source),
        ],
      }))}
    />
  )
}

function Value({ one, language }: Pick<Place, 'language'> & { readonly one: Thing }) {
  const say = seeingWords.in(language)
  return (
    <div>
      {one.detail
        .split('\n')
        .slice(0, MOST_LINES)
        .map((line) => (
          <span key={line} className="cp-line">
            {line}
          </span>
        ))}
      {one.proviso !== null && <b className="cp-line">{say.provisos[one.proviso]}</b>}
      <Disagreements statements={one.disagreements} />
    </div>
  )
}

const MOST_LINES = 4
