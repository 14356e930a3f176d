// A form of ours: posts to an address here and carries the guard and a one-time key.
import type { ReactNode } from 'react'
import { guardField, keyField } from '../form-guard.ts'
import { usePage } from '../page-context.ts'

export type PageFormProps = {
  /** The path it is posted to. */
  readonly action: string
  readonly children: ReactNode
  readonly className?: string
  /** Whether files go with it. */
  readonly files?: boolean
}

/** Every POST on the site goes through this, so none forgets the guard. */
export function PageForm({ action, children, className, files = false }: PageFormProps) {
  const page = usePage()
  const sent = files ? ({ encType: 'multipart/form-data' } as const) : {}
  return (
    <form method="post" action={action} noValidate className={className} {...sent}>
      <input type="hidden" name={guardField} value={page.guard} />
      <input type="hidden" name={keyField} value={page.newFormKey()} />
      {children}
    </form>
  )
}

/** A question to a list: a GET form whose answers stand in the address. */
export function SearchForm({ action, children, className }: Omit<PageFormProps, 'files'>) {
  return (
    <form method="get" action={action} className={className}>
      {children}
    </form>
  )
}
