// What the short and the medical words on a page mean.
import { type Language, SummaryList } from '../../web/index.ts'
import { glossesIn } from '../domain/glosses.ts'
import { words } from './words.ts'

/** Nothing where no word on the page needs it. */
export function Glossary(props: {
  readonly texts: readonly string[]
  readonly language: Language
}) {
  const glosses = glossesIn(props.texts.join('\n'))
  if (glosses.length === 0) return null
  return (
    <>
      <h2>{words.in(props.language).meaning}</h2>
      <SummaryList rows={glosses.map(({ word, means }) => ({ name: word, value: means }))} />
    </>
  )
}

/** The texts of entries that may hold words to explain. */
export const textsOf = (
  list: readonly { readonly title: string; readonly detail: string }[],
): readonly string[] => list.flatMap(({ title, detail }) => [title, detail])
