// B1 B7: a plan is read anywhere: on paper, in large print, in easy read, as a card, as tagged PDF.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { inflateSync } from 'node:zlib'
import { asInstant, textOfMarkup } from '../../src/basics/index.ts'
import { agreeTogether } from '../../src/care/actions/plan/agree-together.ts'
import {
  aProfessional,
  ownWriter,
  proposeChanges,
} from '../../src/care/actions/plan/change-plan.ts'
import { planPdf } from '../../src/care/pages/plan/plan-pdf.ts'
import { done } from '../attacks/town.ts'
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
  set: { name: 'When my chest is bad', triggers: ['No breath'], what: 'Ring 999' },
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
  })

  it('B1 has its headings in Welsh', async () => {
    await own.post('/language', { language: 'cy', return: '/plan' })
    const text = await read(own, '/plan/read/paper')
    await own.post('/language', { language: 'en', return: '/plan' })
    assert.ok(text.includes('Pan aiff pethau o chwith') || text.includes('When things go wrong'))
  })

  it('B1 says to others that it may not be all of it, and leaves a receipt', async () => {
    const text = await read(nurse, `/people/${asha}/plan/read/paper`)
    assert.match(text, /This may not be everything/)
    assert.match(await read(own, '/looks'), /Sian Rees/)
  })
})

/** The objects of a PDF as text, with those inside compressed streams. */
function objectsOf(bytes: Buffer): string {
  const text = bytes.toString('latin1')
  const streams = [...text.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].map(
    ([, data = '']) => {
      try {
        return inflateSync(Buffer.from(data, 'latin1')).toString('latin1')
      } catch {
        return ''
      }
    },
  )
  return text.replace(/stream\r?\n[\s\S]*?endstream/g, '') + streams.join('\n')
}

describe('A plan as a PDF', () => {
  it('B1 is tagged: title, language, and structure around all that is seen', async () => {
    const { rawPayload, headers } = await own.get('/plan/plan.pdf')
    assert.match(String(headers['content-type']), /application\/pdf/)
    const all = objectsOf(rawPayload)
    assert.match(all, /\/Marked true/)
    assert.match(all, /\/Lang \(en-GB\)/)
    assert.match(all, /\/DisplayDocTitle true/)
    assert.match(rawPayload.toString('latin1'), /pdfuaid:part>1</)
    assert.match(all, /\/StructTreeRoot/)
    for (const tag of ['Document', 'Sect', 'H1', 'H2', 'H3', 'P']) {
      assert.match(all, new RegExp(`/S /${tag}\\b`), tag)
    }
    assert.match(all, /\/FontFile[23]/)
  })

  it('B1 has no heading that skips a level, and a mark for all that is written', async () => {
    const block = {
      title: 'To walk',
      lines: [{ label: 'When?', text: 'ŵ ŷ daily' }],
      list: ['One'],
    }
    const bytes = await planPdf({
      ...{ title: 'The plan', note: 'Yours', language: 'cy' },
      sections: [{ heading: 'Goals', blocks: [block] }],
      made: asInstant('2026-11-23T09:00:00.000Z'),
    })
    const all = objectsOf(bytes)
    const tags = [...all.matchAll(/\/S \/(H[1-6]|P|LI?|LBody)\b/g)].map(([, tag]) => tag)
    for (const tag of ['H1', 'H2', 'H3', 'L', 'LI', 'LBody']) {
      assert.equal(tags.filter((one) => one === tag).length, 1, tag)
    }
    assert.equal(tags.filter((one) => one === 'P').length, 2)
    assert.match(all, /\/Lang \(cy-GB\)/)
    const marked = all.match(/\/(?:H1|H2|H3|P|LBody) <<[^>]*MCID|BDC/g) ?? []
    assert.ok(marked.length >= 6, `${marked.length} marked`)
  })
})
