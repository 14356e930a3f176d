// One way to go on from a correction request: one form, whose words are read before they are sent.
import { HowItReads, PlainWords } from '../../messages/index.ts'
import {
  Button,
  type Choice,
  ErrorSummary,
  type FormEntry,
  Inset,
  PageForm,
  PageHeading,
  Radios,
  Select,
  TextInput,
} from '../../web/index.ts'
import { ownDetailsWords } from '../words/own-details-words.ts'
import { type Door, doorWords, Request, type ToAnswerProps } from './worklist-page.tsx'

export type AnswerProps = ToAnswerProps & {
  readonly door: Door
  readonly entry: FormEntry
  /** Whether the entry was written for the organisation that answers. */
  readonly author: boolean
  /** To whom it can be handed. */
  readonly others: readonly Choice[]
}

export function AnswerPage(props: AnswerProps) {
  const { door, entry, say, at, name } = props
  return (
    <>
      <ErrorSummary entry={entry} />
      <PageHeading about={say.work.asks(name)}>{doorWords(door, props).says}</PageHeading>
      <HowItReads name="says" entry={entry} />
      <Request {...props} />
      <PageForm action={`${at}/${door}`}>
        {door === 'correct' && props.seen.details === null && <Right {...props} />}
        {door === 'hand-on' && (
          <Select
            name="to"
            label={say.work.toLabel}
            entry={entry}
            choices={[{ value: '', text: say.ask.choose }, ...props.others]}
          />
        )}
        <PlainWords {...textOf(props)} name="says" entry={entry} rows={6} />
        <Button>{say.work.send}</Button>
      </PageForm>
    </>
  )
}

function textOf(props: AnswerProps): { readonly label: string; readonly hint?: string } {
  const { door, say, seen, language } = props
  const words = say.work
  if (door === 'correct' && seen.details !== null) {
    const { work } = ownDetailsWords.in(language)
    return { label: work.how, hint: work.howHint }
  }
  switch (door) {
    case 'correct':
      return { label: words.reason }
    case 'note':
      return { label: words.noteLabel }
    case 'decline':
      return { label: words.declineLabel, hint: words.declineHint }
    case 'question':
      return { label: words.questionLabel }
    case 'hand-on':
      return { label: words.whyNotOurs }
  }
}

function Right({ say, entry, author }: AnswerProps) {
  const words = say.work
  return (
    <>
      {!author && <Inset>{words.notAuthor}</Inset>}
      <Radios
        name="how"
        label={words.how}
        entry={entry}
        choices={[
          { value: 'instead', text: words.instead },
          { value: 'nothing', text: words.nothing },
        ]}
      />
      <TextInput name="title" label={words.newTitle} hint={words.newTitleHint} entry={entry} />
      <TextInput name="more" label={words.newSays} entry={entry} />
    </>
  )
}
