// The addresses of one part of a plan: changed, taken out, kept private.
import { createElement } from 'react'
import { type Id, type Result, refuse } from '../../../basics/index.ts'
import type { Log } from '../../../log/index.ts'
import {
  type FormEntry,
  freshEntry,
  type PageReply,
  type PageRequest,
  type Route,
  refusedEntry,
  typedAt,
} from '../../../web/index.ts'
import { labelPart, proposeChanges } from '../../actions/plan/change-plan.ts'
import { seePlan } from '../../actions/plan/see-plan.ts'
import { parts } from '../../domain/plan/headings.ts'
import type { Part } from '../../domain/plan/plan.ts'
import { refusals } from '../../domain/plan/refusals.ts'
import { AS_IT_CAME, readSeen, type Settings, settingsBetween } from '../../domain/plan/values.ts'
import type { ListedItem, OpenProposal } from '../../store/plan-reads.ts'
import { planWords } from '../../words/plan-words.ts'
import { typedOf, valuesRead } from './part-form.ts'
import { PartPage, PrivatePage, RemovePage } from './part-page.tsx'
import { MoreOfPart } from './part-view.tsx'
import {
  aboutOf,
  bothPlaces,
  type Handle,
  ownOnly,
  type Place,
  refused,
  unknownPart,
} from './place.ts'

export const partRoutes = (log: Log): readonly Route[] => {
  const both = (method: Route['method'], path: string, own: string, theirs: string, to: Handle) =>
    bothPlaces(log, method, `/part/:part/${path}`, [own, theirs], to)
  return [
    ...both('GET', 'change', 'Change a part of my plan', 'Propose a change', showChange),
    ...both('POST', 'change', 'Change a part of my plan', 'Propose a change', change),
    ...both('GET', 'remove', 'Take a part out of my plan', 'Propose to take it out', showRemove),
    ...both('POST', 'remove', 'Take a part out of my plan', 'Propose to take it out', remove),
    ownOnly(log, 'GET', '/part/:part/private', 'How private a part is', showPrivate),
    ownOnly(log, 'POST', '/part/:part/private', 'How private a part is', keepPrivate),
  ]
}

type Found = {
  readonly item: ListedItem
  readonly part: Part
  /** What others propose for the same part. */
  readonly others: readonly OpenProposal[]
}

/** The part of this id, where the visitor may see it and write in it; else it reads as unknown. */
async function findPart(log: Log, request: PageRequest, at: Place): Promise<Found | null> {
  const { writer } = at
  if (writer === null) return null
  const seen = await seePlan(log, at.look('/part'), writer)
  if (!seen.ok) return null
  const id = request.params.part
  for (const item of seen.value.items) {
    const part = [item.part, ...item.inner].find((one) => one.id === id)
    if (part === undefined) continue
    if (!writer.may(item) || (parts[part.kind].own && writer.speaker.as !== 'self')) return null
    return { item, part, others: seen.value.open.filter((one) => one.part === id) }
  }
  return null
}

const pageOf = (
  request: PageRequest,
  at: Place,
  title: string,
  main: PageShown,
  entry: FormEntry,
): PageReply => {
  const say = planWords.in(request.language)
  return {
    kind: 'page',
    title,
    main,
    back: { href: at.base, text: at.name === null ? say.back : say.backOf },
    here: at.here,
    welsh: 'part',
    status: Object.keys(entry.errors).length > 0 ? 422 : 200,
    ...aboutOf(at),
  }
}
type PageShown = Extract<PageReply, { kind: 'page' }>['main']

const showChange: Handle = async (log, request, at) => {
  const found = await findPart(log, request, at)
  if (found === null) return unknownPart()
  return changePage(request, at, found, typedOf(found.part.kind, found.part.values))
}

function changePage(request: PageRequest, at: Place, found: Found, entry: FormEntry): PageReply {
  const { part, others } = found
  const say = planWords.in(request.language)
  const [seen = JSON.stringify(part.values)] = typedAt(request.form, 'seen')
  const main = createElement(PartPage, {
    kind: part.kind,
    entry,
    action: `${at.base}/part/${part.id}/change`,
    title: say.changeTitle,
    lead: parts[part.kind].own ? say.ownLead : say.addLead,
    about: at.name ?? undefined,
    changes: { seen, others, language: request.language },
    more: createElement(MoreOfPart, { part, at, say }),
    say,
  })
  return pageOf(request, at, say.changeTitle, main, entry)
}

const change: Handle = async (log, request, at) => {
  const found = await findPart(log, request, at)
  if (found === null) return unknownPart()
  const { part } = found
  const read = valuesRead(part.kind, request.form)
  if (!read.ok) return changePage(request, at, found, read.entry)
  const seen = readSeen(typedAt(request.form, 'seen')[0] ?? '') ?? part.values
  const set = settingsBetween(seen, { ...notAsked(seen), ...read.values })
  const done = await proposeFor(log, request, at, part, { set, remove: false, seen })
  if (!done.ok) return changePage(request, at, found, refusedEntry(request.form, done.refusal))
  const just = found.others.length > 0 ? 'both' : parts[part.kind].own ? 'own' : 'proposed'
  return { kind: 'redirect', to: `${at.base}?just=${just}` }
}

/** What the form does not ask for stays as it is. */
const notAsked = (seen: Part['values']): Part['values'] =>
  Object.fromEntries(
    ['considered', AS_IT_CAME].flatMap((code) =>
      code in seen ? [[code, seen[code] as NonNullable<Part['values'][string]>]] : [],
    ),
  )

async function proposeFor(
  log: Log,
  request: PageRequest,
  at: Place,
  { id, kind, under, values }: Part,
  { set, remove, seen = values }: { set: Settings; remove: boolean; seen?: Part['values'] },
): Promise<Result<unknown>> {
  if (at.writer === null) return refuse(refusals.partUnknown)
  if (!remove && Object.keys(set).length === 0) return refuse(refusals.nothingChanged, {}, 'says')
  const [because = ''] = typedAt(request.form, 'because')
  const was = Object.fromEntries(Object.keys(set).map((code) => [code, seen[code] ?? null]))
  const wish = {
    ...{ part: id as Id, kind, under: under as Id | null, set, was, remove },
    because: because.trim() === '' ? null : because.trim().slice(0, 2_000),
  }
  return proposeChanges(log, at.person, at.writer, [wish], request.formKey)
}

const showRemove: Handle = async (log, request, at) => {
  const found = await findPart(log, request, at)
  if (found === null) return unknownPart()
  const say = planWords.in(request.language)
  const { part } = found
  const action = `${at.base}/part/${part.id}/remove`
  const main = createElement(RemovePage, { part, action, about: at.name ?? undefined, say })
  return pageOf(request, at, say.removeTitle, main, freshEntry())
}

const remove: Handle = async (log, request, at) => {
  const found = await findPart(log, request, at)
  if (found === null) return unknownPart()
  const done = await proposeFor(log, request, at, found.part, { set: {}, remove: true })
  if (!done.ok) return refused(done.refusal)
  const just = parts[found.part.kind].own ? 'own' : 'proposed'
  return { kind: 'redirect', to: `${at.base}?just=${just}` }
}

/** How private it is, only the person says; it goes for the whole item. */
const showPrivate: Handle = async (log, request, at) => {
  const found = await findPart(log, request, at)
  if (found === null) return unknownPart()
  const say = planWords.in(request.language)
  const { item } = found
  const action = `${at.base}/part/${item.part.id}/private`
  const entry = freshEntry({ labels: [...item.labels] })
  const main = createElement(PrivatePage, { part: item.part, action, entry, say })
  return pageOf(request, at, say.privateTitle, main, entry)
}

const keepPrivate: Handle = async (log, request, at) => {
  const found = await findPart(log, request, at)
  if (found === null || at.writer === null) return unknownPart()
  const wanted = { part: found.item.part.id, labels: typedAt(request.form, 'labels') }
  const done = await labelPart(log, at.person, at.writer, wanted, request.formKey)
  return done.ok ? { kind: 'redirect', to: at.base } : refused(done.refusal)
}
