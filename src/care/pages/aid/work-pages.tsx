// What editors of decision aids see: the aids there are, a check with what to mend, a preview.
import {
  Button,
  ErrorSummary,
  FileInput,
  type FormEntry,
  type Language,
  PageForm,
  PageHeading,
  SummaryList,
  Table,
  Tag,
  Textarea,
} from '../../../web/index.ts'
import type { Compiled } from '../../domain/aid/compile.ts'
import type { Finding, Met } from '../../domain/aid/criteria.ts'
import type { ListedAid } from '../../store/aid-rows.ts'
import { aidWords, aidWorkWords } from '../../words/aid-words.ts'
import { ComparePage } from './compare-page.tsx'

export function WorkPage(props: {
  readonly aids: readonly ListedAid[]
  readonly entry: FormEntry
  readonly language: Language
}) {
  const { aids, entry, language } = props
  const say = aidWorkWords.in(language)
  const { withdrawnTag } = aidWords.in(language)
  return (
    <>
      <ErrorSummary entry={entry} />
      <PageHeading lead={say.lead}>{say.title}</PageHeading>
      <p>{say.howTo}</p>
      <PageForm action="/aid-work/check" files>
        <Textarea name="source" label={say.source} hint={say.sourceHint} entry={entry} rows={14} />
        <FileInput name="file" label={say.file} entry={entry} accept=".aid,text/plain" />
        <Button>{say.check}</Button>
      </PageForm>
      <h2>{say.there}</h2>
      <SummaryList
        rows={aids.map(({ aid, title, version, withdrawnAt }) => ({
          name: title,
          value: (
            <>
              {say.version(version)}. <a href={`/aids/${aid}`}>{say.read}</a>{' '}
              {withdrawnAt === null ? (
                <a href={`/aid-work/${aid}/withdraw`}>
                  {say.withdraw}
                  <span className="nhsuk-u-visually-hidden">: {title}</span>
                </a>
              ) : (
                <Tag colour="orange">{withdrawnTag}</Tag>
              )}
            </>
          ),
        }))}
      />
    </>
  )
}

export function CheckedPage(props: {
  readonly compiled: Compiled
  readonly source: string
  readonly language: Language
  readonly entry: FormEntry
}) {
  const { compiled, source, language, entry } = props
  const say = aidWorkWords.in(language)
  const { aid, findings, title, score } = compiled
  const { of } = aidWords.in(language).aboutRows
  const met = ({ met: some, of: all }: Met) => of(some, all)
  const scored = aidWords.in(language).aboutRows.scored
  return (
    <>
      <ErrorSummary entry={entry} />
      <PageHeading about={title}>{aid === null ? say.refused : say.builds}</PageHeading>
      <p>
        <b>{say.score}.</b>{' '}
        {scored(met(score.qualifying), met(score.certifying), met(score.quality))}
      </p>
      <h2>{say.findings}</h2>
      {findings.length === 0 ? (
        <p>{say.nothing}</p>
      ) : (
        <Findings findings={findings} language={language} />
      )}
      {aid !== null && (
        <PageForm action="/aid-work/publish">
          <input type="hidden" name="source" value={source} />
          <Button>{say.publish}</Button>
        </PageForm>
      )}
      <PageForm action="/aid-work/check" files>
        <Textarea
          name="source"
          label={say.source}
          hint={say.sourceHint}
          entry={{ typed: { source }, errors: entry.errors }}
          rows={14}
        />
        <Button kind="secondary">{say.check}</Button>
      </PageForm>
      {aid !== null && (
        <section aria-label={say.preview}>
          <h2>{say.preview}</h2>
          <ComparePage
            opened={{ aid, compiled, latest: aid.version, withdrawn: null }}
            language={language}
            mark={null}
            preview
          />
        </section>
      )}
    </>
  )
}

function Findings(props: { readonly findings: readonly Finding[]; readonly language: Language }) {
  const { findings, language } = props
  const say = aidWorkWords.in(language)
  const { line, kind, says, mend } = say.columns
  return (
    <div className="cp-follows">
      <Table
        caption={say.findings}
        captionHeard
        columns={[{ heading: line }, { heading: kind }, { heading: says }, { heading: mend }]}
        rows={findings.map((one, place) => ({
          key: `${one.line} ${one.code} ${place}`,
          cells: [one.line, say.kinds[one.kind], one.says, one.mend],
        }))}
      />
    </div>
  )
}

export function WithdrawPage(props: {
  readonly aid: string
  readonly title: string
  readonly entry: FormEntry
  readonly language: Language
}) {
  const { aid, title, entry, language } = props
  const say = aidWorkWords.in(language)
  return (
    <>
      <ErrorSummary entry={entry} />
      <PageHeading>{say.withdrawTitle(title)}</PageHeading>
      <PageForm action={`/aid-work/${aid}/withdraw`}>
        <Textarea
          name="says"
          label={say.withdrawSays}
          hint={say.withdrawHint}
          entry={entry}
          rows={4}
        />
        <Button kind="warning">{say.withdraw}</Button>
      </PageForm>
    </>
  )
}
