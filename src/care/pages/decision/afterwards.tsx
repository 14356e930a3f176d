// What earlier people said of an aid: whether they would choose it again, as the gate let it out.
import { formatDay, formatNumber, type Language } from '../../../web/index.ts'
import type { SaidAgain } from '../../domain/decision/again.ts'
import { decisionWords } from '../../words/decision-words.ts'

export function Afterwards(props: {
  readonly said: SaidAgain | null
  readonly options: readonly { readonly id: string; readonly name: string }[]
  readonly level?: 2 | 3
  readonly language: Language
}) {
  const { said, options, level = 3, language } = props
  const say = decisionWords.in(language)
  const Heading = `h${level}` as const
  if (said === null || said.options.length === 0) {
    return (
      <>
        <Heading>{say.toolAgainTitle}</Heading>
        <p>{say.toolAgainFew}</p>
      </>
    )
  }
  const nameOf = (id: string) => options.find((one) => one.id === id)?.name ?? id
  return (
    <>
      <Heading>{say.toolAgainTitle}</Heading>
      <ul>
        {said.options.map(({ option, again, of }) => (
          <li key={option}>
            {say.toolAgain(
              formatNumber(again, language),
              formatNumber(of, language),
              nameOf(option),
            )}
          </li>
        ))}
      </ul>
      <p className="cp-small">{say.toolAgainFrom(formatDay(said.asOf, language))}</p>
    </>
  )
}
