// What is wrong with a form, first on the page, each line leading to the input it is about.
import { ErrorSummary as NhsErrorSummary } from 'nhsuk-react-components'
import type { FormEntry } from '../form.ts'
import { usePage } from '../page-context.ts'

/** Nothing at all while nothing is wrong. An error at no field stands there without a link. */
export function ErrorSummary({ entry }: { readonly entry: FormEntry }) {
  const { words } = usePage()
  const errors = Object.entries(entry.errors)
  if (errors.length === 0) return null
  return (
    <NhsErrorSummary>
      <NhsErrorSummary.Title>{words.thereIsAProblem}</NhsErrorSummary.Title>
      <NhsErrorSummary.List>
        {errors.map(([name, { says, at }]) =>
          at === '' ? (
            <li key={name}>{says}</li>
          ) : (
            <NhsErrorSummary.ListItem key={name} href={`#${at}`}>
              {says}
            </NhsErrorSummary.ListItem>
          ),
        )}
      </NhsErrorSummary.List>
    </NhsErrorSummary>
  )
}
