// A question for one file or several.
import { FileUpload } from 'nhsuk-react-components'
import { type QuestionProps, useQuestion } from './question.ts'

export type FileInputProps = QuestionProps & {
  readonly several?: boolean
  /** What the browser offers first, `.json` or `image/jpeg`: a help and no check. */
  readonly accept?: string
}

export function FileInput(props: FileInputProps) {
  const question = useQuestion(props)
  return (
    <FileUpload
      {...question.named}
      {...question.label}
      {...question.wrong}
      id={props.name}
      multiple={props.several ?? false}
      {...(props.accept === undefined ? {} : { accept: props.accept })}
    />
  )
}
