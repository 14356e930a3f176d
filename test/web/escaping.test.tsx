// Whatever people write is shown as they wrote it, and never becomes part of the page.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
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
import { openSite, pageAt } from './site.ts'

/** Every component with the text everywhere a text can go. */
function Everything({ text }: { readonly text: string }) {
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

/** The elements and attributes of a page, without its words. */
const skeleton = (html: string) =>
  html
    .replace(/>[^<]*</g, '><')
    .replace(/"[^"]*"/g, '""')
    .replace(/ checked=""/g, '')

describe('A text that people write', () => {
  it('leaves the elements and attributes of the page as they are, whatever it is', async (t) => {
    let text = ''
    const route = pageAt('/', {
      handle: async () => ({ kind: 'page', title: text, main: <Everything text={text} /> }),
    })
    const free = { burst: 1e6, perSecond: 1e6 }
    const { app } = await openSite([route], { paces: { pagesByAddress: free } })
    t.after(() => app.close())
    const show = async (shown: string) => {
      text = shown
      return (await app.inject('/')).body
    }
    const plain = skeleton(await show('plain'))
    const pieces = fc.array(
      fc.oneof(
        fc.constantFrom(
          '<',
          '>',
          '"',
          "'",
          '&',
          '</script>',
          '<!--',
          '-->',
          ']]>',
          '<img onerror=x>',
        ),
        fc.constantFrom(
          '</textarea>',
          '</title>',
          '&lt;',
          '\u2028',
          '\\',
          '`',
          '${',
          '{{',
          'javascript:',
        ),
        fc.string(),
      ),
      { minLength: 1, maxLength: 8 },
    )
    await fc.assert(
      fc.asyncProperty(pieces, async (parts) => {
        assert.equal(skeleton(await show(`a${parts.join('')}b`)), plain)
      }),
      { numRuns: 150 },
    )
  })
})
