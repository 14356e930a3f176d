// The first line of the home page, in both languages.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { howThingsStand } from '../../src/identity/words/how-things-stand.ts'

const english = (waiting: number, late: number) => howThingsStand({ waiting, late }, 'en')
const welsh = (waiting: number, late: number) => howThingsStand({ waiting, late }, 'cy')

describe('How things stand', () => {
  it('says that nothing waits, and that nothing is late by not saying it', () => {
    assert.equal(english(0, 0), 'Nothing waits for you.')
    assert.equal(welsh(0, 0), 'Does dim yn aros amdanoch.')
  })

  it('counts one thing and several, in words while they are few', () => {
    assert.equal(english(1, 0), 'One thing waits for you.')
    assert.equal(english(2, 1), 'Two things wait for you. One promise made to you is late.')
    assert.equal(english(0, 3), 'Nothing waits for you. Three promises made to you are late.')
    assert.equal(english(12, 0), '12 things wait for you.')
  })

  it('changes the Welsh word with its number', () => {
    assert.equal(welsh(2, 1), 'Mae 2 beth yn aros amdanoch. Mae 1 addewid i chi yn hwyr.')
    assert.equal(welsh(3, 0), 'Mae 3 pheth yn aros amdanoch.')
  })
})
