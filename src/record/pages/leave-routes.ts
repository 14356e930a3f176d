// The addresses of leaving: what it is, and the file itself.
import { createElement } from 'react'
import { dayIn, LONDON } from '../../basics/index.ts'
import { personOf } from '../../identity/index.ts'
import type { Log } from '../../log/index.ts'
import { type SigningKey, spool } from '../../plumbing/index.ts'
import { askerOf } from '../../sharing/index.ts'
import type { PageReply, PageRequest, Route } from '../../web/index.ts'
import { leaveWith } from '../actions/leave.ts'
import { leaveWords } from '../words/leave-words.ts'
import { LeavePage } from './leave-page.tsx'
import { type MorePages, readableParts } from './readable.tsx'

export type LeaveDeps = {
  readonly log: Log
  keys(): Promise<readonly SigningKey[]>
  /** What rooms that this one may not use keep of a person beside their facts. */
  readonly more?: readonly MorePages[]
}

export const leaveRoutes = (deps: LeaveDeps): readonly Route[] => [
  {
    method: 'GET',
    path: '/record/leave',
    access: 'person',
    says: 'What you can take with you',
    handle: async ({ language }) => ({
      kind: 'page',
      title: leaveWords.in(language).title,
      main: createElement(LeavePage, { language }),
      back: { href: '/record', text: leaveWords.in(language).back },
      here: '/record',
      welsh: 'part',
    }),
  },
  {
    method: 'POST',
    path: '/record/leave',
    access: 'person',
    says: 'Everything that is yours, in one file',
    handle: (request) => take(deps, request),
  },
]

async function take({ log, keys, more = [] }: LeaveDeps, request: PageRequest): Promise<PageReply> {
  const { person } = personOf(request)
  const { language, now } = request
  const key = (await keys()).at(-1)
  if (key === undefined) throw new Error('An installation has a key from its first start')
  // People are themselves in their own record, whatever role they act in elsewhere.
  const asked = askerOf(request.visitor)
  const asker = asked.via === 'role' ? { ...asked, via: 'self' as const } : asked
  const left = await leaveWith(log, key, {
    person,
    asker,
    where: '/record/leave',
    readable: (looked, tx) => readableParts({ log, looked, language, more }, tx),
  })
  if (!left.ok) return { kind: 'refused', refusal: left.refusal }
  // Written here first: how fast somebody takes it must not hold the database.
  const { bytes, size } = await spool(log.files.folder, log.chance.hex(8), left.value)
  const name = `everything-${dayIn(LONDON, now)}.zip`
  return { kind: 'download', name, type: 'application/zip', body: bytes, size }
}
