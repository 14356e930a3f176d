// Making a formal complaint: one plain question a page, checked, then sent.
import {
  addMonths,
  type Day,
  dayIn,
  type Id,
  LONDON,
  ok,
  type Result,
  refuse,
} from '../../../basics/index.ts'
import { draftStore } from '../../../identity/index.ts'
import type { Log } from '../../../log/index.ts'
import {
  choiceField,
  DateInput,
  dayField,
  defineForm,
  type FormEntry,
  type FormValues,
  formatDay,
  type Journey,
  journeyRoutes,
  type Language,
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
} from '../../../web/index.ts'
import { complain } from '../../actions/handle-complaint.ts'
import { organisationsOf } from '../../actions/tell-story.ts'
import { representativeGrounds } from '../../domain/complaint/grounds.ts'
import { refusals } from '../../domain/complaint/refusals.ts'
import { everyRight, rightNamed } from '../../domain/right/every-right.ts'
import { complaintWords, rightsWords } from '../../words/words.ts'
import { firstTyped, inLanguages, textQuestion, whereQuestion } from '../journey-questions.tsx'
import { StopHere } from '../later-routes.tsx'
import { chosenIn, placeRoutes } from '../tell-places.tsx'

type Say = ReturnType<typeof complaintWords.in>

const short = (say: Say, missing: string, longest = 200) =>
  textField({ missing, longest, tooLong: say.tooLong })
const nations = ['england', 'wales', 'scotland', 'northern-ireland'] as const

const whenForm = (say: Say) =>
  defineForm({ when: dayField({ name: say.whenName, missing: say.enterWhen }) })

const dayOfIt = (typed: FormValues): Day | null => {
  const read = whenForm(complaintWords.in('en')).parse(typed)
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
  answer: (typed) => choices.find(({ value }) => value === firstTyped(typed, name))?.text ?? null,
})

const whatQuestions = (say: Say, language: Language): Question[] => [
  whereQuestion(say.where, language),
  radios(
    'nation',
    say.nation,
    say.selectNation,
    nations.map((value) => ({ value, text: say.nations[value] })),
  ),
  textQuestion('happened', {
    title: say.happened,
    hint: say.happenedHint,
    missing: say.enterHappened,
    tooLong: say.tooLong,
    urgent: true,
  }),
  textQuestion('wants', {
    title: say.wants,
    hint: say.wantsHint,
    missing: null,
    tooLong: say.tooLong,
  }),
  {
    at: 'when',
    title: say.when,
    form: whenForm(say),
    view: (entry, request) => (
      <DateInput
        name="when"
        label={say.when}
        hint={whenHint(say, request)}
        asHeading
        entry={entry}
      />
    ),
    answer: (typed) => {
      const day = dayOfIt(typed)
      return day === null ? null : formatDay(day, language)
    },
  },
]

const whoseQuestions = (say: Say, language: Language): Question[] => [
  rightQuestion(language),
  radios('whose', say.who, say.selectWho, [
    { value: 'own', text: say.own },
    { value: 'other', text: say.other },
  ]),
  {
    at: 'permission',
    title: say.actsTitle,
    form: defineForm({
      actsName: short(say, say.enterActsName),
      relation: short(say, say.enterActsRelation),
      ground: choiceField(
        representativeGrounds.map(({ code }) => code),
        say.selectGround,
      ),
      permission: textField({
        missing: say.enterPermission,
        longest: 500,
        tooLong: say.tooLong,
      }),
    }),
    view: (entry) => <ActsForm entry={entry} say={say} />,
    answer: (typed) =>
      [
        firstTyped(typed, 'actsName'),
        firstTyped(typed, 'relation'),
        say.grounds[firstTyped(typed, 'ground') as 'asked'] ?? '',
        firstTyped(typed, 'permission'),
      ].join('. '),
    asked: (typed) => firstTyped(typed, 'whose') === 'other',
  },
  {
    at: 'reach',
    title: say.reach,
    form: defineForm({ name: optional(short(say, '')), contact: optional(short(say, '', 500)) }),
    view: (entry) => (
      <>
        <h1 className="nhsuk-heading-l">{say.reach}</h1>
        <p>{say.reachHint}</p>
        <TextInput name="name" label={say.yourName} entry={entry} />
        <Textarea name="contact" label={say.contact} entry={entry} rows={3} />
      </>
    ),
    answer: (typed) =>
      [firstTyped(typed, 'name'), firstTyped(typed, 'contact')].filter(Boolean).join('. '),
  },
]

function rightQuestion(language: Language): Question {
  const say = rightsWords.in(language)
  return {
    at: 'right',
    title: say.used,
    form: defineForm({
      right: optional(
        choiceField(
          everyRight.map(({ id }) => id),
          '',
        ),
      ),
    }),
    view: (entry) => <RightForm entry={entry} say={say} />,
    answer: (typed) => rightNamed(firstTyped(typed, 'right'))?.says ?? null,
    asked: (typed) => firstTyped(typed, 'right') !== '',
  }
}

/** A year is how long somebody may wait; after that there has to be a reason. */
const whenHint = (say: Say, { now, language }: PageRequest): string =>
  say.whenHint(formatDay(addMonths(dayIn(LONDON, now), -12), language))

type RightProps = {
  readonly entry: FormEntry
  readonly say: ReturnType<typeof rightsWords.in>
}

function RightForm({ entry, say }: RightProps) {
  const right = rightNamed(typedAt(entry.typed, 'right')[0] ?? '')
  const choices = [
    ...(right === undefined ? [] : [{ value: right.id, text: right.says }]),
    { value: '', text: say.notThis },
  ]
  return <Radios name="right" label={say.used} asHeading entry={entry} choices={choices} />
}

function ActsForm({ entry, say }: { readonly entry: FormEntry; readonly say: Say }) {
  return (
    <>
      <h1 className="nhsuk-heading-l">{say.actsTitle}</h1>
      <TextInput name="actsName" label={say.actsName} entry={entry} />
      <TextInput
        name="relation"
        label={say.actsRelation}
        hint={say.actsRelationHint}
        entry={entry}
      />
      <Radios
        name="ground"
        label={say.ground}
        entry={entry}
        choices={representativeGrounds.map(({ code }) => ({
          value: code,
          text: say.grounds[code],
        }))}
      />
      <Textarea
        name="permission"
        label={say.permission}
        hint={say.permissionHint}
        entry={entry}
        rows={3}
      />
    </>
  )
}

export function complainRoutes(log: Log): readonly Route[] {
  const where = { log, at: '/complain', journey: 'complain' }
  const journey: Journey = {
    at: where.at,
    name: where.journey,
    access: 'anyone',
    says: 'Make a formal complaint',
    questions: inLanguages((language) => {
      const say = complaintWords.in(language)
      return [...whatQuestions(say, language), ...whoseQuestions(say, language)]
    }),
    drafts: draftStore(log.db, log.clock),
    from: '/have-a-say',
    here: '/have-a-say',
    welsh: complaintWords.welsh === 'whole' ? 'whole' : 'part',
    beforeSending: () => <UrgentHelp />,
    below: () => <StopHere journey="complain" />,
    send: (typed, request) => send(log, typed, request),
  }
  const own = journeyRoutes(journey).filter(({ path }) => path !== `${where.at}/where`)
  return [...own, ...placeRoutes(where)]
}

async function send(
  log: Log,
  typed: FormValues,
  request: PageRequest,
): Promise<Result<{ readonly to: string }>> {
  const { visitor } = request
  const person = visitor.kind === 'person' ? visitor.person : null
  const places = chosenIn(typed).map(({ id }) => id)
  const [body] = await organisationsOf(log, places)
  if (body === undefined) return refuse(refusals.complaintBodyMissing, {}, 'places')
  const other = firstTyped(typed, 'whose') === 'other'
  const named = firstTyped(typed, 'name') || (visitor.kind === 'person' ? visitor.name : '')
  const made = await complain(
    log,
    { by: person, browser: request.draftOwner, key: request.formKey },
    {
      says: firstTyped(typed, 'happened'),
      wants: firstTyped(typed, 'wants'),
      how: 'written',
      receivedAt: request.now,
      nation: firstTyped(typed, 'nation'),
      body,
      complainant: other ? null : (person as Id | null),
      places,
      happenedOn: dayOfIt(typed),
      representative: other
        ? {
            name: named,
            relation: firstTyped(typed, 'relation'),
            ground: firstTyped(typed, 'ground'),
            permission: firstTyped(typed, 'permission'),
            by: person,
          }
        : null,
      right: firstTyped(typed, 'right') || null,
      name: other ? firstTyped(typed, 'actsName') : named,
      contact: firstTyped(typed, 'contact'),
      writtenBy: null,
    },
  )
  return made.ok ? ok({ to: `/complaints/${made.value}/made` }) : made
}
