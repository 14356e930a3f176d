// Everything that was ever measured, each with its newest result.
import { EmptyState, formatNumber, Inset, PageHeading } from '../../web/index.ts'
import type { Things } from '../actions/see-record.ts'
import { seeingWords } from '../words/seeing-words.ts'
import type { Place } from './entry-card.tsx'
import { Glossary, textsOf } from './glossary.tsx'
import { ThingTable } from './thing-table.tsx'
import { words } from './words.ts'

export function ResultsPage(
  props: Place & { readonly seen: Things; readonly name: string | null },
) {
  const { name, language } = props
  const { things, only } = props.seen
  const say = seeingWords.in(language)
  const about = name === null ? {} : { about: words.in(language).titleOf(name) }
  return (
    <>
      <PageHeading lead={say.thingsLead} {...about}>
        {say.things}
      </PageHeading>
      {name !== null && <Inset>{say.notAll}</Inset>}
      {things.length === 0 ? (
        <EmptyState says={say.noThings} />
      ) : (
        <ThingTable {...props} things={things} caption={say.things} />
      )}
      {only !== null && <p>{say.mostThings(formatNumber(only, language))}</p>}
      <Glossary texts={textsOf(things)} language={language} />
    </>
  )
}
