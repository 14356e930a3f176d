// Exact fractions of whole numbers of any size, for wherever a tie or a penny is decided.

/** A fraction with a denominator above zero; not always in lowest terms. */
export type Fraction = { readonly n: bigint; readonly d: bigint }

export const gcd = (a: bigint, b: bigint): bigint => {
  let x = a < 0n ? -a : a
  let y = b < 0n ? -b : b
  while (y !== 0n) {
    const rest = x % y
    x = y
    y = rest
  }
  return x
}

/** `n / d` in lowest terms. Throws where `d` is zero: that is a mistake in the caller. */
export const fraction = (n: bigint, d = 1n): Fraction => {
  if (d === 0n) throw new RangeError('A fraction has no zero below the line')
  const shared = gcd(n, d)
  const sign = d < 0n ? -1n : 1n
  return shared === 0n ? { n: 0n, d: 1n } : { n: (sign * n) / shared, d: (sign * d) / shared }
}

export const plus = (a: Fraction, b: Fraction): Fraction =>
  fraction(a.n * b.d + b.n * a.d, a.d * b.d)

export const minus = (a: Fraction, b: Fraction): Fraction =>
  fraction(a.n * b.d - b.n * a.d, a.d * b.d)

export const times = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.n, a.d * b.d)

export const over = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.d, a.d * b.n)

/** Below zero where `a` is smaller, zero where they are equal, above zero where `a` is larger. */
export const compareFractions = (a: Fraction, b: Fraction): number => {
  const left = a.n * b.d
  const right = b.n * a.d
  return left < right ? -1 : left > right ? 1 : 0
}

const bitsOf = (a: bigint): number => a.toString(16).length * 4

/** The nearest float but for two units in the last place, for numbers of any length. */
export const toNumber = ({ n, d }: Fraction): number => {
  if (n < 0n) return -toNumber({ n: -n, d })
  if (n === 0n) return 0
  const shift = bitsOf(n) - bitsOf(d) - 64
  const quotient = shift > 0 ? n / (d << BigInt(shift)) : (n << BigInt(-shift)) / d
  return Number(quotient) * 2 ** shift
}

/** The fraction as decimal text with at most `places` decimals, the last one rounded half up. */
export const toDecimal = ({ n, d }: Fraction, places: number): string => {
  const scale = 10n ** BigInt(places)
  const size = n < 0n ? -n : n
  const units = (2n * size * scale + d) / (2n * d)
  const text = `${n < 0n && units > 0n ? '-' : ''}${units / scale}`
  const decimals = (units % scale).toString().padStart(places, '0').replace(/0+$/, '')
  return places === 0 || decimals === '' ? text : `${text}.${decimals}`
}

/** Decimal text such as `-12.50` as whole units of ten to the minus `decimals`. */
export type Decimal = { readonly units: bigint; readonly decimals: number }

/**
 * Reads a decimal of at most 15 digits: `12`, `12.5`, and `12,50` where one or two digits after
 * the comma leave no doubt. Null where the text is anything else.
 */
export const readDecimal = (text: string): Decimal | null => {
  const match = /^(-?)(\d+)(?:\.(\d+)|,(\d{1,2}))?$/.exec(text)
  if (match === null) return null
  const whole = (match[2] as string).replace(/^0+(?=\d)/, '')
  const decimals = (match[3] ?? match[4] ?? '').replace(/0+$/, '')
  if (whole.length + decimals.length > 15) return null
  const units = BigInt(whole + decimals)
  return { units: match[1] === '-' ? -units : units, decimals: decimals.length }
}

/** The same amount in finer units; `decimals` is at least the amount's own. */
export const inUnits = (amount: Decimal, decimals: number): bigint =>
  amount.units * 10n ** BigInt(decimals - amount.decimals)
