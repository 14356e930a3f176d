// What the program says about itself: one line of JSON an event, never anything about a person.

export type LogEvent = (event: string, detail?: Readonly<Record<string, unknown>>) => void

/** Writes events through `write`, each with its time. Details are opaque ids, counts and names. */
export const eventLog =
  (write: (line: string) => void, now: () => string): LogEvent =>
  (event, detail = {}) =>
    write(`${JSON.stringify({ at: now(), event, ...detail })}\n`)

/** What may be said of an error: its name, code and place in the code, not its message. */
export function aboutError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { error: typeof error }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined
  // The stack begins with the message, which may quote a person in lines that look like places.
  const places = (error.stack ?? '').replace(error.message, '')
  const frames = places.split('\n').filter((line) => /^\s+at /.test(line))
  const where = frames.slice(0, 6).map((line) => line.trim().replace(/file:\/\/\S*\/(?=src\/)/, ''))
  return { error: error.name, code, where }
}
