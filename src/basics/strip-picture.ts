// A picture without what it tells beside itself: where and when it was taken, with what, by whom.

/**
 * The picture as it is, without place, times, device, comments, previews, and whatever stands
 * behind its end; null where it is not a whole picture. No pixel changes. Kept are only parts that
 * are needed to show it: a part that nobody here knows goes.
 */
export const stripJpeg = (bytes: Uint8Array): Uint8Array | null => {
  const parts: Uint8Array[] = [bytes.subarray(0, 2)]
  let turned = 1
  let at = 2
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const mark = bytes[at + 1] ?? 0
    if (mark === 0xff) {
      at += 1
      continue
    }
    const ends = at + 2 + read16(bytes, at + 2)
    if (ends > bytes.length || ends < at + 4) return null
    const segment = bytes.subarray(at, ends)
    if (mark === 0xe1) turned = turned === 1 ? orientationIn(segment) : turned
    else if (isNeeded(mark, segment)) parts.push(segment)
    at = ends
    if (mark !== 0xda) continue
    const scanEnds = endOfScan(bytes, at)
    parts.push(bytes.subarray(at, scanEnds))
    at = scanEnds
    if (bytes[at] === 0xff && bytes[at + 1] === 0xd9) {
      parts.splice(1, 0, ...(turned === 1 ? [] : [orientation(turned)]))
      return joined([...parts, bytes.subarray(at, at + 2)])
    }
  }
  return null
}

const read16 = (bytes: Uint8Array, at: number): number =>
  ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)

/** Frames, tables and scans; of the application's own, the density, the colours, and Adobe's. */
function isNeeded(mark: number, segment: Uint8Array): boolean {
  if (mark >= 0xc0 && mark <= 0xcf) return mark !== 0xc8
  if ([0xda, 0xdb, 0xdd].includes(mark)) return true
  const name = String.fromCharCode(...segment.subarray(4, 16))
  if (mark === 0xe0) return name.startsWith('JFIF\0')
  if (mark === 0xe2) return name.startsWith('ICC_PROFILE\0')
  return mark === 0xee && name.startsWith('Adobe')
}

/** Where the coded data of a scan end: at the next mark that is no restart and no stuffed byte. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = from; at + 1 < bytes.length; at += 1) {
    if (bytes[at] !== 0xff) continue
    const next = bytes[at + 1] ?? 0
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at
  }
  return bytes.length
}

/** Which way up it is held, 1 to 8: without it, many photos lie on their side. @source Exif 2.3 */
function orientationIn(segment: Uint8Array): number {
  const view = new DataView(segment.buffer, segment.byteOffset, segment.byteLength)
  const start = 10
  if (segment.length < start + 14 || view.getUint32(4) !== 0x45786966) return 1
  const little = view.getUint16(start) === 0x4949
  const list = start + view.getUint32(start + 4, little)
  if (list + 2 > segment.length) return 1
  const count = view.getUint16(list, little)
  for (let tag = 0; tag < count; tag += 1) {
    const at = list + 2 + tag * 12
    if (at + 12 > segment.length) return 1
    if (view.getUint16(at, little) !== 0x0112) continue
    const value = view.getUint16(at + 8, little)
    return value >= 1 && value <= 8 ? value : 1
  }
  return 1
}

/** An Exif part that says only which way up. */
const orientation = (value: number): Uint8Array =>
  Uint8Array.from([
    ...[0xff, 0xe1, 0x00, 0x22, 0x45, 0x78, 0x69, 0x66, 0x00, 0x00],
    ...[0x4d, 0x4d, 0x00, 0x2a, 0x00, 0x00, 0x00, 0x08, 0x00, 0x01],
    ...[0x01, 0x12, 0x00, 0x03, 0x00, 0x00, 0x00, 0x01, 0x00, value, 0x00, 0x00],
    ...[0x00, 0x00, 0x00, 0x00],
  ])

/** @source W3C PNG, 11.2 (critical) and 11.3 (colour and density) */
const neededChunks = new Set(
  'IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB bKGD hIST pHYs'.split(' '),
)

export function stripPng(bytes: Uint8Array): Uint8Array | null {
  const parts: Uint8Array[] = [bytes.subarray(0, 8)]
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 8; at + 12 <= bytes.length; ) {
    const ends = at + 12 + view.getUint32(at)
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    if (ends > bytes.length || (at === 8 && name !== 'IHDR')) return null
    if (neededChunks.has(name)) parts.push(bytes.subarray(at, ends))
    if (name === 'IEND') return joined(parts)
    at = ends
  }
  return null
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
