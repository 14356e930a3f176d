// Every refusal of the ground floor: days, moments, numbers, amounts and data that cannot be read.
import type { RefusalKind } from './result.ts'

export const refusals = {
  dayMissing: {
    code: 'day-missing',
    says: 'The {name} is missing.',
    next: 'Enter the {name}, for example 27 3 2026.',
    http: 422,
    fhir: 'required',
  },
  dayPartMissing: {
    code: 'day-part-missing',
    says: 'The {name} must include a {part}.',
    next: 'Enter the {part} of the {name}.',
    http: 422,
    fhir: 'required',
  },
  dayNotReal: {
    code: 'day-not-real',
    says: 'The {name} must be a real date.',
    next: 'Enter the {name} as day, month and year, for example 27 3 2026.',
    http: 422,
    fhir: 'value',
  },
  instantNotReal: {
    code: 'instant-not-real',
    says: 'The time must be a real date and time that says its distance from UTC.',
    next: 'Write the time like 2026-03-27T09:30:00.000Z or 2026-03-27T09:30:00+01:00.',
    http: 422,
    fhir: 'value',
  },
  bankHolidaysNotHeld: {
    code: 'bank-holidays-not-held',
    says:
      'The bank holidays of {year} are not held, so working days cannot be counted there: ' +
      'the years held are {first} to {last}.',
    next: 'Add the bank holidays of {year} to src/basics/bank-holidays.json from GOV.UK.',
    http: 503,
    fhir: 'not-supported',
  },
  nhsNumberMissing: {
    code: 'nhs-number-missing',
    says: 'The NHS number is missing.',
    next: 'Enter the NHS number. It has 10 digits, like 999 012 3456.',
    http: 422,
    fhir: 'required',
  },
  nhsNumberNotTenDigits: {
    code: 'nhs-number-not-ten-digits',
    says: 'An NHS number has 10 digits.',
    next: 'Enter all 10 digits of the NHS number, with or without spaces.',
    http: 422,
    fhir: 'value',
  },
  nhsNumberMistyped: {
    code: 'nhs-number-mistyped',
    says: 'The last digit of an NHS number checks the others, and here they do not agree.',
    next: 'Check the NHS number against a letter or the NHS App, and enter it again.',
    http: 422,
    fhir: 'value',
  },
  notPlainData: {
    code: 'not-plain-data',
    says: 'The value at {where} is {what}, which cannot be written as canonical text.',
    next: 'Pass only objects, lists, text, finite numbers, true, false and null.',
    http: 422,
    fhir: 'value',
  },
  amountMissing: {
    code: 'amount-missing',
    says: 'The amount is missing.',
    next: 'Enter an amount in pounds and pence, for example 12.50.',
    http: 422,
    fhir: 'required',
  },
  amountNotMoney: {
    code: 'amount-not-money',
    says: 'The amount must be pounds and pence.',
    next: 'Enter the amount in numbers with at most two after the point, for example 12.50.',
    http: 422,
    fhir: 'value',
  },
  amountTooLarge: {
    code: 'amount-too-large',
    says: 'The amount is more than £90,071,992,547,409.91, the most that can be counted exactly.',
    next: 'Enter a smaller amount.',
    http: 422,
    fhir: 'value',
  },
} as const satisfies Record<string, RefusalKind>
