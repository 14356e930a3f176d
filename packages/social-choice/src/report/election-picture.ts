// A count as a picture: how votes flow between candidates from stage to stage.
import type { Election } from '../election/ballots.ts'
import type { Count } from '../election/stages.ts'
import { type ElectionSheet, electionSheet, listed, nameOf } from './election-sheet.ts'

export type ElectionPicture = {
  /** One SVG element with a title and a description; wide as it is, it scales to its box. */
  readonly svg: string
  /** The same figures for those who would rather read, or cannot see, the picture. */
  readonly table: ElectionSheet
}

const nameSpace = 190
const stageSpace = 150
const barWidth = 14
const chartHeight = 420
const gap = 15
const top = 56

/** A bar: where one candidate's votes stand at one stage. Row 0 is the non-transferable votes. */
type Bar = { readonly x: number; readonly y: number; readonly height: number }

/**
 * Draws each stage as a column of bars, as tall as the votes, and every transfer as a band from
 * the bar that lost to the bars that gained. Elected candidates are marked in words and by a
 * darker bar. `id` goes before the ids in the picture, which must be unique on a page.
 */
export function electionPicture(election: Election, count: Count, id: string): ElectionPicture {
  const bars = placeBars(count)
  const rows = bars[0]?.length ?? 0
  const width = nameSpace + Math.max(1, count.stages.length) * stageSpace + 20
  const height = top + chartHeight + rows * gap + 20
  const table = electionSheet(election, count)
  const safeId = escapeXml(id)
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 ${width} ${height}" ` +
      `aria-labelledby="${safeId}-title ${safeId}-desc" font-family="sans-serif" font-size="13">`,
    `<title id="${safeId}-title">${escapeXml(table.caption)}: how votes moved</title>`,
    `<desc id="${safeId}-desc">${escapeXml(describe(election, count))}</desc>`,
    `<g fill="#0f4f4b" fill-opacity="0.25">${drawFlows(bars)}</g>`,
    ...count.stages.map((_, at) => drawStage(election, count, bars, at)),
    '</svg>',
  ]
  return { svg: parts.join('\n'), table }
}

function describe(election: Election, count: Count): string {
  const names = listed(count.elected.map((number) => nameOf(election, number)))
  const stages = count.stages.length
  return (
    `${stages === 1 ? 'One stage' : `${stages} stages`}, from left to right. Each bar is a ` +
    `candidate’s votes and each band is votes that move on. Elected: ${names}. The table gives ` +
    'every figure.'
  )
}

/** Votes by row at a stage, for drawing only: row 0 is what is not transferable. */
const heights = (count: Count, at: number): number[] => {
  const stage = count.stages[at]!
  return [Number(stage.nonTransferable), ...stage.votes.map(Number)]
}

function placeBars(count: Count): readonly (readonly Bar[])[] {
  const total = Math.max(
    1,
    heights(count, 0).reduce((sum, votes) => sum + votes, 0),
  )
  return count.stages.map((_, at) => {
    const votes = heights(count, at)
    const bars: Bar[] = []
    let y = top
    for (let row = 1; row <= votes.length; row += 1) {
      const held = row % votes.length
      const height = (votes[held]! / total) * chartHeight
      bars[held] = { x: nameSpace + at * stageSpace, y, height }
      y += height + gap
    }
    return bars
  })
}

function drawStage(
  election: Election,
  count: Count,
  bars: readonly (readonly Bar[])[],
  at: number,
): string {
  const { action, elected } = count.stages[at]!
  const x = nameSpace + at * stageSpace
  const already = new Set(count.stages.slice(0, at + 1).flatMap((stage) => stage.elected))
  const what = {
    'first preferences': 'First preferences',
    approvals: 'Approvals',
    surplus: 'Surplus',
    exclusion: 'Exclusion',
    'last vacancies': 'Last places',
  }[action.type]
  const parts = [
    `<text x="${x}" y="20" font-weight="bold">Stage ${at + 1}</text>`,
    `<text x="${x}" y="38">${what}</text>`,
  ]
  bars[at]!.forEach((bar, row) => {
    const fill = row === 0 ? '#b8bfc1' : already.has(row) ? '#0f4f4b' : '#5f7377'
    if (at === 0 && row > 0) {
      parts.push(
        `<text x="${nameSpace - 8}" y="${round(bar.y + bar.height / 2 + 4)}" ` +
          `text-anchor="end">${escapeXml(shortened(nameOf(election, row)))}</text>`,
      )
    }
    if (bar.height > 0) {
      parts.push(
        `<rect x="${bar.x}" y="${round(bar.y)}" width="${barWidth}" ` +
          `height="${round(Math.max(bar.height, 0.5))}" fill="${fill}"/>`,
      )
    }
    if (row === 0 && bar.height > 0 && at === count.stages.length - 1) {
      parts.push(
        `<text x="${bar.x + barWidth + 4}" y="${round(bar.y + bar.height / 2 + 4)}">` +
          'Not transferable</text>',
      )
    }
    if (elected.includes(row)) {
      parts.push(
        `<text x="${bar.x + barWidth + 4}" y="${round(bar.y + bar.height / 2 + 4)}" ` +
          `font-weight="bold" fill="#0f4f4b">Elected</text>`,
      )
    }
  })
  return `<g fill="#1f2a2e">${parts.join('')}</g>`
}

/** Bands between neighbouring stages: what stays with a row, and what moves from row to row. */
function drawFlows(bars: readonly (readonly Bar[])[]): string {
  const bands: string[] = []
  for (let at = 0; at + 1 < bars.length; at += 1) {
    const before = bars[at]!
    const after = bars[at + 1]!
    const kept = before.map(({ height }, row) => Math.min(height, after[row]!.height))
    const lost = before.map(({ height }, row) => height - kept[row]!)
    const gained = after.map(({ height }, row) => height - kept[row]!)
    const moved = lost.reduce((sum, votes) => sum + votes, 0)
    const leaving = before.map(({ y }, row) => y + kept[row]!)
    const arriving = after.map(({ y }, row) => y + kept[row]!)
    before.forEach((bar, row) => {
      if (kept[row]! > 0) bands.push(band(bar, after[row]!, bar.y, after[row]!.y, kept[row]!))
    })
    lost.forEach((left, from) => {
      gained.forEach((won, to) => {
        const size = moved > 0 ? (left * won) / moved : 0
        if (size < 0.05) return
        bands.push(band(before[from]!, after[to]!, leaving[from]!, arriving[to]!, size))
        leaving[from] = leaving[from]! + size
        arriving[to] = arriving[to]! + size
      })
    })
  }
  return bands.join('')
}

function band(from: Bar, to: Bar, fromY: number, toY: number, size: number): string {
  const left = from.x + barWidth
  const middle = (left + to.x) / 2
  return (
    `<path d="M${left} ${round(fromY)}C${middle} ${round(fromY)} ${middle} ${round(toY)} ` +
    `${to.x} ${round(toY)}V${round(toY + size)}C${middle} ${round(toY + size)} ${middle} ` +
    `${round(fromY + size)} ${left} ${round(fromY + size)}Z"/>`
  )
}

const round = (length: number): string => String(Math.round(length * 10) / 10)

const shortened = (name: string): string => (name.length > 26 ? `${name.slice(0, 25)}…` : name)

const escapeXml = (text: string): string =>
  text
    .replaceAll(/[^\t\n\r\u0020-\ud7ff\ue000-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
