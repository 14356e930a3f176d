// The tables of the room, a text for each subject: numbered in the order in which they landed.
import type { Migration } from '../../plumbing/index.ts'
import { planTables } from './plan-tables.ts'

const subjects: readonly { readonly name: string; readonly sql: string }[] = [
  { name: 'care and support plans', sql: planTables },
]

export const migrations: readonly Migration[] = subjects.map((subject, place) => ({
  room: 'care',
  number: place + 1,
  ...subject,
}))
