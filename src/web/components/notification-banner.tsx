// News that is not about this page: something just worked, or something to know.
import type { ReactNode } from 'react'
import { usePage } from '../page-context.ts'

export function NotificationBanner({
  children,
  success = false,
}: {
  readonly children: ReactNode
  /** True for what the person just did. */
  readonly success?: boolean
}) {
  const { words } = usePage()
  const look = success
    ? 'nhsuk-notification-banner nhsuk-notification-banner--success'
    : 'nhsuk-notification-banner'
  return (
    <section
      className={look}
      role={success ? 'alert' : 'region'}
      aria-labelledby="notification-title"
    >
      <div className="nhsuk-notification-banner__header">
        <h2 className="nhsuk-notification-banner__title" id="notification-title">
          {success ? words.success : words.important}
        </h2>
      </div>
      <div className="nhsuk-notification-banner__content">{children}</div>
    </section>
  )
}
