// Sealed boxes: a device closes words for one person, and only this site can open them again.
import { webcrypto } from 'node:crypto'

/** Both in base64: the public half as a point, the private half as PKCS #8. */
export type BoxKey = { readonly publicKey: string; readonly privateKey: string }

const CURVE = { name: 'ECDH', namedCurve: 'P-256' } as const
const POINT = 65
const NONCE = 12
/** The browser's half (`src/web/client/offline-form.ts`) says the same. */
const PURPOSE = 'coproduce sealed box 1'
const { subtle } = webcrypto

export async function makeBoxKey(): Promise<BoxKey> {
  const pair = await subtle.generateKey(CURVE, true, ['deriveBits'])
  const half = async (format: 'raw' | 'pkcs8', key: webcrypto.CryptoKey) =>
    Buffer.from(await subtle.exportKey(format, key)).toString('base64')
  return {
    publicKey: await half('raw', pair.publicKey),
    privateKey: await half('pkcs8', pair.privateKey),
  }
}

/**
 * The words in a box, or null where it is none, was changed, or was closed for somebody else.
 * A box is: the device's point for this one box, a nonce, and the sealed words.
 * @source RFC 5869 (HKDF), NIST SP 800-38D (GCM), NIST SP 800-56A (ECDH, ephemeral to static)
 */
export async function openBox(privateKey: string, box: string): Promise<string | null> {
  const bytes = Buffer.from(box, 'base64')
  if (bytes.length <= POINT + NONCE) return null
  try {
    const [point, nonce] = [bytes.subarray(0, POINT), bytes.subarray(POINT, POINT + NONCE)]
    const own = await subtle.importKey('pkcs8', Buffer.from(privateKey, 'base64'), CURVE, false, [
      'deriveBits',
    ])
    const theirs = await subtle.importKey('raw', point, CURVE, false, [])
    const shared = await subtle.deriveBits({ name: 'ECDH', public: theirs }, own, 256)
    const secret = await subtle.importKey('raw', shared, 'HKDF', false, ['deriveKey'])
    const info = Buffer.from(PURPOSE)
    const key = await subtle.deriveKey(
      { name: 'HKDF', hash: 'SHA-256', salt: point, info },
      secret,
      { name: 'AES-GCM', length: 256 },
      false,
      ['decrypt'],
    )
    const sealed = bytes.subarray(POINT + NONCE)
    const open = await subtle.decrypt({ name: 'AES-GCM', iv: nonce }, key, sealed)
    return Buffer.from(open).toString('utf8')
  } catch {
    return null
  }
}
