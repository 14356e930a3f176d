// Stopping half-way: what was written is put away under a code, or waits for who is signed in.
import type { Log } from '../../log/index.ts'
import {
  Button,
  ButtonLink,
  EmptyState,
  PageForm,
  PageHeading,
  type PageReply,
  type PageRequest,
  type Route,
  typedAt,
  usePage,
} from '../../web/index.ts'
import { hasDraft, isKeptJourney, type KeptJourney, putAway } from '../actions/keep-draft.ts'
import { laterWords } from '../words/words.ts'

const say = laterWords.in('en')
const here = '/have-a-say'
const draftAt = { tell: '/tell', complain: '/complain' } as const

/** Below each question of a journey that can be stopped. */
export function StopHere({ journey }: { readonly journey: KeptJourney }) {
  const { language } = usePage()
  return (
    <p>
      <a href={`/tell/later?what=${journey}`}>{laterWords.in(language).stop}</a>
    </p>
  )
}

export const laterRoutes = (log: Log): readonly Route[] => [
  {
    method: 'GET',
    path: '/tell/later',
    access: 'anyone',
    says: 'Stop half-way, and come back on any device',
    handle: (request) => showStop(log, request),
  },
  {
    method: 'POST',
    path: '/tell/later',
    access: 'anyone',
    says: 'Put what was written away under a code',
    handle: (request) => stop(log, request),
  },
]

const journeyIn = (name: string): KeptJourney => (isKeptJourney(name) ? name : 'tell')

async function showStop(log: Log, request: PageRequest): Promise<PageReply> {
  const journey = journeyIn(request.query.what ?? '')
  const page = { kind: 'page', title: say.title, here, back: { href: draftAt[journey] } } as const
  if (!(await hasDraft(log, request.draftOwner, journey))) return { ...page, main: <Nothing /> }
  if (request.visitor.kind === 'person') {
    const main = (
      <>
        <PageHeading lead={say.signedIn}>{say.title}</PageHeading>
        <ButtonLink href={draftAt[journey]}>{say.goOn}</ButtonLink>
      </>
    )
    return { ...page, main }
  }
  const main = (
    <>
      <PageHeading lead={say.lead}>{say.title}</PageHeading>
      <p>{say.says}</p>
      <PageForm action="/tell/later">
        <input type="hidden" name="what" value={journey} />
        <Button>{say.button}</Button>
      </PageForm>
    </>
  )
  return { ...page, main }
}

const Nothing = () => (
  <>
    <PageHeading>{say.title}</PageHeading>
    <EmptyState says={say.nothing}>
      <p>
        <a href={here}>{say.nothingNext}</a>
      </p>
    </EmptyState>
  </>
)

async function stop(log: Log, request: PageRequest): Promise<PageReply> {
  const journey = journeyIn(typedAt(request.form, 'what')[0] ?? '')
  if (request.visitor.kind === 'person') {
    return { kind: 'redirect', to: `/tell/later?what=${journey}` }
  }
  const code = await putAway(log, request.draftOwner, journey)
  const page = { kind: 'page', title: say.title, here } as const
  if (code === null) return { ...page, main: <Nothing /> }
  const main = (
    <>
      <PageHeading lead={say.keptLead}>{say.kept}</PageHeading>
      <p>
        <b className="cp-reference">{code}</b>
      </p>
      <p>{say.keptSays}</p>
      <p>
        <a href="/sign-in/story-code">{say.where}</a>
      </p>
    </>
  )
  return { ...page, main }
}
