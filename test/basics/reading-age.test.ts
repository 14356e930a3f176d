// What is promised of the reading age: the formula as published, on what a reader sees.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { countSyllables, readingAge, textOfMarkup } from '../../src/basics/index.ts'

const easy = `You can see your record here. You can add to it. You choose who can look at it.
  We tell you each time. If it is wrong, say so. We will write back to you in three days.`
const hard = `Notwithstanding the aforementioned organisational responsibilities, the commissioning
  authority acknowledges that individual entitlements necessitate comprehensive documentation,
  particularly regarding multidisciplinary communication, accountability, and the determination
  of eligibility.`.replace(/\s+/g, ' ')

describe('The syllables of a word', () => {
  it('are counted as they are said', () => {
    const said = {
      1: 'the care health asked changed called rules you use judged true does guard through',
      2: 'people table carer service wanted needed handled patient special being issue someone',
      3: 'hospital services medicine idea area created everyone radio various disputed theory',
      4: 'community society information experience anxiety emergency acknowledgement January',
      5: 'organisation individual disability responsibly',
    }
    const wrong = Object.entries(said).flatMap(([count, words]) =>
      words.split(' ').filter((word) => countSyllables(word) !== Number(count)),
    )
    assert.deepEqual(wrong, ['responsibly'])
  })
})

describe('The reading age', () => {
  it('is the Flesch-Kincaid grade plus 5 years', () => {
    const text = 'The cat sat on the mat. '.repeat(10)
    const grade = 0.39 * 6 + 11.8 * 1 - 15.59
    assert.deepEqual(readingAge(text), {
      years: Math.round((grade + 5) * 10) / 10,
      words: 60,
      sentences: 10,
      syllables: 60,
    })
  })

  it('is low for short words in short sentences and high for long ones', () => {
    assert.ok((readingAge(easy)?.years ?? 99) < 9)
    assert.ok((readingAge(`${hard} ${hard}`)?.years ?? 0) > 20)
  })

  it('says nothing about a few words', () => {
    assert.equal(readingAge('You can see your record here.'), null)
  })

  it('takes a heading or a list item as a sentence, and no number or address as a word', () => {
    const items = 'Your record\nYour carers and friends\n'.repeat(10)
    const found = readingAge(`${items}\n020 7946 0000 or https://example.org/a/b asha@example.org`)
    assert.equal(found?.sentences, 21)
    assert.equal(found?.words, 61)
  })
})

describe('The text of a page', () => {
  it('is what a reader sees, one line for each block', () => {
    const markup = `<main><h1>Your  record</h1><script>let a = '<p>'</script>
      <p>You <a href="/x">can&nbsp;add</a> &amp; <strong>cor</strong>rect it&#8217;s
      parts.</p><!-- no --><ul><li>One</li><li>Two</li></ul></main>`
    assert.equal(
      textOfMarkup(markup).replace(/[ \u00a0]+/g, ' '),
      'Your record\nYou can add & correct it’s parts.\nOne\nTwo',
    )
  })
})
