// What is going on now, as a table over every status code of FHIR R4.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Json, Resource } from '../../src/fhir/index.ts'
import { standingOf } from '../../src/record/domain/standing.ts'

const coded = (code: string) => ({ coding: [{ code }] })
const resource = (resourceType: string, rest: { readonly [name: string]: Json }): Resource => ({
  resourceType,
  ...rest,
})

/** Each type with the member that holds its status, and for each code whether it is shown. */
const table: Readonly<Record<string, readonly [string, Readonly<Record<string, string>>]>> = {
  Condition: [
    'clinicalStatus',
    {
      active: 'shown',
      recurrence: 'shown',
      relapse: 'shown',
      remission: 'shown: remission',
      inactive: 'not: over',
      resolved: 'not: over',
      'a code of their own': 'shown: status-not-said',
    },
  ],
  AllergyIntolerance: [
    'clinicalStatus',
    { active: 'shown', inactive: 'not: over', resolved: 'not: over' },
  ],
  MedicationRequest: [
    'status',
    {
      active: 'shown',
      'on-hold': 'shown: on-hold',
      unknown: 'shown: status-not-said',
      cancelled: 'not: cancelled',
      completed: 'not: over',
      'entered-in-error': 'not',
      stopped: 'not: stopped',
      draft: 'not: draft',
    },
  ],
  MedicationStatement: [
    'status',
    {
      active: 'shown',
      intended: 'shown: not-yet-taken',
      'on-hold': 'shown: on-hold',
      unknown: 'shown: status-not-said',
      completed: 'not: over',
      'entered-in-error': 'not',
      stopped: 'not: stopped',
      'not-taken': 'not: not-taken',
    },
  ],
  CarePlan: [
    'status',
    {
      active: 'shown',
      'on-hold': 'shown: on-hold',
      unknown: 'shown: status-not-said',
      draft: 'not: draft',
      revoked: 'not: cancelled',
      completed: 'not: over',
      'entered-in-error': 'not',
    },
  ],
  Goal: [
    'lifecycleStatus',
    {
      proposed: 'shown: not-yet-agreed',
      planned: 'shown',
      accepted: 'shown',
      active: 'shown',
      'on-hold': 'shown: on-hold',
      completed: 'not: over',
      cancelled: 'not: cancelled',
      'entered-in-error': 'not',
      rejected: 'not: cancelled',
    },
  ],
  Appointment: [
    'status',
    {
      proposed: 'shown: not-yet-agreed',
      pending: 'shown: not-yet-agreed',
      waitlist: 'shown',
      booked: 'shown',
      arrived: 'shown',
      'checked-in': 'shown',
      fulfilled: 'not',
      cancelled: 'not: cancelled',
      noshow: 'not: not-attended',
      'entered-in-error': 'not',
    },
  ],
  Encounter: [
    'status',
    {
      planned: 'shown',
      arrived: 'shown',
      triaged: 'shown',
      'in-progress': 'shown',
      onleave: 'shown',
      finished: 'not',
      cancelled: 'not: cancelled',
      'entered-in-error': 'not',
      unknown: 'not',
    },
  ],
  CareTeam: [
    'status',
    {
      proposed: 'shown: not-yet-agreed',
      active: 'shown',
      suspended: 'shown: on-hold',
      inactive: 'not: over',
      'entered-in-error': 'not',
    },
  ],
  Observation: [
    'status',
    {
      registered: 'not: not-final',
      preliminary: 'not: not-final',
      final: 'not',
      amended: 'not',
      corrected: 'not',
      cancelled: 'not: cancelled',
      'entered-in-error': 'not',
      unknown: 'not',
    },
  ],
}

const standing = (one: Resource): string => {
  const { current, proviso } = standingOf(one)
  return `${current ? 'shown' : 'not'}${proviso === null ? '' : `: ${proviso}`}`
}

describe('A1 What is going on now', () => {
  for (const [type, [status, codes]] of Object.entries(table)) {
    it(`follows every status of ${type}`, () => {
      const found = Object.keys(codes).map((code) => {
        const value = status === 'clinicalStatus' ? coded(code) : code
        return [code, standing(resource(type, { [status]: value }))]
      })
      assert.deepEqual(Object.fromEntries(found), codes)
    })
  }

  it('leaves out a diagnosis that was refuted or a mistake, whatever else is said of it', () => {
    const sure = (code: string, type = 'Condition') =>
      standing(resource(type, { clinicalStatus: coded('active'), verificationStatus: coded(code) }))
    assert.equal(sure('confirmed'), 'shown')
    for (const code of ['unconfirmed', 'provisional', 'differential']) {
      assert.equal(sure(code), 'shown: not-confirmed')
    }
    for (const type of ['Condition', 'AllergyIntolerance']) {
      assert.equal(sure('refuted', type), 'not: refuted')
      assert.equal(sure('entered-in-error', type), 'not')
    }
    assert.equal(
      standing(resource('Condition', { verificationStatus: coded('refuted') })),
      'not: refuted',
    )
  })

  it('shows what does not say how it stands, and says so', () => {
    for (const type of ['Condition', 'AllergyIntolerance', 'MedicationRequest', 'Goal']) {
      assert.equal(standing(resource(type, {})), 'shown: status-not-said', type)
    }
    assert.equal(standing(resource('Procedure', { status: 'completed' })), 'not')
  })

  it('ends with the day that is said, and at once where it ended on no day', () => {
    const active = { clinicalStatus: coded('active') }
    const until = (rest: { readonly [name: string]: Json }, type = 'Condition') =>
      standingOf(resource(type, { ...active, ...rest })).endsOn
    assert.equal(until({ abatementDateTime: '2024-02' }), '2024-02-29')
    assert.equal(until({ abatementDateTime: '2024' }), '2024-12-31')
    assert.equal(until({ abatementPeriod: { end: '2024-05-06T10:00:00Z' } }), '2024-05-06')
    assert.equal(
      until({ start: '2027-01-02T09:00:00Z', status: 'booked' }, 'Appointment'),
      '2027-01-02',
    )
    assert.equal(
      standing(resource('Condition', { ...active, abatementString: 'as a child' })),
      'not: over',
    )
  })

  it('does not take what must not be given, or was only suggested, for a medicine', () => {
    const medicine = (rest: { readonly [name: string]: Json }) =>
      standing(resource('MedicationRequest', { status: 'active', ...rest }))
    assert.equal(medicine({ intent: 'order' }), 'shown')
    assert.equal(medicine({ intent: 'proposal' }), 'not: only-suggested')
    assert.equal(medicine({ intent: 'order', doNotPerform: true }), 'not: not-to-be-given')
  })
})
