// The keys that sign checkpoints and proofs: Ed25519, a file each, the newest in use.
import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto'
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

export type SigningKey = {
  /** The public key, 64 hexadecimal digits: also the name under which it is known. */
  readonly publicKey: string
  /** The signature of a text's UTF-8 bytes, hexadecimal. */
  sign(text: string): string
}

// What stands before the 32 bytes of every Ed25519 public key in its DER form.
// @source RFC 8410 section 4
const PREFIX = '302a300506032b6570032100'

/** Every key of the installation, oldest first; makes the first one when there is none. */
export async function readSigningKeys(folder: string): Promise<SigningKey[]> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const names = (await readdir(folder)).filter((name) => /^\d{6}\.pem$/.test(name)).sort()
  if (names.length === 0) return [await addSigningKey(folder)]
  return Promise.all(names.map(async (name) => asKey(await readFile(join(folder, name), 'utf8'))))
}

/** Makes a new key beside the old ones; it signs from the next checkpoint but one. */
export async function addSigningKey(folder: string): Promise<SigningKey> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const count = (await readdir(folder)).filter((name) => name.endsWith('.pem')).length
  const { privateKey } = generateKeyPairSync('ed25519')
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  const path = join(folder, `${String(count + 1).padStart(6, '0')}.pem`)
  await writeFile(`${path}.new`, pem, { mode: 0o600, flush: true })
  await rename(`${path}.new`, path)
  return asKey(pem)
}

function asKey(pem: string): SigningKey {
  const key = createPrivateKey(pem)
  return {
    publicKey: publicHex(createPublicKey(key)),
    sign: (text) => sign(null, Buffer.from(text, 'utf8'), key).toString('hex'),
  }
}

const publicHex = (key: KeyObject): string =>
  key.export({ type: 'spki', format: 'der' }).subarray(-32).toString('hex')

/** Whether `signature` is `publicKey`'s over `text`; false for anything malformed. */
export function verifySignature(publicKey: string, text: string, signature: string): boolean {
  if (!/^[0-9a-f]{64}$/.test(publicKey) || !/^[0-9a-f]{128}$/.test(signature)) return false
  const der = Buffer.from(PREFIX + publicKey, 'hex')
  const key = createPublicKey({ key: der, format: 'der', type: 'spki' })
  return verify(null, Buffer.from(text, 'utf8'), key, Buffer.from(signature, 'hex'))
}
