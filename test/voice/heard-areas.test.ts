// How far something that was heard reaches in each area, and what anybody may know of that.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { asDay, type Id, textOfMarkup } from '../../src/basics/index.ts'
import { giveRole, registerOrganisation, registerPerson } from '../../src/identity/index.ts'
import { addPlace, linkTo } from '../../src/places/index.ts'
import {
  hearConversation,
  loadTheme,
  type NewHearing,
  raiseTheme,
  reachInAreas,
  takeConversationBack,
} from '../../src/voice/actions/hear.ts'
import { loadReport } from '../../src/voice/actions/report.ts'
import { conversationHeard } from '../../src/voice/domain/heard/facts.ts'
import { done, longAgo as from, nobody } from '../attacks/town.ts'
import { openWholeSite } from '../attacks/whole-site.ts'

const { log, newId, visitorOf } = await openWholeSite()

const organisation = (name: string, what: string, odsCode: string | null) =>
  registerOrganisation(log, { actor: nobody, name, odsCode, what, from }).then(done)
const charity = await organisation('Millbrook Together', 'charity', null)
await organisation('Elm Street Hospital', 'nhs-trust', 'Z99002')
const known = { actor: nobody, name: 'A worker', birthDate: null, nhsNumber: null }
const person = done(await registerPerson(log, known))
const role = { what: 'community-worker', organisation: charity, from, until: null }
done(await giveRole(log, { actor: nobody, person, ...role }))
const web = await visitorOf(person)
const work = { person, organisation: charity }

async function area(name: string, within: Id | null = null): Promise<Id> {
  const place = done(
    await addPlace(log, { actor: nobody, key: newId(), kind: 'area', name, code: null, from }),
  )
  if (within !== null) {
    done(await linkTo(log, { actor: nobody, place, link: 'within', to: within, from }))
  }
  return place
}
const millbrook = await area('Millbrook')
const north = await area('North Millbrook', millbrook)
const south = await area('South Millbrook', millbrook)

const hears = (more: Partial<NewHearing>) => {
  const heard = { theme: 'By area', says: 'Too far.', where: 'Willow Court', area: null, group: '' }
  const rest = { people: 1, evidence: [], heardOn: asDay('2026-11-20'), way: 'device' }
  return hearConversation(log, work, {
    ...heard,
    ...rest,
    agreed: true,
    conversation: newId(),
    ...more,
  })
}

describe('G5 Areas', () => {
  it('G5 show how far something reaches in each area, and in the area around it', async () => {
    const theme = done(await hears({ people: 12, area: north }))
    await hears({ people: 9, area: north, where: 'The hall' })
    await hears({ people: 7, area: south, where: 'The canal' })
    const mistaken = newId()
    await hears({ people: 500, area: south, conversation: mistaken })
    done(await takeConversationBack(log, work, theme, { conversation: mistaken, why: 'No' }))
    await hears({ people: 3, where: 'On a train' })
    const reach = await reachInAreas(log, (await loadTheme(log, theme)).conversations)
    assert.deepEqual(
      reach.map(({ name, people, places, conversations }) => [name, people, places, conversations]),
      [
        ['Millbrook', 28, 3, 3],
        ['North Millbrook', 21, 2, 2],
        ['South Millbrook', 7, 1, 1],
        [null, 3, 1, 1],
      ],
    )
    const page = textOfMarkup((await web.get(`/heard/${theme}`)).body).replace(/\s+/g, ' ')
    assert.match(page, /Area North Millbrook People 21 Places 2/)
    assert.match((await web.get('/heard')).body, /How far it reaches in each area/)
    // Anybody reads the report: it names areas, and not how many people in each.
    const raising = { addressee: 'Z99002', asks: ['x'] }
    const report = await loadReport(log, done(await raiseTheme(log, work, theme, raising, null)))
    const summary = report.posted?.summary ?? ''
    assert.match(summary, /Heard in these areas: Millbrook, North Millbrook, South Millbrook\./)
    assert.doesNotMatch(summary, /21|28|7 people/)
  })

  it('G5 name an area that is known here, or none', async () => {
    const refusal = async (area: Id) => {
      const one = await hears({ area })
      return one.ok ? 'done' : one.refusal.code
    }
    assert.equal(await refusal(newId()), 'conversation-area')
    assert.equal(await refusal(charity as Id), 'conversation-area')
    const before = { version: 1, body: { theme: 'x' } }
    assert.deepEqual(conversationHeard.upcasts[0](before.body), { theme: 'x', area: null })
  })
})
