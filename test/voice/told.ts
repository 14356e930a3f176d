// A service that was told things, answered and promised, for the tests of numbers and evidence.
import assert from 'node:assert/strict'
import { asDay, type Id, type OrganisationId, type PersonId } from '../../src/basics/index.ts'
import { registerOrganisation } from '../../src/identity/index.ts'
import { addPlace, linkTo } from '../../src/places/index.ts'
import {
  type Answered,
  agreeToStory,
  answerStory,
  confirmPromise,
  loadStory,
  promiseOf,
  publishSaying,
  readStory,
  type StoryRef,
  severityScale,
  tell,
} from '../../src/voice/index.ts'
import type { House } from '../rooms.ts'

const nobody = { by: null, onBehalfOf: null }
const from = asDay('2024-01-01')

function done<T>(result: { ok: true; value: T } | { ok: false; refusal: { code: string } }): T {
  assert.ok(result.ok, result.ok ? '' : result.refusal.code)
  return result.value
}

/** A surgery with a clinic, and how things are told to it, answered and confirmed. */
export async function openTold(house: House) {
  const { surgery, clinic, addClinic, addArea } = await openClinic(house)
  const moderators = { mo: house.newId() as PersonId, nia: house.newId() as PersonId }
  const parts: Parts = { house, surgery, clinic, ...moderators }
  return { surgery, clinic, addClinic, addArea, published: publisher(parts), ...answers(parts) }
}

type Parts = {
  readonly house: House
  readonly surgery: OrganisationId
  readonly clinic: Id
  readonly mo: PersonId
  readonly nia: PersonId
}

async function openClinic({ log, newId }: House) {
  const surgery = newId() as OrganisationId
  const name = 'Oak Lane Surgery'
  const registering = { actor: nobody, name, odsCode: 'Z99001', what: 'gp-practice', from }
  done(await registerOrganisation(log, { ...registering, organisation: surgery }))
  const addClinic = async (called: string): Promise<Id> => {
    const opening = { actor: nobody, kind: 'service', name: called, code: null, from }
    const place = done(await addPlace(log, { ...opening, place: newId() }))
    done(await linkTo(log, { actor: nobody, place, link: 'provided-by', to: surgery, from }))
    return place
  }
  /** An area in which these lie. */
  const addArea = async (called: string, places: readonly Id[]): Promise<Id> => {
    const opening = { actor: nobody, kind: 'area', name: called, code: null, from }
    const area = done(await addPlace(log, { ...opening, place: newId() }))
    for (const place of places) {
      done(await linkTo(log, { actor: nobody, place, link: 'within', to: area, from }))
    }
    return area
  }
  return { surgery, addClinic, addArea, clinic: await addClinic('Diabetes clinic') }
}

const on = ({ surgery }: Parts, ref: StoryRef, person: PersonId) => {
  return { person, ref, key: null, told: [surgery] }
}

/** Told at a moment, and published at once; `area` is the one that it is about. */
const publisher = (parts: Parts) => {
  const { mo, nia, clinic } = parts
  const { log, clock, newId } = parts.house
  return async function published(
    at: string,
    more: { about?: string; by?: PersonId; places?: Id[]; area?: number } = {},
  ): Promise<StoryRef> {
    clock.moveTo(at)
    const title = `Story ${newId()}`
    const words = { title, happened: 'It was loud and I left.', good: '', better: '' }
    const told = await tell(log, {
      teller: { person: more.by ?? null, browser: newId() },
      key: null,
      about: more.about ?? 'story',
      words,
      places: more.places ?? [clinic],
      mayBePublic: true,
      way: 'web',
      forSomebody: null,
    })
    const ref = done(told)
    const grades = severityScale.areas.map(({ code }, place) => {
      return { area: code, level: place === (more.area ?? 3) ? 1 : 0 }
    })
    const reading = { grades, words, hides: [], identifies: false, note: '' }
    done(await readStory(log, on(parts, ref, mo), reading))
    const fact = (await loadStory(log, ref)).reading?.fact as Id
    done(await agreeToStory(log, on(parts, ref, nia), fact))
    return ref
  }
}

function answers(parts: Parts) {
  const { surgery, mo } = parts
  const { log, clock, newId } = parts.house
  const dilys = newId() as PersonId

  /** An answer that anybody can read; gives the promise that it makes or keeps. */
  async function answered(
    at: string,
    ref: StoryRef,
    more: Partial<Pick<Answered, 'change' | 'keeps'>> & { due?: string } = {},
  ): Promise<Id> {
    clock.moveTo(at)
    const { due, ...change } = more
    const promises =
      due === undefined
        ? null
        : { says: 'There will be a quiet room', due: asDay(due), shownAs: 'Dilys Morgan' }
    const said = { says: 'Thank you.', organisation: surgery, shownAs: 'Dilys Morgan' }
    const answer = { ...said, change: 'none', keeps: null, promises, ...change }
    done(await answerStory(log, { ref, key: null }, dilys, answer))
    const saying = (await loadStory(log, ref)).sayings.at(-1)
    assert.ok(saying)
    const words = { saying: saying.fact, says: saying.says, hides: [] }
    if (saying.standing === 'waiting') done(await publishSaying(log, on(parts, ref, mo), words))
    return more.keeps ?? promiseOf(ref, saying.fact).stream
  }

  async function said(at: string, ref: StoryRef, promise: Id, word: 'yes' | 'no' | 'not yet') {
    clock.moveTo(at)
    done(await confirmPromise(log, { ref, key: null }, promise, { answer: word, says: '' }))
  }

  return { answered, said }
}
