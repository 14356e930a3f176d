// What a map of a network is read by, as dated policy that nobody has confirmed yet.
import { datedRule } from '../../../basics/index.ts'
import type { Contact } from './facts.ts'

export const regularContactIs = datedRule({
  says: 'Contact on a map of a network counts as regular when it is daily or weekly',
  from: '2026-11-01',
  value: 'daily, weekly',
  unit: 'how often',
  source:
    'Kennedy et al., Implementation Science 2016; 11:27, Table 1: “regular frequent contact”; ' +
    'how often that is, is not said in what was read',
  confirmed: null,
})

/** The rule as a list. */
export const regularContacts = regularContactIs.value.split(', ') as readonly Contact[]
