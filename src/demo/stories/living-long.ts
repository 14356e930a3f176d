// Joan, who has dementia, with her daughter Helen; and Arthur, who has COPD.
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
import type { Story, Town } from '../town.ts'
import { authors, workers } from '../workers.ts'

const doctor = told(authors.doctor)
const nurse = told(authors.nurse)
const memory = told(authors.memory)
const lungs = told(authors.lungs)
const district = told(authors.district)
const pharmacist = told(authors.pharmacist)

const { joan, helen, arthur, gwen } = people
const { oakLane, pharmacy, communityTrust, council } = organisations

const joanHas: readonly (Line | readonly Line[])[] = [
  doctor.team(44, 'My care team', [
    ['Doctor', 'Farah Siddiqui'],
    ['Nurse', 'Sian Rees'],
    ['Daughter', 'Helen Whitaker'],
    ['Memory clinic', 'Ronan Byrne'],
    ['District nurse', 'Gloria Santos'],
  ]),
  doctor.problem(years(14), 'High blood pressure'),
  doctor.medicine(years(14), 'Amlodipine 5 mg tablets', 'One tablet each morning'),
  doctor.allergy(years(9), 'Codeine', 'Confusion and being sick'),
  doctor.treatment(years(6), 'Cataract operation on the right eye'),
  doctor.visit(years(3, 40), 'Appointment', 'Losing words, and lost on the way home'),
  doctor.result(years(3, 30), 'tsh', 2.1),
  doctor.result(years(3, 30), 'vitaminB12', 345),
  doctor.result(years(3, 30), 'folate', 6.2),
  doctor.result(years(3, 30), 'calcium', 2.35),
  doctor.referral(years(3, 25), 'Memory service', 'Losing words for some months'),
  memory.found(years(2, 240), 'Memory test at the clinic', '74 of 100'),
  memory.treatment(years(2, 230), 'CT scan of the head', 'Shrinking on both sides. No stroke.'),
  memory.problem(years(2, 200), 'Dementia in Alzheimer’s disease'),
  memory.letter(
    years(2, 198),
    'Letter from the memory clinic',
    'Dear Mrs Whitaker, thank you for coming with your daughter. We talked about the tests and ' +
      'what they show: you have Alzheimer’s disease, in an early stage. We agreed to ' +
      'begin donepezil.',
  ),
  memory.stopped(years(2, 198), 'Donepezil 5 mg tablets', 'One tablet at night'),
  memory.medicine(years(2, 160), 'Donepezil 10 mg tablets', 'One tablet at night'),
  nurse.trend('weight', [
    [years(2, 100), 61.8],
    [years(1, 100), 60.1],
    [200, 58.2],
    [38, 56.9],
  ]),
  nurse.trend('pulse', [
    [years(1, 100), 66],
    [200, 64],
    [38, 62],
  ]),
  nurse.trend('egfr', [
    [years(1, 100), 66],
    [200, 64],
  ]),
  nurse.pressure(years(1, 100), 134, 74),
  nurse.pressure(200, 128, 72),
  nurse.pressure(38, 126, 70),
  nurse.visit(years(1, 100), 'Dementia review', 'With her daughter Helen'),
  nurse.visit(38, 'Dementia review', 'With her daughter Helen'),
  nurse.plan(
    38,
    'What Joan and her family agreed',
    'Joan wants to stay in her own home. Helen comes each evening. The day centre twice a ' +
      'week. Something to eat beside the kettle, since she forgets lunch: she ' +
      'is losing weight.',
  ),
  district.letter(
    years(1, 20),
    'Lasting power of attorney',
    'A copy was seen. Health and care: Helen Whitaker, for when Joan cannot decide herself.',
  ),
  nurse.vaccine(years(1, 45), 'Flu vaccine'),
  nurse.vaccine(41, 'Flu vaccine'),
  nurse.vaccine(215, 'COVID-19 vaccine'),
  memory.booked(19, 'Memory clinic', 'Helen comes along'),
]

const helenHas: readonly (Line | readonly Line[])[] = [
  doctor.allergy(years(7), 'No known allergy', null),
  doctor.problem(years(11), 'Migraine'),
  doctor.medicine(
    years(11),
    'Sumatriptan 50 mg tablets',
    'One tablet when a migraine begins; not more than two a day',
  ),
  doctor.problem(years(2, 190), 'Is a carer'),
  nurse.pressure(years(1, 30), 126, 78),
  nurse.pressure(64, 134, 82),
  nurse.result(64, 'hba1c', 38),
  nurse.result(64, 'cholesterol', 5.1),
  nurse.result(64, 'weight', 70.4),
  doctor.found(years(2), 'Cervical screening', 'HPV not found'),
  doctor.found(years(1, 10), 'Breast screening', 'Nothing of concern'),
  doctor.visit(64, 'Appointment', 'Not sleeping, and no time to rest'),
  doctor.referral(64, 'Social prescribing link worker', 'Support for carers', 'active'),
  nurse.vaccine(41, 'Flu vaccine'),
  nurse.booked(26, 'Telephone appointment with Farah Siddiqui', 'How you are sleeping'),
]

const arthurHas: readonly (Line | readonly Line[])[] = [
  doctor.team(44, 'My care team', [
    ['Doctor', 'Farah Siddiqui'],
    ['Nurse', 'Sian Rees'],
    ['Chest clinic', 'Anita Desai'],
    ['Pharmacist', 'Owen Davies'],
  ]),
  doctor.problem(years(18), 'COPD'),
  doctor.found(years(17), 'Smoking', 'Used to smoke: 20 a day for 40 years, stopped at 66'),
  doctor.problem(years(12), 'High blood pressure'),
  doctor.problem(years(5), 'Enlarged prostate'),
  doctor.problem(years(4), 'Hearing loss'),
  doctor.allergy(years(16), 'No known allergy', null),
  doctor.medicine(years(12), 'Amlodipine 5 mg tablets', 'One tablet each morning'),
  doctor.medicine(years(5), 'Tamsulosin 400 micrograms capsules', 'One capsule each morning'),
  doctor.medicine(
    years(18),
    'Salbutamol 100 micrograms inhaler',
    'Two puffs when you need it, up to four times a day',
  ),
  doctor.stopped(
    years(7),
    'Umeclidinium and vilanterol 55/22 micrograms inhaler',
    'One puff each morning',
  ),
  lungs.medicine(
    280,
    'Fluticasone, umeclidinium and vilanterol 92/55/22 micrograms inhaler',
    'One puff each morning. Rinse your mouth after it.',
  ),
  lungs.medicine(280, 'Carbocisteine 375 mg capsules', 'Two capsules three times a day'),
  nurse.medicine(
    270,
    'Prednisolone 5 mg tablets',
    'Rescue pack: six tablets each morning for 5 days. Ring us the day you begin it.',
  ),
  nurse.medicine(
    270,
    'Doxycycline 100 mg capsules',
    'Rescue pack, if your phlegm turns green: two on the first day, then one a day for 4 days',
  ),
  nurse.trend('fev1', [
    [years(5), 1.52],
    [years(4), 1.47],
    [years(3), 1.43],
    [years(2), 1.37],
    [years(1), 1.31],
    [58, 1.26],
  ]),
  nurse.trend('fev1Share', [
    [years(5), 55],
    [years(4), 54],
    [years(3), 53],
    [years(2), 51],
    [years(1), 50],
    [58, 48],
  ]),
  nurse.trend('fev1Fvc', [
    [years(3), 54],
    [years(1), 52],
    [58, 51],
  ]),
  nurse.trend('oxygen', [
    [years(3), 95],
    [years(2), 94],
    [years(1), 94],
    [58, 93],
  ]),
  nurse.trend('weight', [
    [years(3), 69.2],
    [years(2), 68.0],
    [years(1), 66.7],
    [58, 65.1],
  ]),
  nurse.pressure(years(2), 138, 76),
  nurse.pressure(58, 132, 74),
  lungs.visit(300, 'Emergency department', 'Short of breath for two days'),
  lungs.letter(
    294,
    'Letter about your time in hospital',
    'You were with us for six days with a flare of COPD. You had oxygen, prednisolone ' +
      'and doxycycline. We changed your inhaler. Your own doctor checks your oxygen in six weeks.',
  ),
  lungs.referral(58, 'Breathing course', 'COPD: short of breath on the level', 'active'),
  nurse.visit(58, 'COPD review', 'COPD'),
  nurse.plan(
    58,
    'What to do when my chest gets worse',
    'More short of breath, more or green phlegm: begin the rescue pack and ring the surgery that ' +
      'day. Too breathless to finish a sentence, blue lips, or drowsy: 999.',
  ),
  pharmacist.visit(31, 'Medicines review', 'Seven medicines; the way you use your inhalers'),
  pharmacist.treatment(
    31,
    'Inhaler technique',
    'Good with the new one. A spacer for the blue one.',
  ),
  nurse.vaccine(years(1, 42), 'Flu vaccine'),
  nurse.vaccine(43, 'Flu vaccine'),
  nurse.vaccine(210, 'COVID-19 vaccine'),
  nurse.vaccine(years(17, 200), 'Pneumococcal vaccine'),
  lungs.booked(33, 'Chest clinic', 'Breathing tests, and whether you need oxygen at home'),
]

/** A mother and her daughter: what is agreed, what each carries, what was promised to the carer. */
export const motherAndDaughter: Story = {
  name: 'mother-and-daughter',
  async tell(town) {
    await tellRecord(town, joan, joanHas)
    await tellRecord(town, helen, helenHas)
    await tellOwnWords(town, joan, 'Joan Whitaker', [
      {
        daysAgo: 37,
        kind: 'what-matters',
        says:
          'My garden and my own bed. Speak to me first, and then to Helen. I like to ' +
          'be called Joan.',
      },
    ])
    await tellOwnWords(town, helen, 'Helen Whitaker', [
      {
        daysAgo: 62,
        kind: 'note',
        says: 'Up at three again: Mum rang, she thought it was morning.',
      },
      {
        daysAgo: 30,
        kind: 'what-matters',
        says: 'One evening a week that is mine. Somebody to ring who knows Mum.',
      },
    ])
    await tellShares(town, joan, [
      { daysAgo: 36, to: { person: helen } },
      { daysAgo: 36, to: { organisation: oakLane, role: 'nurse' } },
      { daysAgo: 36, to: { organisation: oakLane, role: 'doctor' } },
    ])
    await tellPromise(town, {
      name: 'carers-assessment',
      says: 'We will ring you to talk about what you need as a carer',
      by: {
        person: workers.marion.person,
        organisation: council,
        shownAs: 'Marion Keane, Millbrook Council',
      },
      to: helen,
      madeDaysAgo: 40,
      dueInDays: -6,
    })
    await tellPromise(town, {
      name: 'joan-same-nurse',
      says: 'The same nurse comes to you each time',
      by: { ...authors.district, organisation: communityTrust },
      to: joan,
      madeDaysAgo: 50,
      dueInDays: -20,
      done: { daysAgo: 22, says: 'Gloria comes on Wednesdays now.' },
      answered: { daysAgo: 18, answer: 'yes', says: 'Gloria knows where the tea is.' },
    })
  },
}

/** A man of 83 and his lungs: results over years, a plan for bad days, a course that is late. */
export const lungsAt83: Story = {
  name: 'lungs-at-83',
  async tell(town) {
    await tellRecord(town, arthur, arthurHas)
    await tellOwnWords(town, arthur, 'Arthur Bell', [
      {
        daysAgo: 55,
        kind: 'what-matters',
        says: 'To get to my workshop at the end of the garden, and no more nights in that ward.',
      },
      {
        daysAgo: 4,
        kind: 'symptom',
        says: 'Had to stop twice on the way back from the paper shop.',
      },
    ])
    await tellShares(town, arthur, [
      { daysAgo: 54, to: { organisation: oakLane, role: 'nurse' } },
      { daysAgo: 54, to: { organisation: oakLane, role: 'doctor' } },
      {
        daysAgo: 32,
        to: { organisation: pharmacy, role: 'pharmacist' },
        kinds: ['problem', 'medicine', 'allergy', 'result'],
      },
    ])
    await tellPromise(town, {
      name: 'breathing-course',
      says: 'You get a place on the breathing course within eight weeks',
      by: authors.district,
      to: arthur,
      madeDaysAgo: 57,
      dueInDays: -1,
    })
    await tellPromise(town, {
      name: 'spacer',
      says: 'I will order a spacer for your blue inhaler',
      by: authors.pharmacist,
      to: arthur,
      madeDaysAgo: 31,
      dueInDays: -10,
      done: { daysAgo: 12, says: 'It is in the bag with your tablets.' },
    })
    await tellGwen(town)
  },
}

async function tellGwen(town: Town): Promise<void> {
  await tellRecord(town, gwen, [
    doctor.allergy(years(12), 'Trimethoprim', 'A rash'),
    nurse.pressure(years(2), 146, 80),
    nurse.pressure(years(1), 142, 80),
    nurse.trend('egfr', [
      [years(2), 68],
      [years(1), 67],
      [33, 66],
    ]),
    nurse.trend('potassium', [
      [years(1), 4.4],
      [33, 4.5],
    ]),
    nurse.vaccine(43, 'Flu vaccine'),
    nurse.visit(33, 'Blood pressure review', 'High blood pressure'),
    told(authors.hospitalNurse).letter(
      205,
      'Letter about your eye operation',
      'Your left eye has healed well. Go on with the drops for two more weeks, then ' +
        'see an optician.',
    ),
    doctor.booked(24, 'Hearing test', 'Both ears'),
  ])
}
