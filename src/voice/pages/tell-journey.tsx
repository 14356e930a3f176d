// Telling a story: one plain question a page, a draft between them, checked, then sent.
import { ok, type Result } from '../../basics/index.ts'
import { draftStore } from '../../identity/index.ts'
import type { Log } from '../../log/index.ts'
import {
  choiceField,
  defineForm,
  type FormEntry,
  type FormValues,
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
import { tell } from '../actions/tell-story.ts'
import { storyKindCodes } from '../domain/story-kinds.ts'
import { openHere } from '../store/ways-back.ts'
import { photoWords, tellWords } from '../words/words.ts'
import { firstTyped, textQuestion, whereQuestion } from './journey-questions.tsx'
import { StopHere } from './later-routes.tsx'
import { photosField, photosIn } from './photo-choice.ts'
import { chosenIn, placeRoutes } from './tell-places.tsx'

const say = tellWords.in('en')
const short = { longest: 120, tooLong: say.tooLongShort }

const kinds = storyKindCodes
const ways = ['web', 'on-behalf', 'tablet', 'paper'] as const

const spokenFor = (typed: FormValues) => ['on-behalf', 'paper'].includes(firstTyped(typed, 'way'))
const isStory = (typed: FormValues) => firstTyped(typed, 'about') !== 'complaint'

const kindQuestion: Question = {
  at: 'kind',
  title: say.choose,
  form: defineForm({ about: choiceField(kinds, say.selectKind) }),
  view: (entry) => <KindChoice entry={entry} />,
  answer: (typed) => say.kinds[firstTyped(typed, 'about') as 'praise'] ?? null,
}

/** The kinds of telling to choose from; on a page with a heading of its own, below it. */
export function KindChoice(props: { readonly entry: FormEntry; readonly level?: 2 }) {
  const { entry } = props
  return (
    <Radios
      name="about"
      label={say.choose}
      asHeading={props.level === undefined}
      entry={entry}
      choices={kinds.map((value) => ({
        value,
        text: say.kinds[value],
        hint: say.kindHints[value],
      }))}
    />
  )
}

const whoQuestion: Question = {
  at: 'who',
  title: say.who,
  form: defineForm({ way: choiceField(ways, say.selectWho) }),
  view: (entry) => (
    <Radios
      name="way"
      label={say.who}
      asHeading
      entry={entry}
      choices={ways
        .filter((value) => value !== 'tablet' || typedAt(entry.typed, 'way')[0] === 'tablet')
        .map((value) => ({ value, text: say.ways[value] }))}
    />
  ),
  answer: (typed) => say.ways[firstTyped(typed, 'way') as 'web'] ?? null,
}

const permissionQuestion: Question = {
  at: 'permission',
  title: say.behalfTitle,
  form: defineForm({
    relation: textField({ missing: say.enterRelation, ...short }),
    permission: textField({ missing: say.enterPermission, longest: 500, tooLong: say.tooLong }),
  }),
  view: (entry) => (
    <>
      <h1 className="nhsuk-heading-l">{say.behalfTitle}</h1>
      <TextInput name="relation" label={say.relation} entry={entry} />
      <Textarea
        name="permission"
        label={say.permission}
        hint={say.permissionHint}
        entry={entry}
        rows={3}
      />
    </>
  ),
  answer: (typed) => [firstTyped(typed, 'relation'), firstTyped(typed, 'permission')].join('. '),
  asked: spokenFor,
}

const publicQuestion: Question = {
  at: 'public',
  title: say.mayBePublic,
  form: defineForm({ public: choiceField(['yes', 'no'], say.selectPublic) }),
  view: (entry) => (
    <Radios
      name="public"
      label={say.mayBePublic}
      hint={say.mayBePublicHint}
      asHeading
      entry={entry}
      choices={[
        { value: 'yes', text: say.yesPublic },
        { value: 'no', text: say.noPublic },
      ]}
    />
  ),
  answer: (typed) => {
    const chosen = firstTyped(typed, 'public')
    if (chosen === '') return null
    return chosen === 'yes' ? say.yesPublic : say.noPublic
  },
  asked: isStory,
}

const titleQuestion: Question = {
  at: 'title',
  title: say.storyTitle,
  form: defineForm({ title: optional(textField({ missing: '', ...short })) }),
  view: (entry) => (
    <TextInput name="title" label={say.storyTitle} hint={say.titleHint} asHeading entry={entry} />
  ),
  answer: (typed) => firstTyped(typed, 'title') || null,
  asked: isStory,
}

/** A page of its own stands in for it. */
const photosQuestion: Question = {
  at: 'photos',
  title: photoWords.in('en').title,
  form: defineForm({ photos: photosField }),
  view: () => null,
  answer: (typed) =>
    photosIn(typed)
      .map(({ says }) => says)
      .join(', ') || photoWords.in('en').none,
  asked: isStory,
}

const mayBeEmpty = { hint: say.leaveEmpty, missing: null, tooLong: say.tooLong }

const questions: readonly Question[] = [
  kindQuestion,
  whereQuestion(say.where),
  textQuestion('happened', {
    title: say.happened,
    hint: say.happenedHint,
    missing: say.enterHappened,
    tooLong: say.tooLong,
    urgent: true,
  }),
  { ...textQuestion('good', { title: say.good, ...mayBeEmpty }), asked: isStory },
  { ...textQuestion('better', { title: say.better, ...mayBeEmpty }), asked: isStory },
  photosQuestion,
  titleQuestion,
  whoQuestion,
  permissionQuestion,
  publicQuestion,
]

type Sent = Result<{ readonly to: string }>

export const journeyAt = '/tell'

/** The addresses of telling; the page that finds a service stands in for the journey's own. */
export function tellRoutes(log: Log): readonly Route[] {
  const where = { log, at: journeyAt, journey: 'tell' }
  const journey: Journey = {
    at: journeyAt,
    name: where.journey,
    access: 'anyone',
    says: 'Tell what happened',
    questions,
    drafts: draftStore(log.db, log.clock),
    from: '/have-a-say',
    here: '/have-a-say',
    beforeSending: () => <UrgentHelp />,
    below: () => <StopHere journey="tell" />,
    send: (typed, request) => send(log, typed, request),
  }
  const own = journeyRoutes(journey).filter(
    ({ path }) => path !== `${journeyAt}/where` && path !== `${journeyAt}/photos`,
  )
  return [...own, ...placeRoutes(where)]
}

async function send(log: Log, typed: FormValues, request: PageRequest): Promise<Sent> {
  const person = request.visitor.kind === 'person' ? request.visitor.person : null
  const way = firstTyped(typed, 'way') as (typeof ways)[number]
  const told = await tell(log, {
    teller: { person, browser: request.draftOwner },
    key: request.formKey,
    about: firstTyped(typed, 'about'),
    words: {
      title: firstTyped(typed, 'title'),
      happened: firstTyped(typed, 'happened'),
      good: firstTyped(typed, 'good'),
      better: firstTyped(typed, 'better'),
    },
    places: chosenIn(typed).map(({ id }) => id),
    photos: photosIn(typed),
    mayBePublic: firstTyped(typed, 'public') === 'yes',
    way,
    forSomebody: spokenFor(typed)
      ? {
          relation: firstTyped(typed, 'relation'),
          permission: firstTyped(typed, 'permission'),
          helper: person,
        }
      : null,
  })
  if (!told.ok) return told
  await openHere(log.db, told.value, request.draftOwner, request.now)
  return ok({ to: `/told/${told.value.stream}` })
}
