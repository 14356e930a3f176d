// Was this right kept for me? A few plain answers, the rule beside them, and a letter to send.
import type { ReactNode } from 'react'
import { dayIn, LONDON } from '../../basics/index.ts'
import {
  Button,
  choiceField,
  DateInput,
  dayField,
  defineForm,
  ErrorSummary,
  type FormEntry,
  formatDay,
  formatDueDay,
  freshEntry,
  optional,
  PageForm,
  PageHeading,
  type PageReply,
  type PageRequest,
  Radios,
  type Route,
} from '../../web/index.ts'
import {
  type Checked,
  type CheckedAsk,
  type CheckedDay,
  checkDays,
  rightChecks,
} from '../domain/right/check-right.ts'
import { isChoice } from '../domain/right/every-right.ts'
import type { Right } from '../domain/rights.ts'
import { rightsWords } from '../words/words.ts'
import { Letter, Start, withRight } from './right-parts.tsx'

const say = rightsWords.in('en')
const here = '/have-a-say'

export const rightCheckRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/rights/:right/check',
    access: 'anyone',
    says: 'Was this right kept for me? What is asked',
    handle: (request) =>
      withRight(request, async (right) =>
        pageOf(right, <Ask right={right} entry={freshEntry()} />),
      ),
  },
  {
    method: 'POST',
    path: '/rights/:right/check',
    access: 'anyone',
    says: 'What was answered about a right, held against the rule; nothing of it is kept',
    handle: (request) => withRight(request, async (right) => check(right, request)),
  },
]

const pageOf = (right: Right, main: ReactNode, wrong = false): PageReply => ({
  kind: 'page',
  title: say.checkHeading,
  main,
  ...(wrong ? { status: 422 } : {}),
  here,
  back: { href: `/rights/${right.id}` },
})

const daysForm = (what: CheckedDay) =>
  defineForm({
    began: dayField({ name: say.days[what].beganName, missing: say.days[what].enterBegan }),
    done: optional(dayField({ name: say.days[what].doneName, missing: '' })),
  })
const askForm = defineForm({ kept: choiceField(['yes', 'no', 'unsure'], say.selectKept) })

function Ask({ right, entry }: { readonly right: Right; readonly entry: FormEntry }) {
  const asked = rightChecks[right.id]
  if (asked === undefined) return <Unchecked right={right} />
  return (
    <>
      <ErrorSummary entry={entry} />
      <PageHeading about={right.says} lead={say.checkLead}>
        {say.checkHeading}
      </PageHeading>
      <PageForm action={`/rights/${right.id}/check`}>
        {asked.by === 'days' ? (
          <>
            <DateInput name="began" label={say.days[asked.what].began} entry={entry} />
            <DateInput
              name="done"
              label={say.days[asked.what].done}
              hint={say.notYet}
              entry={entry}
            />
          </>
        ) : (
          <Radios
            name="kept"
            label={say.asks[asked.what]}
            entry={entry}
            choices={[
              { value: 'yes', text: say.yes },
              { value: 'no', text: say.no },
              { value: 'unsure', text: say.unsure },
            ]}
          />
        )}
        <Button>{say.checkButton}</Button>
      </PageForm>
    </>
  )
}

const Unchecked = ({ right }: { readonly right: Right }) => (
  <>
    <PageHeading about={right.says}>{say.checkHeading}</PageHeading>
    <p>{say.uncheckable}</p>
    <Start right={right} />
  </>
)

function check(right: Right, request: PageRequest): PageReply {
  const asked = rightChecks[right.id]
  if (asked === undefined) return pageOf(right, <Unchecked right={right} />)
  if (asked.by === 'asking') {
    const read = askForm.parse(request.form)
    if (!read.ok) return pageOf(right, <Ask right={right} entry={read.entry} />, true)
    const { kept } = read.values
    return pageOf(right, <Asked right={right} what={asked.what} kept={kept} />)
  }
  const today = dayIn(LONDON, request.now)
  const read = daysForm(asked.what).parse(request.form)
  if (!read.ok) return pageOf(right, <Ask right={right} entry={read.entry} />, true)
  const { began, done = null } = read.values
  const future = [
    ['began', began],
    ['done', done],
  ].find(([, day]) => day !== null && day !== undefined && day > today)
  const before = done !== null && done < began
  if (future !== undefined || before) {
    const at = future?.[0] ?? 'done'
    const says = future === undefined ? say.doneBefore : say.inFuture
    const errors = { [at]: { says, at: `${at}-day`, whole: true } }
    return pageOf(right, <Ask right={right} entry={{ typed: request.form, errors }} />, true)
  }
  const found = checkDays(asked.what, began, done, today)
  if (!found.ok) return { kind: 'refused', refusal: found.refusal }
  const { value } = found
  const letter = { began: formatDay(began, 'en'), done: done && formatDay(done, 'en') }
  return pageOf(right, <Days right={right} what={asked.what} checked={value} letter={letter} />)
}

type DaysProps = {
  readonly right: Right
  readonly what: CheckedDay
  readonly checked: Checked
  readonly letter: { readonly began: string; readonly done: string | null }
}

/** The rule, the day it gives, and what the person says: no verdict. */
function Days({ right, what, checked, letter }: DaysProps) {
  const due = formatDueDay(checked.due, 'en')
  const words = say.days[what]
  const { daysAfter, done } = checked
  const says =
    daysAfter === null
      ? say.stillTime(due)
      : daysAfter === 0
        ? say.inTime(due)
        : done
          ? say.after(due, daysAfter)
          : say.passed(due, daysAfter)
  return (
    <>
      <PageHeading about={right.says} lead={says}>
        {say.checkHeading}
      </PageHeading>
      <p>
        {say.ruleSays} {checked.rule.says}. <span className="cp-small">{checked.rule.source}</span>
      </p>
      <p>{say.notBreached}</p>
      <WhoToAsk right={right} />
      {daysAfter !== null && daysAfter > 0 && (
        <LetterToSend
          right={right}
          lines={[
            words.letter(letter.began),
            say.letterRule(checked.rule.says, due),
            letter.done === null ? say.letterNothing : words.letterDone(letter.done),
            say.letterAsk,
          ]}
        />
      )}
      <Start right={right} />
    </>
  )
}

type AskedProps = {
  readonly right: Right
  readonly what: CheckedAsk
  readonly kept: 'yes' | 'no' | 'unsure'
}

function Asked({ right, what, kept }: AskedProps) {
  return (
    <>
      <PageHeading about={right.says} lead={say.asked[kept]}>
        {say.checkHeading}
      </PageHeading>
      <p>{say.notBreached}</p>
      <WhoToAsk right={right} />
      {kept !== 'yes' && (
        <LetterToSend right={right} lines={[say.askLetters[what], say.letterAsk]} />
      )}
      <Start right={right} />
    </>
  )
}

const WhoToAsk = ({ right }: { readonly right: Right }) => (
  <p>
    {say.whoToAsk} {say.owners[right.owner]}.
  </p>
)

/** What the letter begins with: the right or the choice that it is about. */
const aboutIn = (right: Right) =>
  isChoice(right) ? say.letterChoice(right.says) : say.letterRight(right.says)

function LetterToSend({ right, lines }: { readonly right: Right; readonly lines: string[] }) {
  return (
    <>
      <h2>{say.letterHeading}</h2>
      <p className="cp-small">{say.letterSays}</p>
      <Letter about={aboutIn(right)} lines={lines} />
    </>
  )
}
