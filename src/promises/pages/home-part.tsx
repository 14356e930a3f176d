// What a person's home page says of promises: those made to them, what waits for their word first.
import type { HomePart } from '../../identity/index.ts'
import type { Log } from '../../log/index.ts'
import { loadPromises } from '../actions/keep-promises.ts'
import { standingOf } from '../domain/promise.ts'
import { owedTo } from '../store/rows.ts'
import { PromiseCard } from './promise-card.tsx'
import { words } from './words.ts'

// A home page shows what matters today; the rest is one link away.
const SHOWN = 5

/** The promises made to whoever looks at their home page. */
export const promisesToYou =
  (log: Log): HomePart =>
  async ({ now, language }, { person }) => {
    const owed = await loadPromises(log, await owedTo(log.db, person, SHOWN + 1))
    if (owed.length === 0) return null
    const say = words.in(language)
    const order = { overdue: 0, disputed: 1, waiting: 2, kept: 3 }
    const sorted = owed.toSorted(
      (one, other) => order[standingOf(one.promise, now)] - order[standingOf(other.promise, now)],
    )
    return (
      <>
        <h2>{say.toYou}</h2>
        {sorted.slice(0, SHOWN).map(({ ref, promise }) => (
          <PromiseCard
            key={ref.stream}
            at={ref}
            promise={promise}
            viewer={person}
            now={now}
            language={language}
          />
        ))}
        <p>
          <a href="/promises">{say.all}</a>
        </p>
      </>
    )
  }
