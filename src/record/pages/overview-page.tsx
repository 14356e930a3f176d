// What is going on now: problems, medicines and allergies, and what the person wrote themselves.
import { ButtonLink, EmptyState, Inset, PageHeading } from '../../web/index.ts'
import type { Overview } from '../actions/see-record.ts'
import type { Listed } from '../store/entries.ts'
import { EntryCard, type Place } from './entry-card.tsx'
import { words } from './words.ts'

export type OverviewProps = Place & {
  readonly overview: Overview
  /** Null for one's own. */
  readonly name: string | null
}

export function OverviewPage(props: OverviewProps) {
  const { overview, base, language, name } = props
  const say = words.in(language)
  const own = name === null
  return (
    <>
      <PageHeading lead={own ? say.lead : say.leadOf}>
        {own ? say.title : say.titleOf(name)}
      </PageHeading>
      {!own && <Inset>{say.notAll}</Inset>}
      <p>
        <a href={`${base}/timeline`}>{say.timelineOf}</a>
      </p>
      <Section {...props} kind="problem" heading={say.problems} none={say.noProblems} />
      <Section {...props} kind="medicine" heading={say.medicines} none={say.noMedicines} />
      <Section {...props} kind="allergy" heading={say.allergies} none={say.noAllergies} />
      <h2>{own ? say.ownWords : say.ownWordsOf}</h2>
      {overview.own.length === 0 && (
        <EmptyState says={own ? say.noOwnWords : say.noOwnWordsOf}>
          {own && <p>{say.noOwnWordsNext}</p>}
        </EmptyState>
      )}
      <Cards {...props} list={overview.own} />
      {own && <ButtonLink href="/record/add">{say.add}</ButtonLink>}
    </>
  )
}

function Section(
  props: OverviewProps & {
    readonly kind: string
    readonly heading: string
    readonly none: string
  },
) {
  const list = props.overview.current.filter(({ kind }) => kind === props.kind)
  return (
    <>
      <h2>{props.heading}</h2>
      {list.length === 0 && <p>{props.none}</p>}
      <Cards {...props} list={list} />
    </>
  )
}

const Cards = ({ base, language, list }: Place & { readonly list: readonly Listed[] }) =>
  list.map((one) => <EntryCard key={one.id} one={one} base={base} language={language} />)
