// The page “People who act for me”: who does, who asked, and for whom one acts oneself.
import {
  Button,
  ButtonLink,
  Card,
  EmptyState,
  Inset,
  type Language,
  PageForm,
  PageHeading,
} from '../../web/index.ts'
import type { ItemSource } from '../actions/item-source.ts'
import type { SeenAccess } from '../actions/see-proxies.ts'
import type { ProxyWords } from '../words/proxy-words.ts'
import type { Names } from './page-parts.ts'
import { AccessRows, nameIn, standingSays } from './proxy-parts.tsx'

export type OwnProxiesProps = {
  readonly mine: readonly SeenAccess[]
  readonly theirs: readonly SeenAccess[]
  readonly names: Names
  readonly sources: readonly ItemSource[]
  readonly say: ProxyWords
  readonly language: Language
}

export function OwnProxiesPage(props: OwnProxiesProps) {
  const { mine, theirs, say } = props
  const words = say.own
  const isOpen = ({ standing }: SeenAccess) => standing.is === 'asked' || standing.is === 'holds'
  const open = mine.filter(isOpen)
  const before = mine.filter((one) => !isOpen(one))
  return (
    <>
      <PageHeading lead={words.lead}>{words.title}</PageHeading>
      <h2>{words.mine}</h2>
      {open.length === 0 && (
        <EmptyState says={words.noneMine}>
          <p>{words.noneMineMore}</p>
        </EmptyState>
      )}
      {open.map((seen) => (
        <MineCard key={seen.access.id} {...props} seen={seen} />
      ))}
      <ButtonLink href="/proxies/invite">{words.invite}</ButtonLink>
      <h2>{words.theirs}</h2>
      {theirs.length === 0 && <p>{words.noneTheirs}</p>}
      {theirs.map((seen) => (
        <TheirsCard key={seen.access.id} {...props} seen={seen} />
      ))}
      <p>
        <a href="/proxies/ask">{words.ask}</a>
      </p>
      {before.length > 0 && (
        <>
          <h2>{words.before}</h2>
          {before.map((seen) => (
            <Card key={seen.access.id} heading={nameIn(props.names, seen.access.proxy)} level={3}>
              <p>{standingSays(seen, say)}</p>
            </Card>
          ))}
        </>
      )}
    </>
  )
}

type CardProps = OwnProxiesProps & { readonly seen: SeenAccess }

function MineCard(props: CardProps) {
  const { seen, say } = props
  const { access, standing } = seen
  const words = say.own
  const name = nameIn(props.names, access.proxy)
  const holds = standing.is === 'holds'
  return (
    <Card heading={name} level={3}>
      <p>
        <b>{holds ? words.holds : waitingSays(props)}</b>
      </p>
      <AccessRows {...props} />
      {holds && (
        <p>
          <a href={`/proxies/${access.id}/seen`}>
            {words.seen}
            <span className="nhsuk-u-visually-hidden">: {name}</span>
          </a>
          <br />
          <a href={`/proxies/${access.id}/alter`}>
            {say.alter.link}
            <span className="nhsuk-u-visually-hidden">: {name}</span>
          </a>
        </p>
      )}
      {!holds && access.consented === null && <YourWord seen={seen} name={name} say={say} />}
      {!holds && access.organisation === null && access.agreed === true && (
        <ButtonLink href={`/proxies/${access.id}/decide`}>{words.decide}</ButtonLink>
      )}
      <PageForm action={`/proxies/${access.id}/stop`}>
        <Button kind="secondary">{holds ? words.stop(name) : words.takeBack(name)}</Button>
      </PageForm>
      {holds && <p className="cp-small">{words.stopHint}</p>}
    </Card>
  )
}

function waitingSays({ seen, say }: CardProps): string {
  const { access } = seen
  const words = say.own
  if (access.agreed !== true) return words.waitingForThem
  if (access.consented === null) return words.waitingForYou
  return access.organisation === null ? words.waitingForDecision : words.waiting
}

/** Yes or no, said by the person, who is asked to be alone for it. */
function YourWord(props: {
  readonly seen: SeenAccess
  readonly name: string
  readonly say: ProxyWords
}) {
  const { seen, name } = props
  const words = props.say.own
  return (
    <>
      <Inset>
        {words.alone} {words.help}
      </Inset>
      <Answers seen={seen} name={name} words={words} />
    </>
  )
}

function Answers(props: {
  readonly seen: SeenAccess
  readonly name: string
  readonly words: ProxyWords['own']
}) {
  const { seen, name, words } = props
  const { person, id } = seen.access
  return (
    <PageForm action={`/proxies/with/${person}/${id}/answer`}>
      <Button name="answer" value="yes">
        {words.sayYes(name)}
      </Button>{' '}
      <Button kind="secondary" name="answer" value="no">
        {words.sayNo(name)}
      </Button>
    </PageForm>
  )
}

/** Nothing here tells why an access does not hold: a stop, a birthday and a last day read alike. */
function TheirsCard(props: CardProps) {
  const { seen, say } = props
  const { access, standing } = seen
  const words = say.own
  const name = nameIn(props.names, access.person)
  if (standing.is === 'asked' && access.agreed === null) {
    return (
      <Card heading={name} level={3}>
        <p>{words.waitingForYou}</p>
        <Answers seen={seen} name={name} words={words} />
      </Card>
    )
  }
  if (standing.is !== 'holds') {
    return (
      <Card heading={name} level={3}>
        <p>{access.granted === null ? words.youAsked : words.cannot}</p>
      </Card>
    )
  }
  return (
    <Card heading={name} level={3}>
      <p>{words.youAct}</p>
      <PageForm action={`/acting/${access.person}`}>
        <Button>{words.act(name)}</Button>
      </PageForm>
      <PageForm action={`/proxies/with/${access.person}/${access.id}/give-up`}>
        <Button kind="secondary">{words.giveUp(name)}</Button>
      </PageForm>
    </Card>
  )
}
