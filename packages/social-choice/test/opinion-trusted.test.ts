// Opinion maps against results of the field's own tool on real conversations.
import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { axesOf, extremityOf, type LeftOut, placesOf } from '../src/opinion/axes.ts'
import { groupInformedAgreement, majoritiesOf } from '../src/opinion/consensus.ts'
import { takingPart } from '../src/opinion/grouping.ts'
import { priorityOf } from '../src/opinion/next-statement.ts'
import { chanceFor, mapOpinions } from '../src/opinion/opinion-map.ts'
import { readVotes } from '../src/opinion/read-votes.ts'
import { heldBy } from '../src/opinion/representativeness.ts'
import { countsOf, countsOfAll, type Tally, tallyOf, tallyOfAll } from '../src/opinion/tally.ts'
import { type Vote, type VoteMatrix, votesByPerson } from '../src/opinion/vote-matrix.ts'
import { voteMatrix } from '../src/opinion/vote-store.ts'

const folder = join(process.env.REFERENCE_DATA ?? '', 'choice', 'opinion')
const isHere = process.env.REFERENCE_DATA !== undefined && existsSync(folder)
const within = (path: string): string[] => (isHere ? readdirSync(join(folder, path)).sort() : [])
const fixtures = within('math-fixtures')
const exported = within('openData')
if (!isHere) console.log('REFERENCE_DATA is not set: 11 real conversations were not run')

type StoredHeld = {
  tid: number
  'n-success': number
  'n-trials': number
  'p-success': number
  'p-test': number
  repness: number
  'repness-test': number
  'repful-for': 'agree' | 'disagree'
}
type StoredMajority = Omit<StoredHeld, 'repness' | 'repness-test' | 'repful-for'>
type Stored = {
  pca: { center: number[]; comps: [number[], number[]]; 'comment-extremity': number[] }
  'base-clusters': { id: number[]; members: number[][]; x: number[]; y: number[] }
  'group-clusters': { id: number; members: number[] }[]
  'group-votes': Record<string, { votes: Record<string, { A: number; D: number; S: number }> }>
  'group-aware-consensus': Record<string, number>
  'comment-priorities': Record<string, number>
  repness: Record<string, StoredHeld[]>
  consensus: { agree: StoredMajority[]; disagree: StoredMajority[] }
  'in-conv': number[]
  'mod-out': number[]
}
type StoredVote = { vote: Vote } & Record<string, number>

const textOf = (path: string): string => gunzipSync(readFileSync(join(folder, path))).toString()

type Conversation = {
  stored: Stored
  matrix: VoteMatrix
  leftOut: LeftOut
  groupOf: Int32Array
  tally: Tally
}

function conversation(name: string): Conversation {
  const path = join('math-fixtures', name)
  const stored: Stored = JSON.parse(textOf(join(path, 'math-pca2.json.gz')))
  const votes: StoredVote[] = JSON.parse(textOf(join(path, 'votes.json.gz')))
  const matrix = voteMatrix(
    votes.map((each) => ({
      voter: String(each.participant_id ?? each.pid),
      statement: String(each.statement_id ?? each.tid),
      vote: each.vote,
    })),
  )
  const out = new Set(stored['mod-out'].map(String))
  const flags = Uint8Array.from(matrix.statements, (id) => (out.has(id) ? 1 : 0))
  const base = stored['base-clusters']
  const groupOf = new Int32Array(matrix.people.length).fill(-1)
  for (const { id, members } of stored['group-clusters']) {
    for (const person of members.flatMap((cluster) => base.members[base.id.indexOf(cluster)]!)) {
      groupOf[matrix.people.indexOf(String(person))] = id
    }
  }
  const tally = tallyOf(matrix, stored['group-clusters'].length, groupOf)
  return { stored, matrix, leftOut: { flags, count: out.size }, groupOf, tally }
}

const close = (actual: number, expected: number, what: string): void =>
  assert.ok(Math.abs(actual - expected) <= 1e-9, `${what}: ${actual} is not ${expected}`)

for (const name of fixtures) {
  describe(`The conversation ${name}, with the groups of the field's tool`, () => {
    const { stored, matrix, leftOut, tally } = conversation(name)
    const statements = [...matrix.statements.keys()]

    it('counts the votes of every group as that tool does', () => {
      for (const [group, { votes }] of Object.entries(stored['group-votes'])) {
        for (const j of statements) {
          const { A, D, S } = votes[matrix.statements[j]!]!
          const expected = { agrees: A, disagrees: D, seen: S }
          assert.deepEqual(countsOf(tally, Number(group), j), expected)
        }
      }
    })

    it('has the same group-informed consensus', () => {
      for (const j of statements) {
        const expected = stored['group-aware-consensus'][matrix.statements[j]!]!
        close(groupInformedAgreement(tally, j), expected, `statement ${j}`)
      }
    })

    it('finds the same representative statements, in order, with the same numbers', () => {
      for (const [group, expected] of Object.entries(stored.repness)) {
        const held = heldBy(tally, Number(group), leftOut.flags)
        assert.deepEqual(
          held.map(({ statement, direction, successes, trials }) => [
            Number(matrix.statements[statement]),
            direction,
            successes,
            trials,
          ]),
          expected.map((e) => [e.tid, e['repful-for'], e['n-success'], e['n-trials']]),
        )
        for (const [i, e] of expected.entries()) {
          close(held[i]!.share, e['p-success'], 'share')
          close(held[i]!.shareTest, e['p-test'], 'share test')
          close(held[i]!.ratio, e.repness, 'ratio')
          // The tool keeps this one as a 32-bit number.
          const single = Math.fround(held[i]!.ratioTest)
          assert.equal(single, Math.fround(e['repness-test']))
        }
      }
    })

    it('finds the same majorities of everybody', () => {
      const found = majoritiesOf(tallyOfAll(matrix), leftOut.flags)
      for (const side of ['agree', 'disagree'] as const) {
        const expected = stored.consensus[side]
        assert.deepEqual(
          found[side].map(({ statement }) => Number(matrix.statements[statement])),
          expected.map(({ tid }) => tid),
        )
        for (const [i, e] of expected.entries()) {
          close(found[side][i]!.share, e['p-success'], 'share')
          close(found[side][i]!.shareTest, e['p-test'], 'test')
        }
      }
    })

    it('places people where that tool places them on its directions', () => {
      // The tool counts agreement as -1, so its centre and its places are ours turned round.
      const [first, second] = stored.pca.comps
      const axes = {
        centre: Float64Array.from(stored.pca.center, (mean) => -mean),
        first: Float64Array.from(first),
        second: Float64Array.from(second),
        shares: [0, 0] as const,
        residual: 0,
      }
      const places = placesOf(matrix, axes, leftOut)
      const base = stored['base-clusters']
      for (const [i, members] of base.members.entries()) {
        const numbers = members.map((person) => matrix.people.indexOf(String(person)))
        const mean = (of: Float64Array): number =>
          numbers.reduce((sum, p) => sum + of[p]!, 0) / numbers.length
        close(-mean(places.x), base.x[i]!, 'left to right')
        close(-mean(places.y), base.y[i]!, 'bottom to top')
      }
      for (const j of statements) {
        if (leftOut.flags[j] === 1) continue
        close(extremityOf(axes, j), stored.pca['comment-extremity'][j]!, 'extremity')
      }
    })

    it('finds the same two directions from the votes alone', () => {
      const axes = axesOf(matrix, leftOut, chanceFor('00', 'axes'))
      for (const [ours, theirs] of [
        [axes.first, stored.pca.comps[0]],
        [axes.second, stored.pca.comps[1]],
      ] as const) {
        const along = theirs.reduce((sum, loading, j) => sum + loading * ours[j]!, 0)
        assert.ok(Math.abs(along) > 0.999, `cosine ${along}`)
      }
      // One conversation lacks the votes of a person; elsewhere the means agree too.
      if (name.startsWith('50ptpt')) return
      for (const j of statements) close(-axes.centre[j]!, stored.pca.center[j]!, 'mean')
    })

    it('asks next about the same statements', (t) => {
      const expected = stored['comment-priorities']
      if (Object.values(expected).every((priority) => priority === 49)) {
        t.diagnostic('The tool stored no real priorities for this conversation')
        return
      }
      for (const j of statements) {
        const far = stored.pca['comment-extremity'][j]!
        close(priorityOf(countsOfAll(tally, j), far), expected[matrix.statements[j]!]!, 'priority')
      }
    })

    it('takes in everyone with enough votes', () => {
      const ready = takingPart(votesByPerson(matrix), matrix.statements.length)
      const known = new Set(stored['in-conv'].map(String))
      for (const p of ready) assert.ok(known.has(matrix.people[p]!))
      assert.ok(known.size - ready.length <= 4)
    })
  })
}

for (const name of exported) {
  describe(`The published conversation ${name}`, () => {
    it('is the same from its list of votes and from its table of people', () => {
      const list = readVotes(textOf(join('openData', name, 'votes.csv.gz')))
      const table = readVotes(textOf(join('openData', name, 'participants-votes.csv.gz')))
      assert.ok(list.ok && table.ok)
      assert.deepEqual(list.value.columns, table.value.columns)
      assert.deepEqual(list.value.votes, table.value.votes)
      assert.deepEqual(list.value.people, table.value.people)
      const map = mapOpinions(list.value, { seed: '00' })
      assert.ok(map.ok)
      assert.ok(map.value.grouping.count >= 2 && map.value.axes.residual < 1e-9)
    })
  })
}
