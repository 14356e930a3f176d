// One choice of a few. The first has the id of the field, so that an error link leads to it.
import { Radios as NhsRadios } from 'nhsuk-react-components'
import { type QuestionProps, typedIn, useQuestion } from './question.ts'

export type Choice = {
  readonly value: string
  readonly text: string
  readonly hint?: string
}

export type RadiosProps = QuestionProps & {
  readonly choices: readonly Choice[]
  /** Beside one another: only for two short ones. */
  readonly inline?: boolean
}

export function Radios(props: RadiosProps) {
  const question = useQuestion(props)
  const chosen = typedIn(props)
  return (
    <NhsRadios
      {...question.named}
      {...question.legend}
      {...question.wrong}
      id={`${props.name}-choices`}
      inline={props.inline === true}
    >
      {props.choices.map(({ value, text, hint }, place) => (
        <NhsRadios.Item
          key={value}
          id={choiceId(props.name, place)}
          value={value}
          defaultChecked={value === chosen}
          {...(hint === undefined ? {} : { hint })}
        >
          {text}
        </NhsRadios.Item>
      ))}
    </NhsRadios>
  )
}

/** The id of the choice at a place from 0: the first has the field's own. */
export const choiceId = (name: string, place: number): string =>
  place === 0 ? name : `${name}-${place + 1}`
