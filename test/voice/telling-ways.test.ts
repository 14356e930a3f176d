// Telling once, in every way: on a tablet handed over, half-way and later, on paper, with photos.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type Id, type OrganisationId, textOfMarkup } from '../../src/basics/index.ts'
import { giveRole, registerOrganisation } from '../../src/identity/index.ts'
import { addPlace, linkTo } from '../../src/places/index.ts'
import { loadStory } from '../../src/voice/actions/see-story.ts'
import { findStory } from '../../src/voice/store/ways-back.ts'
import { done, longAgo, nobody, person } from '../attacks/town.ts'
import { openWholeSite } from '../attacks/whole-site.ts'
import { fromTelephone, jpeg, SECRETS } from '../record/pictures.ts'
import { codeIn, type Visit, visit } from './visit.ts'

const site = await openWholeSite()
const { log, app } = site
const surgery: OrganisationId = done(
  await registerOrganisation(log, {
    actor: nobody,
    name: 'Oak Lane Surgery',
    odsCode: null,
    what: 'gp-practice',
    from: longAgo,
  }),
)
const clinic = await service('Diabetes clinic')
const pharmacy = await service('Pharmacy at Oak Lane')
const sian = await person(site, 'Sian Rees')
const mo = await person(site, 'Mo Rahman')
const nia = await person(site, 'Nia Pritchard')
const held = { actor: nobody, from: longAgo, until: null }
done(await giveRole(log, { ...held, person: sian, what: 'nurse', organisation: surgery }))
for (const one of [mo, nia]) {
  done(await giveRole(log, { ...held, person: one, what: 'moderator', organisation: null }))
}

async function service(name: string) {
  const about = { actor: nobody, kind: 'service', name, code: null, from: longAgo }
  const place = done(await addPlace(log, about))
  done(await linkTo(log, { actor: nobody, place, link: 'provided-by', to: surgery, from: longAgo }))
  return place
}

/** Answers what is left of the questions, then sends it; gives where it ends. */
async function tellRest(who: Visit, about = 'story', says = 'I was left alone.') {
  await who.post('/tell/kind', { about })
  await who.post('/tell/happened', { happened: `${says} ${log.chance.hex(4)}` })
  for (const at of ['good', 'better']) await who.post(`/tell/${at}`, { [at]: '' })
  await who.post('/tell/photos', { go: 'on' })
  await who.post('/tell/title', { title: '' })
  await who.post('/tell/public', { public: 'yes' })
  const sent = await who.post('/tell/check')
  assert.equal(sent.statusCode, 303, textOfMarkup(sent.body))
  return String(sent.headers.location)
}

describe('V1 A tablet that is handed over', () => {
  it('V1 is signed out first, so that whoever has it opens nothing of the staff', async () => {
    const staff = await visit(site, sian)
    assert.equal((await staff.get('/messages')).statusCode, 200)
    const before = new Map(staff.jar)
    const over = await staff.post('/tell/tablet', { place: clinic })
    assert.equal(over.headers.location, `/tell/handed-over?place=${clinic}`)
    assert.equal(staff.jar.has('session'), false)
    assert.equal((await staff.get('/messages')).statusCode, 303)
    // Also with the cookie of before: the session has ended, and not only on this device.
    const old = await app.inject({
      url: '/messages',
      headers: { cookie: `session=${before.get('session')}` },
    })
    assert.equal(old.statusCode, 303)
  })

  it('V1 takes a story that the staff cannot read, then is clear for the next', async () => {
    const tablet = await visit(site, sian)
    await tablet.post('/tell/tablet', { place: clinic })
    await tablet.post('/tell/handed-over', { place: clinic })
    const told = await tellRest(tablet)
    const page = (await tablet.get(told)).body
    assert.notEqual(codeIn(page), '')
    const story = told.replace('/told/', '/stories/')
    assert.equal((await tablet.get(story)).statusCode, 200)
    const back = await tablet.post('/tell/give-back')
    assert.equal(back.headers.location, '/tell/given-back')
    assert.equal((await tablet.get(story)).statusCode, 404)
    assert.equal((await tablet.get(told)).statusCode, 404)
    const staff = await visit(site, sian)
    assert.equal((await staff.get(story)).statusCode, 404)
    const [row] = await log.db.text<{ body: string }>(
      `select body from log.facts where kind = 'story-told' and stream = $1`,
      [story.split('/').at(-1)],
    )
    const { way, organisations } = JSON.parse(row?.body ?? '{}')
    assert.deepEqual([way, organisations], ['tablet', [surgery]])
  })

  it('V1 forgets what somebody began and did not send, when it is handed over again', async () => {
    const tablet = await visit(site, sian)
    await tablet.post('/tell/tablet', { place: 'none' })
    await tablet.post('/tell/handed-over')
    await tablet.post('/tell/kind', { about: 'story' })
    await tablet.post('/tell/happened', { happened: 'Half a secret' })
    await tablet.post('/tell/handed-over')
    assert.ok(!(await tablet.get('/tell/happened')).body.includes('Half a secret'))
  })

  it('V1 stays in the hands of staff while nobody signed out', async () => {
    const staff = await visit(site, sian)
    const begun = await staff.post('/tell/handed-over', { place: clinic })
    assert.equal(begun.headers.location, '/tell/tablet')
  })
})

describe('V1 Stopping half-way', () => {
  it('V1 goes on elsewhere with a code, once, and nothing is left at the first', async () => {
    const library = await visit(site)
    await library.post('/tell/kind', { about: 'idea' })
    await library.post('/tell/happened', { happened: 'A bench outside' })
    assert.ok((await library.get('/tell/happened')).body.includes('/tell/later?what=tell'))
    const code = codeIn((await library.post('/tell/later', { what: 'tell' })).body)
    assert.notEqual(code, '')
    assert.ok(!(await library.get('/tell/happened')).body.includes('A bench outside'))
    const home = await visit(site)
    const opened = await home.post('/sign-in/story-code', { code })
    assert.equal(opened.headers.location, '/tell')
    assert.ok((await home.get('/tell/happened')).body.includes('A bench outside'))
    const third = await visit(site)
    assert.equal((await third.post('/sign-in/story-code', { code })).statusCode, 422)
    const kept = await log.db.text<{ row: string }>(`select d::text as row from identity.drafts d`)
    assert.ok(kept.every(({ row }) => !row.includes(code)))
  })

  it('V2 keeps a complaint half-way as well', async () => {
    const library = await visit(site)
    await library.post('/complain/happened', { happened: 'Nobody came' })
    const code = codeIn((await library.post('/tell/later', { what: 'complain' })).body)
    const home = await visit(site)
    const opened = await home.post('/sign-in/story-code', { code })
    assert.equal(opened.headers.location, '/complain')
    assert.ok((await home.get('/complain/happened')).body.includes('Nobody came'))
  })

  it('V1 needs no code where somebody is signed in', async () => {
    const [one, other] = [await visit(site, sian), await visit(site, sian)]
    await one.post('/tell/kind', { about: 'idea' })
    await one.post('/tell/happened', { happened: 'A lamp' })
    assert.ok((await one.get('/tell/later')).body.includes('Sign in on any device'))
    assert.ok((await other.get('/tell/happened')).body.includes('A lamp'))
    await one.post('/tell/give-back')
  })
})

describe('V1 About several services at once', () => {
  it('V1 is told once and reaches whoever answers for each', async () => {
    const who = await visit(site)
    await who.post('/tell/where', { add: clinic })
    await who.post('/tell/where', { add: pharmacy })
    await who.post('/tell/where', { go: 'on' })
    await who.post('/tell/who', { way: 'web' })
    const told = await tellRest(who)
    const [row] = await log.db.text<{ body: string }>(
      `select body from log.facts where kind = 'story-told' and stream = $1`,
      [told.split('/').at(-1)],
    )
    assert.deepEqual(JSON.parse(row?.body ?? '{}').places.toSorted(), [clinic, pharmacy].toSorted())
  })
})

describe('V1 From paper', () => {
  it('V1 has a twin on paper with the same questions, and is typed in with their yes', async () => {
    const paper = textOfMarkup((await (await visit(site)).get('/tell/paper')).body)
    for (const asked of ['What happened?', 'What was good?', 'What could be better?']) {
      assert.ok(paper.includes(asked), asked)
    }
    const staff = await visit(site, sian)
    await staff.post('/tell/where', { add: clinic })
    await staff.post('/tell/where', { go: 'on' })
    await staff.post('/tell/who', { way: 'paper' })
    await staff.post('/tell/kind', { about: 'story' })
    await staff.post('/tell/happened', { happened: 'Written by hand' })
    for (const at of ['good', 'better', 'title']) await staff.post(`/tell/${at}`, { [at]: '' })
    await staff.post('/tell/photos', { go: 'on' })
    await staff.post('/tell/public', { public: 'no' })
    assert.equal((await staff.post('/tell/check')).headers.location, '/tell/permission')
    await staff.post('/tell/permission', { relation: 'Patient', permission: 'Ticked on the form' })
    const told = String((await staff.post('/tell/check')).headers.location)
    assert.match(told, /^\/told\//)
    // Whoever typed it hands the code over, and has no way back of their own.
    assert.notEqual(codeIn((await staff.get(told)).body), '')
    assert.equal((await staff.get(told.replace('/told/', '/stories/'))).statusCode, 404)
  })
})

describe('V1 Photos', () => {
  const add = (who: Visit, bytes: Uint8Array | string, shows = 'A wet floor', file = 'a.jpg') =>
    who.send('/tell/photos', { shows }, [{ name: 'file', file, bytes }])

  it('V1 lose where they were taken, and are seen by who reads and answers alone', async () => {
    const who = await visit(site)
    assert.equal((await add(who, fromTelephone())).statusCode, 303)
    await who.post('/tell/where', { add: clinic })
    await who.post('/tell/where', { go: 'on' })
    await who.post('/tell/who', { way: 'web' })
    const told = await tellRest(who)
    const at = told.replace('/told/', '/stories/')
    const page = (await who.get(at)).body
    const photo = /<img src="(\/stories\/[^"]+)" alt="A wet floor"/.exec(page)?.[1] ?? ''
    assert.notEqual(photo, '')
    const shown = await who.get(photo)
    assert.equal(shown.headers['content-type'], 'image/jpeg')
    for (const secret of SECRETS) assert.ok(!shown.rawPayload.includes(secret), secret)
    assert.equal((await (await visit(site)).get(photo)).statusCode, 404)
  })

  it('V1 are shown to moderators beside the words, and a look leaves one receipt', async () => {
    const who = await visit(site)
    assert.equal((await add(who, jpegOf(9))).statusCode, 303)
    await who.post('/tell/where', { add: clinic })
    await who.post('/tell/where', { go: 'on' })
    await who.post('/tell/who', { way: 'web' })
    const stream = (await tellRest(who)).split('/').at(-1) ?? ''
    const looks = async () => {
      const found = await findStory(log.db, stream as Id)
      assert.ok(found)
      return (await loadStory(log, found)).opened.map(({ by, as }) => [by, as])
    }
    const photos = (page: string) =>
      [...page.matchAll(/<img src="(\/stories\/[^"]+)" alt="A wet floor"/g)].map(
        ([, at]) => at ?? '',
      )
    const [photo = ''] = photos((await who.get(`/stories/${stream}`)).body)
    await who.get(photo)
    assert.deepEqual(await looks(), [])
    // By the address of the photo alone, without the page of the words.
    const reader = await visit(site, mo)
    assert.equal((await reader.get(photo)).statusCode, 200)
    assert.deepEqual(await looks(), [[mo, 'moderator']])
    const second = await visit(site, nia)
    assert.deepEqual(photos((await second.get(`/moderation/${stream}`)).body), [photo])
    assert.equal((await second.get(photo)).statusCode, 200)
    assert.deepEqual(await looks(), [
      [mo, 'moderator'],
      [nia, 'moderator'],
    ])
    await who.post(`/stories/${stream}/withdraw`)
    assert.equal((await second.get(photo)).statusCode, 404)
    assert.equal((await second.get(`/moderation/${stream}`)).statusCode, 404)
  })

  it('V1 are known by their bytes, have words, and are three at most', async () => {
    const who = await visit(site)
    for (const lie of ['<script>alert(1)</script>', '%PDF-1.7', 'PK\u0003\u0004', 'GIF89a']) {
      const refused = await add(who, lie, 'A wet floor', 'photo.jpg')
      assert.equal(refused.statusCode, 422)
      assert.match(textOfMarkup(refused.body), /We cannot show a file of this kind/)
    }
    assert.match(textOfMarkup((await add(who, '')).body), /No photo was chosen/)
    assert.match(textOfMarkup((await add(who, jpeg(), ' ')).body), /has to know what it shows/)
    const broken = await add(who, jpeg().subarray(0, 60))
    assert.match(textOfMarkup(broken.body), /The picture is not whole/)
    const pictures = [0, 1, 2].map((count) => jpegOf(count))
    for (const picture of pictures) assert.equal((await add(who, picture)).statusCode, 303)
    assert.match(textOfMarkup((await add(who, jpegOf(3))).body), /as many photos as a story can/)
    assert.deepEqual(site.failures, [])
  })

  /** Pictures that differ: a table more. */
  function jpegOf(count: number): Buffer {
    const whole = jpeg()
    const table = Buffer.from([
      0xff,
      0xdb,
      0,
      67,
      1,
      ...Array.from({ length: 64 }, () => count + 1),
    ])
    return Buffer.concat([whole.subarray(0, 2), table, whole.subarray(2)])
  }
})

describe('V1 At the end', () => {
  it('V1 says who reads it and by when, and gives a proof', async () => {
    const who = await visit(site)
    await who.post('/tell/where', { add: clinic })
    await who.post('/tell/where', { go: 'on' })
    await who.post('/tell/who', { way: 'web' })
    const told = await tellRest(who)
    const page = textOfMarkup((await who.get(told)).body)
    assert.match(page, /A moderator reads it by the end of/)
    assert.match(page, /Who will read it/)
    assert.match(page, /Oak Lane Surgery/)
    assert.match((await who.get(told)).body, /\/stories\/[^"]+\/proof/)
  })
})
