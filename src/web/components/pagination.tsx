// A long list in pages: the one before, the one after, and where we are.
import { usePage } from '../page-context.ts'

export type PaginationProps = {
  /** From 1. */
  readonly page: number
  /** How many there are; where that is not told, whether there is another after this one. */
  readonly of: number | 'more' | 'last'
  /** The address of a page. */
  href(page: number): string
}

/** Nothing while there is only one page. */
export function Pagination({ page, of, href }: PaginationProps) {
  const { words } = usePage()
  const last = of === 'more' ? page + 1 : of === 'last' ? page : of
  if (last <= 1) return null
  const say = (one: number) => (of === last ? words.pageOf(one, of) : words.page(one))
  return (
    <nav className="cp-pagination" aria-label={words.pages}>
      {page > 1 && (
        <a href={href(page - 1)} rel="prev">
          {words.previous}
          <span className="nhsuk-u-visually-hidden"> {say(page - 1)}</span>
        </a>
      )}
      <span>{say(page)}</span>
      {page < last && (
        <a href={href(page + 1)} rel="next">
          {words.next}
          <span className="nhsuk-u-visually-hidden"> {say(page + 1)}</span>
        </a>
      )}
    </nav>
  )
}
