// A small picture drawn dot by dot, so that the town needs no photo of anything real.
import { crc32, deflateSync } from 'node:zlib'

const colours = {
  sky: [214, 226, 232],
  stone: [150, 144, 134],
  edge: [98, 92, 84],
  dark: [52, 44, 40],
} as const

/** A PNG of so many dots. @source PNG, third edition (W3C), clauses 5 and 11 */
export function drawPng(
  width: number,
  height: number,
  at: (x: number, y: number) => keyof typeof colours,
): Buffer {
  const names = Object.keys(colours) as (keyof typeof colours)[]
  const rows = Array.from({ length: height }, (_, y) =>
    Buffer.from([0, ...Array.from({ length: width }, (_, x) => names.indexOf(at(x, y)))]),
  )
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  // Eight bits a dot, each the place of a colour in the palette.
  head.set([8, 3, 0, 0, 0], 8)
  const palette = Buffer.from(names.flatMap((name) => [...colours[name]]))
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10])
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('PLTE', palette),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(name: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), body])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(body.length)
  check.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, check])
}
