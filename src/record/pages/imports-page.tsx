// What was brought in: every import, one of them, and taking it back as a whole.
import {
  Button,
  ButtonLink,
  Card,
  EmptyState,
  ErrorSummary,
  type FormEntry,
  formatDayOf,
  Inset,
  type Language,
  Moment,
  NotificationBanner,
  PageForm,
  PageHeading,
  Radios,
  SummaryList,
  Tag,
  Textarea,
} from '../../web/index.ts'
import { kindWords } from '../actions/record-items.ts'
import type { SeenImport } from '../actions/take-back.ts'
import type { Kind } from '../domain/entry-kinds.ts'
import { takeBackReasons } from '../domain/import.ts'
import type { ListedImport } from '../store/imports.ts'
import { bringingWords } from '../words/bringing-words.ts'

export function ImportsPage(props: {
  readonly imports: readonly ListedImport[]
  readonly justDone: boolean
  readonly language: Language
}) {
  const { imports, justDone, language } = props
  const { imports: say, bring } = bringingWords.in(language)
  return (
    <>
      {justDone && <Done language={language} />}
      <PageHeading lead={say.lead}>{say.title}</PageHeading>
      {imports.length === 0 && (
        <EmptyState says={say.none}>
          <p>{say.noneNext}</p>
        </EmptyState>
      )}
      {imports.map((one) => (
        <Card
          key={one.id}
          heading={one.file}
          href={`/record/imports/${one.id}`}
          {...(one.takenBackAt === null
            ? {}
            : { state: <Tag colour="yellow">{say.takenBack}</Tag> })}
        >
          <p>
            {say.count(one.fresh)}. {one.shownAs}, {formatDayOf(one.at, language)}.
          </p>
        </Card>
      ))}
      <ButtonLink href="/record/bring">{bring.title}</ButtonLink>
    </>
  )
}

const Done = ({ language }: { readonly language: Language }) => {
  const say = bringingWords.in(language).imports
  return (
    <NotificationBanner success>
      <p className="nhsuk-notification-banner__heading">{say.done}</p>
      <p>{say.doneNext}</p>
    </NotificationBanner>
  )
}

type ImportProps = {
  readonly seen: SeenImport
  readonly entry: FormEntry
  readonly justDone: boolean
  readonly language: Language
}

export function ImportPage(props: ImportProps) {
  const { seen, entry, justDone, language } = props
  const { imports: say } = bringingWords.in(language)
  const { made, takenBack, kinds, count, some, standing } = seen
  return (
    <>
      <ErrorSummary entry={entry} />
      {justDone && takenBack === null && <Done language={language} />}
      <PageHeading about={say.one}>{made.file}</PageHeading>
      {takenBack !== null && (
        <Inset>
          <p>{say.takenBackOn(formatDayOf(takenBack.at, language), takenBack.shownAs)}.</p>
          {standing > 0 && <p>{say.unfinished(standing)}</p>}
          <p>{say.again}</p>
          <p>{say.wrongPerson}</p>
        </Inset>
      )}
      <SummaryList
        rows={[
          { name: say.when, value: <Moment at={made.at} /> },
          { name: say.who, value: made.shownAs },
          { name: say.brought, value: say.count(count) },
          ...kinds.map(({ kind, count: many }) => ({
            name: kindWords[kind as Kind],
            value: say.count(many),
          })),
          { name: say.already, value: say.count(made.already) },
          { name: say.leftOut, value: say.count(made.leftOut) },
          { name: say.state, value: takenBack === null ? say.stands : say.takenBack },
          ...(takenBack === null ? [] : [{ name: say.why, value: whyOf(takenBack) }]),
        ]}
      />
      {made.doubted && <p>{say.doubted}</p>}
      {some.length > 0 && <h2>{say.some}</h2>}
      <ul>
        {some.map(({ id, title, kind }) => (
          <li key={id}>
            {kindWords[kind as Kind]}: <a href={`/record/entry/${id}`}>{title}</a>
          </li>
        ))}
      </ul>
      <p>
        <a href="/record/timeline">{say.timeline}</a>
      </p>
      {(takenBack === null || standing > 0) && <TakeBack {...props} />}
    </>
  )
}

const whyOf = ({ why, says }: NonNullable<SeenImport['takenBack']>): string =>
  [takeBackReasons.find(({ code }) => code === why)?.says ?? '', says]
    .filter((part) => part !== '')
    .join('. ')

function TakeBack({ seen, entry, language }: ImportProps) {
  const say = bringingWords.in(language).imports
  return (
    <>
      <h2>{say.takeBack}</h2>
      <p>{say.takeBackLead}</p>
      <PageForm action={`/record/imports/${seen.id}/take-back`}>
        <Radios
          name="why"
          label={say.whyAsk}
          entry={entry}
          choices={takeBackReasons.map(({ code, says }) => ({ value: code, text: says }))}
        />
        <Textarea name="says" label={say.words} entry={entry} rows={3} />
        <Button kind="secondary">{say.button}</Button>
      </PageForm>
    </>
  )
}
