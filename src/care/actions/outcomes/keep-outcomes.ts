// What a person does about how they are doing: answers, names, scores, closes, schedules.
import {
  dayIn,
  type Id,
  LONDON,
  ok,
  type PersonId,
  type Result,
  refuse,
} from '../../../basics/index.ts'
import {
  type Answers,
  checkAnswers,
  type Filling,
  type Form,
  fillIn,
} from '../../../forms/index.ts'
import { type Act, act, actIn, type Log, load } from '../../../log/index.ts'
import { idNamed, type Querier } from '../../../plumbing/index.ts'
import {
  agreeToCounting,
  closeOutcome,
  endSchedule,
  keepAnswers,
  type Naming,
  nameOutcome,
  type Scheduling,
  type Scoring,
  scheduleForm,
  scoreOutcome,
} from '../../domain/outcomes/decide.ts'
import type { OutcomeKind } from '../../domain/outcomes/facts.ts'
import { type Idea, ideaStream, publishIdea, withdrawIdea } from '../../domain/outcomes/idea.ts'
import { type Outcomes, outcomesStream } from '../../domain/outcomes/outcomes.ts'
import { refusals } from '../../domain/outcomes/refusals.ts'
import { keptOf } from './kept-of.ts'

/** Who speaks: people are themselves here, whatever role they act in elsewhere. */
export type Me = { readonly person: PersonId; readonly name: string }

/** Where a person's outcomes lie: one stream each. */
export const outcomesAt = (person: PersonId) =>
  ({ owner: person, stream: idNamed(person, 'outcomes') }) as const

export const loadOutcomes = async (
  log: Pick<Log, 'kinds' | 'db'>,
  person: PersonId,
  db: Querier = log.db,
): Promise<Outcomes> => (await load(log, db, outcomesStream, outcomesAt(person))).state

const actorOf = ({ person }: Me) => ({ by: person, onBehalfOf: null })

const decideOn = (
  log: Log,
  me: Me,
  decide: Act<Outcomes, OutcomeKind, null>['decide'],
  key: string | null,
): Promise<Result<null>> =>
  act(log, {
    actor: actorOf(me),
    type: outcomesStream,
    ...outcomesAt(me.person),
    key,
    decide,
  })

export type Answering = Pick<Filling, 'language' | 'mode' | 'helped' | 'on'> & {
  readonly answers: Answers
}

/**
 * Keeps a person's answers to a form, with what they add up to, in one transaction. Gives the id
 * of the filled form. Refuses as `fillIn` of forms, and `outcome-day`.
 */
export async function answerOwnForm(
  log: Log,
  me: Me,
  form: Form,
  answering: Answering,
  key: string | null,
): Promise<Result<Id>> {
  const { person, name } = me
  const checked = checkAnswers(form, answering.answers)
  if (!checked.ok) return checked
  const filled = key === null ? log.chance.id() : idNamed(person, `answers ${key}`)
  const answers = checked.value
  return keepFilled(log, { person, by: person, shownAs: name }, form, {
    ...answering,
    answers,
    filled,
  })
}

/** Whose answers, who typed them in, and under which name that stands. */
export type Keeper = { readonly person: PersonId; readonly by: PersonId; readonly shownAs: string }

/** Keeps checked answers with what they add up to. Refuses as `fillIn`, and `outcome-day`. */
export async function keepFilled(
  log: Log,
  { person, by, shownAs }: Keeper,
  form: Form,
  answering: Answering & { readonly filled: Id },
): Promise<Result<Id>> {
  const { on, mode, answers, filled } = answering
  if (on > dayIn(LONDON, log.clock.now())) return refuse(refusals.dayAhead, {}, 'filled')
  const kept = keptOf(form, { filled, on, mode, answers, shownAs })
  const actor = { by, onBehalfOf: null }
  const done = await fillIn(log, {
    ...answering,
    actor,
    owner: person,
    stream: filled,
    form: form.code,
    version: form.version,
    about: null,
    also: async (tx) => {
      const at = { type: outcomesStream, ...outcomesAt(person) }
      await actIn(log, tx, { actor, ...at, decide: keepAnswers(kept) })
    },
  })
  return done.ok ? ok(filled) : done
}

/** Gives the id of the outcome. Refuses as the decision `nameOutcome`. */
export async function nameOwnOutcome(
  log: Log,
  me: Me,
  naming: Omit<Naming, 'outcome' | 'shownAs'>,
  key: string | null,
): Promise<Result<Id>> {
  const outcome = key === null ? log.chance.id() : idNamed(me.person, `outcome ${key}`)
  const decide = nameOutcome({ ...naming, outcome, shownAs: me.name })
  const done = await decideOn(log, me, decide, key)
  return done.ok ? ok(outcome) : done
}

/** Refuses as the decision `scoreOutcome`. */
export const scoreOwnOutcome = (log: Log, me: Me, scoring: Scoring, key: string | null) =>
  decideOn(log, me, scoreOutcome(scoring, dayIn(LONDON, log.clock.now())), key)

/** Refuses as the decision `closeOutcome`. */
export const closeOwnOutcome = (log: Log, me: Me, outcome: Id, key: string | null) =>
  decideOn(log, me, closeOutcome(outcome), key)

export const scheduleOwnForm = (log: Log, me: Me, scheduling: Scheduling, key: string | null) =>
  decideOn(log, me, scheduleForm(scheduling), key)

export const endOwnSchedule = (log: Log, me: Me, form: string, key: string | null) =>
  decideOn(log, me, endSchedule(form), key)

export const agreeToOwnCounting = (
  log: Log,
  me: Me,
  form: string,
  agreed: boolean,
  key: string | null,
) => decideOn(log, me, agreeToCounting(form, agreed), key)

const ideaAt = (idea: Id) => ({ owner: idea, stream: idea, type: ideaStream }) as const

/** The idea that an outcome becomes when its words are published: one for each outcome. */
const ideaOf = (outcome: Id): Id => idNamed(outcome, 'idea')

export const loadIdea = async (log: Pick<Log, 'kinds' | 'db'>, idea: Id): Promise<Idea> =>
  (await load(log, log.db, ideaStream, ideaAt(idea))).state

/**
 * Publishes the words of an outcome of one's own, and nothing else of it. Gives the idea.
 * Refuses `outcome-unknown`.
 */
export async function publishOwnIdea(
  log: Log,
  me: Me,
  outcome: Id,
  signed: boolean,
  key: string | null,
): Promise<Result<Id>> {
  const { outcomes } = await loadOutcomes(log, me.person)
  const found = outcomes.find(({ id }) => id === outcome)
  if (found === undefined) return refuse(refusals.unknown)
  const idea = ideaOf(outcome)
  const decide = publishIdea(found, signed ? me.name : null)
  const done = await act(log, { ...ideaAt(idea), actor: actorOf(me), key, decide })
  return done.ok ? ok(idea) : done
}

/** Refuses as the decision `withdrawIdea`. */
export const withdrawOwnIdea = (
  log: Log,
  me: Me,
  idea: Id,
  key: string | null,
): Promise<Result<null>> =>
  act(log, { ...ideaAt(idea), actor: actorOf(me), key, decide: withdrawIdea(me.person) })
