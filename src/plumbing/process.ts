// The process itself: being asked to stop.

/** A terminal's Ctrl+C reaches both the starter and us, and the starter passes it on as well. */
const ONE_PRESS_MS = 1_000

/**
 * Resolves at the first SIGTERM, SIGINT or SIGHUP. Those that follow are not heard, so that a
 * signal that comes twice does not cut the work short; but whoever presses Ctrl+C again, a second
 * or more after the first, ends the process at once.
 */
export function untilAskedToStop(): Promise<void> {
  return new Promise((resolve) => {
    let first: number | null = null
    const stop = (signal: string) => {
      if (first !== null && signal === 'SIGINT' && Date.now() - first > ONE_PRESS_MS) {
        process.exit(130)
      }
      first ??= Date.now()
      resolve()
    }
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, stop)
  })
}

/** Whether a system call failed with one of these codes, `EADDRINUSE`. */
export const hasCode = (error: unknown, ...codes: readonly string[]): boolean =>
  error instanceof Error &&
  'code' in error &&
  typeof error.code === 'string' &&
  codes.includes(error.code)
