// A preview in the words of a terminal: whose record, what is new, what is here, what differs.
import { formatDay } from '../../web/index.ts'
import type { Kind } from '../domain/entry-kinds.ts'
import type { About, Prepared } from './prepare-import.ts'
import { kindWords } from './record-items.ts'

export function previewLines(one: Prepared): string[] {
  const { file, fresh, already, refused, about, kinds, again, versions, alike } = one
  const lines = [
    `${file}: ${fresh.length} new, ${already} here already, ${refused.length} not read.`,
  ]
  if (about === null) return lines
  lines.push(`  Into the record of ${whoIs(about.record)}.`)
  if (about.doubts.length > 0) lines.push(`  The file is about ${whoIs(about.file)}.`)
  for (const [kind, count] of Object.entries(kinds)) {
    lines.push(`  ${kindWords[kind as Kind]}: ${count}`)
  }
  if (again > 0) lines.push(`  ${again} were here and had been taken back.`)
  const newer = versions.filter((version) => version.newer).length
  if (newer > 0) lines.push(`  ${newer} are newer versions of what is here; both stay.`)
  const older = versions.length - newer
  if (older > 0) lines.push(`  ${older} are older versions of what is here; both stay.`)
  const differs = alike.filter(({ differences }) => differences.length > 0).length
  if (alike.length > 0) {
    lines.push(`  ${alike.length - differs} agree with another source, ${differs} differ from one.`)
  }
  return lines
}

/** A name and a birthday, to tell two people apart by. */
function whoIs(about: About['record'] | About['file']): string {
  const name = about?.names[0] ?? 'somebody it does not name'
  const born = about?.birthDate ?? null
  return born === null ? name : `${name}, born ${formatDay(born, 'en')}`
}
