// The rights card: each right with who owes it, what to do, its clock or none, one tap to start.
import { refuse } from '../../basics/index.ts'
import { ButtonLink, Card, PageHeading, type Route, SummaryList } from '../../web/index.ts'
import { refusals } from '../domain/refusals.ts'
import { type Right, type RightStart, rightNamed, rights, rightsEdition } from '../domain/rights.ts'
import { rightsWords } from '../words/words.ts'
import { refused } from './tell-routes.tsx'

const say = rightsWords.in('en')
const here = '/have-a-say'

const addresses: Readonly<Record<RightStart, string>> = {
  story: '/tell/kind?about=story',
  idea: '/tell/kind?about=idea',
  safety: '/tell/kind?about=safety',
  complain: '/complain',
  complaints: '/complaints',
  record: '/record',
  looks: '/looks',
  share: '/share',
  stories: '/stories',
  outside: rightsEdition.link,
}

export const rightsRoutes: readonly Route[] = [
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
    async handle({ params }) {
      const right = rightNamed(params.right ?? '')
      if (right === undefined) return refused(refuse(refusals.rightUnknown).refusal)
      const main = <RightPage right={right} />
      return { kind: 'page', title: right.says, main, here, back: { href: '/rights' } }
    },
  },
]

function RightsPage() {
  const groups = [...new Set(rights.map(({ group }) => group))]
  return (
    <>
      <PageHeading lead={say.lead}>{say.title}</PageHeading>
      <p>
        {say.short} {say.england}
      </p>
      {groups.map((group) => (
        <section key={group}>
          <h2>{group}</h2>
          <ul>
            {rights
              .filter((one) => one.group === group)
              .map(({ id, says }) => (
                <li key={id}>
                  <a href={`/rights/${id}`}>{says}</a>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </>
  )
}

function RightPage({ right }: { readonly right: Right }) {
  const { id, group, says, owner, start, clock, read } = right
  return (
    <>
      <PageHeading about={`${group} · ${id}`}>{says}</PageHeading>
      <SummaryList
        rows={[
          { name: say.owes, value: say.owners[owner] },
          { name: say.todo, value: say.starts[start] },
          { name: say.clock, value: clock === null ? say.noClock : say.clocks[clock] },
        ]}
      />
      <p>
        <ButtonLink href={addresses[start]}>{say.starts[start]}</ButtonLink>
      </p>
      <Card heading={rightsEdition.source} soft>
        <p>
          {read ? say.short : say.check} <a href={rightsEdition.link}>{say.exact}</a>
        </p>
        <p>{say.notBreached}</p>
      </Card>
    </>
  )
}
