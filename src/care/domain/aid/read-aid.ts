// An aid read out of its source: the parts that are there, their lines, and what cannot be read.
import { type Aid, type AidOption, type AidSource, type AidValue, fits } from './aid.ts'
import { readNumber } from './read-number.ts'
import {
  type AidReader,
  dayFieldOf,
  formFault,
  keyFieldOf,
  knownFields,
  knownParts,
  partOf,
  textFieldOf,
  textsOf,
} from './reader.ts'
import type { Section, Source } from './source.ts'

/** What was read. Where something is missing the draft has an empty text or list in its place. */
export type Draft = { readonly aid: Aid; readonly reader: AidReader }

const headFields = [
  'id',
  'version',
  'language',
  'kind',
  'of',
  'published',
  'update by',
  'update policy',
  'funding',
  'written by',
  'interests',
  'made with',
  'clinical review',
  'no waiting because',
]

const sectionNames = [
  'condition',
  'decision',
  'who this is for',
  'option',
  'number',
  'matters',
  'questions',
  'source',
  'test',
]

export function readAid(source: Source): Draft {
  const { whole } = source
  const reader: AidReader = { findings: [], lines: new Map() }
  for (const fault of source.faults) sayFault(reader, fault)
  knownFields(reader, whole, headFields)
  knownParts(reader, whole, sectionNames)
  const all = (name: string) => whole.parts.filter((part) => part.name === name)
  const texts = (name: string) => all(name).flatMap((part) => textsOf(reader, part, name))
  const options = all('option').map((part) => readOption(reader, part))
  sayTwice(reader, 'option', options)
  const keys = options.map((one) => one.key)
  const sources = all('source').map((part) => readSourceOf(reader, part))
  sayTwice(reader, 'source', sources)
  const head = readHead(reader, whole)
  const about = { options: keys, sources: sources.map((one) => one.key), of: head.of }
  const aid: Aid = {
    ...head,
    condition: texts('condition'),
    decision: texts('decision'),
    forWhom: texts('who this is for'),
    options,
    numbers: all('number').map((part) => readNumber(reader, part, about)),
    values: all('matters').map((part, at) => readValue(reader, part, at, keys)),
    questions: texts('questions'),
    sources,
    test: all('test').map((part) => readTest(reader, part))[0] ?? null,
  }
  return { aid, reader }
}

function sayFault(reader: AidReader, fault: Source['faults'][number]): void {
  const { line, what, name } = fault
  if (what === 'field-twice') {
    formFault(reader, what, line, `“${name}” stands here twice.`, 'Keep one of the two lines.')
    return
  }
  const mend = 'Use ## for a section and ### for a part of it.'
  formFault(reader, 'too-deep', line, `The heading “${name}” is too deep.`, mend)
}

function sayTwice(reader: AidReader, what: string, things: readonly { key: string }[]): void {
  const seen = new Set<string>()
  for (const { key } of things) {
    if (key !== '' && seen.has(key)) {
      const line = reader.lines.get(`${what} ${key}`) ?? 1
      const says = `Two sections “${what}” have the key ${key}.`
      formFault(reader, 'key-twice', line, says, 'Give each a key of its own.')
    }
    seen.add(key)
  }
}

type Head = Omit<
  Aid,
  | 'condition'
  | 'decision'
  | 'forWhom'
  | 'options'
  | 'numbers'
  | 'values'
  | 'questions'
  | 'sources'
  | 'test'
>

function readHead(reader: AidReader, whole: Section): Head {
  const text = (name: string) => textFieldOf(reader, whole, name)
  const oneOf = <Choice extends string>(name: string, choices: readonly Choice[]): Choice => {
    const said = text(name)
    const found = choices.find((one) => one === said)
    if (found === undefined) {
      const says = said === null ? `“${name}” is missing.` : `“${name}” cannot be ${said}.`
      const mend = `Write “${name}: ${choices.join('” or “')}”.`
      formFault(reader, `${name}-not-known`, reader.lines.get(name) ?? whole.line, says, mend)
    }
    return found ?? (choices[0] as Choice)
  }
  if (whole.name === '') {
    const mend = 'Begin the file with a line like “# A sore throat: what could help?”.'
    formFault(reader, 'title-missing', 1, 'The aid has no title.', mend)
  }
  const review = text('clinical review')
  return {
    id: keyFieldOf(reader, whole, 'id'),
    version: versionOf(reader, whole),
    title: whole.name,
    language: oneOf('language', ['en', 'cy']),
    kind: oneOf('kind', ['treatment', 'screening', 'test']),
    of: oneOf('of', ['100', '1000']) === '1000' ? 1_000 : 100,
    published: dayFieldOf(reader, whole, 'published'),
    updateBy: dayFieldOf(reader, whole, 'update by'),
    updatePolicy: text('update policy'),
    funding: text('funding'),
    writtenBy: text('written by'),
    interests: text('interests'),
    madeWith: notYet(text('made with')),
    clinicalReview: notYet(review),
    noWaiting: text('no waiting because'),
  }
}

const notYet = (said: string | null): string | null =>
  said === null || /^(?:not yet|nobody yet|none)\b/i.test(said) ? null : said

function versionOf(reader: AidReader, whole: Section): number {
  const said = textFieldOf(reader, whole, 'version')
  if (said !== null && /^[1-9]\d{0,3}$/.test(said)) return Number(said)
  const says = said === null ? 'The version is missing.' : `The version cannot be ${said}.`
  const mend = 'Write “version: 1”, and one more for each change after it was published.'
  formFault(reader, 'version', reader.lines.get('version') ?? whole.line, says, mend)
  return 1
}

const optionParts = ['what it is', 'good', 'bad', 'what it is like']

function readOption(reader: AidReader, section: Section): AidOption {
  knownFields(reader, section, ['key', 'waiting'])
  knownParts(reader, section, optionParts)
  const key = keyFieldOf(reader, section, 'key')
  reader.lines.set(`option ${key}`, section.line)
  if (section.of === null || section.of === '') {
    const mend = 'Write its name after the colon, like “## Option: Wait and see”.'
    formFault(reader, 'option-name', section.line, 'This option has no name.', mend)
  }
  const part = (name: string) => {
    const found = partOf(section, name)
    return found === null ? [] : textsOf(reader, found, `option ${key} ${name}`)
  }
  const like = partOf(section, 'what it is like')
  if (like !== null) {
    knownFields(reader, like, ['body', 'mind', 'life'])
    reader.lines.set(`option ${key} what it is like`, like.line)
  }
  const side = (name: string) => (like === null ? null : textFieldOf(reader, like, name)) ?? ''
  return {
    key,
    name: section.of ?? '',
    isWaiting: section.fields.get('waiting')?.text === 'yes',
    what: part('what it is'),
    good: part('good'),
    bad: part('bad'),
    like: { body: side('body'), mind: side('mind'), life: side('life') },
  }
}

function readValue(
  reader: AidReader,
  section: Section,
  at: number,
  options: readonly string[],
): AidValue {
  knownFields(reader, section, options, 'option-not-known')
  reader.lines.set(`value ${at}`, section.line)
  const follows = options.flatMap((option) => {
    const written = section.fields.get(option)
    const fit = fits.find((one) => written?.text.toLowerCase().startsWith(one))
    if (written === undefined || fit === undefined) {
      const says = `It does not say what follows for “${option}”.`
      const mend = `Write “${option}: fits. Why”, or “partly. Why”, or “does not fit. Why”.`
      formFault(reader, 'follows', written?.line ?? section.line, says, mend)
      return []
    }
    const says = written.text.slice(fit.length).replace(/^[.:,–-]?\s*/, '')
    return [{ option, fit, says: says === '' ? '–' : says }]
  })
  return { key: `matters-${at + 1}`, name: section.of ?? '', follows }
}

function readSourceOf(reader: AidReader, section: Section): AidSource {
  knownFields(reader, section, ['text', 'link', 'checked', 'read', 'where', 'note'])
  const key = section.of ?? ''
  reader.lines.set(`source ${key}`, section.line)
  if (!/^[a-z0-9][a-z0-9-]{0,49}$/.test(key)) {
    const mend = 'Write a short key after the colon, like “## Source: cochrane-2021”.'
    formFault(reader, 'source-key', section.line, 'This source has no key.', mend)
  }
  const text = textFieldOf(reader, section, 'text')
  if (text === null) {
    const mend = 'Write “text: ” with who wrote it, the title, where and when.'
    formFault(
      reader,
      'source-text',
      section.line,
      `The source ${key} does not say what it is.`,
      mend,
    )
  }
  const link = textFieldOf(reader, section, 'link')
  const isLink = link === null || (link.startsWith('https://') && URL.canParse(link))
  if (!isLink) {
    const mend = 'Write the whole address, beginning with https://.'
    formFault(
      reader,
      'source-link',
      section.fields.get('link')?.line ?? 1,
      'The link is none.',
      mend,
    )
  }
  const checked = textFieldOf(reader, section, 'checked')
  return {
    key,
    text: text ?? '',
    link: isLink ? link : null,
    checked: notYet(checked) === null ? null : dayFieldOf(reader, section, 'checked'),
    read: textFieldOf(reader, section, 'read'),
    where: textFieldOf(reader, section, 'where'),
    note: textFieldOf(reader, section, 'note'),
  }
}

function readTest(reader: AidReader, section: Section): NonNullable<Aid['test']> {
  knownFields(reader, section, ['measures', 'if found', 'if not found', 'never harmful'])
  reader.lines.set('test', section.line)
  const text = (name: string) => textFieldOf(reader, section, name)
  return {
    measures: text('measures'),
    ifFound: text('if found'),
    ifNotFound: text('if not found'),
    neverHarmful: text('never harmful'),
  }
}
