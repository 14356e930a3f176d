// How a story is told: records, own words, grants, promises, in days before the town’s day.
import {
  addDays,
  addMonths,
  type Day,
  daysBetween,
  type Id,
  type OrganisationId,
  type PersonId,
} from '../basics/index.ts'
import { actTogether } from '../log/index.ts'
import { agreedByHand, answer, lapseDue, promise, saySaidDone } from '../promises/index.ts'
import { addForMany, entryPlace, type NewEntry, type OwnKind, writeEntry } from '../record/index.ts'
import { everything, giveGrant } from '../sharing/index.ts'
import { measures } from './measures.ts'
import { townId } from './names.ts'
import * as fhir from './resources.ts'
import { done, itself, type Town } from './town.ts'
import type { Author } from './workers.ts'

/** When: so many days ago, or so many years and then some days. */
export type When = number | { readonly years: number; readonly days?: number }

/** One entry: when, who wrote it, what it says. */
export type Line = {
  readonly when: When
  readonly by: Author
  readonly label?: string
  readonly make: (of: fhir.Of, dayOf: (when: When) => Day) => string
}

export const years = (years: number, days = 0): When => ({ years, days })

const line = (when: When, by: Author, make: Line['make'], label?: string): Line => ({
  when,
  by,
  make,
  ...(label === undefined ? {} : { label }),
})

/** The words in which a record is told; `by` is who wrote it. */
export const told = (by: Author) => ({
  problem: (when: When, text: string, label?: string) =>
    line(when, by, (of) => fhir.problem(of, text), label),
  over: (when: When, text: string, ended: When) =>
    line(when, by, (of, dayOf) => fhir.problem(of, text, dayOf(ended))),
  medicine: (when: When, text: string, dose: string, label?: string) =>
    line(when, by, (of) => fhir.medicine(of, text, dose), label),
  course: (when: When, text: string, dose: string) =>
    line(when, by, (of) => fhir.medicine(of, text, dose, 'completed')),
  stopped: (when: When, text: string, dose: string) =>
    line(when, by, (of) => fhir.medicine(of, text, dose, 'stopped')),
  allergy: (when: When, text: string, reaction: string | null) =>
    line(when, by, (of) => fhir.allergy(of, text, reaction)),
  vaccine: (when: When, text: string) => line(when, by, (of) => fhir.vaccination(of, text)),
  result: (when: When, what: keyof typeof measures, value: number) =>
    line(when, by, (of) => fhir.result(of, measures[what], value)),
  /** The same thing measured again and again, the oldest first. */
  trend: (what: keyof typeof measures, values: readonly (readonly [When, number])[]) =>
    values.map(([when, value]) => line(when, by, (of) => fhir.result(of, measures[what], value))),
  pressure: (when: When, upper: number, lower: number) =>
    line(when, by, (of) => fhir.bloodPressure(of, upper, lower)),
  found: (when: When, says: string, found: string) =>
    line(when, by, (of) => fhir.finding(of, says, found)),
  treatment: (when: When, text: string, note?: string) =>
    line(when, by, (of) => fhir.treatment(of, text, note ?? null)),
  visit: (when: When, text: string, why: string, label?: string) =>
    line(when, by, (of) => fhir.visit(of, text, why), label),
  /** In so many days. */
  booked: (days: number, text: string, note: string) =>
    line(-days, by, (of) => fhir.appointment(of, text, note)),
  letter: (when: When, text: string, says: string, label?: string) =>
    line(when, by, (of) => fhir.letter(of, text, says), label),
  referral: (when: When, text: string, why: string, status?: 'active') =>
    line(when, by, (of) => fhir.referral(of, text, why, status)),
  team: (when: When, text: string, members: readonly (readonly [role: string, name: string])[]) =>
    line(when, by, (of) => fhir.team(of, text, members)),
  plan: (when: When, text: string, says: string) =>
    line(when, by, (of) => fhir.plan(of, text, says)),
})

const dayOf =
  (today: Day) =>
  (when: When): Day =>
    typeof when === 'number'
      ? addDays(today, -when)
      : addDays(addMonths(today, -12 * when.years), -(when.days ?? 0))

// What is older was brought in when the person came to this site.
const CAME = 45

/** Adds lines to a record: old ones together, what happened since on its own day. */
export async function tellRecord(
  { at, today }: Town,
  person: PersonId,
  lines: readonly (Line | readonly Line[])[],
): Promise<void> {
  const dated = lines.flat().map((one) => ({ one, day: dayOf(today)(one.when) }))
  const broughtIn = ({ day }: { readonly day: Day }) =>
    Math.min(CAME, Math.max(1, daysBetween(day, today)))
  const together = [...Map.groupBy(dated, broughtIn)].toSorted(([one], [other]) => other - one)
  for (const [daysAgo, some] of together) {
    const log = at(daysAgo, '17:40')
    const entries = some.map(({ one }) => entryOf(today, person, one))
    const actor = itself(some[0]?.one.by.person ?? person)
    done(await actTogether(log, (tx) => addForMany(log, tx, [{ actor, person, entries }])))
  }
}

const entryOf = (today: Day, person: PersonId, one: Line): NewEntry => ({
  received: one.make({ person, day: dayOf(today)(one.when) }, dayOf(today)),
  source: { what: 'file', name: sourceOf(one.by), fullUrl: null },
  author: one.by,
  identifier: null,
  labels: one.label === undefined ? [] : [one.label],
  batch: null,
})

/** Which entry of a record a line became. */
export const entryTold = ({ today }: Town, person: PersonId, one: Line): Id =>
  entryPlace(person, entryOf(today, person, one))

const sourceOf = ({ shownAs }: Author): string => `the records of ${shownAs.split(', ')[1]}`

/** What somebody writes themselves. */
export type Own = {
  readonly daysAgo: number
  readonly kind: OwnKind
  readonly says: string
  readonly label?: string
}

const titles: Readonly<Record<OwnKind, string>> = {
  symptom: 'Symptom',
  note: 'Note',
  'what-matters': 'What matters to me',
}

export async function tellOwnWords(
  { at, today }: Town,
  person: PersonId,
  name: string,
  own: readonly Own[],
): Promise<void> {
  const speaker = { person, organisation: null, shownAs: name }
  for (const { daysAgo, kind, says, label } of own) {
    const written = {
      kind,
      says,
      title: titles[kind],
      day: addDays(today, -daysAgo),
      labels: label === undefined ? [] : [label],
      where: 'this site, where it was written',
    }
    const key = `demonstration-own-${kind}-${daysAgo}`
    done(await writeEntry(at(daysAgo, '19:15'), speaker, person, written, key))
  }
}

/** Whom somebody lets see what: everything, some kinds, all but some labels. */
export type Share = {
  readonly daysAgo: number
  readonly to:
    | { readonly person: PersonId }
    | { readonly organisation: OrganisationId; readonly role: string }
  readonly kinds?: readonly string[]
  readonly without?: readonly string[]
}

export async function tellShares(
  { at }: Town,
  person: PersonId,
  shares: readonly Share[],
): Promise<void> {
  for (const [place, { daysAgo, to, kinds = null, without = [] }] of shares.entries()) {
    const recipient = { person: null, organisation: null, role: null, ...to }
    const giving = {
      effect: 'permit' as const,
      to: recipient,
      what: { ...everything, kinds, without },
      acts: ['read' as const],
      purposes: ['direct-care' as const],
      until: null,
    }
    const key = `demonstration-share-${place}`
    const grant = townId(`share ${person} ${place}`)
    done(await giveGrant(at(daysAgo, '12:10'), { person, by: person, key, grant, giving }))
  }
}

/** What was promised to somebody, and what became of it. */
export type Promised = {
  readonly name: string
  readonly says: string
  readonly by: { readonly person: PersonId; readonly organisation: Id; readonly shownAs: string }
  readonly to: PersonId
  readonly madeDaysAgo: number
  readonly dueInDays: number
  readonly done?: { readonly daysAgo: number; readonly says: string }
  readonly answered?: {
    readonly daysAgo: number
    readonly answer: 'yes' | 'no' | 'not yet'
    readonly says: string
  }
}

export async function tellPromise(town: Town, one: Promised): Promise<void> {
  const { at, today } = town
  const made = {
    says: one.says,
    promiser: one.by,
    to: [one.to],
    due: addDays(today, one.dueInDays),
    source: agreedByHand,
    about: null,
    escalateTo: null,
  }
  const key = `demonstration-${one.name}`
  const stream = townId(`promise-${one.name}`)
  const ref = done(await promise(at(one.madeDaysAgo), one.by, made, key, stream))
  if (one.done !== undefined) {
    const { daysAgo, says } = one.done
    done(await saySaidDone(at(daysAgo), ref, one.by, says, `${key}-done`))
  }
  if (one.answered !== undefined) {
    const { daysAgo, answer: chosen, says } = one.answered
    const asker = { person: one.to, organisation: null }
    const said = { answer: chosen, says }
    done(await answer(at(daysAgo), ref, asker, said, `${key}-answered`))
  }
  // The clock looks each night; the morning after the day it was due is the one that matters.
  const late = -one.dueInDays - 1
  const early = one.done !== undefined && one.done.daysAgo >= -one.dueInDays
  if (late >= 0 && !early) await lapseDue(town.at(late, '00:22'))
}
