// The fairest lottery of panels: against all panels by hand, and its proof against tampering.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { checkLottery } from '../src/fairness/panel-certificate.ts'
import { cutHolds } from '../src/fairness/panel-cut.ts'
import { seededChance } from '../src/ground/seeded.ts'
import type { PanelTask } from '../src/pool/panel-task.ts'
import { smallestRelaxation } from '../src/rules/feasible-panel.ts'
import { leximinLottery } from '../src/rules/leximin.ts'
import type { PanelLottery } from '../src/rules/leximin-lottery.ts'
import { maximinLottery } from '../src/rules/maximin-panel.ts'
import { PanelSearch } from '../src/rules/maximin-panel-search.ts'
import {
  allPanels,
  leximinByHand,
  loadHighs,
  person,
  quota,
  smallTask,
  taskOf,
} from './panels-made.ts'

const highs = await loadHighs()

const solved = (task: PanelTask): PanelLottery => {
  const lottery = leximinLottery(highs, task)
  assert.ok(lottery.ok)
  return lottery.value
}

/** Each person is short of one feature of three; panels take whole people, the quotas thirds. */
const threeCorners = (): PanelTask =>
  taskOf(
    [
      quota('ab', 'both', 0, 1),
      quota('ab', 'not', 0, 3),
      quota('bc', 'both', 0, 1),
      quota('bc', 'not', 0, 3),
      quota('ca', 'both', 0, 1),
      quota('ca', 'not', 0, 3),
    ],
    [
      person('Ana', 'both', 'not', 'both'),
      person('Bo', 'both', 'both', 'not'),
      person('Cy', 'not', 'both', 'both'),
      person('Di', 'not', 'not', 'not'),
      person('Eve', 'not', 'not', 'not'),
    ],
    2,
  )

describe('On 300 small pools', () => {
  const tasks = Array.from({ length: 300 }, (_, number) => smallTask(number))
  const drawable = tasks.filter((task) => allPanels(task).length > 0)

  it('leximin gives the probabilities that linear programmes over all panels give', () => {
    assert.ok(drawable.length > 60)
    for (const task of drawable) {
      const expected = leximinByHand(highs, task)
      const { probabilities } = solved(task)
      for (const [at, chance] of probabilities.entries()) {
        assert.ok(Math.abs(chance - (expected[at] ?? -1)) < 1e-6)
      }
    }
  })

  it('maximin gives the lowest probability that leximin gives', () => {
    for (const task of drawable) {
      const maximin = maximinLottery(highs, task)
      assert.ok(maximin.ok)
      const lowest = (lottery: PanelLottery) => Math.min(...lottery.probabilities)
      assert.ok(Math.abs(lowest(maximin.value) - lowest(solved(task))) < 1e-7)
      const check = checkLottery(task, maximin.value)
      assert.ok(check.ok && check.value.gap < 1e-7)
    }
  })

  it('every proof holds, and some needed a cut', () => {
    let cuts = 0
    for (const task of drawable) {
      const lottery = solved(task)
      const check = checkLottery(task, lottery)
      assert.ok(check.ok && check.value.gap < 1e-7)
      cuts += lottery.cuts.length
    }
    assert.ok(cuts > 0)
  })

  it('a pool without a panel is told the smallest relaxation, which gives it one', () => {
    const without = tasks.filter((task) => !drawable.includes(task)).slice(0, 40)
    assert.equal(without.length, 40)
    for (const task of without) {
      const lottery = leximinLottery(highs, task)
      assert.ok(!lottery.ok && lottery.refusal.code === 'panel-quotas')
      const relaxation = smallestRelaxation(highs, task)
      assert.ok(relaxation !== undefined && relaxation.length > 0)
      const relaxed = task.quotas.map((old) => {
        const change = relaxation.find((one) => one.feature === old.feature)
        return change === undefined ? old : { ...old, min: change.newMin, max: change.newMax }
      })
      assert.ok(allPanels({ ...task, quotas: relaxed }).length > 0)
      const moved = relaxation.reduce((sum, r) => sum + r.min - r.newMin + r.newMax - r.max, 0)
      assert.equal(relaxesWith(task, moved - 1), false)
    }
  })

  it('the search finds the heaviest panel, whatever the weights', () => {
    for (const [number, task] of drawable.entries()) {
      const chance = seededChance(number.toString(16).padStart(4, '0'))
      const search = new PanelSearch(task)
      for (let round = 0; round < 3; round += 1) {
        const weights = task.groups.map(() => chance.below(round === 0 ? 2 : 1000))
        const weigh = (counts: ArrayLike<number>) =>
          weights.reduce((sum, weight, at) => sum + weight * (counts[at] ?? 0), 0)
        const heaviest = Math.max(...allPanels(task).map(weigh))
        const { found, complete } = search.heaviest(weights, { above: -1, nodes: 10_000 })
        assert.ok(complete)
        assert.equal(weigh(found.at(-1) ?? []), heaviest)
        assert.ok(cutHolds(task, { weights, most: heaviest }))
        assert.ok(!cutHolds(task, { weights, most: heaviest - 1 }))
      }
    }
  })
})

/** Whether moving the limits by so many places in all can give a panel: tries every way. */
function relaxesWith(task: PanelTask, places: number): boolean {
  const loose = { ...task, quotas: task.quotas.map((one) => ({ ...one, min: 0, max: task.size })) }
  return allPanels(loose).some((counts) => {
    const moves = task.quotas.map((one, row) => {
      const seats = task.groups.reduce(
        (sum, group, at) => sum + (group.quotas.includes(row) ? (counts[at] ?? 0) : 0),
        0,
      )
      return Math.max(0, one.min - seats, seats - one.max)
    })
    return moves.reduce((sum, move) => sum + move, 0) <= places
  })
}

describe('A quota above the size of the panel', () => {
  it('is named as what would have to give', () => {
    const people = [person('1', 'old'), person('2', 'old'), person('3', 'young')]
    const quotas = [quota('age', 'old', 5, 9), quota('age', 'young', 0, 9)]
    const lottery = leximinLottery(highs, taskOf(quotas, people, 2))
    assert.ok(!lottery.ok)
    assert.match(lottery.refusal.remedy, /^The smallest .* do: age, old: min 2 instead of 5$/)
  })
})

describe('Where fractional people could be mixed and whole people cannot', () => {
  it('cuts take the fractional mix away, and the chances are those of whole panels', () => {
    const task = threeCorners()
    const lottery = solved(task)
    assert.ok(lottery.cuts.length > 0)
    const expected = leximinByHand(highs, task)
    for (const [at, chance] of lottery.probabilities.entries()) {
      assert.ok(Math.abs(chance - (expected[at] ?? -1)) < 1e-7)
    }
    assert.ok(Math.abs((lottery.probabilities[0] ?? 0) - 1 / 3) < 1e-9)
  })
})

describe('The fairest lottery', () => {
  const task = smallTask(drawableNumber())

  it('gives people who are alike the same chance', () => {
    const twins = taskOf(
      [quota('town', 'north', 1, 1), quota('town', 'south', 1, 1)],
      [person('1', 'north'), person('2', 'south'), person('3', 'south'), person('4', 'south')],
      2,
    )
    const { probabilities } = solved(twins)
    assert.deepEqual(
      probabilities.map((chance) => chance.toFixed(9)),
      ['1.000000000', '0.333333333'],
    )
  })

  it('does not depend on the order of the pool', () => {
    const chanceOf = (one: PanelTask) => {
      const { probabilities } = solved(one)
      return new Map(
        one.groups.flatMap((group, at) =>
          group.members.map((member) => [one.people[member]?.id, probabilities[at] ?? 0] as const),
        ),
      )
    }
    const before = chanceOf(task)
    const after = chanceOf(taskOf(task.quotas, [...task.people].reverse(), task.size))
    for (const [id, chance] of before) {
      assert.ok(Math.abs(chance - (after.get(id) ?? -1)) < 1e-7)
    }
  })

  it('is the same, to the last digit, each time', () => {
    assert.deepEqual(solved(task), solved(task))
  })

  it('gives nothing to a person whom no panel can take, and still settles the others', () => {
    const barred = taskOf(
      [quota('age', 'young', 0, 0), quota('age', 'old', 1, 1)],
      [person('1', 'young'), person('2', 'old'), person('3', 'old')],
      1,
    )
    assert.deepEqual(solved(barred).probabilities, [0, 0.5])
    const maximin = maximinLottery(highs, barred)
    assert.ok(maximin.ok && checkLottery(barred, maximin.value).ok)
  })
})

function drawableNumber(): number {
  for (let number = 0; ; number += 1) {
    const panels = allPanels(smallTask(number)).length
    if (panels > 12) return number
  }
}

describe('The check of a lottery refuses', () => {
  const task = threeCorners()
  const lottery = solved(task)
  const codeOf = (tampered: Partial<PanelLottery>): string => {
    const check = checkLottery(task, { ...lottery, ...tampered })
    return check.ok ? 'holds' : check.refusal.code
  }

  it('nothing of the lottery as it was made', () => {
    assert.equal(codeOf({}), 'holds')
  })

  it('a panel that breaks a quota', () => {
    const [first, ...others] = lottery.panels
    assert.ok(first !== undefined)
    const counts = Uint16Array.from([1, 1, 0, 0])
    assert.equal(codeOf({ panels: [{ ...first, counts }, ...others] }), 'certificate-panel')
  })

  it('probabilities that are not those of the panels', () => {
    const probabilities = lottery.probabilities.map((chance, at) => (at === 0 ? 0.5 : chance))
    assert.equal(codeOf({ probabilities }), 'certificate-probability')
    assert.equal(codeOf({ panels: lottery.panels.slice(1) }), 'certificate-probability')
  })

  it('a cut that some panel breaks', () => {
    const cuts = lottery.cuts.map((cut) => ({ ...cut, most: cut.most - 1 }))
    assert.equal(codeOf({ cuts }), 'certificate-cut')
  })

  it('a lottery less fair than is possible, with the proof of the fair one', () => {
    const counts = lottery.panels[0]?.counts ?? new Uint16Array(4)
    const probabilities = task.groups.map((group, at) => (counts[at] ?? 0) / group.members.length)
    const panels = [{ counts, probability: 1 }]
    assert.equal(codeOf({ panels, probabilities }), 'certificate-level')
  })

  it('prices that do not prove the bound, and prices that are not whole', () => {
    const changed = (prices: (price: number) => number) =>
      lottery.levels.map((level) => ({ ...level, cutPrices: level.cutPrices.map(prices) }))
    assert.equal(codeOf({ levels: changed(() => 0) }), 'certificate-level')
    assert.equal(codeOf({ levels: changed((price) => price + 0.5) }), 'certificate-level')
    assert.equal(codeOf({ levels: changed((price) => -price) }), 'certificate-level')
  })

  it('levels that leave somebody unsettled, and groups settled without weight', () => {
    assert.equal(codeOf({ levels: lottery.levels.slice(0, -1) }), 'certificate-open')
    const levels = lottery.levels.map((level) => ({ ...level, settled: [0, 1, 2, 3] }))
    assert.equal(codeOf({ levels }), 'certificate-level')
  })
})
