// Everything that was ever measured, each with its newest result.
import { EmptyState, Inset, PageHeading } from '../../web/index.ts'
import type { Thing } from '../store/overview.ts'
import { seeingWords } from '../words/seeing-words.ts'
import type { Place } from './entry-card.tsx'
import { Glossary, textsOf } from './glossary.tsx'
import { ThingTable } from './thing-table.tsx'
import { words } from './words.ts'

export function ResultsPage(
  props: Place & { readonly things: readonly Thing[]; readonly name: string | null },
) {
  const { things, name, language } = props
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
        <ThingTable {...props} caption={say.things} />
      )}
      <Glossary texts={textsOf(things)} language={language} />
    </>
  )
}
