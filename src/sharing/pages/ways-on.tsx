// The ways on from the name of who shares: to their plan, their map, their visits.
import type { WaysTo } from './page-parts.ts'

/** Links beside each other; each says whose it is to those who hear it alone. */
export function WaysOn(props: { readonly ways: ReturnType<WaysTo>; readonly of: string }) {
  const { ways, of } = props
  if (ways.length === 0) return null
  return (
    <p className="cp-links">
      {ways.map(({ href, text }) => (
        <a key={href} href={href}>
          {text}
          <span className="nhsuk-u-visually-hidden">: {of}</span>
        </a>
      ))}
    </p>
  )
}
