// The decisions of a person as a part of what they take away: pages that any browser opens.
import type { Id, PersonId } from '../../../basics/index.ts'
import { type Log, loadMany } from '../../../log/index.ts'
import type { Tx } from '../../../plumbing/index.ts'
import type { Language } from '../../../web/index.ts'
import { type Decision, decisionStream } from '../../domain/decision/decision.ts'
import { decisionDaysOf } from '../../store/decision-days.ts'
import { decisionWords } from '../../words/decision-words.ts'
import { DecisionAlone } from './decision-alone.tsx'

/** Newest first; how each stands is the first thing that is said of it. */
export const readableDecisions = (log: Log) => async (tx: Tx, person: Id, language: Language) => {
  const streams = (await decisionDaysOf(tx, person as PersonId)).map(({ stream }) => stream)
  const held = await loadMany(log, tx, decisionStream, { owner: person, streams })
  const states = [...held.entries()].map(([id, { state }]) => ({ id, state }))
  states.sort((a, b) => lastOf(b.state).localeCompare(lastOf(a.state)))
  const say = decisionWords.in(language)
  const main = (
    <>
      {states.length === 0 && <p>{say.none}</p>}
      {states.map(({ id, state }) => (
        <DecisionAlone key={id} state={state} language={language} />
      ))}
    </>
  )
  return { name: 'decisions', title: say.title, main }
}

const lastOf = ({ at }: Decision): string => at ?? ''
