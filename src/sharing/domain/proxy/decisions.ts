// What may be decided about those who act for a person: asked, answered, granted, refused, ended.
import {
  addDays,
  type Day,
  dayIn,
  type Id,
  type Instant,
  LONDON,
  type OrganisationId,
  ok,
  type PersonId,
  type Result,
  refuse,
  tidyText,
} from '../../../basics/index.ts'
import type { Decision, NewFactOf } from '../../../log/index.ts'
import { type Access, accessNamed, type Proxies, type Reach } from './access.ts'
import { basesOn, evidenceKinds, standings } from './bases.ts'
import { proxyToldAhead } from './dated-rules.ts'
import type { ProxyKind } from './facts.ts'
import { decidingRoles } from './grants.ts'
import { levelNamed, levels, protectedLabels } from './levels.ts'
import { refusalReasons, suspensionReasons } from './reasons.ts'
import { refusals } from './refusals.ts'
import { endingsOf, type Lives, standingOf } from './standing.ts'

type Decided = Result<Decision<ProxyKind, Id>>
type Fault = ReturnType<typeof refuse> | null
type Decide = (proxies: Proxies, now: Instant) => Decided

const oneFact = (access: Id, fact: NewFactOf<ProxyKind>): Decided =>
  ok({ facts: [fact], answer: access })

export type Asked = Pick<
  Access,
  'id' | 'person' | 'proxy' | 'organisation' | 'standing' | 'level' | 'why' | 'until'
>

/**
 * Asks that somebody may act for a person: they ask, or the person asks them.
 * Refuses: `proxy-for-oneself`, `proxy-not-listed`, `proxy-care-home`, `proxy-why-missing`,
 * `proxy-ends-in-the-past`, `proxy-decider-missing`, `proxy-asked-already`.
 */
export const askProxy =
  (asked: Asked, by: PersonId): Decide =>
  (proxies, now) => {
    const { id: access, person, proxy, organisation, standing, level, until } = asked
    if (proxy === person) return refuse(refusals.toOneself, {}, 'to')
    const who = standings.find(({ code }) => code === standing)
    if (who === undefined || levelNamed(level) === null) {
      return refuse(refusals.notListed, {}, who === undefined ? 'standing' : 'level')
    }
    if (!who.asks) return refuse(refusals.outOfScope, {}, 'standing')
    const why = tidyText(asked.why)
    if (why === '') return refuse(refusals.whyMissing, {}, 'why')
    if (isPast(until, now)) return refuse(refusals.endsInThePast, {}, 'until')
    if (organisation === null && by !== person) {
      return refuse(refusals.deciderMissing, {}, 'organisation')
    }
    const open = proxies.some((one) => one.proxy === proxy && isOpen(one))
    if (open) return refuse(refusals.askedAlready)
    const body = { access, proxy, organisation, standing, level, why, until }
    return oneFact(access, { kind: 'proxy-asked', body })
  }

const isPast = (day: Day | null, now: Instant) => day !== null && day < dayIn(LONDON, now)

/** Asked and not decided, or granted and neither suspended nor removed by a fact. */
const isOpen = ({ refused, suspended, removed, agreed }: Access) =>
  refused === null && suspended === null && removed === null && agreed !== false

/**
 * The proxy, or the person, says yes or no to what was asked.
 * Refuses: `proxy-unknown`, `proxy-answered-already`.
 */
export const answerProxy =
  (access: Id, by: PersonId, yes: boolean): Decide =>
  (proxies) => {
    const one = accessNamed(proxies, access)
    if (one === null || (by !== one.proxy && by !== one.person)) {
      return refuse(refusals.proxyUnknown)
    }
    const before = by === one.proxy ? one.agreed : one.consented
    if (before !== null || one.granted !== null || one.refused !== null) {
      return refuse(refusals.answeredAlready)
    }
    return oneFact(access, { kind: 'proxy-answered', body: { access, yes } })
  }

/** Who decides: in a role at an organisation, or the person for themselves (no organisation). */
export type Decider = {
  readonly by: PersonId
  readonly organisation: OrganisationId | null
  readonly roles: readonly string[]
}

/** Whether this one decides about this access; never whoever it is about, but the person alone. */
export function mayDecide(one: Access, { by, organisation, roles }: Decider): boolean {
  if (one.organisation === null) return by === one.person
  return (
    organisation === one.organisation &&
    by !== one.proxy &&
    by !== one.person &&
    roles.some((role) => decidingRoles.includes(role))
  )
}

export type Granting = Reach & {
  readonly basis: string
  readonly evidence: string
  readonly tests: { readonly necessary: string; readonly relevant: string; readonly safe: string }
}

/**
 * Grants it, for the first time or anew: the same tests each time.
 * Refuses: `proxy-unknown`, `proxy-not-yours-to-decide`, `proxy-not-agreed`,
 * `proxy-birth-date-missing`, `proxy-basis-not-for-age`, `proxy-evidence-does-not-fit`,
 * `proxy-person-said-no`, `proxy-end-missing`, `proxy-ends-in-the-past`, `proxy-test-missing`,
 * `proxy-not-listed`.
 */
export const grantProxy =
  (access: Id, decider: Decider, granting: Granting, lives: Lives): Decide =>
  (proxies, now) => {
    const one = accessNamed(proxies, access)
    if (one === null) return refuse(refusals.proxyUnknown)
    if (!mayDecide(one, decider)) return refuse(refusals.notYoursToDecide)
    if (one.agreed !== true) return refuse(refusals.notAgreed)
    const wrong =
      faultOfBasis(one, granting, lives.born, now) ??
      faultOfTests(granting) ??
      faultOfReach(granting, now)
    if (wrong !== null) return wrong
    const { basis, evidence, tests } = granting
    const said = {
      necessary: tidyText(tests.necessary),
      relevant: tidyText(tests.relevant),
      safe: tidyText(tests.safe),
    }
    const body = { access, basis, evidence, tests: said, ...plainReach(granting) }
    return oneFact(access, { kind: 'proxy-granted', body })
  }

function faultOfBasis(one: Access, granting: Granting, born: Day | null, now: Instant): Fault {
  if (born === null) return refuse(refusals.bornNotKnown)
  const fitting = basesOn(born, dayIn(LONDON, now))
  const basis = fitting.find(({ code }) => code === granting.basis)
  if (basis === undefined) return refuse(refusals.basisNotForAge, {}, 'basis')
  const known = evidenceKinds.some(({ code }) => code === granting.evidence)
  const said = granting.evidence !== 'said-here' || one.consented === true
  if (!known || !said || !basis.evidence.includes(granting.evidence)) {
    return refuse(refusals.evidenceDoesNotFit, {}, 'evidence')
  }
  if (basis.able && one.consented === false) return refuse(refusals.saidNo, {}, 'basis')
  if (basis.endsOnADay && granting.until === null) return refuse(refusals.endMissing, {}, 'until')
  return null
}

function faultOfTests({ tests }: Granting): Fault {
  for (const test of ['necessary', 'relevant', 'safe'] as const) {
    if (tidyText(tests[test]) === '') return refuse(refusals.testMissing, {}, test)
  }
  return null
}

function faultOfReach({ level, labels, until }: Reach, now: Instant): Fault {
  if (levelNamed(level) === null) return refuse(refusals.notListed, {}, 'level')
  if (labels.some((label) => !protectedLabels.includes(label))) {
    return refuse(refusals.notListed, {}, 'labels')
  }
  return isPast(until, now) ? refuse(refusals.endsInThePast, {}, 'until') : null
}

const plainReach = ({ level, labels, letThrough, keptBack, until }: Reach) => ({
  level,
  labels: [...labels],
  letThrough: [...letThrough],
  keptBack: [...keptBack],
  until,
})

/**
 * Refuses it, with a reason, and says whom to tell: each case by itself.
 * Refuses: `proxy-unknown`, `proxy-not-yours-to-decide`, `proxy-answered-already`,
 * `proxy-reason-missing`.
 */
export const refuseProxy =
  (
    access: Id,
    decider: Decider,
    said: {
      readonly reason: string
      readonly says: string
      readonly tells: readonly ('proxy' | 'person')[]
    },
  ): Decide =>
  (proxies) => {
    const one = accessNamed(proxies, access)
    if (one === null) return refuse(refusals.proxyUnknown)
    if (!mayDecide(one, decider)) return refuse(refusals.notYoursToDecide)
    if (one.granted !== null || one.refused !== null) return refuse(refusals.answeredAlready)
    const says = tidyText(said.says)
    if (!refusalReasons.some(({ code }) => code === said.reason) || says === '') {
      return refuse(refusals.reasonMissing, {}, says === '' ? 'says' : 'reason')
    }
    const body = { access, reason: said.reason, says, tells: [...said.tells] }
    return oneFact(access, { kind: 'proxy-refused', body })
  }

/**
 * The person says stop: it is suspended at once, and nobody else is told. Also takes back what
 * was asked and not decided. Refuses: `proxy-unknown`.
 */
export const stopProxy =
  (access: Id, by: PersonId): Decide =>
  (proxies) => {
    const one = accessNamed(proxies, access)
    if (one === null || by !== one.person) return refuse(refusals.proxyUnknown)
    if (one.suspended !== null || one.removed !== null) return ok({ facts: [], answer: access })
    const body = { access, why: 'person-says-stop', says: null }
    return oneFact(access, { kind: 'proxy-suspended', body })
  }

/**
 * Staff suspend it, with a reason.
 * Refuses: `proxy-unknown`, `proxy-not-yours-to-decide`, `proxy-reason-missing`.
 */
export const suspendProxy =
  (access: Id, decider: Decider, said: { readonly why: string; readonly says: string }): Decide =>
  (proxies) => {
    const one = accessNamed(proxies, access)
    if (one === null || one.granted === null) return refuse(refusals.proxyUnknown)
    if (!mayDecide(one, decider)) return refuse(refusals.notYoursToDecide)
    const says = tidyText(said.says)
    if (!suspensionReasons.some(({ code }) => code === said.why) || says === '') {
      return refuse(refusals.reasonMissing, {}, says === '' ? 'says' : 'why')
    }
    if (one.suspended !== null || one.removed !== null) return ok({ facts: [], answer: access })
    return oneFact(access, { kind: 'proxy-suspended', body: { access, why: said.why, says } })
  }

/** Whoever acts for the person gives it up. Refuses: `proxy-unknown`. */
export const giveUpProxy =
  (access: Id, by: PersonId): Decide =>
  (proxies) => {
    const one = accessNamed(proxies, access)
    if (one === null || by !== one.proxy || one.granted === null) {
      return refuse(refusals.proxyUnknown)
    }
    if (one.removed !== null) return ok({ facts: [], answer: access })
    return oneFact(access, { kind: 'proxy-removed', body: { access, why: 'given-up' } })
  }

/**
 * The person, or who decides, makes it less: a lower level, fewer entries, an earlier end.
 * Refuses: `proxy-unknown`, `proxy-not-yours-to-decide`, `proxy-only-less`, `proxy-not-listed`,
 * `proxy-ends-in-the-past`.
 */
export const alterProxy =
  (access: Id, decider: Decider, reach: Reach): Decide =>
  (proxies, now) => {
    const one = accessNamed(proxies, access)
    if (one === null || one.granted === null) return refuse(refusals.proxyUnknown)
    if (decider.by !== one.person && !mayDecide(one, decider)) {
      return refuse(refusals.notYoursToDecide)
    }
    const wrong = faultOfReach(reach, now)
    if (wrong !== null) return wrong
    if (!isWithin(reach, one.granted)) return refuse(refusals.onlyLess, {}, 'level')
    return oneFact(access, { kind: 'proxy-altered', body: { access, ...plainReach(reach) } })
  }

function isWithin(less: Reach, more: Reach): boolean {
  const rank = (code: string) => levels.findIndex((one) => one.code === code)
  const within = (some: readonly string[], all: readonly string[]) =>
    some.every((one) => all.includes(one))
  return (
    rank(less.level) <= rank(more.level) &&
    within(less.labels, more.labels) &&
    within(less.letThrough, more.letThrough) &&
    within(more.keptBack, less.keptBack) &&
    (more.until === null || (less.until !== null && less.until <= more.until))
  )
}

/** What both are told of ahead of time. @source DAPB3051 Amd 59/2025, sections 7.2 and 7.3 */
const toldOf: readonly string[] = ['end-date', 'sixteen', 'review-age']

/** What a night writes down of an access: what is going to end it, and what has ended it. */
export const watchProxy =
  (access: Id, lives: Lives): Decide =>
  (proxies, now) => {
    const one = accessNamed(proxies, access)
    if (one === null) return ok({ facts: [], answer: access })
    const facts: NewFactOf<ProxyKind>[] = []
    const standing = standingOf(one, lives, now)
    if (standing.is === 'suspended' && one.suspended === null) {
      facts.push({ kind: 'proxy-suspended', body: { access, why: standing.why, says: null } })
    }
    if (standing.is === 'removed' && one.removed === null) {
      facts.push({ kind: 'proxy-removed', body: { access, why: standing.why } })
    }
    if (standing.is === 'holds') {
      const horizon = addDays(dayIn(LONDON, now), proxyToldAhead.value)
      for (const { why, at } of endingsOf(one, lives)) {
        const day = why === 'end-date' ? (one.granted?.until ?? null) : dayIn(LONDON, at)
        const soon = day !== null && day <= horizon && toldOf.includes(why)
        if (!soon || isTold(one, why, day)) continue
        facts.push({ kind: 'proxy-told-of', body: { access, why, day } })
      }
    }
    return ok({ facts, answer: access })
  }

/** Whether both were told of it since it was last granted. */
function isTold({ tellings }: Access, why: string, day: Day): boolean {
  const since = tellings.findLastIndex(({ what }) => what === 'granted')
  return tellings.some((one, place) => place > since && one.why === why && one.day === day)
}
