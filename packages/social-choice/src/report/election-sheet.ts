// The result sheet of an election: each candidate's transfers and votes, stage by stage.
import type { Election } from '../election/ballots.ts'
import {
  type Count,
  decimal,
  type ElectionRule,
  type Stage,
  type StageAction,
} from '../election/stages.ts'

export type ElectionSheet = {
  readonly caption: string
  /** One for each stage: what was done. */
  readonly stages: readonly string[]
  /** Candidates, then non-transferable votes, then the total. */
  readonly rows: readonly SheetRow[]
  /** One for each stage; null where the rule has no quota. */
  readonly quotas: readonly (string | null)[]
  readonly elected: readonly string[]
}

export type SheetRow = {
  readonly name: string
  /** The candidate's number; null for non-transferable votes and the total. */
  readonly candidate: number | null
  readonly cells: readonly SheetCell[]
}

export type SheetCell = {
  /** Gained (+) or lost (-) at the stage; empty at the first and where nothing changed. */
  readonly transfer: string
  /** Empty once an excluded candidate has no votes left. */
  readonly votes: string
  readonly standing: '' | 'Elected' | 'Excluded' | 'Withdrawn'
}

/** What each rule is called in print. */
export const ruleTitles: Readonly<Record<ElectionRule, string>> = {
  'scottish-stv': 'Scottish council elections, SSI 2007/42',
  ers97: 'Electoral Reform Society rules, 1997',
  ni1985: 'Northern Ireland council elections, SI 1985/454',
  'meek-prf': 'Meek’s method, PR Foundation reference rule',
  fptp: 'First past the post',
  approval: 'Approval voting',
}

/** The sheet as data, to be set as a table. Figures are as the rule rounds them. */
export function electionSheet(election: Election, count: Count): ElectionSheet {
  const write = (units: bigint): string => decimal(units, count.places)
  const rowOf = (name: string, candidate: number | null, cells: SheetCell[]): SheetRow => ({
    name,
    candidate,
    cells,
  })
  const cell = (at: number, of: (stage: Stage) => bigint): Omit<SheetCell, 'standing'> => {
    const units = of(count.stages[at]!)
    const change = at === 0 ? 0n : units - of(count.stages[at - 1]!)
    const sign = change > 0n ? '+' : ''
    return { transfer: change === 0n ? '' : sign + write(change), votes: write(units) }
  }
  const places = count.stages.map((_, at) => at)
  const candidates = election.candidates.map((_, at) => {
    const number = at + 1
    return rowOf(
      nameOf(election, number),
      number,
      places.map((stage) => {
        const standing = standingAt(election, count, number, stage)
        const { transfer, votes } = cell(stage, (record) => record.votes[at]!)
        const gone = (standing === 'Excluded' || standing === 'Withdrawn') && /^[0.]+$/.test(votes)
        return { transfer, votes: gone ? '' : votes, standing }
      }),
    )
  })
  const plain = (of: (stage: Stage) => bigint): SheetCell[] =>
    places.map((at) => ({ ...cell(at, of), standing: '' }))
  const lost = count.stages.some(({ nonTransferable }) => nonTransferable !== 0n)
  const sum = (stage: Stage): bigint =>
    stage.votes.reduce((total, votes) => total + votes, stage.nonTransferable)
  return {
    caption: `${election.title.trim() || 'Election'}: ${ruleTitles[count.rule]}`,
    stages: count.stages.map(({ action }) => describeAction(election, action)),
    rows: [
      ...candidates,
      ...(lost
        ? [
            rowOf(
              'Non-transferable',
              null,
              plain((stage) => stage.nonTransferable),
            ),
          ]
        : []),
      rowOf('Total', null, plain(sum)),
    ],
    quotas: count.stages.map(({ quota }) => (quota === null ? null : write(quota))),
    elected: count.elected.map((number) => nameOf(election, number)),
  }
}

/** A candidate's name in one line; the number stands in where the file gives no name. */
export function nameOf(election: Election, number: number): string {
  const name = election.candidates[number - 1]?.name.replace(/\s+/g, ' ').trim() ?? ''
  return name === '' ? `Candidate ${number}` : name
}

/** Names in a sentence: "A", "A and B", "A, B and C". */
export function listed(names: readonly string[]): string {
  if (names.length < 2) return names.join('')
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}

export function describeAction(election: Election, action: StageAction): string {
  if (action.type === 'first preferences') return 'First preferences'
  if (action.type === 'approvals') return 'Approvals'
  const names = listed(action.candidates.map((number) => nameOf(election, number)))
  if (action.type === 'surplus') return `Surplus of ${names}`
  if (action.type === 'exclusion') return `Exclusion of ${names}`
  return `Last places; exclusion of ${names} with no transfer`
}

function standingAt(
  election: Election,
  count: Count,
  number: number,
  upTo: number,
): SheetCell['standing'] {
  if (election.withdrawn.includes(number)) return 'Withdrawn'
  for (const { elected, action } of count.stages.slice(0, upTo + 1)) {
    if (elected.includes(number)) return 'Elected'
    const leaves = action.type === 'exclusion' || action.type === 'last vacancies'
    if (leaves && action.candidates.includes(number)) return 'Excluded'
  }
  return ''
}
