// The list of equally likely panels, the draw from it, replacements, and the check of a document.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { checkLottery } from '../src/fairness/panel-certificate.ts'
import { checkPanelDocument } from '../src/fairness/panel-document-check.ts'
import { isPanel, type PanelTask } from '../src/pool/panel-task.ts'
import { readPeople } from '../src/pool/people.ts'
import { readQuotas } from '../src/pool/quotas.ts'
import { replacementTask } from '../src/pool/replacement.ts'
import { type PanelDocument, panelDocument } from '../src/report/panel-document.ts'
import { leximinLottery } from '../src/rules/leximin.ts'
import { fairLevels } from '../src/rules/leximin-levels.ts'
import { peelPanels } from '../src/rules/leximin-peeling.ts'
import { PanelSearch } from '../src/rules/maximin-panel-search.ts'
import { transparentLottery } from '../src/rules/transparent-lottery.ts'
import { commitmentTo, drawnPlace, listingSeed } from '../src/rules/transparent-lottery-draw.ts'
import { loadHighs, person, quota, taskOf } from './panels-made.ts'

const highs = await loadHighs()

const fixture = (name: string) =>
  readFileSync(new URL(`../fixtures/sortition/${name}`, import.meta.url), 'utf8')

function riverside(): PanelTask {
  const quotas = readQuotas(fixture('riverside-features.csv'))
  assert.ok(quotas.ok)
  const people = readPeople(fixture('riverside-pool.csv'), quotas.value)
  assert.ok(people.ok)
  return taskOf(quotas.value, people.value, 16)
}

function drawn(task: PanelTask, seed: string): PanelDocument {
  const lottery = leximinLottery(highs, task)
  assert.ok(lottery.ok)
  const check = checkLottery(task, lottery.value)
  assert.ok(check.ok)
  const list = transparentLottery(task, lottery.value, listingSeed(task, 'leximin'))
  return panelDocument(task, lottery.value, check.value, list, seed)
}

/** What a proof cannot do without; other numbers may be changed into ones that prove it too. */
const soundnessOf = new Set(['probability', 'seats', 'seed', 'commitment', 'length', 'panel'])

const countsOf = (task: PanelTask, ids: readonly string[]): number[] =>
  task.groups.map(
    (group) => group.members.filter((place) => ids.includes(task.people[place]?.id ?? '')).length,
  )

describe('Panels peeled off the fairest seats', () => {
  it('never take more than there is, and leave what the others need', () => {
    const task = riverside()
    const { seats } = fairLevels(highs, task, [], Number.POSITIVE_INFINITY)
    const { panels, left } = peelPanels(task, new PanelSearch(task), seats)
    assert.ok(panels.length > 10 && left < 0.1)
    const given = panels.reduce((sum, panel) => sum + panel.probability, left)
    assert.ok(Math.abs(given - 1) < 1e-9)
    for (const [at, group] of task.groups.entries()) {
      const taken = panels.reduce((sum, one) => sum + one.probability * (one.counts[at] ?? 0), 0)
      const rest = (seats[at] ?? 0) - taken
      assert.ok(rest > -1e-9 && rest < left * group.members.length + 1e-9)
    }
  })
})

describe('The list of panels', () => {
  const task = riverside()
  const document = drawn(task, '5f3a09c1')

  it('has 1,000 panels, each of which keeps every quota and has nobody twice', () => {
    assert.equal(document.panels.length, 1000)
    for (const panel of document.panels) {
      assert.equal(new Set(panel).size, 16)
      assert.ok(isPanel(task, countsOf(task, panel)))
    }
  })

  it('has each person on as many panels as their probability says, within a stated change', () => {
    const { largestChange } = document.certificate.list
    let greatest = 0
    for (const [id, probability] of Object.entries(document.probabilities)) {
      const places = document.panels.filter((panel) => panel.includes(id)).length
      greatest = Math.max(greatest, Math.abs(places / 1000 - probability))
    }
    assert.ok(Math.abs(greatest - largestChange) < 1e-12)
    assert.ok(largestChange < 0.001)
  })

  it('does not change with the seed of the draw', () => {
    assert.deepEqual(drawn(task, '77').panels, document.panels)
  })

  it('has people who are alike on panels that differ by one at most', () => {
    for (const { people } of document.certificate.groups) {
      const places = people.map((id) => document.panels.filter((one) => one.includes(id)).length)
      assert.ok(Math.max(...places) - Math.min(...places) <= 1)
    }
  })
})

describe('The draw', () => {
  it('takes each panel of a list of ten about as often, over ten thousand seeds', () => {
    const times = Array.from({ length: 10 }, () => 0)
    for (let seed = 0; seed < 10_000; seed += 1) {
      const place = drawnPlace(seed.toString(16).padStart(8, '0'), 10)
      times[place] = (times[place] ?? 0) + 1
    }
    assert.ok(times.every((count) => Math.abs(count - 1000) < 130))
  })

  it('is committed to by the digest that common tools give for the digits', () => {
    const digest = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'
    assert.equal(commitmentTo(''), digest)
    assert.equal(commitmentTo('5F3A09C1'), commitmentTo('5f3a09c1'))
    assert.equal(
      commitmentTo('5f3a09c1'),
      '3afccb07349d2dd86f2af85445774ec681ae79edac62f52d50b44052079503ec',
    )
  })

  it('takes the panel of the list that the seed names', () => {
    const document = drawn(riverside(), 'c0ffee')
    assert.equal(document.certificate.draw.panel, drawnPlace('c0ffee', 1000) + 1)
    assert.deepEqual(document.drawn, document.panels[document.certificate.draw.panel - 1])
  })
})

describe('The check of a document', () => {
  const task = riverside()
  const document = drawn(task, '5f3a09c1')
  const read: PanelDocument = JSON.parse(JSON.stringify(document))
  const codeOf = (tampered: unknown): string => {
    const check = checkPanelDocument(task, tampered)
    return check.ok ? 'holds' : check.refusal.code
  }

  it('passes the document as it was printed', () => {
    assert.equal(codeOf(read), 'holds')
  })

  it('names what was tampered with', () => {
    const { certificate } = read
    const [first, second, ...others] = read.panels
    assert.equal(codeOf({ ...read, panels: [second, first, ...others] }), 'document-list')
    assert.equal(codeOf({ ...read, drawn: first }), 'document-draw')
    assert.equal(codeOf({ ...read, seed: '5f3a09c2' }), 'document-draw')
    const probabilities = { ...read.probabilities, 'RV-01': 0.5 }
    assert.equal(codeOf({ ...read, probabilities }), 'document-probabilities')
    assert.equal(codeOf({ ...read, minimum: 0.2 }), 'document-probabilities')
    const lottery = certificate.lottery.slice(1)
    const without = { ...read, certificate: { ...certificate, lottery } }
    assert.equal(codeOf(without), 'certificate-probability')
  })

  it('never throws, and never passes a document of which one value was changed', () => {
    const slots: (readonly [Record<string, unknown>, string])[] = []
    const gather = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return
      for (const [name, inner] of Object.entries(value)) {
        slots.push([value as Record<string, unknown>, name])
        gather(inner)
      }
    }
    const copy: PanelDocument = JSON.parse(JSON.stringify(document))
    gather(copy.certificate.levels)
    gather(copy.certificate.lottery)
    gather({ minimum: copy.minimum, list: copy.certificate.list, draw: copy.certificate.draw })
    const place = fc.integer({ min: 0, max: slots.length - 1 })
    const odd = fc.constantFrom<unknown>(null, 'x', -1, 1.5, 1e300, 70_000, [], {}, [[]])
    fc.assert(
      fc.property(place, odd, (at, value) => {
        const [holder, name] = slots[at] ?? [{}, '']
        const before = holder[name]
        holder[name] = value
        const code = codeOf(copy)
        holder[name] = before
        const harmless = code === 'holds' && !soundnessOf.has(name)
        assert.ok(code !== 'holds' || harmless, `${name}: ${String(value)}`)
      }),
      { numRuns: 150 },
    )
  })

  it('refuses what is no such document', () => {
    for (const odd of [null, 7, [], {}, { ...read, panels: [] }, { ...read, certificate: null }]) {
      assert.equal(codeOf(odd), 'document-shape')
    }
  })
})

describe('Replacements', () => {
  const task = riverside()
  const document = drawn(task, '5f3a09c1')
  const panel = document.drawn
  const byChance = [...panel].sort(
    (one, other) => (document.probabilities[one] ?? 0) - (document.probabilities[other] ?? 0),
  )
  const [gone, refused, ...staying] = byChance
  assert.ok(gone !== undefined && refused !== undefined)

  it('fill the seats of those who are gone so that the whole panel keeps every quota', () => {
    const rest = replacementTask(task, staying, [gone, refused])
    assert.ok(rest.ok)
    const again = drawn(rest.value, '0a')
    assert.equal(again.drawn.length, 2)
    for (const pair of again.panels) {
      assert.ok(!pair.includes(gone) && !pair.includes(refused))
      assert.ok(isPanel(task, countsOf(task, [...staying, ...pair])))
    }
  })

  it('are refused where ids are unknown or double, no seat is free, or a quota is overrun', () => {
    const codeOf = (stay: readonly string[], leave: readonly string[], one = task) => {
      const rest = replacementTask(one, stay, leave)
      return rest.ok ? 'made' : rest.refusal.code
    }
    assert.equal(codeOf(['nobody'], []), 'replacement-unknown')
    assert.equal(codeOf([gone], [gone]), 'replacement-both')
    assert.equal(codeOf(panel, []), 'replacement-none')
    const small = taskOf(
      [quota('age', 'old', 0, 1), quota('age', 'young', 1, 2)],
      [person('1', 'old'), person('2', 'old'), person('3', 'young')],
      3,
    )
    assert.equal(codeOf(['1', '2'], [], small), 'replacement-quota')
  })
})
