// From facts to traces: what of a story, a promise, a report or a figure goes into a pack.
import { type Day, dayIn, type Id, type Instant, LONDON } from '../../basics/index.ts'
import type { MeasureFact } from '../../gate/index.ts'
import type { Fact } from '../../log/index.ts'
import type { PromiseFact } from '../../promises/index.ts'
import type { HeardFact, ReportFact, StoryFact } from '../../voice/index.ts'
import type { Said, Trace } from './trace.ts'

export type Period = { readonly from: Day; readonly until: Day }

/** A fact with the digest that stands in the chain. */
export type Digested<F extends Fact = Fact> = F & { readonly digest: string }

const day = (at: Instant): Day => dayIn(LONDON, at)

const traceOf = (fact: Digested, said: Said): Trace => ({
  stream: fact.stream,
  place: fact.place,
  digest: fact.digest,
  day: day(fact.at),
  ...said,
})

/** What a pack keeps of a story, and the answers from which promises follow. */
export type GatheredStory = { readonly traces: readonly Trace[]; readonly promising: readonly Id[] }

const NOTHING: GatheredStory = { traces: [], promising: [] }

/** The kinds of story that are concerns, for who gathers. */
export type Concerns = ReadonlySet<string>

/**
 * A story that was published in a period about a place and not taken back by then; nothing of any
 * other. No words of it: what somebody takes back or has erased must not stay in a file.
 */
export function gatherStory(
  facts: readonly Digested<StoryFact>[],
  place: Id,
  { from, until }: Period,
  concerns: Concerns,
): GatheredStory {
  const told = facts.find((one) => one.kind === 'story-told')
  const published = facts.findLast((one) => one.kind === 'story-published')
  if (told?.kind !== 'story-told' || published?.kind !== 'story-published') return NOTHING
  if (facts.some(({ kind }) => kind === 'story-withdrawn')) return NOTHING
  const on = day(published.at)
  if (!told.body.places.includes(place) || on < from || on > until) return NOTHING
  const { about, forSomebody } = told.body
  const helped = forSomebody !== null
  const traces = [
    traceOf(told, { what: 'told', kind: about, concern: concerns.has(about), helped }),
    traceOf(published, { what: 'published' }),
  ]
  const reading = facts.find(({ id }) => id === published.body.reading)
  if (reading?.kind === 'story-read') {
    const areas = reading.body.grades.filter(({ level }) => level > 0).map(({ area }) => area)
    traces.push(traceOf(reading, { what: 'read', areas }))
  }
  const promising: Id[] = []
  for (const one of facts) {
    if (one.kind !== 'saying-published') continue
    const answer = facts.find(({ id }) => id === one.body.saying)
    if (answer?.kind !== 'story-answered') continue
    const { change } = answer.body
    traces.push(traceOf(one, { what: 'answered', change }))
    if (change !== 'none') promising.push(answer.id)
  }
  return { traces, promising }
}

/** A promise in answer to what is read at an address, and what became of it. */
export function gatherPromise(facts: readonly Digested<PromiseFact>[], about: string): Trace[] {
  const made = facts.find((one) => one.kind === 'promise-made')
  if (made?.kind !== 'promise-made') return []
  const asker = (person: Id | null) => made.body.to.indexOf(person ?? '') + 1
  return facts.flatMap((one): Trace[] => {
    switch (one.kind) {
      case 'promise-made':
        return [traceOf(one, { what: 'promised', about, due: one.body.due as Day })]
      case 'promise-said-done':
        return [traceOf(one, { what: 'said-done', about })]
      case 'promise-answered': {
        const { answer } = one.body
        return [
          traceOf(one, { what: 'word', about, asker: asker(one.onBehalfOf ?? one.by), answer }),
        ]
      }
      case 'promise-date-agreed':
        return [traceOf(one, { what: 'new-date', about, due: one.body.due as Day })]
      default:
        return []
    }
  })
}

/** A report by a body with a mandate, and the answers to its recommendations. */
export const gatherReport = (facts: readonly Digested<ReportFact>[]): Trace[] =>
  facts.flatMap((one): Trace[] => {
    if (one.kind === 'report-posted') {
      const { title, publisher, recommendations, due } = one.body
      const counted = { recommendations: recommendations.length, due }
      return [traceOf(one, { what: 'report', title, by: publisher.shownAs, ...counted })]
    }
    if (one.kind !== 'recommendation-answered') return []
    const { number, stance } = one.body
    return [traceOf(one, { what: 'recommendation', number, stance })]
  })

/** What was heard and became one of these reports: as far as it reached, and as no story. */
export const gatherHeard = (
  facts: readonly Digested<HeardFact>[],
  reports: ReadonlySet<string>,
): Trace[] =>
  facts.flatMap((one): Trace[] => {
    if (one.kind !== 'theme-raised' || !reports.has(one.body.report)) return []
    const { report, places, people } = one.body
    return [traceOf(one, { what: 'raised', about: `/reports/${report}`, places, people })]
  })

/** Where the promises lie that answers to a report make: with whoever posted it. */
export function promisesInReport(
  facts: readonly ReportFact[],
): readonly { readonly owner: Id; readonly stream: Id }[] {
  const posted = facts.find(({ kind }) => kind === 'report-posted')
  const owner = posted?.by ?? null
  if (posted === undefined || owner === null) return []
  return facts.flatMap((one) => {
    const promised = one.kind === 'recommendation-answered' ? one.body.promised : null
    return promised === null ? [] : [{ owner, stream: promised.promise }]
  })
}

/** The tables of a measure whose title is a month of the period, as they left by the gate. */
export const gatherFigures = (
  facts: readonly Digested<MeasureFact>[],
  { from, until }: Period,
): Trace[] =>
  facts.flatMap((one): Trace[] => {
    if (one.kind !== 'table-released') return []
    const { title, cells } = one.body
    if (title < from.slice(0, 7) || title > until.slice(0, 7)) return []
    const shown = cells.map((cell) => ({ label: cell.label, shown: String(cell.shown) }))
    return [traceOf(one, { what: 'figures', title, cells: shown })]
  })
