// Promises about acting for another: asked, decided by tests, noted, told, stopped at once.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { asDay, type Id, type PersonId } from '../../src/basics/index.ts'
import {
  alterProxy,
  answerProxy,
  askProxy,
  grantProxy,
  refuseProxy,
  stopProxy,
  suspendProxy,
} from '../../src/sharing/actions/act-for-others.ts'
import { loadProxies } from '../../src/sharing/actions/proxy-grants.ts'
import {
  mayActFor,
  previewOfProxy,
  reviewSensitive,
} from '../../src/sharing/actions/see-proxies.ts'
import { seeShared } from '../../src/sharing/actions/see-shared.ts'
import { listLooks } from '../../src/sharing/store/looks.ts'
import { codeOf, done, openProxyTown } from './proxy-town.ts'

const town = await openProxyTown()
const { log, sources, decider, manager, elmStreet, dilys } = town

const { see, titles, mariaAndAna } = town

describe('A8 Acting for somebody who cannot decide', () => {
  it('A8 begins with a request and three tests, and shows what the level says', async () => {
    const { maria, ana } = await mariaAndAna()
    const access = await town.ask(maria, ana)
    assert.equal(codeOf(await see(ana, maria)), 'nothing-shared')
    await town.grant(maria, access)
    assert.deepEqual(titles(await see(ana, maria)).toSorted(), [
      'Blood pressure 140/80',
      'My neighbour',
    ])
    const [look] = await listLooks(log.db, maria, { own: true, limit: 1, offset: 0 })
    assert.equal(look?.via, 'proxy')
    assert.equal(look?.by, ana)
    assert.deepEqual(look?.grants, [access])
  })

  it('A8 keeps basis, evidence, who decided and the end date, for ever', async () => {
    const { maria, ana } = await mariaAndAna()
    const access = await town.ask(maria, ana)
    await town.grant(maria, access, { until: asDay('2027-05-01') })
    const [kept] = await loadProxies(log, log.db, maria)
    assert.equal(kept?.granted?.basis, 'best-interests')
    assert.equal(kept?.granted?.evidence, 'best-interests-note')
    assert.equal(kept?.granted?.by, dilys)
    assert.equal(kept?.granted?.until, '2027-05-01')
    assert.equal(kept?.granted?.tests.safe, 'We asked both alone')
  })

  it('A8 both are told when it is granted', async () => {
    const { maria, ana } = await mariaAndAna()
    const access = await town.ask(maria, ana)
    await town.grant(maria, access)
    await town.tellAll(maria)
    await town.tellAll(maria)
    assert.deepEqual(await town.toldTo(ana), ['You can now act for Maria Costa'])
    assert.deepEqual(await town.toldTo(maria), [
      'Somebody asks to act for you',
      'Somebody can now act for you',
    ])
  })

  it('A8 what is sensitive is looked at first, and let through one by one', async () => {
    const { maria, ana } = await mariaAndAna()
    const access = await town.ask(maria, ana)
    const where = '/proxies/work'
    const request = { person: maria, visitor: manager, where, act: 'read' } as const
    const asking = { ...request, purpose: 'proxy-review' } as const
    const found = done(await reviewSensitive(log, sources, asking, 'whole'))
    assert.deepEqual(found.map(({ title }) => title).toSorted(), ['A bad dream', 'My neighbour'])
    const [look] = await listLooks(log.db, maria, { own: true, limit: 1, offset: 0 })
    assert.equal(look?.purpose, 'proxy-review')
    assert.deepEqual([...(look?.items ?? [])].toSorted(), found.map(({ id }) => id).toSorted())
    const idOf = (title: string) => found.find((one) => one.title === title)?.id as Id
    const chosen = { letThrough: [idOf('A bad dream')], keptBack: [idOf('My neighbour')] }
    await town.grant(maria, access, { level: 'whole', ...chosen })
    assert.deepEqual(titles(await see(ana, maria)).toSorted(), [
      'A bad dream',
      'Blood pressure 140/80',
    ])
    const other = { ...asking, visitor: { ...manager, organisation: elmStreet } }
    assert.equal(codeOf(await reviewSensitive(log, sources, other, 'whole')), 'nothing-shared')
    const purpose = 'direct-care' as const
    assert.equal(
      codeOf(await seeShared(log, sources, { ...asking, purpose }, 1)),
      'nothing-shared',
      'the leave to review is no leave to read',
    )
  })

  it('A8 is what its preview shows, data for data', async () => {
    const { maria, ana } = await mariaAndAna()
    const access = await town.ask(maria, ana)
    await town.grant(maria, access)
    const [one] = await loadProxies(log, log.db, maria)
    assert.ok(one)
    const asked = { reach: null, where: '/proxies', page: 1 }
    const { withheld, holds, ...preview } = await previewOfProxy(log, sources, one, asked)
    assert.deepEqual(preview, done(await see(ana, maria)))
    assert.equal(withheld, 1)
    const before = { ...one, granted: null }
    const reach = { ...town.granting(), until: null }
    const first = await previewOfProxy(log, sources, before, { ...asked, reach })
    assert.deepEqual(first, { withheld, holds, ...preview })
  })

  it('A8 a loss of mind for a time needs an end date', async () => {
    const { maria, ana } = await mariaAndAna()
    const access = await town.ask(maria, ana)
    const open = { basis: 'temporary-loss', until: null }
    const at = { person: maria, access }
    const refused = await grantProxy(log, at, decider, town.granting(open))
    assert.equal(codeOf(refused), 'proxy-end-missing')
    await town.grant(maria, access, { ...open, until: asDay('2026-12-31') })
  })

  const faults: readonly [string, string, Parameters<typeof town.granting>[0]][] = [
    [
      'a test that is not answered',
      'proxy-test-missing',
      { tests: { necessary: 'Yes', relevant: ' ', safe: 'Yes' } },
    ],
    ['a reason for children', 'proxy-basis-not-for-age', { basis: 'parental-responsibility' }],
    [
      'evidence that proves something else',
      'proxy-evidence-does-not-fit',
      { evidence: 'birth-certificate' },
    ],
    [
      'a lasting power that nobody saw',
      'proxy-evidence-does-not-fit',
      { basis: 'lasting-power', evidence: 'vouched' },
    ],
    ['a level that nobody knows', 'proxy-not-listed', { level: 'all of it' }],
    ['a label that nobody knows', 'proxy-not-listed', { labels: ['teeth'] }],
    ['a last day that has passed', 'proxy-ends-in-the-past', { until: asDay('2026-11-22') }],
  ]
  for (const [says, code, more] of faults) {
    it(`A8 is not granted with ${says}`, async () => {
      const { maria, ana } = await mariaAndAna()
      const access = await town.ask(maria, ana)
      const refused = await grantProxy(log, { person: maria, access }, decider, town.granting(more))
      assert.equal(codeOf(refused), code)
    })
  }

  it('A8 is bound to who decides, and nobody decides about themselves', async () => {
    const { maria, ana } = await mariaAndAna()
    const access = await town.ask(maria, ana)
    const at = { person: maria, access }
    for (const wrong of [
      { ...decider, organisation: elmStreet },
      { ...decider, roles: ['complaints-manager'] },
      { ...decider, by: ana },
      { ...decider, by: maria },
    ]) {
      const refused = await grantProxy(log, at, wrong, town.granting())
      assert.equal(codeOf(refused), 'proxy-not-yours-to-decide')
    }
    await town.grant(maria, access)
    const gone = { why: 'not-safe', says: 'A worry was raised' }
    const elsewhere = { ...decider, organisation: elmStreet }
    const refused = await suspendProxy(log, at, elsewhere, gone)
    assert.equal(codeOf(refused), 'proxy-not-yours-to-decide')
  })
})

describe('A8 A request', () => {
  it('A8 stands beside the record though it is refused, and tells whom it names', async () => {
    const { maria, ana } = await mariaAndAna()
    const access = await town.ask(maria, ana)
    const said = { reason: 'not-safe', says: 'She is afraid of her daughter' }
    const at = { person: maria, access }
    const none = { ...said, says: ' ', tells: [] }
    assert.equal(codeOf(await refuseProxy(log, at, decider, none)), 'proxy-reason-missing')
    done(await refuseProxy(log, at, decider, { ...said, tells: [] }))
    await town.tellAll(maria)
    assert.deepEqual(await town.toldTo(ana), [])
    assert.deepEqual(await town.toldTo(maria), ['Somebody asks to act for you'])
    const [kept] = await loadProxies(log, log.db, maria)
    assert.equal(kept?.refused?.reason, 'not-safe')
    assert.equal(codeOf(await see(ana, maria)), 'nothing-shared')
  })

  it('A8 that is refused never gives its reason away to whoever asked', async () => {
    const { maria, ana } = await mariaAndAna()
    const access = await town.ask(maria, ana)
    const said = { reason: 'not-safe', says: 'She is afraid of her daughter' }
    done(await refuseProxy(log, { person: maria, access }, decider, { ...said, tells: ['proxy'] }))
    await town.tellAll(maria)
    const rows = await log.db.text<{ body: string }>(
      `select body from log.facts where owner = $1 and kind = 'message-sent'`,
      [ana],
    )
    assert.equal(rows.length, 1)
    assert.doesNotMatch(rows[0]?.body ?? '', /afraid|safe/)
  })

  it('A8 of care home staff is out of scope', async () => {
    const { maria, ana } = await mariaAndAna()
    const asked = { ...town.asked(maria, ana), standing: 'care-home', by: ana }
    assert.equal(codeOf(await askProxy(log, asked)), 'proxy-care-home')
  })

  it('A8 is made once, for a reason, to somebody who decides, and not for oneself', async () => {
    const { maria, ana } = await mariaAndAna()
    const wrong = async (more: object) =>
      codeOf(await askProxy(log, { ...town.asked(maria, ana), by: ana, ...more }))
    assert.equal(await wrong({ why: ' ' }), 'proxy-why-missing')
    assert.equal(await wrong({ organisation: null }), 'proxy-decider-missing')
    assert.equal(await wrong({ proxy: maria, by: maria }), 'proxy-for-oneself')
    assert.equal(await wrong({ until: asDay('2026-11-01') }), 'proxy-ends-in-the-past')
    assert.equal(await wrong({ level: 'all' }), 'proxy-not-listed')
    await town.ask(maria, ana)
    assert.equal(await wrong({}), 'proxy-asked-already')
  })
})

describe('A8 A person of 16 or over who can decide', () => {
  it('A8 asks somebody, who agrees, and decides alone with the same three tests', async () => {
    const { maria, ana } = await mariaAndAna()
    const asked = { ...town.asked(maria, ana), organisation: null, by: maria }
    const access = done(await askProxy(log, asked))
    const self = { by: maria, organisation: null, roles: [] }
    const own = town.granting({ basis: 'consent', evidence: 'said-here' })
    const at = { person: maria, access }
    assert.equal(codeOf(await grantProxy(log, at, self, own)), 'proxy-not-agreed')
    await town.yes(maria, access, ana)
    assert.equal(codeOf(await grantProxy(log, at, decider, own)), 'proxy-not-yours-to-decide')
    done(await grantProxy(log, at, self, own))
    assert.equal(titles(await see(ana, maria)).length, 2)
  })

  it('A8 is asked, and a no is a no', async () => {
    const { maria, ana } = await mariaAndAna()
    const access = await town.ask(maria, ana)
    const at = { person: maria, access }
    const consent = town.granting({ basis: 'consent', evidence: 'said-here' })
    assert.equal(
      codeOf(await grantProxy(log, at, decider, consent)),
      'proxy-evidence-does-not-fit',
      'nobody has said yes here',
    )
    done(await answerProxy(log, at, maria, false))
    const toStaff = town.granting({ basis: 'consent', evidence: 'said-to-staff' })
    assert.equal(codeOf(await grantProxy(log, at, decider, toStaff)), 'proxy-person-said-no')
    assert.equal(codeOf(await answerProxy(log, at, maria, true)), 'proxy-answered-already')
    assert.equal(codeOf(await answerProxy(log, at, dilys, true)), 'proxy-unknown')
  })

  it('A8 stops it at once; the proxy is not told and finds nobody there', async () => {
    const { maria, ana } = await mariaAndAna()
    const access = await town.ask(maria, ana)
    await town.yes(maria, access, maria)
    await town.grant(maria, access, { basis: 'consent', evidence: 'said-here' })
    const may = async () => {
      const { sees, adds } = await mayActFor(log, ana, maria)
      return { sees, adds }
    }
    assert.deepEqual(await may(), { sees: true, adds: true })
    const before = (await town.toldTo(ana)).length
    done(await stopProxy(log, { person: maria, access }))
    await town.tellAll(maria)
    assert.deepEqual(await see(ana, maria), await see(ana, town.newId() as PersonId))
    assert.deepEqual(await may(), { sees: false, adds: false })
    const told = await town.toldTo(ana)
    assert.equal(told.length, before + 1, 'of the grant alone')
    const again = await grantProxy(
      log,
      { person: maria, access },
      decider,
      town.granting({ basis: 'consent', evidence: 'said-to-staff' }),
    )
    assert.equal(codeOf(again), 'proxy-person-said-no')
    const others = await stopProxy(log, { person: ana, access })
    assert.equal(codeOf(others), 'proxy-unknown')
  })

  it('A8 makes it less, and nobody makes it more without the tests', async () => {
    const { maria, ana } = await mariaAndAna()
    const access = await town.ask(maria, ana)
    await town.grant(maria, access)
    const self = { by: maria, organisation: null, roles: [] }
    const at = { person: maria, access }
    const reach = { level: 'whole', labels: [], letThrough: [], keptBack: [], until: null }
    assert.equal(codeOf(await alterProxy(log, at, self, reach)), 'proxy-only-less')
    done(await alterProxy(log, at, self, { ...reach, level: 'visits' }))
    assert.deepEqual(titles(await see(ana, maria)), [])
    const stranger = { by: dilys, organisation: elmStreet, roles: ['doctor'] }
    assert.equal(codeOf(await alterProxy(log, at, stranger, reach)), 'proxy-not-yours-to-decide')
  })
})
