// Jaden, who turns 16 in some weeks, and his mother Natalie.
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
const hospital = told(authors.lungs)
const { jaden, natalie, sian } = people
const { oakLane } = organisations

const jadenHas: readonly (Line | readonly Line[])[] = [
  doctor.team(44, 'My asthma team', [
    ['Doctor', 'Farah Siddiqui'],
    ['Nurse', 'Sian Rees'],
    ['Mother', 'Natalie Clarke'],
  ]),
  doctor.problem(years(10), 'Asthma'),
  doctor.problem(years(12), 'Peanut allergy'),
  doctor.allergy(years(12), 'Peanuts', 'Swollen lips and trouble breathing'),
  doctor.medicine(
    years(3),
    'Adrenaline 300 micrograms auto-injector',
    'Use at once in a bad reaction, and ring 999. Carry two.',
  ),
  doctor.medicine(
    years(10),
    'Salbutamol 100 micrograms inhaler',
    'Two puffs when you need it, through a spacer',
  ),
  doctor.medicine(
    years(4),
    'Beclometasone 100 micrograms inhaler',
    'One puff morning and evening, every day',
  ),
  hospital.visit(years(1, 30), 'Emergency department', 'Asthma attack after football'),
  hospital.course(
    years(1, 30),
    'Prednisolone 5 mg tablets',
    'Eight tablets each morning for 5 days',
  ),
  hospital.letter(
    years(1, 28),
    'Letter about your visit to hospital',
    'Jaden came in with an asthma attack and went home the next day. He had missed his brown ' +
      'inhaler for some weeks. Please see him within two days, and go through his plan with him.',
  ),
  nurse.trend('peakFlow', [
    [years(3), 300],
    [years(2), 350],
    [years(1), 330],
    [150, 410],
    [27, 430],
  ]),
  nurse.trend('height', [
    [years(2), 161],
    [years(1), 168],
    [27, 173],
  ]),
  nurse.trend('weight', [
    [years(2), 48.2],
    [years(1), 54.6],
    [27, 59.8],
  ]),
  nurse.visit(years(1, 25), 'Asthma review', 'After a visit to hospital'),
  nurse.visit(27, 'Asthma review', 'Asthma'),
  nurse.plan(
    27,
    'My asthma plan',
    'Brown inhaler every day, also when I feel well. Blue one before football. Peak flow under ' +
      '340: tell somebody and ring the surgery. Under 220, or the blue one does not help: 999.',
  ),
  doctor.visit(72, 'Appointment', 'Worry before exams', 'mental'),
  nurse.vaccine(years(14, 280), 'MMR vaccine, first dose'),
  nurse.vaccine(years(12, 200), 'MMR vaccine, second dose'),
  nurse.vaccine(years(2, 120), 'HPV vaccine'),
  nurse.vaccine(years(1, 150), '3-in-1 teenage booster'),
  nurse.vaccine(years(1, 150), 'Meningitis ACWY vaccine'),
  nurse.vaccine(50, 'Flu vaccine'),
  nurse.booked(30, 'Asthma clinic', 'The first one that you come to by yourself, if you want'),
]

const natalieHas: readonly (Line | readonly Line[])[] = [
  doctor.problem(years(20), 'Hay fever'),
  doctor.medicine(years(20), 'Cetirizine 10 mg tablets', 'One tablet a day in the season'),
  doctor.over(years(3), 'Iron deficiency anaemia', years(2, 60)),
  doctor.course(years(3), 'Ferrous sulfate 200 mg tablets', 'One tablet each day for 3 months'),
  nurse.trend('haemoglobin', [
    [years(3), 106],
    [years(2, 200), 121],
    [years(1), 128],
  ]),
  nurse.trend('ferritin', [
    [years(3), 9],
    [years(2, 200), 32],
  ]),
  doctor.found(years(1, 90), 'Cervical screening', 'HPV not found'),
  nurse.visit(120, 'NHS Health Check', 'How your heart and vessels are'),
  nurse.pressure(120, 118, 74),
  nurse.result(120, 'cholesterol', 4.8),
  nurse.result(120, 'hba1c', 35),
]

/** What a mother has kept for her son, and what he keeps himself from now on. */
export const growingUp: Story = {
  name: 'growing-up',
  async tell(town) {
    await tellRecord(town, jaden, jadenHas)
    await tellRecord(town, natalie, natalieHas)
    await tellOwnWords(town, jaden, 'Jaden Clarke', [
      {
        daysAgo: 25,
        kind: 'what-matters',
        says: 'Talk to me, not over me to Mum. I do my own inhalers.',
      },
      {
        daysAgo: 8,
        kind: 'symptom',
        says: 'Tight chest after the match on Saturday. Blue one helped.',
      },
    ])
    await tellShares(town, jaden, [
      { daysAgo: 24, to: { person: natalie }, kinds: ['medicine', 'allergy', 'plan'] },
      { daysAgo: 24, to: { organisation: oakLane, role: 'nurse' }, without: ['mental'] },
    ])
    await tellPromise(town, {
      name: 'jaden-school',
      says: 'I will write to your school about the spare inhaler, after you have read the letter',
      by: { person: sian, organisation: oakLane, shownAs: authors.nurse.shownAs },
      to: jaden,
      madeDaysAgo: 27,
      dueInDays: -3,
      done: { daysAgo: 5, says: 'The letter is with the school nurse.' },
    })
    await tellPromise(town, {
      name: 'natalie-sixteen',
      says: 'We will tell you both what changes when Jaden turns 16, and ask him what he wants',
      by: {
        person: people.dilys,
        organisation: oakLane,
        shownAs: 'Dilys Morgan, Oak Lane Surgery',
      },
      to: natalie,
      madeDaysAgo: 27,
      dueInDays: 20,
    })
  },
}
