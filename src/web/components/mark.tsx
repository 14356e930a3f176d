// Our mark: two equal circles that overlap, and the middle that they share.

/** The mark; it always stands beside the name, so it says nothing by itself. */
export function Mark() {
  return (
    <svg className="cp-mark" viewBox="0 0 44 28" width="44" height="28" aria-hidden="true">
      <path
        className="cp-mark-shared"
        d="M22 3.63a12.5 12.5 0 0 1 0 20.74a12.5 12.5 0 0 1 0-20.74z"
        fill="#f3c969"
      />
      <g fill="none" stroke="currentColor" strokeWidth="3">
        <circle cx="15" cy="14" r="12.5" />
        <circle cx="29" cy="14" r="12.5" />
      </g>
    </svg>
  )
}
