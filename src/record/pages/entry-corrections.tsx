// On the page of an entry: what the person asked to have put right, and the way to ask.
import type { PersonId } from '../../basics/index.ts'
import { ButtonLink, formatDayOf, usePage } from '../../web/index.ts'
import type { SeenEntry } from '../actions/see-record.ts'
import { holderOf } from '../domain/correction.ts'
import { correctionWords } from '../words/correction-words.ts'
import { CorrectionState } from './correction-parts.tsx'

/** For one's own record only. */
export function EntryCorrections(props: { readonly seen: SeenEntry; readonly person: PersonId }) {
  const { seen, person } = props
  const { language, now } = usePage()
  const say = correctionWords.in(language)
  const { requests, entry, listed } = seen
  const open = requests.some(({ ended }) => ended === null)
  const own = holderOf(entry, person) === 'own'
  if (own && requests.length === 0) return null
  return (
    <>
      <h2>{say.ask.link}</h2>
      {requests.length > 0 && (
        <ul className="cp-plain-list">
          {requests.map((one) => (
            <li key={one.request}>
              <CorrectionState say={say} language={language} now={now} {...one} />{' '}
              <a href={`/record/corrections/${one.request}`}>
                {say.list.asked(formatDayOf(one.askedAt, language))}
              </a>
            </li>
          ))}
        </ul>
      )}
      {!open && !own && (
        <ButtonLink kind="secondary" href={`/record/entry/${listed.id}/correct`}>
          {say.ask.title}
        </ButtonLink>
      )}
    </>
  )
}
