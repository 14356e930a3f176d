// The page that says what went wrong, what to do next, and the reference to quote.
import type { Refusal } from '../basics/index.ts'
import { usePage } from './page-context.ts'
import type { Language } from './route.ts'
import { welshRefusals } from './words/cy.ts'

/** A refusal in the language asked for, and whether it is said in Welsh. */
export function sayRefusal(
  refusal: Refusal,
  language: Language,
): { readonly says: string; readonly next: string; readonly welsh: 'whole' | 'none' } {
  const translated = (welshRefusals as Readonly<Record<string, { says: string; next: string }>>)[
    refusal.code
  ]
  if (language === 'cy' && translated !== undefined) return { ...translated, welsh: 'whole' }
  return { says: refusal.says, next: refusal.next, welsh: 'none' }
}

/** What happened as the heading, then what to do next, then the reference. */
export function Trouble({
  says,
  next,
  reference,
}: {
  readonly says: string
  readonly next: string
  readonly reference: string
}) {
  const { words } = usePage()
  return (
    <div className="cp-reading-width">
      <h1 className="nhsuk-heading-l">{says}</h1>
      <p>{next}</p>
      <p>
        <a href="/">{words.home}</a>
      </p>
      <p className="cp-small">
        {words.referenceSays} <span className="cp-reference">{reference}</span>
      </p>
    </div>
  )
}
