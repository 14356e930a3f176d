// How often a plan is looked at again, as dated data with its source.
import { datedRule } from '../../../basics/index.ts'

export const reviewPlanWithin = datedRule({
  says: 'A care and support plan is reviewed at the latest 12 months after it was last agreed',
  from: '2014-10-23',
  value: 12,
  unit: 'months',
  source: 'Care and support statutory guidance, paragraph 13.32 (Care Act 2014, section 27)',
  confirmed: null,
})
