// The headers that every answer carries so that browsers defend people.

export type HeaderSettings = {
  /** Served over HTTPS. */
  readonly secure: boolean
  /** Other origins that a form here may lead to: the sign-in provider. */
  readonly signInOrigins: readonly string[]
}

/**
 * Headers for every answer: nothing from other sites, no inline script or style, no framing, no
 * address leaked to other sites.
 * @source Content Security Policy Level 3; OWASP HTTP Headers Cheat Sheet
 */
export function securityHeaders(settings: HeaderSettings): Readonly<Record<string, string>> {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    // Chrome applies this to where a posted form is redirected as well.
    ["form-action 'self'", ...settings.signInOrigins].join(' '),
    "base-uri 'none'",
    "frame-ancestors 'none'",
    ...(settings.secure ? ['upgrade-insecure-requests'] : []),
  ]
  return {
    'content-security-policy': policy.join('; '),
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    ...(settings.secure
      ? { 'strict-transport-security': 'max-age=63072000; includeSubDomains' }
      : {}),
  }
}
