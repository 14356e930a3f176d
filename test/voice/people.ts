// People and services for the tests of voice, and how they tell, read and answer.
import assert from 'node:assert/strict'
import type { Day, Id, OrganisationId, PersonId } from '../../src/basics/index.ts'
import { registerOrganisation } from '../../src/identity/index.ts'
import { addPlace, linkTo } from '../../src/places/index.ts'
import { type TellRequest, tell } from '../../src/voice/actions/tell-story.ts'
import {
  agreeToStory,
  loadStory,
  readStory,
  type StoryRef,
  severityScale,
} from '../../src/voice/index.ts'
import { type House, openHouse } from '../rooms.ts'

export const nobody = { by: null, onBehalfOf: null }
const settled = '2024-01-01' as Day

/** A house with a surgery that provides a clinic, and people who tell. */
export const openVoice = async (now = '2026-11-23T09:00:00Z') => voiceIn(await openHouse(now))

/** The same in a house that is open already, such as that of a whole site. */
export async function voiceIn<H extends House>(house: H) {
  const { log, newId } = house
  const surgery = newId() as OrganisationId
  const registered = await registerOrganisation(log, {
    actor: nobody,
    organisation: surgery,
    name: 'Oak Lane Surgery',
    odsCode: null,
    what: 'gp-practice',
    from: settled,
  })
  assert.ok(registered.ok)
  const clinic = await addClinic('Diabetes clinic', surgery)
  async function addClinic(name: string, provider: OrganisationId): Promise<Id> {
    const added = await addPlace(log, {
      actor: nobody,
      kind: 'service',
      name,
      code: null,
      from: settled,
      place: newId(),
    })
    assert.ok(added.ok)
    const place = added.value
    const link = { actor: nobody, place, link: 'provided-by', to: provider, from: settled }
    assert.ok((await linkTo(log, link)).ok)
    return place
  }
  const browserOf = () => log.chance.hex(16)
  const telling = (more: Partial<TellRequest> = {}): TellRequest => ({
    teller: { person: null, browser: browserOf() },
    key: null,
    about: 'story',
    words: {
      title: 'I sat in the noise',
      happened: `The waiting room is loud and bright. I went home. ${log.chance.hex(4)}`,
      good: '',
      better: 'A quiet corner would be enough.',
    },
    places: [clinic],
    mayBePublic: true,
    way: 'web',
    forSomebody: null,
    ...more,
  })
  const told = async (more: Partial<TellRequest> = {}) => {
    const done = await tell(log, telling(more))
    assert.ok(done.ok, done.ok ? '' : done.refusal.code)
    return done.value
  }
  const [mo, nia] = [newId() as PersonId, newId() as PersonId]
  const publish = publishing(log, mo, nia)
  const asha = newId() as PersonId
  return { ...house, surgery, clinic, addClinic, telling, told, publish, mo, nia, asha, browserOf }
}

/** Two moderators read a story, and anybody may. */
const publishing = (log: House['log'], mo: PersonId, nia: PersonId) => async (ref: StoryRef) => {
  const story = await loadStory(log, ref)
  assert.ok(story.words)
  const at = { ref, key: null, told: story.told?.organisations ?? [] }
  const grades = severityScale.areas.map(({ code }) => ({ area: code, level: 0 }))
  const reading = { grades, words: story.words, hides: [], identifies: false, note: '' }
  assert.ok((await readStory(log, { ...at, person: mo }, reading)).ok)
  const fact = (await loadStory(log, ref)).reading?.fact as Id
  assert.ok((await agreeToStory(log, { ...at, person: nia }, fact)).ok)
  return ref
}
