// One-time codes that people copy by hand: 80 bits in four groups of four.

/** Digits and capital letters without I, L, O and U. @source Crockford's Base32 */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Ten bytes as a code, `7K2M-Q9XA-…`. */
export function writeCode(bytes: Uint8Array): string {
  if (bytes.length !== 10) throw new RangeError('A code is made of ten bytes')
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  const letters = bits.match(/.{5}/g) ?? []
  const text = letters.map((five) => alphabet[Number.parseInt(five, 2)]).join('')
  return text.replace(/(.{4})(?=.)/g, '$1-')
}

/** The code as it was given out, from how it was typed; null where it cannot be one. */
export function readCode(typed: string): string | null {
  const text = typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
  const fits = text.length === 16 && [...text].every((letter) => alphabet.includes(letter))
  return fits ? text.replace(/(.{4})(?=.)/g, '$1-') : null
}
