// A pack of evidence as a file: what it says, the facts it rests on, and the seal over both.
import { canonicalText, type Day, type Id, type Instant } from '../../basics/index.ts'
import type { SignedCheckpoint } from '../../log/index.ts'
import { type Counting, type Finding, findingsOf } from './count.ts'
import { inOrder, keyOf, type Trace } from './trace.ts'

export const PACK_FORMAT = 'coproduce-evidence-1'

/** A sentence in English, and the finding that it says. */
export type Sentence = Finding & { readonly says: string }

/** A fact that the checkpoint covers and whose body was erased: it is counted nowhere. */
export type Erased = {
  readonly stream: string
  readonly place: number
  readonly kind: string
  readonly digest: string
  readonly erasedOn: Day
  readonly reason: string
}

export type Pack = {
  readonly service: { readonly id: Id; readonly name: string }
  readonly from: Day
  readonly until: Day
  readonly checkpoint: { readonly number: number; readonly at: Instant; readonly root: string }
  /** Everything is said as of this day, on which the checkpoint was made. */
  readonly asOf: Day
  /** Days after which a story is old enough to ask whether it was answered. */
  readonly waits: number
  readonly sentences: readonly Sentence[]
  readonly facts: readonly Trace[]
  readonly erased: readonly Erased[]
}

export type Step = { readonly side: 'left' | 'right'; readonly digest: string }

/** Where a stream stood, and its way up to the root of the checkpoint. */
export type Under = {
  readonly stream: string
  readonly place: number
  readonly digest: string
  readonly salt: string
  readonly path: readonly Step[]
}

export type Seal = {
  readonly key: string
  /** The digest of each fact, in their order, and of all that the pack says. */
  readonly facts: readonly string[]
  readonly pack: string
  readonly signature: string
}

export type PackFile = {
  readonly format: typeof PACK_FORMAT
  readonly pack: Pack
  readonly streams: readonly Under[]
  readonly checkpoint: SignedCheckpoint
  readonly seal: Seal
}

export type Words = (finding: Finding, about: Pick<Pack, 'from' | 'until'>) => string

export type Making = Omit<Pack, 'sentences' | 'facts'> & Pick<Counting, 'traces'>

/** The pack: the same facts make the same one, in whatever order they come. */
export function makePack({ traces, ...about }: Making, words: Words): Pack {
  const { asOf, waits, erased } = about
  const findings = findingsOf({ traces, asOf, waits })
  const byKey = (one: Erased, other: Erased) => (keyOf(one) < keyOf(other) ? -1 : 1)
  return {
    ...about,
    sentences: findings.map((one) => ({ ...one, says: words(one, about) })),
    facts: inOrder(traces),
    erased: erased.toSorted(byKey),
  }
}

/** Canonical text, so that equal data have equal bytes. Throws where data are not plain: a bug. */
export function textOf(value: unknown): string {
  const text = canonicalText(value)
  if (!text.ok) throw new Error(text.refusal.says)
  return text.value
}

export const sealText = ({ key, facts, pack }: Omit<Seal, 'signature'>): string =>
  `evidence:${textOf({ key, facts, pack })}`

type Sha256 = (text: string) => string

export const digestsOf = (sha256: Sha256, pack: Pack): Pick<Seal, 'facts' | 'pack'> => ({
  facts: pack.facts.map((one) => sha256(textOf(one))),
  pack: sha256(textOf(pack)),
})

/** The bytes of the file, the same for the same pack. */
export const fileText = (file: PackFile): string =>
  `${JSON.stringify(JSON.parse(textOf(file)), null, 1)}\n`

/** What does not hold in a file, in the order in which it is looked at. */
export type PackBreak =
  | { readonly why: 'seal-wrong' }
  | { readonly why: 'checkpoint-wrong' }
  | { readonly why: 'fact-changed'; readonly fact: string }
  | { readonly why: 'fact-outside'; readonly fact: string }
  | { readonly why: 'stream-not-under-checkpoint'; readonly stream: string }
  | { readonly why: 'sentence-differs'; readonly sentence: string }
  | { readonly why: 'pack-changed' }

/** What a check of the chain and its keys says, passed in from the log. */
export type Checks = {
  readonly sha256: Sha256
  signed(key: string, text: string, signature: string): boolean
  /** Whether a checkpoint is signed by its own key, with the root and number that the pack says. */
  checkpointHolds(signed: SignedCheckpoint, pack: Pack): boolean
  leadsToRoot(under: Under, root: string): boolean
}

/** Verifies a file alone: the first thing that does not hold, or null where all of it does. */
export function verifyPack(file: PackFile, checks: Checks, words: Words): PackBreak | null {
  const { pack, seal, streams, checkpoint } = file
  if (!checks.signed(seal.key, sealText(seal), seal.signature)) return { why: 'seal-wrong' }
  if (!checks.checkpointHolds(checkpoint, pack)) return { why: 'checkpoint-wrong' }
  const digests = digestsOf(checks.sha256, pack)
  const changed = pack.facts.find((_, place) => digests.facts[place] !== seal.facts[place])
  if (changed !== undefined) return { why: 'fact-changed', fact: keyOf(changed) }
  const under = new Map(streams.map((one) => [one.stream, one]))
  const outside = pack.facts.find(({ stream, place }) => (under.get(stream)?.place ?? 0) < place)
  if (outside !== undefined) return { why: 'fact-outside', fact: keyOf(outside) }
  const strange = streams.find((one) => !checks.leadsToRoot(one, pack.checkpoint.root))
  if (strange !== undefined) {
    return { why: 'stream-not-under-checkpoint', stream: strange.stream }
  }
  const { sentences, facts, ...about } = pack
  const again = makePack({ ...about, traces: facts }, words)
  const differs = again.sentences.findIndex((one, at) => !same(one, sentences[at]))
  if (differs >= 0) {
    const sentence = sentences[differs] ?? again.sentences[differs]
    return { why: 'sentence-differs', sentence: sentence?.says ?? '' }
  }
  const whole = same(again, pack) && digests.pack === seal.pack
  return whole ? null : { why: 'pack-changed' }
}

const same = (one: unknown, other: unknown): boolean =>
  other !== undefined && textOf(one) === textOf(other)

/** How the facts of a pack differ from those of the same pack made again. */
export type Differences = {
  readonly erased: readonly Erased[]
  readonly changed: readonly string[]
  readonly missing: readonly string[]
  readonly added: readonly string[]
}

/** Names what differs; what was erased meanwhile is not counted as changed or missing. */
export function compare(held: Pack, again: Pack): Differences {
  const facts = (pack: Pack) => new Map(pack.facts.map((one) => [keyOf(one), textOf(one)]))
  const [before, now] = [facts(held), facts(again)]
  const known = new Set(held.erased.map(keyOf))
  const erased = again.erased.filter((one) => !known.has(keyOf(one)))
  const gone = new Set(erased.map(({ stream }) => stream))
  const streamOf = (key: string) => key.split('/')[0] ?? ''
  const lost = [...before.keys()].filter((key) => !now.has(key))
  return {
    erased,
    changed: [...before.keys()].filter((key) => now.has(key) && now.get(key) !== before.get(key)),
    missing: lost.filter((key) => !gone.has(streamOf(key)) && !followsFrom(held, key, gone)),
    added: [...now.keys()].filter((key) => !before.has(key)),
  }
}

/** A promise cannot be counted where the story that it answers is gone. */
function followsFrom(held: Pack, key: string, gone: ReadonlySet<string>): boolean {
  const stream = key.split('/')[0]
  return held.facts.some(
    (one) =>
      one.what === 'promised' &&
      one.stream === stream &&
      gone.has(one.about.split('/').at(-1) ?? ''),
  )
}
