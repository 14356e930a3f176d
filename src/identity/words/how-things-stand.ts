// How things stand for somebody, in one line: the first thing their home page says.
import { formatCount, type Language } from '../../web/index.ts'

/** How many things wait for a person, and how many promises made to them are late. */
export type Stand = { readonly waiting: number; readonly late: number }

/** `Two things wait for you. One promise made to you is late.` */
export function howThingsStand({ waiting, late }: Stand, language: Language): string {
  const waits = waiting === 0 ? nothing[language] : counted(waiting, things[language], language)
  if (late === 0) return waits
  return `${waits} ${counted(late, promises[language], language)}`
}

const nothing = { en: 'Nothing waits for you.', cy: 'Does dim yn aros amdanoch.' } as const

const things = {
  en: { one: '{n} thing waits for you.', other: '{n} things wait for you.' },
  cy: {
    one: 'Mae {n} peth yn aros amdanoch.',
    two: 'Mae {n} beth yn aros amdanoch.',
    few: 'Mae {n} pheth yn aros amdanoch.',
    many: 'Mae {n} pheth yn aros amdanoch.',
    other: 'Mae {n} peth yn aros amdanoch.',
  },
} as const

const promises = {
  en: {
    one: '{n} promise made to you is late.',
    other: '{n} promises made to you are late.',
  },
  cy: { other: 'Mae {n} addewid i chi yn hwyr.' },
} as const

const small = ['', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine']

/** A small number that begins a line in English is a word: a line does not begin with a figure. */
function counted(
  number: number,
  forms: Parameters<typeof formatCount>[1],
  language: Language,
): string {
  const says = formatCount(number, forms, language)
  const word = language === 'en' ? small[number] : undefined
  return word === undefined ? says : says.replace(String(number), word)
}
