// How much somebody who is close to a person may send them to read in a day.
import { datedRule } from '../../../basics/index.ts'

export const peerSendsADay = datedRule({
  says: 'Somebody close to a person sends them at most 3 things to read in a day',
  from: '2026-11-01',
  value: 3,
  unit: 'things',
  source: 'Policy of this installation: a person is not to be worn down by those who mean well',
  confirmed: null,
})
