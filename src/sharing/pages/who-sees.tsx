// Who can see one thing now, as it stands beside it on the person's own page.
import type { PersonId } from '../../basics/index.ts'
import type { Log } from '../../log/index.ts'
import type { Language } from '../../web/index.ts'
import { whoSees } from '../actions/who-sees.ts'
import type { ItemFacets } from '../domain/grant.ts'
import { shareWords } from '../words/share-words.ts'
import { namesFor, recipientName } from './page-parts.ts'

export type SeenBy = {
  /** Those who see it now; none where only the person does. */
  readonly names: readonly string[]
  readonly inEmergency: boolean
}

/** Who sees one thing of the person's now, by name. */
export async function seenBy(
  log: Log,
  person: PersonId,
  item: ItemFacets,
  language: Language,
): Promise<SeenBy> {
  const say = shareWords.in(language)
  const { recipients, proxies, inEmergency } = await whoSees(log, person, item)
  const acting = proxies.map((proxy) => ({ person: proxy, organisation: null, role: null }))
  const names = await namesFor(log, [...recipients, ...acting])
  const named = [
    ...recipients.map((to) => recipientName(to, names, say)),
    ...acting.map((to) => say.whoSees.actsForYou(recipientName(to, names, say))),
  ]
  return { names: named, inEmergency }
}

/** The list of them, or that nobody else does. */
export function WhoSees(props: SeenBy & { readonly language: Language }) {
  const say = shareWords.in(props.language).whoSees
  return (
    <>
      <h2>{say.title}</h2>
      {props.names.length === 0 ? (
        <p>{say.nobody}</p>
      ) : (
        <>
          <p>{say.lead}</p>
          <ul>
            {props.names.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        </>
      )}
      <p>{props.inEmergency ? say.inEmergency : say.neverInEmergency}</p>
    </>
  )
}
