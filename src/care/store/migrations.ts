// The tables of the room, a text for each subject: numbered in the order in which they landed.
import type { Migration } from '../../plumbing/index.ts'
import { aidTables } from './aid-rows.ts'
import { decisionTables } from './decision-rows.ts'
import { networkTables } from './network-tables.ts'
import { outcomeTables } from './outcome-tables.ts'
import { planOrder, planTables } from './plan-tables.ts'
import { visitNumberTables, visitTables } from './visits.ts'

const subjects: readonly { readonly name: string; readonly sql: string }[] = [
  { name: 'care and support plans', sql: planTables },
  { name: 'decision aids', sql: aidTables },
  { name: 'decisions', sql: decisionTables },
  { name: 'proposals in their order', sql: planOrder },
  { name: 'networks, visits, meetings and information', sql: networkTables },
  { name: 'outcomes and answers', sql: outcomeTables },
  { name: 'visits as people judged them', sql: visitTables },
  { name: 'numbers for visits', sql: visitNumberTables },
]

export const migrations: readonly Migration[] = subjects.map((subject, place) => ({
  room: 'care',
  number: place + 1,
  ...subject,
}))
