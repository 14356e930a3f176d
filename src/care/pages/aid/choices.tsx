// The choices of an aid beside one another: each has the same rows, in the same order.
import { formatNumber, IconArray, type Language } from '../../../web/index.ts'
import type { Aid, AidFigure, AidNumber, AidOption } from '../../domain/aid/aid.ts'
import { aidWords } from '../../words/aid-words.ts'

type Part = { readonly aid: Aid; readonly language: Language }

/**
 * One card a choice. On a wide screen they stand in columns whose rows are in line; on a phone and
 * on paper they follow one another, and each card holds all of it.
 */
export function Choices({ aid, language }: Part) {
  const columns = Math.min(aid.options.length, 4)
  return (
    <div className={`cp-choices cp-choices-${columns}`}>
      {aid.options.map((option) => (
        <Choice key={option.key} aid={aid} language={language} option={option} />
      ))}
    </div>
  )
}

// Name, what it is, good, bad and what it is like; and a row for each figure.
const FIXED_ROWS = 5

function Choice({ aid, language, option }: Part & { readonly option: AidOption }) {
  const say = aidWords.in(language)
  const rows = Math.min(FIXED_ROWS + aid.numbers.length, 16)
  return (
    <section className={`cp-choice cp-rows-${rows}`} aria-labelledby={`choice-${option.key}`}>
      <h3 id={`choice-${option.key}`}>{option.name}</h3>
      <div>
        {option.what.map((text) => (
          <p key={text}>{text}</p>
        ))}
      </div>
      {aid.numbers.map((number) => (
        <Figure
          key={number.name}
          number={number}
          of={aid.of}
          language={language}
          figure={number.figures.find((one) => one.option === option.key)}
        />
      ))}
      <Points heading={say.good} texts={option.good} />
      <Points heading={say.bad} texts={option.bad} />
      <div>
        <h4>{say.like}</h4>
        <dl className="cp-like">
          <dt>{say.body}</dt>
          <dd>{option.like.body}</dd>
          <dt>{say.mind}</dt>
          <dd>{option.like.mind}</dd>
          <dt>{say.life}</dt>
          <dd>{option.like.life}</dd>
        </dl>
      </div>
    </section>
  )
}

function Points({
  heading,
  texts,
}: {
  readonly heading: string
  readonly texts: readonly string[]
}) {
  return (
    <div>
      <h4>{heading}</h4>
      <ul>
        {texts.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </div>
  )
}

/** A figure as a picture and in words: how many do, and how many do not. */
export function Figure(props: {
  readonly number: AidNumber
  readonly figure: AidFigure | undefined
  readonly of: Aid['of']
  readonly language: Language
}) {
  const { number, figure, language } = props
  const say = aidWords.in(language)
  const plain = (count: number) => formatNumber(count, language)
  const of = plain(props.of)
  if (figure === undefined || figure.count === null) {
    return (
      <figure className="cp-figure">
        <h4>{number.name}</h4>
        <div className="cp-not-known" aria-hidden="true">
          ?
        </div>
        <figcaption>
          <b>{say.notKnown}.</b> {figure?.unknown}
        </figcaption>
      </figure>
    )
  }
  const { count, low, high } = figure
  const counted = say.ofPeople(plain(count), of)
  return (
    <figure className="cp-figure">
      <h4>{number.name}</h4>
      <IconArray
        count={count}
        of={props.of}
        isWanted={number.isWanted}
        title={`${counted} ${number.counted}`}
      />
      <figcaption>
        <b>{counted}</b> {number.counted}. {plain(props.of - count)} {number.other || say.doNot}.
        {low !== null && high !== null && ` ${say.range(plain(low), plain(high))}`}
      </figcaption>
    </figure>
  )
}
