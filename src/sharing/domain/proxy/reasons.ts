// Why acting for another is refused or suspended, as lists; each access keeps the code.
export type Reason = { readonly code: string; readonly says: string }

/** @source DAPB3051 Amd 59/2025: necessary, relevant, safe; section 4.5 */
export const refusalReasons: readonly Reason[] = [
  { code: 'not-necessary', says: 'It is not needed' },
  { code: 'not-relevant', says: 'It is not right for what it is needed for' },
  { code: 'not-safe', says: 'It is not safe for one of them' },
  { code: 'no-basis', says: 'There is no ground for it in law' },
  { code: 'no-evidence', says: 'What must be shown was not shown' },
  { code: 'person-said-no', says: 'The person said no' },
]

/** What staff record that suspends an access at once. @source DAPB3051 Amd 59/2025, section 7.4 */
export const suspensionReasons: readonly Reason[] = [
  { code: 'child-into-care', says: 'The child was taken into care' },
  { code: 'adopted', says: 'The child was adopted' },
  { code: 'responsibility-changed', says: 'Parental responsibility changed' },
  { code: 'not-safe', says: 'It is not safe for one of them' },
  { code: 'person-says-stop', says: 'The person said stop, to staff' },
  { code: 'proxy-died', says: 'Whoever acted for them died' },
  { code: 'review', says: 'It is looked at anew' },
]

/** Why an access ended of itself, or was stopped, as the person and staff read it. */
export const endingReasons: readonly Reason[] = [
  ...suspensionReasons.filter(({ code }) => code !== 'person-says-stop'),
  { code: 'person-says-stop', says: 'The person said stop' },
  { code: 'end-date', says: 'Its last day has passed' },
  { code: 'sixteen', says: 'The person turned 16' },
  { code: 'review-age', says: 'The child reached the age at which it is looked at anew' },
  { code: 'person-died', says: 'The person died' },
  { code: 'unused', says: 'Nobody used it for 5 years' },
  { code: 'given-up', says: 'Whoever acted for them gave it up' },
  { code: 'age-not-known', says: 'The reason does not fit the age that is known' },
]

export const reasonSays = (list: readonly Reason[], code: string): string =>
  list.find((one) => one.code === code)?.says ?? code
