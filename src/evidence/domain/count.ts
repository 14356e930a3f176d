// From traces to findings: every number of a pack of evidence, and the facts that it rests on.
import { addDays, type Day, daysBetween } from '../../basics/index.ts'
import { inOrder, keyOf, type Said, type Trace } from './trace.ts'

export type Section = 'heard' | 'answered' | 'changed' | 'unheard' | 'reports' | 'figures'

/** One sentence: which one, with which values, and the facts it rests on, in their order. */
export type Finding = {
  readonly section: Section
  readonly code: string
  readonly values: Readonly<Record<string, string | number>>
  readonly rests: readonly string[]
}

export type Counting = {
  readonly traces: readonly Trace[]
  /** The day as of which everything is said: that of the checkpoint. */
  readonly asOf: Day
  /** Days after which a story is old enough to ask whether it was answered. */
  readonly waits: number
}

type Of<What extends Said['what']> = Extract<Trace, { what: What }>

/** A story with what was said to it, as far as it is public. */
type Story = {
  readonly told: Of<'told'>
  readonly published: Of<'published'>
  readonly read: Of<'read'> | null
  readonly answers: readonly Of<'answered'>[]
}

/** A promise with how it stands. `nobody`: said to be done, and those who asked are silent. */
type Promised = {
  readonly made: Of<'promised'>
  readonly all: readonly Trace[]
  readonly saidDone: Of<'said-done'> | null
  readonly stands: 'kept' | 'disputed' | 'nobody' | 'late' | 'waiting'
}

const is =
  <What extends Said['what']>(what: What) =>
  (trace: Trace): trace is Of<What> =>
    trace.what === what

/** All findings, in a fixed order: the same traces give the same ones, however they come. */
export function findingsOf({ traces, asOf, waits }: Counting): readonly Finding[] {
  const streams = [...Map.groupBy(inOrder(traces), ({ stream }) => stream).values()]
  const stories = streams.flatMap(storyOf)
  const promises = streams.flatMap((some) => promiseOf(some, asOf))
  const old = stories.filter(({ published }) => published.day <= addDays(asOf, -waits))
  return [
    ...heard(stories),
    ...answered(stories, old, waits),
    ...changed(promises),
    ...concernsChanged(old, promises, waits),
    ...unheard(stories, old, promises),
    ...reports(streams, asOf),
    ...reach(streams),
    ...figures(streams),
  ]
}

function storyOf(traces: readonly Trace[]): Story[] {
  const told = traces.find(is('told'))
  const published = traces.find(is('published'))
  if (told === undefined || published === undefined) return []
  const read = traces.find(is('read')) ?? null
  return [{ told, published, read, answers: traces.filter(is('answered')) }]
}

function promiseOf(traces: readonly Trace[], asOf: Day): Promised[] {
  const made = traces.find(is('promised'))
  if (made === undefined) return []
  const inChain = traces.toSorted((one, other) => one.place - other.place)
  const saidDone = inChain.findLast(is('said-done')) ?? null
  const due = inChain.findLast(is('new-date'))?.due ?? made.due
  const latest = new Map<number, string>()
  for (const one of inChain.filter(is('word'))) {
    if (one.asker > 0 && saidDone !== null && one.place > saidDone.place) {
      latest.set(one.asker, one.answer)
    }
  }
  const words = [...latest.values()]
  const stands = words.some((word) => word !== 'yes')
    ? 'disputed'
    : words.length > 0
      ? 'kept'
      : saidDone !== null
        ? 'nobody'
        : due < asOf
          ? 'late'
          : 'waiting'
  return [{ made, all: inChain, saidDone, stands }]
}

const finding = (
  section: Section,
  code: string,
  values: Finding['values'],
  rests: readonly (readonly Trace[])[],
): Finding => ({ section, code, values, rests: inOrder(rests.flat()).map(keyOf) })

function heard(stories: readonly Story[]): Finding[] {
  if (stories.length === 0) return [finding('heard', 'nothing', {}, [])]
  const all = stories.map(({ told, published }) => [told, published])
  const kinds = [...new Set(stories.map(({ told }) => told.kind))].sort()
  const areas = [...new Set(stories.flatMap(({ read }) => read?.areas ?? []))].sort()
  return [
    finding('heard', 'stories', { stories: stories.length }, all),
    ...kinds.map((kind) => {
      const some = stories.filter(({ told }) => told.kind === kind)
      return finding('heard', 'kind', { kind, stories: some.length }, [some.map((one) => one.told)])
    }),
    ...areas.map((area) => {
      const some = stories.flatMap(({ read }) => (read?.areas.includes(area) ? [read] : []))
      return finding('heard', 'theme', { area, stories: some.length }, [some])
    }),
  ]
}

function answered(stories: readonly Story[], old: readonly Story[], waits: number): Finding[] {
  if (stories.length === 0) return []
  const within = old.filter(({ answers }) => answers.length > 0)
  const first = stories.flatMap(({ told, answers: [one] }) =>
    one === undefined ? [] : [{ days: daysBetween(told.day, one.day), rests: [told, one] }],
  )
  const days = middleOf(first.map((one) => one.days))
  const rate = { answered: within.length, stories: old.length, waits }
  return [
    finding('answered', old.length === 0 ? 'none-old' : 'rate', rate, [
      old.map(({ published }) => published),
      within.flatMap(({ answers: [one] }) => one ?? []),
    ]),
    ...(days === null
      ? []
      : [
          finding(
            'answered',
            'first',
            { days, stories: first.length },
            first.map((o) => o.rests),
          ),
        ]),
  ]
}

/** The middle one; of an even number the smaller of the two in the middle. */
export function middleOf(days: readonly number[]): number | null {
  const sorted = days.toSorted((one, other) => one - other)
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? null
}

function changed(promises: readonly Promised[]): Finding[] {
  const all = promises.map((one) => one.all)
  if (promises.length === 0) return [finding('changed', 'no-promise', {}, [])]
  const standing = (stands: Promised['stands']) => promises.filter((one) => one.stands === stands)
  const claimed = promises.filter(({ saidDone }) => saidDone !== null)
  const count = (code: string, some: readonly Promised[]) =>
    finding(
      'changed',
      code,
      { promises: some.length },
      some.length === 0 ? all : some.map((one) => one.all),
    )
  return [
    finding(
      'changed',
      'promised',
      { promises: promises.length },
      promises.map(({ made }) => [made]),
    ),
    count('claimed', claimed),
    count('confirmed', standing('kept')),
    count('disputed', standing('disputed')),
    count('no-word', standing('nobody')),
    count('overdue', standing('late')),
    count('waiting', standing('waiting')),
  ]
}

/** Where anybody reads a story, by which a promise says what it answers. */
const read = ({ stream }: Of<'told'>): string => `/stories/${stream}`

function concernsChanged(
  old: readonly Story[],
  promises: readonly Promised[],
  waits: number,
): Finding[] {
  const concerns = old.filter(({ told }) => told.concern)
  if (concerns.length === 0) return []
  const of = (wanted: (one: Promised) => boolean) =>
    new Set(promises.filter(wanted).map(({ made }) => made.about))
  const claimed = of(({ saidDone }) => saidDone !== null)
  const confirmed = of(({ stands }) => stands === 'kept')
  const values = {
    concerns: concerns.length,
    changed: concerns.filter(({ told }) => claimed.has(read(told))).length,
    confirmed: concerns.filter(({ told }) => confirmed.has(read(told))).length,
    waits,
  }
  const ids = new Set(concerns.map(({ told }) => read(told)))
  return [
    finding('changed', 'concerns', values, [
      concerns.map(({ told }) => told),
      promises.filter(({ made }) => ids.has(made.about)).flatMap(({ all }) => all),
    ]),
  ]
}

/** Who told and was not heard to the end; and from whom nothing came at all. */
function unheard(
  stories: readonly Story[],
  old: readonly Story[],
  promises: readonly Promised[],
): Finding[] {
  const silent = old.filter(({ answers }) => answers.length === 0)
  const helped = stories.filter(({ told }) => told.helped)
  const broken = promises.filter(({ stands }) => stands === 'disputed' || stands === 'late')
  return [
    ...(old.length === 0
      ? []
      : [
          finding(
            'unheard',
            'not-answered',
            { stories: silent.length },
            silent.length === 0
              ? old.map(({ published, answers }) => [published, ...answers])
              : silent.map(({ published }) => [published]),
          ),
        ]),
    ...(promises.length === 0
      ? []
      : [
          finding(
            'unheard',
            'still-waiting',
            { promises: broken.length },
            (broken.length === 0 ? promises : broken).map(({ all }) => all),
          ),
        ]),
    finding(
      'unheard',
      'helped',
      { stories: helped.length },
      (helped.length === 0 ? stories : helped).map(({ told }) => [told]),
    ),
  ]
}

function reports(streams: readonly (readonly Trace[])[], asOf: Day): Finding[] {
  const found = streams.flatMap((traces) => {
    const report = traces.find(is('report'))
    if (report === undefined) return []
    const answers = traces.filter(is('recommendation'))
    const { title, by, recommendations, due } = report
    const silent = recommendations - answers.length
    const code = silent === 0 ? 'answered' : due < asOf ? 'silent' : 'open'
    const stances = (stance: string) => answers.filter((one) => one.stance === stance).length
    const values = {
      title,
      by,
      recommendations,
      answered: answers.length,
      silent,
      due,
      accepted: stances('accepted'),
      partly: stances('partly'),
      refused: stances('not-accepted'),
    }
    return [finding('reports', code, values, [[report], answers])]
  })
  return found.length === 0 ? [finding('reports', 'none', {}, [])] : found
}

/** What community workers heard from people without an account: reach, and never a vote. */
const reach = (streams: readonly (readonly Trace[])[]): Finding[] =>
  streams
    .flatMap((traces) => traces.filter(is('raised')))
    .map((one) => {
      const { places, people } = one
      return finding('reports', 'reach', { places, people }, [[one]])
    })

const figures = (streams: readonly (readonly Trace[])[]): Finding[] =>
  streams
    .flatMap((traces) => traces.filter(is('figures')))
    .toSorted((one, other) => (one.title < other.title ? -1 : 1))
    .map((one) => {
      const shown = Object.fromEntries(one.cells.map(({ label, shown }) => [label, shown]))
      return finding('figures', 'month', { month: one.title, ...shown }, [[one]])
    })
