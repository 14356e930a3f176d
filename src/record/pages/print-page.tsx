// A record on paper: what was chosen, with whose it is, when and by whom it was printed.

import type { Day } from '../../basics/index.ts'
import {
  Button,
  Checkboxes,
  formatDay,
  freshEntry,
  PageForm,
  PageHeading,
  PrintButton,
} from '../../web/index.ts'
import { kindWords } from '../actions/record-items.ts'
import type { Printed } from '../actions/see-record.ts'
import { kinds } from '../domain/entry-kinds.ts'
import type { Listed } from '../store/entries.ts'
import { seeingWords } from '../words/seeing-words.ts'
import { EntryCard, type Place } from './entry-card.tsx'
import { Glossary, textsOf } from './glossary.tsx'

export type PrintProps = Place & {
  /** Null while nothing has been chosen yet. */
  readonly printed: Printed | null
  readonly name: string
  /** Whether somebody else prints it. */
  readonly shared: boolean
  readonly by: string
  readonly today: Day
}

/** What can be chosen: what is going on, and each kind by itself. */
export const GOING_ON = 'going-on'

export function PrintPage(props: PrintProps) {
  const { printed, base, language } = props
  const say = seeingWords.in(language)
  const choices = [
    { value: GOING_ON, text: say.printGoingOn },
    ...kinds.map((value) => ({ value, text: kindWords[value] })),
  ]
  if (printed === null) {
    return (
      <>
        <PageHeading lead={say.printLead}>{say.printTitle}</PageHeading>
        <PageForm action={`${base}/print`}>
          <Checkboxes
            name="what"
            label={say.printChoose}
            entry={freshEntry({ what: GOING_ON })}
            choices={choices}
          />
          <Button>{say.printShow}</Button>
        </PageForm>
      </>
    )
  }
  return <Paper {...props} printed={printed} />
}

function Paper(props: PrintProps & { readonly printed: Printed }) {
  const { printed, name, shared, by, today, base, language } = props
  const say = seeingWords.in(language)
  const goingOn = [
    ['problem', say.problems, say.noProblems],
    ['medicine', say.medicines, say.noMedicines],
    ['allergy', say.allergies, say.noAllergies],
    ['visit', say.planned, say.noPlanned],
  ] as const
  return (
    <div className="cp-paper">
      <p className="cp-paper-head">
        {say.printOf(name)}. {formatDay(today, language)}. {shared && say.notAll}
      </p>
      <PageHeading lead={say.printed(formatDay(today, language), by)}>
        {say.printOf(name)}
      </PageHeading>
      {shared && (
        <p>
          <b>{say.notAll}</b>
        </p>
      )}
      <p className="cp-small">{say.printNote}</p>
      <PrintButton />
      {printed.goingOn !== null &&
        goingOn.map(([kind, heading, none]) => (
          <Section
            key={kind}
            heading={heading}
            none={none}
            list={(printed.goingOn ?? []).filter(
              (one) => one.kind === kind || (kind === 'visit' && one.kind === 'plan'),
            )}
            base={base}
            language={language}
          />
        ))}
      {printed.sections.map(({ kind, list, all }) => (
        <Section
          key={kind}
          heading={kindWords[kind]}
          none={say.printNone}
          list={list}
          more={all > list.length ? say.printMost(list.length, all) : null}
          base={base}
          language={language}
        />
      ))}
      <Glossary
        texts={textsOf([
          ...(printed.goingOn ?? []),
          ...printed.sections.flatMap(({ list }) => list),
        ])}
        language={language}
      />
    </div>
  )
}

function Section(
  props: Place & {
    readonly heading: string
    readonly none: string
    readonly list: readonly Listed[]
    readonly more?: string | null
  },
) {
  const { heading, none, list, more = null, base, language } = props
  return (
    <>
      <h2>{heading}</h2>
      {list.length === 0 && <p>{none}</p>}
      {list.map((one) => (
        <EntryCard key={one.id} one={one} base={base} language={language} />
      ))}
      {more !== null && <p>{more}</p>}
    </>
  )
}
