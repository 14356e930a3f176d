// Journeys over a plan in a browser: a carer who helps, a sixteenth birthday, a day that moves.
import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { asDay, type PersonId } from '../../src/basics/index.ts'
import { agreeTogether } from '../../src/care/actions/plan/agree-together.ts'
import {
  aProfessional,
  ownWriter,
  proposeChanges,
  type Wish,
} from '../../src/care/actions/plan/change-plan.ts'
import { registerPerson } from '../../src/identity/index.ts'
import { done, nobody, person as register } from '../attacks/town.ts'
import { axe, openBrowser, sidewaysScroll } from '../browser.ts'
import { type Hand, openDoors } from '../hands.ts'
import { letActFor, openPlanTown, toPerson } from './people.ts'

const town = await openPlanTown()
const { site, log, asha, ravi, sian, share, shareOf, toNurses } = town
const browser = await openBrowser()
after(() => browser.close())
const byKeyboard = await openDoors(site, browser, 'keyboard')
const withoutScripts = await openDoors(site, browser, 'no scripts')

const wish = { part: null, under: null, was: {}, remove: false, because: null }
const part = (kind: Wish['kind'], set: Wish['set']): Wish => ({ ...wish, kind, set })
const sianWrites = aProfessional(sian, 'Sian Rees, Oak Lane Surgery')

/** A plan that the person and the nurse agreed to in one sitting. */
async function planned(person: PersonId, name: string, wishes: readonly Wish[]) {
  const logs = { proposed: log, agreed: log }
  const proposer = ownWriter(person, name)
  const sitting = { person, proposer, other: sianWrites, wishes, key: `plan of ${name}` }
  done(await agreeTogether(logs, sitting))
}
await planned(asha, 'Asha Patel', [
  part('goal', { says: 'To walk to the shop and back' }),
  part('terms', { review: '2027-01-11' }),
])
const words = part('advance-statement', { says: 'At home, with the window open' })
done(await proposeChanges(log, asha, ownWriter(asha, 'Asha Patel'), [words], null))
await share(toPerson(ravi), ['read', 'add'])

/** Without a breach that axe finds, and nobody scrolls sideways; axe itself needs scripts. */
async function isSound({ page }: Hand, scripts = true) {
  for (const width of [320, 1280, 390]) {
    await page.setViewportSize({ width, height: 844 })
    assert.equal(await sidewaysScroll(page), 0, `${page.url()} at ${width}`)
    if (scripts && width !== 320) assert.deepEqual(await axe(page), [], page.url())
  }
}

const ticks = ({ page }: Hand) => page.locator('main input[type=checkbox]').count()

/** Ticks what waits with these words and says yes. */
async function sayYes(hand: Hand, to: RegExp) {
  await hand.choose(to)
  await hand.press('Agree to what is ticked')
  await hand.page.waitForURL(/just=agreed/)
}

describe('A carer who supports a plan without taking over', () => {
  const helps = (open: typeof byKeyboard, scripts: boolean, says: string) => async () => {
    const father = await open(ravi)
    await father.page.goto('/share/with-me')
    await isSound(father, scripts)
    await father.follow(/^Plan\s*: Asha Patel/)
    assert.match(await father.says(), /This may not be everything.*window open/s)
    const links = await father.page.locator('main').getByRole('link').allTextContents()
    for (const own of ['Write my advance statement', 'How private it is']) {
      assert.ok(!links.some((one) => one.startsWith(own)), own)
    }
    await isSound(father, scripts)
    await father.follow('Add a strength')
    await isSound(father, scripts)
    await father.write('What are you good at, or what helps you?', says)
    await father.press('Propose this')
    assert.match(await father.says(), /It waits for the person and for their care team now/)
    assert.match(await father.says(), /One thing waits for an answer\./)

    await father.follow('See what waits')
    await isSound(father, scripts)
    assert.match(await father.says(), /You help, so you can propose and take back/)
    assert.deepEqual(
      [await ticks(father), await father.page.locator('main details').count()],
      [0, 0],
    )
    await father.page.goto(`/people/${asha}/plan/add/advance-statement`)
    assert.match(await father.says(), /person’s own words\. Nobody else can write or change them/)

    const waits = new RegExp(says)
    const nurse = await open(sian)
    await nurse.page.goto(`/people/${asha}/plan/waiting`)
    await sayYes(nurse, waits)
    assert.doesNotMatch(await nurse.says(), waits)
    const own = await open(asha)
    await own.page.goto('/plan/waiting')
    assert.match(await own.says(), /Proposed by Ravi Patel.*It waits for you/s)
    await sayYes(own, waits)
    assert.match(await own.says(), waits)
    await Promise.all([father, nurse, own].map(({ page }) => page.context().close()))
  }

  it(
    'B1 proposes by keyboard, agrees for nobody, and is refused what is the person’s alone',
    helps(byKeyboard, true, 'She knows when to rest'),
  )
  it(
    'B1 does so with JavaScript off as well',
    helps(withoutScripts, false, 'She asks when it is too loud'),
  )
})

describe('A young person’s plan', async () => {
  const birthday = '2026-11-24'
  const about = { name: 'Tom Evans', birthDate: asDay('2010-11-24'), nhsNumber: null }
  const tom = done(await registerPerson(log, { actor: nobody, ...about }))
  const kate = await register(site, 'Kate Evans')
  const how = { level: 'record', basis: 'parental-responsibility', evidence: 'birth-certificate' }
  await letActFor(town, { proxy: kate, person: tom }, how)
  await shareOf(tom)(toNurses, ['read', 'add'])
  await planned(tom, 'Tom Evans', [part('goal', { says: 'To play whole matches' })])
  const theirs = `/people/${tom}/plan`

  it('B1 is agreed for them by a parent before 16, who says for whom', async () => {
    const mother = await byKeyboard(kate)
    await mother.page.goto('/proxies')
    await mother.press('Act for Tom Evans')
    await mother.page.goto(theirs)
    await isSound(mother)
    await mother.page.goto(`${theirs}/add/strength`)
    await mother.write('What are you good at, or what helps you?', 'His coach knows his chest')
    await mother.press('Propose this')
    const nurse = await byKeyboard(sian)
    await nurse.page.goto(`${theirs}/waiting`)
    await sayYes(nurse, /coach knows his chest/)
    assert.match(await nurse.says(), /Last agreed by Kate Evans and Sian Rees/)
    await mother.page.goto(`${theirs}/add/need`)
    await mother.write(/need/i, 'He must not play in the cold')
    await mother.press('Propose this')
    assert.match(await mother.says(), /One thing you said yes to waits for the other side/)
    await mother.page.context().close()
  })

  it('B1 passes to them at 16: who acted for them reads and writes nothing more', async () => {
    site.clock.moveTo(`${birthday}T00:00:00Z`)
    const mother = await byKeyboard(kate)
    const gone = await mother.page.goto(theirs)
    assert.equal(gone?.status(), 404)
    assert.equal((await mother.page.goto(`${theirs}/waiting`))?.status(), 404)
    await mother.page.goto('/proxies')
    assert.equal(await mother.page.getByRole('button', { name: 'Act for Tom Evans' }).count(), 0)
  })

  it('B1 takes no yes from who decided for them before, and asks them', async () => {
    const nurse = await byKeyboard(sian)
    await nurse.page.goto(`${theirs}/waiting`)
    await nurse.choose(/must not play/)
    await nurse.press('Agree to what is ticked')
    assert.match(await nurse.says(), /may not decide for them any more.*Ask the person/s)
    await isSound(nurse)
    assert.doesNotMatch((await textAt(nurse, theirs)) ?? '', /must not play in the cold/)
  })

  it('B1 is whole in their hands, with what waited, and JavaScript off', async () => {
    const own = await withoutScripts(tom)
    await own.page.goto('/plan')
    assert.match(await own.says(), /One thing waits for your yes or no.*To play whole matches/s)
    assert.match(await own.says(), /His coach knows his chest/)
    await own.follow('See what waits')
    assert.match(await own.says(), /Proposed by Kate Evans/)
    const why = own.page.locator('main details')
    await why.locator('summary').click()
    await why.locator('textarea').fill('I play with a scarf')
    await own.press('Say no to this')
    await own.page.goto('/plan/versions')
    assert.match(await own.says(), /I play with a scarf.*Tom Evans said no/s)
    site.clock.moveTo('2026-11-23T09:00:00Z')
  })
})

const textAt = async ({ page }: Hand, address: string) => {
  await page.goto(address)
  return page.locator('main').textContent()
}

describe('A review that changes nothing but the date', () => {
  let review = ''

  it('B6 is planned and held by the nurse, by keyboard', async () => {
    const nurse = await byKeyboard(sian)
    await nurse.page.goto('/people')
    await nurse.follow(/^Plan\s*: Asha Patel/)
    await nurse.follow('Reviews of the plan')
    await isSound(nurse)
    await nurse.press('Plan this meeting')
    assert.match(await nurse.says(), /Enter the day/)
    await isSound(nurse)
    for (const [label, typed] of [
      [/^Day$/, '11'],
      [/^Month$/, '1'],
      [/^Year$/, '2027'],
      ['What time?', '9:30'],
    ] as const) {
      await nurse.write(label, typed)
    }
    await nurse.press('Plan this meeting')
    await isSound(nurse)
    review = new URL(nurse.page.url()).pathname.replace(`/people/${asha}`, '')
    await nurse.follow('Write down what came of it')
    await isSound(nurse)
    await nurse.write('Who came? One on each line.', 'Asha Patel')
    for (const [label, typed] of [
      [/^Day$/, '12'],
      [/^Month$/, '7'],
      [/^Year$/, '2027'],
    ] as const) {
      await nurse.write(label, typed)
    }
    await nurse.press('Save this')
    assert.match(await nurse.says(), /The next day that was proposed: 12 July 2027/)
    await isSound(nurse)
  })

  it('B6 moves the day once the person agrees, and nothing else; JavaScript off', async () => {
    const own = await withoutScripts(asha)
    const parts = () => own.page.locator('main .cp-card').allTextContents()
    await own.page.goto(review)
    assert.match(await own.says(), /It was held\. One came\./)
    await own.page.goto('/plan')
    const before = (await parts()).filter((one) => !/January 2027|waits/.test(one))
    assert.match(await own.says(), /looked at again by 11 January 2027/)
    await own.page.goto('/plan/waiting')
    await sayYes(own, /How the plan is/)
    assert.match(await own.says(), /looked at again by 12 July 2027/)
    const now = (await parts()).filter((one) => !/July 2027|waits/.test(one))
    assert.deepEqual(now, before)
  })

  it('B6 is one thing that differs between two versions, day beside day', async () => {
    const own = await byKeyboard(asha)
    await own.page.goto('/plan/versions')
    await isSound(own)
    await own.press('Compare')
    assert.match(await own.says(), /One thing differs.*Was: 11 January 2027.*Is: 12 July 2027/s)
    await isSound(own)
    assert.deepEqual(site.failures, [])
  })
})

describe('A person who brings in a plan that was made elsewhere', () => {
  const plan = {
    'Personalised care and support plan': {
      'Care and support plan': { Strengths: [{ 'Free text': 'I know my own pain' }] },
      'Contingency/safety plans': [
        {
          'Trigger factors': [{ 'Free text': 'I cannot stand up' }],
          'Advance statement': { 'Advance statement': { 'Free text': 'At home' } },
        },
      ],
    },
  }
  const sent = (text: string) => ({
    ...{ name: 'plan.json', mimeType: 'application/json', buffer: Buffer.from(text) },
  })

  const brings = (open: typeof byKeyboard, scripts: boolean, name: string) => async () => {
    const mover = await register(site, name)
    const hand = await open(mover)
    const { page } = hand
    await page.goto('/plan')
    await hand.follow('Bring in a plan from elsewhere')
    await isSound(hand, scripts)
    await hand.write('What do you call it?', 'The plan of the pain clinic')
    await page.getByLabel('The file').setInputFiles(sent('{"a letter": "not a plan"}'))
    await hand.press('See what is in it')
    await page.getByRole('link', { name: /There is no plan in this file/ }).waitFor()
    assert.equal(
      await page.getByLabel('What do you call it?').inputValue(),
      'The plan of the pain clinic',
    )
    await isSound(hand, scripts)

    await page.getByLabel('The file').setInputFiles(sent(JSON.stringify(plan)))
    await hand.press('See what is in it')
    await page.waitForURL(/bring\/check$/)
    await isSound(hand, scripts)
    assert.match(await hand.says(), /What cannot be taken.*Advance statement/s)
    assert.match(await hand.says(), /I cannot stand up.*I know my own pain/s)
    assert.doesNotMatch(await hand.says(), /At home/)
    await hand.press('Put this to my care team')
    await page.waitForURL(/just=brought/)
    assert.match(await hand.says(), /It waits for the yes of your care team/)
    assert.match(await hand.says(), /2 things you said yes to wait for the other side/)
    await page.context().close()
  }

  it(
    'B1 looks at it first and puts it to the care team, by keyboard, after a file that is none',
    brings(byKeyboard, true, 'Mina Rahman'),
  )
  it('B1 does so with JavaScript off', brings(withoutScripts, false, 'Otis Grant'))
})
