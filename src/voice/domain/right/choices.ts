// The choices that people have in the NHS, as dated data: who owes each, and what to do.
import type { Right } from '../rights.ts'

/**
 * Where the list was read: a page by NHS Calderdale CCG that gives every choice of the framework,
 * and the beginning of the framework itself.
 * @source NHS Choice Framework, GOV.UK, updated 23 October 2024
 */
export const choicesEdition = {
  source: 'NHS Choice Framework',
  link: 'https://www.gov.uk/government/publications/the-nhs-choice-framework',
  edition: 'updated 23 October 2024',
  reviewBy: '2026-12-31',
} as const

type Choice = Pick<Right, 'id' | 'says' | 'owner'> & Partial<Pick<Right, 'clock'>>

const listed: readonly Choice[] = [
  {
    id: 'CH-1',
    says: 'Choose which GP practice you register with',
    owner: 'practice',
  },
  {
    id: 'CH-2',
    says: 'Ask to see a particular doctor or nurse at the practice',
    owner: 'practice',
  },
  {
    id: 'CH-3',
    says: 'Choose where to go for your first appointment as an outpatient, and the team',
    owner: 'referrer',
  },
  {
    id: 'CH-4',
    says: 'Ask for another hospital if you wait longer than the longest time you should',
    owner: 'board',
    clock: 'treated',
  },
  {
    id: 'CH-5',
    says: 'Choose who does a specialist test',
    owner: 'referrer',
  },
  {
    id: 'CH-6',
    says: 'Choose among maternity services',
    owner: 'provider',
  },
  {
    id: 'CH-7',
    says: 'Choose among mental health services',
    owner: 'referrer',
  },
  {
    id: 'CH-8',
    says: 'Choose among services in the community',
    owner: 'board',
  },
  {
    id: 'CH-9',
    says: 'Choose to take part in health research',
    owner: 'provider',
  },
  {
    id: 'CH-10',
    says: 'Choose to have a personal health budget',
    owner: 'board',
  },
  {
    id: 'CH-11',
    says: 'Choose to have the treatment you need in some other countries in Europe',
    owner: 'nhs',
  },
]

/** Each starts with a letter that asks for it, ready to send. */
export const choices: readonly Right[] = listed.map((one) => ({
  clock: null,
  ...one,
  group: 'Your choices',
  start: 'letter',
  measure: null,
  read: true,
}))
