// What anyone sees of forms: the list, a form word for word, and its twin on paper.
import {
  Card,
  formatDay,
  formatNumber,
  type Language,
  PageHeading,
  PrintButton,
  SummaryList,
  Tag,
} from '../../web/index.ts'
import { digestOf } from '../actions/fill-in.ts'
import { type Form, type Item, inLanguage } from '../domain/form.ts'
import { words } from '../words/form-words.ts'

export function FormList(props: { readonly list: readonly Form[]; readonly language: Language }) {
  const { list, language } = props
  const say = words.in(language)
  return (
    <>
      <PageHeading lead={say.lead}>{say.title}</PageHeading>
      {list.map((form) => (
        <Card
          key={form.code}
          heading={inLanguage(form.title, language)}
          href={`/forms/${form.code}`}
          level={2}
        >
          <p className="cp-small">{inUse(form, language)}</p>
        </Card>
      ))}
    </>
  )
}

function inUse({ from, until }: Form, language: Language): string {
  const say = words.in(language)
  const begins = formatDay(from, language)
  return until === null ? say.since(begins) : say.between(begins, formatDay(until, language))
}

/** Every wording of one form, the newest first. */
export function FormPage(props: {
  readonly versions: readonly Form[]
  readonly language: Language
}) {
  const { versions, language } = props
  const say = words.in(language)
  const [newest] = versions
  if (newest === undefined) return null
  return (
    <>
      <PageHeading>{inLanguage(newest.title, language)}</PageHeading>
      <p>
        <a href={`/forms/${newest.code}/paper`}>{say.paper}</a>
      </p>
      {versions.map((form) => (
        <section key={form.version}>
          <h2>
            {say.version(form.version)}{' '}
            {form.until !== null && <Tag colour="grey">{say.ended}</Tag>}
          </h2>
          <p className="cp-small">{inUse(form, language)}</p>
          <p>{filled(inLanguage(form.preface, language), say.theService)} …</p>
          {form.items.map((item) => (
            <Wording key={item.id} item={item} language={language} />
          ))}
          <About form={form} language={language} />
        </section>
      ))}
    </>
  )
}

const filled = (preface: string, about: string): string => preface.replace('{about}', about)

function Wording({ item, language }: { readonly item: Item; readonly language: Language }) {
  const say = words.in(language)
  return (
    <>
      <h3>{inLanguage(item.says, language)}</h3>
      {item.when !== undefined && <p className="cp-small">{say.onlyIf}</p>}
      {'choices' in item && (
        <ul>
          {item.choices.map(({ value, says }) => (
            <li key={value}>{inLanguage(says, language)}</li>
          ))}
        </ul>
      )}
      {item.kind === 'text' && <p>{say.free}</p>}
      {item.kind === 'number' && <p>{range(item, language)}</p>}
      {!item.required && <p className="cp-small">{say.optional}</p>}
    </>
  )
}

const range = (item: Extract<Item, { kind: 'number' }>, language: Language): string =>
  words.in(language).number(formatNumber(item.least, language), formatNumber(item.most, language))

function About({ form, language }: { readonly form: Form; readonly language: Language }) {
  const say = words.in(language)
  const { licence, source, confirmed, modes } = form
  return (
    <SummaryList
      rows={[
        { name: say.modes, value: modes.map(({ says }) => says).join('. ') },
        { name: say.licence, value: `${licence.name}. ${licence.holder}` },
        { name: say.source, value: confirmed === null ? `${source}. ${say.notRead}` : source },
        { name: say.digest, value: <code className="cp-command">{digestOf(form)}</code> },
      ]}
    />
  )
}

/** To be filled in by hand: the same words, with boxes to tick and lines to write on. */
export function PaperForm({
  form,
  language,
}: {
  readonly form: Form
  readonly language: Language
}) {
  const say = words.in(language)
  return (
    <>
      <PageHeading lead={say.paperLead}>{inLanguage(form.title, language)}</PageHeading>
      <PrintButton />
      <PaperLine label={say.about} />
      <PaperLine label={say.day} />
      <p>
        <b>{filled(inLanguage(form.preface, language), say.theService)} …</b>
      </p>
      {form.items.map((item) => (
        <section key={item.id} className="cp-paper-question">
          <h2>{inLanguage(item.says, language)}</h2>
          {item.hint !== undefined && <p>{inLanguage(item.hint, language)}</p>}
          {'choices' in item && (
            <>
              <p className="cp-small">{item.kind === 'one' ? say.tickOne : say.tickAny}</p>
              <ul className="cp-paper-choices">
                {item.choices.map(({ value, says }) => (
                  <li key={value}>{inLanguage(says, language)}</li>
                ))}
              </ul>
            </>
          )}
          {item.kind === 'number' && <p className="cp-small">{range(item, language)}</p>}
          {!('choices' in item) && <PaperLines count={item.kind === 'text' ? 5 : 1} />}
        </section>
      ))}
      <PaperLine label={say.helped} />
      <p className="cp-small">{say.paperEnd(form.code, form.version)}</p>
    </>
  )
}

const PaperLine = ({ label }: { readonly label: string }) => (
  <section className="cp-paper-question">
    <p>{label}</p>
    <PaperLines count={1} />
  </section>
)

const PaperLines = ({ count }: { readonly count: number }) => (
  <div aria-hidden="true">
    {Array.from({ length: count }, (_, line) => `line ${line}`).map((line) => (
      <div key={line} className="cp-paper-line" />
    ))}
  </div>
)
