// Promises of reading FHIR files: kept to the character, refused with the entry and the remedy.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { refuse } from '../../src/basics/index.ts'
import { compactText, decodeUtf8, outcomeOf, readFhirText, textAt } from '../../src/fhir/index.ts'
import { jsonFaults } from '../../src/fhir/json-text.ts'
import { refusals } from '../../src/fhir/refusals.ts'

const bundle = (...resources: readonly string[]): string =>
  `{"resourceType":"Bundle","type":"collection","entry":[${resources
    .map((one) => `{"resource":${one}}`)
    .join(',')}]}`

const weight = '{ "resourceType":"Observation","id":"w",\n "valueQuantity":{"value":1.10} }'

function refusedIn(text: string): readonly string[] {
  return readFhirText(text, false).unread.map(
    ({ entry, refusal }) => `${entry ?? 'the file'}: ${refusal.code}`,
  )
}

describe('A bundle', () => {
  it('gives every resource exactly as it was written', () => {
    const other = '{"b":1,"a":2,"resourceType":"Basic"}'
    const read = readFhirText(bundle(weight, other), false)
    assert.deepEqual(
      read.received.map(({ text }) => text),
      [weight, other],
    )
    assert.deepEqual(read.unread, [])
  })

  it('keeps what a decimal says about its precision', () => {
    assert.equal(textAt(weight, 'valueQuantity', 'value'), '1.10')
  })

  it('is kept as one resource when it only asks questions', () => {
    const asks = '{"resourceType":"Bundle","type":"batch","entry":[{"request":{"method":"GET"}}]}'
    assert.equal(readFhirText(asks, false).received[0]?.text, asks)
  })

  it('keeps its good entries apart from the ones that cannot be read', () => {
    const read = readFhirText(bundle(weight, '{"resourceType":"Pateint"}'), false)
    assert.equal(read.received.length, 1)
    assert.equal(read.unread[0]?.entry, 'entry 2, Pateint')
    assert.equal(read.unread[0]?.refusal.code, 'resource-type-unknown')
  })

  it('is refused from the place where it was cut off, with the entry', () => {
    const whole = bundle(weight, weight)
    assert.deepEqual(refusedIn(whole.slice(0, -12)), ['entry 2: json-cut-short'])
    for (let at = 1; at < whole.length; at += 1) {
      const [fault] = jsonFaults(whole.slice(0, at))
      assert.equal(fault?.what, 'cut-short', `at ${at}`)
    }
  })

  it('does not say the same thing twice in two ways', () => {
    const other = weight.replace('1.10', '1.20')
    assert.deepEqual(refusedIn(bundle(weight, other)), ['entry 2, Observation/w: identifier-twice'])
    assert.deepEqual(refusedIn(bundle(weight, weight)), [])
  })

  it('does not point at what it does not hold', () => {
    const lost = '{"resourceType":"Basic","subject":{"reference":"urn:uuid:1"}}'
    const inside = '{"resourceType":"Basic","author":{"reference":"#him"}}'
    assert.deepEqual(refusedIn(bundle(lost, inside)), [
      'entry 1, Basic: reference-leads-nowhere',
      'entry 2, Basic: reference-leads-nowhere',
    ])
    assert.deepEqual(refusedIn(lost), [])
  })

  it('is about one person', () => {
    const asha = '{"resourceType":"Patient","id":"a"}'
    const gwen = '{"resourceType":"Patient","id":"g"}'
    assert.deepEqual(refusedIn(bundle(asha, gwen)), ['the file: several-people'])
    const hers = '{"resourceType":"Condition","subject":{"reference":"Patient/g"}}'
    assert.deepEqual(refusedIn(bundle(asha, hers)), ['entry 2, Condition: about-somebody-else'])
  })
})

describe('A resource', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['a day that never was', '"effectiveDateTime":"2024-02-30"', 'date-not-real'],
    ['a null character', '"note":[{"text":"a\\u0000b"}]', 'text-null-character'],
    ['half a character', '"note":[{"text":"\\ud83d"}]', 'text-half-character'],
    ['half a character, the other half', '"note":[{"text":"\\ude00 a"}]', 'text-half-character'],
    ['a name twice', '"status":"final","status":"amended"', 'json-name-twice'],
    ['a name twice, written in two ways', '"a":1,"\\u0061":2', 'json-name-twice'],
  ]
  for (const [shows, part, code] of cases) {
    it(`is refused with ${shows}, and the others are not`, () => {
      const wrong = `{"resourceType":"Observation",${part}}`
      assert.deepEqual(refusedIn(wrong).length, 1)
      const [refused] = readFhirText(bundle(weight, wrong), false).unread
      assert.match(refused?.entry ?? '', /^entry 2/)
      assert.equal(refused?.refusal.code, code)
      assert.ok((refused?.refusal.next ?? '') !== '')
    })
  }

  it('may say any day in its free text, and whole characters by their halves', () => {
    const text = '{"resourceType":"Basic","note":"2024-02-30","x":"\\ud83d\\ude00"}'
    assert.deepEqual(refusedIn(text), [])
  })

  it('is refused when it lies too deep, however deep that is', () => {
    const nested = (depth: number) =>
      `{"resourceType":"Basic","x":${'['.repeat(depth)}${']'.repeat(depth)}}`
    assert.deepEqual(refusedIn(nested(99)), [])
    assert.deepEqual(refusedIn(nested(100)), ['the file: json-too-deep'])
    assert.deepEqual(refusedIn(nested(1_000_000)), ['the file: json-too-deep'])
  })

  it('is kept with whatever somebody wrote into its text fields', () => {
    const hostile = "<script>alert(1)</script>\u202e' or 1=1; --{{y}}"
    const text = JSON.stringify({ resourceType: 'Condition', code: { text: hostile } })
    assert.equal(readFhirText(text, false).received[0]?.text, text)
  })
})

describe('A file of lines', () => {
  it('names the line that cannot be read and gives the others', () => {
    const read = readFhirText(`${weight.replace('\n', '')}\r\n\n{"resourceType":\n`, true)
    assert.equal(read.received[0]?.entry, 'line 1, Observation/w')
    assert.equal(read.unread[0]?.entry, 'line 3')
  })
})

describe('JSON text', () => {
  it('is found good exactly where JSON.parse takes it', () => {
    const bits = [
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '"b"',
      '1',
      '-0.5e3',
      '01',
      'null',
      'tru',
      ' ',
    ]
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...bits), { maxLength: 12 }), (parts) => {
        const text = parts.join('')
        const faults = jsonFaults(text).filter(({ what }) => what !== 'name-twice')
        let parses = true
        try {
          JSON.parse(text)
        } catch {
          parses = false
        }
        assert.equal(faults.length === 0, parses, text)
      }),
      { numRuns: 2_000 },
    )
  })

  it('says the same without its white space', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const laidOut = JSON.stringify(value, null, 2)
        assert.equal(compactText(laidOut), JSON.stringify(value))
        assert.deepEqual(jsonFaults(laidOut), [])
      }),
    )
  })

  it('is refused when its bytes are not UTF-8', () => {
    const read = decodeUtf8(Uint8Array.of(0x22, 0xff, 0x22))
    assert.ok(!read.ok && read.refusal.code === 'file-not-utf-8')
  })
})

describe('An OperationOutcome', () => {
  it('says what happened and what to do next', () => {
    const outcome = outcomeOf([refuse(refusals.aboutAnother).refusal])
    assert.equal(outcome.issue[0]?.code, 'business-rule')
    assert.match(outcome.issue[0]?.diagnostics ?? '', /one person/)
  })
})
