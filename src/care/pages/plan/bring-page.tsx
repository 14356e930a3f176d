// Bringing a plan in from elsewhere: the question for the file, and what is in it.
import {
  Button,
  Details,
  ErrorSummary,
  FileInput,
  type FormEntry,
  formatList,
  Inset,
  type Language,
  PageForm,
  PageHeading,
  Stats,
  TextInput,
} from '../../../web/index.ts'
import type { PlanInFile } from '../../actions/plan/bring-plan.ts'
import type { PlanWords } from '../../words/plan-words.ts'
import { Sections } from './face-page.tsx'
import { sectionsOfDocument } from './plan-sections.ts'

export function BringPlanPage(props: {
  readonly entry: FormEntry
  /** Whether a file waits that was sent before. */
  readonly waits: boolean
  readonly say: PlanWords
}) {
  const { entry, waits, say } = props
  const words = say.bring
  return (
    <>
      <ErrorSummary entry={entry} />
      <PageHeading lead={words.lead}>{words.title}</PageHeading>
      {waits && (
        <Inset>
          <a href="/plan/bring/check">{words.waits}</a>
        </Inset>
      )}
      <PageForm action="/plan/bring" files>
        <TextInput name="name" label={words.name} hint={words.nameHint} entry={entry} />
        <FileInput name="files" label={words.file} hint={words.fileHint} entry={entry} />
        <Button>{words.send}</Button>
      </PageForm>
    </>
  )
}

export function CheckPlanPage(props: {
  readonly name: string
  readonly read: PlanInFile
  readonly language: Language
  readonly say: PlanWords
}) {
  const { name, read, language, say } = props
  const { how, document, count, left, beyond } = read
  const words = say.bring
  const out = left.length + (beyond > 0 ? 1 : 0)
  return (
    <>
      <PageHeading lead={how === 'supporting' ? words.asSupporting(name) : words.asParts}>
        {words.checkTitle}
      </PageHeading>
      <Stats
        stats={[
          { number: String(count), says: words.taken },
          { number: String(out), says: words.notTaken },
        ]}
      />
      <LeftOut read={read} language={language} say={say} />
      <h2>{words.whatIsIn}</h2>
      <Sections list={sectionsOfDocument(document, say, language)} level={3} />
      <PageForm action="/plan/bring/check">
        <Button>{words.go}</Button>
      </PageForm>
      <PageForm action="/plan/bring/drop">
        <p className="cp-small">{words.dropHint}</p>
        <Button kind="secondary">{words.drop}</Button>
      </PageForm>
    </>
  )
}

function LeftOut({
  read,
  language,
  say,
}: {
  readonly read: PlanInFile
  readonly language: Language
  readonly say: PlanWords
}) {
  const { left, beside, beyond } = read
  const words = say.bring
  const list = (
    <ul>
      {left.map((one) => (
        <li key={one}>{one}</li>
      ))}
    </ul>
  )
  return (
    <>
      <h2>{words.left}</h2>
      {left.length === 0 && beyond === 0 && <p>{words.leftNone}</p>}
      {beyond > 0 && <p>{words.beyond(beyond)}</p>}
      {left.length > 10 ? (
        <Details summary={words.leftAll}>{list}</Details>
      ) : (
        left.length > 0 && list
      )}
      {left.includes('Advance statement') && <p>{words.leftAdvance}</p>}
      {beside.length > 0 && (
        <p>
          {words.beside(
            formatList(
              beside.map((one) => words.besides[one]),
              language,
            ),
          )}
        </p>
      )}
    </>
  )
}
