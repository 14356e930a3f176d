// One decision aid: what there is to decide, and the choices side by side with the same rows.
import { type Day, dayIn, LONDON } from '../../../basics/index.ts'
import {
  ButtonLink,
  Details,
  formatDay,
  formatNumber,
  type Language,
  PageHeading,
  PrintButton,
  SummaryList,
  Table,
  usePage,
  WarningCallout,
} from '../../../web/index.ts'
import type { OpenedAid } from '../../actions/aid/keep-aids.ts'
import type { Aid, AidSource } from '../../domain/aid/aid.ts'
import type { Met } from '../../domain/aid/criteria.ts'
import type { SaidAgain } from '../../domain/decision/again.ts'
import { aidWords } from '../../words/aid-words.ts'
import { Afterwards } from '../decision/afterwards.tsx'
import { Choices } from './choices.tsx'

export type ComparePageProps = {
  readonly opened: OpenedAid
  readonly language: Language
  /** Where what matters is marked; null where it is only shown. */
  readonly mark: string | null
  /** What earlier people said of this version, as the gate let it out; null where nothing was. */
  readonly saidAgain?: SaidAgain | null
  /** Within another page, which has its own first heading. */
  readonly preview?: boolean
}

export function ComparePage(props: ComparePageProps) {
  const { opened, language, mark, preview = false, saidAgain } = props
  const { aid } = opened
  const say = aidWords.in(language)
  const of = formatNumber(aid.of, language)
  return (
    <article lang={aid.language === language ? undefined : aid.language}>
      {preview ? <h2>{aid.title}</h2> : <PageHeading about={say.title}>{aid.title}</PageHeading>}
      <Standing opened={opened} language={language} />
      <div className="cp-reading-width">
        <h2>{say.condition}</h2>
        <Texts texts={aid.condition} />
        <h2>{say.decision}</h2>
        <Texts texts={aid.decision} />
        {aid.forWhom.length > 0 && (
          <Details summary={say.forWhom}>
            <ul>
              {aid.forWhom.map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          </Details>
        )}
        {aid.test !== null && <AboutTest aid={aid} language={language} />}
      </div>
      <h2 id="choices">{say.compare}</h2>
      {aid.numbers.length > 0 && <p className="cp-reading-width">{say.peopleLike(of)}</p>}
      <Choices aid={aid} language={language} />
      {mark !== null && (
        <p>
          <ButtonLink href={mark}>{say.mark}</ButtonLink>
        </p>
      )}
      {saidAgain !== undefined && (
        <Afterwards
          said={saidAgain}
          options={aid.options.map(({ key, name }) => ({ id: key, name }))}
          level={2}
          language={language}
        />
      )}
      <HowSure aid={aid} language={language} />
      <Sources aid={aid} language={language} />
      <AboutAid opened={opened} language={language} />
      <PrintButton />
    </article>
  )
}

const Texts = ({ texts }: { readonly texts: readonly string[] }) =>
  texts.map((text) => <p key={text}>{text}</p>)

/** What a reader must know first: an example, withdrawn, an older version, or past its day. */
export function Standing({ opened, language }: Omit<ComparePageProps, 'mark'>) {
  const { aid, latest, withdrawn } = opened
  const { now } = usePage()
  const say = aidWords.in(language)
  const isStale = aid.updateBy !== null && aid.updateBy < dayIn(LONDON, now)
  const days = (day: string) => formatDay(day as Day, language)
  return (
    <>
      {withdrawn !== null && (
        <WarningCallout heading={say.withdrawn}>
          <p>{say.withdrawnSays(days(dayIn(LONDON, withdrawn.at)), withdrawn.says)}</p>
          <p>{say.withdrawnAsk}</p>
        </WarningCallout>
      )}
      {aid.clinicalReview === null && (
        <WarningCallout heading={say.example}>
          <p>{say.exampleSays}</p>
        </WarningCallout>
      )}
      {aid.version < latest && (
        <p>
          {say.older(aid.version, latest)} <a href={`/aids/${aid.id}`}>{say.readLatest}</a>
        </p>
      )}
      {isStale && <p>{say.stale(days(aid.updateBy ?? ''))}</p>}
    </>
  )
}

type Part = { readonly aid: Aid; readonly language: Language }

function AboutTest({ aid, language }: Part) {
  const say = aidWords.in(language)
  const { test } = aid
  const rows = [
    { name: say.testMeasures, value: test?.measures },
    { name: say.testFound, value: test?.ifFound },
    { name: say.testNotFound, value: test?.ifNotFound },
    { name: say.testNeverHarmful, value: test?.neverHarmful },
  ]
  return (
    <>
      <h2>{say.test}</h2>
      <SummaryList
        rows={rows.map(({ name, value }) => ({ name, value: value ?? say.aboutRows.notSaid }))}
      />
    </>
  )
}

function HowSure({ aid, language }: Part) {
  const say = aidWords.in(language)
  const { name, sure, why, from } = say.sureColumns
  if (aid.numbers.length === 0) return null
  return (
    <>
      <h2>{say.sure}</h2>
      <div className="cp-follows">
        <Table
          caption={say.sureCaption}
          captionHeard
          columns={[{ heading: name }, { heading: sure }, { heading: why }, { heading: from }]}
          rows={aid.numbers.map((number) => ({
            key: number.name,
            cells: [
              number.name,
              say.certainty[number.certainty ?? 'unsaid'],
              number.why ?? '',
              number.sources.map((source, place) => (
                <span key={source}>
                  {place > 0 && ', '}
                  <a href={`#source-${source}`}>{source}</a>
                </span>
              )),
            ],
          }))}
        />
      </div>
    </>
  )
}

function Sources({ aid, language }: Part) {
  const say = aidWords.in(language)
  return (
    <div className="cp-reading-width">
      <h2>{say.sources}</h2>
      {aid.sources.map((source) => (
        <OneSource key={source.key} source={source} language={language} />
      ))}
    </div>
  )
}

/** What a figure comes from, who held it against what, and where it stands there. */
function OneSource(props: { readonly source: AidSource; readonly language: Language }) {
  const { key, text, link, checked, read, where, note } = props.source
  const say = aidWords.in(props.language)
  const day = checked === null ? null : formatDay(checked as Day, props.language)
  return (
    <div id={`source-${key}`} className="cp-source">
      <p>
        <b>{key}</b>: {text}{' '}
        {link !== null && (
          <a href={link} rel="noreferrer">
            {new URL(link).hostname}
          </a>
        )}{' '}
        {day === null ? say.unchecked : say.checked(day)} {note}
      </p>
      {read !== null && where !== null && (
        <Details summary={say.checkedHow(key)}>
          <p>
            <b>{say.read}</b> {read}
          </p>
          <p>
            <b>{say.where}</b> {where}
          </p>
        </Details>
      )}
    </div>
  )
}

function AboutAid({ opened, language }: Omit<ComparePageProps, 'mark'>) {
  const { aid, compiled } = opened
  const { about, aboutRows: rows, version } = aidWords.in(language)
  const day = (one: string | null) =>
    one === null ? rows.notSaid : formatDay(one as Day, language)
  const said = (text: string | null) => text ?? rows.notSaid
  const { qualifying, certifying, quality } = compiled.score
  const of = ({ met, of: all }: Met) => rows.of(met, all)
  return (
    <>
      <h2>{about}</h2>
      <SummaryList
        rows={[
          { name: rows.published, value: version(aid.version, day(aid.published)) },
          { name: rows.update, value: day(aid.updateBy) },
          { name: rows.policy, value: said(aid.updatePolicy) },
          { name: rows.writtenBy, value: said(aid.writtenBy) },
          { name: rows.interests, value: said(aid.interests) },
          { name: rows.funding, value: said(aid.funding) },
          { name: rows.madeWith, value: aid.madeWith ?? rows.notYet },
          { name: rows.review, value: aid.clinicalReview ?? rows.notYet },
          { name: rows.score, value: rows.scored(of(qualifying), of(certifying), of(quality)) },
          {
            name: rows.readingAge,
            value:
              compiled.readingAge === null
                ? rows.notSaid
                : rows.years(formatNumber(Math.round(compiled.readingAge), language)),
          },
        ]}
      />
    </>
  )
}
