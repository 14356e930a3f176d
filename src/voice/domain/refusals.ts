// What can be refused about stories, each defined once.
import type { RefusalKind } from '../../basics/index.ts'

export const refusals = {
  storyUnknown: {
    code: 'story-unknown',
    says: 'There is no such story that you can see.',
    next: 'Search the stories, or use your code to come back to your own.',
    http: 404,
    fhir: 'not-found',
  },
  storyEmpty: {
    code: 'story-empty',
    says: 'A story says what happened.',
    next: 'Write what happened, in your own words.',
    http: 422,
    fhir: 'required',
  },
  storyKindUnknown: {
    code: 'story-kind-unknown',
    says: 'Select what you want to tell us.',
    next: 'Choose one from the list.',
    http: 422,
    fhir: 'code-invalid',
  },
  storyPlaceMissing: {
    code: 'story-place-missing',
    says: 'We do not know which service this is about.',
    next: 'Find the service and add it.',
    http: 422,
    fhir: 'required',
  },
  permissionMissing: {
    code: 'story-permission-missing',
    says: 'A story for somebody else needs their yes.',
    next: 'Write how they said yes.',
    http: 422,
    fhir: 'required',
  },
  toldBefore: {
    code: 'story-told-before',
    says: 'We have this story from you already, word for word.',
    next: 'You need do nothing. You can come back to it with your code.',
    http: 409,
    fhir: 'duplicate',
  },
  toldTooOften: {
    code: 'story-told-too-often',
    says: 'Many stories came from here in one day.',
    next: 'What you wrote is kept here. Send it tomorrow, or telephone the service.',
    http: 429,
    fhir: 'throttled',
  },
  codeNotKnown: {
    code: 'claim-code-not-known',
    says: 'No story has this code.',
    next: 'Check the code. It has 16 letters and numbers.',
    http: 422,
    fhir: 'not-found',
  },
  codeTriedTooOften: {
    code: 'claim-code-tried-too-often',
    says: 'Too many codes were tried here.',
    next: 'Wait an hour and try again.',
    http: 429,
    fhir: 'throttled',
  },
  replyNotAskedThen: {
    code: 'reply-not-asked-then',
    says: 'This question was not asked on that day.',
    next: 'Enter the day on which it was answered, not later than today.',
    http: 422,
    fhir: 'value',
  },
  serviceNotYours: {
    code: 'service-not-yours',
    says: 'Only those who work for this service can see this.',
    next: 'If you work there, choose to act in that role first.',
    http: 403,
    fhir: 'forbidden',
  },
  serviceNotThere: {
    code: 'service-not-there',
    says: 'There is no such service that you can see here.',
    next: 'Find the service by its name and begin there.',
    http: 404,
    fhir: 'not-found',
  },
} as const satisfies Record<string, RefusalKind>
