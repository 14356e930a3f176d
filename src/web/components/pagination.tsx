// A long list in pages: the one before, the one after, and where we are.
import { usePage } from '../page-context.ts'

export type PaginationProps = {
  /** From 1. */
  readonly page: number
  readonly of: number
  /** The address of a page. */
  href(page: number): string
}

/** Nothing while there is only one page. */
export function Pagination({ page, of, href }: PaginationProps) {
  const { words } = usePage()
  if (of <= 1) return null
  return (
    <nav className="cp-pagination" aria-label={words.pages}>
      {page > 1 && (
        <a href={href(page - 1)} rel="prev">
          {words.previous}
          <span className="nhsuk-u-visually-hidden"> {words.pageOf(page - 1, of)}</span>
        </a>
      )}
      <span>{words.pageOf(page, of)}</span>
      {page < of && (
        <a href={href(page + 1)} rel="next">
          {words.next}
          <span className="nhsuk-u-visually-hidden"> {words.pageOf(page + 1, of)}</span>
        </a>
      )}
    </nav>
  )
}
