// Saying what is wanted: the goal first, then who can help, from oneself outwards to services.
import { isId, type PersonId, refuse } from '../../../basics/index.ts'
import { draftStore } from '../../../identity/index.ts'
import type { Log } from '../../../log/index.ts'
import {
  defineForm,
  type Field,
  type FormValues,
  type Journey,
  journeyRoutes,
  optional,
  type PageRequest,
  type Question,
  type Route,
  Textarea,
  TextInput,
  textField,
  typedAt,
  wholeNumberField,
} from '../../../web/index.ts'
import { proposeChanges, type Wish } from '../../actions/plan/change-plan.ts'
import { layers } from '../../domain/plan/headings.ts'
import { refusals } from '../../domain/plan/refusals.ts'
import { LONGEST_LINE, LONGEST_TEXT } from '../../domain/plan/values.ts'
import { planWords } from '../../words/plan-words.ts'
import { mayWriteNew } from './may-write.ts'
import { ownPlace, type Place, theirPlace } from './place.ts'

const english = planWords.in('en')
const text = (longest: number) =>
  textField({ missing: english.enter, longest, tooLong: english.tooLong })
const score = wholeNumberField({
  ...{ missing: english.score, notANumber: english.score, outside: english.score },
  ...{ least: 1, most: 10 },
})

const wanted: Question = {
  at: 'wanted',
  title: (language) => planWords.in(language).fields.goal.says,
  form: defineForm({ says: text(LONGEST_TEXT), importance: score }),
  view: (entry, { language }) => {
    const say = planWords.in(language)
    return (
      <>
        <Textarea name="says" label={say.fields.goal.says} entry={entry} rows={3} asHeading />
        <TextInput name="importance" label={say.fields.goal.importance} entry={entry} />
      </>
    )
  },
  answer: (typed, language) => {
    const [says] = typedAt(typed, 'says')
    if (says === undefined) return null
    const importance = Number(typedAt(typed, 'importance')[0] ?? 0)
    return `${says}. ${planWords.in(language).importance(importance)}`
  },
}

/** One layer: what is done there, or nothing; either is an answer. */
const askLayer = (layer: (typeof layers)[number]): Question => {
  const fields: Record<string, Field<unknown>> = {
    [`${layer}-does`]: optional(text(LONGEST_TEXT)),
    [`${layer}-who`]: optional(text(LONGEST_LINE)),
    [`${layer}-when`]: optional(text(LONGEST_LINE)),
    [`${layer}-sure`]: optional(score),
  }
  return {
    at: layer,
    title: (language) => planWords.in(language).layers[layer].ask,
    form: defineForm(fields),
    view: (entry, { language }) => {
      const say = planWords.in(language)
      return (
        <>
          <Textarea
            name={`${layer}-does`}
            label={say.layers[layer].ask}
            hint={say.layers[layer].hint}
            entry={entry}
            rows={3}
            asHeading
          />
          {layer !== 'me' && (
            <TextInput name={`${layer}-who`} label={say.fields.action.who} entry={entry} />
          )}
          <TextInput name={`${layer}-when`} label={say.fields.action.when} entry={entry} />
          <TextInput name={`${layer}-sure`} label={say.fields.action.confidence} entry={entry} />
        </>
      )
    },
    answer: (typed, language) =>
      typedAt(typed, `${layer}-does`)[0]?.trim() || planWords.in(language).nothingHere,
  }
}

export const goalRoutes = (log: Log): readonly Route[] => [
  ...journeyRoutes(journey(log, '/plan', false)),
  ...journeyRoutes(journey(log, '/people/:person/plan', true)),
]

function journey(log: Log, base: string, theirs: boolean): Journey {
  const placeOf = (request: PageRequest): Promise<Place | null> =>
    theirs ? theirPlace(log, request) : Promise.resolve(ownPlace(request))
  return {
    at: `${base}/goal`,
    name: 'plan-goal',
    access: 'person',
    ...(theirs ? { whileActingFor: true as const } : {}),
    says: 'Say what is wanted, and who can help, from oneself to services',
    questions: [wanted, ...layers.map(askLayer)],
    drafts: draftStore(log.db, log.clock),
    from: base,
    here: theirs ? '/people' : '/plan',
    welsh: 'part',
    guard: async (request) => {
      const at = await placeOf(request)
      const may = at !== null && mayWriteNew(at, 'goal', request.now)
      return may ? null : refuse(refusals.partUnknown).refusal
    },
    about: ({ params }) =>
      theirs && isId(params.person) ? [{ person: params.person as string as PersonId }] : [],
    send: async (typed, request) => {
      const at = await placeOf(request)
      if (at === null || at.writer === null) return refuse(refusals.partUnknown)
      const { person, writer } = at
      const done = await proposeChanges(log, person, writer, wishesOf(typed), request.formKey)
      return done.ok ? { ok: true, value: { to: `${at.base}?just=proposed` } } : done
    },
  }
}

/** The goal, and what is done for it in each layer that has something. */
function wishesOf(typed: FormValues): readonly Wish[] {
  const said = (name: string) => (typedAt(typed, name)[0] ?? '').trim()
  const fresh = { part: null, was: {}, remove: false, because: null }
  const goal: Wish = {
    ...fresh,
    ...{ kind: 'goal', under: null },
    set: { says: said('says'), importance: Number(said('importance')), considered: [...layers] },
  }
  const actions = layers.flatMap((layer): Wish[] => {
    const says = said(`${layer}-does`)
    if (says === '') return []
    const [who, when, sure] = [said(`${layer}-who`), said(`${layer}-when`), said(`${layer}-sure`)]
    const set = {
      ...{ says, layer, status: 'planned' },
      ...(who === '' ? {} : { who: { name: who, role: '', team: '', contact: '' } }),
      ...(when === '' ? {} : { when }),
      ...(sure === '' ? {} : { confidence: Number(sure) }),
    }
    return [{ ...fresh, kind: 'action', under: 0, set }]
  })
  return [goal, ...actions]
}
