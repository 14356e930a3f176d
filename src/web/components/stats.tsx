// Numbers, each with the sentence it belongs to.

export type Stat = {
  /** "14 of 17" */
  readonly number: string
  /** "promises here were confirmed by those who asked" */
  readonly says: string
}

export function Stats({ stats }: { readonly stats: readonly Stat[] }) {
  return (
    <ul className="cp-stats">
      {stats.map(({ number, says }) => (
        <li key={says}>
          <b>{number}</b> <span>{says}</span>
        </li>
      ))}
    </ul>
  )
}
