// Whom a person adds something for: the question, how it is read, and where it leads.
import type { Id } from '../../basics/index.ts'
import {
  choiceField,
  type FormEntry,
  type Language,
  optional,
  Radios,
  typedAt,
} from '../../web/index.ts'
import { words } from './words.ts'

/** The first is what holds while they say nothing. */
const audiences = ['shared', 'me', 'choose'] as const

export const forWhomField = optional(choiceField(audiences, words.in('en').forWhomMissing))
type Audience = (typeof audiences)[number]

export function ForWhom(props: { readonly entry: FormEntry; readonly language: Language }) {
  const { entry, language } = props
  const say = words.in(language)
  const said = (typedAt(entry.typed, 'for')[0] ?? '') !== ''
  const shown = said ? entry : { ...entry, typed: { ...entry.typed, for: audiences[0] } }
  return (
    <Radios
      name="for"
      label={say.forWhom}
      entry={shown}
      choices={audiences.map((value) => ({
        value,
        text: say.audiences[value],
        hint: say.audienceHints[value],
      }))}
    />
  )
}

/** The page that follows: where it is shared alone, or the entry with who can see it. */
export const afterAdding = (added: Id, audience: Audience | undefined): string =>
  audience === 'choose' ? `/share/new?item=${added}` : `/record/entry/${added}?added=yes`
