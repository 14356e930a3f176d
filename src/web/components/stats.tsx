// Numbers, each with the sentence it belongs to, and where it is said how it was made.

export type Stat = {
  /** "14 of 17" */
  readonly number: string
  /** "promises here were confirmed by those who asked" */
  readonly says: string
  /** Where it is said how this number is made. */
  readonly how?: string
}

export function Stats({ stats }: { readonly stats: readonly Stat[] }) {
  return (
    <ul className="cp-stats">
      {stats.map(({ number, says, how }) => (
        <li key={says}>
          <b>{number}</b> <span>{how === undefined ? says : <a href={how}>{says}</a>}</span>
        </li>
      ))}
    </ul>
  )
}
