// A clinician finds somebody among those who share with their role, and nobody else.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { openFaces } from './faces.ts'

const { site, sian, asha } = await openFaces()
const nurse = await site.visitorOf(sian)
const main = (body: string) => body.slice(body.indexOf('<main'), body.indexOf('</main>'))

const find = async (named: string) => {
  const answer = await nurse.post('/people', { named })
  assert.equal(answer.statusCode, 200)
  return main(answer.body)
}

describe('A4 A nurse who looks for somebody', () => {
  it('A4 finds who shares with her role by the start of a name, typed in any letters', async () => {
    for (const named of ['asha', ' PATEL ']) assert.match(await find(named), new RegExp(asha))
  })

  it('A4 reads the same of who shares nothing and of who is not there', async () => {
    const [ravi, nobody] = [await find('Ravi'), await find('Zzz')]
    assert.match(ravi, /Nobody of this name or number shares their record with you/)
    const plain = (page: string, named: string) =>
      page.replaceAll(named, '').replaceAll(/value="[^"]*"/g, '')
    assert.equal(plain(ravi, 'Ravi'), plain(nobody, 'Zzz'))
  })

  it('is led back to everybody, and asked for nothing by an empty field', async () => {
    assert.match(await find('Zzz'), /href="\/people"/)
    assert.match(await find(''), new RegExp(asha))
  })
})
