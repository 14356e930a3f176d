// Every refusal about decisions made together.
import type { RefusalKind } from '../../../basics/index.ts'

export const refusals = {
  decisionUnknown: {
    code: 'decision-unknown',
    says: 'There is no such decision that you can see.',
    next: 'Go to the list of decisions and choose one from there.',
    http: 404,
    fhir: 'not-found',
  },
  questionMissing: {
    code: 'decision-question-missing',
    says: 'The decision does not say what there is to decide.',
    next: 'Enter what there is to decide.',
    http: 422,
    fhir: 'required',
  },
  notYourPart: {
    code: 'decision-not-your-part',
    says: 'This part of the decision is for the other side to write.',
    next: 'Write under your own headings, or add a comment.',
    http: 403,
    fhir: 'forbidden',
  },
  notOpen: {
    code: 'decision-not-open',
    says: 'This decision is not in progress any more.',
    next: 'Add a comment. The person can change their mind, and then it is open again.',
    http: 409,
    fhir: 'conflict',
  },
  notMade: {
    code: 'decision-not-made',
    says: 'Nothing has been decided here yet.',
    next: 'Go on with the decision first.',
    http: 409,
    fhir: 'conflict',
  },
  choiceTheirs: {
    code: 'decision-choice-theirs',
    says: 'Only the person chooses, or who decides for them by law.',
    next: 'Add a comment if you see it differently.',
    http: 403,
    fhir: 'forbidden',
  },
  talkByProfessional: {
    code: 'decision-talk-by-professional',
    says: 'Only a professional can record that you talked about it.',
    next: 'Ask them to do so, or write down what you want to talk about.',
    http: 403,
    fhir: 'forbidden',
  },
  talkAhead: {
    code: 'decision-talk-ahead',
    says: 'The day you talked must be today or in the past.',
    next: 'Enter the day on which you talked.',
    http: 422,
    fhir: 'value',
  },
  optionUnknown: {
    code: 'decision-option-unknown',
    says: 'The decision has no such option.',
    next: 'Select one of the options, or none of them.',
    http: 422,
    fhir: 'value',
  },
  optionChosen: {
    code: 'decision-option-chosen',
    says: 'The person has chosen an option that you are taking out.',
    next: 'Leave it in, or talk with them first.',
    http: 409,
    fhir: 'conflict',
  },
  reviewPast: {
    code: 'decision-review-past',
    says: 'The day to look at it again must be in the future.',
    next: 'Enter a day after today, or say that you do not want to be asked.',
    http: 422,
    fhir: 'value',
  },
  noSaid: {
    code: 'decision-no-said',
    says: 'They have said no to this, and the day to look at it again has not come.',
    next: 'Leave it as it is. If something is new, say what it is.',
    http: 409,
    fhir: 'conflict',
  },
} as const satisfies Record<string, RefusalKind>
