// The rules of the house, held against the whole tree, each with examples that it must catch.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import type { Example } from './house/examples/example.ts'
import * as factExamples from './house/examples/facts.ts'
import * as habitExamples from './house/examples/habits.ts'
import * as importExamples from './house/examples/imports.ts'
import * as layerExamples from './house/examples/layers.ts'
import { purity } from './house/examples/purity.ts'
import * as schemaExamples from './house/examples/schemas.ts'
import * as facts from './house/rules/facts.ts'
import * as habits from './house/rules/habits.ts'
import * as imports from './house/rules/imports.ts'
import * as layers from './house/rules/layers.ts'
import { namesSaySomething } from './house/rules/names.ts'
import { timeAndChanceArePassedIn } from './house/rules/purity.ts'
import * as schemas from './house/rules/schemas.ts'
import type { House } from './house/table.ts'
import { exampleTree, type Offence, type Rule, readTree } from './house/tree.ts'

const root = new URL('..', import.meta.url).pathname
const house: House = JSON.parse(readFileSync(`${root}/house.json`, 'utf8'))

const rules: readonly (readonly [number, Rule, readonly Example[]])[] = [
  [1, imports.importsFollowTheTable, importExamples.table],
  [1, imports.packagesStandAlone, importExamples.packages],
  [1, imports.noCircles, importExamples.circles],
  [2, layers.layersPointDown, layerExamples.layers],
  [2, layers.domainStandsAlone, layerExamples.domain],
  [2, layers.roomsAreWhole, layerExamples.rooms],
  [3, timeAndChanceArePassedIn, purity],
  [4, schemas.oneSchemaARoom, schemaExamples.schemas],
  [4, schemas.tablesSayWhatTheyAre, schemaExamples.markers],
  [4, schemas.personFirstInEveryKey, schemaExamples.keys],
  [4, schemas.noForeignKeysBetweenSchemas, schemaExamples.foreignKeys],
  [5, facts.onlyTheLogWritesFacts, factExamples.facts],
  [5, facts.onlyProjectionsWriteProjections, factExamples.projections],
  [5, facts.aLookLetsPersonalDataOut, factExamples.looks],
  [6, namesSaySomething, habitExamples.names],
  [7, habits.firstLineSays, habitExamples.firstLines],
  [7, habits.noDefaultExports, habitExamples.defaults],
  [7, habits.nothingIsSilenced, habitExamples.silenced],
  [7, habits.filesAreShort, habitExamples.fileLengths],
  [7, habits.functionsAreShort, habitExamples.functionLengths],
  [7, habits.linesAreShort, habitExamples.lineLengths],
]

const tell = ({ path, line, says }: Offence): string => `${path}:${line}: ${says}`

describe('The whole tree', () => {
  const tree = readTree(root)
  for (const [number, rule] of [...rules, [1, imports.tableHasNoCircle] as const]) {
    it(`keeps rule ${number}: ${rule.says}`, () => {
      assert.deepEqual(rule.find(tree).map(tell), [])
    })
  }
})

for (const [number, rule, examples] of rules) {
  describe(`Rule ${number}, ${rule.says}`, () => {
    for (const { shows, files, caught } of examples) {
      it(`${caught.length === 0 ? 'lets pass' : 'catches'} ${shows}`, () => {
        const found = rule.find(exampleTree(files, house)).map(tell)
        assert.equal(found.length, caught.length, found.join('\n'))
        for (const [at, words] of caught.entries()) {
          assert.ok(found[at]?.includes(words), `${found[at]} does not say: ${words}`)
        }
      })
    }
    it('has an example that it catches and one that it lets pass', () => {
      assert.ok(examples.some(({ caught }) => caught.length > 0))
      assert.ok(examples.some(({ caught }) => caught.length === 0))
    })
  })
}

describe('The table of the house', () => {
  it('is refused when rooms may use one another in a circle', () => {
    const circle: House = {
      storeys: [
        {
          storey: 3,
          rooms: {
            care: { is: 'Care', mayUse: ['budgets'] },
            budgets: { is: 'Budgets', mayUse: ['voice'] },
            voice: { is: 'Voice', mayUse: ['care'] },
          },
        },
      ],
    }
    const found = imports.tableHasNoCircle.find(exampleTree({}, circle))
    assert.match(found.map(tell).join(), /budgets → voice → care → budgets/)
  })
})
