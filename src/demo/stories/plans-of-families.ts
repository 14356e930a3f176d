// The plans of Asha and her father and of Joan; where Gwen differed; what came of a review.
import { addDays, type Id } from '../../basics/index.ts'
import {
  declineChange,
  holdReview,
  ownWriter,
  planAt,
  planReview,
  planStream,
  proposeChanges,
} from '../../care/index.ts'
import { load } from '../../log/index.ts'
import { people, townId } from '../names.ts'
import { goal, type Plan, part, planKinds, plansOf, sianWrites } from '../plan-chapters.ts'
import { done, type Town } from '../town.ts'

const { arthur, asha, gwen, joan, ravi } = people

const plans: readonly Plan[] = [
  {
    person: asha,
    name: 'Asha Patel',
    daysAgo: 61,
    kinds: planKinds,
    aboutMe: {
      people: 'My father Ravi, in the next street. Meera from work. Biscuit, my dog.',
      communicate: 'One voice at a time, in a quiet room. Write it down and I will read it later.',
      'please-do': 'Please say before you touch me. Please don’t turn the big light on.',
    },
    wishes: [
      part('strength', { says: 'I cook from fresh, and I have walked every Thursday since May' }),
      part('need', { says: 'When a room is loud I take in nothing of what is said' }),
      ...goal(2, 'To get through a visit without leaving before my turn', 9, [
        ['me', 'Headphones, and my questions on a card', 'Asha', 'Each visit', 8],
        ['people', 'Dad sits with me while I wait', 'Ravi', 'When it is the hospital', 9],
        ['services', 'A quiet place to wait, and a ring when it is my turn', 'Oak Lane', 'Now', 7],
      ]),
      ...goal(6, 'To keep my sugar as it is now, without giving up my mother’s cooking', 8, [
        ['me', 'Half the rice, and the rest of the plate dal and vegetables', 'Asha', 'Daily', 8],
        ['place', 'Thursday walkers', 'Mill Park', 'Thursdays at 10', 9],
        [
          'services',
          'HbA1c and feet, and what they mean in plain words',
          'Sian Rees',
          'In June',
          9,
        ],
      ]),
      part('contingency', {
        name: 'If I am sick and cannot eat or drink',
        triggers: ['Vomiting or diarrhoea for more than a few hours', 'A fever, and no appetite'],
        what:
          'Stop metformin until I have eaten and drunk as usual for a day or two. Small sips ' +
          'often. Ring the surgery, or 111 at night, the same day. 999 if I am drowsy, ' +
          'confused or breathe fast.',
        contacts: ['Ravi, my father', 'Oak Lane Surgery', '111 at night'],
      }),
      part('contingency', {
        name: 'When it is too loud and I shut down',
        triggers: ['I stop answering', 'I cover my ears or rock'],
        what: 'Fewer people, less light, no questions. Wait with me. It takes half an hour.',
        coping: 'My headphones, and Biscuit’s lead in my hand.',
        contacts: ['Ravi, my father'],
      }),
      part('personal-contact', { name: 'Ravi Patel', relationship: 'Father' }),
      part('professional-contact', { name: 'Sian Rees', role: 'Nurse', keyWorker: true }),
    ],
    reviewIn: 170,
  },
  {
    person: ravi,
    name: 'Ravi Patel',
    daysAgo: 58,
    kinds: planKinds,
    aboutMe: { 'what-matters': 'Asha well, my cricket club, and my back as good as it is.' },
    wishes: [
      ...goal(0, 'To be there for Asha without wearing myself out', 8, [
        ['me', 'Say by noon when I need the evening off', 'Ravi', 'When it is so', 7],
        ['people', 'Cousin Dev takes the hospital visits in turn', 'Dev', 'Every other one', 6],
        ['place', 'Carers’ coffee at the library', 'Millbrook Library', 'First Tuesday', 7],
      ]),
      part('contingency', {
        name: 'If I am ill and Asha is too',
        triggers: ['I am in bed or in hospital'],
        what: 'Dev comes the same day. Asha’s plan and her headphones are by the door.',
        contacts: ['Dev Patel, nephew', 'Oak Lane Surgery'],
      }),
    ],
    reviewIn: 172,
  },
  {
    person: joan,
    name: 'Joan Whitaker',
    daysAgo: 35,
    helped: 'Helen, her daughter',
    kinds: [...planKinds, 'advance-statement'],
    aboutMe: {
      people: 'Helen, my girl. George, though he is gone. The robin by the back door.',
      communicate: 'Look at me and say who you are. One thing at a time. Give me a minute.',
      wellness: 'A good day has the garden in it. When I walk up and down I want the toilet.',
      'please-do': 'Please ask me first, then Helen. Please don’t tell me that I said it before.',
    },
    wishes: [
      part('strength', { says: 'I know every plant in my garden, and I still make the tea' }),
      part('need', { says: 'I forget lunch, and I have lost weight' }),
      ...goal(2, 'To stay in my own home', 10, [
        ['me', 'I do the garden and the washing up', 'Joan', 'Every day', 9],
        ['people', 'Helen comes each evening', 'Helen', 'Every evening', 8],
        ['people', 'Next door looks whether the curtains are open', 'Mrs Hale', 'Mornings', 9],
        ['place', 'The day centre', 'Orchard Centre', 'Tuesdays and Fridays', 8],
        ['services', 'Gloria looks in and does the tablets box', 'District nurse', 'Wednesdays', 9],
      ]),
      ...goal(8, 'To keep my weight, and enjoy my food', 8, [
        ['me', 'Something to eat beside the kettle', 'Joan', 'Each time I make tea', 7],
        ['people', 'Full cream milk, and a pudding in the evening', 'Helen', 'Every evening', 9],
        ['services', 'Weigh me, and ask the dietitian if it falls', 'Sian Rees', 'Each month', 9],
      ]),
      part('contingency', {
        name: 'If I am suddenly not myself',
        triggers: [
          'More muddled than usual within a day or two',
          'Very sleepy, or seeing things that are not there',
        ],
        signs: ['Not drinking', 'A smell of urine, or going often', 'No bowels for three days'],
        what:
          'This is not just my dementia: it may be delirium. Ring the surgery the same day and ' +
          'say so. Drinks, my glasses, the light on, somebody I know beside me. 999 if I ' +
          'cannot be woken, or have hit my head. No codeine: it makes me confused and sick.',
        contacts: ['Helen, my daughter', 'Oak Lane Surgery', '111 at night'],
      }),
      part('contingency', {
        name: 'If Helen cannot come',
        triggers: ['Helen is ill or away'],
        what: 'Tom sits with me the first evening. Then the council’s home care until she is back.',
        contacts: ['Tom Whitaker, my son', 'Millbrook Council, adult care'],
      }),
      part('personal-contact', { name: 'Helen Whitaker', relationship: 'Daughter' }),
      part('professional-contact', {
        name: 'Gloria Santos',
        role: 'District nurse',
        keyWorker: true,
      }),
    ],
    advance:
      'I want to be in my own bed, with my garden outside. If I can no longer stay here, I want ' +
      'a home with a garden near Helen. Ask me each time, also when you think I will not know. ' +
      'Church music, and no television.',
    reviewIn: 20,
  },
]

/** The plans themselves, then a no that stays with its reasons, and a review that was held. */
export const plansOfFamilies = plansOf('plans-of-families', plans, async (town) => {
  await gwenDiffers(town)
  await arthurIsReviewed(town)
})

/** The nurse proposes an alarm; Gwen sees it differently, and both stay to be read. */
async function gwenDiffers({ at }: Town): Promise<void> {
  const says = 'She needs an alarm to wear in case she falls'
  const key = (step: string) => `demonstration-plan-gwen-${step}`
  const wish = { ...part('need', { says }), because: 'She fell on the step in September.' }
  done(await proposeChanges(at(7, '11:10'), gwen, sianWrites, [wish], key('alarm')))
  const later = at(6, '15:30')
  const { state } = await load(later, later.db, planStream, planAt(gwen))
  const open = [...state.proposals.values()].find(({ ended, set }) => !ended && set.says === says)
  if (open === undefined) return
  const no = {
    proposal: open.proposal,
    says: 'A rail on the step will do, and Eirlys rings me each morning. I will not wear a bell.',
  }
  done(await declineChange(later, gwen, ownWriter(gwen, 'Gwen Lloyd'), no, key('no')))
}

/** What was looked at together in the autumn; the day of the next review stayed as it was. */
async function arthurIsReviewed({ at, today }: Town): Promise<void> {
  const id: Id = townId('review-arthur-autumn')
  const key = (step: string) => `demonstration-review-arthur-${step}`
  const agenda = ['The new inhaler', 'Oxygen at home?', 'Bill cannot come on Fridays']
  const planned = { on: addDays(today, -40), time: '14:00', place: 'Oak Lane Surgery, room 2' }
  const own = ownWriter(arthur, 'Arthur Bell')
  done(await planReview(at(60), arthur, own, { ...planned, agenda, id }, key('planned')))
  const held = {
    came: [
      'Arthur Bell',
      'Carol Bell, daughter, by telephone',
      'Sian Rees, nurse',
      'Owen Davies, pharmacist',
      'Anita Desai, chest clinic',
    ],
    says:
      'Arthur has used the rescue pack once since summer and rang the same day. He gets to the ' +
      'allotment on good days. He wants to know about oxygen before winter.',
    actions: [
      { role: 'Chest clinic', says: 'Breathing tests and oxygen levels at the next visit' },
      { role: 'Pharmacist', says: 'Goes through the inhalers again, with the spacer' },
      { role: 'Nurse', says: 'Writes a new rescue pack, and rings after it was used' },
      { role: 'Arthur', says: 'Asks Bill’s grandson about Fridays' },
    ],
    next: addDays(today, 24),
  }
  done(await holdReview(at(40, '14:50'), arthur, sianWrites, { review: id, held }, key('held')))
}
