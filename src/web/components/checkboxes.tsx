// Any choices of a few. The first has the id of the field, so that an error link leads to it.
import { Checkboxes as NhsCheckboxes } from 'nhsuk-react-components'
import { typedAt } from '../form.ts'
import { type QuestionProps, useQuestion } from './question.ts'
import { type Choice, choiceId } from './radios.tsx'

export type CheckboxesProps = QuestionProps & { readonly choices: readonly Choice[] }

export function Checkboxes(props: CheckboxesProps) {
  const question = useQuestion(props)
  const chosen = typedAt(props.entry.typed, props.name)
  return (
    <NhsCheckboxes
      {...question.named}
      {...question.legend}
      {...question.wrong}
      id={`${props.name}-choices`}
    >
      {props.choices.map(({ value, text, hint }, place) => (
        <NhsCheckboxes.Item
          key={value}
          id={choiceId(props.name, place)}
          value={value}
          defaultChecked={chosen.includes(value)}
          {...(hint === undefined ? {} : { hint })}
        >
          {text}
        </NhsCheckboxes.Item>
      ))}
    </NhsCheckboxes>
  )
}
