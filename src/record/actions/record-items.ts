// The record as something to share: its kinds, its labels, and its entries as others see them.
import type { ItemSource } from '../../sharing/index.ts'
import { type Kind, kinds } from '../domain/entry-kinds.ts'
import { labels } from '../domain/labels.ts'
import { countEntries, type Listed, readSome } from '../store/entries.ts'

/** Each kind as a person chooses it. */
export const kindWords: Readonly<Record<Kind, string>> = {
  problem: 'Problems and conditions',
  medicine: 'Medicines',
  allergy: 'Allergies',
  vaccination: 'Vaccinations',
  result: 'Test results',
  measurement: 'Measurements',
  treatment: 'Treatments',
  visit: 'Visits',
  plan: 'Plans and referrals',
  document: 'Letters and documents',
  symptom: 'Symptoms',
  note: 'Notes',
  'what-matters': 'What matters',
  person: 'Personal details',
  team: 'People and places of care',
  payment: 'Payments',
  other: 'Other things',
}

export const recordItems: ItemSource = {
  name: 'Health record',
  kinds: kinds.map((code) => ({ code, says: kindWords[code] })),
  labels: labels.map(({ code, says }) => ({ code, says })),
  count: countEntries,
  read: async (look, visible, page) =>
    (await readSome(look, visible, page)).map((one) => ({
      id: one.id,
      kind: one.kind,
      labels: one.labels,
      at: one.at,
      title: `${one.title}${standing(one)}`,
      says: one.detail === '' ? null : one.detail,
      from: `${one.author}, ${one.source}`,
      disagreements: one.disagreements,
    })),
}

/** What everybody must know of an entry that is not to be relied on. */
function standing({ inError, supersededBy }: Pick<Listed, 'inError' | 'supersededBy'>): string {
  if (inError) return ' (entered by mistake)'
  return supersededBy === null ? '' : ' (a newer entry took its place)'
}
