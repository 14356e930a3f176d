// The deadlines of complaints: worked by hand from the regulations, one line a case.
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { describe, it } from 'node:test'
import { type Day, dayIn, type Instant, LONDON, type Nation } from '../../src/basics/index.ts'
import {
  type ComplaintStep,
  complaintClocks,
  dueFor,
  explainBy,
} from '../../src/voice/domain/complaint/clocks.ts'

const lines = (await readFile(new URL('./deadlines.csv', import.meta.url), 'utf8'))
  .trim()
  .split('\n')
  .slice(1)

describe('V2 The deadlines of a complaint', () => {
  it('V2 are worked out by hand for at least 60 cases', () => assert.ok(lines.length >= 60))

  for (const line of lines) {
    const [number, nation, step, starts, agreedOn, agreedUntil, due, ...why] = line.split(',')
    it(`V2 case ${number}, ${nation}, ${step}: ${why.join(',')}`, () => {
      const from = starts as Instant | Day
      const agreed = agreedOn === '' ? null : { on: agreedOn as Day, until: agreedUntil as Day }
      const day = from.length === 10 ? (from as Day) : dayIn(LONDON, from as Instant)
      const found =
        step === 'explain'
          ? explainBy(day, agreed)
          : dueFor(nation as Nation, step as ComplaintStep, from)
      assert.deepEqual(found, { ok: true, value: due })
    })
  }

  it('V2 come from a rule with a source for every nation', () => {
    for (const nation of ['england', 'wales', 'scotland', 'northern-ireland']) {
      const own = complaintClocks.filter((one) => one.nation === nation)
      assert.ok(own.some(({ step }) => step === 'acknowledge'))
      for (const { rule } of own) assert.ok(rule.source !== '' && rule.says !== '')
    }
  })
})
