// The plans of Leah, who is deaf, of Grace, whose record is wrong, and of Natalie, Jaden’s mother.
import { people } from '../names.ts'
import { goal, type Plan, part, planKinds, plansOf } from '../plan-chapters.ts'

const { grace, leah, natalie } = people

const plans: readonly Plan[] = [
  {
    person: leah,
    name: 'Leah Goldberg',
    daysAgo: 28,
    with: 'doctor',
    kinds: planKinds,
    aboutMe: {
      communicate:
        'I am deaf and sign: British Sign Language. Look at me, not at the interpreter. I ' +
        'lip-read a third of what is said, and less when you wear a mask.',
      'please-do':
        'Please wave or touch my arm to call me. Please don’t shout my name in the waiting room.',
      support: 'An interpreter, and twice the time. My sister is my sister, not my interpreter.',
    },
    wishes: [
      part('strength', { says: 'I know my pain: I have written down each day of it for a year' }),
      part('need', { says: 'When nobody has booked an interpreter I go home without an answer' }),
      ...goal(2, 'To understand all that is said to me, and be understood', 10, [
        ['me', 'Text two weeks before, and ask who is booked', 'Leah', 'Before each visit', 8],
        ['services', 'A registered interpreter, and a double appointment', 'Oak Lane', 'Now', 7],
        ['services', 'The same for the clinic, in their booking system', 'Megan Hughes', 'Now', 6],
      ]),
      part('need', { says: 'Endometriosis: pain puts me in bed four or five days a month' }),
      ...goal(7, 'To lose no more than two days a month to pain by summer', 9, [
        ['me', 'Tablets with food from the first twinge, and heat', 'Leah', 'On days of pain', 8],
        ['people', 'Naomi takes the early shift when I text her', 'Naomi, at work', 'As agreed', 8],
        ['place', 'Deaf women’s swim', 'Millbrook pool', 'Sundays at 9', 7],
        ['services', 'What else there is besides tablets', 'Endometriosis clinic', 'January', 6],
      ]),
      part('contingency', {
        name: 'If the pain is suddenly worse',
        triggers: [
          'Strong pain on one side that comes at once, with being sick',
          'Pain that my tablets have not touched for a day',
        ],
        signs: ['A fever', 'I faint, or nearly', 'I bleed through a pad in an hour'],
        what:
          'At once on one side, or fainting: 999. I have a cyst on the left, and it may have ' +
          'twisted. Else 111 the same day. I use the sign language video service for both. ' +
          'Get an interpreter before you ask me to decide or to sign. Until then, write it down. ' +
          'No penicillin: a rash over my whole body.',
        contacts: ['Ruth, my sister, by text', 'Oak Lane Surgery, by text'],
      }),
      part('personal-contact', { name: 'Ruth Goldberg', relationship: 'Sister' }),
      part('professional-contact', { name: 'Farah Siddiqui', role: 'Doctor', keyWorker: true }),
    ],
    reviewIn: 80,
  },
  {
    person: grace,
    name: 'Grace Thompson',
    daysAgo: 46,
    with: 'doctor',
    kinds: planKinds,
    aboutMe: {
      'what-matters': 'My salon, my grandchildren, and a record that is about me.',
      communicate: 'Tell me why before you tell me what. I like to go home and think.',
    },
    wishes: [
      part('strength', {
        says: 'I have run my own salon for 22 years, and I am on my feet all day',
      }),
      part('need', { says: 'My record says that I have epilepsy. I never had' }),
      ...goal(2, 'To have it put right everywhere it went', 10, [
        ['me', 'Keep each letter, and ask who else was told', 'Grace', 'As they come', 9],
        [
          'services',
          'Tell the insurer and the hospital that it was an error',
          'Oak Lane',
          'Now',
          6,
        ],
      ]),
      part('need', { says: 'My right knee is stiff and sore by the afternoon' }),
      ...goal(6, 'To cut hair until I am 65', 9, [
        ['me', 'Strengthening for the thigh, ten minutes', 'Grace', 'Every other day', 7],
        ['me', 'A high stool for colours, and flat shoes', 'Grace', 'At work', 9],
        ['people', 'Keeley does the blow-dries after four', 'Keeley, at the salon', 'Daily', 8],
        ['place', 'Aqua class', 'Millbrook pool', 'Wednesdays at 7', 6],
        ['services', 'Talk about my numb fingers and what could help', 'Dr Siddiqui', 'Soon', 8],
      ]),
      ...goal(12, 'To keep my thyroid as steady as it is', 6, [
        ['me', 'My tablet on waking, half an hour before breakfast', 'Grace', 'Every morning', 10],
        ['services', 'Blood test', 'Sian Rees', 'Once a year', 9],
      ]),
      part('contingency', {
        name: 'If I am found confused or not awake',
        triggers: ['Somebody reads “epilepsy” in my record and acts on it'],
        what:
          'I do not have epilepsy: the letter is about another person. Look for another cause. ' +
          'Check my sugar, my heart and my head, and do not start a medicine for seizures ' +
          'because of my record alone.',
        contacts: ['Denzil, my husband', 'Oak Lane Surgery'],
      }),
      part('personal-contact', { name: 'Denzil Thompson', relationship: 'Husband' }),
      part('professional-contact', { name: 'Farah Siddiqui', role: 'Doctor', keyWorker: true }),
    ],
    reviewIn: 74,
  },
  {
    person: natalie,
    name: 'Natalie Clarke',
    daysAgo: 43,
    kinds: planKinds,
    aboutMe: {
      'what-matters': 'Jaden safe and his own man. My night shifts. Netball on Tuesdays.',
      communicate: 'Text me. I sleep until two after a night.',
    },
    wishes: [
      part('strength', { says: 'I have got him through every attack for ten years' }),
      ...goal(1, 'To let Jaden look after his own chest, and still sleep', 9, [
        ['me', 'Ask once a day and no more', 'Natalie', 'At tea', 5],
        ['people', 'Jaden texts me after each match', 'Jaden', 'Saturdays', 7],
        ['place', 'Evening for parents of teenagers with asthma', 'Library', 'First Monday', 6],
        ['services', 'What changes when he is 16, told to us both', 'Dilys Morgan', 'December', 8],
      ]),
      ...goal(6, 'To have the energy for a night shift again', 7, [
        ['me', 'Greens, beans or meat each day, and tea an hour later', 'Natalie', 'Daily', 8],
        ['people', 'Swap to two nights in a row, not four', 'Angela, my manager', 'January', 6],
        ['services', 'Iron and blood count, as my iron was low before', 'Sian Rees', 'December', 9],
      ]),
      part('contingency', {
        name: 'If I am ill and Jaden is at home',
        triggers: ['I am in hospital, or cannot get up'],
        what:
          'Keisha comes to us. His blue inhaler and spacer are in the hall, his two adrenaline ' +
          'pens in his bag. A bad reaction to nuts: pen at once, then 999. His own plan says the ' +
          'rest, and he knows it.',
        contacts: ['Keisha, my sister', 'Jaden’s school'],
      }),
      part('personal-contact', { name: 'Keisha Brown', relationship: 'Sister' }),
    ],
    waits: [part('need', { says: 'Heavy periods may be why her iron was low' })],
    reviewIn: 137,
  },
]

/** Leah and Grace wrote theirs with their doctor, Natalie hers with the nurse. */
export const plansOfThree = plansOf('plans-of-three', plans)
