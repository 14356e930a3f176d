// Giving a grant: the form, and the page that shows what they will see before it is given.
import {
  Button,
  Checkboxes,
  DateInput,
  ErrorSummary,
  type FormEntry,
  type FormValues,
  PageForm,
  PageHeading,
  Radios,
  Select,
} from '../../web/index.ts'
import { PAGE, type Preview } from '../actions/see-shared.ts'
import type { Grant } from '../domain/grant.ts'
import type { ShareWords } from '../words/share-words.ts'
import { type GiveChoices, type OneItem, spanChoices } from './give-choices.ts'
import { GrantRows, type GrantRowsProps } from './grant-rows.tsx'
import { OnlyThis } from './keep-page.tsx'
import { SharedItems, type SharedViewProps } from './shared-view.tsx'

export function GivePage(props: {
  readonly entry: FormEntry
  readonly choices: GiveChoices
  readonly item: OneItem | null
  readonly say: ShareWords
}) {
  const { entry, choices, item, say } = props
  const words = say.give
  return (
    <>
      <ErrorSummary entry={entry} />
      <PageHeading lead={words.lead}>{words.title}</PageHeading>
      <PageForm action="/share/new">
        <Select
          name="to"
          label={words.to}
          hint={words.toHint}
          entry={entry}
          choices={[{ value: '', text: words.choose }, ...choices.to]}
        />
        <Select
          name="role"
          label={words.role}
          entry={entry}
          choices={[{ value: '', text: words.everybody }, ...choices.roles]}
        />
        {item === null ? (
          <>
            <Checkboxes name="kinds" label={words.kinds} entry={entry} choices={choices.kinds} />
            {choices.labels.length > 0 && (
              <Checkboxes
                name="include"
                label={words.include}
                hint={words.includeHint}
                entry={entry}
                choices={choices.labels.map(({ value, text }) => ({
                  value,
                  text: words.includeOne(text),
                }))}
              />
            )}
            <DateInput name="first" label={words.first} entry={entry} />
            <DateInput name="last" label={words.last} entry={entry} />
          </>
        ) : (
          <OnlyThis item={item} says={words.onlyThis} />
        )}
        <Radios name="purpose" label={words.purpose} entry={entry} choices={choices.purposes} />
        <Checkboxes
          name="copies"
          label={words.copies}
          entry={entry}
          choices={[
            { value: 'print', text: words.mayPrint },
            { value: 'export', text: words.mayExport },
            { value: 'add', text: words.mayAdd, hint: words.mayAddHint },
            { value: 'share', text: words.mayPassOn, hint: words.mayPassOnHint },
          ]}
        />
        <Radios name="until" label={words.until} entry={entry} choices={spanChoices(words)} />
        <Button>{words.next}</Button>
      </PageForm>
    </>
  )
}

export function CheckPage(
  props: SharedViewProps &
    Pick<GrantRowsProps, 'language'> & {
      readonly shared: Preview
      readonly grant: Grant
      readonly recipient: string
      /** What was typed, sent along to be read again. */
      readonly typed: FormValues
      readonly item: OneItem | null
    },
) {
  const { shared, grant, recipient, typed, say } = props
  const words = say.give
  return (
    <>
      <PageHeading about={recipient} lead={words.checkLead(recipient)}>
        {words.check}
      </PageHeading>
      <GrantRows grant={grant} sources={props.sources} say={say} language={props.language} />
      <p>
        {words.willSee(shared.sections.reduce((sum, { count }) => sum + count, 0))}{' '}
        {shared.pages > 1 && words.newest(PAGE)}
      </p>
      <p>
        <b>{words.withheld(shared.withheld)}</b> {words.withheldLead}
      </p>
      <SharedItems {...props} />
      <PageForm action="/share/give">
        <Carried typed={typed} item={props.item} />
        <Button>{words.send}</Button>
      </PageForm>
      <PageForm action="/share/new">
        <Carried typed={typed} item={props.item} />
        <Button kind="secondary" name="change" value="yes">
          {words.change}
        </Button>
      </PageForm>
    </>
  )
}

export function Carried({
  typed,
  item,
}: {
  readonly typed: FormValues
  readonly item: OneItem | null
}) {
  const all = item === null ? typed : { ...typed, item: item.id }
  return Object.entries(all).flatMap(([name, value]) =>
    (typeof value === 'string' ? [value] : value).map((one) => (
      <input key={`${name} ${one}`} type="hidden" name={name} value={one} />
    )),
  )
}
