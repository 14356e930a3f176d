// People gathered into groups: clusters held against their definitions, on small maps.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { seededChance } from '../src/ground/seeded.ts'
import { choosingSteadily, groupPeople, takingPart } from '../src/opinion/grouping.ts'
import { inMapOrder, kMeans, silhouetteOf } from '../src/opinion/k-means.ts'

const somePoints = fc
  .array(fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: -9, max: 9 })), {
    minLength: 2,
    maxLength: 40,
  })
  .map((pairs) => ({
    x: Float64Array.from(pairs, ([x]) => x),
    y: Float64Array.from(pairs, ([, y]) => y),
    weight: Float64Array.from(pairs, ([x, y]) => 1 + Math.abs(x + y)),
  }))

describe('Clusters of points', () => {
  it('have every point with its nearest mean, and means that are means', () => {
    fc.assert(
      fc.property(somePoints, fc.integer({ min: 1, max: 6 }), (points, k) => {
        const { of, centres } = kMeans(points, k, seededChance('11'), 200)
        const apart = (i: number, c: number): number =>
          (points.x[i]! - centres.x[c]!) ** 2 + (points.y[i]! - centres.y[c]!) ** 2
        for (let i = 0; i < of.length; i += 1) {
          for (let c = 0; c < centres.x.length; c += 1) {
            assert.ok(apart(i, of[i]!) <= apart(i, c) + 1e-12)
          }
        }
        for (let c = 0; c < centres.x.length; c += 1) {
          const own = [...of.keys()].filter((i) => of[i] === c)
          const weight = own.reduce((sum, i) => sum + points.weight[i]!, 0)
          const mean = own.reduce((sum, i) => sum + points.weight[i]! * points.x[i]!, 0) / weight
          assert.ok(weight > 0 && Math.abs(mean - centres.x[c]!) < 1e-12)
        }
      }),
    )
  })

  it('have the silhouette of as many single people', () => {
    fc.assert(
      fc.property(somePoints, (points) => {
        const clusters = kMeans(points, 3, seededChance('11'), 50)
        if (clusters.centres.x.length < 2) return
        const people = [...clusters.of.keys()].flatMap((i) =>
          Array.from({ length: points.weight[i]! }, () => i),
        )
        const far = (i: number, j: number): number =>
          Math.hypot(points.x[i]! - points.x[j]!, points.y[i]! - points.y[j]!)
        const scores = people.map((i, me) => {
          const meanTo = (c: number): number => {
            const others = people.filter((j, at) => clusters.of[j] === c && at !== me)
            return others.reduce((sum, j) => sum + far(i, j), 0) / others.length
          }
          const own = clusters.of[i]!
          const a = meanTo(own)
          const others = [...clusters.centres.x.keys()].filter((c) => c !== own)
          const b = Math.min(...others.map(meanTo))
          return Number.isNaN(a) || Math.max(a, b) === 0 ? 0 : (b - a) / Math.max(a, b)
        })
        const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length
        assert.ok(Math.abs(mean - silhouetteOf(points, clusters)) < 1e-9)
      }),
      { numRuns: 40 },
    )
  })

  it('find three heaps that stand apart, whatever the order of the points', () => {
    const heaps = Array.from({ length: 60 }, (_, i) => [
      [-8, 8, 0][i % 3]! + (i % 7) / 10,
      [0, 0, 9][i % 3]! + (i % 5) / 10,
    ])
    const x = Float64Array.from(heaps, ([across]) => across!)
    const y = Float64Array.from(heaps, ([, up]) => up!)
    assert.equal(inMapOrder(x, y).length, 60)
    const among = Int32Array.from(heaps.keys())
    const grouping = groupPeople({ x, y }, among, seededChance('00'))
    assert.equal(grouping.count, 3)
    for (let i = 3; i < 60; i += 1) assert.equal(grouping.of[i], grouping.of[i % 3])
  })
})

describe('Those who take part in the grouping', () => {
  it('have seven votes, or are among the fifteen with most', () => {
    const many = Int32Array.from({ length: 60 }, (_, p) => p % 10)
    assert.equal(takingPart(many, 50).length, 18)
    const few = Int32Array.from({ length: 40 }, (_, p) => p % 8)
    assert.equal(takingPart(few, 50).length, 15)
    assert.deepEqual([...takingPart(Int32Array.of(1, 0, 2), 2)], [0, 2])
  })
})

describe('The number of groups in a conversation that grows', () => {
  it('changes after another number has been best four times running', () => {
    const choose = choosingSteadily()
    const tried = (two: number, three: number) => [
      { groups: 2, silhouette: two },
      { groups: 3, silhouette: three },
    ]
    const rounds = [
      [9, 1],
      [1, 9],
      [1, 9],
      [9, 1],
      [1, 9],
      [1, 9],
      [1, 9],
      [1, 9],
      [9, 1],
    ]
    const chosen = rounds.map(([two, three]) => choose(tried(two!, three!)))
    assert.deepEqual(chosen, [0, 0, 0, 0, 0, 0, 0, 1, 1])
  })
})
