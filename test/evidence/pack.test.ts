// Promises of a pack of evidence: it follows from the facts, to the byte, and names what does not.
import assert from 'node:assert/strict'
import { Readable } from 'node:stream'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import {
  asDay,
  type Day,
  type Id,
  type OrganisationId,
  type PersonId,
} from '../../src/basics/index.ts'
import { makePackOf, sealPack } from '../../src/evidence/actions/make-pack.ts'
import { remakePack } from '../../src/evidence/actions/verify-pack.ts'
import { findingsOf } from '../../src/evidence/domain/count.ts'
import { fileText, makePack, type PackFile, textOf } from '../../src/evidence/domain/pack.ts'
import { packFiles } from '../../src/evidence/index.ts'
import { sentenceOf } from '../../src/evidence/words/sentences-en.ts'
import { registerOrganisation } from '../../src/identity/index.ts'
import { eraseBody, makeCheckpoint, rebuild, verifyFile } from '../../src/log/index.ts'
import { readSigningKeys } from '../../src/plumbing/index.ts'
import { withdraw } from '../../src/voice/actions/answer-story.ts'
import {
  answerOne,
  makePromisesOf,
  postReport,
  releaseLastMonth,
  replyToService,
} from '../../src/voice/index.ts'
import { openHouse } from '../rooms.ts'
import { openTold } from '../voice/told.ts'

const house = await openHouse('2026-06-01T09:00:00Z')
const { log, clock, newId, folder } = house
const { surgery, clinic, addClinic, published, answered, said } = await openTold(house)
const keys = await readSigningKeys(`${folder}/keys`)
const period = { from: asDay('2026-01-01'), until: asDay('2026-12-31') }

// Four stories, of which one is a concern; three promises: kept, disputed and late.
const other = await addClinic('Foot clinic')
const kept = await published('2026-06-02T09:00:00Z', { about: 'concern', area: 1 })
const keptPromise = await answered('2026-06-05T09:00:00Z', kept, {
  change: 'planned',
  due: '2026-07-01',
})
await answered('2026-06-20T09:00:00Z', kept, { change: 'made', keeps: keptPromise })
await said('2026-06-25T09:00:00Z', kept, keptPromise, 'yes')
const disputed = await published('2026-06-03T09:00:00Z', { by: newId() as PersonId })
const claim = await answered('2026-06-13T09:00:00Z', disputed, { change: 'made' })
await said('2026-06-20T10:00:00Z', disputed, claim, 'not yet')
const late = await published('2026-06-04T09:00:00Z', { about: 'idea' })
await answered('2026-06-08T09:00:00Z', late, { change: 'planned', due: '2026-07-20' })
await published('2026-06-06T09:00:00Z')
await published('2026-06-07T09:00:00Z', { places: [other] })
await published('2026-07-30T09:00:00Z', { about: 'praise' })
clock.moveTo('2026-08-01T00:07:00Z')
await makeCheckpoint(log, keys)

async function packAt(checkpoint: number | null = null, service: Id = clinic) {
  const made = await makePackOf(log, { service, ...period, checkpoint })
  assert.ok(made.ok, made.ok ? '' : made.refusal.code)
  const file = await sealPack(log, made.value, keys)
  assert.ok(file.ok)
  return { pack: file.value.pack, file: file.value, text: fileText(file.value) }
}
const bytesOf = (text: string) => () => Readable.from([Buffer.from(text)])
const verify = (text: string, key: string | null = null) =>
  verifyFile(bytesOf(text), key, [packFiles])
const changed = (file: PackFile, change: (copy: PackFile) => void): string => {
  const copy = structuredClone(file)
  change(copy)
  return fileText(copy)
}
type Loose = { -readonly [Key in keyof PackFile['pack']['facts'][number]]: unknown } & {
  [key: string]: unknown
}

describe('V10 The evidence pack of a service and a period', async () => {
  const first = await packAt()

  it('V10 says what was heard, answered, promised, confirmed, disputed and late', () => {
    const said = first.pack.sentences.map(({ says }) => says)
    assert.ok(said.includes('5 stories were published.'))
    assert.ok(said.includes('Concerns to put right at once: 1 story.'))
    assert.ok(said.includes('1 story is about safety.'))
    // Told on 2, 3, 4 and 6 June; answered after 3, 10 and 4 days, and not at all.
    assert.ok(
      said.includes('3 of 4 stories that are at least 30 days old were answered (75%).'),
      said.join('\n'),
    )
    assert.ok(said.some((one) => one.includes('first answer within 4 days of being told')))
    assert.ok(said.includes('3 promises were made.'))
    assert.ok(said.some((one) => one.startsWith('2 are said to be done')))
    assert.ok(said.some((one) => one.startsWith('1 is confirmed by those who asked')))
    assert.ok(said.some((one) => one.startsWith('1 is disputed')))
    assert.ok(said.some((one) => one.startsWith('1 is late')))
    assert.ok(said.includes('1 story had no answer in public.'))
  })

  it('V10 links every sentence to the facts that it rests on, and names nobody', () => {
    const known = new Set(first.pack.facts.map(({ stream, place }) => `${stream}/${place}`))
    for (const { says, rests, section } of first.pack.sentences) {
      assert.ok(rests.length > 0 || section === 'reports', says)
      assert.ok(
        rests.every((key) => known.has(key)),
        says,
      )
    }
    assert.ok(!first.text.includes(disputed.owner), 'the owner of a story is in the file')
    assert.ok(!first.text.includes('It was loud'), 'words of a story are in the file')
  })

  it('V10 counts only what is about the service', async () => {
    const foot = await packAt(null, other)
    assert.ok(foot.pack.sentences.some(({ says }) => says === '1 story was published.'))
  })

  it('V10 is checked with the file alone, and by its key where one is trusted', async () => {
    const verified = await verify(first.text, keys.at(-1)?.publicKey ?? null)
    assert.ok(verified.ok, JSON.stringify(verified))
    const strange = await verify(first.text, '0'.repeat(64))
    assert.ok(!strange.ok && strange.refusal.code === 'evidence-pack-other-key')
  })

  it('V10 names the fact that was changed in the file, whichever it is', async () => {
    const { facts } = first.pack
    for (const [place, fact] of facts.entries()) {
      const text = changed(first.file, ({ pack }) => {
        const one = pack.facts[place] as Loose
        one.day = one.day === '2026-06-30' ? '2026-06-29' : '2026-06-30'
      })
      const verified = await verify(text)
      assert.ok(!verified.ok)
      assert.ok(verified.refusal.says.includes(`${fact.stream}/${fact.place}`), textOf(fact))
    }
  })

  it('V10 names a sentence that does not follow from its facts, and any other change', async () => {
    for (const [change, why] of [
      [
        ({ pack }: PackFile) => {
          const one = pack.sentences[0] as { says: string }
          one.says = '500 stories were published.'
        },
        /sentence does not follow.*500 stories/,
      ],
      [
        ({ pack }: PackFile) => {
          const { service } = pack as { service: { name: string } }
          service.name = 'Another clinic'
        },
        /something in it was changed/,
      ],
      [
        ({ streams }: PackFile) => {
          const one = streams[0] as { salt: string }
          one.salt = '0'.repeat(32)
        },
        /does not lie under the checkpoint/,
      ],
      [
        ({ seal }: PackFile) => {
          const facts = seal.facts as string[]
          facts[0] = '0'.repeat(64)
        },
        /seal is not that of the key/,
      ],
      [
        ({ checkpoint }: PackFile) => {
          const one = checkpoint as { text: string }
          one.text = one.text.replace('"number":1', '"number":2')
        },
        /checkpoint is not the one/,
      ],
    ] as const) {
      const verified = await verify(changed(first.file, change))
      assert.ok(!verified.ok)
      assert.match(verified.refusal.says, why)
    }
    for (const text of ['{"format":"coproduce-evidence-1"}', first.text.replace('"pack"', '"p"')]) {
      const verified = await verify(text)
      assert.ok(!verified.ok && verified.refusal.code === 'evidence-pack-broken', text.slice(0, 50))
    }
  })

  it('V10 is made again from the facts to the same bytes, whatever happened since', async () => {
    clock.moveTo('2026-08-10T09:00:00Z')
    await published('2026-08-10T09:00:00Z')
    await answered('2026-08-11T09:00:00Z', late, { change: 'none' })
    clock.moveTo('2026-08-12T00:07:00Z')
    await makeCheckpoint(log, keys)
    assert.equal((await packAt(1)).text, first.text)
    assert.notEqual((await packAt()).text, first.text)
    const again = await remakePack(log, keys, first.text)
    assert.ok(again.ok && again.value.detail.same === true, JSON.stringify(again))
    await rebuild(log)
    assert.equal((await packAt(1)).text, first.text)
  })

  it('V10 is the same for the same facts, in any order that they come in', () => {
    const { sentences: _, facts, ...about } = first.pack
    fc.assert(
      fc.property(fc.shuffledSubarray([...facts], { minLength: facts.length }), (shuffled) => {
        const again = makePack({ ...about, traces: shuffled }, sentenceOf)
        assert.equal(textOf(again), textOf(first.pack))
      }),
    )
  })

  it('V10 says another thing wherever a fact says another thing that is counted', () => {
    const counting = { asOf: first.pack.asOf as Day, waits: 30 }
    const before = textOf(findingsOf({ ...counting, traces: first.pack.facts }))
    const words = first.pack.facts.filter(({ what }) => what === 'word')
    assert.equal(words.length, 2)
    for (const word of words) {
      const traces = first.pack.facts.map((one) =>
        one === word && one.what === 'word'
          ? { ...one, answer: one.answer === 'yes' ? 'no' : 'yes' }
          : one,
      )
      assert.notEqual(textOf(findingsOf({ ...counting, traces })), before)
    }
  })

  it('V10 names a fact that was changed behind our back', async () => {
    const [row] = await log.db.text<{ id: Id; at: string }>(
      `select id, at from log.facts where owner = $1 and kind = 'promise-answered'`,
      [kept.owner],
    )
    const set = (at: string) =>
      log.db.ownerPool.query('update log.facts set at = $2 where id = $1', [row?.id, at])
    await set('2026-06-24T09:00:00Z')
    const again = await remakePack(log, keys, first.text)
    assert.ok(!again.ok)
    assert.ok(again.refusal.says.includes(keptPromise), again.refusal.says)
    await set(row?.at ?? '')
    assert.ok((await remakePack(log, keys, first.text)).ok)
  })
})

describe('V10 A pack of an earlier checkpoint, after something was erased', async () => {
  const before = await packAt(1)
  const factOf = async (stream: Id, kind: string) => {
    const rows = await log.db.text<{ id: Id; place: number }>(
      'select id, place from log.facts where stream = $1 and kind = $2',
      [stream, kind],
    )
    assert.ok(rows[0])
    return rows[0]
  }

  it('V10 says which facts are gone instead of silently changing', async () => {
    clock.moveTo('2026-08-20T09:00:00Z')
    const told = await factOf(disputed.stream, 'story-told')
    const request = { fact: told.id, officer: newId(), reason: 'legal-duty' }
    assert.ok((await eraseBody(log, request)).ok)
    const after = await packAt(1)
    assert.notEqual(after.text, before.text)
    assert.deepEqual(
      after.pack.erased.map(({ stream, place, kind, erasedOn, reason }) => {
        return { stream, place, kind, erasedOn, reason }
      }),
      [
        {
          stream: disputed.stream,
          place: told.place,
          kind: 'story-told',
          erasedOn: '2026-08-20',
          reason: 'legal-duty',
        },
      ],
    )
    assert.ok((await verify(after.text)).ok)
    assert.ok(after.pack.sentences.some(({ says }) => says === '4 stories were published.'))
  })

  it('V10 explains by it why the file that somebody holds has other bytes', async () => {
    const again = await remakePack(log, keys, before.text)
    assert.ok(again.ok, JSON.stringify(again))
    assert.equal(again.value.detail.erased, 1)
    assert.match(again.value.says, new RegExp(`story-told ${disputed.stream}`))
  })

  it('V10 names an erased answer, and what was promised in it, in the same way', async () => {
    const made = await factOf(keptPromise, 'promise-made')
    const request = { fact: made.id, officer: newId(), reason: 'court-order' }
    assert.ok((await eraseBody(log, request)).ok)
    const after = await packAt(1)
    assert.deepEqual(
      after.pack.erased.map(({ stream, kind }) => `${kind} ${stream}`).toSorted(),
      [`promise-made ${keptPromise}`, `story-told ${disputed.stream}`].toSorted(),
    )
    await rebuild(log)
    assert.equal((await packAt(1)).text, after.text)
    assert.ok((await remakePack(log, keys, before.text)).ok)
  })
})

describe('V10 What else a pack counts', async () => {
  const clinicC = await addClinic('Asthma clinic')
  const healthwatch = newId() as OrganisationId
  const reporter = newId() as PersonId
  const from = asDay('2024-01-01')
  const named = { name: 'Healthwatch Millbrook', odsCode: null, what: 'local-healthwatch', from }
  const actor = { by: null, onBehalfOf: null }
  assert.ok((await registerOrganisation(log, { actor, organisation: healthwatch, ...named })).ok)
  const says = async () => (await packAt(null, clinicC)).pack.sentences.map((one) => one.says)

  it('V10 names the recommendations that have an answer, and those left in silence', async () => {
    clock.moveTo('2026-09-01T09:00:00Z')
    const report = {
      title: 'Waiting',
      summary: 'We waited.',
      addressee: 'Z99001',
      recommendations: ['Chairs', 'Water', 'A clock'],
      parts: null,
    }
    const at = { person: reporter, organisation: healthwatch }
    const posted = await postReport(log, at, report, null)
    assert.ok(posted.ok, JSON.stringify(posted))
    const answer = { number: 2, stance: 'accepted' as const, says: 'Yes.' }
    const promised = { says: 'There is water', due: asDay('2026-09-20') }
    const by = { person: newId() as PersonId, organisation: surgery }
    assert.ok((await answerOne(log, by, posted.value, { ...answer, promised }, null)).ok)
    await makePromisesOf(log, posted.value)
    await makeCheckpoint(log, keys)
    const open = (await says()).find((one) => one.includes('Waiting'))
    assert.match(open ?? '', /makes 3 recommendations\. 1 has an answer\. The rest are due by/)
    clock.moveTo('2026-10-20T09:00:00Z')
    await published('2026-10-20T09:00:00Z', { places: [clinicC] })
    await makeCheckpoint(log, keys)
    const silent = (await says()).find((one) => one.includes('Waiting'))
    assert.match(silent ?? '', /2 have none, and the day was 29 September 2026/)
    assert.ok((await says()).some((one) => one.startsWith('1 is late')))
  })

  it('V10 has numbers about people only as they left by the gate', async () => {
    clock.moveTo('2026-10-31T09:00:00Z')
    for (const experience of ['very-good', 'very-good', 'good', 'poor', 'good', 'good', 'good']) {
      const given = { service: clinicC, answers: { experience }, language: 'en' as const }
      const how = {
        mode: 'online',
        helped: 'nobody' as const,
        typedBy: null,
        browser: null,
        key: null,
      }
      const on = asDay('2026-10-30')
      const replied = await replyToService(log, { ...given, ...how, on })
      assert.ok(replied.ok, JSON.stringify(replied))
    }
    clock.moveTo('2026-11-02T09:00:00Z')
    await releaseLastMonth(log)
    await makeCheckpoint(log, keys)
    const month = (await says()).find((one) => one.startsWith('Friends and Family Test'))
    // Seven replied, one of them badly: whoever had the total could work that one out.
    assert.match(month ?? '', /October 2026\. .*\. Poor: (?:too few to show|kept back)\./)
    assert.doesNotMatch(month ?? '', /: [1-7]\b/)
    const { text } = await packAt(null, clinicC)
    assert.ok((await verify(text)).ok)
    assert.ok((await remakePack(log, keys, text)).ok)
  })

  it('V10 counts nothing of what its author took back, nor of another time', async () => {
    const ref = await published('2026-11-03T09:00:00Z', { places: [clinicC] })
    clock.moveTo('2026-11-04T00:07:00Z')
    await makeCheckpoint(log, keys)
    const before = await packAt(null, clinicC)
    assert.ok(before.pack.sentences.some((one) => one.says === '2 stories were published.'))
    clock.moveTo('2026-11-05T09:00:00Z')
    assert.ok((await withdraw(log, { ref, key: null }, null, '')).ok)
    await makeCheckpoint(log, keys)
    assert.ok((await says()).includes('1 story was published.'))
    assert.ok(!(await packAt(null, clinicC)).text.includes(ref.stream))
    const { number } = before.pack.checkpoint
    assert.equal((await packAt(number, clinicC)).text, before.text)
    const earlier = { service: clinicC, from: asDay('2026-01-01'), until: asDay('2026-09-30') }
    const made = await makePackOf(log, { ...earlier, checkpoint: null })
    assert.ok(made.ok)
    assert.equal(made.value.pack.sentences[0]?.code, 'nothing')
  })

  it('V10 refuses a time that ends before it begins, and what is no service', async () => {
    const asked = { service: clinicC, ...period, checkpoint: null }
    for (const [request, code] of [
      [{ ...asked, from: asDay('2027-01-01') }, 'evidence-period-wrong'],
      [{ ...asked, from: asDay('2020-01-01') }, 'evidence-period-wrong'],
      [{ ...asked, service: newId() }, 'evidence-service-unknown'],
      [{ ...asked, checkpoint: 999 }, 'evidence-no-checkpoint'],
    ] as const) {
      const made = await makePackOf(log, request)
      assert.equal(made.ok ? 'made' : made.refusal.code, code)
    }
  })
})
