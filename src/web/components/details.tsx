// More about something, for those who want it: closed until it is asked for.
import { Details as NhsDetails } from 'nhsuk-react-components'
import type { ReactNode } from 'react'

export function Details({
  summary,
  children,
}: {
  readonly summary: string
  readonly children: ReactNode
}) {
  return (
    <NhsDetails>
      <NhsDetails.Summary>{summary}</NhsDetails.Summary>
      <NhsDetails.Text>{children}</NhsDetails.Text>
    </NhsDetails>
  )
}
