// The command count-budget: what it prints, what it refuses, and the shape of its JSON.
import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { Compile } from 'typebox/schema'
import { countBudgetCommand } from '../src/command/count-budget.ts'
import { fundRules } from '../src/fund/count-fund.ts'
import { recount } from '../src/proof/settle.ts'
import type { FundReport } from '../src/report/fund-report.ts'
import { runOf } from './command-run.ts'

const fixtures = fileURLToPath(new URL('../fixtures/pb/', import.meta.url))
const approval = join(fixtures, 'oakham-approval.pb')
const schema = JSON.parse(
  readFileSync(new URL('../schemas/count-budget.schema.json', import.meta.url), 'utf8'),
)
const folder = mkdtempSync(join(tmpdir(), 'count-budget-'))
after(() => rmSync(folder, { recursive: true }))

const run = runOf(countBudgetCommand)

async function report(...args: string[]): Promise<FundReport> {
  const { code, out, err } = await run(...args, '--json')
  assert.equal(code, 0, err)
  return JSON.parse(out)
}

describe('count-budget', () => {
  it('prints JSON in its published shape by every rule, for every ballot', async () => {
    const validator = Compile(schema)
    let documents = 0
    for (const name of readdirSync(fixtures).filter((file) => file.endsWith('.pb'))) {
      for (const rule of fundRules) {
        const all = [
          'none',
          ...(rule.startsWith('mes') ? ['greedy', 'add1', 'add1-exhaustive', 'add1u'] : []),
        ]
        for (const completion of all) {
          const path = join(fixtures, name)
          const { code, out } = await run(
            path,
            '--rule',
            rule,
            '--completion',
            completion,
            '--json',
          )
          if (code === 1) continue
          const document = JSON.parse(out)
          const [valid, errors] = validator.Errors(document)
          assert.ok(valid, `${name} ${rule}: ${JSON.stringify(errors)}`)
          assert.ok(!validator.Check({ ...document, selected: null }))
          documents += 1
        }
      }
    }
    assert.equal(documents, 107)
  })

  it('has the fixed names that other programs read', async () => {
    const found = await report(approval, '--rule', 'mes-cost', '--completion', 'add1')
    assert.deepEqual(found.selected, ['1', '5', '6'])
    assert.equal(found.cost, 24400)
    assert.equal(found.budget, 25000)
    assert.equal(found.rule, 'mes-cost')
    assert.deepEqual(found.ties, [{ round: 1, projects: ['1', '10'], chosen: '1' }])
    assert.equal(found.projects.length, 7)
    assert.equal(found.fairness.spent, 0.976)
  })

  it('prints the same bytes for the same file gzipped', async () => {
    const packed = join(folder, 'packed.pb.gz')
    writeFileSync(packed, gzipSync(readFileSync(approval)))
    const plain = await run(approval, '--rule', 'phragmen', '--json')
    assert.equal((await run(packed, '--rule', 'phragmen', '--json')).out, plain.out)
  })

  it('tells in words why each project won or missed, and how fair it is', async () => {
    const { code, out } = await run(approval, '--rule', 'greedy-votes')
    assert.equal(code, 0)
    assert.match(out, /^Oakham health fund, approvals\nCounted by greedy-votes: 60 voters\./)
    assert.match(out, /\nFunded\n {2}1 {2}Benches along the canal, 12000 GBP\n/)
    assert.match(
      out,
      /\nNot funded\n[\s\S]+more votes?, or \d+ GBP cheaper, would have been enough/,
    )
    assert.match(out, /voters \([\d.]+%\) get nothing that they voted for/)
    assert.match(out, /Ties \(parted by id\)\n {2}Round 1: 1, 10 → 1/)
  })

  it('keeps to minimum votes, bounds and exclusions', async () => {
    const few = await report(approval, '--rule', 'greedy-votes', '--minimum-votes', '18')
    assert.ok(few.selected.every((id) => !['2', '4'].includes(id)))
    const bound = await report(approval, '--rule', 'mes-cost', '--at-most', 'area:North=12000')
    const north = bound.projects.filter(({ id, selected }) => selected && '126'.includes(id))
    assert.ok(north.reduce((sum, { cost }) => sum + cost, 0) <= 12000)
    const number = await report(
      approval,
      '--rule',
      'greedy-votes',
      '--at-most',
      'area:North=1 project',
    )
    assert.equal(
      number.projects.filter(({ id, selected }) => selected && '126'.includes(id)).length,
      1,
    )
    const one = await report(approval, '--rule', 'greedy-votes', '--exclude', '1,10')
    assert.ok(!one.selected.includes('10'))
  })

  it('writes a proof that anyone can recount to the same result', async () => {
    const electorate = join(folder, 'electorate.txt')
    const people = Array.from({ length: 80 }, (_, person) => `person ${person}`)
    writeFileSync(electorate, people.join('\n'))
    for (const name of ['oakham-approval.pb', 'oakham-cumulative.pb', 'oakham-ordinal.pb']) {
      const path = join(folder, 'proof.json')
      const rule = ['--rule', 'mes-card', '--completion', 'add1', '--proof', path]
      const found = await report(join(fixtures, name), ...rule, '--electorate', electorate)
      const again = await recount(readFileSync(path, 'utf8'))
      assert.ok(again.ok)
      assert.deepEqual(again.value.result.selected, found.selected)
    }
    const alone = await run(approval, '--rule', 'mes-card', '--proof', 'x.json')
    assert.equal(alone.code, 2)
    assert.match(alone.err, /^A proof needs a file to write and the electorate\. /)
  })

  it('says which line of a file is to blame, and leaves with 1', async () => {
    const broken = join(folder, 'broken.pb')
    writeFileSync(broken, readFileSync(approval, 'utf8').replace('\n2;10;21', '\n2;99;21'))
    const { code, out, err } = await run(broken, '--rule', 'mes-cost')
    assert.equal(code, 1)
    assert.equal(out, '')
    assert.match(err, /^The vote on line 25 is for 99, which is not a project\. Use project ids/)
  })

  it('says in a sentence that a file is missing, a folder or no archive', async () => {
    const missing = await run(join(folder, 'none.pb'), '--rule', 'mes-cost')
    assert.deepEqual([missing.code, missing.err.startsWith('There is no file')], [1, true])
    assert.match((await run(folder, '--rule', 'mes-cost')).err, /is a folder\. /)
    const torn = join(folder, 'torn.pb.gz')
    writeFileSync(torn, gzipSync(readFileSync(approval)).subarray(0, 200))
    assert.match((await run(torn, '--rule', 'mes-cost')).err, /cannot be unpacked\. /)
  })

  it('refuses a rule that the ballots cannot feed', async () => {
    const points = await run(approval, '--rule', 'mes-points')
    assert.equal(points.code, 1)
    assert.match(points.err, /^The ballots are approval and carry no points\. /)
    const complete = await run(approval, '--rule', 'phragmen', '--completion', 'greedy')
    assert.match(complete.err, /^The rule phragmen leaves nothing to complete\. /)
  })

  it('teaches whoever calls it wrongly, and leaves with 2', async () => {
    const calls: readonly (readonly [string[], RegExp])[] = [
      [[], /^No file was named\. Name one \.pb file/],
      [[approval, approval, '--rule', 'mes-cost'], /^More than one file was named\. /],
      [[approval], /^No --rule is given\. Use one of greedy-cost, /],
      [[approval, '--rule', 'best'], /^There is no --rule best\. Use one of greedy-cost, /],
      [[approval, '--rule', 'mes-cost', '--completion', 'x'], /^There is no --completion x\. /],
      [[approval, '--rule', 'mes-cost', '--ties', 'coin'], /^There is no --ties coin\. /],
      [[approval, '--rule', 'mes-cost', '--at-most', 'North'], /does not say what it bounds\. /],
      [[approval, '--rule', 'mes-cost', '--minimum-votes', 'few'], /^--minimum-votes is few\. /],
    ]
    for (const [args, sentence] of calls) {
      const { code, err } = await run(...args)
      assert.equal(code, 2, err)
      assert.match(err, sentence)
    }
  })

  it('has help that names every rule, completion and option', async () => {
    const { out } = await run('--help')
    const options = Object.keys(countBudgetCommand.options).filter((name) => name !== 'help')
    for (const name of [...fundRules, 'add1-exhaustive', 'add1u', ...options]) {
      assert.ok(out.includes(name), name)
    }
  })
})
