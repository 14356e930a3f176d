// The table twin of the opinion map: what the picture shows, in rows a screen reader can walk.
import type { OpinionMap } from '../opinion/opinion-map.ts'
import { type OpinionReport, type StatementReport, seenIn } from './opinion-report.ts'
import { opinionSvg, whereabouts } from './opinion-svg.ts'
import {
  called,
  percentText,
  summarySentence,
  unplacedSentences,
  type Words,
} from './opinion-text.ts'

/** The groups: how many people, where on the map, what tells each apart. */
export function groupsTable(map: OpinionMap, report: OpinionReport, words: Words): string {
  const rows = report.groups.map((group, number) => {
    const holds = group.holds.map((held) => {
      const share = `${held.successes} of ${held.trials} ${held.direction}`
      return `<li>${share}: ${escaped(called(held.statement, words))}</li>`
    })
    const list = holds.length === 0 ? 'Nothing yet' : `<ul>${holds.join('')}</ul>`
    const where = whereabouts(map.grouping.centres, number)
    const cells = [String(group.people), where, list].map((cell) => `<td>${cell}</td>`)
    return `<tr><th scope="row">${group.group}</th>${cells.join('')}</tr>`
  })
  return tableOf('The groups on the map', ['Group', 'People', 'Where', 'Told apart by'], rows)
}

/** Every statement that is in the map: how many agree, of all and of each group. */
export function statementsTable(report: OpinionReport, words: Words): string {
  const names = report.groups.map(({ group }) => group)
  const rows = report.results
    .filter(({ leftOut }) => !leftOut)
    .toSorted((a, b) => b.agreement - a.agreement)
    .map((result) => statementRow(result, names, words))
  const heading = [
    'Statement',
    'Votes',
    'All who agree',
    ...names.map((name) => `${name} agree`),
    'Consensus',
  ]
  return tableOf('Statements, from what all groups hold to what they do not', heading, rows)
}

function statementRow(result: StatementReport, names: readonly string[], words: Words): string {
  const cells = [
    String(seenIn(result)),
    percentText(result, 'agree'),
    ...names.map((name) => percentText(result.groups[name]!, 'agree')),
    result.agreement.toFixed(2),
  ]
  const name = escaped(called(result.statement, words))
  return `<tr><th scope="row">${name}</th>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`
}

/** One page with the picture and its tables, complete in itself: no script, nothing loaded. */
export function opinionPage(map: OpinionMap, report: OpinionReport, words: Words): string {
  const unplaced = unplacedSentences(report).map((sentence) => `<p>${sentence}</p>`)
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Opinion map</title>
<style>
body { margin: 1.5rem auto; max-width: 60rem; padding: 0 1rem; color: #1f2a2e;
  background: #faf7f2; font: 1.1rem/1.5 'Atkinson Hyperlegible Next', sans-serif }
svg { max-width: 100%; height: auto }
div { overflow-x: auto }
table { border-collapse: collapse; margin: 2rem 0 }
caption { font-weight: 700; text-align: left }
th, td { border-bottom: 1px solid #1f2a2e; padding: 0.4rem 0.8rem; text-align: left;
  vertical-align: top }
</style>
</head>
<body>
<main>
<h1>Opinion map</h1>
<p>${escaped(summarySentence(report))}</p>
${unplaced.join('')}
${opinionSvg(map)}
<div tabindex="0" role="region" aria-label="Groups">
${groupsTable(map, report, words)}
</div>
<div tabindex="0" role="region" aria-label="Statements">
${statementsTable(report, words)}
</div>
<p>Seed ${escaped(report.seed)}. The same votes and seed give the same map.</p>
</main>
</body>
</html>
`
}

function tableOf(caption: string, heading: readonly string[], rows: readonly string[]): string {
  const cells = heading.map((name) => `<th scope="col">${name}</th>`).join('')
  const head = `<caption>${caption}</caption><thead><tr>${cells}</tr></thead>`
  return `<table>${head}<tbody>${rows.join('\n')}</tbody></table>`
}

const escaped = (text: string): string =>
  text.replaceAll(/[&<>"]/g, (sign) => escapes[sign] ?? sign)

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}
