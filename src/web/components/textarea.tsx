// Several lines of text.
import { Textarea as NhsTextarea } from 'nhsuk-react-components'
import { type QuestionProps, typedIn, useQuestion } from './question.ts'

export function Textarea(props: QuestionProps & { readonly rows?: number }) {
  const question = useQuestion(props)
  return (
    <NhsTextarea
      {...question.named}
      {...question.label}
      {...question.wrong}
      id={props.name}
      rows={props.rows ?? 6}
      defaultValue={typedIn(props)}
    />
  )
}
