// A count in sentences that a returning officer can read aloud.
import type { Election } from '../election/ballots.ts'
import { type Count, decimal, type Stage, type Tie } from '../election/stages.ts'
import { describeAction, listed, nameOf, ruleTitles } from './election-sheet.ts'

/**
 * Paragraphs, each ending in a full stop: what was voted on, each stage, who is elected. Whole
 * votes are said without decimals, other figures to the places of the rule. `seed` is the one
 * that the count was made with.
 */
export function electionInWords(
  election: Election,
  count: Count,
  seed: string | null,
): readonly string[] {
  return [
    opening(election, count),
    ...count.stages.map((stage, at) => stageInWords(election, count, stage, at, seed)),
    closing(election, count),
  ]
}

function opening(election: Election, count: Count): string {
  const { blank, equalPreferences } = election.setAside
  const away = blank + equalPreferences
  const sentences = [
    `This is the result of the election: ${election.title.trim() || 'no title'}.`,
    `The votes were counted under these rules: ${ruleTitles[count.rule]}.`,
    `There ${be(count.seats, 'place')} to fill and ${grouped(election.candidates.length)} ` +
      `candidate${election.candidates.length === 1 ? '' : 's'}.`,
  ]
  if (election.withdrawn.length > 0) {
    const names = election.withdrawn.map((number) => nameOf(election, number))
    sentences.push(`${listed(names)} withdrew, and preferences for them are passed over.`)
  }
  sentences.push(`There ${be(count.papers, 'valid paper')}.`)
  if (away > 0) sentences.push(`There ${be(away, 'paper')} set aside as not valid.`)
  const quota = count.stages[0]?.quota ?? null
  if (quota !== null) sentences.push(`The quota is ${said(quota, count.places)}.`)
  return sentences.join(' ')
}

function stageInWords(
  election: Election,
  count: Count,
  stage: Stage,
  at: number,
  seed: string | null,
): string {
  const sentences = [`Stage ${at + 1}. ${describeAction(election, stage.action)}.`]
  const before = count.stages[at - 1]
  for (const tie of stage.ties) sentences.push(tieInWords(election, tie, seed))
  if (before === undefined) {
    stage.votes.forEach((votes, candidate) => {
      if (election.withdrawn.includes(candidate + 1)) return
      sentences.push(`${nameOf(election, candidate + 1)}: ${said(votes, count.places)}.`)
    })
  } else sentences.push(...changes(election, count, stage, before))
  if (stage.deferred > 0n) {
    sentences.push(
      `Surpluses of ${said(stage.deferred, count.places)} votes wait, for now they could not ` +
        'change who is lowest.',
    )
  }
  const quotaBefore = before?.quota ?? stage.quota
  if (stage.quota !== null && stage.quota !== quotaBefore) {
    sentences.push(`The quota is now ${said(stage.quota, count.places)}.`)
  }
  const names = stage.elected.map((number) => nameOf(election, number))
  if (names.length > 0) {
    sentences.push(`${listed(names)} ${names.length === 1 ? 'is' : 'are'} deemed elected.`)
  } else sentences.push('Nobody is elected at this stage.')
  return sentences.join(' ')
}

function changes(election: Election, count: Count, stage: Stage, before: Stage): string[] {
  const sentences: string[] = []
  const values = [...new Set(stage.batches.map(({ value }) => said(value, count.places)))]
  const papers = stage.batches.reduce((total, batch) => total + batch.papers, 0)
  if (papers > 0 && values.length <= 3) {
    sentences.push(
      `${grouped(papers)} papers move at ${values.length === 1 ? 'a value' : 'values'} of ` +
        `${listed(values)}.`,
    )
  } else if (papers > 0) sentences.push(`${grouped(papers)} papers move, each at its own value.`)
  stage.votes.forEach((votes, candidate) => {
    const change = votes - before.votes[candidate]!
    if (change === 0n) return
    const name = nameOf(election, candidate + 1)
    const size = said(change < 0n ? -change : change, count.places)
    sentences.push(
      change > 0n
        ? `${name} gains ${size} and has ${said(votes, count.places)}.`
        : `${name} gives up ${size} and has ${said(votes, count.places)}.`,
    )
  })
  const lost = stage.nonTransferable - before.nonTransferable
  if (lost > 0n) sentences.push(`${said(lost, count.places)} votes cannot be transferred.`)
  if (sentences.length === 0) sentences.push('No votes move.')
  return sentences
}

function tieInWords(election: Election, tie: Tie, seed: string | null): string {
  const names = listed(tie.between.map((number) => nameOf(election, number)))
  const chosen = nameOf(election, tie.chosen)
  const what = {
    'transfer first': `the surplus of ${chosen} goes first`,
    exclude: `${chosen} is excluded`,
    elect: `${chosen} is elected`,
  }[tie.to]
  const how =
    tie.byStage !== null
      ? `Their votes at stage ${tie.byStage} decide`
      : seed === null
        ? 'A lot is needed, no seed was stated, and the first of them on the ballot paper is taken'
        : `A lot drawn from the seed ${seed} decides`
  return `${names} are tied. ${how}: ${what}.`
}

function closing(election: Election, count: Count): string {
  const names = count.elected.map((number) => nameOf(election, number))
  const unfilled = count.seats - count.elected.length
  const sentences = [`Elected, in this order: ${listed(names)}.`]
  if (unfilled > 0) sentences.push(`There ${be(unfilled, 'place')} left unfilled.`)
  return sentences.join(' ')
}

const be = (many: number, what: string): string =>
  many === 1 ? `is 1 ${what}` : `are ${grouped(many)} ${what}s`

/** A number with commas between thousands, and decimals only where there are any. */
function said(units: bigint, places: number): string {
  const [whole = '', fraction = ''] = decimal(units, places).split('.')
  return /^0*$/.test(fraction) ? grouped(whole) : `${grouped(whole)}.${fraction}`
}

const grouped = (whole: string | number): string => String(whole).replace(/\B(?=(\d{3})+$)/g, ',')
