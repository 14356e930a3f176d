// Pictures for the tests: a small JPEG, and the same as a telephone writes it, with a place.

const SMALL =
  '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP////////////////////////////////////////////////////' +
  '//////////////////////////////////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgB' +
  'AQABPxA='

export const jpeg = (): Buffer =>
  Buffer.concat([Buffer.from(SMALL, 'base64'), Buffer.from([0xff, 0xd9])])

/** What must not be found in a picture that is kept. */
export const SECRETS = ['51.4816', 'Taken at home', 'Motion video behind the end']

const segment = (mark: number, body: Buffer) => {
  const head = Buffer.from([0xff, mark, 0, 0])
  head.writeUInt16BE(body.length + 2, 2)
  return Buffer.concat([head, body])
}

/** With Exif (which way up: 6, and a place), XMP, a comment, and a film behind its end. */
export function fromTelephone(picture: Buffer = jpeg()): Buffer {
  const tiff = Buffer.alloc(60)
  tiff.write('II*\0', 0, 'latin1')
  tiff.writeUInt32LE(8, 4)
  tiff.writeUInt16LE(1, 8)
  tiff.writeUInt16LE(0x0112, 10)
  tiff.writeUInt16LE(3, 12)
  tiff.writeUInt32LE(1, 14)
  tiff.writeUInt16LE(6, 18)
  tiff.write('GPS 51.4816', 30)
  const exif = segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), tiff]))
  const xmp = segment(0xe1, Buffer.from('http://ns.adobe.com/xap/1.0/\0<x>51.4816</x>'))
  const comment = segment(0xfe, Buffer.from('Taken at home'))
  const film = Buffer.from('Motion video behind the end')
  return Buffer.concat([picture.subarray(0, 2), exif, xmp, comment, picture.subarray(2), film])
}
