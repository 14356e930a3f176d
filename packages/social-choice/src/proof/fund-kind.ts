// Funds as a kind of settlement: projects and ballots in JSON, and which projects are paid for.
import { countFund, type FundOrder, fundRules } from '../fund/count-fund.ts'
import { type Fund, type FundProject, voteTypes } from '../fund/fund.ts'
import { type FundBallot, fundOf } from '../fund/fund-of.ts'
import { type Bound, type Limits, noLimits, tieRules } from '../fund/limits.ts'
import { ok, type Result, refuse } from '../ground/result.ts'
import { reportFund } from '../report/fund-report.ts'
import { completions } from '../rules/completion.ts'
import { isList, isRecord, type Json } from './canonical.ts'
import { isWhole, oneOf, plain, textsOf } from './json-reading.ts'
import type { JsonRecord, SettlementKind, SettlementRules } from './settlement.ts'

/**
 * Rules: `rule`, `completion`, `tieRule` and `limits` (as `countFund` names them), `title`,
 * `currency`, `budget`, `decimals`, `voteType`, `pointUnits`, `projects` (each `id`, `name`,
 * `cost`, `categories`, `area`). Amounts are decimal text in the smallest unit. Ballots: lists of
 * people and project ids, `[12, ["3", "7"]]`, with points beside them where there are any,
 * `[12, ["3", "7"], [5, 2]]`. The result is that of `count-budget --json`. No rule for funds
 * draws a lot, so the seed decides nothing.
 *
 * Refusals: `rules-unclear`, `ballots-unclear`, and those of `fundOf` and `countFund`.
 */
export const fundKind: SettlementKind = {
  kind: 'fund',
  settle(rules, ballots) {
    const fund = fundFrom(rules, ballots)
    if (!fund.ok) return fund
    const order = orderFrom(rules)
    if (!order.ok) return order
    const count = countFund(fund.value, order.value)
    if (!count.ok) return count
    return ok({
      ...fundSettlement(fund.value, order.value),
      papers: fund.value.ballots.voters,
      result: plain(reportFund(count.value)),
    })
  },
  tell(rules, result) {
    const selected = isList(result.selected) ? result.selected : []
    const projects = isList(rules.projects) ? rules.projects.filter(isRecord) : []
    const names = selected.map((id) => {
      const name = projects.find((project) => project.id === id)?.name
      return `${String(id)}. ${String(name ?? '').trim()}`
    })
    return [
      `${String(rules.title)}: a budget of ${String(result.budget)} ${String(rules.currency)} ` +
        `shared by the rule ${String(rules.rule)}, completion ${String(rules.completion)}.`,
      `Paid for, at ${String(result.cost)} in all: ${names.join('; ')}.`,
    ]
  },
}

/** What `settle` takes for a fund that was read from a file. */
export function fundSettlement(
  fund: Fund,
  order: FundOrder,
): { readonly rules: SettlementRules; readonly ballots: Json } {
  const { minimumVotes, bounds, exclusions } = order.limits ?? noLimits
  return {
    rules: {
      kind: 'fund',
      rule: order.rule,
      completion: order.completion ?? 'none',
      tieRule: order.tieRule ?? 'id',
      limits: {
        minimumVotes,
        bounds: bounds.map(({ of, named, atMostCost, atMostProjects }) => ({
          of,
          named,
          atMostCost: atMostCost === null ? null : String(atMostCost),
          atMostProjects,
        })),
        exclusions: exclusions.map((ids) => [...ids]),
      },
      title: fund.title,
      currency: fund.currency,
      budget: String(fund.budget),
      decimals: fund.decimals,
      voteType: fund.voteType,
      pointUnits: fund.ballots.pointUnits,
      projects: fund.projects.map(({ id, name, cost, categories, area }) => ({
        id,
        name,
        cost: String(cost),
        categories: [...categories],
        area,
      })),
    },
    ballots: ballotsAsJson(fund),
  }
}

function ballotsAsJson({ ballots, projects }: Fund): Json {
  const { weights, starts, points } = ballots
  const lines: Json[] = []
  let told = 0
  for (let ballot = 0; ballot < weights.length; ballot += 1) {
    const [from, upTo] = [starts[ballot]!, starts[ballot + 1]!]
    const ids = Array.from(ballots.projects.subarray(from, upTo), (place) => projects[place]!.id)
    const people = weights[ballot]!
    told += people
    lines.push(points === null ? [people, ids] : [people, ids, [...points.subarray(from, upTo)]])
  }
  const silent = ballots.voters - told
  if (silent > 0) lines.push(points === null ? [silent, []] : [silent, [], []])
  return lines
}

function fundFrom(rules: JsonRecord, ballots: Json): Result<Fund> {
  const { title, currency, decimals, pointUnits, projects } = rules
  const budget = amountFrom(rules.budget)
  const voteType = oneOf(rules.voteType, voteTypes)
  if (typeof title !== 'string' || typeof currency !== 'string') return unclear('title or currency')
  if (budget === null || !isWhole(decimals, 0, 6)) return unclear('budget or decimals')
  if (voteType === null) return unclear('kind of vote')
  const units = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000].find((one) => one === pointUnits)
  if (units === undefined) return unclear('units of points')
  const listed: FundProject[] = []
  for (const project of isList(projects) ? projects : []) {
    const read = projectFrom(project)
    if (read === null) return unclear(`project ${listed.length + 1}`)
    listed.push(read)
  }
  const cast: FundBallot[] = []
  for (const ballot of isList(ballots) ? ballots : []) {
    const read = ballotFrom(ballot)
    if (read === null) return unclearBallot(cast.length + 1)
    cast.push(read)
  }
  const fund = fundOf({
    ...{ title, currency, budget, decimals, voteType },
    projects: listed,
    ballots: cast,
  })
  if (!fund.ok) return fund
  return ok({ ...fund.value, ballots: { ...fund.value.ballots, pointUnits: units } })
}

function projectFrom(project: Json): FundProject | null {
  if (!isRecord(project)) return null
  const { id, name, area } = project
  const cost = amountFrom(project.cost)
  const categories = textsOf(project.categories)
  const isTold = typeof id === 'string' && typeof name === 'string' && cost !== null
  if (!isTold || categories === null || (area !== null && typeof area !== 'string')) return null
  return { id, name, cost, categories, area }
}

function ballotFrom(ballot: Json): FundBallot | null {
  if (!isList(ballot) || ballot.length < 2 || ballot.length > 3) return null
  const [people, ids, given] = ballot
  const projects = textsOf(ids)
  if (!isWhole(people, 1, Number.MAX_SAFE_INTEGER) || projects === null) return null
  if (given === undefined) return { people, projects }
  if (!isList(given) || !given.every((one) => isWhole(one, -1e15, 1e15))) return null
  return { people, projects, points: given.map(Number) }
}

function orderFrom(rules: JsonRecord): Result<FundOrder> {
  const rule = oneOf(rules.rule, fundRules)
  const completion = oneOf(rules.completion, completions)
  const tieRule = oneOf(rules.tieRule, tieRules)
  const limits = limitsFrom(rules.limits)
  if (rule === null) return unclear('rule')
  if (completion === null || tieRule === null) return unclear('completion or rule for ties')
  if (limits === null) return unclear('limits')
  return ok({ rule, completion, tieRule, limits })
}

function limitsFrom(limits: Json | undefined): Limits | null {
  if (!isRecord(limits) || !isWhole(limits.minimumVotes, 0, Number.MAX_SAFE_INTEGER)) return null
  const bounds: Bound[] = []
  for (const bound of isList(limits.bounds) ? limits.bounds : [null]) {
    if (!isRecord(bound) || typeof bound.named !== 'string') return null
    const of = oneOf(bound.of, ['category', 'area'] as const)
    const { named, atMostProjects } = bound
    const atMostCost = bound.atMostCost === null ? null : amountFrom(bound.atMostCost)
    const isCounted = atMostProjects === null || isWhole(atMostProjects, 0, 1e9)
    if (of === null || !isCounted) return null
    if (atMostCost === null && bound.atMostCost !== null) return null
    bounds.push({ of, named, atMostCost, atMostProjects })
  }
  const exclusions = isList(limits.exclusions) ? limits.exclusions.map(textsOf) : [null]
  const known = exclusions.filter((group) => group !== null)
  if (known.length !== exclusions.length) return null
  return { minimumVotes: limits.minimumVotes, bounds, exclusions: known }
}

const amountFrom = (amount: Json | undefined): bigint | null =>
  typeof amount === 'string' && /^\d{1,30}$/.test(amount) ? BigInt(amount) : null

const unclear = (what: string): Result<never> =>
  refuse(
    'rules-unclear',
    `The rules of the fund do not give its ${what} as they are written in a proof`,
    'Make the rules by fundSettlement',
  )

const unclearBallot = (number: number): Result<never> =>
  refuse(
    'ballots-unclear',
    `Ballot ${number} is not a number of people and the projects they chose`,
    'Give each ballot as people and ids, such as [12, ["3", "7"]]',
  )
