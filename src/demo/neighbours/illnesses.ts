// What people of the town live with: how common by age, what is taken for it, what is watched.
import type { measures } from '../measures.ts'
import type { Gender } from './what-people-are-called.ts'

export type MeasureName = keyof typeof measures

/** A measure over the years: where it begins, how it moves each year, how much it swings. */
export type Watched = {
  readonly what: MeasureName | 'pressure'
  readonly from: number
  readonly yearly: number
  readonly swing: number
}

export type Illness = {
  readonly says: string
  /** How many in a hundred have it, from an age on. */
  readonly share: readonly (readonly [fromAge: number, percent: number])[]
  readonly only?: Gender
  /** At what ages it begins. */
  readonly onset: readonly [from: number, to: number]
  /** Of each line one is taken; the first word is what is in it. */
  readonly medicines: readonly (readonly (readonly [what: string, dose: string])[])[]
  /** What is watched each year, at a review of this name. */
  readonly review?: string
  readonly watched: readonly Watched[]
  readonly label?: string
  readonly seenBy?: string
}

const daily = 'One tablet each morning'
const watch = (what: Watched['what'], from = 0, yearly = 0, swing = 0): Watched => ({
  what,
  from,
  yearly,
  swing,
})

const amlodipine = ['Amlodipine 5 mg tablets', daily] as const
const ramipril = ['Ramipril 5 mg capsules', 'One capsule each morning'] as const
const statin = ['Atorvastatin 20 mg tablets', 'One tablet at night'] as const
const salbutamol = [
  'Salbutamol 100 micrograms inhaler',
  'Two puffs when you need it, up to four times a day',
] as const

/** @source Prevalence: NHS England, Quality and Outcomes Framework; doses: usual adult doses */
export const illnesses: readonly Illness[] = [
  {
    says: 'High blood pressure',
    share: [
      [40, 8],
      [50, 20],
      [60, 36],
      [70, 50],
      [80, 58],
    ],
    onset: [38, 74],
    medicines: [[amlodipine, ramipril, ['Losartan 50 mg tablets', daily]]],
    review: 'Blood pressure review',
    watched: [watch('pressure', 138, -0.5, 7), watch('potassium', 4.4, 0, 0.3)],
  },
  {
    says: 'Type 2 diabetes',
    share: [
      [35, 2],
      [45, 6],
      [55, 11],
      [65, 16],
      [75, 18],
    ],
    onset: [35, 70],
    medicines: [
      [['Metformin 500 mg tablets', 'One tablet with breakfast and one with the evening meal']],
      [statin],
    ],
    review: 'Diabetes review',
    watched: [
      watch('hba1c', 55, 0.4, 4),
      watch('weight'),
      watch('pressure', 134, 0, 6),
      watch('urineAcr', 1.6, 0.1, 0.6),
      watch('cholesterol', 4.3, -0.05, 0.4),
    ],
    seenBy: 'Eye screening for people with diabetes',
  },
  {
    says: 'Asthma',
    share: [
      [5, 10],
      [20, 8],
      [70, 6],
    ],
    onset: [4, 30],
    medicines: [
      [salbutamol],
      [['Beclometasone 100 micrograms inhaler', 'Two puffs morning and evening']],
    ],
    review: 'Asthma review',
    watched: [watch('peakFlow')],
  },
  {
    says: 'COPD',
    share: [
      [58, 4],
      [68, 8],
    ],
    onset: [55, 72],
    medicines: [
      [salbutamol],
      [['Umeclidinium and vilanterol 55/22 micrograms inhaler', 'One puff each morning']],
    ],
    review: 'COPD review',
    watched: [watch('oxygen', 95, -0.15, 0.8), watch('fev1Share', 68, -1.6, 2), watch('weight')],
  },
  {
    says: 'Underactive thyroid',
    share: [
      [30, 3],
      [50, 7],
    ],
    only: 'female',
    onset: [28, 62],
    medicines: [
      [
        ['Levothyroxine 75 micrograms', 'One tablet each morning, before food'],
        ['Levothyroxine 100 micrograms', 'One tablet each morning, before food'],
      ],
    ],
    review: 'Thyroid blood test',
    watched: [watch('tsh', 2.3, 0, 0.7)],
  },
  {
    says: 'Depression',
    share: [
      [18, 8],
      [65, 6],
    ],
    onset: [17, 60],
    medicines: [
      [
        ['Sertraline 50 mg tablets', daily],
        ['Citalopram 20 mg tablets', daily],
      ],
    ],
    review: 'Review of how you have been feeling',
    watched: [],
    label: 'mental',
  },
  {
    says: 'Osteoarthritis of the knee',
    share: [
      [55, 14],
      [68, 26],
    ],
    onset: [52, 76],
    medicines: [
      [['Paracetamol 500 mg tablets', 'Two tablets up to four times a day when you need them']],
    ],
    watched: [],
    seenBy: 'Physiotherapy for the knee',
  },
  {
    says: 'Atrial fibrillation',
    share: [
      [66, 5],
      [76, 12],
    ],
    onset: [64, 82],
    medicines: [
      [['Apixaban 5 mg tablets', 'One tablet morning and evening']],
      [['Bisoprolol 2.5 mg tablets', daily]],
    ],
    review: 'Review of blood thinning medicine',
    watched: [watch('pulse', 74, 0, 6), watch('haemoglobin', 136, -0.5, 5)],
  },
  {
    says: 'CKD stage 3',
    share: [
      [68, 7],
      [78, 17],
    ],
    onset: [66, 84],
    medicines: [],
    review: 'Kidney blood tests',
    watched: [watch('egfr', 54, -0.8, 2.5), watch('urineAcr', 2.2, 0.1, 0.7)],
  },
  {
    says: 'High cholesterol',
    share: [
      [45, 8],
      [58, 18],
    ],
    onset: [44, 68],
    medicines: [[statin]],
    review: 'Cholesterol blood test',
    watched: [watch('cholesterol', 4.6, -0.05, 0.3), watch('alt', 24, 0, 5)],
  },
  {
    says: 'Acid reflux',
    share: [[32, 11]],
    onset: [30, 66],
    medicines: [[['Omeprazole 20 mg capsules', 'One capsule each morning, before food']]],
    watched: [],
  },
  {
    says: 'Migraine',
    share: [
      [16, 8],
      [62, 2],
    ],
    onset: [14, 40],
    medicines: [
      [['Sumatriptan 50 mg tablets', 'One tablet when a migraine begins; not more than two a day']],
    ],
    watched: [],
  },
  {
    says: 'Eczema',
    share: [
      [1, 12],
      [18, 4],
    ],
    onset: [1, 8],
    medicines: [[['Emollient cream', 'Use freely at least twice a day']]],
    watched: [],
  },
  {
    says: 'Hay fever',
    share: [
      [8, 14],
      [60, 5],
    ],
    onset: [7, 22],
    medicines: [[['Cetirizine 10 mg tablets', 'One tablet a day in the season']]],
    watched: [],
  },
  {
    says: 'Osteoporosis',
    share: [[68, 14]],
    only: 'female',
    onset: [66, 82],
    medicines: [
      [['Alendronic acid 70 mg tablets', 'One tablet once a week, on an empty stomach']],
      [['Colecalciferol 800 units capsules', 'One capsule each day']],
    ],
    watched: [watch('calcium', 2.36, 0, 0.05)],
    seenBy: 'Bone density scan',
  },
  {
    says: 'Gout',
    share: [[45, 5]],
    only: 'male',
    onset: [44, 72],
    medicines: [[['Allopurinol 100 mg tablets', daily]]],
    watched: [],
  },
  {
    says: 'Iron deficiency anaemia',
    share: [
      [16, 5],
      [52, 1],
    ],
    only: 'female',
    onset: [16, 48],
    medicines: [[['Ferrous sulfate 200 mg tablets', 'One tablet each day']]],
    review: 'Blood count',
    watched: [watch('haemoglobin', 112, 2.5, 3), watch('ferritin', 14, 5, 3)],
  },
  {
    says: 'Dementia',
    share: [
      [76, 6],
      [86, 18],
    ],
    onset: [75, 88],
    medicines: [[['Donepezil 10 mg tablets', 'One tablet at night']]],
    review: 'Dementia review',
    watched: [watch('weight'), watch('pulse', 70, 0, 5)],
    seenBy: 'Memory service',
  },
  {
    says: 'Hearing loss',
    share: [
      [70, 22],
      [80, 36],
    ],
    onset: [64, 82],
    medicines: [],
    watched: [],
    seenBy: 'Hearing test',
  },
  {
    says: 'Learning disability',
    share: [[5, 1.4]],
    onset: [2, 5],
    medicines: [],
    review: 'Annual health check for people with a learning disability',
    watched: [watch('weight'), watch('pressure', 122, 0, 6)],
  },
  {
    says: 'Contraception',
    share: [
      [17, 22],
      [46, 0],
    ],
    only: 'female',
    onset: [17, 24],
    medicines: [[['Desogestrel 75 micrograms tablets', 'One tablet each day']]],
    watched: [],
    label: 'sexual',
  },
]

/** What passes: who has it, what was said, what was given for it. */
export type Passing = {
  readonly says: string
  readonly ages: readonly [from: number, to: number]
  readonly only?: Gender
  readonly given: readonly [what: string, dose: string] | null
  /** What is given to those who cannot have penicillin. */
  readonly instead?: readonly [what: string, dose: string]
}

const amoxicillin = [
  'Amoxicillin 500 mg capsules',
  'One capsule three times a day for 5 days',
] as const
const doxycycline = [
  'Doxycycline 100 mg capsules',
  'Two on the first day, then one a day for 4 days',
] as const
const childs = ['Amoxicillin 250 mg in 5 ml liquid', '5 ml three times a day for 5 days'] as const
const childsInstead = [
  'Clarithromycin 125 mg in 5 ml liquid',
  '5 ml twice a day for 5 days',
] as const

export const passing: readonly Passing[] = [
  { says: 'Cough and cold', ages: [0, 99], given: null },
  { says: 'Chest infection', ages: [13, 99], given: amoxicillin, instead: doxycycline },
  { says: 'Ear infection', ages: [1, 12], given: childs, instead: childsInstead },
  {
    says: 'Urine infection',
    ages: [16, 99],
    only: 'female',
    given: ['Nitrofurantoin 100 mg capsules', 'One capsule morning and evening for 3 days'],
  },
  { says: 'Back pain', ages: [22, 80], given: null },
  { says: 'Sore throat', ages: [4, 60], given: null },
  { says: 'Viral rash', ages: [1, 9], given: null },
  { says: 'Shoulder pain', ages: [35, 85], given: null },
  { says: 'Trouble sleeping', ages: [18, 90], given: null },
  {
    says: 'Conjunctivitis',
    ages: [2, 99],
    given: ['Chloramphenicol 0.5% eye drops', 'One drop every 2 hours for 2 days, then 4 a day'],
  },
  { says: 'Dizziness', ages: [50, 99], given: null },
  { says: 'A fall at home', ages: [72, 99], given: null },
]
