// Daniel, who needs easy read, and Leah, who is deaf and signs.

import { recordNeedsOf } from '../../messages/index.ts'
import {
  type Line,
  tellOwnWords,
  tellPromise,
  tellRecord,
  tellShares,
  told,
  years,
} from '../chapters.ts'
import { organisations, people } from '../names.ts'
import { done, itself, type Story, type Town } from '../town.ts'
import { authors } from '../workers.ts'

const doctor = told(authors.doctor)
const nurse = told(authors.nurse)
const hospital = told(authors.hospitalNurse)
const { daniel, leah, kofi, megan } = people
const { oakLane, community } = organisations

const danielHas: readonly (Line | readonly Line[])[] = [
  doctor.team(44, 'My team', [
    ['Doctor', 'Farah Siddiqui'],
    ['Nurse', 'Sian Rees'],
    ['Key worker', 'Kofi Mensah'],
  ]),
  doctor.problem(years(24), 'Learning disability'),
  doctor.problem(years(6), 'Underactive thyroid'),
  doctor.medicine(
    years(5),
    'Levothyroxine 75 micrograms tablets',
    'One tablet each morning, before food',
  ),
  doctor.allergy(years(10), 'No known allergy', null),
  nurse.trend('tsh', [
    [years(3), 5.8],
    [years(2), 3.1],
    [years(1), 2.6],
    [35, 2.4],
  ]),
  nurse.trend('weight', [
    [years(3), 88.4],
    [years(2), 86.0],
    [years(1), 83.2],
    [35, 81.0],
  ]),
  nurse.pressure(years(1), 124, 78),
  nurse.pressure(35, 122, 76),
  nurse.visit(
    years(1),
    'Annual health check for people with a learning disability',
    'Learning disability',
  ),
  nurse.visit(
    35,
    'Annual health check for people with a learning disability',
    'Learning disability',
  ),
  nurse.treatment(35, 'Ear check', 'Some wax on the left. Oil drops for a week.'),
  nurse.plan(
    35,
    'My health action plan',
    'Swimming on Mondays with Jonah. Ear drops for a week. Dentist in spring. Somebody reads ' +
      'long letters to me.',
  ),
  nurse.plan(
    years(1),
    'What makes a visit go well',
    'The first appointment of the day, twice as long. Easy read with pictures. One question at a ' +
      'time. Show me the needle before you use it.',
  ),
  nurse.vaccine(44, 'Flu vaccine'),
  told(authors.linkWorker).visit(28, 'Talk with a link worker', 'Wants to meet people after work'),
  nurse.booked(40, 'Blood test', 'Thyroid. First one of the morning.'),
]

const leahHas: readonly (Line | readonly Line[])[] = [
  doctor.team(44, 'My team', [
    ['Doctor', 'Farah Siddiqui'],
    ['Nurse', 'Sian Rees'],
    ['Hospital nurse', 'Patience Mutasa'],
  ]),
  doctor.problem(years(33), 'Deaf since birth'),
  doctor.problem(years(1, 80), 'Endometriosis'),
  doctor.medicine(
    years(1, 80),
    'Mefenamic acid 500 mg tablets',
    'One tablet three times a day with food, on days of pain',
  ),
  doctor.medicine(
    years(1, 20),
    'Desogestrel 75 micrograms tablets',
    'One tablet each day',
    'sexual',
  ),
  doctor.allergy(years(9), 'Penicillin', 'A rash over the whole body'),
  hospital.treatment(years(1, 100), 'Ultrasound of the pelvis', 'A cyst of 3 cm on the left.'),
  hospital.referral(110, 'Endometriosis clinic', 'Pain in spite of treatment', 'active'),
  hospital.letter(
    32,
    'Letter from Elm Street Hospital',
    'Dear Ms Goldberg, your appointment did not go ahead because no interpreter had been booked. ' +
      'This was our mistake. You keep your place, and we will send a new date by text.',
  ),
  nurse.trend('haemoglobin', [
    [years(1, 100), 117],
    [115, 121],
  ]),
  nurse.result(115, 'ferritin', 24),
  nurse.pressure(115, 112, 70),
  doctor.found(years(2), 'Cervical screening', 'HPV not found'),
  doctor.visit(115, 'Appointment', 'Pain; with an interpreter'),
  hospital.booked(23, 'Endometriosis clinic', 'With a British Sign Language interpreter'),
]

/** What somebody needs is said once, and then it is there wherever they go. */
export const toldInTheirWay: Story = {
  name: 'told-in-their-way',
  async tell(town) {
    await tellRecord(town, daniel, danielHas)
    await tellRecord(town, leah, leahHas)
    await sayNeeds(town)
    await tellOwnWords(town, daniel, 'Daniel Price', [
      {
        daysAgo: 43,
        kind: 'what-matters',
        says: 'My job at the garden centre. My friends. Swimming.',
      },
    ])
    await tellOwnWords(town, leah, 'Leah Goldberg', [
      {
        daysAgo: 30,
        kind: 'what-matters',
        says: 'I decide with my own eyes: an interpreter, not my sister, and time to ask.',
      },
      { daysAgo: 11, kind: 'symptom', says: 'Two days in bed with pain; tablets helped little.' },
    ])
    await tellShares(town, daniel, [
      { daysAgo: 42, to: { organisation: oakLane, role: 'nurse' } },
      {
        daysAgo: 27,
        to: { organisation: community, role: 'link-worker' },
        kinds: ['plan', 'what-matters'],
      },
    ])
    await tellShares(town, leah, [
      { daysAgo: 29, to: { organisation: oakLane, role: 'doctor' }, without: ['sexual'] },
    ])
    await tellPromise(town, {
      name: 'daniel-group',
      says: 'I will come with you to Friday Friends the first time',
      by: { person: kofi, organisation: community, shownAs: authors.linkWorker.shownAs },
      to: daniel,
      madeDaysAgo: 28,
      dueInDays: -4,
      done: { daysAgo: 9, says: 'We went on Friday. Daniel stayed to the end.' },
    })
    await tellPromise(town, {
      name: 'leah-interpreter',
      says: 'An interpreter is booked for every visit of yours, without your asking',
      by: {
        person: megan,
        organisation: organisations.hospital,
        shownAs: 'Megan Hughes, Elm Street Hospital',
      },
      to: leah,
      madeDaysAgo: 30,
      dueInDays: -7,
      done: { daysAgo: 10, says: 'It stands in the booking system now.' },
    })
  },
}

async function sayNeeds({ at }: Town): Promise<void> {
  const danielNeeds = {
    form: 'easy-read',
    language: 'en',
    channel: 'inbox',
    address: null,
    needs: ['short-words', 'more-time', 'pictures'],
    note: 'One thing at a time. Ask me if I have understood. Mornings are best.',
  }
  done(await recordNeedsOf(at(44), itself(daniel), daniel, danielNeeds, 'demonstration'))
  const leahNeeds = {
    form: 'british-sign-language',
    language: 'en',
    channel: 'text',
    address: '07700 900 461',
    needs: ['bsl-interpreter', 'face-me', 'no-phone'],
    interpreter: 'British Sign Language',
    note: 'English is my second language. Book the interpreter when you book me.',
  }
  done(await recordNeedsOf(at(31), itself(leah), leah, leahNeeds, 'demonstration'))
}
