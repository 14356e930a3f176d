// Formal complaints of the town in every state, from the first words to the ombudsman.
import { addDays, type Id } from '../../basics/index.ts'
import { lapseDue } from '../../promises/index.ts'
import {
  complain,
  handleComplaint,
  loadComplaint,
  complaintParties as parties,
  complaintRules as rules,
  watchComplaints,
} from '../../voice/index.ts'
import { organisations, people, townId } from '../names.ts'
import { done, type Story, type Town } from '../town.ts'
import { acknowledged, complainant, elmStreet, surgery, type Told } from './complaint-steps.ts'
import { ended, furtherOn } from './complaints-ended.ts'

type Received = Parameters<typeof complain>[2]

const { oakLane, hospital } = organisations
const { asha, gwen, marcus, daniel, dilys, megan, sian } = people

/** Made, said aloud, acknowledged, planned: nobody has answered yet. */
const waiting: readonly Told[] = [
  {
    called: 'telephone',
    daysAgo: 1,
    by: null,
    says: 'I rang eleven times for my tablets and was cut off each time.',
    wants: 'A telephone that is answered.',
    body: oakLane,
    at: 'clinic',
  },
  {
    called: 'chair-lift',
    daysAgo: 2,
    by: sian,
    how: 'oral',
    name: 'Albert Finch',
    contact: '01632 960 114, after ten',
    writtenBy: sian,
    says: 'The chair lift has been broken since summer. I came up on my hands and knees.',
    wants: 'That it is mended, and that somebody says sorry.',
    body: oakLane,
    at: 'clinic',
  },
  {
    called: 'large-print',
    daysAgo: 9,
    by: gwen,
    complainant: gwen,
    name: 'Gwen Lloyd',
    says: 'I asked for letters in large print four times. The last one came in small print again.',
    wants: 'Letters that I can read, and to know why it takes four times.',
    body: oakLane,
    at: 'clinic',
  },
  {
    called: 'scan',
    daysAgo: 20,
    by: asha,
    complainant: asha,
    name: 'Asha Patel',
    says: 'My scan was cancelled twice on the day. I sat on a bus for an hour, twice.',
    wants: 'An explanation, and a telephone call before I set off.',
    right: 'CR-A7',
    body: hospital,
    at: 'scans',
    steps: [
      acknowledged(elmStreet, 18),
      [
        16,
        '10:20',
        megan,
        (_, today) =>
          rules.proposePlan(
            elmStreet,
            'The head of radiology looks into both days. I ring you each Friday.',
            addDays(today, 12),
            townId('complaint-plan scan'),
          ),
      ],
      [15, '18:05', asha, ({ proposed }) => rules.agreePlan(complainant, proposed?.fact as Id)],
      [8, '16:45', megan, () => rules.tellProgress(elmStreet, 'We have both rotas now.')],
      [7, '19:10', asha, () => rules.tellProgress(complainant, 'The second day was a Tuesday.')],
    ],
  },
  {
    called: 'ambulance-bay',
    daysAgo: 11,
    by: marcus,
    complainant: marcus,
    name: 'Marcus Bennett',
    says: 'I waited nine hours with chest pain. The surgery had sent no letter with me.',
    wants: 'To know who forgot what.',
    body: oakLane,
    at: 'clinic',
    steps: [
      acknowledged(surgery, 10),
      [
        3,
        '12:30',
        dilys,
        () =>
          parties.askToShare(surgery, {
            other: hospital,
            why: 'The nine hours were at the hospital. They can say why, and we cannot.',
            how: 'together',
            lead: hospital,
          }),
      ],
    ],
  },
  {
    called: 'easy-read',
    daysAgo: 200,
    by: daniel,
    complainant: daniel,
    name: 'Daniel Price',
    says: 'Nobody told me in easy words what the operation is. I said yes and did not understand.',
    wants: 'That somebody explains it, with pictures.',
    body: hospital,
    at: 'scans',
    steps: [
      acknowledged(elmStreet, 198),
      [
        19,
        '09:50',
        megan,
        () =>
          rules.explainDelay(
            elmStreet,
            'The surgeon was away for three months. We answer before Christmas. I am sorry.',
          ),
      ],
    ],
  },
]

export const complaintsOfTheTown: Story = {
  name: 'complaints',
  async tell(town) {
    for (const told of [...waiting, ...ended, ...furtherOn]) {
      await tellComplaint(town, told)
    }
  },
}

/** The nights in which the clocks find what is late; what follows came at the end of the story. */
export const complaintsLate: Story = {
  name: 'complaints-late',
  async tell({ at }) {
    await lapseDue(at(19, '00:22'))
    await watchComplaints(at(2, '00:27'))
  },
}

async function tellComplaint({ at, today }: Town, told: Told): Promise<void> {
  const { called, daysAgo, by, at: place, steps = [], ...more } = told
  const stream = townId(`complaint-${called}`)
  const key = `demonstration-complaint-${called}`
  const log = at(daysAgo, '09:35')
  const received: Received = {
    wants: '',
    how: 'written',
    receivedAt: log.clock.now(),
    nation: 'england',
    complainant: null,
    places: [townId(`place-${place}`)],
    happenedOn: null,
    representative: null,
    right: null,
    name: '',
    contact: '',
    writtenBy: null,
    ...more,
  }
  const browser = `demonstration ${called}`
  done(await complain(log, { by, browser, key, stream }, received))
  for (const [order, [ago, hour, who, rule]] of steps.entries()) {
    const then = at(ago, hour)
    const step = rule(await loadComplaint(then, stream), today)
    done(await handleComplaint(then, { by: who, stream, key: `${key}-${order}` }, step))
  }
}
