// What can be refused about a message, each defined once.
import type { RefusalKind } from '../../basics/index.ts'

export const refusals = {
  formMissing: {
    code: 'message-form-missing',
    says: 'This person needs {form}, and the message has not been written in it.',
    next: 'Write it in that form, or ask the service that makes it, and send it then.',
    http: 422,
    fhir: 'business-rule',
  },
  formUnknown: {
    code: 'message-form-unknown',
    says: 'Select how you want to be told things.',
    next: 'Choose one of the forms on the list.',
    http: 422,
    fhir: 'code-invalid',
  },
  channelUnknown: {
    code: 'channel-unknown',
    says: 'Select where you want to hear that a message waits.',
    next: 'Choose one of the ways on the list.',
    http: 422,
    fhir: 'code-invalid',
  },
  addressNotUnderstood: {
    code: 'address-not-understood',
    says: 'Enter an e-mail address like asha@example.com, or a mobile number like 07700 900123.',
    next: 'Enter the one that goes with the way you chose.',
    http: 422,
    fhir: 'value',
  },
  needUnknown: {
    code: 'need-not-listed',
    says: 'Select what helps you from the list.',
    next: 'What is not on the list can be written in your own words.',
    http: 422,
    fhir: 'code-invalid',
  },
  needsUnknown: {
    code: 'needs-not-recorded',
    says: 'Nobody has said yet how this person needs to be told things.',
    next: 'Say it first.',
    http: 409,
    fhir: 'business-rule',
  },
  messageUnknown: {
    code: 'message-unknown',
    says: 'There is no such message that you can see.',
    next: 'Go to your messages and choose one from there.',
    http: 404,
    fhir: 'not-found',
  },
} as const satisfies Record<string, RefusalKind>
