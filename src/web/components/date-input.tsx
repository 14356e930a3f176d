// A day in three inputs. The one that is wrong is marked, and the error link leads to it.
import { DateInput as NhsDateInput } from 'nhsuk-react-components'
import type { FieldError } from '../form.ts'
import { usePage } from '../page-context.ts'
import { type QuestionProps, typedIn, useQuestion } from './question.ts'

/** `birthday` when it asks for the person's own date of birth, which the browser may know. */
export function DateInput(props: QuestionProps & { readonly birthday?: boolean }) {
  const { words } = usePage()
  const question = useQuestion(props)
  const part = (end: 'day' | 'month' | 'year') =>
    ({
      id: `${props.name}-${end}`,
      name: `${props.name}-${end}`,
      label: words[end],
      defaultValue: typedIn(props, `-${end}`),
      error: isWrong(question.error, `${props.name}-${end}`) ? ' ' : false,
      autoComplete: props.birthday === true ? `bday-${end}` : 'off',
    }) as const
  return (
    <NhsDateInput
      {...question.named}
      {...question.legend}
      {...question.wrong}
      id={`${props.name}-date`}
    >
      <NhsDateInput.Day {...part('day')} />
      <NhsDateInput.Month {...part('month')} inputMode="text" />
      <NhsDateInput.Year {...part('year')} />
    </NhsDateInput>
  )
}

const isWrong = (error: FieldError | undefined, part: string) =>
  error !== undefined && (error.whole || error.at === part)
