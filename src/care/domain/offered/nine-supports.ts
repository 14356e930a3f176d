// The nine supports that a survey asked people about, who were newly told of an illness.

export const supportCodes = [
  'personal-budget',
  'apps',
  'devices',
  'care-plan',
  'peer',
  'coaching',
  'local-services',
  'single-contact',
  'information',
] as const
export type SupportCode = (typeof supportCodes)[number]

/** A number that a paper states: shown as a claim with its source, never as a prediction. */
export type Claim = { readonly percent: number; readonly source: string }

const source = 'IPPR, Powerful people: survey of 2,500 people, “offered at diagnosis”'

/**
 * How many of those who answered said that they were offered it, in per cent.
 * @source facts 14 (IPPR survey of 2,500)
 */
export const baseline: Readonly<Record<SupportCode, Claim>> = {
  'personal-budget': { percent: 0, source },
  apps: { percent: 4, source },
  devices: { percent: 4, source },
  'care-plan': { percent: 5, source },
  peer: { percent: 7, source },
  coaching: { percent: 9, source },
  'local-services': { percent: 11, source },
  'single-contact': { percent: 14, source },
  information: { percent: 40, source },
}

/** How many said that they were offered none of the nine. */
export const offeredNone: Claim = { percent: 53, source }
