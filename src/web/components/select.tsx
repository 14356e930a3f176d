// One choice of many. Radios are better where they fit.
import { Select as NhsSelect } from 'nhsuk-react-components'
import { type QuestionProps, typedIn, useQuestion } from './question.ts'
import type { Choice } from './radios.tsx'

export function Select(props: QuestionProps & { readonly choices: readonly Choice[] }) {
  const question = useQuestion(props)
  return (
    <NhsSelect
      {...question.named}
      {...question.label}
      {...question.wrong}
      id={props.name}
      defaultValue={typedIn(props)}
    >
      {props.choices.map(({ value, text }) => (
        <NhsSelect.Option key={value} value={value}>
          {text}
        </NhsSelect.Option>
      ))}
    </NhsSelect>
  )
}
