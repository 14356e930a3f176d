// Prints the page; shown only where scripts run, since the browser prints without it too.
import { usePage } from '../page-context.ts'

export function PrintButton() {
  const { words } = usePage()
  return (
    <button type="button" className="cp-link-button" data-print="" hidden>
      {words.print}
    </button>
  )
}
