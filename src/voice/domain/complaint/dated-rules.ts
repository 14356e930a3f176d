// How soon a complaint is acknowledged, answered and explained, nation by nation, as dated rules.
import { datedRule } from '../../../basics/index.ts'

const englishLaw =
  'Local Authority Social Services and National Health Service Complaints (England) ' +
  'Regulations 2009 (SI 2009/309)'
const welshLaw =
  'National Health Service (Concerns, Complaints and Redress Arrangements) (Wales) ' +
  'Regulations 2011 (SI 2011/704)'
const scottishLaw = 'NHS Scotland Model Complaints Handling Procedure'
const irishLaw = 'HSC Complaints Policy, Northern Ireland'
const days = 'working days'

export const englishAcknowledge = datedRule({
  says: 'A complaint is acknowledged not later than 3 working days after the day received',
  from: '2009-04-01',
  value: 3,
  unit: days,
  source: `${englishLaw}, regulation 13`,
  confirmed: null,
})

export const englishResolveAtOnce = datedRule({
  says:
    'A complaint made by word of mouth and resolved by the end of the next working day is ' +
    'outside the regulations',
  from: '2009-04-01',
  value: 1,
  unit: days,
  source: `${englishLaw}, regulation 8(1)(c)`,
  confirmed: null,
})

export const englishExplain = datedRule({
  says:
    'Where there is no response within 6 months beginning with the day received, or a longer ' +
    'time agreed before that ends, the body writes to explain why',
  from: '2009-04-01',
  value: 6,
  unit: 'months beginning with the day',
  source: `${englishLaw}, regulation 14`,
  confirmed: null,
})

export const explainsBefore = datedRule({
  says:
    'Why there is no answer counts as explained from one month before the 6 months end; before, ' +
    'the complainant is told how the work goes',
  from: '2026-12-01',
  value: 1,
  unit: 'months',
  source: `Product rule, after ${englishLaw}, regulation 14(4)`,
  confirmed: null,
})

export const englishBring = datedRule({
  says: 'A complaint is made not later than 12 months after it happened, or came to be known',
  from: '2009-04-01',
  value: 12,
  unit: 'months after the day',
  source: `${englishLaw}, regulation 12`,
  confirmed: null,
})

export const englishOmbudsman = datedRule({
  says: 'The ombudsman explains why where an investigation takes more than 12 months',
  from: '2015-03-26',
  value: 12,
  unit: 'months after the day',
  source: 'Health Service Commissioner for England (Complaint Handling) Act 2015, section 1',
  confirmed: null,
})

export const welshAcknowledge = datedRule({
  says: 'A concern is acknowledged not later than 2 working days after the day received',
  from: '2011-04-01',
  value: 2,
  unit: days,
  source: `${welshLaw}, regulation 22`,
  confirmed: null,
})

export const welshReply = datedRule({
  says: 'A concern is answered within 30 working days',
  from: '2011-04-01',
  value: 30,
  unit: days,
  source: `${welshLaw}, regulation 24`,
  confirmed: null,
})

export const scottishAcknowledge = datedRule({
  says: 'A complaint to be investigated is acknowledged within 3 working days',
  from: '2017-04-01',
  value: 3,
  unit: days,
  source: `${scottishLaw}, stage 2`,
  confirmed: null,
})

export const scottishResolveEarly = datedRule({
  says: 'A complaint is resolved early within 5 working days',
  from: '2017-04-01',
  value: 5,
  unit: days,
  source: `${scottishLaw}, stage 1`,
  confirmed: null,
})

export const scottishReply = datedRule({
  says: 'A complaint that is investigated is answered within 20 working days',
  from: '2017-04-01',
  value: 20,
  unit: days,
  source: `${scottishLaw}, stage 2`,
  confirmed: null,
})

export const irishAcknowledge = datedRule({
  says: 'A complaint is acknowledged within 3 working days',
  from: '2009-04-01',
  value: 3,
  unit: days,
  source: irishLaw,
  confirmed: null,
})

export const irishReply = datedRule({
  says: 'A complaint about a family practice is answered within 10 working days',
  from: '2009-04-01',
  value: 10,
  unit: days,
  source: irishLaw,
  confirmed: null,
})
