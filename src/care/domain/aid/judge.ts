// An aid judged by the criteria of IPDAS: what is missing, at which line, and how to mend it.
import { readingAge } from '../../../basics/index.ts'
import type { Aid, AidNumber, AidOption } from './aid.ts'
import { type CriterionKind, criteria, type Finding } from './criteria.ts'
import { aidReadingAge, equalDetailBand } from './dated-rules.ts'

type Judged = {
  readonly aid: Aid
  readonly lines: ReadonlyMap<string, number>
  readonly findings: Finding[]
}

/** Every criterion that the aid does not meet, each time it does not. */
export function judge(aid: Aid, lines: ReadonlyMap<string, number>): readonly Finding[] {
  const judged: Judged = { aid, lines, findings: [] }
  judgeQualifying(judged)
  judgeCertifying(judged)
  if (aid.kind !== 'treatment') judgeScreening(judged)
  judgeQuality(judged)
  return judged.findings
}

const kindOf = (code: string): CriterionKind =>
  criteria.find((one) => one.code === code)?.kind ?? 'quality'

function find(judged: Judged, code: string, at: string | null, says: string, mend: string): void {
  const line = (at === null ? undefined : judged.lines.get(at)) ?? 1
  judged.findings.push({ kind: kindOf(code), code, line, says, mend })
}

function judgeQualifying(judged: Judged): void {
  const { aid } = judged
  if (aid.condition.length === 0) {
    const mend = 'Add a section “## Condition” that says what it is and what it does.'
    find(judged, 'condition', 'condition', 'The aid does not describe the condition.', mend)
  }
  if (aid.decision.length === 0) {
    const mend = 'Add a section “## Decision” that says what there is to decide, and for whom.'
    find(judged, 'decision', 'decision', 'The aid does not say which decision it is about.', mend)
  }
  if (aid.options.length < 2) {
    const mend = 'Add a section “## Option: …” for each: at least two, waiting among them.'
    find(judged, 'options', null, 'The aid does not have two options.', mend)
  }
  for (const option of aid.options) judgeOption(judged, option)
}

function judgeOption(judged: Judged, option: AidOption): void {
  const at = `option ${option.key}`
  const { name } = option
  if (option.what.length === 0) {
    const says = `The option “${name}” is not described.`
    find(judged, 'options', at, says, 'Add a part “### What it is” to it.')
  }
  if (option.good.length === 0) {
    const says = `The option “${name}” does not say what is good about it.`
    const mend = 'Add a part “### Good” with at least one line that begins with “- ”.'
    find(judged, 'positive', at, says, mend)
  }
  if (option.bad.length === 0) {
    const says = `The option “${name}” does not say what is bad about it.`
    const mend = 'Add a part “### Bad” with at least one line that begins with “- ”.'
    find(judged, 'negative', at, says, mend)
  }
  const sides = (['body', 'mind', 'life'] as const).filter((side) => option.like[side] === '')
  if (sides.length > 0) {
    const says = `The option “${name}” does not say what it is like for: ${sides.join(', ')}.`
    const lines = sides.map((side) => `“${side}: …”`).join(' and ')
    const mend = `Add ${lines} below “### What it is like”.`
    const part = `${at} what it is like`
    find(judged, 'experience', judged.lines.has(part) ? part : at, says, mend)
  }
}

function judgeCertifying(judged: Judged): void {
  const { aid } = judged
  for (const option of aid.options) judgeDetail(judged, option)
  const bare = aid.numbers.filter((number) => number.sources.length === 0)
  for (const number of bare) {
    const says = `The figures of “${number.name}” name no source.`
    find(judged, 'citations', `number ${number.name}`, says, 'Add “source: ” and the key of one.')
  }
  if (aid.sources.length === 0) {
    const mend = 'Add a section “## Source: key” for each piece of evidence.'
    find(judged, 'citations', null, 'The aid names no evidence.', mend)
  }
  if (aid.published === null) {
    const mend = 'Add “published: 2026-11-30” below the title.'
    find(judged, 'publication-date', null, 'The aid does not say when it was published.', mend)
  }
  if (aid.updatePolicy === null || aid.updateBy === null) {
    const missing = aid.updatePolicy === null ? 'update policy: …' : 'update by: 2028-11-30'
    const says = 'The aid does not say when and how it is kept up to date.'
    find(judged, 'update-policy', null, says, `Add “${missing}” below the title.`)
  }
  for (const number of aid.numbers.filter((one) => one.certainty === null)) {
    const says = `The figures of “${number.name}” do not say how sure they are.`
    const mend = 'Add “certainty: ” with high, moderate, low or very low.'
    find(judged, 'uncertainty', `number ${number.name}`, says, mend)
  }
  if (aid.funding === null) {
    const mend = 'Add “funding: ” below the title. Nobody is an answer too.'
    find(judged, 'funding', null, 'The aid does not say who paid for it.', mend)
  }
}

const wordsIn = (texts: readonly string[]): number =>
  texts.join(' ').split(/\s+/).filter(Boolean).length

/** How many words say what is good, and how many what is bad. */
export const detailOf = (option: AidOption): { readonly good: number; readonly bad: number } => ({
  good: wordsIn(option.good),
  bad: wordsIn(option.bad),
})

function judgeDetail(judged: Judged, option: AidOption): void {
  const { good, bad } = detailOf(option)
  if (good === 0 || bad === 0) return
  if (Math.max(good, bad) <= equalDetailBand.value * Math.min(good, bad)) return
  const [less, more] = good < bad ? ['good', 'bad'] : ['bad', 'good']
  const says = `“${option.name}” has ${good} words on what is good and ${bad} on what is bad.`
  const mend = `Tell more of what is ${less}, or less of what is ${more}: at most twice as much.`
  find(judged, 'equal-detail', `option ${option.key} ${less}`, says, mend)
}

function judgeScreening(judged: Judged): void {
  const { test } = judged.aid
  const missing = (code: string, said: string | null | undefined, says: string, field: string) => {
    if (said === null || said === undefined) {
      find(judged, code, 'test', says, `Add “${field}: …” to the section “## Test”.`)
    }
  }
  missing('test-measures', test?.measures, 'It does not say what the test measures.', 'measures')
  const found = 'It does not say what comes next if the condition is found.'
  missing('test-found', test?.ifFound, found, 'if found')
  const not = 'It does not say what comes next if nothing is found.'
  missing('test-not-found', test?.ifNotFound, not, 'if not found')
  const never = 'It does not say that a test can find what would never have done harm.'
  missing('test-never-harmful', test?.neverHarmful, never, 'never harmful')
}

function judgeQuality(judged: Judged): void {
  const { aid } = judged
  judgeRows(judged)
  if (aid.numbers.length === 0) {
    const mend = 'Add a section “## Number: …” with a figure for each option.'
    find(judged, 'more-than-one-view', null, 'The aid has no figures to show.', mend)
  }
  if (aid.values.length < 2) {
    const says = 'The aid does not help to find out what matters.'
    find(judged, 'values', null, says, 'Add two or more sections “## Matters: …”.')
  }
  if (!aid.options.some((option) => option.isWaiting) && aid.noWaiting === null) {
    const mend = 'Add “waiting: yes” to the option that waits, or “no waiting because: …” on top.'
    find(judged, 'doing-nothing', null, 'Waiting is not among the options.', mend)
  }
  judgeReading(judged)
  judgeSources(judged)
  if (aid.writtenBy === null || aid.interests === null) {
    const says = 'The aid does not say who wrote it and what they stand to gain.'
    find(judged, 'interests', null, says, 'Add “written by: …” and “interests: …” on top.')
  }
  if (aid.madeWith === null) {
    const says = 'Nobody who faced this decision has helped to make the aid yet.'
    find(judged, 'people-involved', 'made with', says, 'Ask some, and say so: “made with: …”.')
  }
}

function judgeRows(judged: Judged): void {
  const { aid } = judged
  for (const number of aid.numbers) {
    const at = `number ${number.name}`
    const has = new Set(number.figures.map(({ option }) => option))
    for (const option of aid.options.filter(({ key }) => !has.has(key))) {
      const says = `“${number.name}” has no figure for “${option.name}”.`
      const mend = `Add “${option.key}: ” with a number, or “not known” and why.`
      find(judged, 'side-by-side', at, says, mend)
    }
    if (number.counted === '' || number.other === '') {
      const missing = number.counted === '' ? 'counted: feel better' : 'other: do not'
      const says = `“${number.name}” tells only one side of its figures.`
      find(judged, 'both-frames', at, says, `Add a line like “${missing}”.`)
    }
  }
}

function judgeSources(judged: Judged): void {
  const { aid } = judged
  for (const { key, checked, read, where } of aid.sources) {
    const at = `source ${key}`
    if (checked === null) {
      const says = `Nobody has checked the figures against ${key} yet.`
      find(judged, 'source-dates', at, says, 'Read it, and add “checked: ” with the day.')
    } else if (read === null || where === null) {
      const says = `It does not say what of ${key} was read, and where the figures stand in it.`
      const mend = 'Add “read: ” with what you held in your hands, and “where: ” with what it says.'
      find(judged, 'source-dates', at, says, mend)
    }
  }
  for (const number of aid.numbers) judgeFigures(judged, number)
}

/** A figure that no checked source shows was not read there. Nobody at all is no figure. */
function judgeFigures(judged: Judged, { name, figures, sources }: AidNumber): void {
  const read = judged.aid.sources.filter(
    ({ key, checked, where }) => sources.includes(key) && checked !== null && where !== null,
  )
  if (read.length === 0) return
  const quoted = read.map(({ where }) => where).join(' ')
  const shown = new Set(quoted.replaceAll(/(?<=\d),(?=\d{3})/g, '').match(/\d+/g))
  const missing = figures
    .flatMap(({ count, low, high }) => [count, low, high])
    .filter((one) => one !== null && one !== 0 && !shown.has(String(one)))
  if (missing.length === 0) return
  const says = `“${name}” gives ${missing.join(', ')}, and no “where: ” of its sources does.`
  const mend = 'Quote the place that gives the figure, or take the figure out.'
  find(judged, 'source-dates', `number ${name}`, says, mend)
}

/** The texts of an aid as parts that each have a line of their own. */
function partsOf(aid: Aid): readonly { readonly at: string; readonly texts: readonly string[] }[] {
  return [
    { at: 'condition', texts: aid.condition },
    { at: 'decision', texts: aid.decision },
    ...aid.options.flatMap((option) => [
      { at: `option ${option.key} what it is`, texts: option.what },
      { at: `option ${option.key} good`, texts: option.good },
      { at: `option ${option.key} bad`, texts: option.bad },
      { at: `option ${option.key} what it is like`, texts: Object.values(option.like) },
    ]),
  ]
}

/** The reading age of everything a person reads of an aid; null where there is too little. */
export const readingAgeOf = (aid: Aid): number | null =>
  readingAge(
    partsOf(aid)
      .flatMap(({ texts }) => texts)
      .join('\n'),
  )?.years ?? null

function judgeReading(judged: Judged): void {
  const years = readingAgeOf(judged.aid)
  if (years === null || years <= aidReadingAge.value) return
  const [hardest] = partsOf(judged.aid)
    .map(({ at, texts }) => ({ at, years: readingAge(texts.join('\n'))?.years ?? 0 }))
    .sort((a, b) => b.years - a.years)
  const wanted = aidReadingAge.value
  const says = `The aid can be read at the age of ${years}, and should be at ${wanted}.`
  const mend = 'Use shorter sentences and plainer words. This part is the hardest.'
  find(judged, 'reading-age', hardest?.at ?? null, says, mend)
}
