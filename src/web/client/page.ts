// What a browser with scripts adds to a page: focus on the error summary, a print button,
// no form sent twice, a quick way out. Everything works without it.

type Part = {
  readonly dataset: Record<string, string | undefined>
  hidden: boolean
  readonly href?: string
  focus(): void
  readonly value: string
  submit(): void
  querySelector(selector: string): Part | null
  setAttribute(name: string, value: string): void
  closest(selector: string): Part | null
  addEventListener(event: string, listener: (event: Happening) => void): void
}
type Happening = {
  readonly target: unknown
  readonly key?: string
  readonly timeStamp: number
  preventDefault(): void
}
declare const FormData: new (form: Part) => Iterable<[string, string]>
declare const URLSearchParams: new (pairs: Iterable<[string, string]>) => object
declare const location: { replace(address: string): void }
declare function fetch(
  address: string,
  options: {
    readonly method: string
    readonly body: object
    readonly keepalive: boolean
    readonly headers?: object
  },
): Promise<{ readonly ok: boolean }>
declare const localStorage: {
  getItem(name: string): string | null
  setItem(name: string, value: string): void
  removeItem(name: string): void
}
declare const document: Part & {
  readonly documentElement: Part
  querySelector(selector: string): Part | null
  querySelectorAll(selector: string): Iterable<Part>
}
declare function setTimeout(then: () => void, milliseconds: number): void
declare const window: { print(): void; confirm(says: string): boolean }

const summary = document.querySelector('.nhsuk-error-summary')
summary?.setAttribute('tabindex', '-1')
summary?.focus()

for (const button of document.querySelectorAll('[data-print]')) {
  button.hidden = false
  button.addEventListener('click', () => window.print())
}

const sent = new Set<unknown>()
document.addEventListener('submit', (event) => {
  if (sent.has(event.target)) event.preventDefault()
  sent.add(event.target)
  // One that brought a download leaves the page standing, and may be sent again.
  setTimeout(() => sent.delete(event.target), 3000)
})

const signOut = document.querySelector('form[action="/sign-out"]')
signOut?.addEventListener('submit', (event) => {
  if (waiting().length === 0) return forget()
  event.preventDefault()
  void sendFirst(signOut)
})

const waiting = () => JSON.parse(localStorage.getItem('offline-waiting') ?? '[]') as string[]

/** What was written with the network off is sent before it goes from a shared device. */
async function sendFirst(form: Part): Promise<void> {
  const [to = '', says = ''] = JSON.parse(localStorage.getItem('offline-leaving') ?? '[]')
  const guard = form.querySelector('[name="form-guard"]')?.value ?? ''
  const left: string[] = []
  for (const box of waiting()) {
    const fields: [string, string][] = [
      ['form-guard', guard],
      ['box', box],
    ]
    const headers = { accept: 'application/json' }
    const how = { method: 'POST', body: new URLSearchParams(fields), headers, keepalive: true }
    const answer = await fetch(to, how).catch(() => null)
    if (answer?.ok !== true) left.push(box)
  }
  localStorage.setItem('offline-waiting', JSON.stringify(left))
  const count = String(left.length)
  if (left.length > 0 && !window.confirm(says.replace('{count}', count))) return sent.clear()
  forget()
  form.submit()
}

function forget(): void {
  for (const name of ['waiting', 'leaving', 'key']) localStorage.removeItem(`offline-${name}`)
}

const out = document.querySelector('[data-leave]')

/** Hides the page at once, signs out, and goes where the link leads; going back does not return. */
function leave(): void {
  if (out?.href === undefined) return
  document.documentElement.hidden = true
  forget()
  if (signOut !== null) {
    const body = new URLSearchParams(new FormData(signOut))
    fetch('/sign-out', { method: 'POST', body, keepalive: true }).catch(() => {})
  }
  location.replace(out.href)
}

out?.addEventListener('click', (event) => {
  event.preventDefault()
  leave()
})

const TOGETHER_MS = 2_000
let escapes: number[] = []
document.addEventListener('keydown', ({ key, timeStamp }) => {
  escapes = key === 'Escape' ? [...escapes.slice(-2), timeStamp] : []
  if (escapes.length === 3 && timeStamp - (escapes[0] ?? 0) < TOGETHER_MS) leave()
})
