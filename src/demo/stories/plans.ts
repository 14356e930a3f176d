// The plans of the town: what people want, who does what, and what happens when things go wrong.
import { people } from '../names.ts'
import { goal, type Plan, part, plansOf } from '../plan-chapters.ts'

const { arthur, daniel, gwen, helen, jaden, marcus } = people

const plans: readonly Plan[] = [
  {
    person: arthur,
    name: 'Arthur Bell',
    daysAgo: 96,
    aboutMe: {
      'what-matters': 'My allotment, and not being a burden to my daughter.',
      people: 'My daughter Carol in Leeds. Bill next door has my key.',
      communicate: 'Give me time. I run out of breath when I talk for long.',
      'please-do': 'Please sit me up. Please don’t lay me flat.',
    },
    wishes: [
      part('strength', { says: 'I know my chest, and I know when it is turning' }),
      ...goal(1, 'To get to my allotment twice a week', 9, [
        ['me', 'Breathing exercises before I go out', 'Arthur', 'Every morning', 8],
        ['people', 'Bill carries the water', 'Bill, next door', 'Tuesdays and Fridays', 9],
        ['services', 'Lung exercise class', 'Respiratory team', 'For 8 weeks', 6],
      ]),
      ...goal(5, 'To stay out of hospital this winter', 8, [
        ['me', 'Inhalers as on my sheet, with the spacer', 'Arthur', 'Every day', 9],
        ['services', 'Flu and COVID vaccines', 'Oak Lane Surgery', 'October', 10],
      ]),
      part('contingency', {
        name: 'When my chest is bad',
        triggers: [
          'More breathless than usual for a day',
          'My spit turns green or there is more of it',
        ],
        signs: ['I cannot finish a sentence', 'I sleep in the chair'],
        what:
          'Start the steroid tablets and antibiotic in my rescue pack as the sheet says, and ' +
          'ring the surgery the same day. If I cannot speak, my lips go blue or I am confused: ' +
          '999. ' +
          'Oxygen only to 88 to 92 per cent: I hold carbon dioxide.',
        contacts: ['Respiratory team, Millbrook Hospital', 'Carol, my daughter'],
        coping: 'Sit forward with my arms on the table. Slow breath out through pursed lips.',
        anticipatory: 'Rescue pack in the kitchen drawer. Oxygen alert card in my wallet.',
      }),
      part('personal-contact', { name: 'Carol Bell', relationship: 'Daughter' }),
      part('professional-contact', { name: 'Sian Rees', role: 'Nurse', keyWorker: true }),
    ],
    advance:
      'If I am dying I want to be at home, with the window open to the garden. I do not want a ' +
      'breathing machine in intensive care. A mask on the ward for some days is all right.',
    reviewIn: 24,
  },
  {
    person: marcus,
    name: 'Marcus Bennett',
    daysAgo: 12,
    aboutMe: {
      'what-matters': 'Keeping my licence and my job on the buses.',
      communicate: 'Straight. Tell me the numbers and what they mean.',
    },
    wishes: [
      part('need', { says: 'I do not know yet what I can eat on shifts that change every week' }),
      ...goal(1, 'To bring my sugar down by the next blood test', 8, [
        ['me', 'Walk 20 minutes on days off', 'Marcus', 'Days off', 7],
        ['people', 'Cook two dinners ahead with my wife', 'Marcus and Denise', 'Sundays', 8],
        ['services', 'Course for people newly told of diabetes', 'Oak Lane Surgery', 'January', 6],
      ]),
      part('contingency', {
        name: 'If I am sick and cannot eat or drink',
        triggers: ['Vomiting or diarrhoea for more than a few hours'],
        what: 'Stop metformin until I eat and drink again. Ring the surgery or 111 the same day.',
        contacts: ['Oak Lane Surgery', '111 at night'],
      }),
    ],
    waits: goal(0, 'To lose 5 kilos', 5, [
      ['services', 'Weight group', 'Oak Lane Surgery', 'From January', 5],
    ]),
    reviewIn: 68,
  },
  {
    person: jaden,
    name: 'Jaden Clarke',
    daysAgo: 44,
    aboutMe: {
      'what-matters': 'Football. Not being fussed over in front of my mates.',
      support: 'Mum can come in, but ask me first. I will talk alone for some of it.',
    },
    wishes: [
      ...goal(0, 'To play whole matches without stopping for my chest', 10, [
        ['me', 'Brown inhaler morning and night, blue in the bag', 'Jaden', 'Every day', 7],
        ['people', 'Coach knows where the blue one is', 'Mr Osei, coach', 'Each match', 9],
        ['services', 'Check how I use the inhaler', 'Sian Rees', 'Every 6 months', 9],
      ]),
      part('contingency', {
        name: 'Asthma attack',
        triggers: ['Blue inhaler does not help, or I need it again within 4 hours'],
        signs: ['Too breathless to talk or play', 'Tight chest at night'],
        what:
          'Sit up. One puff of blue every 30 to 60 seconds with the spacer, up to 10. ' +
          'Ring 999 if I am no better after 10 puffs, or at any time you are worried.',
        contacts: ['Natalie, my mum'],
      }),
    ],
    reviewIn: 45,
  },
  {
    person: daniel,
    name: 'Daniel Price',
    daysAgo: 60,
    helped: 'Beth, his support worker',
    aboutMe: {
      'what-matters': 'My job at the garden centre. My flat. Chips on Friday.',
      communicate: 'Say one thing at a time. Use pictures. Wait for me.',
      'please-do': 'Please show me the needle first. Please don’t touch me from behind.',
      wellness: 'I am well when I sing. When I am quiet, something hurts.',
    },
    wishes: [
      ...goal(0, 'To go swimming', 9, [
        ['people', 'Jonah goes with me', 'Jonah', 'Monday', 9],
        ['place', 'Quiet hour at the pool', 'Millbrook pool', 'Monday at 2', 8],
      ]),
      ...goal(3, 'To know about my tablets', 6, [
        ['services', 'Tell me with pictures what each one does', 'Owen Davies', 'In January', 7],
      ]),
      part('contingency', {
        name: 'If I am ill',
        triggers: ['I am quiet and do not eat', 'I hold my tummy'],
        what: 'Ask if it hurts and where. Ring the surgery. Bring my hospital passport.',
        contacts: ['Beth', 'My sister Amy'],
      }),
    ],
    reviewIn: 30,
  },
  {
    person: helen,
    name: 'Helen Whitaker',
    daysAgo: 31,
    aboutMe: { 'what-matters': 'That Mum is safe, and one evening a week that is mine.' },
    wishes: [
      ...goal(0, 'To sing in the choir again', 7, [
        ['people', 'My brother sits with Mum', 'Tom', 'Thursday evenings', 6],
        ['services', 'Carer’s assessment', 'The council', 'By February', 5],
      ]),
      part('contingency', {
        name: 'If I am ill and cannot look after Mum',
        triggers: ['I am in bed or in hospital'],
        what: 'Tom comes the same day. Her tablets and her day are written on the fridge.',
        contacts: ['Tom Whitaker, brother', 'Oak Lane Surgery'],
      }),
    ],
    reviewIn: 150,
  },
  {
    person: gwen,
    name: 'Gwen Lloyd',
    daysAgo: 20,
    aboutMe: { 'what-matters': 'Fy nghapel. My chapel, my books, and Welsh spoken with me.' },
    wishes: [
      ...goal(0, 'To walk to chapel without fear of falling', 9, [
        ['me', 'Exercises at the kitchen sink', 'Gwen', 'Twice a day', 8],
        ['place', 'Tai chi in the chapel hall', 'Chapel group', 'Mondays', 7],
      ]),
    ],
    reviewIn: 120,
  },
]

/** Each is written with the nurse of their surgery; both have said yes. */
export const plansTogether = plansOf('plans', plans)
