// What people say of themselves: written a heading at a time, the newer in the place of the older.
import type { Day, Id, PersonId, Result } from '../../basics/index.ts'
import type { Log } from '../../log/index.ts'
import type { Look, Visible } from '../../sharing/index.ts'
import { type AboutMeHeading, aboutMeHeadings, headingOfCode } from '../domain/about-me.ts'
import type { Speaker } from '../domain/decide.ts'
import { WITH_HELP } from '../domain/own-entry.ts'
import { readKinds } from '../store/entries.ts'
import { supersede, writeEntry } from './write-entry.ts'

const MOST = 50

export type AboutMeEntry = {
  readonly id: Id
  readonly heading: AboutMeHeading
  readonly says: string
  readonly supportedBy: string | null
  readonly at: Day
  readonly author: string
  readonly labels: readonly string[]
  readonly disagreements: readonly string[]
}

/** What a person says of themselves now, as far as it may be seen, in the order of the standard. */
export async function readAboutMe(look: Look, visible: Visible): Promise<readonly AboutMeEntry[]> {
  const found = await readKinds(look, visible, ['what-matters'], MOST)
  const entries = found.map((one): AboutMeEntry => {
    const [says = '', supportedBy = null] = one.detail.split(`\n${WITH_HELP} `)
    const { id, at, author, labels, disagreements } = one
    const heading = headingOfCode(one.code)
    return { id, heading, says, supportedBy, at, author, labels, disagreements }
  })
  return aboutMeHeadings.flatMap(({ code }) => entries.filter(({ heading }) => heading === code))
}

/** Writes one heading anew; `instead` are the entries whose place it takes. As `writeEntry`. */
export async function writeAboutMe(
  log: Log,
  speaker: Speaker,
  person: PersonId,
  written: {
    readonly heading: AboutMeHeading
    readonly says: string
    readonly supportedBy: string | null
    readonly day: Day
    readonly where: string
    readonly instead: readonly Id[]
  },
  key: string | null,
): Promise<Result<Id>> {
  const { heading, says, supportedBy, day, where, instead } = written
  const title = aboutMeHeadings.find(({ code }) => code === heading)?.prsb ?? heading
  const helped = supportedBy === null ? {} : { supportedBy }
  const rest = { kind: 'what-matters' as const, title, labels: [], ...helped }
  const done = await writeEntry(log, speaker, person, { ...rest, says, day, where, heading }, key)
  if (!done.ok) return done
  for (const entry of instead) {
    if (entry !== done.value) await supersede(log, speaker, { person, entry }, done.value, null)
  }
  return done
}
