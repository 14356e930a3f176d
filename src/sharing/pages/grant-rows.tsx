// A grant said in words: what, for what, what they may do, until when.
import {
  formatDay,
  formatInstant,
  formatList,
  type Language,
  SummaryList,
} from '../../web/index.ts'
import type { ItemSource } from '../actions/item-source.ts'
import type { Grant, Selector } from '../domain/grant.ts'
import { purposeNamed } from '../domain/purposes.ts'
import type { ShareWords } from '../words/share-words.ts'
import { capitalised, codeName } from './page-parts.ts'

export type GrantRowsProps = {
  readonly grant: Pick<Grant, 'effect' | 'what' | 'purposes' | 'acts' | 'lastDay' | 'endsAt'>
  readonly sources: readonly ItemSource[]
  readonly say: ShareWords
  readonly language: Language
}

export function GrantRows({ grant, sources, say, language }: GrantRowsProps) {
  const words = say.grant
  const until =
    grant.lastDay !== null
      ? formatDay(grant.lastDay, language)
      : grant.endsAt !== null
        ? formatInstant(grant.endsAt, language)
        : words.open
  const forWhat = grant.purposes.map((code) => purposeNamed(code)?.says ?? code)
  const acts = grant.acts.map((one) => words[one])
  return (
    <SummaryList
      rows={[
        {
          name: words.what,
          value: capitalised(chosenWords(grant.what, { sources, say, language })),
        },
        ...(grant.effect === 'deny'
          ? []
          : [
              { name: words.why, value: capitalised(formatList(forWhat, language)) },
              { name: words.acts, value: capitalised(formatList(acts, language)) },
            ]),
        { name: words.until, value: capitalised(until) },
      ]}
    />
  )
}

function chosenWords(
  what: Selector,
  { sources, say, language }: Pick<GrantRowsProps, 'sources' | 'say' | 'language'>,
): string {
  const words = say.grant
  const named = (list: 'kinds' | 'labels', codes: readonly string[]) =>
    formatList(
      codes.map((code) => codeName(sources, list, code)),
      language,
    )
  const parts = [
    what.kinds === null ? null : words.chosen(named('kinds', what.kinds)),
    what.items === null ? null : words.some(what.items.length),
    what.labels === null ? null : words.marked(named('labels', what.labels)),
    what.from === null ? null : words.from(formatDay(what.from, language)),
    what.until === null ? null : words.to(formatDay(what.until, language)),
  ].filter((part) => part !== null)
  const chosen = parts.length === 0 ? [words.everything] : parts
  const labels = sources.flatMap((source) => source.labels)
  const allLeft = labels.length > 1 && labels.every(({ code }) => what.without.includes(code))
  const without = allLeft ? words.nothingPrivate : words.without(named('labels', what.without))
  const left = what.without.length === 0 ? [] : [without]
  return [...chosen, ...left].join(', ')
}
