// The rights card: each right with who owes it, what to do, its clock or none, one tap to start.
import { draftStore } from '../../identity/index.ts'
import type { Log } from '../../log/index.ts'
import {
  ButtonLink,
  Card,
  PageHeading,
  type PageReply,
  type PageRequest,
  type Route,
  SummaryList,
} from '../../web/index.ts'
import { rightChecks } from '../domain/right/check-right.ts'
import { type Right, rights, rightsEdition } from '../domain/rights.ts'
import { rightsWords } from '../words/words.ts'
import { rightCheckRoutes } from './right-check.tsx'
import { addresses, Start, withRight } from './right-parts.tsx'

const say = rightsWords.in('en')
const here = '/have-a-say'

export const rightsRoutes = (log: Log): readonly Route[] => [
  {
    method: 'GET',
    path: '/rights',
    access: 'anyone',
    says: 'The rights of patients in the NHS Constitution',
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
  ...rightCheckRoutes,
]

/** Begins the journey it leads to; what was written there before stays. */
async function start(log: Log, request: PageRequest, right: Right): Promise<PageReply> {
  const { start: begins, id } = right
  const address = addresses[begins]
  if (address !== undefined) {
    return { kind: 'redirect', to: begins === 'outside' ? `/rights/${id}` : address }
  }
  const journey = begins === 'complain' ? 'complain' : 'tell'
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
  const groups = [...new Set(rights.map(({ group }) => group))]
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
            {rights
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
      <Card heading={rightsEdition.source} soft>
        <p>
          {read ? say.short : say.check} <a href={rightsEdition.link}>{say.exact}</a>
        </p>
        <p>{say.notBreached}</p>
      </Card>
    </>
  )
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
