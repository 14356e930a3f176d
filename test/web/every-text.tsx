// One view with every component, and the same text everywhere a text can go.
import {
  Card,
  Checkboxes,
  Confirmation,
  Details,
  EmptyState,
  ErrorSummary,
  PageHeading,
  PromiseState,
  Radios,
  Stats,
  SummaryList,
  Table,
  Tag,
  TaskList,
  Textarea,
  TextInput,
  Thread,
  UrgentHelp,
} from '../../src/web/index.ts'

/** Every component with the text everywhere a text can go. */
export function EveryText({ text }: { readonly text: string }) {
  const entry = {
    typed: { name: text, story: text, how: text },
    errors: { name: { says: text, at: 'name', whole: true } },
  }
  const choices = [{ value: text, text, hint: text }]
  return (
    <>
      <ErrorSummary entry={entry} />
      <PageHeading about={text} lead={text}>
        {text}
      </PageHeading>
      <Card heading={text} state={<PromiseState standing="kept" says={text} />}>
        {text}
      </Card>
      <TextInput name="name" label={text} hint={text} entry={entry} />
      <Textarea name="story" label={text} entry={entry} />
      <Radios name="how" label={text} entry={entry} choices={choices} />
      <Checkboxes name="which" label={text} entry={entry} choices={choices} />
      <SummaryList rows={[{ name: text, value: text, change: '/change' }]} />
      <Table caption={text} columns={[{ heading: text }]} rows={[{ key: 'row', cells: [text] }]} />
      <TaskList items={[{ id: 'task', text, hint: text, href: '/task', status: text }]} />
      <Thread steps={[{ heading: text, by: text, quote: text }]} />
      <Stats stats={[{ number: text, says: text }]} />
      <Tag>{text}</Tag>
      <Details summary={text}>{text}</Details>
      <EmptyState says={text} />
      <Confirmation heading={text} reference={text}>
        {text}
      </Confirmation>
      <UrgentHelp />
    </>
  )
}
