// The addresses of leaving: what it is, and the file itself.
import { createElement } from 'react'
import { dayIn, LONDON, refuse } from '../../basics/index.ts'
import { personOf, signedInAt } from '../../identity/index.ts'
import type { Log } from '../../log/index.ts'
import { type SigningKey, spool } from '../../plumbing/index.ts'
import { askerOf, isFresh } from '../../sharing/index.ts'
import type { PageReply, PageRequest, Route } from '../../web/index.ts'
import { leaveWith } from '../actions/leave.ts'
import { refusals } from '../domain/refusals.ts'
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
  const { person, session } = personOf(request)
  const { language, now } = request
  // All of it is whole, also what is left out of the lists here: whoever holds the device must not
  // get at it by this. It is so for everybody, so that no page tells who hides something.
  const since = await signedInAt(log, person, session)
  if (since === null || !isFresh(since, now)) {
    return { kind: 'refused', refusal: refuse(refusals.everythingNotAfresh).refusal }
  }
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
