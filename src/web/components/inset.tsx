// Set apart from the text around it: worth reading by itself.
import type { ReactNode } from 'react'

export function Inset({ children }: { readonly children: ReactNode }) {
  return <div className="nhsuk-inset-text">{children}</div>
}
