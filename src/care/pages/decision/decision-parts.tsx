// What the sections of a decision share: a heading that leads to writing, and points of a list.
import type { ReactNode } from 'react'
import type { Language } from '../../../web/index.ts'
import type { OpenedAid } from '../../actions/aid/keep-aids.ts'
import type { SaidAgain } from '../../domain/decision/again.ts'
import { mayWriteIn } from '../../domain/decision/decide.ts'
import type { Decision, Parts } from '../../domain/decision/decision.ts'
import type { Portrait } from '../../domain/decision/portrait.ts'
import type { Speaker } from '../../domain/plan/plan.ts'
import { decisionWords } from '../../words/decision-words.ts'

export type DecisionPageProps = {
  readonly state: Decision
  /** The address of this decision. */
  readonly here: string
  readonly name: string | null
  /** Null for who may only read. */
  readonly speaker: Speaker | null
  /** The version of the aid that it was begun with. */
  readonly opened: OpenedAid | null
  /** What earlier people said of that version, as the gate released it; null where nothing was. */
  readonly saidAgain: SaidAgain | null
  readonly language: Language
}

export type Part = DecisionPageProps & { readonly shown: Portrait }

/** A heading of the decision, and a link to write there for whom it is. */
export function Heading(
  props: Part & { readonly part: keyof Parts; readonly children: ReactNode },
) {
  const { part, children, shown, speaker, here, language } = props
  const say = decisionWords.in(language)
  const may = shown.status === 'in progress' && speaker !== null && mayWriteIn(part, speaker)
  return (
    <div className="cp-heading-row">
      <h2>{children}</h2>
      {may && (
        <a href={`${here}/write/${part}`}>
          {say.change}
          <span className="nhsuk-u-visually-hidden">: {children}</span>
        </a>
      )}
    </div>
  )
}

export function Points({
  texts,
  none,
}: {
  readonly texts: readonly string[]
  readonly none: string
}) {
  if (texts.length === 0) return <p>{none}</p>
  return (
    <ul>
      {texts.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  )
}

/** Whether the visitor may write under this heading now. */
export const mayHead = ({ shown, speaker }: Part, part: keyof Parts): boolean =>
  shown.status === 'in progress' && speaker !== null && mayWriteIn(part, speaker)
