// The pages of those who are given something, and of who works in an emergency.
import type { ReactNode } from 'react'
import type { Id, Instant } from '../../basics/index.ts'
import {
  Button,
  Card,
  DateInput,
  EmptyState,
  ErrorSummary,
  type FormEntry,
  Moment,
  PageForm,
  PageHeading,
  Pagination,
  Table,
  Textarea,
  TextInput,
  WarningCallout,
} from '../../web/index.ts'
import type { SharesWith } from '../actions/see-those-who-share.ts'
import { emergencyEndsAfter } from '../domain/dated-rules.ts'
import { purposeNamed } from '../domain/purposes.ts'
import type { ShareWords } from '../words/share-words.ts'
import type { WaysTo } from './page-parts.ts'
import { WaysOn } from './ways-on.tsx'

export function WithMePage(props: {
  readonly shared: readonly (SharesWith & { readonly ways: ReturnType<WaysTo> })[]
  readonly page: number
  readonly more: boolean
  readonly people: ReadonlyMap<Id, string>
  readonly mayOpen: boolean
  readonly mayCheck: boolean
  readonly mayAsk: boolean
  readonly explains: boolean
  readonly meets: boolean
  readonly say: ShareWords
}) {
  const { shared, page, more, people, say } = props
  const words = say.withMe
  return (
    <>
      <PageHeading lead={words.lead}>{words.title}</PageHeading>
      {shared.length === 0 && (
        <EmptyState says={words.none}>
          <p>{words.noneNext}</p>
        </EmptyState>
      )}
      {shared.map(({ person, purpose, passesOn, ways }) => (
        <Card
          key={`${person} ${purpose}`}
          heading={people.get(person) ?? say.grant.somebody}
          href={`/share/with-me/${person}/${purpose}`}
        >
          <p className="cp-small">{words.purpose(purposeNamed(purpose)?.says ?? purpose)}</p>
          <WaysOn ways={ways} of={people.get(person) ?? ''} />
          {passesOn && (
            <p>
              <a href={`/share/with-me/${person}/${purpose}/pass-on`}>{say.passOn.link}</a>
            </p>
          )}
        </Card>
      ))}
      <Pagination
        page={page}
        of={more ? 'more' : 'last'}
        href={(one) => `/share/with-me?page=${one}`}
      />
      {props.mayOpen && (
        <p>
          <a href="/share/emergency">{words.emergency}</a>
        </p>
      )}
      {props.mayAsk && (
        <p>
          <a href="/share/ask">{words.ask}</a>
        </p>
      )}
      {props.meets && (
        <p>
          <a href="/needs-gaps">{words.needs}</a>
        </p>
      )}
      {props.explains && (
        <p>
          <a href="/look-questions">{words.explains}</a>
        </p>
      )}
      {props.mayCheck && (
        <p>
          <a href="/share/emergencies">{words.emergencies}</a>
        </p>
      )}
    </>
  )
}

export function EmergencyPage(props: { readonly entry: FormEntry; readonly say: ShareWords }) {
  const { entry, say } = props
  const words = say.emergency
  return (
    <>
      <ErrorSummary entry={entry} />
      <PageHeading>{words.title}</PageHeading>
      <WarningCallout heading={words.lead}>
        <p>{words.tells(emergencyEndsAfter.value)}</p>
      </WarningCallout>
      <PageForm action="/share/emergency">
        <TextInput name="number" label={words.number} hint={words.numberHint} entry={entry} />
        <DateInput name="born" label={words.born} entry={entry} />
        <Textarea
          name="reason"
          label={words.reason}
          hint={words.reasonHint}
          entry={entry}
          rows={4}
        />
        <Button kind="warning">{words.open}</Button>
      </PageForm>
    </>
  )
}

export type EmergencyListed = {
  readonly id: Id
  readonly who: string
  readonly whose: string
  readonly at: Instant
  readonly endsAt: Instant | null
  readonly reason: string
}

export function EmergenciesPage(props: {
  readonly listed: readonly EmergencyListed[]
  readonly page: number
  readonly more: boolean
  readonly say: ShareWords
}) {
  const { listed, page, more, say } = props
  const words = say.emergencies
  const headings = [words.who, words.whose, words.when, words.ends, words.reason]
  const cellsOf = (one: EmergencyListed): ReactNode[] => [
    one.who,
    one.whose,
    <Moment key="at" at={one.at} />,
    one.endsAt === null ? '' : <Moment key="ends" at={one.endsAt} />,
    one.reason,
  ]
  return (
    <>
      <PageHeading lead={words.lead}>{words.title}</PageHeading>
      {listed.length === 0 ? (
        <EmptyState says={words.none} />
      ) : (
        <Table
          caption={words.caption}
          columns={headings.map((heading) => ({ heading }))}
          rows={listed.map((one) => ({ key: one.id, cells: cellsOf(one) }))}
        />
      )}
      <Pagination
        page={page}
        of={more ? 'more' : 'last'}
        href={(one) => `/share/emergencies?page=${one}`}
      />
    </>
  )
}
