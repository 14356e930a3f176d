// The addresses of conversations heard: kept with and without a network, raised, taken back.
import {
  dayIn,
  type Id,
  isId,
  LONDON,
  type PersonId,
  type Result,
  refuse,
} from '../../basics/index.ts'
import { draftStore, personOf } from '../../identity/index.ts'
import type { Log } from '../../log/index.ts'
import {
  choiceField,
  dayField,
  defineForm,
  type FormEntry,
  type FormValues,
  freshEntry,
  optional,
  type PageReply,
  type PageRequest,
  type Route,
  refusedEntry,
  textField,
  tickField,
  typedAt,
  typedDay,
  wholeNumberField,
} from '../../web/index.ts'
import * as hear from '../actions/hear.ts'
import { type AtWork, mandateFor } from '../actions/report.ts'
import { refusals } from '../domain/heard/refusals.ts'
import type { Theme } from '../domain/heard/theme.ts'
import { heardEnglish as say } from '../words/heard-words.ts'
import { AddHeardPage, HeardPage, OfflinePage, SheetPage, ThemePage } from './heard-pages.tsx'
import { refused } from './tell-routes.tsx'

const here = '/heard'
const back = { href: '/heard', text: say.title }

/** Who listens in the community, for an organisation. */
export const listeningRoles = ['community-worker', 'link-worker', 'facilitator'] as const
const access = { roles: listeningRoles } as const

const { form: words } = say
const text = (missing: string, longest: number) =>
  textField({ missing, longest, tooLong: words.tooLong })
const heardForm = defineForm({
  theme: text(words.enterTheme, 120),
  says: text(words.enterSays, 2_000),
  where: text(words.enterWhere, 120),
  area: optional(text('', 40)),
  group: optional(text('', 120)),
  people: wholeNumberField({
    missing: words.enterPeople,
    notANumber: words.peopleNumber,
    least: 1,
    most: 500,
    outside: words.peopleOutside,
  }),
  heardOn: dayField({ name: words.day, missing: words.enterDay }),
  evidence: optional(text('', 5_000)),
  way: choiceField(['device', 'paper'], words.selectWay),
  agreed: tickField(words.tickAgreed),
})
const raiseForm = defineForm({
  addressee: text(say.theme.enterAddressee, 20),
  asks: text(say.theme.enterAsks, 10_000),
})

export const heardRoutes = (log: Log): readonly Route[] => [
  {
    method: 'GET',
    path: '/heard',
    access,
    says: 'What was heard in the community, by theme',
    handle: (request) =>
      atWork(request, async (work) => {
        const themes = await hear.themesHeard(log, work)
        const all = themes.flatMap(({ theme }) => theme.conversations)
        const areas = await hear.reachInAreas(log, all)
        const main = <HeardPage themes={themes} areas={areas} />
        return { kind: 'page', title: say.title, main, here }
      }),
  },
  ...writingRoutes(log),
  {
    method: 'GET',
    path: '/heard/offline',
    access: 'anyone',
    says: 'The empty form that a browser keeps for when the network is off',
    handle: async () => ({
      kind: 'page',
      title: words.title,
      main: <OfflinePage areas={await hear.areasOn(log)} />,
      offline: true,
    }),
  },
  {
    method: 'GET',
    path: '/heard/paper',
    access: 'anyone',
    says: 'A sheet of paper on which a conversation is written down',
    handle: async () => {
      const main = <SheetPage areas={await hear.areasOn(log)} />
      return { kind: 'page', title: say.sheet.title, main }
    },
  },
  ...themeRoutes(log),
]

const writingRoutes = (log: Log): readonly Route[] => [
  {
    method: 'GET',
    path: '/heard/add',
    access,
    says: 'Write down a conversation that was heard',
    handle: (request) => atWork(request, () => showAdd(log, request)),
  },
  {
    method: 'POST',
    path: '/heard/add',
    access,
    says: 'Keep a conversation that was heard',
    handle: (request) => atWork(request, (work) => add(log, request, work)),
  },
  {
    method: 'POST',
    path: '/heard/sync',
    access,
    says: 'Keep a conversation that was sealed on a device while the network was off',
    handle: (request) => atWork(request, (work) => sync(log, request, work)),
  },
]

const themeRoutes = (log: Log): readonly Route[] => [
  {
    method: 'GET',
    path: '/heard/:theme',
    access,
    says: 'One theme: what was heard, how far it reaches, what became of it',
    handle: (request) =>
      withTheme(log, request, (work, theme) => showTheme(log, request, work, theme)),
  },
  {
    method: 'POST',
    path: '/heard/:theme/raise',
    access,
    says: 'Raise a theme with the body that must answer',
    handle: (request) => withTheme(log, request, (work, theme) => raise(log, request, work, theme)),
  },
  {
    method: 'POST',
    path: '/heard/:theme/take-back',
    access,
    says: 'Take back a conversation that one wrote down',
    handle: (request) =>
      withTheme(log, request, async (work, theme) => {
        const [conversation = ''] = typedAt(request.form, 'conversation')
        const [why = ''] = typedAt(request.form, 'why')
        const id = request.params.theme as Id
        const done = await hear.takeConversationBack(log, work, id, { conversation, why })
        if (done.ok) return { kind: 'redirect', to: `/heard/${id}` }
        return showTheme(log, request, work, theme, refusedEntry(request.form, done.refusal))
      }),
  },
]

/** Whoever holds one of the roles acts for an organisation, or there is nothing here for them. */
async function atWork(
  request: PageRequest,
  work: (at: AtWork) => Promise<PageReply>,
): Promise<PageReply> {
  const { person } = personOf(request)
  const { visitor } = request
  const organisation = visitor.kind === 'person' ? visitor.acting?.organisationId : null
  if (organisation == null) return refused(refuse(refusals.unknown).refusal)
  return work({ person, organisation })
}

const withTheme = (
  log: Log,
  request: PageRequest,
  work: (at: AtWork, theme: Theme) => Promise<PageReply>,
): Promise<PageReply> =>
  atWork(request, async (at) => {
    const theme = await hear.themeAt(log, at, request.params.theme ?? '')
    return theme === null ? refused(refuse(refusals.unknown).refusal) : work(at, theme)
  })

const draftOf = (person: PersonId) => ({ owner: person, journey: 'conversation heard' })

/** The form; first one that came from a device and was not whole, so that nothing is lost. */
async function showAdd(log: Log, request: PageRequest, wrong?: FormEntry): Promise<PageReply> {
  const { person } = personOf(request)
  const draft = await draftStore(log.db, log.clock).load(draftOf(person))
  const today = { way: 'device', ...typedDay('heardOn', dayIn(LONDON, request.now)) }
  const entry = wrong ?? (draft === null ? freshEntry(today) : wrongIn(draft))
  const sealingKey = await hear.sealingKeyOf(log, person)
  const given = { entry, sealingKey, mends: draft !== null, areas: await hear.areasOn(log) }
  return {
    kind: 'page',
    title: words.title,
    ...(wrong === undefined ? {} : { status: 422 }),
    main: <AddHeardPage {...given} />,
    here,
    back,
    offline: true,
  }
}

function wrongIn(draft: FormValues): FormEntry {
  const read = heardForm.parse(draft)
  return read.ok ? freshEntry(draft) : read.entry
}

/** From a form or a box; gives the entry with what is wrong where it cannot be kept. */
async function keep(
  log: Log,
  work: AtWork,
  form: FormValues,
  conversation: string,
): Promise<Result<Id> | FormEntry> {
  const read = heardForm.parse(form)
  if (!read.ok) return read.entry
  const { evidence = '', group = '', area = '', ...rest } = read.values
  const lines = evidence.split('\n').filter((line) => line.trim() !== '')
  if (lines.length > 10 || lines.some((line) => line.length > 500)) {
    return {
      typed: form,
      errors: { evidence: { says: words.tooMany, at: 'evidence', whole: true } },
    }
  }
  if (area !== '' && !isId(area)) {
    const errors = { area: { says: words.unknownArea, at: 'area', whole: true } }
    return { typed: form, errors }
  }
  const place = { area: isId(area) ? area : null, evidence: lines }
  const heard = { ...rest, ...place, group, conversation: conversation as Id }
  return hear.hearConversation(log, work, heard)
}

async function add(log: Log, request: PageRequest, work: AtWork): Promise<PageReply> {
  // The key of the form names the conversation, so that one sent twice is one.
  const kept = await keep(log, work, request.form, request.formKey ?? log.chance.id())
  if ('errors' in kept) return showAdd(log, request, kept)
  if (!kept.ok) return showAdd(log, request, refusedEntry(request.form, kept.refusal))
  await draftStore(log.db, log.clock).drop(draftOf(work.person as PersonId))
  return { kind: 'redirect', to: `/heard/${kept.value}` }
}

/** Whatever a box holds is kept when this answers well: as a conversation, or to be mended. */
async function sync(log: Log, request: PageRequest, work: AtWork): Promise<PageReply> {
  const [box = ''] = typedAt(request.form, 'box')
  const person = work.person as PersonId
  const opened = await hear.openSealed(log, person, box)
  if (!opened.ok) return refused(opened.refusal)
  const form = Object.fromEntries(opened.value)
  const { conversation = '' } = form
  const kept = UUID.test(conversation) ? await keep(log, work, form, conversation) : null
  if (kept === null) return refused(refuse(refusals.boxNotYours).refusal)
  if ('errors' in kept || !kept.ok) {
    const drafts = draftStore(log.db, log.clock)
    // One at a time: what is not whole waits on the device until the one before it is mended.
    if ((await drafts.load(draftOf(person))) !== null) return refused(refuse(refusals.mend).refusal)
    await drafts.save(draftOf(person), form)
  }
  return { kind: 'data', type: 'application/json', body: '{"kept":true}\n' }
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

async function showTheme(
  log: Log,
  request: PageRequest,
  work: AtWork,
  theme: Theme,
  entry: FormEntry = freshEntry(),
): Promise<PageReply> {
  const mandate = await mandateFor(log, work.organisation, dayIn(LONDON, request.now))
  const mayRaise = mandate !== null && !mandate.needsParts
  const areas = await hear.reachInAreas(log, theme.conversations)
  const id = request.params.theme ?? ''
  const props = { id, theme, areas, person: work.person, mayRaise, entry }
  return {
    kind: 'page',
    title: theme.conversations.at(-1)?.theme ?? say.theme.chosen,
    ...(Object.keys(entry.errors).length > 0 ? { status: 422 } : {}),
    main: <ThemePage {...props} />,
    here,
    back,
  }
}

async function raise(
  log: Log,
  request: PageRequest,
  work: AtWork,
  theme: Theme,
): Promise<PageReply> {
  const read = raiseForm.parse(request.form)
  if (!read.ok) return showTheme(log, request, work, theme, read.entry)
  const asks = read.values.asks.split('\n').filter((line) => line.trim() !== '')
  const raising = { addressee: read.values.addressee, asks }
  const id = request.params.theme as Id
  const done = await hear.raiseTheme(log, work, id, raising, request.formKey)
  if (done.ok) return { kind: 'redirect', to: `/reports/${done.value}` }
  return showTheme(log, request, work, theme, refusedEntry(request.form, done.refusal))
}
