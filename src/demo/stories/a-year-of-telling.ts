// A year of what people told in the town: thanked, answered, promised, kept, disputed and late.
import type { PersonId } from '../../basics/index.ts'
import { lapseDue } from '../../promises/index.ts'
import { people } from '../names.ts'
import type { Story } from '../town.ts'
import { type Tale, tellTale } from './first-tales.ts'

const { asha, gwen, marcus, helen, arthur, beryl } = people

type Short = Pick<Tale, 'name' | 'about' | 'daysAgo' | 'title' | 'happened' | 'at'> & {
  readonly by?: PersonId
  readonly better?: string
  readonly level?: number
  readonly area?: number
}

const told = (tale: Short, answers: Tale['answers'] = [], helped?: Tale['helped']): Tale => ({
  level: 1,
  by: null,
  ...tale,
  answers,
  ...(helped === undefined ? {} : { helped }),
})

/** An answer that promises something, so many days after the story; due and done later. */
const promises = (
  daysAgo: number,
  says: string,
  promise: string,
  dueInDays: number,
): NonNullable<Tale['answers']>[number] => ({
  daysAgo,
  says,
  change: 'planned',
  promise: { says: promise, dueInDays },
})

const saysDone = (
  daysAgo: number,
  says: string,
  happened?: { daysAgo: number; answer: 'yes' | 'no' | 'not yet'; says: string },
): NonNullable<Tale['answers']>[number] => ({
  daysAgo,
  says,
  change: 'made',
  keeps: 0,
  ...(happened === undefined ? {} : { happened }),
})

const thanks = (daysAgo: number, says: string) => ({ daysAgo, says })

const atOakLane: readonly Tale[] = [
  told(
    {
      name: 'phone-queue',
      about: 'concern',
      daysAgo: 352,
      at: 'oak-lane-practice',
      level: 2,
      title: 'Forty in the queue at eight',
      happened: 'I rang at eight and was number forty. At nine there was nothing left for the day.',
      better: 'Keep some for people who cannot ring at eight.',
    },
    [
      promises(
        345,
        'You are right, and you are not the only one.',
        'One in three appointments can be booked from midday',
        -290,
      ),
      saysDone(292, 'From today one in three opens at midday.', {
        daysAgo: 280,
        answer: 'yes',
        says: 'I got one at half past twelve.',
      }),
    ],
    { daysAgo: 279, helped: 'yes' },
  ),
  told(
    {
      name: 'reception-kind',
      about: 'praise',
      daysAgo: 330,
      at: 'oak-lane-practice',
      level: 0,
      title: 'Somebody came out with an umbrella',
      happened: 'It poured, and I came with two small ones. They came out to meet us.',
    },
    [thanks(329, 'That will make somebody’s day. Thank you.')],
  ),
  told(
    {
      name: 'blood-results',
      area: 5,
      by: marcus,
      about: 'story',
      daysAgo: 301,
      at: 'clinic',
      title: 'I heard nothing about my blood test',
      happened: 'They said no news is good news. It was not: nobody had looked.',
      better: 'Tell everybody, also when all is well.',
    },
    [
      promises(
        297,
        'We are sorry. We have looked now and rung you.',
        'Everybody hears of their result within five working days',
        -240,
      ),
      saysDone(250, 'Every result is sent out now, also the good ones.', {
        daysAgo: 231,
        answer: 'yes',
        says: 'Mine came on the third day.',
      }),
    ],
  ),
  told(
    {
      name: 'sugar-leaflet',
      area: 4,
      about: 'idea',
      daysAgo: 268,
      at: 'clinic',
      level: 0,
      title: 'Show the food that we eat',
      happened: 'The leaflet has porridge and salmon. We eat roti, dal and rice. Show those.',
    },
    [
      promises(
        262,
        'That is a very good idea.',
        'A leaflet with South Asian food, made with Sugar Club',
        -200,
      ),
      saysDone(205, 'The leaflet is on the table and on our site.', {
        daysAgo: 196,
        answer: 'yes',
        says: 'My mother is in the photograph.',
      }),
    ],
  ),
  told(
    {
      name: 'steps-at-night',
      area: 2,
      by: beryl,
      about: 'concern',
      daysAgo: 225,
      at: 'oak-lane-practice',
      title: 'No light on the steps',
      happened: 'I come at five in winter and cannot see the steps.',
    },
    [
      promises(
        220,
        'Thank you for telling us before somebody falls.',
        'A lamp that comes on by itself',
        -190,
      ),
      saysDone(198, 'There is a lamp.', {
        daysAgo: 188,
        answer: 'not yet',
        says: 'It goes off before I am up.',
      }),
      { ...saysDone(160, 'It stays on for three minutes now.'), keeps: 0 },
    ],
  ),
  told({
    name: 'too-loud-screen',
    area: 2,
    about: 'story',
    daysAgo: 172,
    at: 'oak-lane-practice',
    title: 'The screen shouts at us',
    happened: 'It plays the same advertisement all the time and nobody can turn it down.',
  }),
  told(
    {
      name: 'foot-check',
      about: 'praise',
      daysAgo: 118,
      at: 'clinic',
      level: 0,
      title: 'He found it before I did',
      happened: 'He looked at my feet with time and care and found a sore that I had not felt.',
    },
    [thanks(112, 'Thank you. He was glad to read it.')],
    { daysAgo: 110, helped: 'yes' },
  ),
  told(
    {
      name: 'double-appointment',
      area: 6,
      about: 'idea',
      daysAgo: 75,
      at: 'oak-lane-practice',
      level: 0,
      title: 'Let us ask for a longer one',
      happened: 'I need an interpreter and ten minutes are over before we begin.',
    },
    [
      promises(
        68,
        'Ten minutes are too short for two languages.',
        'Whoever needs an interpreter gets twenty minutes',
        24,
      ),
    ],
  ),
]

const elsewhere: readonly Tale[] = [
  told(
    {
      name: 'trolley-night',
      area: 1,
      by: arthur,
      about: 'safety',
      daysAgo: 338,
      at: 'emergency',
      level: 3,
      title: 'A night on a trolley without my tablets',
      happened: 'I take tablets for Parkinson’s at fixed hours. Nobody gave them for eleven hours.',
      better: 'Let those who can keep their own tablets with them.',
    },
    [
      promises(
        330,
        'This should not have happened. Time matters with these tablets, and we know it.',
        'Medicines that cannot wait are given on time in the emergency department',
        -270,
      ),
      saysDone(272, 'There is a drawer for such medicines, and an alarm for the time.', {
        daysAgo: 255,
        answer: 'yes',
        says: 'I was there again, and they came to the minute.',
      }),
    ],
  ),
  told(
    {
      name: 'chest-letters',
      area: 5,
      by: gwen,
      about: 'story',
      daysAgo: 314,
      at: 'chest-clinic',
      title: 'A letter that nobody at home can read',
      happened: 'Three pages of short words in capitals. My daughter had to look them up.',
      better: 'Write to me, not about me.',
    },
    [
      promises(
        309,
        'You are right: a letter to you should be for you.',
        'Letters from the chest clinic are written to the person',
        -230,
      ),
      saysDone(236, 'All our letters begin with you now.', {
        daysAgo: 214,
        answer: 'no',
        says: 'Mine of last week does not.',
      }),
    ],
  ),
  told(
    {
      name: 'car-park',
      area: 2,
      about: 'concern',
      daysAgo: 289,
      at: 'scans',
      title: 'Nine pounds to be scanned',
      happened: 'I waited three hours and paid nine pounds for the car.',
    },
    [thanks(281, 'Whoever waits because of us does not pay: ask at the desk for a ticket.')],
    { daysAgo: 278, helped: 'partly' },
  ),
  told(
    {
      name: 'nurse-time',
      by: helen,
      about: 'idea',
      daysAgo: 243,
      at: 'district-nurses',
      title: 'Tell us morning or afternoon',
      happened: 'They come between eight and six. We cannot go out on any of those days.',
    },
    [
      promises(
        236,
        'That is fair.',
        'Everybody is told by the evening before: morning or afternoon',
        -170,
      ),
      saysDone(175, 'We send a message each evening.', {
        daysAgo: 166,
        answer: 'yes',
        says: 'It comes at six, every time so far.',
      }),
    ],
  ),
  told(
    {
      name: 'same-nurse',
      about: 'praise',
      daysAgo: 207,
      at: 'district-nurses',
      level: 0,
      title: 'The same face each week',
      happened: 'My father has dementia. The same nurse comes each week and he knows her.',
    },
    [thanks(203, 'We try hard to keep it so. Thank you for saying it.')],
  ),
  told({
    name: 'lost-hearing-aid',
    area: 1,
    about: 'concern',
    daysAgo: 181,
    at: 'emergency',
    level: 2,
    title: 'Nobody knows where her hearing aids are',
    happened: 'They were in a cup beside the bed. Then the bed was moved, and she hears nothing.',
  }),
  told(
    {
      name: 'cold-room',
      area: 6,
      about: 'story',
      daysAgo: 149,
      at: 'scans',
      title: 'An hour in a gown in a cold corridor',
      happened: 'We sat in a row in thin gowns. People walked by with their coffee.',
      better: 'A second gown, and a door.',
    },
    [
      promises(
        141,
        'Nobody should sit there like that.',
        'A closed waiting room for those who have changed',
        -30,
      ),
    ],
  ),
  told(
    {
      name: 'sign-language',
      area: 5,
      about: 'concern',
      daysAgo: 96,
      at: 'chest-clinic',
      level: 2,
      title: 'My wife had to interpret bad news',
      happened: 'No interpreter had been booked, though it stands in my notes. She cried.',
    },
    [
      promises(
        90,
        'We are ashamed of this, and we have told the whole team.',
        'An interpreter is booked with the appointment, and the letter says so',
        -21,
      ),
      saysDone(26, 'It is booked in one step now. Yours for January is.'),
    ],
  ),
  told(
    {
      name: 'night-call',
      by: asha,
      about: 'praise',
      daysAgo: 52,
      at: 'emergency',
      level: 0,
      title: 'Somebody held my hand',
      happened: 'I do not know her name. She held my hand until my father came.',
    },
    [thanks(47, 'We know who it was. She has read it.')],
    { daysAgo: 45, helped: 'yes' },
  ),
]

export const aYearOfTelling: Story = {
  name: 'a-year-of-telling',
  async tell(town) {
    for (const tale of [...atOakLane, ...elsewhere]) await tellTale(town, tale)
    // The night after the day on which the room for those who have changed was due.
    await lapseDue(town.at(29, '00:22'))
  },
}
