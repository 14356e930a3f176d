// Finds short byte strings among many by content, keeping places in the bytes and no copies.

export type ByteKeys = {
  /**
   * The number of these bytes, counted from 0 in the order of keeping, if they are kept already;
   * new ones are kept under the next number, and -1 comes back.
   */
  keep(bytes: Uint8Array, start: number, end: number): number
  /** The number under which these bytes are kept, or -1. */
  find(bytes: Uint8Array, start: number, end: number): number
  /** Where in the bytes the key of a number begins. */
  startOf(number: number): number
}

/** An empty table for about `expected` keys, which may be more. All calls pass the same bytes. */
export function byteKeys(expected = 128): ByteKeys {
  let slots = new Int32Array(2 ** Math.ceil(Math.log2(Math.max(expected, 128) * 2))).fill(-1)
  let starts = new Uint32Array(slots.length / 2)
  let ends = new Uint32Array(slots.length / 2)
  let size = 0

  const slotOf = (bytes: Uint8Array, start: number, end: number): number => {
    const mask = slots.length - 1
    let slot = hashOf(bytes, start, end) & mask
    for (;;) {
      const key = slots[slot]!
      if (key < 0 || isSame(bytes, starts[key]!, ends[key]!, start, end)) return slot
      slot = (slot + 1) & mask
    }
  }
  const enlarge = (bytes: Uint8Array): void => {
    const double = (from: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> => {
      const to = new Uint32Array(from.length * 2)
      to.set(from)
      return to
    }
    starts = double(starts)
    ends = double(ends)
    slots = new Int32Array(slots.length * 2).fill(-1)
    for (let key = 0; key < size; key += 1) slots[slotOf(bytes, starts[key]!, ends[key]!)] = key
  }
  return {
    keep(bytes, start, end) {
      const slot = slotOf(bytes, start, end)
      const key = slots[slot]!
      if (key >= 0) return key
      starts[size] = start
      ends[size] = end
      slots[slot] = size
      size += 1
      if (size === starts.length) enlarge(bytes)
      return -1
    },
    find: (bytes, start, end) => slots[slotOf(bytes, start, end)]!,
    startOf: (number) => starts[number]!,
  }
}

function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5
  for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ bytes[at]!, 0x01000193)
  return (hash ^ (hash >>> 15)) >>> 0
}

function isSame(bytes: Uint8Array, a: number, aEnd: number, b: number, bEnd: number): boolean {
  if (aEnd - a !== bEnd - b) return false
  for (let at = 0; a + at < aEnd; at += 1) if (bytes[a + at] !== bytes[b + at]) return false
  return true
}
