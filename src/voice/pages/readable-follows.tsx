// What a person follows, as a part of what they take away.
import { dayIn, type Id, LONDON, type PersonId } from '../../basics/index.ts'
import type { Log } from '../../log/index.ts'
import type { Tx } from '../../plumbing/index.ts'
import { formatDay, type Language } from '../../web/index.ts'
import { namesOf } from '../actions/follow-stories.ts'
import { followsOf } from '../store/follows.ts'
import { followName, followWords } from '../words/follow-words.ts'

/** It is kept as plain rows and no facts, so that it travels as a page alone. */
export const readableFollows = (log: Log) => async (tx: Tx, person: Id, language: Language) => {
  const say = followWords.in(language)
  const follows = await namesOf(log, await followsOf(tx, person as PersonId))
  const today = formatDay(dayIn(LONDON, log.clock.now()), language)
  const main = (
    <>
      <p className="small">{today}</p>
      {follows.length === 0 && <p>{say.none}</p>}
      <dl>
        {follows.map((one) => (
          <div key={one.follow}>
            <dt>{followName(one, language)}</dt>
            <dd>
              {say.oftenShort[one.often]}. {one.outside ? say.outside.outside : say.outside.here}.
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
  return { name: 'follows', title: say.title, main }
}
