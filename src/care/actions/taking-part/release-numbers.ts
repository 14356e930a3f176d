// Numbers about people leave once a month, through the gate: information, offers, taking part.
import { dayIn, LONDON } from '../../../basics/index.ts'
import { loadMeasure, measureId, releaseTable } from '../../../gate/index.ts'
import type { Log } from '../../../log/index.ts'
import { items } from '../../domain/information/items.ts'
import {
  countedFor,
  countedTaking,
  informationTable,
  measures,
  monthBefore,
  offeredTable,
  spanOf,
  takingPartTable,
} from '../../domain/taking-part/monthly-numbers.ts'
import { countTakenPart } from '../../store/taken-part.ts'
import { offeredEnglish } from '../../words/offered-en.ts'

/** The address of what has left of a measure; null while nothing has. */
export async function numbersOf(log: Log, name: keyof typeof measures): Promise<string | null> {
  const id = measureId(measures[name].code)
  return (await loadMeasure(log, id)).released.length === 0 ? null : `/numbers/${id}`
}

/** Publishes the month before this one, once: what the clock does. */
export async function releaseCareNumbers(log: Log): Promise<void> {
  const month = monthBefore(dayIn(LONDON, log.clock.now()))
  const rows = await countTakenPart(log.db, spanOf(month).until)
  const wanted = [
    {
      measure: measures.information,
      asked: informationTable(month, items),
      counted: countedFor(rows, 'information'),
    },
    {
      measure: measures.offered,
      asked: offeredTable(month, offeredEnglish.supports),
      counted: countedFor(rows, 'offered'),
    },
    {
      measure: measures.takingPart,
      asked: takingPartTable(month),
      counted: countedTaking(rows),
    },
  ]
  for (const { measure, asked, counted } of wanted) {
    const { released } = await loadMeasure(log, measureId(measure.code))
    if (released.some(({ title }) => title === month)) continue
    await releaseTable(log, { actor: { by: null, onBehalfOf: null }, measure, asked, counted })
  }
}
