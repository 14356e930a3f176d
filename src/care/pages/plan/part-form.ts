// The form of one part of a plan, made from its headings, and the values read from it.
import {
  choiceField,
  dayField,
  defineForm,
  type Field,
  type FormEntry,
  type FormReading,
  type FormValues,
  freshEntry,
  optional,
  textField,
  typedDay,
  wholeNumberField,
} from '../../../web/index.ts'
import { type Heading, type PartKind, parts } from '../../domain/plan/headings.ts'
import { LONGEST_LINE, LONGEST_TEXT, type Value, type Values } from '../../domain/plan/values.ts'
import { type PlanWords, planWords } from '../../words/plan-words.ts'

const english = planWords.in('en')

/** The words of a heading as a question. */
export const questionOf = (say: PlanWords, kind: PartKind, code: string): string =>
  (say.fields[kind] as Readonly<Record<string, string>>)[code] ?? code

export const choiceText = (say: PlanWords, code: string): string =>
  (say.choices as Readonly<Record<string, string>>)[code] ?? code

/** What the editor asks for: what it works out itself is not among it. */
export const askedOf = (kind: PartKind): readonly Heading[] =>
  parts[kind].fields.filter(({ code }) => code !== 'considered')

const keeping = ['agreedWith', 'date', 'updated', 'review', 'responsible']

/** Whether a heading says how a part is kept, not what it is about. */
export const isKeeping = (kind: PartKind, { code, must }: Heading): boolean =>
  kind !== 'terms' && !must && keeping.includes(code)

const whoParts = ['name', 'role', 'team', 'contact'] as const

const whoField: Field<Value> = {
  parts: whoParts.map((part) => `-${part}`),
  read: (typed) => {
    const said = whoParts.map((part) => [part, (typed(`-${part}`)[0] ?? '').trim()] as const)
    const long = said.find(([, text]) => text.length > LONGEST_LINE)
    if (long !== undefined) return { ok: false, says: english.tooLong, part: `-${long[0]}` }
    return { ok: true, value: Object.fromEntries(said) as unknown as Value }
  },
}

function fieldOf(heading: Heading): Field<Value | undefined> {
  const { code } = heading
  const field = ((): Field<Value> => {
    switch (heading.kind) {
      case 'choice':
        return choiceField(heading.choices ?? [], english.selectOne)
      case 'yes-no':
        return asBoolean(choiceField(['yes', 'no'], english.selectOne))
      case 'day':
        return dayField({ name: english.theDay, missing: english.enterDay })
      case 'score':
        return wholeNumberField({
          ...{ missing: english.score, notANumber: english.score, outside: english.score },
          ...{ least: 1, most: 10 },
        })
      case 'who':
        return whoField
      case 'texts':
        return asLines(textOf(LONGEST_TEXT, code))
      case 'line':
        return textOf(LONGEST_LINE, code)
      case 'text':
        return textOf(LONGEST_TEXT, code)
    }
  })()
  return heading.must ? field : optional(field)
}

const textOf = (longest: number, code: string) => {
  const missing = code === 'triggers' ? english.enterTrigger : english.enter
  return textField({ missing, longest, tooLong: `${english.tooLong}` })
}

const asLines = (field: Field<string>): Field<Value> => ({
  parts: field.parts,
  read: (typed) => {
    const reading = field.read(typed)
    return reading.ok ? { ok: true, value: linesOf(reading.value) } : reading
  },
})
const linesOf = (text: string) =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')

const asBoolean = (field: Field<string>): Field<Value> => ({
  parts: field.parts,
  read: (typed) => {
    const reading = field.read(typed)
    return reading.ok ? { ok: true, value: reading.value === 'yes' } : reading
  },
})

/** The form of a part of this kind. */
export const formOf = (kind: PartKind) =>
  defineForm(Object.fromEntries(askedOf(kind).map((heading) => [heading.code, fieldOf(heading)])))

/** What was typed, as values; what was left empty is not there. */
export function valuesRead(
  kind: PartKind,
  form: FormValues,
): { readonly ok: true; readonly values: Values } | { readonly ok: false; entry: FormEntry } {
  const read: FormReading<Record<string, Field<Value | undefined>>> = formOf(kind).parse(form)
  if (!read.ok) return { ok: false, entry: read.entry }
  const said = Object.entries(read.values).filter(([, value]) => value !== undefined)
  return { ok: true, values: Object.fromEntries(said) as Values }
}

/** A part as its form would have it typed. */
export const typedOf = (kind: PartKind, values: Values): FormEntry =>
  freshEntry(Object.assign({}, ...askedOf(kind).map((one) => typedValue(one, values[one.code]))))

function typedValue({ code, kind }: Heading, value: Value | undefined): FormValues {
  if (value === undefined) return {}
  if (kind === 'day') return typedDay(code, value as Parameters<typeof typedDay>[1])
  if (Array.isArray(value)) return { [code]: value.join('\n') }
  if (typeof value === 'boolean') return { [code]: value ? 'yes' : 'no' }
  if (typeof value === 'object') {
    return Object.fromEntries(
      Object.entries(value).map(([part, text]) => [`${code}-${part}`, text]),
    )
  }
  return { [code]: String(value) }
}
