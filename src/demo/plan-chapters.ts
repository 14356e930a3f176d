// How the plan of somebody in the town is told: written together, agreed, and looked at again.
import { addDays, type PersonId } from '../basics/index.ts'
import {
  agreeTogether,
  aProfessional,
  ownWriter,
  planReview,
  proposeChanges,
  type Wish,
} from '../care/index.ts'
import { type AboutMeHeading, writeAboutMe } from '../record/index.ts'
import { everything, giveGrant } from '../sharing/index.ts'
import { organisations, people, townId } from './names.ts'
import { done, type Story, type Town } from './town.ts'

const { oakLane } = organisations
export const sianWrites = aProfessional(people.sian, 'Sian Rees, Oak Lane Surgery')
const farahWrites = aProfessional(people.farah, 'Farah Siddiqui, Oak Lane Surgery')

/** What a plan is made of, and nothing else of the person’s. */
export const planKinds = [
  ...['care-plan', 'contingency-plan', 'supporting-plan', 'care-contact', 'plan-review'],
]

type Layer = 'me' | 'people' | 'place' | 'services' | 'money'
type Action = readonly [layer: Layer, says: string, who: string, when: string, sure: number]

const fresh = { part: null, was: {}, remove: false, because: null } as const
const layers = ['me', 'people', 'place', 'services', 'money']

/** A goal and what is done for it; `at` is its place among the wishes. */
export const goal = (
  at: number,
  says: string,
  importance: number,
  actions: readonly Action[],
): Wish[] => [
  {
    ...fresh,
    ...{ kind: 'goal', under: null },
    set: { says, importance, status: 'in-progress', considered: layers },
  },
  ...actions.map(([layer, what, who, when, confidence]): Wish => {
    const named = { name: who, role: '', team: '', contact: '' }
    const set = { says: what, who: named, when, layer, status: 'in-progress', confidence }
    return { ...fresh, kind: 'action', under: at, set }
  }),
]

export const part = (kind: Wish['kind'], set: Wish['set']): Wish => ({
  ...fresh,
  kind,
  under: null,
  set,
})

export type Plan = {
  readonly person: PersonId
  readonly name: string
  readonly daysAgo: number
  readonly aboutMe: Readonly<Partial<Record<AboutMeHeading, string>>>
  readonly helped?: string
  readonly wishes: readonly Wish[]
  /** What the person says for a time when they cannot. */
  readonly advance?: string
  /** What one side has proposed and nobody has answered yet. */
  readonly waits?: readonly Wish[]
  readonly reviewIn: number
  /** The kinds of thing that those at the surgery see; everything where none are named. */
  readonly kinds?: readonly string[]
  /** Whom they write it with; the nurse where nobody is named. */
  readonly with?: 'doctor'
}

/** The plans of some people, one after the other. */
export const plansOf = (name: string, plans: readonly Plan[], then?: Story['tell']): Story => ({
  name,
  async tell(town) {
    for (const plan of plans) await tellPlan(town, plan)
    await then?.(town)
  },
})

/** It is written with the nurse or the doctor of their surgery; both have said yes. */
async function tellPlan({ at, today }: Town, plan: Plan): Promise<void> {
  const { person, name, daysAgo, aboutMe, helped = null, wishes, advance, waits, reviewIn } = plan
  const key = (step: string) => `demonstration-plan-${name}-${step}`
  const own = ownWriter(person, name)
  const grant = townId(`plan-grant-${name}`)
  const worker = plan.with === 'doctor' ? farahWrites : sianWrites
  const to = { person: null, organisation: oakLane, role: plan.with ?? 'nurse' }
  const acts = ['read', 'print', 'add'] as const
  const giving = {
    ...{
      effect: 'permit' as const,
      to,
      what: { ...everything, kinds: plan.kinds ?? null },
      acts: [...acts],
    },
    ...{ purposes: ['direct-care' as const], until: null },
  }
  const begun = at(daysAgo, '09:40')
  done(await giveGrant(begun, { person, by: person, key: key('grant'), grant, giving }))
  const speaker = { person, organisation: null, shownAs: name }
  for (const [heading, says] of Object.entries(aboutMe)) {
    const words = {
      ...{ heading: heading as AboutMeHeading, says, supportedBy: helped },
      ...{ day: addDays(today, -daysAgo), where: 'Written in my plan', instead: [] },
    }
    done(await writeAboutMe(at(daysAgo, '09:45'), speaker, person, words, key(heading)))
  }
  const logs = { proposed: at(daysAgo, '09:50'), agreed: at(daysAgo, '10:20') }
  const sitting = { person, proposer: own, other: worker, wishes, key: key('whole') }
  done(await agreeTogether(logs, sitting))
  if (advance !== undefined) {
    const words = [part('advance-statement', { says: advance })]
    done(await proposeChanges(at(daysAgo - 1), person, own, words, key('advance')))
  }
  const terms = [part('terms', { review: addDays(today, reviewIn) })]
  const last = { proposed: at(daysAgo - 1, '11:00'), agreed: at(daysAgo - 1, '12:00') }
  const other = { person, proposer: worker, other: own, wishes: terms, key: key('terms') }
  done(await agreeTogether(last, other))
  const meeting = { on: addDays(today, reviewIn), time: '10:30', place: null }
  const agenda = { ...meeting, agenda: ['What has changed for me'], id: townId(`review-${name}`) }
  done(await planReview(at(daysAgo - 1, '12:05'), person, own, agenda, key('review')))
  if (waits === undefined) return
  done(await proposeChanges(at(2, '16:00'), person, worker, waits, key('waits')))
}
