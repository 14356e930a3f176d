// A journey in a browser: Asha takes everything with her, and finds the same pages elsewhere.
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { registerOrganisation, registerPerson } from '../../src/identity/index.ts'
import { addSigningKey } from '../../src/plumbing/index.ts'
import { importFiles } from '../../src/record/index.ts'
import { done, longAgo, nobody } from '../attacks/town.ts'
import { openWholeSite } from '../attacks/whole-site.ts'
import { openBrowser } from '../browser.ts'
import { type Hand, openDoors } from '../hands.ts'
import { diagnosisText, openFaces } from './faces.ts'

const browser = await openBrowser()
after(() => browser.close())

const pages = ['/record', '/record/timeline', '/record/team', '/share', '/looks', '/promises']

/** What stands on each page, as it reads. */
async function read({ page, says }: Hand) {
  const texts: string[] = []
  for (const path of pages) {
    await page.goto(path)
    texts.push(await says())
  }
  return texts
}

describe('Leaving for another installation', () => {
  it('A10 the file that the page gives shows the same pages where it is brought in', async () => {
    const stage = await openFaces()
    const { site, asha } = stage
    const key = await addSigningKey(join(site.folder, 'keys'))
    const enter = await openDoors(site, browser, 'pointer')
    const own = await enter(asha)
    await own.page.goto('/record')
    await own.page.goto('/record/leave')
    await own.isFine('leave')
    const [download] = await Promise.all([
      own.page.waitForEvent('download'),
      own.press('Save the file'),
    ])
    const file = join(site.folder, 'everything.zip')
    await download.saveAs(file)

    const other = await openWholeSite()
    for (const [organisation, name, what] of [
      [stage.surgery, 'Oak Lane Surgery', 'gp-practice'],
      [stage.hospital, 'Elm Street Hospital', 'nhs-trust'],
    ] as const) {
      const about = { organisation, name, odsCode: null, what, from: longAgo }
      done(await registerOrganisation(other.log, { actor: nobody, ...about }))
    }
    for (const [person, name] of [
      [stage.ravi, 'Ravi Patel'],
      [stage.sian, 'Sian Rees'],
      [stage.mo, 'Mo Adeyemi'],
    ] as const) {
      const details = { birthDate: null, nhsNumber: null }
      done(await registerPerson(other.log, { actor: nobody, person, name, ...details }))
    }
    const request = { files: [file], person: null, yes: true, rest: false, json: true }
    const io = { out: () => {}, err: () => {}, progress: () => {} }
    assert.equal(await importFiles(other.log, request, [key.publicKey], io), 0)

    const there = await (await openDoors(other, browser, 'pointer'))(asha)
    const [here, elsewhere] = [await read(own), await read(there)]
    assert.deepEqual(elsewhere, here)
    assert.ok(here[0]?.includes(diagnosisText))
    await there.page.goto('/record')
    await there.isFine('leave-elsewhere')
    await there.follow(diagnosisText)
    assert.match(await there.says(), /Sian Rees, Oak Lane Surgery/)
    for (const { page } of [own, there]) await page.context().close()
    assert.deepEqual([site.failures, other.failures], [[], []])
  })
})
