// Marcus, who was told three weeks ago that he has diabetes; and what Asha has known for years.
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
import type { Story } from '../town.ts'
import { authors } from '../workers.ts'

const doctor = told(authors.doctor)
const nurse = told(authors.nurse)

const marcusHas: readonly (Line | readonly Line[])[] = [
  doctor.team(44, 'My diabetes team', [
    ['Doctor', 'Farah Siddiqui'],
    ['Nurse', 'Sian Rees'],
    ['Pharmacist', 'Owen Davies'],
  ]),
  doctor.allergy(years(8), 'No known allergy', null),
  doctor.visit(years(4, 60), 'Appointment', 'Low back pain'),
  doctor.over(years(4, 60), 'Low back pain', years(4, 10)),
  nurse.visit(years(3, 30), 'NHS Health Check', 'How your heart and vessels are'),
  nurse.found(years(3, 30), 'Smoking', 'Used to smoke'),
  nurse.result(years(3, 30), 'height', 178),
  nurse.trend('weight', [
    [years(3, 30), 93.6],
    [26, 98.4],
    [21, 98.1],
  ]),
  nurse.result(26, 'bmi', 31.1),
  nurse.pressure(years(3, 30), 138, 86),
  nurse.pressure(26, 142, 88),
  nurse.trend('hba1c', [
    [years(3, 30), 41],
    [33, 62],
    [26, 63],
  ]),
  nurse.trend('cholesterol', [
    [years(3, 30), 5.4],
    [26, 5.7],
  ]),
  nurse.result(26, 'hdl', 1.0),
  nurse.result(26, 'egfr', 88),
  nurse.result(26, 'creatinine', 89),
  nurse.result(26, 'urineAcr', 1.4),
  doctor.visit(34, 'Appointment', 'Tired and thirsty, and up at night to pass water'),
  doctor.visit(21, 'Appointment', 'Results of your blood tests'),
  doctor.problem(21, 'Type 2 diabetes'),
  doctor.medicine(
    21,
    'Metformin 500 mg tablets',
    'One tablet with the evening meal for a week, then one with breakfast as well',
  ),
  doctor.referral(21, 'Eye screening for people with diabetes', 'Type 2 diabetes', 'active'),
  nurse.referral(20, 'Course for people newly told of diabetes', 'Type 2 diabetes', 'active'),
  nurse.plan(
    20,
    'What we agreed about diabetes',
    'Metformin, built up slowly. A walk of 20 minutes on days off. No sugar in tea. ' +
      'Marcus asks his depot and the DVLA what a bus driver has to report. Blood test in 3 months.',
  ),
  nurse.vaccine(19, 'Flu vaccine'),
  nurse.booked(
    9,
    'Diabetes clinic with Sian Rees',
    'Your feet, your blood pressure, your questions',
  ),
  nurse.booked(68, 'Blood test', 'HbA1c, three months on'),
]

const ashaHas: readonly (Line | readonly Line[])[] = [
  doctor.team(44, 'My diabetes team', [
    ['Doctor', 'Farah Siddiqui'],
    ['Nurse', 'Sian Rees'],
    ['Cares for me when I am unwell', 'Ravi Patel'],
  ]),
  nurse.trend('weight', [
    [years(3), 76.2],
    [years(2), 74.9],
    [years(1), 73.1],
  ]),
  nurse.trend('cholesterol', [
    [years(2), 4.9],
    [years(1), 4.4],
    [12, 4.1],
  ]),
  nurse.trend('egfr', [
    [years(2), 97],
    [years(1), 96],
    [12, 95],
  ]),
  nurse.trend('urineAcr', [
    [years(1), 1.1],
    [12, 1.0],
  ]),
  nurse.pressure(years(1), 128, 80),
  nurse.pressure(12, 124, 76),
  nurse.visit(12, 'Diabetes review', 'Type 2 diabetes'),
  doctor.treatment(
    130,
    'Eye screening for people with diabetes',
    'No damage was seen in either eye.',
  ),
  told(authors.hospitalNurse).letter(
    24,
    'Letter from Elm Street Hospital',
    'Dear Ms Patel, your scan had to be cancelled. We are sorry. We will write to you with a new ' +
      'date, and say why it was cancelled.',
  ),
  doctor.medicine(years(2), 'Atorvastatin 20 mg tablets', 'One tablet at night'),
  nurse.booked(88, 'Blood test', 'HbA1c'),
]

/** A diagnosis, its first weeks, and the questions that nobody has answered yet. */
export const newlyTold: Story = {
  name: 'newly-told',
  async tell(town) {
    const { marcus, asha, sian } = people
    await tellRecord(town, asha, ashaHas)
    await tellRecord(town, marcus, marcusHas)
    await tellOwnWords(town, marcus, 'Marcus Bennett', [
      {
        daysAgo: 18,
        kind: 'note',
        says:
          'Questions for Sian: May I go on driving the bus? My mother lost a toe, will ' +
          'I? What can I eat on a night shift?',
      },
      {
        daysAgo: 16,
        kind: 'what-matters',
        says:
          'I want to keep my job. Give me the numbers straight, and tell me what each ' +
          'one means.',
      },
      { daysAgo: 6, kind: 'symptom', says: 'Loose stomach since the second tablet was added.' },
    ])
    await tellShares(town, marcus, [
      { daysAgo: 15, to: { organisation: organisations.oakLane, role: 'nurse' } },
      { daysAgo: 15, to: { organisation: organisations.oakLane, role: 'doctor' } },
    ])
    const nurseSays = { person: sian, organisation: organisations.oakLane }
    await tellPromise(town, {
      name: 'marcus-course',
      says: 'I will find you a place on a diabetes course that fits your shifts',
      by: { ...nurseSays, shownAs: authors.nurse.shownAs },
      to: marcus,
      madeDaysAgo: 20,
      dueInDays: 10,
    })
    await tellPromise(town, {
      name: 'marcus-questions',
      says: 'I will ring you about your questions before the clinic',
      by: { ...nurseSays, shownAs: authors.nurse.shownAs },
      to: marcus,
      madeDaysAgo: 14,
      dueInDays: -2,
      done: { daysAgo: 3, says: 'We spoke for twenty minutes.' },
    })
  },
}
