// BLT ballot files: the plain-text format that STV counting programs share.
import { ok, type Result, refuse } from '../ground/result.ts'
import { ballotPile, type Candidate, type Election, mostCandidates, mostPapers } from './ballots.ts'
import { type BltScanner, bltScanner, type Token } from './blt-scanner.ts'

/**
 * Reads a BLT file: candidates and seats; withdrawn candidates as `-4` or `[withdrawn 4]`;
 * papers, preferences and 0 for each line, with a ballot's own name in round brackets passed
 * over and `-` for a preference left out; 0; names and title in quotes. `[nick a b c]` names the
 * candidates for the ballot lines. Other options in square brackets say nothing about the
 * ballots and are passed over, as are comments after `#` or between slashes and stars, and all
 * that follows the title. A paper with equal preferences (`2=3`) is set aside and counted, for
 * no rule here can count it.
 *
 * Refusals: `blt-header`, `blt-option`, `blt-ballot`, `blt-candidate`, `blt-twice`, `blt-ended`,
 * `blt-name`, `too-many-papers`, each with its line.
 *
 * @source Hill, Wichmann and Woodall, Algorithm 123, Computer Journal 30 (1987), appendix
 */
export function readBlt(text: string): Result<Election> {
  const scan = bltScanner(text)
  const candidates = readCount(scan, 'the number of candidates', mostCandidates)
  if (!candidates.ok) return candidates
  const seats = readCount(scan, 'the number of seats', mostCandidates)
  if (!seats.ok) return seats
  const options = readOptions(scan, candidates.value)
  if (!options.ok) return options
  const ballots = readBallots(scan, candidates.value, options.value.nicknames)
  if (!ballots.ok) return ballots
  const names: Candidate[] = []
  while (names.length < candidates.value) {
    const name = readName(scan, `the name of candidate ${names.length + 1}`)
    if (!name.ok) return name
    names.push({ name: name.value })
  }
  const title = readName(scan, 'the title of the election')
  if (!title.ok) return title
  return ok({
    title: title.value,
    seats: seats.value,
    candidates: names,
    withdrawn: [...options.value.withdrawn].sort((one, other) => one - other),
    ...ballots.value,
  })
}

function readCount(scan: BltScanner, what: string, most: number): Result<number> {
  const token = scan.next()
  const count = token.kind === 'word' ? wholeNumber(token.text) : null
  if (count === null || count < 1 || count > most) {
    return refuse(
      'blt-header',
      `The file does not begin with ${what}${found(token)}`,
      'Begin a BLT file with the number of candidates and the number of seats, such as "5 2"',
      token.line,
    )
  }
  return ok(count)
}

type Options = {
  readonly withdrawn: Set<number>
  readonly nicknames: ReadonlyMap<string, number>
}

function readOptions(scan: BltScanner, candidates: number): Result<Options> {
  const withdrawn = new Set<number>()
  let nicknames: ReadonlyMap<string, number> = new Map()
  for (;;) {
    const token = scan.peek()
    if (token.kind === 'option') {
      scan.next()
      const [name, ...words] = token.text.split(/\s+/).filter((word) => word !== '')
      if (name === 'nick') {
        nicknames = new Map(words.map((word, at) => [word, at + 1]))
        if (words.length !== candidates || nicknames.size !== candidates) {
          return refuse(
            'blt-option',
            `The nick option on line ${token.line} gives ${nicknames.size} short names for ` +
              `${candidates} candidates`,
            'Give each candidate one short name, in order',
            token.line,
          )
        }
      }
      if (name !== 'withdrawn') continue
      for (const word of words) {
        const number = nicknames.get(word) ?? wholeNumber(word)
        if (number === null || number < 1 || number > candidates) {
          return unknownCandidate(word, candidates, token.line)
        }
        withdrawn.add(number)
      }
      continue
    }
    const minus = token.kind === 'word' && /^-\d+$/.test(token.text)
    if (!minus) return ok({ withdrawn, nicknames })
    scan.next()
    const number = wholeNumber(token.text.slice(1))
    if (number === null || number < 1 || number > candidates) {
      return unknownCandidate(token.text, candidates, token.line)
    }
    withdrawn.add(number)
  }
}

function readBallots(
  scan: BltScanner,
  candidates: number,
  nicknames: ReadonlyMap<string, number>,
): Result<Pick<Election, 'ballots' | 'setAside'>> {
  const pile = ballotPile()
  const line = new Uint16Array(candidates)
  const seenOn = new Uint32Array(candidates + 1)
  let blank = 0
  let equalPreferences = 0
  let total = 0
  for (let ballot = 1; ; ballot += 1) {
    const papers = readPapers(scan)
    if (!papers.ok) return papers
    if (papers.value === 0) break
    total += papers.value
    let length = 0
    let equal = false
    for (;;) {
      let preference = scan.number()
      if (preference === 0) break
      if (preference < 0) {
        const token = scan.next()
        if (token.kind === 'word' && token.text === '-') continue
        const named = readPreference(token, candidates, nicknames)
        if (!named.ok) return named
        equal ||= named.value.length > 1
        for (const other of named.value.slice(1)) seenOn[other] = ballot
        preference = named.value[0]!
      }
      if (preference > candidates) {
        return unknownCandidate(String(preference), candidates, scan.line())
      }
      if (seenOn[preference] === ballot) {
        return refuse(
          'blt-twice',
          `Line ${scan.line()} names candidate ${preference} twice`,
          'Name each candidate once on a ballot line, and end the line with 0',
          scan.line(),
        )
      }
      seenOn[preference] = ballot
      line[length] = preference
      length += 1
    }
    if (equal) equalPreferences += papers.value
    else if (length === 0) blank += papers.value
    else pile.add(papers.value, line, length)
  }
  if (total > mostPapers) return tooManyPapers(total)
  return ok({ ballots: pile.ballots(), setAside: { blank, equalPreferences } })
}

function readPapers(scan: BltScanner): Result<number> {
  const quick = scan.number()
  if (quick >= 0) return ok(quick)
  let token = scan.next()
  while (token.kind === 'label') token = scan.next()
  if (token.kind === 'end') {
    return refuse(
      'blt-ended',
      'The file ends among the ballots',
      'End the ballots with a line that holds 0 alone, then give the names and the title',
      token.line,
    )
  }
  const papers = token.kind === 'word' ? wholeNumber(token.text) : null
  if (papers === null) {
    return refuse(
      'blt-ballot',
      `A ballot on line ${token.line} does not begin with a number of papers${found(token)}`,
      'Begin each ballot with how many papers say the same, a whole number, and end it with 0',
      token.line,
    )
  }
  return ok(papers)
}

function readPreference(
  token: Token,
  candidates: number,
  nicknames: ReadonlyMap<string, number>,
): Result<readonly number[]> {
  if (token.kind === 'end') {
    return refuse(
      'blt-ended',
      'The file ends in the middle of a ballot',
      'End each ballot with 0',
      token.line,
    )
  }
  const numbers: number[] = []
  for (const word of token.kind === 'word' ? token.text.split('=') : [token.text]) {
    const number = nicknames.get(word) ?? wholeNumber(word)
    if (token.kind !== 'word' || number === null || number < 1 || number > candidates) {
      return unknownCandidate(word, candidates, token.line)
    }
    numbers.push(number)
  }
  return ok(numbers)
}

function readName(scan: BltScanner, what: string): Result<string> {
  let token = scan.next()
  while (token.kind === 'option') token = scan.next()
  if (token.kind === 'quoted') return ok(token.text)
  if (token.kind === 'end') {
    return refuse(
      'blt-ended',
      `The file ends before ${what}`,
      'Give each candidate and then the title in double quotes, after the 0 that ends the ballots',
      token.line,
    )
  }
  return refuse(
    'blt-name',
    `Line ${token.line} does not give ${what} in double quotes${found(token)}`,
    'Put each name and the title in double quotes, after the 0 that ends the ballots',
    token.line,
  )
}

function unknownCandidate(word: string, candidates: number, line: number): Result<never> {
  return refuse(
    'blt-candidate',
    `Line ${line} names "${clipped(word)}", and the candidates are 1 to ${candidates}`,
    'Use the candidates’ numbers, and end each ballot with 0',
    line,
  )
}

/** Refuses more papers than can be counted without losing one. */
export const tooManyPapers = (papers: number): Result<never> =>
  refuse(
    'too-many-papers',
    `The file holds ${papers} papers`,
    `Count at most ${mostPapers} papers at once`,
  )

/** A whole number that a double holds exactly, or null. */
export function wholeNumber(text: string): number | null {
  return /^\d{1,15}$/.test(text) ? Number(text) : null
}

/** A piece of a file, short enough to repeat in a message. */
export const clipped = (text: string): string => (text.length > 30 ? `${text.slice(0, 30)}…` : text)

const found = (token: Token): string =>
  token.kind === 'end' ? ': it ends there' : `: "${clipped(token.text)}" stands there`
