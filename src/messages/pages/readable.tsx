// What somebody was told and what they need, as parts of what they take away.
import type { Id } from '../../basics/index.ts'
import { type Log, loadMany } from '../../log/index.ts'
import type { Tx } from '../../plumbing/index.ts'
import { formatInstant, type Language } from '../../web/index.ts'
import { needsRecordOf } from '../actions/tell.ts'
import { messageStream } from '../domain/message.ts'
import { readInbox } from '../store/inbox.ts'
import { messageWords } from '../words/message-words.ts'
import { needsWords } from '../words/needs-words.ts'
import { answersShown } from './needs-journey.tsx'

const SOME = 500

/** Every message, the newest first, some on each page. Opening none of them here is reading it. */
export async function* readableMessages(log: Log, tx: Tx, person: Id, language: Language) {
  const say = messageWords.in(language)
  for (let page = 0; ; page += 1) {
    const rows = await readInbox(tx, person, { offset: page * SOME, limit: SOME })
    if (rows.length === 0 && page > 0) return
    const streams = rows.map(({ stream }) => stream)
    const messages = await loadMany(log, tx, messageStream, { owner: person, streams })
    const main = rows.map(({ stream, subject, sender, at }) => (
      <article key={stream}>
        <h2>{subject}</h2>
        <p className="small">
          {say.from(sender)}, {formatInstant(at, language)}
        </p>
        <p className="as-written">{messages.get(stream)?.state.sent?.rendering.body ?? ''}</p>
      </article>
    ))
    const empty = rows.length === 0 ? <p>{say.none}</p> : main
    yield { name: `messages-${String(page + 1).padStart(3, '0')}`, title: say.title, main: empty }
    if (rows.length < SOME) return
  }
}

/** What somebody needs to be told things, in the words it was said in. */
export async function readableNeeds(log: Log, tx: Tx, person: Id, language: Language) {
  const say = needsWords.in(language)
  const { fact, said } = await needsRecordOf(log, person, tx)
  return (
    <>
      <h2>{say.title}</h2>
      {fact === null ? (
        <p>{say.none}</p>
      ) : (
        <dl>
          {answersShown(said, language).map(({ name, value }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  )
}
