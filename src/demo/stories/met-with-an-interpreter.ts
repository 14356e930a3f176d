// Leah’s plan, and the meeting that her doctor could plan only with an interpreter booked.
import { addDays } from '../../basics/index.ts'
import { agreeTogether, aProfessional, ownWriter, planReview } from '../../care/index.ts'
import { people, townId } from '../names.ts'
import { goal, part } from '../plan-chapters.ts'
import { done, type Story } from '../town.ts'

const { leah, farah } = people
const herself = ownWriter(leah, 'Leah Goldberg')
const farahWrites = aProfessional(farah, 'Farah Siddiqui, Oak Lane Surgery')

export const metWithAnInterpreter: Story = {
  name: 'met-with-an-interpreter',
  async tell({ at, today }) {
    const key = (step: string) => `demonstration-plan-leah-${step}`
    const wishes = [
      part('strength', { says: 'I know my pain: I have kept a diary of it for two years' }),
      ...goal(1, 'To understand what is offered to me, in my own language', 10, [
        ['me', 'I bring my questions, in writing', 'Leah', 'Each visit', 9],
        ['services', 'Book the interpreter when you book me', 'Oak Lane', 'Each visit', 6],
      ]),
    ]
    const logs = { proposed: at(27, '10:00'), agreed: at(27, '10:40') }
    const sitting = { person: leah, proposer: herself, other: farahWrites, wishes }
    done(await agreeTogether(logs, { ...sitting, key: key('whole') }))
    const meeting = {
      id: townId('review-leah'),
      on: addDays(today, 16),
      time: '11:20',
      place: 'Oak Lane Surgery, room 4',
      agenda: ['What the clinic said', 'Days of pain, and work'],
      help: 'Jo Lane, British Sign Language interpreter, from 11:10',
    }
    done(await planReview(at(26, '12:15'), leah, farahWrites, meeting, key('review')))
  },
}
