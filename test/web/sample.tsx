// Sample pages that show every component once, for the browser test and the picture of the shell.
import { type Day, type Instant, ok } from '../../src/basics/index.ts'
import {
  Button,
  ButtonLink,
  Card,
  CardGrid,
  Checkboxes,
  Confirmation,
  choiceField,
  choicesField,
  DateInput,
  DayText,
  Details,
  dayField,
  defineForm,
  EmptyState,
  ErrorSummary,
  type FormEntry,
  freshEntry,
  Inset,
  journeyRoutes,
  Moment,
  NotificationBanner,
  PageForm,
  PageHeading,
  Pagination,
  PrintButton,
  PromiseState,
  Radios,
  type Route,
  Select,
  Stats,
  SummaryList,
  Table,
  Tag,
  TaskList,
  Textarea,
  TextInput,
  Thread,
  TwoColumns,
  textField,
  typedAt,
  UrgentHelp,
  WarningCallout,
} from '../../src/web/index.ts'
import { EveryText } from './every-text.tsx'
import { Trends } from './sample-trends.tsx'
import { draftsInMemory } from './site.ts'

const say = defineForm({
  name: textField({ missing: 'Enter your name', longest: 100, tooLong: 'Use fewer letters' }),
  story: textField({ missing: 'Enter what happened', longest: 2000, tooLong: 'Use fewer words' }),
  born: dayField({ name: 'Date of birth', missing: 'Enter your date of birth' }),
  how: choiceField(['letter', 'email'], 'Select how you would like to hear from us'),
  needs: choicesField(['large', 'read'], 'Select what would help you'),
  place: choiceField(['oak', 'elm'], 'Select where it happened'),
})

function Questions({ entry }: { readonly entry: FormEntry }) {
  return (
    <>
      <ErrorSummary entry={entry} />
      <PageHeading lead="Your story is read by a person before it is shown.">
        Tell us what happened
      </PageHeading>
      <UrgentHelp />
      <PageForm action="/questions">
        <TextInput name="name" label="Your name" hint="As you like to be called" entry={entry} />
        <Textarea name="story" label="What happened" entry={entry} />
        <DateInput
          name="born"
          label="Your date of birth"
          hint="For example, 15 3 1984"
          entry={entry}
          birthday
        />
        <Radios
          name="how"
          label="How would you like to hear from us?"
          entry={entry}
          choices={[
            { value: 'letter', text: 'By letter', hint: 'It takes 3 to 5 days' },
            { value: 'email', text: 'By email' },
          ]}
        />
        <Checkboxes
          name="needs"
          label="What would help you?"
          entry={entry}
          choices={[
            { value: 'large', text: 'Large print' },
            { value: 'read', text: 'Somebody reads it to me' },
          ]}
        />
        <Select
          name="place"
          label="Where did it happen?"
          entry={entry}
          choices={[
            { value: '', text: 'Select a place' },
            { value: 'oak', text: 'Oak Lane Surgery' },
            { value: 'elm', text: 'Elm Street Hospital' },
          ]}
        />
        <Button>Continue</Button>
      </PageForm>
    </>
  )
}

function Home() {
  return (
    <>
      <PageHeading lead="Two things wait for you. One promise made to you is due this week.">
        Good morning, Asha
      </PageHeading>
      <TwoColumns
        side={
          <>
            <Card heading="Who looked at your record" soft>
              <p>
                <b>Sian Rees</b>, diabetes nurse, Oak Lane Surgery
              </p>
              <p className="cp-small">
                <Moment at={'2026-11-22T14:10:00.000Z' as Instant} />, for your review
              </p>
              <p>
                <a href="/looks">See everyone, and why they could</a>
              </p>
            </Card>
            <Card heading="Near you this week">
              <p>
                Walk and talk, <DayText day={'2026-11-28' as Day} />, Mill Park.
              </p>
            </Card>
          </>
        }
      >
        <h2>Waiting for you</h2>
        <Card heading="Say if the change at Oak Lane Surgery helped" href="/confirm" level={3}>
          <p>You asked for a quiet place to wait. They say it opened on 3 November.</p>
          <p className="cp-small">Only you can confirm it.</p>
        </Card>
        <h2>Promised to you</h2>
        <Card
          heading="Answer about the wrong date in your record"
          href="/answer"
          level={3}
          state={<PromiseState standing="waiting" says="Due Friday 27 November" />}
        >
          <p className="cp-small">Oak Lane Surgery has one month from 27 October.</p>
        </Card>
        <Card
          heading="Reply to your complaint about the cancelled scan"
          href="/reply"
          level={3}
          state={<PromiseState standing="overdue" says="2 working days late" />}
        />
        <Card
          heading="A named nurse for your visits"
          href="/nurse"
          level={3}
          state={<PromiseState standing="disputed" says="They say done. You said not yet" />}
        />
        <Card
          heading="Letters in large print"
          href="/letters"
          level={3}
          state={<PromiseState standing="kept" says="Kept. You confirmed it" />}
        />
      </TwoColumns>
    </>
  )
}

function Story() {
  return (
    <>
      <PageHeading about="Oak Lane Surgery · Waiting and appointments">
        “I sat in the noise and left before I was called”
      </PageHeading>
      <Stats
        stats={[
          { number: '3 days', says: 'to the first answer' },
          { number: '41 days', says: 'from story to change' },
          { number: '14 of 17', says: 'promises here were confirmed by those who asked' },
        ]}
      />
      <h2>What became of it</h2>
      <Thread
        steps={[
          {
            heading: 'Said',
            when: <DayText day={'2026-09-23' as Day} />,
            by: 'by a person registered here',
            quote: 'The waiting room is loud and bright. I cannot stay in it. I went home.',
          },
          {
            heading: 'Answered',
            when: <DayText day={'2026-09-26' as Day} />,
            by: 'Dilys Morgan, practice manager',
            quote: 'Thank you. You should not have had to leave.',
          },
          {
            heading: 'Promised',
            when: <DayText day={'2026-10-01' as Day} />,
            state: <PromiseState standing="overdue" says="8 days late" />,
            standing: 'broken',
            quote: 'We will turn the small office into a quiet room by 15 November.',
          },
          {
            heading: 'Confirmed by those who asked',
            state: <PromiseState standing="waiting" says="Waiting for the person who asked" />,
            standing: 'waiting',
          },
        ]}
      />
      <PrintButton />
    </>
  )
}

function Parts() {
  return (
    <>
      <NotificationBanner success>
        <p>Your change is saved.</p>
      </NotificationBanner>
      <Confirmation heading="We have your complaint" reference="OAK-2031">
        <h2>What happens next</h2>
        <p>Dilys Morgan reads it and writes to you by Thursday 26 November.</p>
      </Confirmation>
      <SummaryList
        rows={[
          { name: 'Your name', value: 'Asha Patel', change: '/change-name' },
          { name: 'How we write to you', value: 'By letter, in large print' },
        ]}
      />
      <Table
        caption="Promises by place"
        columns={[
          { heading: 'Place' },
          { heading: 'Made', numeric: true },
          { heading: 'Confirmed', numeric: true },
        ]}
        rows={[
          { key: 'oak', cells: ['Oak Lane Surgery', 17, 14] },
          { key: 'elm', cells: ['Elm Street Hospital', 9, 3] },
        ]}
      />
      <Pagination page={2} of={7} href={(page) => `/parts?page=${page}`} />
      <h2>
        Your plan <Tag colour="yellow">Draft</Tag>
      </h2>
      <TaskList
        items={[
          { id: 'matters', text: 'What matters to you', href: '/matters', status: 'Done' },
          {
            id: 'goals',
            text: 'Your goals',
            href: '/goals',
            hint: 'Three at most',
            status: <Tag colour="blue">Not started</Tag>,
          },
        ]}
      />
      <Details summary="How this number is made">
        <p>We count promises that were confirmed by the people who asked.</p>
      </Details>
      <Inset>
        <p>This may not be everything.</p>
      </Inset>
      <WarningCallout heading="Before you send it">
        <p>What you write here is shown to everybody.</p>
      </WarningCallout>
      <EmptyState says="No messages yet">
        <p>When somebody writes to you, it stands here.</p>
      </EmptyState>
      <CardGrid>
        <Card heading="My record" href="/record" level={3}>
          <p>What is known about your health.</p>
        </Card>
        <Card heading="My plan" href="/plan" level={3}>
          <p>What you and your team do.</p>
        </Card>
        <Card heading="Have a say" href="/say" level={3}>
          <p>Tell services what to change.</p>
        </Card>
      </CardGrid>
      <ButtonLink href="/start">Start now</ButtonLink>
    </>
  )
}

const wish = defineForm({
  wish: textField({ missing: 'Enter what you wish', longest: 500, tooLong: 'Use fewer words' }),
})
const reply = defineForm({ reply: choiceField(['letter', 'email'], 'Select how we answer') })

const journey = journeyRoutes({
  at: '/wish',
  name: 'wish',
  access: 'anyone',
  says: 'Makes a wish',
  from: '/',
  here: '/say',
  drafts: draftsInMemory(),
  beforeSending: () => <UrgentHelp />,
  send: async () => ok({ to: '/parts' }),
  questions: [
    {
      at: 'what',
      title: 'What would make it better?',
      form: wish,
      view: (entry) => (
        <Textarea
          name="wish"
          label="What would make it better?"
          hint="One thing is enough"
          asHeading
          entry={entry}
        />
      ),
      answer: (typed) => typedAt(typed, 'wish')[0] ?? null,
    },
    {
      at: 'answer',
      title: 'How should we answer you?',
      form: reply,
      view: (entry) => (
        <Radios
          name="reply"
          label="How should we answer you?"
          asHeading
          entry={entry}
          choices={[
            { value: 'letter', text: 'By letter' },
            { value: 'email', text: 'By email' },
          ]}
        />
      ),
      answer: (typed) => (typedAt(typed, 'reply')[0] === 'letter' ? 'By letter' : 'By email'),
    },
  ],
})

const get = (path: string, title: string, main: Route['handle']): Route => ({
  method: 'GET',
  path,
  access: 'anyone',
  says: title,
  handle: main,
})

export const sampleRoutes: readonly Route[] = [
  ...journey,
  get('/', 'Home', async () => ({ kind: 'page', title: 'Home', main: <Home />, here: '/' })),
  get('/story', 'A story', async () => ({
    kind: 'page',
    title: 'A story',
    main: <Story />,
    here: '/say',
    back: { href: '/' },
  })),
  get('/long', 'A long word', async () => ({
    kind: 'page',
    title: 'A long word',
    main: <EveryText text="Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch" />,
  })),
  get('/trends', 'Trends', async () => ({ kind: 'page', title: 'Trends', main: <Trends /> })),
  get('/parts', 'Parts', async () => ({ kind: 'page', title: 'Parts', main: <Parts /> })),
  get('/questions', 'Questions', async () => ({
    kind: 'page',
    title: 'Tell us what happened',
    main: <Questions entry={freshEntry()} />,
    back: { href: '/' },
  })),
  {
    method: 'POST',
    path: '/questions',
    access: 'anyone',
    says: 'Takes the questions',
    handle: async ({ form }) => {
      const reading = say.parse(form)
      if (reading.ok) return { kind: 'redirect', to: '/parts' }
      const main = <Questions entry={reading.entry} />
      return { kind: 'page', status: 422, title: 'Tell us what happened', main }
    },
  },
]

export const sampleNavigation = [
  { href: '/', text: 'Home' },
  { href: '/record', text: 'My record' },
  { href: '/plan', text: 'My plan' },
  { href: '/people', text: 'My people' },
  { href: '/say', text: 'Have a say' },
]
