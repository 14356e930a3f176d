// The preview of files: what is new, here already, not read, of another version, or said otherwise.
import {
  Button,
  Card,
  Checkboxes,
  Details,
  ErrorSummary,
  type FormEntry,
  formatDay,
  Inset,
  type Language,
  PageForm,
  PageHeading,
  Stats,
  SummaryList,
  WarningCallout,
} from '../../web/index.ts'
import type { Alike } from '../actions/hold-against.ts'
import { type Preview, type PreviewedFile, shownOnly } from '../actions/preview-import.ts'
import { kindWords } from '../actions/record-items.ts'
import { type Kind, kinds } from '../domain/entry-kinds.ts'
import { bringingWords } from '../words/bringing-words.ts'

type Props = { readonly language: Language; readonly entry: FormEntry }

export function PreviewPage(props: Props & { readonly preview: Preview }) {
  const { preview, language, entry } = props
  const { files, id } = preview
  const say = bringingWords.in(language).preview
  const action = `/record/bring/${id}`
  const count = files.reduce((sum, { fresh }) => sum + fresh, 0)
  const asks = files.some((file) => file.fresh > 0 && (isDoubted(file) || file.refused.length > 0))
  return (
    <>
      <ErrorSummary entry={entry} />
      <PageHeading lead={say.lead}>{files.length > 1 ? say.titleMany : say.title}</PageHeading>
      <PageForm action={action}>
        {files.map((file, place) => (
          <OneFile key={file.batch} {...props} file={file} place={place} />
        ))}
        {count > 0 && <Button>{asks && files.length > 1 ? say.goSome : say.go(count)}</Button>}
      </PageForm>
      <PageForm action={`${action}/drop`}>
        <p className="cp-small">{say.dropHint}</p>
        <Button kind="secondary">{say.drop}</Button>
      </PageForm>
    </>
  )
}

const isDoubted = ({ about }: PreviewedFile) => (about?.doubts.length ?? 0) > 0

function OneFile(props: Props & { readonly file: PreviewedFile; readonly place: number }) {
  const { file, language, entry, place } = props
  const { fresh, already, refused, again } = file
  const say = bringingWords.in(language).preview
  return (
    <section aria-label={file.file}>
      <h2>{file.file}</h2>
      <Stats
        stats={[
          { number: String(fresh), says: say.fresh },
          { number: String(already), says: say.already },
          { number: String(refused.length), says: say.notRead },
        ]}
      />
      <Whose {...props} />
      {fresh === 0 && already > 0 && <Inset>{say.nothingNew}</Inset>}
      {fresh > 0 && <Kinds {...props} />}
      {again > 0 && <p>{say.again(again)}</p>}
      <Versions {...props} />
      <AlikeList {...props} />
      <Unread {...props} />
      {fresh > 0 && refused.length > 0 && (
        <Checkboxes
          name={`rest-${place}`}
          label={say.rest}
          hint={say.restHint}
          entry={entry}
          choices={[{ value: 'yes', text: say.restTick(fresh) }]}
        />
      )}
      {fresh > 0 && isDoubted(file) && (
        <>
          <Doubt {...props} />
          <Checkboxes
            name={`mine-${place}`}
            label={say.mine}
            hint={say.mineHint}
            entry={entry}
            choices={[{ value: 'yes', text: say.mineTick }]}
          />
        </>
      )}
    </section>
  )
}

type FileProps = Parameters<typeof OneFile>[0]

function Whose({ file, language }: FileProps) {
  const say = bringingWords.in(language).preview
  if (file.about === null) return null
  const who = (one: { names: readonly string[]; birthDate: string | null } | null) => {
    const name = one?.names[0] ?? say.namesNobody
    const born = one?.birthDate ?? null
    return born === null ? name : say.born(name, formatDay(born as never, language))
  }
  return (
    <SummaryList
      rows={[
        { name: say.record, value: who(file.about.record) },
        { name: say.fileNames, value: who(file.about.file) },
      ]}
    />
  )
}

function Doubt({ file, language }: FileProps) {
  const say = bringingWords.in(language).preview
  const doubts = file.about?.doubts ?? []
  return (
    <WarningCallout heading={say.doubt}>
      <ul>
        {doubts.includes('name') && <li>{say.doubtName}</li>}
        {doubts.includes('birth-date') && <li>{say.doubtBorn}</li>}
      </ul>
      <p>{say.doubtLead}</p>
    </WarningCallout>
  )
}

function Kinds({ file, language }: FileProps) {
  const say = bringingWords.in(language).preview
  const rows = kinds.flatMap((kind) => {
    const count = file.kinds[kind] ?? 0
    return count === 0 ? [] : [{ name: kindWords[kind], value: String(count) }]
  })
  return (
    <>
      <h3>{say.kindsOf(file.file)}</h3>
      <SummaryList rows={rows} />
    </>
  )
}

function Versions({ file, language }: FileProps) {
  const say = bringingWords.in(language).preview
  const { versions } = file
  if (versions.length === 0) return null
  return (
    <>
      <h3>{say.versions}</h3>
      <p>{say.versionsLead}</p>
      <ul>
        {shownOnly(versions).map((one) => (
          <li key={one.here}>
            {kindWords[one.kind as Kind]}: {one.title}. {one.newer ? say.newer : say.older}.{' '}
            <a href={`/record/entry/${one.here}`}>
              {say.seeHere}
              <span className="nhsuk-u-visually-hidden">: {one.title}</span>
            </a>
          </li>
        ))}
      </ul>
      <More count={versions.length - shownOnly(versions).length} language={language} />
    </>
  )
}

function AlikeList({ file, language }: FileProps) {
  const say = bringingWords.in(language).preview
  const { alike } = file
  if (alike.length === 0) return null
  const differing = alike.toSorted(
    (one, other) => other.differences.length - one.differences.length,
  )
  return (
    <>
      <h3>{say.alike}</h3>
      <p>{say.alikeLead}</p>
      {shownOnly(differing).map((one) => (
        <OneAlike key={`${one.here} ${one.mine}`} one={one} language={language} />
      ))}
      <More count={alike.length - shownOnly(alike).length} language={language} />
    </>
  )
}

function OneAlike({ one, language }: { readonly one: Alike; readonly language: Language }) {
  const say = bringingWords.in(language).preview
  const { title, day, here, differences, author, source } = one
  return (
    <Card
      heading={`${title}, ${formatDay(day, language)}`}
      href={`/record/entry/${here}`}
      level={4}
    >
      <p>{differences.length === 0 ? say.agrees : say.differs}</p>
      {differences.length > 0 && (
        <ul>
          {differences.map((difference) => (
            <li key={`${difference.what} ${difference.name}`}>
              {say.differ(
                difference.name ?? say.parts[difference.what],
                difference.one ?? say.nothingSaid,
                difference.other ?? say.nothingSaid,
              )}
            </li>
          ))}
        </ul>
      )}
      <p className="cp-small">{say.from(author, source)}</p>
    </Card>
  )
}

function Unread({ file, language }: FileProps) {
  const say = bringingWords.in(language).preview
  const { refused, fresh, already } = file
  if (refused.length === 0) return null
  const list = (
    <ul>
      {shownOnly(refused).map(({ entry, refusal }) => (
        <li key={`${entry} ${refusal.code} ${refusal.says}`}>
          <b>{entry ?? say.wholeFile}</b>: {refusal.says} {refusal.next}
        </li>
      ))}
    </ul>
  )
  return (
    <>
      <h3>{say.unread}</h3>
      {fresh + already === 0 && <p>{say.unreadAll}</p>}
      {refused.length > 5 ? (
        <Details summary={`${say.unread}: ${refused.length}`}>{list}</Details>
      ) : (
        list
      )}
      <More count={refused.length - shownOnly(refused).length} language={language} />
    </>
  )
}

function More({ count, language }: { readonly count: number; readonly language: Language }) {
  if (count <= 0) return null
  return <p>{bringingWords.in(language).preview.more(count)}</p>
}
