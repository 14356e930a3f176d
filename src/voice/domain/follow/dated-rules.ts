// How much one person may follow, as dated policy.
import { datedRule } from '../../../basics/index.ts'

export const followedAtMost = datedRule({
  says: 'One person follows at most 50 services, places and searches',
  from: '2026-11-30',
  value: 50,
  unit: 'things followed',
  source: 'Policy of this installation',
  confirmed: null,
})
