// What can be refused about matters of health scrutiny, each defined once.
import type { RefusalKind } from '../../../basics/index.ts'

const kind = (
  code: string,
  says: string,
  next: string,
  http: RefusalKind['http'] = 422,
  fhir = 'business-rule',
): RefusalKind => ({ code, says, next, http, fhir })

export const refusals = {
  unknown: kind(
    'matter-unknown',
    'There is no such matter.',
    'Go to health scrutiny and choose one from there.',
    404,
    'not-found',
  ),
  mayNotRefer: kind(
    'matter-may-not-refer',
    'Only a body with a mandate to report can refer a matter to a committee.',
    'Choose to act for such a body, or ask your local Healthwatch to refer it.',
    403,
    'forbidden',
  ),
  notYourCommittee: kind(
    'matter-not-your-committee',
    'Only the committee that has this matter can do that.',
    'If you work for it, choose to act in that role first.',
    403,
    'forbidden',
  ),
  wordsMissing: kind(
    'matter-words-missing',
    'Some of what is asked for is empty.',
    'Fill it in.',
    422,
    'required',
  ),
  committeeUnknown: kind(
    'matter-committee-unknown',
    'There is no such council here.',
    'Choose one from the list.',
    422,
    'not-found',
  ),
  notLate: kind(
    'matter-not-late',
    'This report still has time for its answers.',
    'Refer it once an answer is overdue.',
    409,
  ),
  acknowledged: kind(
    'matter-acknowledged-already',
    'It has been acknowledged.',
    'Go on with the next step.',
    409,
    'conflict',
  ),
  notTakenUp: kind(
    'matter-not-taken-up',
    'The committee has not taken this matter up.',
    'Acknowledge it first, and say that you look into it.',
    409,
  ),
  ended: kind(
    'matter-ended',
    'Its report has been published.',
    'Take up a new matter if there is more to look into.',
    409,
    'conflict',
  ),
  meetingPast: kind(
    'matter-meeting-past',
    'The meeting must be today or later.',
    'Enter the day of the next meeting.',
    422,
    'value',
  ),
  commentsDay: kind(
    'matter-comments-day',
    'People must be able to comment from today until the meeting at the latest.',
    'Enter a day from today to the day of the meeting.',
    422,
    'value',
  ),
  evidenceFuture: kind(
    'matter-evidence-future',
    'The day on which evidence was given must not be in the future.',
    'Enter today or an earlier day.',
    422,
    'value',
  ),
  notOnAgenda: kind(
    'matter-not-on-agenda',
    'It has not been on the agenda of a meeting yet.',
    'Put it on an agenda. Members can decide from the day of that meeting.',
    409,
  ),
  evidenceMissing: kind(
    'matter-evidence-missing',
    'The list of evidence is empty.',
    'List what the committee was given, then draft the report.',
    409,
  ),
  draftMissing: kind(
    'matter-draft-missing',
    'There is no such draft to decide on.',
    'Read the latest draft and decide on that.',
    409,
  ),
  notMember: kind(
    'matter-not-member',
    'Only members of the committee decide whether its report is published.',
    'If you are a member, choose to act in that role first.',
    403,
    'forbidden',
  ),
  decided: kind(
    'matter-decided-already',
    'You have decided on this draft.',
    'Wait for the other members.',
    409,
    'conflict',
  ),
} as const satisfies Record<string, RefusalKind>
