// How soon a story is read and answered, and how much one browser may send, as dated policy.
import { datedRule } from '../../basics/index.ts'

const policy = 'Policy of this installation'

export const storyReadWithin = {
  ...datedRule({
    says: 'A story is read by a moderator within 2 working days of the day it is told',
    from: '2026-11-01',
    value: 2,
    unit: 'working days',
    source: policy,
    confirmed: null,
  }),
  unit: 'working days' as const,
}

export const storyAnsweredWithin = {
  ...datedRule({
    says: 'A service answers a story within 7 working days of the day it is published',
    from: '2026-11-01',
    value: 7,
    unit: 'working days',
    source: policy,
    confirmed: null,
  }),
  unit: 'working days' as const,
}

export const concernSeenWithin = {
  ...datedRule({
    says: 'A concern to fix today is looked at by the end of the next working day',
    from: '2026-11-01',
    value: 1,
    unit: 'working days',
    source: policy,
    confirmed: null,
  }),
  unit: 'working days' as const,
}

export const toldADay = datedRule({
  says: 'One browser or person sends at most 10 stories in 24 hours',
  from: '2026-11-01',
  value: 10,
  unit: 'stories',
  source: policy,
  confirmed: null,
})

export const complainedADay = datedRule({
  says: 'One browser or person makes at most 5 formal complaints in 24 hours',
  from: '2026-11-01',
  value: 5,
  unit: 'complaints',
  source: policy,
  confirmed: null,
})

export const photosAtMost = datedRule({
  says: 'A story has at most 3 photos',
  from: '2026-11-01',
  value: 3,
  unit: 'photos',
  source: policy,
  confirmed: null,
})

export const photosKeptFor = datedRule({
  says: 'Photos of a story that is not told are kept for 30 days',
  from: '2026-11-01',
  value: 30,
  unit: 'days',
  source: policy,
  confirmed: null,
})

export const repliesADay = datedRule({
  says: 'One browser answers the Friends and Family Test of a service 20 times in 24 hours at most',
  from: '2026-11-30',
  value: 20,
  unit: 'answers',
  source: policy,
  confirmed: null,
})

export const openedByCodeFor = datedRule({
  says: 'What was opened with its code stays open in that browser for 60 minutes',
  from: '2026-11-01',
  value: 60,
  unit: 'minutes',
  source: policy,
  confirmed: null,
})

export const codeTriesAnHour = datedRule({
  says: 'One browser may try 10 codes an hour',
  from: '2026-11-01',
  value: 10,
  unit: 'tries',
  source: policy,
  confirmed: null,
})

export const fastTrackFrom = datedRule({
  says: 'A service with 10 published answers of which none was sent back answers without waiting',
  from: '2026-11-01',
  value: 10,
  unit: 'answers',
  source: 'Policy of this installation, after the practice of Care Opinion',
  confirmed: null,
})

export const oldEnoughToCount = datedRule({
  says: 'How often stories are answered is counted over stories that are at least 30 days old',
  from: '2026-11-01',
  value: 30,
  unit: 'days',
  source: policy,
  confirmed: null,
})

export const areaCountedEvery = datedRule({
  says: 'What was told about an area, a site or a condition is counted once in 60 minutes',
  from: '2026-11-30',
  value: 60,
  unit: 'minutes',
  source: policy,
  confirmed: null,
})

export const officeOpens = datedRule({
  says: 'Moderators and services read from 8 in the morning on working days',
  from: '2026-11-01',
  value: 8,
  unit: 'o’clock',
  source: policy,
  confirmed: null,
})

export const officeCloses = datedRule({
  says: 'Moderators and services read until 18.30 on working days',
  from: '2026-11-01',
  value: 18.5,
  unit: 'o’clock',
  source: policy,
  confirmed: null,
})
