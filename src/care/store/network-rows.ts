// The rows made from maps, meetings, visits, information and offers: to list, share and count.
import { type Day, dayIn, type Id, LONDON } from '../../basics/index.ts'
import { type FactOf, projection } from '../../log/index.ts'
import type { Tx } from '../../plumbing/index.ts'
import { type InformationKind, informationKinds } from '../domain/information/facts.ts'
import type { ItemKind } from '../domain/item-kinds.ts'
import { type MeetingKind, meetingKinds } from '../domain/meeting/facts.ts'
import { type MemberKind, type NetworkKind, networkKinds } from '../domain/network/facts.ts'
import { sortOf } from '../domain/network/network-type.ts'
import { type OfferedKind, offeredKinds } from '../domain/offered/facts.ts'
import { supportCodes } from '../domain/offered/nine-supports.ts'
import { planChangesAgreed } from '../domain/plan/facts.ts'
import { sideOf } from '../domain/plan/plan.ts'
import { type VisitKind, visitKinds } from '../domain/preparing/facts.ts'

type Kind =
  | NetworkKind
  | MeetingKind
  | VisitKind
  | InformationKind
  | OfferedKind
  | typeof planChangesAgreed

export const networkRows = projection<Kind>({
  name: 'care.network-rows',
  tables: ['care.items', 'care.on_maps', 'care.taken_part'],
  kinds: [
    ...networkKinds,
    ...meetingKinds,
    ...visitKinds,
    ...informationKinds,
    ...offeredKinds,
    planChangesAgreed,
  ],
  async apply(tx, facts) {
    for (const fact of facts) await applyOne(tx, fact)
  },
})

async function applyOne(tx: Tx, fact: FactOf<Kind>): Promise<void> {
  switch (fact.kind) {
    case 'network-member-placed':
    case 'network-member-taken-off':
      return changeMap(tx, fact)
    case 'network-meeting-called':
      return put(tx, fact, {
        kind: 'network-meeting',
        labels: ['mental'],
        title: 'Network meeting',
        says: fact.body.why,
        author: 'The person',
      })
    case 'network-meeting-begun':
      return noteStep(tx, fact, { what: 'met', code: 'meeting', step: 'met' })
    case 'network-meeting-noted':
      return fact.body.what === 'decision' ? addSaid(tx, fact, fact.body.says) : undefined
    case 'visit-foreseen':
      return put(tx, fact, {
        kind: 'visit',
        day: fact.body.day,
        title: `Visit: ${fact.body.withWhom}`,
        says: fact.body.carried.map(({ says }) => says).join(' '),
        author: 'The person',
      })
    case 'visit-prepared': {
      const { matters, worries, questions } = fact.body
      await noteStep(tx, fact, { what: 'prepared', code: 'visit', step: 'prepared' })
      const said = [matters, worries, ...questions.map(({ says }) => says)]
      return say(tx, fact, said.filter((one) => one !== '').join(' '))
    }
    case 'information-sent':
      await noteStep(tx, fact, { what: 'information', code: fact.body.item.code, step: 'sent' })
      return put(tx, fact, {
        kind: 'information',
        title: fact.body.item.title,
        says: fact.body.item.says,
        author: fact.body.from.shownAs,
      })
    case 'information-opened':
      return step(tx, fact, 'opened')
    case 'information-judged':
      return step(tx, fact, fact.body.helped)
    case 'plan-changes-agreed':
      return sideOf(fact.body) === 'person'
        ? noteStep(tx, fact, { what: 'plan', code: 'plan', step: 'agreed' })
        : undefined
    case 'offered-at-diagnosis-said':
      return noteOffered(tx, fact)
    default:
      return
  }
}

type Made<K extends Kind['kind']> = Extract<FactOf<Kind>, { kind: K }>
type At = { readonly owner: Id; readonly stream: Id; readonly at: FactOf<Kind>['at'] }

type Put = {
  readonly kind: ItemKind
  readonly labels?: readonly string[]
  readonly day?: Day
  readonly title: string
  readonly says: string
  readonly author: string
  readonly body?: string
}

async function put(tx: Tx, { owner, stream, at }: At, row: Put): Promise<void> {
  const { kind, labels = [], day = dayIn(LONDON, at), title, says, author, body = '' } = row
  await tx.text(
    `insert into care.items (owner, stream, item, kind, labels, day, title, says, author, under,
       place, body)
     values ($1, $2, $2, $3, $4, $5, $6, $7, $8, null, 1, $9)
     on conflict (owner, stream, item) do update set day = excluded.day, title = excluded.title,
       says = excluded.says, author = excluded.author, body = excluded.body`,
    [owner, stream, kind, labels, day, title, says, author, body],
    'put-network-item',
  )
}

const say = async (tx: Tx, { owner, stream }: At, says: string): Promise<void> => {
  await tx.text(
    'update care.items set says = $3 where owner = $1 and stream = $2',
    [owner, stream, says],
    'say-network-item',
  )
}

const addSaid = async (tx: Tx, { owner, stream }: At, says: string): Promise<void> => {
  await tx.text(
    `update care.items set says = says || ' ' || $3::text where owner = $1 and stream = $2`,
    [owner, stream, says],
    'add-to-network-item',
  )
}

type OnMap = readonly [member: Id, kind: MemberKind]

/** The row of a map names nobody: it says how many of which sort there are. */
async function changeMap(
  tx: Tx,
  fact: Made<'network-member-placed' | 'network-member-taken-off'>,
): Promise<void> {
  const { owner, stream } = fact
  const [row] = await tx.text<{ body: string }>(
    'select body from care.items where owner = $1 and stream = $2',
    [owner, stream],
    'read-network-row',
  )
  const before = row === undefined ? [] : (JSON.parse(row.body) as readonly OnMap[])
  const others = before.filter(([member]) => member !== fact.body.member)
  const placed = fact.kind === 'network-member-placed' ? fact.body : null
  const now: readonly OnMap[] =
    placed === null ? others : [...others, [placed.member, placed.kind] as const]
  await put(tx, fact, {
    kind: 'network-map',
    title: 'The people around the person',
    says: countsOf(now),
    author: 'The person',
    body: JSON.stringify(now),
  })
  await tx.text(
    'delete from care.on_maps where owner = $1 and stream = $2 and member = $3',
    [owner, stream, fact.body.member],
    'leave-map',
  )
  await tx.text(
    `delete from care.taken_part
     where owner = $1 and stream = $2 and what = 'map' and code = $3`,
    [owner, stream, fact.body.member],
    'leave-counted-map',
  )
  if (placed === null) return
  await noteStep(tx, fact, { what: 'map', code: placed.member, step: 'on' })
  if (placed.person === null) return
  await tx.text(
    'insert into care.on_maps (person, owner, stream, member) values ($1, $2, $3, $4)',
    [placed.person, owner, stream, placed.member],
    'join-map',
  )
}

const sortNames = {
  kin: 'family',
  friends: 'friends and neighbours',
  community: 'groups and places',
  professionals: 'people whose job it is',
  pets: 'animals',
} as const

const countsOf = (now: readonly OnMap[]): string =>
  Object.entries(sortNames)
    .map(([sort, name]) => [now.filter(([, kind]) => sortOf(kind) === sort).length, name] as const)
    .filter(([count]) => count > 0)
    .map(([count, name]) => `${count} ${name}`)
    .join(', ')

type Step = { readonly what: string; readonly code: string; readonly step: string }

const noteStep = async (tx: Tx, { owner, stream, at }: At, one: Step): Promise<void> => {
  await tx.text(
    `insert into care.taken_part (owner, stream, what, code, step, day)
     values ($1, $2, $3, $4, $5, $6)
     on conflict (owner, stream, what, code) do update set step = excluded.step`,
    [owner, stream, one.what, one.code, one.step, dayIn(LONDON, at)],
    'note-taken-part',
  )
}

const step = async (tx: Tx, { owner, stream }: At, how: string): Promise<void> => {
  await tx.text(
    'update care.taken_part set step = $3 where owner = $1 and stream = $2',
    [owner, stream, how],
    'step-taken-part',
  )
}

async function noteOffered(tx: Tx, fact: Made<'offered-at-diagnosis-said'>): Promise<void> {
  const { condition, toldOn, offered } = fact.body
  await put(tx, fact, {
    kind: 'offered',
    day: toldOn,
    title: `What was offered when told of: ${condition}`,
    says: `Offered ${offered.length} of ${supportCodes.length}`,
    author: 'The person',
  })
  for (const code of supportCodes) {
    const how = offered.includes(code) ? 'offered' : 'not'
    await noteStep(tx, fact, { what: 'offered', code, step: how })
  }
}
