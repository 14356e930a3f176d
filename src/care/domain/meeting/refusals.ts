// What can be refused about network meetings, each defined once.
import type { RefusalKind } from '../../../basics/index.ts'

export const refusals = {
  meetingUnknown: {
    code: 'network-meeting-unknown',
    says: 'There is no such meeting that you can see.',
    next: 'Go to the list of meetings and choose one from there.',
    http: 404,
    fhir: 'not-found',
  },
  whyMissing: {
    code: 'network-meeting-why-missing',
    says: 'It is not said why you want to meet.',
    next: 'Write in a few words what is going on.',
    http: 422,
    fhir: 'required',
  },
  nobodyInvited: {
    code: 'network-meeting-nobody-invited',
    says: 'Nobody is invited to the meeting.',
    next: 'Choose at least one person, or write a name.',
    http: 422,
    fhir: 'required',
  },
  onlyThePerson: {
    code: 'network-meeting-only-the-person',
    says: 'Only the person whose meeting it is can say that they are there.',
    next: 'Ask them to open the meeting and say so.',
    http: 403,
    fhir: 'forbidden',
  },
  notGoingOn: {
    code: 'network-meeting-not-going-on',
    says: 'This meeting is not going on now.',
    next: 'What is to be said or decided waits for the next meeting.',
    http: 409,
    fhir: 'business-rule',
  },
  personAway: {
    code: 'network-meeting-person-away',
    says: 'The person is not in the room, so nothing can be written or decided.',
    next: 'Wait until they are back and have said so.',
    http: 409,
    fhir: 'business-rule',
  },
  nothingSaid: {
    code: 'network-meeting-nothing-said',
    says: 'There is nothing written.',
    next: 'Write what was said.',
    http: 422,
    fhir: 'required',
  },
  mayNotWrite: {
    code: 'network-meeting-may-not-write',
    says: 'The person has not let you write in this meeting.',
    next: 'Ask them to let you, on the page of the meeting.',
    http: 403,
    fhir: 'forbidden',
  },
} as const satisfies Record<string, RefusalKind>
