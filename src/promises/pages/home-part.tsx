// What a person's home page says of promises: what waits for their word, then the rest.
import type { Id } from '../../basics/index.ts'
import type { HomePart } from '../../identity/index.ts'
import type { Log } from '../../log/index.ts'
import { loadPromises } from '../actions/keep-promises.ts'
import { standingOf, waitsForAsker, waitsForPromiser } from '../domain/promise.ts'
import { openBy, openTo } from '../store/rows.ts'
import { PromiseCard } from './promise-card.tsx'
import { words } from './words.ts'

// A home page shows what matters today; the rest is one link away.
const SHOWN = 5

/** The open promises made to whoever looks at their home page, and those they have to keep. */
export const promisesAtHome =
  (log: Log): HomePart =>
  async ({ now, language }, { person, acting }) => {
    const organisation: Id | null = acting?.organisationId ?? null
    const owed = await loadPromises(log, await openTo(log.db, person))
    const made = await loadPromises(log, await openBy(log.db, person, organisation))
    if (owed.length + made.length === 0) return null
    const say = words.in(language)
    type Listed = typeof owed
    const cards = (list: Listed) =>
      list
        .slice(0, SHOWN)
        .map(({ ref, promise }) => (
          <PromiseCard
            key={ref.stream}
            at={ref}
            promise={promise}
            viewer={person}
            now={now}
            language={language}
          />
        ))
    const section = (heading: string, list: Listed) =>
      list.length > 0 && (
        <>
          <h2>{heading}</h2>
          {cards(list)}
        </>
      )
    const forYourWord = owed.filter(({ promise }) => waitsForAsker(promise, person))
    const forYourDeed = made.filter(
      (one) =>
        waitsForPromiser(one.promise, now) &&
        forYourWord.every(({ ref }) => ref.stream !== one.ref.stream),
    )
    const isLate = ({ promise }: Listed[number]) => standingOf(promise, now) === 'overdue'
    const rest = owed.filter((one) => !forYourWord.includes(one))
    const late = rest.filter(isLate)
    const soon = rest.filter((one) => !late.includes(one))
    return {
      waiting: {
        count: forYourWord.length + forYourDeed.length,
        shows: cards([...forYourWord, ...forYourDeed]),
      },
      late: owed.filter(isLate).length,
      shows: (
        <>
          {section(say.toYou, [...late, ...soon])}
          {section(
            say.byYou,
            made.filter((one) => !forYourDeed.includes(one)),
          )}
          <p>
            <a href="/promises">{say.all}</a>
          </p>
        </>
      ),
    }
  }
