// A tablet of the service in somebody else's hands: the member of staff is signed out first.
import { dayIn, type Id, isId, LONDON } from '../../basics/index.ts'
import { draftStore, endSession, personOf } from '../../identity/index.ts'
import type { Log } from '../../log/index.ts'
import { linkedTo, loadPlace, placeNameOn } from '../../places/index.ts'
import {
  Button,
  EmptyState,
  freshEntry,
  PageForm,
  PageHeading,
  type PageReply,
  type PageRequest,
  Radios,
  type Route,
  typedAt,
  UrgentHelp,
  WarningCallout,
} from '../../web/index.ts'
import { dropDrafts } from '../actions/keep-draft.ts'
import { closeComplaintsHere } from '../store/complaint-ways.ts'
import { closeHere } from '../store/ways-back.ts'
import { tabletWords } from '../words/words.ts'

const say = tabletWords.in('en')
const here = '/have-a-say'

export const tabletRoutes = (log: Log): readonly Route[] => [
  {
    method: 'GET',
    path: '/tell/tablet',
    access: 'person',
    says: 'Hand a tablet to somebody, so that they can tell what happened',
    handle: (request) => showHandOver(log, request),
  },
  {
    method: 'POST',
    path: '/tell/tablet',
    access: 'person',
    says: 'Sign out here and hand the tablet over',
    async handle(request) {
      const { person, session } = personOf(request)
      await endSession(log, { person, session: session as Id })
      const [place = ''] = typedAt(request.form, 'place')
      // No session and no visit of before: whoever has it now begins with nothing.
      const to = isId(place) ? `/tell/handed-over?place=${place}` : '/tell/handed-over'
      return { kind: 'redirect', to, setSession: null }
    },
  },
  {
    method: 'GET',
    path: '/tell/handed-over',
    access: 'anyone',
    says: 'The first page of somebody who was handed a tablet',
    handle: async (request) => showBegin(request),
  },
  {
    method: 'POST',
    path: '/tell/handed-over',
    access: 'anyone',
    says: 'Begin to tell on a tablet that was handed over',
    handle: (request) => begin(log, request),
  },
  {
    method: 'POST',
    path: '/tell/give-back',
    access: 'anyone',
    says: 'Clear a tablet before it is given back',
    async handle(request) {
      await closeHere(log.db, request.draftOwner)
      await closeComplaintsHere(log.db, request.draftOwner)
      await dropDrafts(log, request.draftOwner)
      const signedIn = request.visitor.kind === 'person'
      // Also the cookie by which this browser was known: the next person is somebody else.
      return { kind: 'redirect', to: '/tell/given-back', ...(signedIn ? {} : { setSession: null }) }
    },
  },
  {
    method: 'GET',
    path: '/tell/given-back',
    access: 'anyone',
    says: 'The tablet is clear and can be given back',
    handle: async () => ({
      kind: 'page',
      title: say.givenBack,
      main: (
        <>
          <PageHeading lead={say.givenBackLead}>{say.givenBack}</PageHeading>
          <p>{say.givenBackSays}</p>
        </>
      ),
      here,
    }),
  },
]

async function showHandOver(log: Log, request: PageRequest): Promise<PageReply> {
  const body = personOf(request).acting?.organisationId ?? null
  const page = { kind: 'page', title: say.handOver, here, back: { href: here } } as const
  if (body === null) {
    const main = (
      <>
        <PageHeading>{say.handOver}</PageHeading>
        <EmptyState says={say.noBody}>
          <p>{say.noBodyNext}</p>
        </EmptyState>
      </>
    )
    return { ...page, main }
  }
  const today = dayIn(LONDON, request.now)
  const ids = await linkedTo(log.db, body, 'provided-by', today)
  const places = await Promise.all(
    ids.map(async (id) => ({ value: id, text: placeNameOn(await loadPlace(log, id), today) })),
  )
  const choices = [...places, { value: 'none', text: say.theyChoose }]
  const main = (
    <>
      <PageHeading lead={say.handOverLead}>{say.handOver}</PageHeading>
      <WarningCallout heading={say.signedOut}>
        <p>{say.signedOutSays}</p>
      </WarningCallout>
      <PageForm action="/tell/tablet">
        <Radios
          name="place"
          label={say.about}
          entry={freshEntry({ place: 'none' })}
          choices={choices}
        />
        <Button>{say.handOverButton}</Button>
      </PageForm>
    </>
  )
  return { ...page, main }
}

function showBegin({ query }: PageRequest): PageReply {
  const place = query.place ?? ''
  const main = (
    <>
      <PageHeading lead={say.yoursLead}>{say.yours}</PageHeading>
      <UrgentHelp />
      <p>{say.yoursSays}</p>
      <PageForm action="/tell/handed-over">
        {isId(place) && <input type="hidden" name="place" value={place} />}
        <Button>{say.begin}</Button>
      </PageForm>
    </>
  )
  return { kind: 'page', title: say.yours, main, here }
}

/** Only for somebody who is not signed in: nothing of theirs may lie with whoever works here. */
async function begin(log: Log, request: PageRequest): Promise<PageReply> {
  if (request.visitor.kind === 'person') return { kind: 'redirect', to: '/tell/tablet' }
  await dropDrafts(log, request.draftOwner)
  const [place = ''] = typedAt(request.form, 'place')
  const found = isId(place) ? await loadPlace(log, place) : null
  const name = found === null ? '' : placeNameOn(found, dayIn(LONDON, request.now))
  const known = found !== null && found.kind !== null && name !== ''
  const key = { owner: request.draftOwner, journey: 'tell' }
  await draftStore(log.db, log.clock).save(key, {
    way: ['tablet'],
    ...(known ? { places: [`${place}|${name}`] } : {}),
    '~answered': known ? ['who', 'where'] : ['who'],
  })
  return { kind: 'redirect', to: '/tell' }
}
