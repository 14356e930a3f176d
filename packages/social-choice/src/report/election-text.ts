// The result sheet of an election as plain text, for a terminal or a printed page.
import type { ElectionSheet, SheetRow } from './election-sheet.ts'

const widest = 96
const nameWidth = 26

/** The sheet in blocks of as many stages as fit side by side in 96 columns. */
export function sheetAsText(sheet: ElectionSheet): string {
  const width = Math.max(
    9,
    ...sheet.rows.flatMap(({ cells }) =>
      cells.map(({ votes, transfer }) => Math.max(votes.length, transfer.length) + 1),
    ),
  )
  const abreast = Math.max(1, Math.floor((widest - nameWidth) / (width * 2)))
  const blocks: string[] = [sheet.caption]
  for (let from = 0; from < sheet.stages.length; from += abreast) {
    const upTo = Math.min(from + abreast, sheet.stages.length)
    blocks.push(block(sheet, from, upTo, width).join('\n'))
  }
  blocks.push(`Elected: ${sheet.elected.join('; ')}`)
  return `${blocks.join('\n\n')}\n`
}

function block(sheet: ElectionSheet, from: number, upTo: number, width: number): string[] {
  const lines = sheet.stages
    .slice(from, upTo)
    .map((action, at) => `Stage ${from + at + 1}: ${action}`)
  const heading = sheet.stages
    .slice(from, upTo)
    .map((_, at) => `Stage ${from + at + 1}`.padStart(width * 2))
  lines.push(''.padEnd(nameWidth) + heading.join(''))
  for (const row of sheet.rows) lines.push(rowAsText(row, from, upTo, width))
  const quotas = sheet.quotas.slice(from, upTo)
  if (quotas.some((quota) => quota !== null)) {
    const cells = quotas.map((quota) => (quota ?? '').padStart(width * 2))
    lines.push('Quota'.padEnd(nameWidth) + cells.join(''))
  }
  return lines
}

function rowAsText(row: SheetRow, from: number, upTo: number, width: number): string {
  const number = row.candidate === null ? '' : `${row.candidate}. `
  const name = `${number}${row.name}`
  const cells = row.cells.slice(from, upTo).map(({ transfer, votes, standing }) => {
    const shown = votes === '' && standing !== '' ? standing.toLowerCase() : votes
    return transfer.padStart(width) + shown.padStart(width)
  })
  const last = row.cells[upTo - 1]!
  const mark = last.standing === 'Elected' ? '  elected' : ''
  return name.slice(0, nameWidth - 1).padEnd(nameWidth) + cells.join('') + mark
}
