// The words for people can be read by an eleven-year-old, by a known formula.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { everyRefusal } from '../scripts/reference/errors.ts'
import { modulesAt } from '../scripts/reference/modules.ts'
import { readingAge } from '../src/basics/index.ts'

/** Years of age; the design asks for 9 to 11 on people's pages. */
const ceiling = 11
/** Fewer words than this say more about their topic than about how they are written. */
const fewest = 100

/** All plain texts that a catalogue holds, however deep; texts that are made when shown are not. */
function textsIn(held: unknown): readonly string[] {
  if (typeof held === 'string') return [held]
  return typeof held === 'object' && held !== null ? Object.values(held).flatMap(textsIn) : []
}

/** A catalogue, and each group of texts in it that is long enough to be measured alone. */
function measured(name: string, held: unknown): readonly { name: string; years: number }[] {
  const found = readingAge(textsIn(held).join('\n'))
  if (found === null || found.words < fewest || typeof held !== 'object') return []
  const groups = Object.entries(held ?? {}).flatMap(([key, group]) =>
    measured(`${name} ${key}`, group),
  )
  return [{ name, years: found.years }, ...groups]
}

describe('The English words of every room', async () => {
  const catalogues = (await modulesAt('src/**/words/*.ts')).filter(({ path }) =>
    /(?:^|[/-])en\.ts$/.test(path),
  )
  const all = catalogues.flatMap(({ path, exports }) => measured(path, { ...exports }))

  it('are measured', () => assert.ok(all.length > 0))

  for (const { name, years } of all) {
    it(`can be read at the age of ${ceiling}: ${name}`, () => {
      assert.ok(years <= ceiling, `the reading age is ${years}`)
    })
  }
})

describe('The refusals of every room', async () => {
  const refusals = await everyRefusal()
  for (const room of new Set(refusals.map((one) => one.room))) {
    it(`can be read at the age of ${ceiling}: ${room}`, () => {
      const said = refusals
        .filter((one) => one.room === room)
        .map(({ thing }) => `${thing.says}\n${thing.next}`)
      const years = readingAge(said.join('\n'))?.years ?? 0
      assert.ok(years <= ceiling, `the reading age is ${years}`)
    })
  }
})
