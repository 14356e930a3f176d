// Writes Markdown: headings over tables, with text that cannot break them.

/** A page that is made from the code: its title, what it is, and its parts. */
export const page = (title: string, intro: string, parts: readonly string[]): string =>
  [
    `# ${title}`,
    intro,
    'This page is made from the code by `npm run reference`. Change the code, not the page.',
    ...parts,
  ]
    .join('\n\n')
    .concat('\n')

export const code = (text: string): string => `\`${text}\``

/** A table; cells are plain text, or code where `code()` made them. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`
  return [line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line)].join('\n')
}

const cell = (text: string): string =>
  text
    .replaceAll('|', '\\|')
    .replace(/[<>]/g, (mark) => (mark === '<' ? '&lt;' : '&gt;'))
    .replace(/\s+/g, ' ')

/** One part for each room that has rows: its name as a heading, what `write` makes of the rows. */
export function byRoom<Row extends { readonly room: string }>(
  rows: readonly Row[],
  write: (rows: readonly Row[]) => string,
): readonly string[] {
  const rooms = [...new Set(rows.map(({ room }) => room))].sort()
  return rooms.map((room) => `## ${room}\n\n${write(rows.filter((row) => row.room === room))}`)
}
