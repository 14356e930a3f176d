// After signing in nobody is sent to another site.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { mayRedirectTo } from '../../src/web/addresses.ts'
import { safeLocalPath, signInAndReturn } from '../../src/web/index.ts'

describe('A path to come back to', () => {
  it('is kept when it is a plain path here, with its query', () => {
    assert.equal(safeLocalPath('/record?year=2026&page=2'), '/record?year=2026&page=2')
    assert.equal(safeLocalPath('/a/../b'), '/b')
    assert.equal(signInAndReturn('/record?year=2026'), '/sign-in?next=%2Frecord%3Fyear%3D2026')
  })

  it('becomes the home page when it leads elsewhere', () => {
    for (const path of [
      undefined,
      '',
      'record',
      '//evil.example',
      '/\\evil.example',
      '/..//evil.example',
      '/.//evil.example',
      'https://evil.example',
      'javascript:alert(1)',
      '/\t/evil.example',
      '/record\r\nSet-Cookie: a=b',
      `/${'x'.repeat(600)}`,
    ]) {
      assert.equal(safeLocalPath(path), '/', path)
    }
  })

  it('stays on this site whatever is asked', () => {
    const pieces = fc.array(
      fc.constantFrom('/', '\\', '.', '..', '//', 'evil.example', ':', '@', '?', '#', '\t', '%2f'),
    )
    fc.assert(
      fc.property(pieces, (parts) => {
        const safe = safeLocalPath(parts.join(''))
        assert.equal(new URL(safe, 'https://here.example').origin, 'https://here.example')
      }),
      { numRuns: 1000 },
    )
  })
})

describe('A redirect', () => {
  it('goes to a path here, with its fragment, or to a named origin', () => {
    assert.ok(mayRedirectTo('/record#latest', []))
    assert.ok(mayRedirectTo('https://sign-in.example/authorize?a=b', ['https://sign-in.example']))
    assert.ok(!mayRedirectTo('https://sign-in.example.evil.example/', ['https://sign-in.example']))
    assert.ok(!mayRedirectTo('//evil.example', []))
    assert.ok(!mayRedirectTo('', []))
  })
})
