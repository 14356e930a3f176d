// What the pages about acting for others have in common: how an access is said in words.
import type { Id } from '../../basics/index.ts'
import { namesOf, organisationNames } from '../../identity/index.ts'
import type { Log } from '../../log/index.ts'
import { formatDay, formatList, type Language, SummaryList } from '../../web/index.ts'
import type { ItemSource } from '../actions/item-source.ts'
import type { SeenAccess } from '../actions/see-proxies.ts'
import { levelNamed } from '../domain/proxy/levels.ts'
import { endingReasons, reasonSays } from '../domain/proxy/reasons.ts'
import type { ProxyWords } from '../words/proxy-words.ts'
import { capitalised, codeName, type Names } from './page-parts.ts'

/** The names of everybody and every organisation in some accesses. */
export async function namesIn(log: Log, seen: readonly SeenAccess[]): Promise<Names> {
  const people = seen.flatMap(({ access }) => [access.person, access.proxy])
  const organisations = seen.flatMap(({ access }) => access.organisation ?? [])
  return {
    people: await namesOf(log.db, people),
    organisations: await organisationNames(log.db, organisations),
  }
}

export const nameIn = (names: Names, id: Id): string => names.people.get(id) ?? ''

/** How far an access goes: what may be seen, who decided, until when. */
export function AccessRows(props: {
  readonly seen: SeenAccess
  readonly names: Names
  readonly sources: readonly ItemSource[]
  readonly say: ProxyWords
  readonly language: Language
}) {
  const { seen, names, sources, language } = props
  const { access } = seen
  const words = props.say.own
  const reach = access.granted ?? { ...access, labels: [] }
  const level = levelNamed(reach.level)
  const labels = reach.labels.map((label) => codeName(sources, 'labels', label))
  const decider =
    access.organisation === null ? words.yourself : names.organisations.get(access.organisation)
  const shown = [capitalised(level?.says ?? reach.level), ...labels]
  return (
    <SummaryList
      rows={[
        { name: words.sees, value: formatList(shown, language) },
        { name: words.added, value: level?.adds === true ? words.yes : words.no },
        {
          name: words.until,
          value: reach.until === null ? words.open : formatDay(reach.until, language),
        },
        { name: words.why, value: access.why },
        { name: words.decidedBy, value: decider ?? '' },
      ]}
    />
  )
}

/** How an access stands, for the person and for staff. */
export function standingSays({ standing }: SeenAccess, say: ProxyWords): string {
  if ('why' in standing) return reasonSays(endingReasons, standing.why)
  return say.work[standing.is]
}
