// The pages that a person sees of their own record, and others of what is shared: the same ones.
import { createElement } from 'react'
import { isId, refuse } from '../../basics/index.ts'
import type { Log } from '../../log/index.ts'
import {
  keptFromYou,
  type LookRequest,
  mayAdd,
  mayWithhold,
  seenBy,
  withholdingOf,
} from '../../sharing/index.ts'
import { type FormEntry, freshEntry, type PageReply, type PageRequest } from '../../web/index.ts'
import { type SeenEntry, seeEntry, seeOverview } from '../actions/see-record.ts'
import { mayReplace } from '../actions/write-entry.ts'
import { isAuthor, type Speaker } from '../domain/decide.ts'
import { refusals } from '../domain/refusals.ts'
import { EntryPage } from './entry-page.tsx'
import { OverviewPage } from './overview-page.tsx'
import { words } from './words.ts'

/** Whose record is shown, and where its addresses begin. */
export type Shown = {
  readonly look: LookRequest
  readonly base: string
  /** The name of the person; null for one's own. */
  readonly name: string | null
  /** The address in the main navigation. */
  readonly here: string
}

/** Whom a page is about, where it is not one's own. */
export const aboutOf = ({ name, look }: Shown) =>
  name === null ? {} : { about: [{ person: look.person }] }

export async function showOverview(log: Log, request: PageRequest, at: Shown): Promise<PageReply> {
  const seen = await seeOverview(log, at.look)
  if (!seen.ok) return { kind: 'refused', refusal: seen.refusal }
  const { language } = request
  const say = words.in(language)
  const { base, name, here } = at
  const atWork = name !== null && at.look.visitor.via === 'role'
  const mayWrite = name !== null && (await mayAdd(log, log.db, at.look.person, at.look.visitor))
  return {
    kind: 'page',
    title: name === null ? say.title : say.titleOf(name),
    main: createElement(OverviewPage, {
      overview: seen.value,
      base,
      language,
      name,
      mayWrite,
      atWork,
      kept: name === null ? await keptFromYou(log, at.look.person) : [],
      now: request.now,
    }),
    here,
    welsh: 'part',
    ...aboutOf(at),
    ...(name === null ? {} : { back: { href: here, text: say.people } }),
  }
}

/** One entry; `speaker` is who may say something of it, null for those who only read. */
export async function showEntry(
  log: Log,
  request: PageRequest,
  at: Shown,
  speaker: Speaker | null = null,
  entry: FormEntry = freshEntry(),
): Promise<PageReply> {
  const id = request.params.entry
  const seen = isId(id) ? await seeEntry(log, at.look, id) : null
  if (seen !== null && !seen.ok) return { kind: 'refused', refusal: seen.refusal }
  const found = seen?.value ?? null
  if (found === null) return { kind: 'refused', refusal: refuse(refusals.entryUnknown).refusal }
  const { language, query } = request
  const say = words.in(language)
  const { base, name, here } = at
  const { person, visitor } = at.look
  const { listed } = found
  const mayExplain = name !== null && (await mayAdd(log, log.db, person, visitor, listed))
  return {
    kind: 'page',
    title: listed.title,
    main: createElement(EntryPage, {
      seen: found,
      base,
      language,
      entry,
      own: name === null,
      mayExplain,
      ...(await keptFrom(log, at, found)),
      owner: name === null ? at.look.person : null,
      seenBy: name === null ? await seenBy(log, person, found.listed, language) : null,
      author: speaker !== null && isAuthor(found.entry, speaker),
      replaceable: speaker !== null && mayReplace(found.entry, speaker),
      justAdded: query.added === 'yes',
    }),
    back: { href: base, text: name === null ? say.back : say.backOf },
    ...aboutOf(at),
    here,
    welsh: 'part',
    status: Object.keys(entry.errors).length > 0 ? 422 : 200,
  }
}

/** For those at work: what keeps it from the person, and whether they may change that. */
async function keptFrom(log: Log, { name, look }: Shown, { listed }: SeenEntry) {
  const { person, visitor } = look
  if (name === null || visitor.via !== 'role') return { held: null, mayWithhold: false }
  const held = await withholdingOf(log, person, listed.id)
  const judges = mayWithhold(visitor, person)
  const ours = held !== null && held.organisation === visitor.organisation
  const may = held === null ? await mayAdd(log, log.db, person, visitor, listed) : ours
  return { held, mayWithhold: judges && may }
}
