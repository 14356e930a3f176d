// The pages that ask once more before something is ended: a tie, or a role.
import type { ReactNode } from 'react'
import { Button, PageForm, PageHeading } from '../../web/index.ts'

/** What is about to end, what follows, the button that ends it, and the way out. */
export function EndPage(props: {
  readonly asks: string
  readonly about?: string
  readonly lead: string
  readonly keeps?: string
  readonly action: string
  /** What the form carries besides its button. */
  readonly carries: Readonly<Record<string, string>>
  readonly end: ReactNode
  readonly keep: { readonly href: string; readonly text: string }
}) {
  const { about, keeps, keep } = props
  return (
    <div className="cp-reading-width">
      <PageHeading {...(about === undefined ? {} : { about })} lead={props.lead}>
        {props.asks}
      </PageHeading>
      {keeps !== undefined && <p>{keeps}</p>}
      <PageForm action={props.action}>
        {Object.entries(props.carries).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <Button kind="warning">{props.end}</Button>
      </PageForm>
      <p>
        <a href={keep.href}>{keep.text}</a>
      </p>
    </div>
  )
}
