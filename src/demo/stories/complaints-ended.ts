// Complaints of the town that were answered, ended early, or went on to the ombudsman.
import { addDays, type Day, type Id } from '../../basics/index.ts'
import { complaintParties as parties, complaintRules as rules } from '../../voice/index.ts'
import { organisations, people } from '../names.ts'
import { workers } from '../workers.ts'
import {
  acknowledged,
  acting,
  answered,
  complainant,
  elmStreet,
  learned,
  noChange,
  surgery,
  type Told,
} from './complaint-steps.ts'

const { oakLane, hospital, council } = organisations
const { gwen, helen, arthur, grace, leah, natalie, ravi, megan, dilys, sian } = people

/** Answered, learned from, ended early. */
export const ended: readonly Told[] = [
  {
    called: 'interpreter',
    daysAgo: 33,
    by: workers.patience.person,
    how: 'oral',
    name: 'Leah Goldberg',
    contact: 'By text: 07700 900 461',
    writtenBy: workers.patience.person,
    says: 'There was no interpreter. They wanted my sister to sign for me.',
    wants: 'A new date with an interpreter.',
    body: hospital,
    at: 'endometriosis',
    steps: [
      [33, '15:00', leah, () => parties.keepComplaint(complainant, leah)],
      [33, '15:10', leah, () => parties.confirmRecord(complainant, true, '')],
      [
        32,
        '12:00',
        leah,
        () => rules.resolveAtOnce(complainant, 'I have a new date, and an interpreter.'),
      ],
    ],
  },
  {
    called: 'sleepover',
    daysAgo: 70,
    by: natalie,
    name: 'Jaden Clarke',
    representative: {
      name: 'Natalie Clarke',
      relation: 'His mother',
      ground: 'child',
      permission: 'He is 15, and wants me to write it.',
      by: natalie,
    },
    says: 'They talked to me about his asthma and not to him.',
    body: oakLane,
    at: 'clinic',
    steps: [
      acknowledged(surgery, 68),
      [66, '20:30', natalie, () => rules.withdrawComplaint(acting, 'They have talked with him.')],
      learned(surgery, 64, noChange('We talk to young people first already, and forgot it once.')),
    ],
  },
  {
    called: 'shifts',
    daysAgo: 21,
    by: sian,
    complainant: sian,
    name: 'Sian Rees',
    says: 'They changed my shifts for the winter and did not ask me.',
    wants: 'My Thursdays back.',
    body: oakLane,
    at: 'clinic',
    steps: [
      [
        20,
        '08:40',
        dilys,
        () =>
          rules.setOutside(
            surgery,
            'work',
            'This is about your work here, and not about care. Talk with me on Friday, or with ' +
              'the guardian to whom staff can speak up.',
          ),
      ],
    ],
  },
  {
    called: 'memory',
    daysAgo: 48,
    by: helen,
    name: 'Joan Whitaker',
    representative: {
      name: 'Helen Whitaker',
      relation: 'Her daughter',
      ground: 'asked',
      permission: 'My mother asked me to, on a good day, with Dr Byrne in the room.',
      by: helen,
    },
    says: 'She was sent home from the ward at night, and no carer had been told.',
    wants: 'That the ward and the council talk to each other.',
    body: hospital,
    at: 'memory-clinic',
    steps: [
      acknowledged(elmStreet, 46),
      [
        44,
        '10:00',
        megan,
        () =>
          parties.askToShare(elmStreet, {
            other: council,
            why: 'The council sends the carers. You get one answer from both of us.',
            how: 'together',
            lead: hospital,
          }),
      ],
      [43, '21:00', helen, ({ sharing }) => parties.answerSharing(acting, sharing?.id as Id, true)],
      [
        12,
        '16:20',
        workers.marion.person,
        () =>
          parties.givePart(
            { side: 'body', body: council },
            'Our desk closes at six. The ward rang at nine, and nobody was there to take it.',
          ),
      ],
      answered(elmStreet, 4, [
        'She should not have gone home that night. The ward rang the council after six.',
        'Nobody with dementia leaves the ward after four without a carer who knows.',
        'It holds on all wards from Monday.',
      ]),
    ],
  },
  {
    called: 'rescue-pack',
    daysAgo: 110,
    by: arthur,
    complainant: arthur,
    name: 'Arthur Bell',
    says: 'My rescue pack was taken off my list and nobody told me. I ended in hospital.',
    wants: 'My pack back, and that it happens to nobody else.',
    body: oakLane,
    at: 'clinic',
    steps: [
      acknowledged(surgery, 109),
      answered(surgery, 75, [
        'It was taken off by mistake when your list was tidied.',
        'Nothing is taken off a list of tablets before somebody has talked with you.',
        'Your pack is back. The rest will be done by the end of next month.',
      ]),
      learned(surgery, 74, {
        says: 'Nobody’s tablets are taken off the list before we have talked with them',
        dueInDays: 25,
      }),
    ],
  },
  {
    called: 'queue',
    daysAgo: 95,
    by: grace,
    complainant: grace,
    name: 'Grace Thompson',
    says: 'I stood in the rain because the door opens at eight and not before.',
    wants: 'That the door opens at half past seven.',
    body: oakLane,
    at: 'clinic',
    steps: [
      acknowledged(surgery, 94),
      answered(surgery, 80, [
        'The door opens at eight because nobody is at the desk before.',
        'None at the door. There is a roof over the side entrance, and it is open.',
        'A sign shows the way to it since Monday.',
      ]),
      learned(
        surgery,
        79,
        noChange('With nobody at the desk, a person who falls in the hall is found by no one.'),
      ),
    ],
  },
]

const decision = (today: Day) => ({
  outcome: 'upheld',
  number: 'P-004417',
  decidedOn: addDays(today, -72),
  file: null,
  says: 'The hospital knew of the step for two years. It did not say so in its answer.',
  recommendations: [
    { says: 'Apologise to the complainant in writing', due: addDays(today, -20) },
    { says: 'Show the ombudsman that every entrance is step-free', due: addDays(today, 45) },
  ],
})

/** Taken to the ombudsman, and decided: one recommendation is overdue. */
export const furtherOn: readonly Told[] = [
  {
    called: 'father',
    daysAgo: 160,
    by: ravi,
    complainant: ravi,
    name: 'Ravi Patel',
    says: 'I was told of a shadow on my lung in the corridor, standing, by somebody I never saw.',
    wants: 'An apology from the person, not from a department.',
    body: hospital,
    at: 'chest-clinic',
    steps: [
      acknowledged(elmStreet, 158),
      answered(elmStreet, 100, [
        'You should have been told sitting down, with time to ask.',
        'No further action: the doctor no longer works here.',
        'There is nothing to be done.',
      ]),
      learned(elmStreet, 99, noChange('The doctor has left, and the rule was there before.')),
      [
        30,
        '17:20',
        ravi,
        () => rules.goToOmbudsman(complainant, 'They say that nothing changes. I do not agree.'),
      ],
    ],
  },
  {
    called: 'side-door',
    daysAgo: 330,
    by: gwen,
    complainant: gwen,
    name: 'Gwen Lloyd',
    says: 'The side door has a step. I stood outside with my frame, in the rain.',
    wants: 'A door that I can use, and an apology.',
    body: hospital,
    at: 'scans',
    steps: [
      acknowledged(elmStreet, 328),
      answered(elmStreet, 290, [
        'The step is there and we did not know that people use this door.',
        'A sign will show the way to the main entrance.',
        'The sign is there.',
      ]),
      learned(elmStreet, 288, noChange('The main entrance has no step.')),
      [
        250,
        '16:00',
        gwen,
        () => rules.goToOmbudsman(complainant, 'They did know: I told them before.'),
      ],
      [70, '11:00', megan, (_, today) => rules.recordDecision(elmStreet, decision(today))],
    ],
  },
]
