// What can be refused about forms, each defined once.
import type { RefusalKind } from '../../basics/index.ts'

export const refusals = {
  formUnknown: {
    code: 'form-unknown',
    says: 'There is no such form.',
    next: 'Go to the list of forms and choose one from there.',
    http: 404,
    fhir: 'not-found',
  },
  notInUse: {
    code: 'form-not-in-use',
    says: 'This wording was asked from {from} to {until}, and not on that day.',
    next: 'Use the wording of the day on which it was asked.',
    http: 422,
    fhir: 'business-rule',
  },
  modeUnknown: {
    code: 'form-mode-unknown',
    says: 'Select how the form was filled in.',
    next: 'Choose one of the ways on the list.',
    http: 422,
    fhir: 'code-invalid',
  },
  answerMissing: {
    code: 'form-answer-missing',
    says: 'Answer this question: {question}',
    next: 'Choose or write an answer.',
    http: 422,
    fhir: 'required',
  },
  answerNotOffered: {
    code: 'form-answer-not-offered',
    says: 'This answer is not one of those offered: {question}',
    next: 'Choose one of the answers on the form.',
    http: 422,
    fhir: 'code-invalid',
  },
  answerTooLong: {
    code: 'form-answer-too-long',
    says: 'Use {longest} characters or fewer: {question}',
    next: 'Shorten it, or tell it as a story, where there is more room.',
    http: 422,
    fhir: 'too-long',
  },
  numberOutside: {
    code: 'form-number-outside',
    says: 'Enter a whole number from {least} to {most}: {question}',
    next: 'Enter such a number.',
    http: 422,
    fhir: 'value',
  },
  dayNotReal: {
    code: 'form-day-not-real',
    says: 'This needs a real date: {question}',
    next: 'Enter the day, the month and the year.',
    http: 422,
    fhir: 'value',
  },
  answerNotAsked: {
    code: 'form-answer-not-asked',
    says: 'There is an answer to a question that this form does not ask.',
    next: 'Leave it out, or answer first what leads to it.',
    http: 422,
    fhir: 'business-rule',
  },
} as const satisfies Record<string, RefusalKind>
