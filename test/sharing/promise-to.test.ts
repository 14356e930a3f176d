// A promise to a person by somebody at work, and every other text to a person, read before it goes.
import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import type { Id } from '../../src/basics/index.ts'
import { giveRole } from '../../src/identity/index.ts'
import { writeReceipts } from '../../src/sharing/actions/look.ts'
import { queryLook } from '../../src/sharing/index.ts'
import { done, longAgo, nobody, person as register, typed } from '../attacks/town.ts'
import { openBrowser } from '../browser.ts'
import { openDoors } from '../hands.ts'
import { openFaces } from '../record/faces.ts'

const browser = await openBrowser()
after(() => browser.close())
const stage = await openFaces()
const { site, asha, sian, surgery, entry } = stage
const { log } = site

const HARD = (
  'Notwithstanding the aforementioned contraindications, pharmacological intervention ' +
  'necessitates comprehensive multidisciplinary evaluation preceding any recommendation. '
)
  .repeat(5)
  .trim()

describe('Somebody at work', () => {
  it('promises something to a person who shares with them, and only they confirm it', async () => {
    const enter = await openDoors(site, browser, 'pointer')
    const nurse = await enter(sian)
    await nurse.page.goto(`/people/${asha}/record`)
    await nurse.follow('Promise them something')
    await nurse.isFine('promise-to')
    await nurse.press('Make this promise')
    assert.match(await nurse.says(), /Write what you promise/)
    await nurse.isFine('promise-missing')
    await nurse.write('What do you promise?', 'We will ring you with your results.')
    for (const [part, value] of [
      ['Day', '4'],
      ['Month', '12'],
      ['Year', '2026'],
    ] as const) {
      await nurse.write(part, value)
    }
    await nurse.press('Make this promise')
    assert.match(await nurse.says(), /too short to measure/)
    await nurse.isFine('promise-again')
    await nurse.press('Make this promise')
    assert.match(nurse.page.url(), /\/promises\//)
    assert.match(await nurse.says(), /We will ring you with your results/)

    const own = await enter(asha)
    await own.page.goto('/messages')
    assert.match(await own.says(), /Something was promised to you/)
    await own.page.goto(nurse.page.url())
    assert.match(await own.says(), /We will ring you.*asked whether it happened/s)
    for (const { page } of [own, nurse]) await page.context().close()
    assert.deepEqual(site.failures, [])
  })

  it('A13 sees how hard each text to a person reads, and confirms hard words first', async () => {
    const manager = { person: sian, what: 'information-officer', organisation: surgery }
    done(await giveRole(log, { actor: nobody, from: longAgo, until: null, ...manager }))
    const nurse = await site.visitorOf(sian)
    const ashas = await site.visitorOf(asha)
    const asked = await ashas.post(`/record/entry/${entry}/correct`, {
      wrong: 'It was my sister',
      right: 'Nothing',
    })
    const request = String(asked.headers.location).match(/[0-9a-f-]{36}/)?.[0]
    const query = await questioned()
    const [promised] = await log.db.text<{ stream: Id }>(
      `select stream from log.heads where owner = $1 and type = 'promise' limit 1`,
      [asha],
    )
    const texts: readonly (readonly [string, string, Record<string, string>])[] = [
      ['says', `/corrections/${asha}/${request}/note`, {}],
      ['says', `/corrections/${asha}/${request}/decline`, {}],
      ['says', `/corrections/${asha}/${request}/question`, {}],
      ['says', `/corrections/${asha}/${request}/correct`, { how: 'nothing' }],
      [
        'says',
        `/people/${asha}/record/write`,
        { kind: 'note', called: 'A note', ...typed('day', '2026-11-20') },
      ],
      ['says', `/people/${asha}/record/entry/${entry}/explain`, {}],
      ['says', `/people/${asha}/promise`, typed('due', '2026-12-04')],
      ['done', `/promises/${promised?.stream}/done`, {}],
      ['why', `/promises/${promised?.stream}/other-date`, typed('due', '2026-12-24')],
      ['says', `/look-questions/${asha}/${query}/answer`, { found: 'explained' }],
      ['asks', `/look-questions/${asha}/${query}/question`, {}],
      [
        'why',
        '/share/ask',
        {
          ...{ number: '999 000 0018', purpose: 'direct-care', span: 'week' },
          ...typed('born', '1984-03-15'),
        },
      ],
    ]
    for (const [name, url, rest] of texts) {
      const before = await facts()
      const sent = await nurse.post(url, { ...rest, [name]: HARD })
      assert.match(sent.body, /A reader of \d+ can follow/, url)
      const again = { ...rest, [name]: HARD, [`${name}-scored`]: HARD }
      const unsure = await nurse.post(url, again)
      assert.equal(unsure.statusCode, 422, url)
      // Looks leave receipts; nothing else was written.
      assert.deepEqual(await facts(), before, url)
    }
    assert.deepEqual(site.failures, [])
  })
})

const facts = () =>
  log.db.text(
    `select kind, count(*)::int as count from log.facts
     where kind not in ('looked-at') group by kind order by kind`,
  )

async function questioned(): Promise<Id> {
  const gwen = await register(site, 'Gwen Lloyd')
  const where = { purpose: 'direct-care', act: 'read', where: '/people' } as const
  const as = { via: 'role' as const, organisation: surgery, roles: ['nurse'] }
  const body = { ...as, ...where, grants: [], items: [] }
  await log.db.transaction((tx) => writeReceipts(log, tx, [{ person: asha, by: gwen, body }]))
  const [look] = await log.db.text<{ id: Id }>(
    'select look as id from sharing.looks where owner = $1 and by = $2',
    [asha, gwen],
  )
  assert.ok(look)
  const asks = { person: asha, shownAs: 'Asha Patel' }
  return done(await queryLook(log, asks, { look: look.id, says: '' }, null)).query
}
