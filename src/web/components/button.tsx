// Buttons, and the button that looks like a link because it does something small.
import { Button as NhsButton } from 'nhsuk-react-components'
import type { ReactNode } from 'react'

export type ButtonProps = {
  readonly children: ReactNode
  /** Primary unless it says otherwise; `warning` for what cannot be taken back. */
  readonly kind?: 'primary' | 'secondary' | 'warning'
  /** Sent with the form when this button is pressed. */
  readonly name?: string
  readonly value?: string
}

/** Sends the form it stands in. Two presses in a row send it once. */
export function Button({ children, kind = 'primary', name, value }: ButtonProps) {
  return (
    <NhsButton
      type="submit"
      name={name}
      value={value}
      secondary={kind === 'secondary'}
      warning={kind === 'warning'}
      preventDoubleClick
    >
      {children}
    </NhsButton>
  )
}

/** A link that looks like a button: starts a journey, changes nothing. */
export function ButtonLink({
  href,
  children,
  kind = 'primary',
}: {
  readonly href: string
  readonly children: ReactNode
  readonly kind?: 'primary' | 'secondary'
}) {
  const look = kind === 'secondary' ? 'nhsuk-button nhsuk-button--secondary' : 'nhsuk-button'
  return (
    <a href={href} className={look} draggable="false">
      {children}
    </a>
  )
}

/** A button that reads like a link, in a form of its own. */
export function LinkButton({ children }: { readonly children: ReactNode }) {
  return (
    <button type="submit" className="cp-link-button">
      {children}
    </button>
  )
}
