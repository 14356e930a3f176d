// The compiler of decision aids refuses what is none, and says what to mend, at which line.
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { compileAid } from '../../src/care/domain/aid/compile.ts'
import { exampleAid, lineOf } from './example-aid.ts'

/** The example without a section, from its heading to the next. */
const without = (heading: string): string => {
  const at = exampleAid.indexOf(heading)
  assert.ok(at >= 0, heading)
  const level = heading.startsWith('###') ? '\n##' : '\n## '
  const next = exampleAid.indexOf(level, at + 3)
  return exampleAid.slice(0, at) + (next < 0 ? '' : exampleAid.slice(next + 1))
}
const instead = (from: string, to: string): string => {
  assert.ok(exampleAid.includes(from), from)
  return exampleAid.replace(from, to)
}

/** What is broken, the text, the criterion, where it is to be mended, and what is said. */
type Defect = readonly [string, string, string, string | 1, RegExp]

const first = '## Option: Wait and see'
const number = '## Number: Cold toes within 10 years'

const qualifying: readonly Defect[] = [
  [
    'no condition',
    without('## Condition'),
    'condition',
    1,
    /describe the condition.*Add a section/,
  ],
  ['no decision', without('## Decision'), 'decision', 1, /which decision.*Add a section/],
  ['one option', without('## Option: Have the test'), 'options', 1, /two options.*at least two/],
  [
    'an option that is not described',
    without('### What it is\n'),
    'options',
    first,
    /“Wait and see” is not described.*### What it is/,
  ],
  ['nothing good', without('### Good'), 'positive', first, /what is good about it.*### Good/],
  ['nothing bad', without('### Bad'), 'negative', first, /what is bad about it.*### Bad/],
  [
    'not what it is like',
    without('### What it is like'),
    'experience',
    first,
    /like for: body, mind, life.*“body: …”/,
  ],
  [
    'not what it is like for the mind',
    instead('mind: Some people wonder at times.\n', ''),
    'experience',
    '### What it is like',
    /like for: mind\..*“mind: …”/,
  ],
]

const form: readonly Defect[] = [
  ['no title', instead('# A test', 'A test'), 'title-missing', 1, /no title.*Begin the file/],
  ['no id', instead('id: blue-toes\n', ''), 'id-missing', 1, /“id” is missing/],
  ['no version', instead('version: 1', 'version: one'), 'version', 'version', /version: 1/],
  [
    'a percentage',
    instead('wait: 20 (10 to 40)', 'wait: 2%'),
    'figure',
    'wait: 2%',
    /“2%” is not a whole number of people.*how many of 1000 people/,
  ],
  ['a part of a person', instead('wait: 20 (', 'wait: 20.5 ('), 'figure', 'wait: 20.5', /whole/],
  [
    'another denominator',
    instead('10 of 1000', '1 of 100'),
    'same-denominator',
    'test: 1 of 100',
    /out of 100, and the aid is out of 1000.*one denominator for all/,
  ],
  [
    'more people than there are',
    instead('wait: 20 (10 to 40)', 'wait: 2000'),
    'figure-range',
    'wait: 2000',
    /does not fit into 1000 people/,
  ],
  [
    'a range beside its number',
    instead('(10 to 40)', '(30 to 40)'),
    'figure-range',
    'wait: 20',
    /a range around it/,
  ],
  [
    'a figure for an option that is not there',
    instead('test: 10 of 1000', 'lamp: 10'),
    'option-not-known',
    'lamp: 10',
    /Nothing is called “lamp” here/,
  ],
  [
    'a source that is not there',
    instead('source: toes-2020', 'source: toes-2021'),
    'source-not-known',
    'source: toes-2021',
    /no source toes-2021.*Add a section/,
  ],
  [
    'a link that leads nowhere',
    instead('link: https://example.org/toes', 'link: https://'),
    'source-link',
    'link: https://',
    /Write the whole address/,
  ],
  [
    'a line twice',
    instead('version: 1\n', 'version: 1\nversion: 2\n'),
    'field-twice',
    'version: 2',
    /twice/,
  ],
  ['a day that is none', instead('2028-11-30', '2028-02-31'), 'day', 'update by', /not a day/],
  [
    'a key twice',
    instead('key: test', 'key: wait'),
    'key-twice',
    '## Option: Have the test',
    /Give each a key of its own/,
  ],
  [
    'a section nobody knows',
    instead('## Questions', '## Prices'),
    'section-not-known',
    '## Prices',
    /No section is called “prices”/,
  ],
  [
    'a value that leads nowhere',
    instead('test: fits. You hear now.\n', ''),
    'follows',
    '## Matters: I want to know early',
    /what follows for “test”/,
  ],
]

const longGood = [
  '- You have no test, and all of your mornings to yourself.',
  '- You can stay in bed, asleep and warm as you are.',
]
const hardWords =
  'Peripheral acrocyanosis constitutes a microcirculatory abnormality of extremities. '

const reported: readonly Defect[] = [
  [
    'more on what is good than on what is bad',
    instead('- You have no test, and no worry from one.', longGood.join('\n')),
    'equal-detail',
    '### Bad',
    /22 words on what is good and 9 on what is bad.*at most twice/,
  ],
  [
    'figures without a source',
    instead('source: toes-2020\n', ''),
    'citations',
    number,
    /name no source/,
  ],
  [
    'no publication date',
    instead('published: 2026-11-30\n', ''),
    'publication-date',
    1,
    /published/,
  ],
  [
    'no update policy',
    instead('update policy: Looked at again every 2 years.\n', ''),
    'update-policy',
    1,
    /update policy/,
  ],
  ['no certainty', instead('certainty: low\n', ''), 'uncertainty', number, /how sure they are/],
  ['no funding', instead('funding: Nobody paid for it.\n', ''), 'funding', 1, /who paid for it/],
  [
    'not what a test measures',
    instead('measures: How blue your toes are.\n', ''),
    'test-measures',
    '## Test',
    /measures/,
  ],
  [
    'not what follows a find',
    instead('if found: You are shown how to keep them warm.\n', ''),
    'test-found',
    '## Test',
    /if the condition is found/,
  ],
  [
    'not what follows no find',
    instead('if not found: You are asked again in five years.\n', ''),
    'test-not-found',
    '## Test',
    /if nothing is found/,
  ],
  [
    'not that a find may not matter',
    instead('never harmful: It finds blue in some toes that would never have got cold.\n', ''),
    'test-never-harmful',
    '## Test',
    /never have done harm/,
  ],
  [
    'no figure for an option',
    instead('test: 10 of 1000\n', ''),
    'side-by-side',
    number,
    /no figure for “Have the test”/,
  ],
  ['one frame', instead('other: do not\n', ''), 'both-frames', number, /only one side/],
  ['no figures at all', without(number), 'more-than-one-view', 1, /no figures/],
  [
    'nothing that matters',
    without('## Matters: I do not like tests'),
    'values',
    1,
    /find out what matters/,
  ],
  [
    'no waiting',
    instead('waiting: yes\n', ''),
    'doing-nothing',
    1,
    /Waiting is not among the options/,
  ],
  [
    'a source not checked',
    instead('checked: 2026-11-30', 'checked: not yet'),
    'source-dates',
    '## Source: toes-2020',
    /Nobody has checked/,
  ],
  [
    'a source that does not say where the figures stand',
    instead('where: Table 1: 20 (10 to 40) and 10 of 1,000.\n', ''),
    'source-dates',
    '## Source: toes-2020',
    /what of toes-2020 was read.*“where: ”/,
  ],
  [
    'a figure that its source does not show',
    instead('where: Table 1: 20 (10 to 40)', 'where: Table 1: 21 (10 to 40)'),
    'source-dates',
    number,
    /gives 20, and no “where: ”.*take the figure out/,
  ],
  [
    'nobody who wrote it',
    instead('written by: Two people who test software.\n', ''),
    'interests',
    1,
    /who wrote it/,
  ],
  [
    'nobody asked',
    instead('Six people who have had blue toes.', 'nobody yet'),
    'people-involved',
    'made with',
    /Ask some/,
  ],
  [
    'hard words',
    instead('Blue toes are toes that are blue.', hardWords.repeat(6)),
    'reading-age',
    '## Condition',
    /should be at 12.*shorter sentences/,
  ],
]

describe('B4 The compiler of decision aids', () => {
  it('B4 builds an aid that meets every criterion, and has nothing to say', () => {
    const { aid, findings, score } = compileAid(exampleAid)
    assert.deepEqual(findings, [])
    assert.equal(aid?.id, 'blue-toes')
    assert.deepEqual(score, {
      qualifying: { met: 6, of: 6 },
      certifying: { met: 6, of: 6 },
      screening: { met: 4, of: 4 },
      quality: { met: 10, of: 10 },
    })
  })

  for (const [what, text, code, at, sentence] of [...qualifying, ...form]) {
    it(`B4 refuses an aid with ${what}, and says what to mend at which line`, () => {
      const { aid, findings } = compileAid(text)
      const found = findings.find((one) => one.code === code)
      assert.equal(aid, null)
      assert.match(`${found?.says} ${found?.mend}`, sentence)
      assert.equal(found?.line, at === 1 ? 1 : lineOf(at, text))
    })
  }

  for (const [what, text, code, at, sentence] of reported) {
    it(`B4 builds an aid with ${what}, and reports it at its line`, () => {
      const { aid, findings, score } = compileAid(text)
      const found = findings.find((one) => one.code === code)
      assert.ok(aid, JSON.stringify(findings))
      assert.match(`${found?.says} ${found?.mend}`, sentence)
      assert.equal(found?.line, at === 1 ? 1 : lineOf(at, text))
      const met = [score.certifying, score.screening, score.quality].map((one) => one?.met ?? 0)
      assert.ok(met.reduce((sum, one) => sum + one, 0) < 20)
    })
  }

  it('B4 never breaks, and never builds without the six, whatever lines are lost or mixed', () => {
    const lines = exampleAid.split('\n')
    const some = fc.array(fc.nat(lines.length - 1), { maxLength: lines.length })
    fc.assert(
      fc.property(some, (places) => {
        const { aid, score } = compileAid(places.map((place) => lines[place]).join('\n'))
        assert.ok(aid === null || score.qualifying.met === 6)
      }),
      { numRuns: 150 },
    )
  })

  it('B4 takes under 100 ms an aid', () => {
    const text = readFileSync('src/care/words/aids/carpal-tunnel.aid', 'utf8')
    compileAid(text)
    const before = performance.now()
    for (let turn = 0; turn < 10; turn += 1) compileAid(text)
    assert.ok((performance.now() - before) / 10 < 100)
  })
})

describe('B4 Each aid that is shipped', () => {
  const files = readdirSync('src/care/words/aids').filter((name) => name.endsWith('.aid'))

  it('is one of at least three', () => assert.ok(files.length >= 3))

  for (const file of files) {
    const text = readFileSync(`src/care/words/aids/${file}`, 'utf8')
    const { aid, findings, score, readingAge } = compileAid(text)

    it(`B4 ${file} is built, meets the six and the six, and reads at 11 or below`, () => {
      assert.deepEqual(
        findings.filter(({ kind }) => kind !== 'quality'),
        [],
      )
      assert.deepEqual(score.certifying, { met: 6, of: 6 })
      assert.ok((readingAge ?? 99) <= 11)
    })

    it(`B4 ${file} shows every figure in a text that somebody has read`, () => {
      assert.deepEqual(
        findings.map(({ code }) => code),
        ['people-involved'],
      )
      for (const { key, checked, read, where } of aid?.sources ?? []) {
        assert.ok(checked !== null && read !== null && where !== null, key)
      }
    })

    it(`B4 ${file} speaks for waiting and for treatment, and says how sure it is`, () => {
      const best = aid?.numbers.map(({ figures, isWanted }) => {
        const counts = figures.flatMap(({ option, count }) =>
          count === null ? [] : { option, count },
        )
        counts.sort((a, b) => (isWanted ? b.count - a.count : a.count - b.count))
        return aid.options.find(({ key }) => key === counts[0]?.option)?.isWaiting
      })
      assert.ok(best?.includes(true), 'nothing speaks for waiting')
      assert.ok(best?.includes(false), 'nothing speaks for a treatment')
      assert.ok(aid?.numbers.every(({ certainty, why }) => certainty !== null && why !== null))
    })

    it(`B4 ${file} does not claim a clinical review or readers that it has not had`, () => {
      assert.equal(aid?.clinicalReview, null)
      assert.equal(aid?.madeWith, null)
      assert.equal(file, `${aid?.id}.aid`)
    })
  }
})
