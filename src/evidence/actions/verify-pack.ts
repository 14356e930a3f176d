// Verifying a pack of evidence: the file alone, or against the facts that it was made from.
import { type Day, type Id, isId, ok, parseDay, type Result, refuse } from '../../basics/index.ts'
import {
  type FileKind,
  type Log,
  leafText,
  readCheckpoint,
  rootOfPath,
  type VerifiedFile,
} from '../../log/index.ts'
import { type SigningKey, sha256, verifySignature } from '../../plumbing/index.ts'
import {
  type Checks,
  compare,
  type Differences,
  fileText,
  PACK_FORMAT,
  type PackBreak,
  type PackFile,
  verifyPack,
} from '../domain/pack.ts'
import { refusals } from '../domain/refusals.ts'
import { sentenceOf } from '../words/sentences-en.ts'
import { brokenStreams, makePackOf, sealPack } from './make-pack.ts'

const checks: Checks = {
  sha256,
  signed: verifySignature,
  checkpointHolds({ text, signature }, { checkpoint }) {
    const one = readCheckpoint(text)
    if (one === null || !verifySignature(one.key, text, signature)) return false
    const { number, at, root } = checkpoint
    return one.number === number && one.at === at && one.root === root
  },
  leadsToRoot({ stream, place, digest, salt, path }, root) {
    const leaf = leafText({ owner: '', stream, place, digest, salt })
    return rootOfPath(sha256, leaf, path) === root
  },
}

const WHY: Readonly<Record<PackBreak['why'], string>> = {
  'seal-wrong': 'the seal is not that of the key it names',
  'checkpoint-wrong': 'the checkpoint is not the one that was signed',
  'fact-changed': 'a fact in it was changed',
  'fact-outside': 'a fact in it does not lie under the checkpoint',
  'stream-not-under-checkpoint': 'a stream in it does not lie under the checkpoint',
  'sentence-differs': 'a sentence does not follow from the facts',
  'pack-changed': 'something in it was changed',
}

const inWords = (broken: PackBreak): string => {
  const { why, ...named } = broken
  const [name] = Object.values(named)
  return name === undefined ? WHY[why] : `${WHY[why]}: ${name}`
}

/** How `coproduce verify <file>` knows a pack, checks it and makes it again. */
export const packFiles: FileKind = {
  format: PACK_FORMAT,
  verify: verifyPackFile,
  remake: remakePack,
}

/**
 * Verifies a pack with nothing but the file and the key that the checker trusts, where one is
 * given. Refuses `evidence-pack-broken`, naming the fact, the stream or the sentence, and
 * `evidence-pack-other-key`.
 */
export function verifyPackFile(held: unknown, trusted: string | null): Result<VerifiedFile> {
  if (!isPackFile(held)) return refuse(refusals.packBroken, { why: 'it is not a pack of ours' })
  const broken = brokenIn(held)
  if (broken !== null) return refuse(refusals.packBroken, { why: broken })
  const { pack, seal, checkpoint } = held
  const key = readCheckpoint(checkpoint.text)?.key ?? ''
  if (trusted !== null && trusted !== seal.key) return refuse(refusals.otherKey, { key: seal.key })
  const { service, from, until, facts, sentences, erased } = pack
  return ok({
    says:
      `${service.name}, ${from} to ${until}: ${sentences.length} sentences follow from ` +
      `${facts.length} facts under checkpoint ${pack.checkpoint.number}, sealed with key ` +
      `${seal.key}: all hold.${erased.length === 0 ? '' : ` ${erased.length} were erased.`}`,
    detail: {
      service: service.id,
      from,
      until,
      checkpoint: pack.checkpoint.number,
      facts: facts.length,
      sentences: sentences.length,
      erased: erased.length,
      key: seal.key,
      checkpointKey: key,
      broken: null,
    },
  })
}

/** A file that is not of the shape we write breaks somewhere on the way, and does not hold. */
function brokenIn(file: PackFile): string | null {
  try {
    const broken = verifyPack(file, checks, sentenceOf)
    return broken === null ? null : inWords(broken)
  } catch {
    return 'it is not written as ours are'
  }
}

function isPackFile(held: unknown): held is PackFile {
  const { format, pack, streams, seal, checkpoint } = (held ?? {}) as Partial<PackFile>
  return (
    format === PACK_FORMAT &&
    Array.isArray(pack?.facts) &&
    Array.isArray(pack.sentences) &&
    Array.isArray(pack.erased) &&
    Array.isArray(streams) &&
    Array.isArray(seal?.facts) &&
    typeof checkpoint?.text === 'string'
  )
}

/**
 * Makes a pack again from the facts and compares it with the one held, to the byte. What was
 * erased meanwhile is named and explains what differs; anything else refuses
 * `evidence-pack-differs`, naming the facts. Refuses also as `makePackOf`.
 */
export async function remakePack(
  log: Log,
  keys: readonly SigningKey[],
  text: string,
): Promise<Result<VerifiedFile>> {
  const held = readPack(text)
  if (held === null) return refuse(refusals.packBroken, { why: 'it is not a pack of ours' })
  const { service, from, until, checkpoint } = held.pack
  const days = [parseDay(from), parseDay(until)].every((one) => one.ok)
  if (!isId(service.id) || !days) return refuse(refusals.serviceUnknown)
  const request = { service: service.id as Id, from: from as Day, until: until as Day }
  const made = await makePackOf(log, { ...request, checkpoint: checkpoint.number })
  if (!made.ok) return made
  const [broken] = brokenStreams(made.value)
  if (broken !== undefined) {
    return refuse(refusals.packDiffers, { why: `the chain of ${broken.stream} does not hold` })
  }
  const again = await sealPack(log, made.value, keys)
  if (!again.ok) return again
  const detail = { service: service.id, from, until, checkpoint: checkpoint.number }
  if (fileText(again.value) === text) {
    const says =
      `Made again from the facts as checkpoint ${checkpoint.number} saw them, ` +
      'every byte is the same.'
    return ok({ says, detail: { ...detail, same: true, erased: 0, broken: null } })
  }
  const differs = compare(held.pack, again.value.pack)
  const why = differenceOf(differs)
  if (why !== null) return refuse(refusals.packDiffers, { why })
  if (differs.erased.length === 0) {
    return refuse(refusals.packDiffers, { why: 'the facts are the same, and the file is not' })
  }
  const named = differs.erased.map(
    ({ stream, place, kind, erasedOn }) => `${kind} ${stream}/${place}, on ${erasedOn}`,
  )
  return ok({
    says: `All else is the same. Erased since the pack was made: ${named.join('; ')}.`,
    detail: { ...detail, same: false, erased: differs.erased.length, broken: null },
  })
}

function differenceOf({ changed, missing, added }: Differences): string | null {
  if (changed.length > 0) return `these facts are others: ${changed.join(', ')}`
  if (missing.length > 0) return `these facts are not there: ${missing.join(', ')}`
  return added.length > 0 ? `these facts are not in the file: ${added.join(', ')}` : null
}

function readPack(text: string): PackFile | null {
  try {
    const held: unknown = JSON.parse(text)
    return isPackFile(held) ? held : null
  } catch {
    return null
  }
}
