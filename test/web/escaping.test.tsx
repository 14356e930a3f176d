// Whatever people write is shown as they wrote it, and never becomes part of the page.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { EveryText } from './every-text.tsx'
import { openSite, pageAt } from './site.ts'

/** The elements and attributes of a page, without its words. */
const skeleton = (html: string) =>
  html
    .replace(/>[^<]*</g, '><')
    .replace(/"[^"]*"/g, '""')
    .replace(/ checked=""/g, '')

describe('A text that people write', () => {
  it('leaves the elements and attributes of the page as they are, whatever it is', async (t) => {
    let text = ''
    const route = pageAt('/', {
      handle: async () => ({ kind: 'page', title: text, main: <EveryText text={text} /> }),
    })
    const free = { burst: 1e6, perSecond: 1e6 }
    const { app } = await openSite([route], { paces: { pagesByAddress: free } })
    t.after(() => app.close())
    const show = async (shown: string) => {
      text = shown
      return (await app.inject('/')).body
    }
    const plain = skeleton(await show('plain'))
    const pieces = fc.array(
      fc.oneof(
        fc.constantFrom(
          '<',
          '>',
          '"',
          "'",
          '&',
          '</script>',
          '<!--',
          '-->',
          ']]>',
          '<img onerror=x>',
        ),
        fc.constantFrom(
          '</textarea>',
          '</title>',
          '&lt;',
          '\u2028',
          '\\',
          '`',
          '${',
          '{{',
          'javascript:',
        ),
        fc.string(),
      ),
      { minLength: 1, maxLength: 8 },
    )
    await fc.assert(
      fc.asyncProperty(pieces, async (parts) => {
        assert.equal(skeleton(await show(`a${parts.join('')}b`)), plain)
      }),
      { numRuns: 150 },
    )
  })
})
