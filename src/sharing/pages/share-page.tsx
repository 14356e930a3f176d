// The page “Share”: what is shared with whom, and what it may be used for.
import {
  Button,
  ButtonLink,
  Card,
  Checkboxes,
  EmptyState,
  freshEntry,
  Inset,
  type Language,
  PageForm,
  PageHeading,
} from '../../web/index.ts'
import type { ItemSource } from '../actions/item-source.ts'
import type { Grant } from '../domain/grant.ts'
import { switchable } from '../domain/purposes.ts'
import { isOn, type Sharing } from '../domain/sharing.ts'
import type { ShareWords } from '../words/share-words.ts'
import { GrantRows } from './grant-rows.tsx'
import { capitalised, type Names, recipientName } from './page-parts.ts'

export type SharePageProps = {
  /** Whose grants these are. */
  readonly viewer: string
  readonly sharing: Sharing
  /** Those that hold now, by id. */
  readonly holding: ReadonlySet<string>
  readonly names: Names
  readonly sources: readonly ItemSource[]
  readonly say: ShareWords
  readonly language: Language
}

export function SharePage(props: SharePageProps) {
  const { sharing, holding, say } = props
  const words = say.share
  const newest = sharing.grants.toReversed()
  const current = newest.filter(({ id }) => holding.has(id))
  const before = newest.filter(({ id }) => !holding.has(id))
  return (
    <>
      <PageHeading lead={words.lead}>{words.title}</PageHeading>
      <ButtonLink href="/share/new">{words.add}</ButtonLink>
      <ul>
        <li>
          <a href="/share/keep">{words.keep}</a>
        </li>
        <li>
          <a href="/share/asks">{words.asks}</a>
        </li>
        <li>
          <a href="/share/private">{words.private}</a>
        </li>
        <li>
          <a href="/looks">{words.looks}</a>
        </li>
        <li>
          <a href="/share/with-me">{words.withMe}</a>
        </li>
        <li>
          <a href="/record/leave">{words.leave}</a>
        </li>
        <li>
          <a href="/proxies">{words.proxies}</a>
        </li>
      </ul>
      <h2>{words.now}</h2>
      {current.length === 0 && (
        <EmptyState says={words.none}>
          <p>{words.noneNext}</p>
        </EmptyState>
      )}
      {current.map((grant) => (
        <GrantCard key={grant.id} {...props} grant={grant} holds />
      ))}
      <Purposes {...props} />
      {before.length > 0 && (
        <>
          <h2>{words.before}</h2>
          {before.map((grant) => (
            <GrantCard key={grant.id} {...props} grant={grant} holds={false} />
          ))}
        </>
      )}
    </>
  )
}

function GrantCard(props: SharePageProps & { readonly grant: Grant; readonly holds: boolean }) {
  const { grant, holds, names, say } = props
  const name =
    grant.only === 'emergency' ? say.grant.inEmergency : recipientName(grant.to, names, say)
  const heading = grant.effect === 'deny' ? say.grant.keepsBack(name) : name
  const [purpose] = grant.purposes
  return (
    <Card heading={heading} level={3}>
      {grant.emergency !== null && (
        <Inset>
          <b>{say.share.emergency}.</b> “{grant.emergency}”
        </Inset>
      )}
      {grant.emergency === null && grant.givenBy !== null && grant.givenBy !== props.viewer && (
        <p>{say.passOn.by(names.people.get(grant.givenBy) ?? say.grant.somebody)}</p>
      )}
      <GrantRows {...props} />
      {holds && grant.effect === 'permit' && purpose !== undefined && (
        <p>
          <a href={`/share/given/${grant.id}/seen`}>
            {say.share.seen}
            <span className="nhsuk-u-visually-hidden">: {name}</span>
          </a>
        </p>
      )}
      {holds ? (
        <StopForm grant={grant} name={name} say={say} />
      ) : (
        <p>{grant.withdrawnAt === null ? say.share.ended : say.share.stopped}</p>
      )}
    </Card>
  )
}

export function StopForm(props: {
  readonly grant: Grant
  readonly name: string
  readonly say: ShareWords
}) {
  return (
    <PageForm action={`/share/given/${props.grant.id}/stop`}>
      <Button kind="secondary">
        {props.grant.effect === 'deny' ? (
          <>
            {props.say.keep.stop}
            <span className="nhsuk-u-visually-hidden">: {props.name}</span>
          </>
        ) : (
          props.say.share.stop(props.name)
        )}
      </Button>
    </PageForm>
  )
}

function Purposes({ sharing, say }: SharePageProps) {
  const words = say.share
  const on = switchable.filter(({ code }) => isOn(sharing, code)).map(({ code }) => code)
  return (
    <PageForm action="/share/purposes">
      <h2>{words.purposes}</h2>
      <p>{words.purposesLead}</p>
      <Checkboxes
        name="purposes"
        label={words.purposesLabel}
        entry={freshEntry({ purposes: on })}
        choices={switchable.map(({ code, says }) => ({
          value: code,
          text: capitalised(says),
          hint: words.hints[code],
        }))}
      />
      <Button kind="secondary">{words.purposesSave}</Button>
    </PageForm>
  )
}
