// The glossary: every word that is explained beside entries, on one page.
import { PageHeading, Table } from '../../web/index.ts'
import { allGlosses } from '../domain/glosses.ts'
import type { CorrectionWords } from '../words/correction-words.ts'

export function GlossaryPage({ say }: { readonly say: CorrectionWords }) {
  const words = say.glossary
  return (
    <>
      <PageHeading lead={words.lead}>{words.title}</PageHeading>
      <Table
        caption={words.title}
        columns={[{ heading: words.word }, { heading: words.means }]}
        rows={allGlosses.map(({ word, means }) => ({ key: word, cells: [word, means] }))}
      />
      <p>{words.missing}</p>
    </>
  )
}
