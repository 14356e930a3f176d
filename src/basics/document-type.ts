// What a file is, by its bytes: a name or a sender may say anything.

export type DocumentType = 'pdf' | 'jpeg' | 'png' | 'text'

/** As browsers are told. */
export const mediaTypes: Readonly<Record<DocumentType, string>> = {
  pdf: 'application/pdf',
  jpeg: 'image/jpeg',
  png: 'image/png',
  text: 'text/plain; charset=utf-8',
}

export const isPicture = (type: DocumentType): boolean => type === 'jpeg' || type === 'png'

/** What a file may be that is not taken, and says what to do instead. */
export type OtherType = 'heic' | 'fhir' | 'archive' | 'unknown'

/** @source ISO 32000-1 (7.5.2), ITU-T T.81 (B.1.1), W3C PNG (5.2), ISO/IEC 23008-12 (HEIF) */
export function documentType(bytes: Uint8Array): DocumentType | OtherType {
  const starts = (...marks: readonly number[]) => marks.every((mark, at) => bytes[at] === mark)
  if (starts(0x25, 0x50, 0x44, 0x46, 0x2d)) return 'pdf'
  if (starts(0xff, 0xd8, 0xff)) return 'jpeg'
  if (starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'png'
  if (starts(0x50, 0x4b, 0x03, 0x04)) return 'archive'
  const brand = String.fromCharCode(...bytes.subarray(4, 12))
  if (/^ftyp(?:hei|hev|mif1|msf1|avif)/.test(brand)) return 'heic'
  return textType(bytes)
}

function textType(bytes: Uint8Array): 'text' | 'fhir' | 'unknown' {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    if (/^\s*\{/.test(text) && /"resourceType"\s*:/.test(text.slice(0, 2_000))) return 'fhir'
    const controls = text.replace(/[\t\n\f\r]/g, '')
    return text.trim() !== '' && !/\p{Cc}/u.test(controls) ? 'text' : 'unknown'
  } catch {
    return 'unknown'
  }
}
