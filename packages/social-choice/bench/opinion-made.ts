// Conversations made for measuring: camps that lean apart, from a fixed stream of chance.
import type { Cast, Vote } from '../src/opinion/vote-matrix.ts'
import { openVoteStore, type VoteStore } from '../src/opinion/vote-store.ts'

export type Size = { readonly people: number; readonly statements: number; readonly votes: number }

/** Votes one by one, in random order over people and statements; four camps, 15 % passes. */
export function* madeCasts({ people, statements, votes }: Size): Generator<Cast> {
  for (const [person, statement, vote] of madeVotes({ people, statements, votes })) {
    yield { voter: `${person}`, statement: `${statement}`, vote }
  }
}

/** The same votes in a store, people and statements numbered in advance. */
export function madeStore(size: Size): VoteStore {
  const store = openVoteStore()
  for (let person = 0; person < size.people; person += 1) store.person(`${person}`)
  for (let statement = 0; statement < size.statements; statement += 1) {
    store.statement(`${statement}`)
  }
  for (const [person, statement, vote] of madeVotes(size)) store.put(person, statement, vote)
  return store
}

function* madeVotes({ people, statements, votes }: Size): Generator<[number, number, Vote]> {
  const chance = xorshift(12345)
  const leaning = Array.from({ length: 4 * statements }, () => chance() * 0.85)
  for (let made = 0; made < votes; made += 1) {
    const person = Math.floor(chance() * people)
    const statement = Math.floor(chance() * statements)
    const at = chance()
    const likes = leaning[(person % 4) * statements + statement]!
    yield [person, statement, at < likes ? 1 : at < 0.85 ? -1 : 0]
  }
}

/** Fast and even enough for measuring; 0 to 1. */
function xorshift(seed: number): () => number {
  let state = seed
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 2 ** 32
  }
}
