// What a person says against something that is kept about them: beside it, wherever it is shown.
import { usePage } from '../../web/index.ts'
import { shareWords } from '../words/share-words.ts'

/** The person's own words, whole; nothing where they have said none. */
export function Disagreements({ statements }: { readonly statements: readonly string[] }) {
  const say = shareWords.in(usePage().language).disagreement
  return statements.map((says, place) => (
    <div key={String(place)} className="cp-disagreement" role="note">
      <p className="cp-disagreement-head">
        <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
          <g fill="none" stroke="currentColor" strokeWidth="2">
            <path d="M1.5 2h13v9H8l-4 3.4V11H1.5z" strokeLinejoin="round" />
          </g>
        </svg>
        {say.head}
      </p>
      <blockquote className="cp-disagreement-words">{says}</blockquote>
    </div>
  ))
}
