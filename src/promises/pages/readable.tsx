// What was promised to somebody, as a page of what they take away.
import type { Id } from '../../basics/index.ts'
import type { Log } from '../../log/index.ts'
import type { Tx } from '../../plumbing/index.ts'
import type { Language } from '../../web/index.ts'
import { loadPromises } from '../actions/keep-promises.ts'
import { owedTo } from '../store/rows.ts'
import { standingWords } from './standing-words.ts'
import { words } from './words.ts'

/** Every promise that is owed to them, with how it stands. */
export async function readablePromises(log: Log, tx: Tx, person: Id, language: Language) {
  const say = words.in(language)
  const owed = await loadPromises(log, await owedTo(tx, person, 1_000), tx)
  const main = owed.map(({ ref, promise }) => (
    <article key={ref.stream}>
      <h2>{promise.made?.says}</h2>
      <p>{promise.made?.promiser.shownAs}</p>
      <p>{standingWords(promise, person, log.clock.now(), language).says}</p>
      {promise.saidDone !== null && <p className="as-written">{promise.saidDone.says}</p>}
      {[...promise.answers]
        .filter(([by]) => by === person)
        .map(([by, { answer, says }]) => (
          <blockquote key={by}>
            {answer}. {says}
          </blockquote>
        ))}
    </article>
  ))
  return { name: 'promises', title: say.title, main }
}
