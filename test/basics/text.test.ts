// What is promised of text that people write.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { canonicalText, tidyLine, tidyText } from '../../src/basics/index.ts'
import { valueIn } from './outcome.ts'

const anyText = fc.string({ unit: 'binary', maxLength: 60 })

describe('Text that people write', () => {
  it('loses what cannot be seen and misleads', () => {
    assert.equal(tidyText('a\u0000b\u200bc\u202egnp.exe\u2066\ufeff\u0007\u00ad'), 'abcgnp.exe')
    assert.equal(tidyText('half \ud83d a pair'), 'half  a pair')
  })

  it('keeps letters of every script, joined emoji, tabs and new lines', () => {
    const kept = 'Siân\tNguyễn\nنمی‌خواهم क्‍ष 👩‍⚕️ \u200fשלום'
    assert.equal(tidyText(kept), kept)
  })

  it('has one kind of new line', () => {
    assert.equal(tidyText('one\r\ntwo\rthree\u2028four'), 'one\ntwo\nthree\nfour')
  })

  it('is on one line where it is a name', () => {
    assert.equal(tidyLine('  Asha \n\t Patel\u00a0 '), 'Asha Patel')
  })

  it('does not change when it is tidied again, and can always be kept', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const tidy of [tidyText, tidyLine]) {
          const once = tidy(text)
          assert.equal(tidy(once), once)
          assert.ok(!once.includes('\u0000'))
          valueIn(canonicalText(once))
        }
      }),
      { numRuns: 500 },
    )
  })
})
