// A tag: one or two words about a thing, never the only sign of its state.
import { Tag as NhsTag } from 'nhsuk-react-components'

export type TagColour = 'white' | 'grey' | 'green' | 'blue' | 'yellow' | 'orange' | 'red'

export function Tag({
  children,
  colour = 'grey',
}: {
  readonly children: string
  readonly colour?: TagColour
}) {
  return <NhsTag modifier={colour}>{children}</NhsTag>
}
