// The pages about organisations and the roles in them, for administrators.
import type { ReactNode } from 'react'
import type { OrganisationId, PersonId } from '../../basics/index.ts'
import {
  Button,
  ButtonLink,
  DateInput,
  DayText,
  EmptyState,
  ErrorSummary,
  type FormEntry,
  formatDay,
  formatList,
  type Language,
  PageForm,
  PageHeading,
  Pagination,
  Select,
  Table,
  Tag,
  TextInput,
  typedAt,
} from '../../web/index.ts'
import { organisationKinds, roleKinds } from '../domain/dated-lists.ts'
import type { Organisation } from '../domain/organisation.ts'
import type { DutyHolders } from '../domain/succession.ts'
import type { ListedOrganisation } from '../store/organisations.ts'
import type { HeldRole } from '../store/people.ts'
import type { OrganisationWords } from '../words/organisation-words.ts'

type Words = OrganisationWords

const kindName = (what: string): string =>
  organisationKinds.find((one) => one.code === what)?.says ?? what
const roleName = (what: string): string => roleKinds.find((one) => one.code === what)?.says ?? what

export function OrganisationsPage(props: {
  readonly organisations: readonly ListedOrganisation[]
  readonly page: number
  readonly pages: number
  readonly words: Words
}) {
  const { organisations, words } = props
  return (
    <>
      <PageHeading lead={words.lead}>{words.title}</PageHeading>
      <ButtonLink href="/organisations/add">{words.add}</ButtonLink>
      <p>
        <a href="/details">{words.details}</a>
      </p>
      {organisations.length === 0 ? (
        <EmptyState says={words.none}>
          <p>{words.noneMore}</p>
        </EmptyState>
      ) : (
        <Table
          caption={words.caption}
          columns={[{ heading: words.name }, { heading: words.kind }, { heading: words.odsCode }]}
          rows={organisations.map(({ organisation, name, what, odsCode, abolishedOn }) => ({
            key: organisation,
            cells: [
              <>
                <a href={`/organisations/${organisation}`}>{name}</a>{' '}
                {abolishedOn !== null && <Tag colour="grey">{words.endedTag}</Tag>}
              </>,
              kindName(what),
              odsCode ?? '',
            ],
          }))}
        />
      )}
      <Pagination
        page={props.page}
        of={props.pages}
        href={(page) => `/organisations?page=${page}`}
      />
      <p>
        <a href="/organisations/roles">{words.administrators}</a>
      </p>
    </>
  )
}

export function OrganisationPage(props: {
  readonly id: OrganisationId
  readonly organisation: Organisation
  readonly names: ReadonlyMap<OrganisationId, string>
  readonly holders: DutyHolders
  readonly roles: readonly HeldRole[]
  readonly language: Language
  readonly words: Words
}) {
  const { id, organisation, names, holders, language, words } = props
  const { odsCode, abolishedOn } = organisation
  const [name, ...earlier] = organisation.names.map((one) => one.name)
  const nameOf = (one: OrganisationId) => names.get(one) ?? ''
  const moved = organisation.handedOver.length > 0
  return (
    <>
      <PageHeading about={[kindName(organisation.what), odsCode].filter(Boolean).join(' · ')}>
        {name}
      </PageHeading>
      {abolishedOn !== null && <p>{words.ended(formatDay(abolishedOn, language))}</p>}
      {earlier.length > 0 && (
        <p>
          {words.earlier}: {formatList(earlier, language)}
        </p>
      )}
      <ul>
        {organisation.handedOver.map(({ succession, to, on, duties }) => (
          <li key={succession}>
            {duties === null
              ? words.wentTo(nameOf(to), formatDay(on, language))
              : words.someWentTo(duties.join(', '), nameOf(to), formatDay(on, language))}
          </li>
        ))}
        {organisation.tookOver.map(({ succession, from, on }) => (
          <li key={succession}>{words.cameFrom(nameOf(from), formatDay(on, language))}</li>
        ))}
      </ul>
      {moved && holders.holders.length > 0 && (
        <p>{words.holds(formatList(holders.holders.map(nameOf), language))}</p>
      )}
      {holders.lostAt.includes(id) && <p>{words.lost}</p>}
      <RolesHere
        at={`/organisations/${id}`}
        heading={words.people}
        roles={props.roles}
        words={words}
      />
      {abolishedOn === null && (
        <>
          <h2>{words.change}</h2>
          <ul>
            {(['rename', 'merge', 'abolish'] as const).map((what) => (
              <li key={what}>
                <a href={`/organisations/${id}/${what}`}>{words[what]}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

/** Who holds a role in this site as a whole. */
export function AdministratorsPage(props: {
  readonly roles: readonly HeldRole[]
  readonly words: Words
}) {
  const { roles, words } = props
  return (
    <>
      <PageHeading>{words.peopleWhole}</PageHeading>
      <RolesHere at="/organisations/roles" roles={roles} words={words} />
    </>
  )
}

function RolesHere(props: {
  readonly at: string
  readonly heading?: string
  readonly roles: readonly HeldRole[]
  readonly words: Words
}) {
  const { roles, words } = props
  return (
    <>
      {props.heading !== undefined && <h2>{props.heading}</h2>}
      {roles.length === 0 ? (
        <EmptyState says={words.noPeople}>
          <p>{words.noPeopleMore}</p>
        </EmptyState>
      ) : (
        <Table
          caption={words.peopleCaption}
          captionHeard={props.heading !== undefined}
          columns={[
            { heading: words.person },
            { heading: words.role },
            { heading: words.since },
            { heading: words.endIt },
          ]}
          rows={roles.map(({ person, name, role, what, from }) => ({
            key: role,
            cells: [
              name,
              roleName(what),
              <DayText key="from" day={from} />,
              <a key="end" href={`${props.at}/end-role?person=${person}&role=${role}`}>
                {words.endFor(roleName(what), name)}
              </a>,
            ],
          }))}
        />
      )}
      <p>
        <ButtonLink href={`${props.at}/give-role`} kind="secondary">
          {words.give}
        </ButtonLink>
      </p>
    </>
  )
}

/** A form about an organisation: a heading, its questions, one button. */
export function OrganisationFormPage(props: {
  readonly heading: string
  readonly lead?: string
  readonly about: string
  readonly action: string
  readonly entry: FormEntry
  readonly words: Words
  readonly inputs: ReactNode
  readonly button: { readonly text: string; readonly kind: 'primary' | 'warning' }
}) {
  return (
    <div className="cp-reading-width">
      <ErrorSummary entry={props.entry} />
      <PageHeading about={props.about} {...(props.lead === undefined ? {} : { lead: props.lead })}>
        {props.heading}
      </PageHeading>
      <PageForm action={props.action}>
        {props.inputs}
        <Button kind={props.button.kind}>{props.button.text}</Button>
      </PageForm>
    </div>
  )
}

type Inputs = { readonly entry: FormEntry; readonly words: Words }

export function AddInputs({ entry, words }: Inputs) {
  return (
    <>
      <TextInput name="name" label={words.name} entry={entry} />
      <Select
        name="what"
        label={words.kind}
        entry={entry}
        choices={[
          { value: '', text: words.selectKind },
          ...organisationKinds.map(({ code, says }) => ({ value: code, text: says })),
        ]}
      />
      <TextInput
        name="odsCode"
        label={words.odsCode}
        hint={words.odsHint}
        entry={entry}
        width={10}
        spellCheck={false}
      />
      <DateInput name="from" label={words.from} hint={words.dayHint} entry={entry} />
    </>
  )
}

export function RenameInputs({ entry, words }: Inputs) {
  return (
    <>
      <TextInput name="name" label={words.newName} entry={entry} />
      <DateInput name="from" label={words.from} hint={words.dayHint} entry={entry} />
    </>
  )
}

/** The end of an organisation; with `others`, the one that takes over. */
export function EndInputs(
  props: Inputs & { readonly others: readonly ListedOrganisation[] | null },
) {
  const { entry, words, others } = props
  return (
    <>
      {others !== null && (
        <Select
          name="into"
          label={words.into}
          entry={entry}
          choices={[
            { value: '', text: words.selectOrganisation },
            ...others.map(({ organisation, name }) => ({ value: organisation, text: name })),
          ]}
        />
      )}
      <DateInput name="on" label={words.from} hint={words.dayHint} entry={entry} />
      <TextInput name="source" label={words.source} entry={entry} />
    </>
  )
}

/** Giving a role: first who it is, then which role and from when. */
/** Whom: known exactly, and sent in no address. Then which role, and from when. */
export function GiveRolePage(props: {
  readonly about: string
  readonly at: string
  /** Who was found by what was typed; null where nobody was, or nothing typed yet. */
  readonly found: { readonly person: PersonId; readonly name: string } | null
  readonly roles: readonly { readonly code: string; readonly says: string }[]
  readonly entry: FormEntry
  readonly words: Words
}) {
  const { at, found, entry, words } = props
  return (
    <div className="cp-reading-width">
      <ErrorSummary entry={entry} />
      <PageHeading about={props.about} {...(found === null ? { lead: words.findLead } : {})}>
        {words.give}
      </PageHeading>
      <PageForm action={`${at}/give-role`}>
        {found === null ? (
          <FindInputs entry={entry} words={words} />
        ) : (
          <RoleInputs {...props} found={found} />
        )}
      </PageForm>
    </div>
  )
}

function FindInputs({ entry, words }: Inputs) {
  return (
    <>
      <TextInput
        name="number"
        label={words.number}
        hint={words.numberHint}
        entry={entry}
        width={10}
      />
      <TextInput name="name" label={words.personName} entry={entry} />
      <DateInput name="born" label={words.born} hint={words.bornHint} entry={entry} />
      <Button name="do" value="find">
        {words.find}
      </Button>
    </>
  )
}

function RoleInputs({
  found,
  roles,
  entry,
  words,
}: Parameters<typeof GiveRolePage>[0] & { readonly found: { person: PersonId; name: string } }) {
  const carried = ['number', 'name', 'born-day', 'born-month', 'born-year']
  return (
    <>
      {carried.map((name) => (
        <input key={name} type="hidden" name={name} value={typedAt(entry.typed, name)[0] ?? ''} />
      ))}
      <input type="hidden" name="person" value={found.person} />
      <p>{words.toWhom(found.name)}</p>
      <Select
        name="what"
        label={words.role}
        entry={entry}
        choices={[
          { value: '', text: words.selectRole },
          ...roles.map(({ code, says }) => ({ value: code, text: says })),
        ]}
      />
      <DateInput name="from" label={words.from} hint={words.dayHint} entry={entry} />
      <Button>{words.give}</Button>
    </>
  )
}
