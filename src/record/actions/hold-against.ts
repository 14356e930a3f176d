// The entries of a file held against those that are here: new, here, another version, alike.
import type { Day, Id, PersonId } from '../../basics/index.ts'
import { type Log, loadMany } from '../../log/index.ts'
import { type Look, look, lookByCommand, type Visible } from '../../sharing/index.ts'
import { type Difference, differencesOf } from '../domain/compare.ts'
import { type Entry, entryStream } from '../domain/entry.ts'
import type { Fresh, ReadEntry } from '../domain/read-entries.ts'
import { type Listed, readOrigins, readSameThings, readTakenBack } from '../store/entries.ts'
import { originKey } from '../store/origin-key.ts'
import { alreadyHere, entryId } from './add-entries.ts'
import { ownLook } from './see-record.ts'

/** Who compares: the person on a page, or whoever runs the site by a command. */
export type LookingBy = 'person' | 'command'

/** One entry of the file beside one that is here, about the same thing on the same day. */
export type Alike = {
  readonly title: string
  readonly day: Day
  /** The entry that is here, and the one of the file by its digest. */
  readonly here: Id
  readonly mine: string
  readonly source: string
  readonly author: string
  readonly differences: readonly Difference[]
}

export type Held = {
  readonly fresh: readonly Fresh[]
  /** Fresh ones by kind. */
  readonly kinds: Readonly<Record<string, number>>
  readonly already: number
  /** Of the fresh ones, those that were here and had been taken back. */
  readonly again: number
  /** Of the fresh ones, other versions of what is here. */
  readonly versions: readonly Version[]
  readonly alike: readonly Alike[]
}

export type Version = {
  readonly title: string
  readonly kind: string
  readonly here: Id
  /** Whether the one in the file takes the place of the one here, or is the older of the two. */
  readonly newer: boolean
}

/** For somebody of whom nothing is here yet. */
export const nothingHere = (entries: readonly ReadEntry[]): Held => ({
  fresh: entries.map(({ added }) => ({ added, instead: null })),
  kinds: countKinds(entries),
  already: 0,
  again: 0,
  versions: [],
  alike: [],
})

/** Compares in one look, whose receipt lists what it was compared with. */
export async function holdAgainst(
  log: Log,
  by: LookingBy,
  person: PersonId,
  entries: readonly ReadEntry[],
): Promise<Held> {
  const digests = entries.map(({ added }) => added.digest)
  const here = await alreadyHere(log, person, digests)
  let held = nothingHere([])
  const reader = async (leave: Look, visible: Visible) => {
    const ids = [...here].map((digest) => entryId(person, digest))
    const back = new Set((await readTakenBack(leave, ids)).map(({ id }) => id))
    const again = (one: ReadEntry) => back.has(entryId(person, one.added.digest))
    const fresh = entries.filter((one) => !here.has(one.added.digest) || again(one))
    const { versions, of } = await versionsOf(log, leave, fresh)
    const alike = await alikeOf(log, leave, visible, fresh, of)
    held = {
      fresh: fresh.map((one) => ({ added: one.added, instead: of.get(one) ?? null })),
      kinds: countKinds(fresh),
      already: entries.length - fresh.length,
      again: back.size,
      versions,
      alike,
    }
    const seen = [...back, ...versions.map((one) => one.here), ...alike.map((one) => one.here)]
    return [...new Set(seen)].map((id) => ({ id }))
  }
  const where = by === 'person' ? '/record/bring' : 'coproduce import'
  await log.db.transaction(async (tx) => {
    if (by === 'person') await look(log, tx, ownLook(person, where), reader)
    else await lookByCommand(log, tx, { person, where }, reader)
  })
  return held
}

function countKinds(entries: readonly ReadEntry[]): Record<string, number> {
  const kinds: Record<string, number> = {}
  for (const { kind } of entries) kinds[kind] = (kinds[kind] ?? 0) + 1
  return kinds
}

type Instead = NonNullable<Fresh['instead']>

/**
 * What of the file is another version of what is here: from the same source under the same
 * identifier, one of each, and about the same thing where both say what they are about.
 */
async function versionsOf(log: Log, leave: Look, fresh: readonly ReadEntry[]) {
  const ones = onlyOnes(fresh, ({ origin }) => originKey(origin))
  const of = new Map<ReadEntry, Instead>()
  const versions: Version[] = []
  for (const keys of chunks([...ones.keys()])) {
    const found = onlyOnes(await readOrigins(leave, keys), ({ origin }) => origin)
    const entries = await loadEntries(log, leave, [...found.values()])
    for (const [key, there] of found) {
      const one = ones.get(key)
      if (one === undefined) continue
      if (one.code !== null && there.code !== null && one.code !== there.code) continue
      const newer = !isOlder(one.changedAt, entries.get(there.id)?.added?.received)
      of.set(one, { of: there.id, givesWay: newer ? 'here' : 'new' })
      versions.push({ title: one.title, kind: one.kind, here: there.id, newer })
    }
  }
  return { versions, of }
}

/** Those whose key no other has. */
function onlyOnes<T>(all: readonly T[], keyOf: (one: T) => string | null): Map<string, T> {
  const ones = new Map<string, T>()
  const twice = new Set<string>()
  for (const one of all) {
    const key = keyOf(one)
    if (key === null) continue
    if (ones.has(key)) twice.add(key)
    ones.set(key, one)
  }
  for (const key of twice) ones.delete(key)
  return ones
}

function isOlder(changedAt: string | null, received: string | undefined): boolean {
  if (changedAt === null || received === undefined) return false
  const there = Date.parse(JSON.parse(received)?.meta?.lastUpdated ?? '')
  return !Number.isNaN(there) && Date.parse(changedAt) < there
}

const CHUNK = 1_000
const chunks = <T>(all: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(all.length / CHUNK) }, (_, at) =>
    all.slice(at * CHUNK, (at + 1) * CHUNK),
  )

async function loadEntries(
  log: Log,
  { person, tx }: Look,
  some: readonly { readonly id: Id }[],
): Promise<ReadonlyMap<Id, Entry>> {
  const streams = [...new Set(some.map(({ id }) => id))]
  const loaded = await loadMany(log, tx, entryStream, { owner: person, streams })
  return new Map([...loaded].map(([id, { state }]) => [id, state]))
}

/** As many as a page can show and somebody can read. */
const MOST_ALIKE = 200

async function alikeOf(
  log: Log,
  leave: Look,
  visible: Visible,
  fresh: readonly ReadEntry[],
  versions: ReadonlyMap<ReadEntry, Instead>,
): Promise<Alike[]> {
  const thingOf = (kind: string, code: string, day: Day) => `${kind} ${day} ${code}`
  const wanted = new Map<string, ReadEntry[]>()
  for (const one of fresh) {
    if (one.code === null || one.day === null) continue
    const key = thingOf(one.kind, one.code, one.day)
    wanted.set(key, [...(wanted.get(key) ?? []), one])
  }
  const things = [...wanted.values()].flatMap(([one]) =>
    one === undefined ? [] : [{ code: one.code as string, day: one.day as Day }],
  )
  const found: Listed[] = []
  for (const some of chunks(things)) {
    const left = MOST_ALIKE - found.length
    if (left > 0) found.push(...(await readSameThings(leave, visible, some, left)))
  }
  const entries = await loadEntries(log, leave, found)
  return found.flatMap((here) => {
    const received = entries.get(here.id)?.added?.received
    const ones = wanted.get(thingOf(here.kind, here.code ?? '', here.at)) ?? []
    return ones.flatMap((one) => {
      if (received === undefined || versions.get(one)?.of === here.id) return []
      const { title, day } = one
      const { source, author, id } = here
      const differences = differencesOf(one.added.received, received)
      const mine = one.added.digest
      return [{ title, day: day as Day, here: id, mine, source, author, differences }]
    })
  })
}
