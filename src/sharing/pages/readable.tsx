// What somebody shares and who looked, as pages that stand alone in what they take away.
import type { ReactNode } from 'react'
import { dayIn, LONDON } from '../../basics/index.ts'
import type { Log } from '../../log/index.ts'
import type { Language } from '../../web/index.ts'
import { formatDay, formatInstant } from '../../web/index.ts'
import { type Look, loadSharing } from '../actions/look.ts'
import type { Grant } from '../domain/grant.ts'
import { purposeNamed, switchable } from '../domain/purposes.ts'
import { grantsAt, isOn } from '../domain/sharing.ts'
import { listLooks } from '../store/looks.ts'
import { shareWords } from '../words/share-words.ts'
import { didSay, lookerName } from './looks-page.tsx'
import { type Names, namesFor, recipientName } from './page-parts.ts'

export type ReadablePage = {
  readonly name: string
  readonly title: string
  readonly main: ReactNode
}

const SOME = 500

/** What is shared, then every look, the newest first, some on each page. */
export async function* readableSharing(
  log: Log,
  look: Look,
  language: Language,
): AsyncGenerator<ReadablePage> {
  const say = shareWords.in(language)
  const sharing = await loadSharing(log, look.tx, look.person)
  const names = await namesFor(
    log,
    sharing.grants.map(({ to }) => to),
  )
  const kept = (sharing.withheld ?? []).map(({ item }) => item)
  const holding = new Set(grantsAt(sharing, log.clock.now()))
  const main = (
    <>
      {sharing.grants.length === 0 && <p>{say.share.none}</p>}
      {sharing.grants.toReversed().map((grant) => (
        <GrantArticle
          key={grant.id}
          grant={grant}
          holds={holding.has(grant)}
          names={names}
          language={language}
        />
      ))}
      <h2>{say.share.purposes}</h2>
      <ul>
        {switchable
          .filter(({ code }) => isOn(sharing, code))
          .map(({ code, says }) => (
            <li key={code}>{says}</li>
          ))}
      </ul>
    </>
  )
  yield { name: 'sharing', title: say.share.title, main }
  for (let page = 0; ; page += 1) {
    const slice = { own: true, limit: SOME, offset: page * SOME, kept }
    const rows = await listLooks(look.tx, look.person, slice)
    if (rows.length === 0 && page > 0) return
    const known = await namesFor(
      log,
      rows.map(({ by, organisation }) => ({ person: by, organisation })),
    )
    const list = rows.map((row) => (
      <article key={row.id}>
        <h2>{lookerName(row, look.person, known, say)}</h2>
        <p>
          {formatInstant(row.at, language)}. {didSay(row, say)}.{' '}
          {say.looks.purpose(purposeNamed(row.purpose)?.says ?? row.purpose)}
        </p>
      </article>
    ))
    const name = `looks-${String(page + 1).padStart(3, '0')}`
    yield { name, title: say.looks.title, main: list }
    if (rows.length < SOME) return
  }
}

function GrantArticle(props: {
  readonly grant: Grant
  readonly holds: boolean
  readonly names: Names
  readonly language: Language
}) {
  const { grant, holds, names, language } = props
  const say = shareWords.in(language)
  const name = recipientName(grant.to, names, say)
  return (
    <article>
      <h2>{grant.effect === 'deny' ? say.grant.keepsBack(name) : name}</h2>
      {grant.emergency !== null && <p>“{grant.emergency}”</p>}
      <p>{formatDay(dayIn(LONDON, grant.from), language)}</p>
      {!holds && <p>{grant.withdrawnAt === null ? say.share.ended : say.share.stopped}</p>}
    </article>
  )
}
