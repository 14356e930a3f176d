// More about something, for those who want it: closed until it is asked for.
import { Details as NhsDetails } from 'nhsuk-react-components'
import type { ReactNode } from 'react'

export function Details({
  summary,
  open = false,
  children,
}: {
  readonly summary: string
  /** True where something in it needs to be seen, such as an error. */
  readonly open?: boolean
  readonly children: ReactNode
}) {
  return (
    <NhsDetails open={open}>
      <NhsDetails.Summary>{summary}</NhsDetails.Summary>
      <NhsDetails.Text>{children}</NhsDetails.Text>
    </NhsDetails>
  )
}
