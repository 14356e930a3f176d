// What a browser with scripts adds to a page: focus on the error summary, a print button,
// no form sent twice. Everything works without it.

type Part = {
  readonly dataset: Record<string, string | undefined>
  hidden: boolean
  focus(): void
  setAttribute(name: string, value: string): void
  closest(selector: string): Part | null
  addEventListener(event: string, listener: (event: Happening) => void): void
}
type Happening = {
  readonly target: unknown
  preventDefault(): void
}
declare const document: Part & {
  querySelector(selector: string): Part | null
  querySelectorAll(selector: string): Iterable<Part>
}
declare function setTimeout(then: () => void, milliseconds: number): void
declare const window: { print(): void }

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
