// What matters to the person, and the options beside one another with the figures of the aid.
import { Tag } from '../../../web/index.ts'
import { optionOf } from '../../domain/decision/decision.ts'
import { decisionWords } from '../../words/decision-words.ts'
import { Figure } from '../aid/choices.tsx'
import { Follows } from '../aid/matters-page.tsx'
import { Afterwards } from './afterwards.tsx'
import { Heading, type Part, Points } from './decision-parts.tsx'

export function Matters(props: Part) {
  const { shown, state, opened, language } = props
  const say = decisionWords.in(language)
  const aid = opened?.aid
  const byName = new Map(aid?.values.map(({ key, name }) => [name, key]))
  const marks = Object.fromEntries(
    shown.marks.flatMap(({ name, weight }) => {
      const key = byName.get(name)
      return key === undefined ? [] : [[key, weight]]
    }),
  )
  const own = shown.matters !== ''
  return (
    <>
      <Heading {...props} part="matters">
        {say.matters}
      </Heading>
      {own && <p className="cp-as-written cp-lead">{shown.matters}</p>}
      {!own && shown.marks.length === 0 && <p>{say.nothingYet}</p>}
      {aid !== undefined && shown.marks.length > 0 ? (
        <Follows aid={aid} language={language} marked={{ marks }} />
      ) : (
        <ul>
          {shown.marks.map(({ name, weight }) => (
            <li key={name}>
              {name} ({say.marked[weight]})
            </li>
          ))}
        </ul>
      )}
      {shown.status === 'in progress' && state.parts.lean !== null && (
        <p>
          {say.leaning}: {optionOf(state, state.parts.lean)?.name}
        </p>
      )}
    </>
  )
}

export function Options(props: Part) {
  const { shown, speaker, here, opened, language } = props
  const say = decisionWords.in(language)
  const may = shown.status === 'in progress' && speaker !== null
  const numbers = opened?.aid.numbers ?? []
  const columns = Math.min(Math.max(shown.options.length, 1), 4)
  const rows = Math.min(numbers.length + FIXED_ROWS, 16)
  return (
    <>
      <h2>{say.options}</h2>
      <div className={`cp-choices cp-choices-${columns}`}>
        {shown.options.map((option) => {
          const { id, name, isWaiting, benefits, risks } = option
          return (
            <section key={id} className={`cp-choice cp-rows-${rows}`} aria-label={name}>
              <div>
                {isWaiting && <Tag>{say.waitingTag}</Tag>}
                <h3>{name}</h3>
              </div>
              {numbers.map((number) => (
                <Figure
                  key={number.name}
                  number={number}
                  of={opened?.aid.of ?? 100}
                  figure={number.figures.find((one) => one.option === id)}
                  language={language}
                />
              ))}
              <div>
                <h4>{say.good}</h4>
                <Points texts={benefits} none={say.nothingYet} />
              </div>
              <div>
                <h4>{say.bad}</h4>
                <Points texts={risks} none={say.nothingYet} />
              </div>
              {may ? (
                <p>
                  <a href={`${here}/write/option?option=${encodeURIComponent(id)}`}>
                    {say.changeOption}
                    <span className="nhsuk-u-visually-hidden">: {name}</span>
                  </a>
                </p>
              ) : (
                <div />
              )}
            </section>
          )
        })}
      </div>
      {shown.noWaiting !== '' && (
        <p>
          <b>{say.noWaiting}:</b> {shown.noWaiting}
        </p>
      )}
      {may && (
        <p>
          <a href={`${here}/write/option`}>{say.addOption}</a>
          {!shown.options.some((one) => one.isWaiting) && (
            <>
              {' · '}
              <a href={`${here}/write/noWaiting`}>{say.noWaiting}</a>
            </>
          )}
        </p>
      )}
    </>
  )
}

// Name, good, bad, and the link to change it; and a row for each figure of the aid.
const FIXED_ROWS = 4

export function Tool({ shown, opened, saidAgain, speaker, name, language }: Part) {
  const say = decisionWords.in(language)
  const { tool } = shown
  if (tool === null) return null
  const own = name === null && speaker !== null && shown.status === 'in progress'
  return (
    <>
      <h2>{say.tool}</h2>
      <p>
        {say.toolVersion(tool.title, tool.version)}.{' '}
        <a href={`/aids/${tool.aid}/versions/${tool.version}`}>{say.toolOpen}</a>
        {own && opened?.withdrawn === null && (
          <>
            {' · '}
            <a href={`/aids/${tool.aid}/matters`}>{say.toolMark}</a>
          </>
        )}
      </p>
      {opened !== null && opened.withdrawn !== null && <p>{say.toolWithdrawn}</p>}
      {opened !== null && opened.latest > tool.version && <p>{say.toolNewer(opened.latest)}</p>}
      <Afterwards said={saidAgain} options={shown.options} language={language} />
    </>
  )
}
