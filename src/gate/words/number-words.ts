// The words on the pages of numbers, in English, and in Welsh where they stand most.
import { catalogue } from '../../web/index.ts'

export const words = catalogue(
  {
    title: 'Numbers about people',
    lead: 'Every number that was published here, and the rule that keeps people from being found in it.',
    none: 'No number has been published yet.',
    noneNext: 'Come back later: each one will stay here.',
    tables: (count: number) => (count === 1 ? '1 table' : `${count} tables`),
    newest: (day: string) => `The newest is from ${day}.`,
    back: 'Numbers about people',
    rule: 'How small numbers are hidden',
    source: 'Where the rule comes from',
    notRead: 'Nobody here has checked the source yet.',
    test: 'Before a table leaves, it is tested against every table of this kind that left before. If a hidden number could be worked out from all of them together, more is kept back, or nothing leaves.',
    asOf: (day: string) => `Counted on ${day}`,
    what: 'What is counted',
    number: 'Number',
    few: (most: number) => `1 to ${most}`,
    keptBack: 'Kept back',
    keptBackMeans: '“Kept back” means that this number would give a hidden one away.',
    csv: 'Save all tables (CSV)',
    json: 'Save all tables (JSON)',
  },
  {
    title: 'Rhifau am bobl',
    back: 'Rhifau am bobl',
    number: 'Rhif',
    rule: 'Sut mae rhifau bach yn cael eu cuddio',
  },
)
