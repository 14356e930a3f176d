// Every session of a person, each to be ended, and their recovery codes.
import type { Id } from '../../basics/index.ts'
import {
  Button,
  ButtonLink,
  Card,
  Inset,
  LinkButton,
  Moment,
  PageForm,
  PageHeading,
  PrintButton,
  Tag,
} from '../../web/index.ts'
import type { Session } from '../domain/session.ts'
import type { OwnWords } from '../words/own-words.ts'

export function DevicesPage(props: {
  readonly sessions: readonly Session[]
  readonly here: Id
  readonly words: OwnWords['devices']
}) {
  const { sessions, here, words } = props
  return (
    <>
      <PageHeading lead={words.lead}>{words.title}</PageHeading>
      {sessions.map((one) => (
        <Card
          key={one.session}
          heading={one.browser}
          {...(one.session === here ? { state: <Tag>{words.this}</Tag> } : {})}
        >
          <p className="cp-small">
            {words.seen} <Moment at={one.seenAt} />
            <br />
            {words.made} <Moment at={one.madeAt} />, {words.ways[one.wayIn]}
          </p>
          <PageForm action="/me/devices">
            <input type="hidden" name="end" value={one.session} />
            <LinkButton>
              {one.session === here ? words.signOutHere : words.signOutThere(one.browser)}
            </LinkButton>
          </PageForm>
        </Card>
      ))}
      {sessions.length > 1 && (
        <PageForm action="/me/devices">
          <Button name="end" value="others">
            {words.others}
          </Button>{' '}
          <Button kind="secondary" name="end" value="all">
            {words.everywhere}
          </Button>
        </PageForm>
      )}
      <h2>{words.lost}</h2>
      <p>{words.lostMore}</p>
      <p>
        <a href="/me/recovery">{words.recovery}</a>
      </p>
    </>
  )
}

export function RecoveryPage(props: {
  readonly left: number
  /** The codes just made, or null. */
  readonly codes: readonly string[] | null
  readonly words: OwnWords['recovery']
}) {
  const { left, codes, words } = props
  if (codes !== null) {
    return (
      <div className="cp-reading-width">
        <PageHeading lead={words.once}>{words.made}</PageHeading>
        <ol className="cp-reference">
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ol>
        <p>
          <PrintButton />
        </p>
        <p>
          <ButtonLink href="/me/devices">{words.done}</ButtonLink>
        </p>
      </div>
    )
  }
  return (
    <div className="cp-reading-width">
      <PageHeading lead={words.lead}>{words.title}</PageHeading>
      <Inset>
        <p>{left === 0 ? words.none : words.left(left)}</p>
      </Inset>
      <p>{words.makeMore}</p>
      <PageForm action="/me/recovery">
        <Button kind={left === 0 ? 'primary' : 'warning'}>{words.make}</Button>
      </PageForm>
    </div>
  )
}
