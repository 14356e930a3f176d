// What the forms of reviews read: a time, lines, and lines that begin with a role.
import type { Field } from '../../../web/index.ts'

/** A time of day as people type it: 9:30, 09.30, 14:00. */
export const timeField = (missing: string): Field<string> => ({
  parts: [''],
  read: (typed) => {
    const found = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/.exec((typed('')[0] ?? '').trim())
    if (found === null) return { ok: false, says: missing }
    return { ok: true, value: `${(found[1] ?? '').padStart(2, '0')}:${found[2]}` }
  },
})

const linesOf = (text: string): string[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim().slice(0, 400))
    .filter((line) => line !== '')
    .slice(0, 40)

/** What a field of text says, line by line. */
export const linesField = (text: Field<string>): Field<readonly string[]> => ({
  parts: [''],
  read: (typed) => {
    const read = text.read(typed)
    return read.ok ? { ok: true, value: linesOf(read.value) } : read
  },
})

type RoleLine = { readonly role: string; readonly says: string }

/** Lines such as “Nurse: rings on Monday”: each says for which role. */
export const roleLinesField = (text: Field<string>, wrong: string): Field<readonly RoleLine[]> => ({
  parts: [''],
  read: (typed) => {
    const read = text.read(typed)
    if (!read.ok) return read
    const lines = linesOf(read.value).map((line) => /^([^:]{1,100}):\s*(.+)$/.exec(line))
    if (lines.some((one) => one === null)) return { ok: false, says: wrong }
    const value = lines.map((one) => ({ role: (one?.[1] ?? '').trim(), says: one?.[2] ?? '' }))
    return { ok: true, value }
  },
})
