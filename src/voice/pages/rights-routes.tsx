// The rights card: each right with who owes it, what to do, its clock or none, one tap to start.
import { draftStore } from '../../identity/index.ts'
import type { Log } from '../../log/index.ts'
import {
  Button,
  ButtonLink,
  Card,
  PageForm,
  PageHeading,
  type PageReply,
  type PageRequest,
  type Route,
  SummaryList,
} from '../../web/index.ts'
import { rightChecks } from '../domain/right/check-right.ts'
import { editionOf, everyRight, isChoice } from '../domain/right/every-right.ts'
import type { Right } from '../domain/rights.ts'
import { rightsWords } from '../words/words.ts'
import { rightCheckRoutes } from './right-check.tsx'
import { addresses, Letter, Start, withRight } from './right-parts.tsx'

const say = rightsWords.in('en')
const here = '/have-a-say'

export const rightsRoutes = (log: Log): readonly Route[] => [
  {
    method: 'GET',
    path: '/rights',
    access: 'anyone',
    says: 'The rights of patients in the NHS Constitution, and the choices they have',
    handle: async () => ({ kind: 'page', title: say.title, main: <RightsPage />, here }),
  },
  {
    method: 'GET',
    path: '/rights/:right',
    access: 'anyone',
    says: 'One right: who owes it, what to do and by when',
    handle: async (request) =>
      withRight(request, async (right) => ({
        kind: 'page',
        title: say.nameOf(right.id),
        main: <RightPage right={right} />,
        here,
        back: { href: '/rights' },
      })),
  },
  {
    method: 'POST',
    path: '/rights/:right/start',
    access: 'anyone',
    says: 'Use a right: begin to complain or to tell, with the right named',
    handle: (request) => withRight(request, (right) => start(log, request, right)),
  },
  {
    method: 'GET',
    path: '/rights/:right/letter',
    access: 'anyone',
    says: 'A letter that asks for a choice, ready to send; nothing of it is kept',
    handle: (request) => withRight(request, async (right) => letterReply(right)),
  },
  ...rightCheckRoutes,
]

/** Begins the journey it leads to; what was written there before stays. */
async function start(log: Log, request: PageRequest, right: Right): Promise<PageReply> {
  const { start: begins, id } = right
  const address = addresses[begins]
  if (address !== undefined) {
    return { kind: 'redirect', to: begins === 'outside' ? `/rights/${id}` : address }
  }
  // What is asked for by letter first is complained of where it was refused.
  const journey = begins === 'complain' || begins === 'letter' ? 'complain' : 'tell'
  const drafts = draftStore(log.db, log.clock)
  const key = { owner: request.draftOwner, journey }
  const before = (await drafts.load(key)) ?? {}
  const known =
    journey === 'complain'
      ? { right: [id], '~answered': answeredIn(before, 'right') }
      : { about: [begins], '~answered': answeredIn(before, 'kind') }
  await drafts.save(key, { ...before, ...known })
  return { kind: 'redirect', to: `/${journey}` }
}

const answeredIn = (draft: Readonly<Record<string, string | readonly string[]>>, at: string) => {
  const before = draft['~answered'] ?? []
  return [...new Set([...(typeof before === 'string' ? [before] : before), at])]
}

function RightsPage() {
  const groups = [...new Set(everyRight.map(({ group }) => group))]
  return (
    <>
      <PageHeading lead={say.lead}>{say.title}</PageHeading>
      <p>
        {say.shortNames} {say.england}
      </p>
      {groups.map((group) => (
        <section key={group}>
          <h2>{group}</h2>
          <ul>
            {everyRight
              .filter((one) => one.group === group)
              .map(({ id }) => (
                <li key={id}>
                  <a href={`/rights/${id}`}>{say.nameOf(id)}</a>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </>
  )
}

function RightPage({ right }: { readonly right: Right }) {
  const { id, group, says, owner, start: begins, clock, read, measure } = right
  const edition = editionOf(right)
  return (
    <>
      <PageHeading about={group} lead={`${says}.`}>
        {say.nameOf(id)}
      </PageHeading>
      <SummaryList
        rows={[
          { name: say.owes, value: say.owners[owner] },
          { name: say.todo, value: say.starts[begins] },
          { name: say.clock, value: clock === null ? say.noClock : say.clocks[clock] },
          { name: say.measure, value: <Measure measure={measure} /> },
        ]}
      />
      <Start right={right} />
      {Object.hasOwn(rightChecks, id) && (
        <Card heading={say.checkHeading} soft>
          <p>{say.checkSays}</p>
          <p>
            <ButtonLink href={`/rights/${id}/check`}>{say.checkButton}</ButtonLink>
          </p>
        </Card>
      )}
      <Card heading={edition.source} soft>
        <p>
          {isChoice(right) ? say.choice : read ? say.short : say.check}{' '}
          <a href={edition.link}>{say.exact}</a>
        </p>
        <p>{say.notBreached}</p>
      </Card>
    </>
  )
}

/** Asked for by letter; where the answer is no, or nothing comes, one tap begins to complain. */
function letterReply(right: Right): PageReply {
  const { id, says, owner, clock } = right
  const asks = say.requests[id]
  if (asks === undefined) return { kind: 'redirect', to: `/rights/${id}` }
  const main = (
    <>
      <PageHeading about={says} lead={say.letterLead}>
        {say.letterHeading}
      </PageHeading>
      <p>{say.letterKept}</p>
      <SummaryList
        rows={[
          { name: say.owes, value: say.owners[owner] },
          { name: say.clock, value: clock === null ? say.noClock : say.clocks[clock] },
        ]}
      />
      <Letter about={say.letterChoice(says)} lines={[asks, say.letterAnswer]} />
      <h2>{say.letterNo}</h2>
      <p>{say.letterNoSays}</p>
      <PageForm action={`/rights/${id}/start`}>
        <Button kind="secondary">{say.starts.complain}</Button>
      </PageForm>
    </>
  )
  return { kind: 'page', title: say.letterHeading, main, here, back: { href: `/rights/${id}` } }
}

function Measure({ measure }: { readonly measure: Right['measure'] }) {
  if (measure === null) return <>{say.unmeasured}</>
  const { says, at } = { says: say.measures[measure], at: measuredAt[measure] }
  return (
    <>
      {says} <a href={at}>{say.seeMeasure}</a>
    </>
  )
}

const measuredAt = {
  complaints: '/complaints',
  corrections: '/record/corrections',
  looks: '/looks',
  stories: '/stories',
  record: '/record',
} as const
