// B1 B7: a plan is read anywhere: on paper, in large print, in easy read, as a card, as tagged PDF.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { textOfMarkup } from '../../src/basics/index.ts'
import { agreeTogether } from '../../src/care/actions/plan/agree-together.ts'
import {
  aProfessional,
  ownWriter,
  proposeChanges,
} from '../../src/care/actions/plan/change-plan.ts'
import { done } from '../attacks/town.ts'
import { openPdf, type Pdf } from './pdf-reader.ts'
import { openPlanTown } from './people.ts'

const { site, log, asha, sian } = await openPlanTown()
const own = await site.visitorOf(asha)
const nurse = await site.visitorOf(sian)
const self = ownWriter(asha, 'Asha Patel')
const wish = { part: null, under: null, was: {}, remove: false, because: null }
const goal = { ...wish, kind: 'goal' as const, set: { says: 'To walk to the shop' } }
const crisis = {
  ...wish,
  kind: 'contingency' as const,
  set: {
    ...{ name: 'When my chest is bad', triggers: ['No breath'], what: 'Ring 999' },
    contacts: ['Carol, by text', 'Oak Lane'],
  },
}
const wishes = [goal, crisis]
const other = aProfessional(sian, 'Sian Rees, Oak Lane Surgery')
const logs = { proposed: log, agreed: log }
done(await agreeTogether(logs, { person: asha, proposer: self, other, wishes, key: 'one' }))
const words = { ...wish, kind: 'advance-statement' as const, set: { says: 'At home, please' } }
done(await proposeChanges(log, asha, self, [words], null))

const read = async (visitor: typeof own, url: string) => textOfMarkup((await visitor.get(url)).body)
const before = (text: string, first: string, second: string) =>
  text.indexOf(first) > 0 && text.indexOf(first) < text.indexOf(second)

describe('A plan to hold in the hand', () => {
  it('B7 has what happens when things go wrong first, on the card and on paper', async () => {
    for (const face of ['card', 'paper', 'large']) {
      const text = await read(own, `/plan/read/${face}`)
      assert.ok(text.includes('When my chest is bad') && text.includes('At home, please'), face)
      if (face !== 'card') assert.ok(before(text, 'When my chest is bad', 'To walk to the shop'))
      else assert.doesNotMatch(text, /walk to the shop/)
    }
  })

  it('B1 says each heading once, on paper and in the file', async () => {
    for (const says of ['My garden', 'My dog']) {
      const wrote = { says, helped: '' }
      await own.post('/plan/about-me/what-matters', wrote)
    }
    const text = await read(own, '/plan/read/paper')
    for (const heading of ['What matters most to me', 'What I want if I cannot say it myself']) {
      assert.equal(text.split(heading).length, 2, heading)
    }
  })

  it('B1 is in easy read, one idea a line', async () => {
    const text = await read(own, '/plan/read/easy')
    assert.match(text, /What I want\nTo walk to the shop/)
    assert.match(text, /If this happens\nNo breath/)
    assert.match(text, /Ring:\nCarol, by text\nOak Lane/)
  })

  it('B1 says to others that it may not be all of it, and leaves a receipt', async () => {
    const text = await read(nurse, `/people/${asha}/plan/read/paper`)
    assert.match(text, /This may not be everything/)
    assert.match(await read(own, '/looks'), /Sian Rees/)
  })
})

describe('A plan as a PDF', () => {
  it('B1 is sent as one, with who agreed and every section of the plan', async () => {
    const { rawPayload, headers } = await own.get('/plan/plan.pdf')
    assert.match(String(headers['content-type']), /application\/pdf/)
    const pdf = openPdf(rawPayload)
    const titles = titlesIn(pdf)
    assert.deepEqual(titles.slice(0, 3), [
      'When things go wrong',
      'What I want if I cannot say it myself',
      'About me',
    ])
    assert.match(pdf.streamOf(pdf.catalog.Metadata).toString(), /The plan of Asha Patel/)
  })
})

/** The sections that the structure of the file names, in order. */
function titlesIn({ dict, list, catalog }: Pdf): readonly string[] {
  const [root] = list(dict(catalog.StructTreeRoot).K)
  const inner = list(dict(root).K).map((kid) => dict(kid))
  return inner.flatMap(({ T }) => (Buffer.isBuffer(T) ? [decoded(T)] : []))
}

/** UTF-16 where it says so, else as it is. */
const decoded = (bytes: Buffer) =>
  bytes[0] === 0xfe ? Buffer.from(bytes.subarray(2)).swap16().toString('utf16le') : String(bytes)
