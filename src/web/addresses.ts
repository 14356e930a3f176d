// Addresses: which ones may be followed after signing in, and which are ours.

/**
 * The path, with its query, when it is a plain path on this site; else `otherwise`.
 * Refuses other sites (`//x`, `/\x`), control characters, and anything over 500 characters.
 */
export function safeLocalPath(path: string | undefined, otherwise = '/'): string {
  if (path === undefined || path.length > 500) return otherwise
  if (!/^\/(?![/\\])[\x21-\x7e]*$/.test(path) || path.includes('\\')) return otherwise
  const read = URL.parse(path, 'http://here.invalid')
  if (read === null || read.origin !== 'http://here.invalid') return otherwise
  return read.pathname.startsWith('//') ? otherwise : read.pathname + read.search
}

/** True for a plain path here, or an https (or loopback) address at one of the origins. */
export function mayRedirectTo(to: string, origins: readonly string[]): boolean {
  if (to.startsWith('/')) {
    const [path = ''] = to.split('#')
    return safeLocalPath(path, '') !== ''
  }
  const read = URL.parse(to)
  return read !== null && origins.includes(read.origin)
}

/** The address to sign in and come back. */
export const signInAndReturn = (path: string): string =>
  `/sign-in?next=${encodeURIComponent(safeLocalPath(path))}`
