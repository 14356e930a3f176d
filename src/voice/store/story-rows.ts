// The rows made from stories: worklists without words, and what anybody may read.
import type { Day, Id, Instant } from '../../basics/index.ts'
import { type FactOf, projection } from '../../log/index.ts'
import { type Tx, tables } from '../../plumbing/index.ts'
import { type StoryFactKind, storyKindsOfFact } from '../domain/facts.ts'
import { severityOf } from '../domain/severity.ts'
import { storyKindNamed } from '../domain/story-kinds.ts'
import { isOutOfHours } from '../domain/tell.ts'

type At = { readonly owner: Id; readonly stream: Id }

type Work = At & {
  kind: string
  told_at: Instant
  read_by: Day
  standing: string
  severity: number | null
  risks: string[]
  out_of_hours: boolean
  first_reader: Id | null
  settled_at: Instant | null
  answer_by: Day | null
  first_answer_at: Instant | null
  is_own: boolean
}

type Tables = {
  'voice.work': Work
  'voice.told_to': At & { organisation: Id; told_at: Instant }
  'voice.about': At & {
    place: Id
    kind: string
    concern: boolean
    told_at: Instant
    published_at: Instant | null
    first_answer_at: Instant | null
  }
  'voice.published': At & {
    kind: string
    title: string
    happened: string
    good: string
    better: string
    told_at: Instant
    published_at: Instant
    first_answer_at: Instant | null
  }
  'voice.sayings': At & {
    saying: Id
    organisation: Id | null
    change: string
    said_at: Instant
    standing: string
    published_at: Instant | null
  }
  'voice.ways_back': At & { digest: string }
}

const build = tables<Tables>()

export const storyRows = projection({
  name: 'voice.stories',
  tables: [
    'voice.work',
    'voice.told_to',
    'voice.about',
    'voice.published',
    'voice.sayings',
    'voice.ways_back',
  ],
  kinds: storyKindsOfFact,
  async apply(tx, facts) {
    for (const fact of facts) {
      await applyTold(tx, fact)
      await applySaid(tx, fact)
    }
  },
})

async function applyTold(tx: Tx, fact: FactOf<StoryFactKind>): Promise<void> {
  const at = { owner: fact.owner, stream: fact.stream }
  switch (fact.kind) {
    case 'story-told':
      return addStory(tx, fact)
    case 'way-back-made': {
      const row = { ...at, digest: fact.body.digest }
      await tx.all(
        build
          .insertInto('voice.ways_back')
          .values(row)
          .onConflict((on) => on.columns(['owner', 'stream']).doUpdateSet({ digest: row.digest })),
      )
      return
    }
    case 'story-read': {
      const severity = severityOf(fact.body.grades)
      return change(tx, at, { standing: 'read once', severity, first_reader: fact.by })
    }
    case 'reading-returned':
    case 'story-reworded':
      return change(tx, at, { standing: 'to be read', first_reader: null })
    case 'story-held-back':
      return change(tx, at, { standing: 'held back', first_reader: null })
    case 'story-accepted':
    case 'story-published': {
      const { severity, answerBy } = fact.body
      const settled = { severity, settled_at: fact.at, answer_by: answerBy }
      const published = fact.kind === 'story-published'
      await change(tx, at, { standing: published ? 'published' : 'accepted', ...settled })
      if (published) await publish(tx, fact)
      return
    }
    case 'story-withdrawn':
      await change(tx, at, { standing: 'withdrawn' })
      await tx.all(whereAt(build.deleteFrom('voice.published'), at))
      await tx.all(whereAt(build.updateTable('voice.about').set({ published_at: null }), at))
      return
  }
}

async function addStory(tx: Tx, fact: FactOf<StoryFactKind> & { kind: 'story-told' }) {
  const at = { owner: fact.owner, stream: fact.stream }
  const { about, places, organisations, risks, readBy } = fact.body
  const kind = storyKindNamed(about)
  const work: Work = {
    ...at,
    kind: about,
    told_at: fact.at,
    read_by: readBy,
    standing: 'to be read',
    severity: null,
    risks: [...risks],
    out_of_hours: isOutOfHours(fact.at, 'england'),
    first_reader: null,
    settled_at: null,
    answer_by: null,
    first_answer_at: null,
    is_own: fact.owner !== fact.stream,
  }
  await tx.all(build.insertInto('voice.work').values(work))
  const clocks = { told_at: fact.at, published_at: null, first_answer_at: null }
  const concern = kind?.concern ?? false
  const about_ = [...new Set(places)].map((place) => ({
    ...at,
    place,
    kind: about,
    concern,
    ...clocks,
  }))
  if (about_.length > 0) await tx.all(build.insertInto('voice.about').values(about_))
  const told = [...new Set(organisations)].map((organisation) => ({
    ...at,
    organisation,
    told_at: fact.at,
  }))
  if (told.length > 0) await tx.all(build.insertInto('voice.told_to').values(told))
}

async function publish(tx: Tx, fact: FactOf<StoryFactKind> & { kind: 'story-published' }) {
  const at = { owner: fact.owner, stream: fact.stream }
  const work = await tx.first(
    whereAt(build.selectFrom('voice.work').select(['kind', 'told_at', 'first_answer_at']), at),
  )
  if (work === undefined) return
  const row = { ...at, ...fact.body.words, ...work, published_at: fact.at }
  await tx.all(build.insertInto('voice.published').values(row))
  await tx.all(whereAt(build.updateTable('voice.about').set({ published_at: fact.at }), at))
}

async function applySaid(tx: Tx, fact: FactOf<StoryFactKind>): Promise<void> {
  const at = { owner: fact.owner, stream: fact.stream }
  const said = { ...at, saying: fact.id, said_at: fact.at, standing: 'waiting', published_at: null }
  switch (fact.kind) {
    case 'story-answered': {
      const { organisation, change: what } = fact.body
      await tx.all(
        build.insertInto('voice.sayings').values({ ...said, organisation, change: what }),
      )
      return
    }
    case 'author-replied':
      await tx.all(
        build.insertInto('voice.sayings').values({ ...said, organisation: null, change: 'none' }),
      )
      return
    case 'saying-published': {
      const set = { standing: 'published', published_at: fact.at }
      await changeSaying(tx, at, fact.body.saying, set)
      return noteFirstAnswer(tx, at, fact.body.saying, fact.at)
    }
    case 'saying-returned':
      return changeSaying(tx, at, fact.body.saying, { standing: 'returned' })
  }
}

const changeSaying = async (
  tx: Tx,
  at: At,
  saying: Id,
  set: { standing: string; published_at?: Instant },
): Promise<void> => {
  await tx.all(
    whereAt(build.updateTable('voice.sayings').set(set), at).where('saying', '=', saying),
  )
}

async function noteFirstAnswer(tx: Tx, at: At, saying: Id, when: Instant): Promise<void> {
  const by = await tx.first(
    whereAt(build.selectFrom('voice.sayings').select('organisation'), at).where(
      'saying',
      '=',
      saying,
    ),
  )
  if (by?.organisation == null) return
  const set = { first_answer_at: when }
  for (const table of ['voice.work', 'voice.about', 'voice.published'] as const) {
    await tx.all(
      whereAt(build.updateTable(table).set(set), at).where('first_answer_at', 'is', null),
    )
  }
}

const change = async (tx: Tx, at: At, set: Partial<Work>): Promise<void> => {
  await tx.all(whereAt(build.updateTable('voice.work').set(set), at))
}

/** Narrows a query to the rows of one stream. */
const whereAt = <Q extends { where(column: 'owner' | 'stream', is: '=', to: Id): Q }>(
  query: Q,
  { owner, stream }: At,
): Q => query.where('owner', '=', owner).where('stream', '=', stream)
