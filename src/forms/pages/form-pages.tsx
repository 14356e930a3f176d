// What anyone sees of forms: the list, a form word for word, and its twin on paper.
import {
  Card,
  formatDay,
  formatNumber,
  type Language,
  PageHeading,
  PrintButton,
  SummaryList,
  Table,
  Tag,
  UrgentHelp,
} from '../../web/index.ts'
import { digestOf } from '../actions/fill-in.ts'
import {
  type Answer,
  type Answers,
  type Form,
  type Item,
  inLanguage,
  isAsked,
} from '../domain/form.ts'
import { instruments } from '../domain/instruments.ts'
import { safetyQuestion } from '../domain/scored.ts'
import { scorings } from '../domain/scoring.ts'
import { words } from '../words/form-words.ts'
import { keepFormsEnglish } from '../words/keep-forms-en.ts'

/** A form that came as a file, for the list: its name alone until its words may be shown. */
export type ListedLoaded = {
  readonly code: string
  readonly title: string
  readonly version: number
  readonly mayShow: boolean
}

export function FormList(props: {
  readonly list: readonly Form[]
  readonly loaded: readonly ListedLoaded[]
  readonly mayBring: boolean
  readonly language: Language
}) {
  const { list, loaded, mayBring, language } = props
  const say = words.in(language)
  const keep = keepFormsEnglish.list
  return (
    <>
      <PageHeading lead={say.lead}>{say.title}</PageHeading>
      {mayBring && (
        <p>
          <a href="/forms/bring">{keep.bring}</a>
        </p>
      )}
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
      {loaded.map(({ code, title, version, mayShow }) => (
        <Card key={code} heading={title} href={`/forms/${code}`} level={2}>
          <p className="cp-small">{mayShow ? keep.came(version) : keep.needs}</p>
        </Card>
      ))}
      <h2>{keep.known}</h2>
      <p>{keep.knownLead}</p>
      <Table
        caption={keep.known}
        captionHeard
        columns={[{ heading: keep.name }, { heading: keep.holder }]}
        rows={instruments.map(({ code, name, holder }) => ({ key: code, cells: [name, holder] }))}
      />
      <p>{keep.instead}</p>
    </>
  )
}

/** A form whose words nobody may see today: its name, and why. */
export function UnlicensedPage(props: {
  readonly title: string
  readonly code: string
  readonly mayKeep: boolean
}) {
  const { title, code, mayKeep } = props
  const say = keepFormsEnglish.licence
  return (
    <>
      <PageHeading>{title}</PageHeading>
      <p>
        <Tag colour="yellow">{say.waits}</Tag>
      </p>
      <p>{say.nobody}</p>
      {mayKeep && <LicenceLink code={code} />}
    </>
  )
}

export const LicenceLink = ({ code }: { readonly code: string }) => (
  <p>
    <a href={`/forms/${code}/licence`}>{keepFormsEnglish.licence.link}</a>
  </p>
)

function inUse({ from, until }: Form, language: Language): string {
  const say = words.in(language)
  const begins = formatDay(from, language)
  return until === null ? say.since(begins) : say.between(begins, formatDay(until, language))
}

/** Every wording of one form, the newest first. */
export function FormPage(props: {
  readonly versions: readonly Form[]
  readonly language: Language
  /** Whether whoever looks records its licences; only for a form that came as a file. */
  readonly mayKeep?: boolean
}) {
  const { versions, language, mayKeep = false } = props
  const say = words.in(language)
  const [newest] = versions
  if (newest === undefined) return null
  return (
    <>
      <PageHeading>{inLanguage(newest.title, language)}</PageHeading>
      <p>
        <a href={`/forms/${newest.code}/paper`}>{say.paper}</a>
        <br />
        <a href={`/forms/${newest.code}/questionnaire`}>{say.asFile}</a>
      </p>
      {mayKeep && <LicenceLink code={newest.code} />}
      {versions.map((form) => (
        <section key={form.version}>
          <h2>
            {say.version(form.version)}{' '}
            {form.until !== null && <Tag colour="grey">{say.ended}</Tag>}
          </h2>
          <p className="cp-small">{inUse(form, language)}</p>
          <p>{prefaceOf(form, language)}</p>
          <Wordings form={form} language={language} />
          <About form={form} language={language} />
        </section>
      ))}
    </>
  )
}

/** What stands above the questions; with an ellipsis where the questions end its sentence. */
function prefaceOf({ preface }: Form, language: Language): string {
  const said = inLanguage(preface, language)
  if (!said.includes('{about}')) return said
  return `${said.replace('{about}', words.in(language).theService)} …`
}

/** Every question of a form, word for word. */
export const Wordings = ({ form, language }: FormProps) =>
  form.items.map((item) => <Wording key={item.id} item={item} language={language} />)

type FormProps = { readonly form: Form; readonly language: Language }

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
      {item.kind === 'day' && <p>{say.aDay}</p>}
      {item.kind === 'worked' && <p>{say.worked}</p>}
      {item.kind === 'number' && <p>{range(item, language)}</p>}
      {!item.required && isAsked(item) && <p className="cp-small">{say.optional}</p>}
    </>
  )
}

const range = (item: Extract<Item, { kind: 'number' }>, language: Language): string =>
  words.in(language).number(formatNumber(item.least, language), formatNumber(item.most, language))

function About({ form, language }: FormProps) {
  const say = words.in(language)
  const { licence, source, confirmed, modes } = form
  return (
    <SummaryList
      rows={[
        { name: say.modes, value: modes.map(({ says }) => says).join('. ') },
        {
          name: say.licence,
          value: [licence.name, licence.holder].filter((one) => one !== '').join('. '),
        },
        { name: say.source, value: confirmed === null ? `${source}. ${say.notRead}` : source },
        ...(form.scoring === undefined
          ? []
          : [{ name: say.scored, value: scorings[form.scoring.by].source }]),
        { name: say.digest, value: <code>{digestOf(form)}</code> },
      ]}
    />
  )
}

/** What is worked out has no place on paper. */
const isWritten = ({ kind }: Item): boolean => kind !== 'worked'

const isTicked = (answer: Answer | undefined, value: string): boolean =>
  Array.isArray(answer) ? answer.includes(value) : answer !== undefined && String(answer) === value

/**
 * To be filled in by hand: the same words, with boxes to tick and lines to write on. What was
 * answered on a screen before stands where it was answered.
 */
export function PaperForm({
  form,
  language,
  answers = {},
}: {
  readonly form: Form
  readonly language: Language
  readonly answers?: Answers
}) {
  const say = words.in(language)
  return (
    <>
      <PageHeading lead={say.paperLead}>{inLanguage(form.title, language)}</PageHeading>
      <PrintButton />
      {safetyQuestion(form) !== null && <UrgentHelp />}
      {form.preface.en.includes('{about}') && <PaperLine label={say.about} />}
      <PaperLine label={say.day} />
      <p>
        <b>{prefaceOf(form, language)}</b>
      </p>
      {form.items.filter(isWritten).map((item) => (
        <section key={item.id} className="cp-paper-question">
          <h2>{inLanguage(item.says, language)}</h2>
          {item.when !== undefined && <p className="cp-small">{say.onlyIf}</p>}
          {item.hint !== undefined && <p>{inLanguage(item.hint, language)}</p>}
          {'choices' in item && (
            <>
              <p className="cp-small">{item.kind === 'one' ? say.tickOne : say.tickAny}</p>
              <ul className="cp-paper-choices">
                {item.choices.map(({ value, says }) => (
                  <li key={value}>
                    {inLanguage(says, language)}
                    {isTicked(answers[item.id], value) && <b> {say.tickedHere}</b>}
                  </li>
                ))}
              </ul>
            </>
          )}
          {item.kind === 'day' && <p className="cp-small">{say.dayParts}</p>}
          {item.kind === 'number' && <p className="cp-small">{range(item, language)}</p>}
          {!('choices' in item) && answers[item.id] !== undefined && (
            <p>
              <b>{say.writtenHere(String(answers[item.id]))}</b>
            </p>
          )}
          {isAsked(item) && !('choices' in item) && (
            <PaperLines count={item.kind === 'text' ? 5 : 1} />
          )}
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
