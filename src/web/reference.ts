// The reference of a request: short, readable aloud, in the log and on the error page.

const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Eight characters in two groups from five bytes: no I, L, O or U, so that none are mixed up. */
export function referenceFrom(bytes: Uint8Array): string {
  let bits = 0n
  for (const byte of bytes.subarray(0, 5)) bits = (bits << 8n) | BigInt(byte)
  let text = ''
  for (let place = 7; place >= 0; place -= 1) {
    text += letters.charAt(Number((bits >> BigInt(place * 5)) & 31n))
  }
  return `${text.slice(0, 4)}-${text.slice(4)}`
}
