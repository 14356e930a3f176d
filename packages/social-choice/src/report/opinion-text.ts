// An opinion map told in words, for reading on a terminal or aloud.
import { type CountsReport, type OpinionReport, seenIn } from './opinion-report.ts'

/** The words of statements by identifier; without words a statement is called by its number. */
export type Words = ReadonlyMap<string, string>

/** The whole map in plain sentences: groups, what each holds, what all hold, what divides. */
export function opinionText(report: OpinionReport, words: Words): string {
  const paragraphs = [
    [summarySentence(report), ...unplacedSentences(report)],
    ...report.groups.map((group) => groupParagraph(report, group, words)),
    heldByAllParagraph(report, words),
    dividesParagraph(report, words),
    nextParagraph(report, words),
    [`Seed ${report.seed}. The same votes and seed give the same map.`],
  ]
  return `${paragraphs.map((lines) => lines.join('\n')).join('\n\n')}\n`
}

/** Who took part and how many groups there are, in one sentence. */
export function summarySentence(report: OpinionReport): string {
  const people = counted(report.people, 'person', 'people')
  const votes = counted(report.votes, 'vote', 'votes')
  const statements = counted(report.statements, 'statement', 'statements')
  const groups =
    report.groups.length === 1
      ? 'They form one group.'
      : `Those who answer alike form ${report.groups.length} groups.`
  return `${people} cast ${votes} on ${statements}. ${groups}`
}

/** How many people are in no group yet; nothing where everybody is. */
export function unplacedSentences(report: OpinionReport): string[] {
  const few = report.people - report.peopleInGroups
  if (few === 0) return []
  return [`${counted(few, 'person has', 'people have')} cast too few votes to be in a group.`]
}

function groupParagraph(
  report: OpinionReport,
  group: OpinionReport['groups'][number],
  words: Words,
): string[] {
  const others = report.groups.length > 1
  const holds = group.holds.map((held) => {
    const result = resultOf(report, held.statement)
    const outside = others ? `; elsewhere ${elsewhere(result, group.group, held.direction)}` : ''
    const share = `${held.successes} of ${held.trials} ${held.direction}`
    return `  ${share}${outside}: ${called(held.statement, words)}`
  })
  const heading = `Group ${group.group}, ${counted(group.people, 'person', 'people')}`
  if (holds.length === 0) return [`${heading}: nothing that tells it apart yet.`]
  return [`${heading}, ${others ? 'is told apart by' : 'holds'}:`, ...holds]
}

/** "12 of 60", for all groups but one together. */
function elsewhere(
  result: OpinionReport['results'][number],
  group: string,
  direction: 'agree' | 'disagree',
): string {
  let part = 0
  let whole = 0
  for (const [name, counts] of Object.entries(result.groups)) {
    if (name === group) continue
    part += direction === 'agree' ? counts.agrees : counts.disagrees
    whole += seenIn(counts)
  }
  return `${part} of ${whole}`
}

function heldByAllParagraph(report: OpinionReport, words: Words): string[] {
  const lines = (['agree', 'disagree'] as const).flatMap((direction) =>
    report.consensus[direction].map(({ statement }) => {
      const shares = Object.entries(resultOf(report, statement).groups)
        .map(([name, counts]) => `${name} ${percentText(counts, direction)}`)
        .join(', ')
      const verb = direction === 'agree' ? 'Agree' : 'Disagree'
      return `  ${verb} (${shares}): ${called(statement, words)}`
    }),
  )
  if (lines.length === 0) return ['There is nothing yet that most of every group hold.']
  return ['Most of every group hold:', ...lines]
}

function dividesParagraph(report: OpinionReport, words: Words): string[] {
  if (report.divides.length === 0) return ['Nothing divides the groups with certainty yet.']
  const lines = report.divides.map(({ statement, most, least }) => {
    const { groups } = resultOf(report, statement)
    const high = `${most} ${percentText(groups[most]!, 'agree')}`
    const low = `${least} ${percentText(groups[least]!, 'agree')}`
    return `  ${high} agree, ${low}: ${called(statement, words)}`
  })
  return ['What divides:', ...lines]
}

function nextParagraph(report: OpinionReport, words: Words): string[] {
  const [first] = report.next
  if (first === undefined) return ['No statement is open for votes.']
  return [`One more vote would tell most on: ${called(first.statement, words)}`]
}

/** The part of those who voted who agree or disagree, such as "92%", or "no votes". */
export function percentText(counts: CountsReport, direction: 'agree' | 'disagree'): string {
  const seen = seenIn(counts)
  if (seen === 0) return 'no votes'
  const part = direction === 'agree' ? counts.agrees : counts.disagrees
  return `${Math.round((100 * part) / seen)}%`
}

/** A statement by its words, or by its number where there are none. */
export const called = (statement: string, words: Words): string =>
  words.get(statement)?.replaceAll(/\s+/g, ' ').trim() || `statement ${statement}`

function resultOf(report: OpinionReport, statement: string): OpinionReport['results'][number] {
  const found = report.results.find((result) => result.statement === statement)
  if (found === undefined) throw new Error(`No result for statement ${statement}`)
  return found
}

/** "1 person", "1,204 people". */
export const counted = (count: number, one: string, many: string): string =>
  `${String(count).replaceAll(/\B(?=(\d{3})+$)/g, ',')} ${count === 1 ? one : many}`
