// Grace, whose record holds a diagnosis that belongs to somebody else.
import { type Line, tellOwnWords, tellRecord, tellShares, told, years } from '../chapters.ts'
import { organisations, people } from '../names.ts'
import type { Story } from '../town.ts'
import { authors } from '../workers.ts'

const doctor = told(authors.doctor)
const nurse = told(authors.nurse)
const hospital = told(authors.memory)
const { grace } = people

/** What somebody else of nearly the same name was told: written into the wrong record. */
export const wrongLetter = hospital.letter(
  years(1, 130),
  'Letter from the epilepsy clinic',
  'Thank you for sending Ms G. Thomson, born in 1991, who had two seizures in spring. I think ' +
    'that this is epilepsy. She should not drive for the time being.',
)

export const wrongDiagnosis = doctor.problem(years(1, 126), 'Epilepsy')

const graceHas: readonly (Line | readonly Line[])[] = [
  doctor.team(44, 'My surgery', [
    ['Doctor', 'Farah Siddiqui'],
    ['Nurse', 'Sian Rees'],
  ]),
  doctor.problem(years(12), 'Underactive thyroid'),
  doctor.medicine(
    years(12),
    'Levothyroxine 100 micrograms tablets',
    'One tablet each morning, before food',
  ),
  doctor.problem(years(3), 'Osteoarthritis of the knee'),
  doctor.medicine(
    years(3),
    'Paracetamol 500 mg tablets',
    'Two tablets up to four times a day when you need them',
  ),
  doctor.allergy(years(15), 'No known allergy', null),
  wrongLetter,
  wrongDiagnosis,
  nurse.trend('tsh', [
    [years(3), 3.0],
    [years(2), 2.4],
    [years(1), 2.7],
    [48, 2.2],
  ]),
  nurse.trend('weight', [
    [years(2), 74.0],
    [48, 75.1],
  ]),
  nurse.pressure(years(1), 128, 80),
  nurse.pressure(48, 130, 78),
  nurse.result(48, 'cholesterol', 5.2),
  nurse.result(48, 'hba1c', 37),
  nurse.visit(48, 'Thyroid blood test', 'Underactive thyroid'),
  doctor.found(years(1, 200), 'Breast screening', 'Nothing of concern'),
  doctor.found(years(1, 160), 'Bowel screening', 'No blood found'),
  doctor.visit(20, 'Appointment', 'A letter from her insurer: they ask about epilepsy'),
  nurse.booked(75, 'Blood test', 'Thyroid'),
]

/** A wrong line in a record, and what has already followed from it. */
export const somebodyElses: Story = {
  name: 'somebody-elses',
  async tell(town) {
    await tellRecord(town, grace, graceHas)
    await tellOwnWords(town, grace, 'Grace Thompson', [
      {
        daysAgo: 18,
        kind: 'note',
        says:
          'I have never had a seizure. The letter in my record is about a Ms Thomson, ' +
          'without the p.',
      },
    ])
    await tellShares(town, grace, [
      { daysAgo: 17, to: { organisation: organisations.oakLane, role: 'doctor' } },
    ])
  },
}
