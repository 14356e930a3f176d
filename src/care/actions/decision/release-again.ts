// Whether people would choose it again: counted once a month, and let out by the gate alone.
import { addDays, type Day, dayIn, LONDON } from '../../../basics/index.ts'
import { loadMeasure, measureId, releaseTable } from '../../../gate/index.ts'
import type { Log } from '../../../log/index.ts'
import { againTable, type SaidAgain, saidAgainIn } from '../../domain/decision/again.ts'
import type { Tool } from '../../domain/decision/decision.ts'
import { countAgain, versionsAnswered } from '../../store/decision-days.ts'

const NOBODY = { by: null, onBehalfOf: null }

type Version = Pick<Tool, 'aid' | 'version'>
const codeOf = ({ aid, version }: Version): string => `choose-again-${aid}-${version}`

/**
 * Lets out what was said up to the end of last month of each version of each aid, once. Gives how
 * many tables left; what the gate holds back is tried again next month.
 */
export async function releaseAgain(log: Log): Promise<number> {
  const today = dayIn(LONDON, log.clock.now())
  const until = addDays(`${today.slice(0, 7)}-01` as Day, -1)
  let released = 0
  for (const version of await versionsAnswered(log.db)) {
    if (await releaseVersion(log, version, until)) released += 1
  }
  return released
}

async function releaseVersion(log: Log, version: Version, until: Day): Promise<boolean> {
  const code = codeOf(version)
  const before = await loadMeasure(log, measureId(code))
  if (before.released.some(({ asOf }) => asOf === until)) return false
  const rows = await countAgain(log.db, version, until)
  if (rows.length === 0) return false
  const done = await releaseTable(log, {
    actor: NOBODY,
    measure: {
      code,
      title: `Would choose it again: ${version.aid}, version ${version.version}`,
      says:
        'How many people who decided with this version of a decision aid said, when they looked ' +
        'at it again, that they would choose the same option. Only those who agreed are counted.',
      policy: 'seven-and-five',
    },
    asked: againTable([...new Set(rows.map(({ option }) => option))], until),
    counted: rows.map(({ day, option, again, count }) => ({ day, at: { option, again }, count })),
  })
  return done.ok
}

/** What the gate let out last of a version; null where nothing has left. */
export async function saidAgainOf(log: Log, version: Version): Promise<SaidAgain | null> {
  const measure = await loadMeasure(log, measureId(codeOf(version)))
  const last = measure.released.at(-1)
  return last === undefined ? null : saidAgainIn(last)
}
