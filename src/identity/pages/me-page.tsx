// A person's own details: names, number, people and roles, and what they may do with them.
import {
  type Day,
  formatNhsNumber,
  type Id,
  type NhsNumber,
  type PersonId,
} from '../../basics/index.ts'
import {
  Button,
  Card,
  EmptyState,
  formatDay,
  formatInstant,
  type Language,
  PageForm,
  PageHeading,
  SummaryList,
  type SummaryRow,
} from '../../web/index.ts'
import type { Tie } from '../domain/bonds.ts'
import { tieKinds } from '../domain/dated-lists.ts'
import type { DetailKind } from '../domain/facts.ts'
import { nameOf, type Person } from '../domain/person.ts'
import { otherOf, tieStanding } from '../domain/ties.ts'
import type { OwnWords } from '../words/own-words.ts'
import type { TieWords } from '../words/tie-words.ts'

export type RoleShown = {
  readonly role: Id
  /** "Nurse, Oak Lane Surgery" */
  readonly text: string
  readonly until: Day | null
  readonly acting: boolean
}

type Words = OwnWords['me']

export function MePage(props: {
  readonly self: PersonId
  readonly person: Person
  readonly names: ReadonlyMap<PersonId, string>
  readonly roles: readonly RoleShown[]
  readonly day: Day
  readonly language: Language
  readonly words: Words
  readonly tieWords: TieWords
}) {
  const { person, words } = props
  return (
    <>
      <PageHeading lead={words.lead}>{words.title}</PageHeading>
      <SummaryList rows={details(person, props.language, words)} />
      <p>
        {words.wrong} <a href="/me/put-right">{words.wrongLink}</a>
      </p>
      <p>
        <a href="/me/contact">{props.tieWords.details}</a>
      </p>
      <WhatWasPutRight {...props} />
      <h2>{words.ties}</h2>
      {person.ties.length === 0 && (
        <EmptyState says={words.noTies}>
          <p>{words.noTiesMore}</p>
        </EmptyState>
      )}
      {person.ties.map((tie) => (
        <TieCard key={tie.tie} tie={tie} {...props} />
      ))}
      <ul>
        <li>
          <a href="/me/ties/new">{props.tieWords.link}</a>
        </li>
        <li>
          <a href="/me/ties/code">{props.tieWords.enterLink}</a>
        </li>
      </ul>
      <h2>{words.roles}</h2>
      <Roles roles={props.roles} language={props.language} words={words} />
      <h2>{words.signIn}</h2>
      <ul>
        <li>
          <a href="/me/devices">{words.devices}</a>
        </li>
        <li>
          <a href="/me/recovery">{words.recovery}</a>
        </li>
      </ul>
    </>
  )
}

function details(person: Person, language: Language, words: Words): readonly SummaryRow[] {
  const { nhsNumber, birthDate, gender, contact } = person
  const earlier = [...new Set(person.names.slice(1).map((one) => one.name))]
  const genders: Readonly<Record<string, string>> = words.genders
  const known = (value: string | null) => value ?? words.notKnown
  const rows = [
    { name: words.name, value: nameOf(person) },
    { name: words.earlier, value: earlier.join(', ') || null },
    { name: words.born, value: known(birthDate && formatDay(birthDate, language)) },
    { name: words.nhsNumber, value: known(nhsNumber && formatNhsNumber(nhsNumber)) },
    { name: words.gender, value: known(gender && (genders[gender] ?? gender)) },
    { name: words.email, value: contact.email },
    { name: words.phone, value: contact.phone },
    { name: words.address, value: contact.address },
  ]
  return rows.filter((row) => row.value !== null)
}

function detailText(what: DetailKind, value: string, language: Language): string {
  if (what === 'birthDate') return formatDay(value as Day, language)
  return what === 'nhsNumber' ? formatNhsNumber(value as NhsNumber) : value
}

/** The newest first, with who changed it and why: the person can see that it is right now. */
function WhatWasPutRight(props: {
  readonly person: Person
  readonly names: ReadonlyMap<PersonId, string>
  readonly language: Language
  readonly words: Words
}) {
  const { person, names, language, words } = props
  if (person.putRight.length === 0) return null
  const called = { name: words.name, birthDate: words.born, nhsNumber: words.nhsNumber }
  return (
    <>
      <h2>{words.putRight}</h2>
      {person.putRight.toReversed().map(({ id, at, by, reason, was }) => (
        <Card
          key={id}
          heading={words.changedBy(
            by === null ? '' : (names.get(by as PersonId) ?? ''),
            formatInstant(at, language),
          )}
          level={3}
        >
          <SummaryList
            rows={was.map(({ what, value }) => ({
              name: words.stoodThere(called[what]),
              value: value === null ? words.notKnown : detailText(what, value, language),
            }))}
          />
          <p>{words.because(reason)}</p>
        </Card>
      ))}
    </>
  )
}

function TieCard(props: {
  readonly tie: Tie
  readonly self: PersonId
  readonly names: ReadonlyMap<PersonId, string>
  readonly day: Day
  readonly language: Language
  readonly words: Words
}) {
  const { tie, self, words } = props
  const name = props.names.get(otherOf(tie, self)) ?? ''
  const kind = tieKinds.find((one) => one.code === tie.what)
  const standing = tieStanding(tie, props.day)
  return (
    <Card heading={name} level={3}>
      <p>{tie.helped === self ? kind?.helperIs : kind?.helpedIs}</p>
      <p className="cp-small">{standingText(props)}</p>
      {standing === 'offered' && (
        <PageForm action={`/me/ties/${tie.tie}`}>
          {tie.offeredBy !== self && (
            <Button name="answer" value="accept">
              {words.accept(name)}
            </Button>
          )}{' '}
          <Button kind="secondary" name="answer" value="decline">
            {tie.offeredBy === self ? words.takeBack(name) : words.decline(name)}
          </Button>
        </PageForm>
      )}
      {(standing === 'holds' || standing === 'to-come') && (
        <p>
          <a href={`/me/ties/${tie.tie}`}>{words.end(name)}</a>
        </p>
      )}
    </Card>
  )
}

function standingText(props: {
  readonly tie: Tie
  readonly self: PersonId
  readonly day: Day
  readonly language: Language
  readonly words: Words
}): string {
  const { tie, words, language } = props
  const from = formatDay(tie.from, language)
  switch (tieStanding(tie, props.day)) {
    case 'offered':
      return tie.offeredBy === props.self ? words.offeredByYou : words.offeredToYou
    case 'declined':
      return words.declined
    case 'to-come':
      return words.toCome(from)
    case 'holds':
      return words.holds(from)
    case 'ended':
      return tie.until === null || tie.until < tie.from
        ? words.endedAtOnce
        : words.ended(formatDay(tie.until, language))
  }
}

function Roles(props: {
  readonly roles: readonly RoleShown[]
  readonly language: Language
  readonly words: Words
}) {
  const { roles, words } = props
  if (roles.length === 0) return <p>{words.noRoles}</p>
  const acts = roles.some((one) => one.acting)
  return (
    <PageForm action="/me/acting">
      <ul>
        {roles.map(({ role, text, until, acting }) => (
          <li key={role}>
            {text}
            {until !== null && ` ${words.until(formatDay(until, props.language))}`}
            {acting && <b>. {words.actingNow}</b>}
          </li>
        ))}
      </ul>
      {!acts && <p>{words.myself}</p>}
      {roles
        .filter((one) => !one.acting)
        .map(({ role, text }) => (
          <Button key={role} kind="secondary" name="role" value={role}>
            {words.actFor(text)}
          </Button>
        ))}{' '}
      {acts && (
        <Button kind="secondary" name="role" value="none">
          {words.actForMyself}
        </Button>
      )}
    </PageForm>
  )
}
