// The compiler of decision aids: source text in, an aid out, or sentences that say what to mend.
import { schemaCheck } from '../../../basics/index.ts'
import { type Aid, aidSchema } from './aid.ts'
import { type CriterionKind, criteria, type Finding, type Met } from './criteria.ts'
import { judge, readingAgeOf } from './judge.ts'
import { readAid } from './read-aid.ts'
import { readSource } from './source.ts'

/** The longest source that is read, in characters: more than anybody would read to the end. */
export const LONGEST_SOURCE = 60_000

export type Compiled = {
  /** Null where it is refused: its form is wrong, or a qualifying criterion is not met. */
  readonly aid: Aid | null
  readonly title: string
  /** By line. */
  readonly findings: readonly Finding[]
  readonly score: Score
  readonly readingAge: number | null
}

export type Score = {
  readonly qualifying: Met
  readonly certifying: Met
  /** Null where the aid is not about a test. */
  readonly screening: Met | null
  readonly quality: Met
}

const check = schemaCheck(aidSchema)

/**
 * Compiles an aid. It is built when its form can be read and the six qualifying criteria are met;
 * the certifying ones and those of quality are reported.
 * @source IPDASi version 4; the criteria stand in `criteria.ts`
 */
export function compileAid(text: string): Compiled {
  if (text.length > LONGEST_SOURCE) return tooLong()
  const { aid, reader } = readAid(readSource(text))
  const judged = judge(aid, reader.lines)
  const findings = [...reader.findings, ...judged].sort((a, b) => a.line - b.line)
  const refused = findings.some(({ kind }) => kind === 'form' || kind === 'qualifying')
  const fault = refused ? null : check(aid)
  const form: Finding[] =
    fault === null
      ? []
      : [
          {
            kind: 'form',
            code: 'shape',
            line: 1,
            says: `It does not fit: ${fault}.`,
            mend: mendShape,
          },
        ]
  return {
    aid: refused || fault !== null ? null : aid,
    title: aid.title,
    findings: [...form, ...findings],
    score: scoreOf(aid, findings),
    readingAge: readingAgeOf(aid),
  }
}

const mendShape = 'Shorten what is too long: no text may have more than 4,000 characters.'

function scoreOf(aid: Aid, findings: readonly Finding[]): Score {
  const failed = new Set(findings.map(({ code }) => code))
  const met = (kind: CriterionKind): Met => {
    const all = criteria.filter((one) => one.kind === kind)
    return { met: all.filter(({ code }) => !failed.has(code)).length, of: all.length }
  }
  return {
    qualifying: met('qualifying'),
    certifying: met('certifying'),
    screening: aid.kind === 'treatment' ? null : met('screening'),
    quality: met('quality'),
  }
}

function tooLong(): Compiled {
  const says = `The text is longer than ${LONGEST_SOURCE} characters.`
  const none = (of: number): Met => ({ met: 0, of })
  return {
    aid: null,
    title: '',
    findings: [{ kind: 'form', code: 'too-long', line: 1, says, mend: 'Make it shorter.' }],
    score: { qualifying: none(6), certifying: none(6), screening: null, quality: none(10) },
    readingAge: null,
  }
}
