// Text that people write, made safe to keep and show: nothing that cannot be seen and misleads.

/**
 * What is taken out: control characters but tab and new line, half surrogate pairs, marks that
 * turn the direction of the text around them, and characters of no width that hide in words.
 * Kept: the joiners that Indic and Persian scripts and emoji need, and the three plain direction
 * marks that cannot reorder what others wrote.
 * @source Unicode Standard Annex 9 (bidirectional formatting), Unicode Technical Report 36, 3.1
 */
const misleading =
  /[\p{Cs}\p{Noncharacter_Code_Point}\u00ad\u200b\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu
const controls = /\p{Cc}/gu

/**
 * The text with new lines as `\n`, without what misleads, and without white space at its ends.
 * Doing it twice changes nothing more.
 */
export function tidyText(text: string): string {
  const lines = text.replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
  const seen = lines.replace(controls, (mark) => (mark === '\n' || mark === '\t' ? mark : ''))
  return seen.replace(misleading, '').trim()
}

/**
 * The most UTF-16 units that text of `longest` characters, as people count them, may be made of.
 * A character can be a family of four or carry a thousand marks: what is kept has an end.
 */
export const unitsOf = (longest: number): number => 3 * longest

/** As `tidyText`, on one line: every run of white space becomes one space. For names and titles. */
export const tidyLine = (text: string): string => tidyText(text).replace(/\s+/gu, ' ')
