// Network meetings as rules: who may begin one, what is written when, who came again.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { Instant } from '../../src/basics/index.ts'
import { continuityOf } from '../../src/care/domain/meeting/continuity.ts'
import { meetingEndsBy } from '../../src/care/domain/meeting/dated-rules.ts'
import {
  beginMeeting,
  callMeeting,
  changePresence,
  endMeeting,
  noteInMeeting,
} from '../../src/care/domain/meeting/decide.ts'
import {
  type Attendee,
  type Meeting,
  meetingStanding,
  meetingStream,
} from '../../src/care/domain/meeting/meeting.ts'
import { foldAll, idOf } from './folding.ts'

const asha = idOf(1)
const kofi = idOf(2)
const attendee = (number: number, side: Attendee['side'], called = `Name ${number}`) =>
  ({ attendee: idOf(number), called, person: null, side }) as const

const invited = [attendee(11, 'network'), attendee(21, 'team'), attendee(22, 'team')]
const calling = { crisis: true, why: 'I do not feel safe.', where: 'At home', invited }

type Step = (state: Meeting, now: Instant) => ReturnType<ReturnType<typeof callMeeting>>
const after = (...steps: readonly Step[]) => foldAll(meetingStream, steps)
const codeOf = (done: ReturnType<Step>) => (done.ok ? '' : done.refusal.code)
const at = '2026-11-23T09:00:00.000Z' as Instant

describe('A call for a network meeting', () => {
  it('E10 in a crisis is to be met within 24 hours, and is late from then on', () => {
    const called = after(callMeeting(calling))
    assert.equal(called.called?.meetBy, '2026-11-24T09:00:00.000Z')
    const standing = (now: string) => meetingStanding(called, now as Instant, meetingEndsBy)
    assert.equal(standing('2026-11-24T09:00:00.000Z'), 'called')
    assert.equal(standing('2026-11-24T09:00:00.001Z'), 'late')
  })

  it('E10 without a crisis has no such clock', () => {
    assert.equal(after(callMeeting({ ...calling, crisis: false })).called?.meetBy, null)
  })

  it('E10 names somebody and says why', () => {
    const nobody = callMeeting({ ...calling, invited: [] })(meetingStream.start, at)
    assert.equal(codeOf(nobody), 'network-meeting-nobody-invited')
    const silent = callMeeting({ ...calling, why: ' ' })(meetingStream.start, at)
    assert.equal(codeOf(silent), 'network-meeting-why-missing')
  })
})

describe('A network meeting', () => {
  it('E10 is begun by nobody but the person', () => {
    const called = after(callMeeting(calling))
    assert.equal(codeOf(beginMeeting(kofi, asha, [])(called)), 'network-meeting-only-the-person')
    assert.ok(beginMeeting(asha, asha, [idOf(21)])(called).ok)
  })

  it('E10 takes no word before it begins, while the person is away, or when it is over', () => {
    const begun = [callMeeting(calling), beginMeeting(asha, asha, [])]
    const note = noteInMeeting('decision', 'We meet each day.', 'Kofi')
    assert.equal(codeOf(note(after(callMeeting(calling)), at)), 'network-meeting-not-going-on')
    const away = after(...begun, changePresence(asha, asha, null, false))
    assert.equal(codeOf(note(away, at)), 'network-meeting-person-away')
    const over = after(...begun, endMeeting(asha, asha))
    assert.equal(codeOf(note(over, at)), 'network-meeting-not-going-on')
    const forgotten = '2026-11-23T12:02:00.000Z' as Instant
    assert.equal(codeOf(note(after(...begun), forgotten)), 'network-meeting-not-going-on')
    assert.ok(note(after(...begun), at).ok)
  })

  it('E10 holds no note and no decision but of moments when the person was there', () => {
    const who = fc.constantFrom(asha, kofi)
    const step = fc.oneof(
      fc.constant<Step>(callMeeting(calling)),
      who.map((by): Step => beginMeeting(by, asha, [idOf(21)])),
      fc
        .tuple(who, fc.constantFrom(null, idOf(11), idOf(21), idOf(99)), fc.boolean())
        .map(([by, one, present]): Step => changePresence(by, asha, one, present)),
      fc
        .constantFrom('note', 'reflection', 'decision')
        .map((what): Step => noteInMeeting(what as 'note', 'Something', 'Somebody')),
      who.map((by): Step => endMeeting(by, asha)),
    )
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let there = false
        let noted = 0
        for (const fact of foldAll.facts(meetingStream, steps)) {
          if (fact.kind === 'network-meeting-begun') there = true
          if (fact.kind === 'network-meeting-ended') there = false
          if (fact.kind === 'network-presence-changed' && fact.body.attendee === null) {
            there = fact.body.present
          }
          if (fact.kind === 'network-meeting-noted') {
            assert.ok(there)
            noted += 1
          }
        }
        assert.equal(after(...steps).notes.length, noted)
      }),
      { numRuns: 300 },
    )
  })
})

describe('The continuity of a team', () => {
  const held = (day: number, ...present: readonly number[]): Meeting => ({
    ...after(callMeeting(calling), beginMeeting(asha, asha, present.map(idOf))),
    begunAt: `2026-11-0${day}T10:00:00.000Z` as Instant,
  })

  it('E10 is the share of the first team at every later meeting, in whole per cent', () => {
    const list = [held(3, 21), held(1, 21, 22, 11), held(2, 21, 22)]
    assert.deepEqual(continuityOf(list), { came: 3, of: 4, percent: 75 })
  })

  it('E10 is not known before a second meeting', () => {
    assert.equal(continuityOf([]), null)
    assert.equal(continuityOf([held(1, 21)]), null)
    assert.equal(continuityOf([held(1, 11), held(2, 21)]), null)
  })

  it('E10 lies between nothing and all', () => {
    const present = fc.subarray([11, 21, 22])
    fc.assert(
      fc.property(fc.array(present, { minLength: 2, maxLength: 8 }), (lists) => {
        const found = continuityOf(lists.map((list, day) => held(day + 1, ...list)))
        assert.ok(found === null || (found.percent >= 0 && found.percent <= 100))
      }),
    )
  })
})
