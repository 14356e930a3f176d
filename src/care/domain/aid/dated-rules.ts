// What decision aids are held to here, as dated rules.
import { datedRule } from '../../../basics/index.ts'

export const equalDetailBand = datedRule({
  says: 'In a decision aid, good and bad of an option differ in length at most twofold',
  from: '2026-11-30',
  value: 2,
  unit: 'times',
  source: 'Policy of this installation; IPDAS version 4 asks for equal detail and gives no number',
  confirmed: null,
})

export const aidReadingAge = datedRule({
  says: 'A decision aid can be read at the age of 12, since some medical words cannot be avoided',
  from: '2026-11-30',
  value: 12,
  unit: 'years',
  source:
    'Policy of this installation; IPDAS version 4 asks for at most the eighth US school grade',
  confirmed: null,
})
