// A line of text.
import { TextInput as NhsTextInput } from 'nhsuk-react-components'
import { type QuestionProps, typedIn, useQuestion } from './question.ts'

export type TextInputProps = QuestionProps & {
  /** In characters: as wide as what is expected. */
  readonly width?: 2 | 3 | 4 | 5 | 10 | 20 | 30
  /** What the browser may fill in. @source HTML Living Standard, autofill */
  readonly autoComplete?: string
  readonly inputMode?: 'numeric' | 'decimal' | 'email' | 'tel' | 'url'
  readonly spellCheck?: boolean
}

export function TextInput(props: TextInputProps) {
  const question = useQuestion(props)
  return (
    <NhsTextInput
      {...question.named}
      {...question.label}
      {...question.wrong}
      id={props.name}
      defaultValue={typedIn(props)}
      autoComplete={props.autoComplete ?? 'off'}
      inputMode={props.inputMode}
      spellCheck={props.spellCheck}
      {...(props.width === undefined ? {} : { width: props.width })}
    />
  )
}
