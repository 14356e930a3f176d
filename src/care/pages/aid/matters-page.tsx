// What matters to somebody, marked; and on the next page what follows from it for every choice.
import {
  Button,
  Checkboxes,
  ErrorSummary,
  type FormEntry,
  type Language,
  PageForm,
  PageHeading,
  PrintButton,
  Radios,
  Table,
  Textarea,
  typedAt,
} from '../../../web/index.ts'
import type { Aid } from '../../domain/aid/aid.ts'
import { follow } from '../../domain/aid/weigh.ts'
import { aidWords } from '../../words/aid-words.ts'
import type { Marked } from './matters-form.ts'

export function MattersPage(props: {
  readonly aid: Aid
  readonly language: Language
  readonly entry: FormEntry
}) {
  const { aid, language, entry } = props
  const say = aidWords.in(language)
  const weights = (['none', 'some', 'much'] as const).map((value) => ({
    value,
    text: say.weights[value],
  }))
  const options = aid.options.map(({ key, name }) => ({ value: key, text: name }))
  return (
    <>
      <ErrorSummary entry={entry} />
      <PageHeading about={aid.title} lead={say.markLead}>
        {say.markTitle}
      </PageHeading>
      <p>{say.notKept}</p>
      <PageForm action={`/aids/${aid.id}/matters`}>
        <input type="hidden" name="version" value={aid.version} />
        {aid.values.map(({ key, name }) => (
          <Radios key={key} name={key} label={name} entry={entry} choices={weights} inline />
        ))}
        <Textarea name="own" label={say.own} hint={say.ownHint} entry={entry} rows={3} />
        {aid.questions.length > 0 && (
          <Checkboxes
            name="asks"
            label={say.questions}
            hint={say.questionsHint}
            entry={entry}
            choices={aid.questions.map((text, place) => ({ value: String(place), text }))}
          />
        )}
        <Textarea name="ownAsks" label={say.ownQuestions} entry={entry} rows={3} />
        <Radios
          name="lean"
          label={say.lean}
          entry={entry}
          choices={[...options, { value: 'none', text: say.notSure }]}
        />
        <Button>{say.see}</Button>
      </PageForm>
    </>
  )
}

export type FollowPageProps = {
  readonly aid: Aid
  readonly language: Language
  readonly marked: Marked
  readonly entry: FormEntry
  /** Whether somebody is signed in who can keep it. */
  readonly mayKeep: boolean
}

export function FollowPage({ aid, language, marked, entry, mayKeep }: FollowPageProps) {
  const say = aidWords.in(language)
  return (
    <>
      <PageHeading about={aid.title} lead={say.followsLead}>
        {say.follows}
      </PageHeading>
      <Follows aid={aid} language={language} marked={marked} />
      {marked.own !== '' && (
        <>
          <h2>{say.yourOwn}</h2>
          <p className="cp-as-written">{marked.own}</p>
        </>
      )}
      {marked.questions.length > 0 && (
        <>
          <h2>{say.yourQuestions}</h2>
          <ul>
            {marked.questions.map((question) => (
              <li key={question}>{question}</li>
            ))}
          </ul>
        </>
      )}
      {marked.lean !== null && (
        <p>
          {say.leaning}: <b>{aid.options.find(({ key }) => key === marked.lean)?.name}</b>
        </p>
      )}
      {mayKeep ? (
        <PageForm action={`/aids/${aid.id}/keep`}>
          <Carried entry={entry} />
          <p>{say.keepSays}</p>
          <Button>{say.keep}</Button>
        </PageForm>
      ) : (
        <p>{say.signIn}</p>
      )}
      <PageForm action={`/aids/${aid.id}/matters/again`}>
        <Carried entry={entry} />
        <Button kind="secondary">{say.back}</Button>
      </PageForm>
      <PrintButton />
    </>
  )
}

/** What was typed goes on with the form; nothing of it is kept here. */
function Carried({ entry }: { readonly entry: FormEntry }) {
  return Object.keys(entry.typed).flatMap((name) =>
    typedAt(entry.typed, name).map((value) => (
      <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
    )),
  )
}

const marks = { fits: '✓', partly: '~', 'does not fit': '✕' } as const

/** A row for each thing that matters, a column for each choice. */
export function Follows(props: {
  readonly aid: Aid
  readonly language: Language
  readonly marked: Pick<Marked, 'marks'>
}) {
  const { aid, language, marked } = props
  const say = aidWords.in(language)
  const followed = follow(aid, marked.marks)
  if (followed.length === 0) return <p>{say.nothingMarked}</p>
  return (
    <div className="cp-follows">
      <Table
        caption={say.followsCaption}
        captionHeard
        columns={[{ heading: say.matters }, ...aid.options.map(({ name }) => ({ heading: name }))]}
        rows={followed.map(({ name, weight, follows }) => ({
          key: name,
          cells: [
            <span key="name">
              {name}
              <span className="cp-small cp-weight">{say[weight]}</span>
            </span>,
            ...follows.map(({ option, fit, says }) => (
              <span key={option} className={`cp-fit cp-fit-${fit.replaceAll(' ', '-')}`}>
                <b>
                  <span aria-hidden="true">{marks[fit]} </span>
                  {say.fits[fit]}.
                </b>{' '}
                {says}
              </span>
            )),
          ],
        }))}
      />
    </div>
  )
}
