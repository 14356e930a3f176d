// Making a formal complaint: one plain question a page, checked, then sent.
import { type Day, type Id, type Result, refuse } from '../../basics/index.ts'
import { draftStore, personOf } from '../../identity/index.ts'
import type { Log } from '../../log/index.ts'
import {
  choiceField,
  DateInput,
  dayField,
  defineForm,
  type FormValues,
  formatDay,
  type Journey,
  journeyRoutes,
  optional,
  type PageRequest,
  type Question,
  Radios,
  type Route,
  Textarea,
  TextInput,
  textField,
  typedAt,
  UrgentHelp,
} from '../../web/index.ts'
import { complain } from '../actions/handle-complaint.ts'
import { organisationsOf } from '../actions/tell-story.ts'
import { refusals } from '../domain/refusals.ts'
import { complaintWords, tellWords } from '../words/words.ts'
import { madeAt } from './complaint-routes.tsx'
import { chosenIn, placeRoutes, placesField } from './tell-places.tsx'

const say = complaintWords.in('en')
const tellSay = tellWords.in('en')
const first = (typed: FormValues, name: string): string => typedAt(typed, name)[0]?.trim() ?? ''
const long = (missing: string) => textField({ missing, longest: 10_000, tooLong: say.tooLong })
const nations = ['england', 'wales', 'scotland', 'northern-ireland'] as const

const area = (
  name: string,
  title: string,
  hint: string,
  field: ReturnType<typeof long> | ReturnType<typeof optional<string>>,
): Question => ({
  at: name,
  title,
  form: defineForm({ [name]: field }),
  view: (entry) => (
    <Textarea name={name} label={title} hint={hint} asHeading entry={entry} rows={8} />
  ),
  answer: (typed) => first(typed, name) || null,
})

const whenForm = defineForm({ when: dayField({ name: say.whenName, missing: say.enterWhen }) })

const dayIn = (typed: FormValues): Day | null => {
  const read = whenForm.parse(typed)
  return read.ok ? read.values.when : null
}

const radios = (
  name: string,
  title: string,
  missing: string,
  choices: readonly { value: string; text: string }[],
): Question => ({
  at: name,
  title,
  form: defineForm({
    [name]: choiceField(
      choices.map(({ value }) => value),
      missing,
    ),
  }),
  view: (entry) => <Radios name={name} label={title} asHeading entry={entry} choices={choices} />,
  answer: (typed) => choices.find(({ value }) => value === first(typed, name))?.text ?? null,
})

const questions: readonly Question[] = [
  {
    at: 'where',
    title: say.where,
    form: defineForm({ places: placesField }),
    view: () => null,
    answer: (typed) =>
      chosenIn(typed)
        .map(({ name }) => name)
        .join(', ') || null,
  },
  radios(
    'nation',
    say.nation,
    say.selectNation,
    nations.map((value) => ({ value, text: say.nations[value] })),
  ),
  area('happened', say.happened, say.happenedHint, long(say.enterHappened)),
  area('wants', say.wants, say.wantsHint, optional(long(''))),
  {
    at: 'when',
    title: say.when,
    form: whenForm,
    view: (entry) => <DateInput name="when" label={say.when} asHeading entry={entry} />,
    answer: (typed) => {
      const day = dayIn(typed)
      return day === null ? null : formatDay(day, 'en')
    },
  },
  radios('whose', say.who, say.selectWho, [
    { value: 'own', text: say.own },
    { value: 'other', text: say.other },
  ]),
  {
    at: 'permission',
    title: tellSay.behalfTitle,
    form: defineForm({
      relation: textField({ missing: tellSay.enterRelation, longest: 200, tooLong: say.tooLong }),
      permission: textField({
        missing: tellSay.enterPermission,
        longest: 500,
        tooLong: say.tooLong,
      }),
    }),
    view: (entry) => (
      <>
        <h1 className="nhsuk-heading-l">{tellSay.behalfTitle}</h1>
        <TextInput name="relation" label={tellSay.relation} entry={entry} />
        <Textarea name="permission" label={tellSay.permission} entry={entry} rows={3} />
      </>
    ),
    answer: (typed) => [first(typed, 'relation'), first(typed, 'permission')].join('. '),
    asked: (typed) => first(typed, 'whose') === 'other',
  },
]

export function complainRoutes(log: Log): readonly Route[] {
  const where = { log, at: '/complain', journey: 'complain' }
  const journey: Journey = {
    at: where.at,
    name: where.journey,
    access: 'person',
    says: 'Make a formal complaint',
    questions,
    drafts: draftStore(log.db, log.clock),
    from: '/have-a-say',
    here: '/have-a-say',
    beforeSending: () => <UrgentHelp />,
    send: (typed, request) => send(log, typed, request),
  }
  const own = journeyRoutes(journey).filter(({ path }) => path !== `${where.at}/where`)
  return [...own, ...placeRoutes(where, 'person')]
}

async function send(
  log: Log,
  typed: FormValues,
  request: PageRequest,
): Promise<Result<{ readonly to: string }>> {
  const { person } = personOf(request)
  const places = chosenIn(typed).map(({ id }) => id)
  const [body] = await organisationsOf(log, places)
  if (body === undefined) return refuse(refusals.complaintBodyMissing, {}, 'places')
  const other = first(typed, 'whose') === 'other'
  const made = await complain(
    log,
    { by: person, key: request.formKey },
    {
      says: first(typed, 'happened'),
      wants: first(typed, 'wants'),
      how: 'written',
      receivedAt: request.now,
      nation: first(typed, 'nation'),
      body,
      complainant: other ? null : (person as Id),
      places,
      happenedOn: dayIn(typed),
      representative: other
        ? {
            relation: first(typed, 'relation'),
            permission: first(typed, 'permission'),
            by: person,
          }
        : null,
      right: null,
    },
  )
  return made.ok ? madeAt(made.value) : made
}
