// How often one address or one session may ask: token buckets in memory, and not too many of them.

export type Pace = {
  /** How many may come at once. */
  readonly burst: number
  /** How many more each second. */
  readonly perSecond: number
}

export type RateLimiter = {
  /** 0 when `key` may go on now, else the whole seconds to wait. */
  wait(key: string, pace: Pace): number
  /** How many keys are held in memory. */
  size(): number
}

type Bucket = { tokens: number; at: number }

/**
 * Token buckets by key. `elapsed` gives milliseconds that only grow. When more than `most` keys
 * are held, the one that asked longest ago is forgotten, so memory is bounded.
 */
export function rateLimiter(elapsed: () => number, most = 20_000): RateLimiter {
  const buckets = new Map<string, Bucket>()
  return {
    wait: (key, pace) => {
      const now = elapsed()
      const bucket = buckets.get(key) ?? { tokens: pace.burst, at: now }
      const gained = ((now - bucket.at) / 1000) * pace.perSecond
      bucket.tokens = Math.min(pace.burst, bucket.tokens + gained)
      bucket.at = now
      buckets.delete(key)
      buckets.set(key, bucket)
      if (buckets.size > most) forgetOldest(buckets)
      if (bucket.tokens < 1) return Math.max(1, Math.ceil((1 - bucket.tokens) / pace.perSecond))
      bucket.tokens -= 1
      return 0
    },
    size: () => buckets.size,
  }
}

function forgetOldest(buckets: Map<string, Bucket>): void {
  for (const key of buckets.keys()) {
    buckets.delete(key)
    return
  }
}

/**
 * Whose an address is: itself, or for IPv6 the network of 64 bits that one household has.
 * @source RFC 4291 section 2.2; RFC 6177
 */
export function networkOf(address: string): string {
  if (!address.includes(':')) return address
  const mapped = /:([\d.]+)$/.exec(address)?.[1]
  if (mapped?.includes('.')) return mapped
  const [start = [], end = []] = address.split('::').map((half) => half.split(':').filter(Boolean))
  const zeros = Array.from({ length: Math.max(0, 8 - start.length - end.length) }, () => '0')
  const groups = [...start, ...zeros, ...end].slice(0, 4)
  return groups.map((group) => Number.parseInt(group, 16).toString(16)).join(':')
}

/** The paces of the site. Many people may share one address: a hospital, a library, a mast. */
export type Paces = {
  readonly pagesByAddress: Pace
  readonly formsByAddress: Pace
  readonly signInByAddress: Pace
  readonly pagesBySession: Pace
  readonly formsBySession: Pace
}

export const usualPaces: Paces = {
  pagesByAddress: { burst: 600, perSecond: 60 },
  formsByAddress: { burst: 120, perSecond: 10 },
  signInByAddress: { burst: 30, perSecond: 0.5 },
  pagesBySession: { burst: 120, perSecond: 5 },
  formsBySession: { burst: 30, perSecond: 1 },
}
