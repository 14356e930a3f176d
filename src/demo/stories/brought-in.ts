// Marcus brings in what his scales kept; an older file waits with a line that nobody can read.
import { addDays } from '../../basics/index.ts'
import { readHeads } from '../../log/index.ts'
import { carryOutPreview, makePreview } from '../../record/index.ts'
import { measures } from '../measures.ts'
import { people } from '../names.ts'
import * as fhir from '../resources.ts'
import { done, type Story } from '../town.ts'

const { marcus } = people
const himself = { person: marcus, organisation: null, shownAs: 'Marcus Bennett' }

const collection = (resources: readonly string[]): Uint8Array =>
  Buffer.from(
    `{"resourceType":"Bundle","type":"collection","entry":[${resources
      .map((resource) => `{"resource":${resource}}`)
      .join(',')}]}`,
  )

/** A file with a preview, as anybody can bring one in: one is in, the other is looked at first. */
export const broughtIn: Story = {
  name: 'brought-in',
  async tell({ at, today }) {
    // Each preview leaves a receipt of what it was held against: once, however often it is told.
    const heads = await readHeads(at(0).db, marcus)
    if (heads.some(({ type }) => type === 'record-import')) return
    const on = (daysAgo: number) => ({ person: marcus, day: addDays(today, -daysAgo) })
    const readings = [94.2, 93.8, 93.9, 93.1, 92.8, 92.4].map((value, place) =>
      fhir.result(on(13 - place), measures.weight, value),
    )
    const diary = { name: 'my-scales.json', bytes: collection(readings) }
    const first = await makePreview(at(6, '20:10'), himself, [diary], 'demonstration-scales')
    const carried = { rest: [], mine: [] }
    done(await carryOutPreview(at(6, '20:14'), himself, first, carried))
    const old = [
      fhir.result(on(13), measures.weight, 94.2),
      fhir.vaccination(on(900), 'Flu vaccination'),
      '{"resourceType":"StepCount","steps":"many"}',
    ]
    const older = { name: 'old-phone.json', bytes: collection(old) }
    await makePreview(at(1, '21:05'), himself, [diary, older], 'demonstration-old-phone')
  },
}
