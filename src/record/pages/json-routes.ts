// The addresses at which programs read a record as FHIR: one's own, and one that is shared.
import { isId, refuse } from '../../basics/index.ts'
import { outcomeOf } from '../../fhir/index.ts'
import type { Log } from '../../log/index.ts'
import type { PageReply, PageRequest, RefusedAs, Route } from '../../web/index.ts'
import { readResources } from '../actions/read-resources.ts'
import { kinds } from '../domain/entry-kinds.ts'
import { refusals } from '../domain/refusals.ts'
import { searchset } from '../domain/searchset.ts'
import { mine } from './own-routes.ts'
import { withPerson } from './people-routes.ts'
import type { Shown } from './show.ts'

const type = 'application/fhir+json; charset=utf-8'
const PAGE = 50

const refusedAs: RefusedAs = (refusal) => ({ type, body: JSON.stringify(outcomeOf([refusal])) })

type Answer = (log: Log, request: PageRequest, at: Shown) => Promise<PageReply>

const answers: readonly (readonly [string, string, Answer])[] = [
  ['/entries.json', 'the entries as FHIR, 50 at a time', sendEntries],
  ['/entry/:entry.json', 'one entry as FHIR, with what is known beside it', sendEntry],
]

export const jsonRoutes = (log: Log): readonly Route[] =>
  answers.flatMap(([path, says, answer]): Route[] => {
    const where = path.replace('/:entry', '')
    return [
      {
        method: 'GET',
        path: `/record${path}`,
        access: 'person',
        says: `For programs, of my record: ${says}`,
        refusedAs,
        handle: (request) => answer(log, request, mine(request, `/record${where}`)),
      },
      {
        method: 'GET',
        path: `/people/:person/record${path}`,
        access: 'person',
        whileActingFor: true,
        says: `For programs, of a record that is shared with me: ${says}`,
        refusedAs,
        handle: (request) => withPerson(log, request, where, (at) => answer(log, request, at)),
      },
    ]
  })

async function sendEntries(log: Log, { query }: PageRequest, at: Shown): Promise<PageReply> {
  const kind = kinds.find((one) => one === query.kind) ?? null
  const before = isId(query.before) ? query.before : null
  const read = await readResources(log, at.look, { kind, before, size: PAGE })
  if (!read.ok) return { kind: 'refused', refusal: read.refusal }
  const { found, last } = read.value
  const address = (from: string | null) => {
    const parts = { ...(kind === null ? {} : { kind }), ...(from === null ? {} : { before: from }) }
    const asked = new URLSearchParams(parts).toString()
    return `${at.base}/entries.json${asked === '' ? '' : `?${asked}`}`
  }
  const links = { self: address(before), next: last === null ? null : address(last) }
  return { kind: 'data', type, body: searchset(found, links) }
}

async function sendEntry(log: Log, { params }: PageRequest, at: Shown): Promise<PageReply> {
  const id = params.entry
  if (!isId(id)) return unknown()
  const read = await readResources(log, at.look, { only: id, before: null, size: 1 })
  if (!read.ok) return { kind: 'refused', refusal: read.refusal }
  const { found } = read.value
  if (found.length === 0) return unknown()
  const self = `${at.base}/entry/${id}.json`
  return { kind: 'data', type, body: searchset(found, { self, next: null }) }
}

const unknown = (): PageReply => ({
  kind: 'refused',
  refusal: refuse(refusals.entryUnknown).refusal,
})
