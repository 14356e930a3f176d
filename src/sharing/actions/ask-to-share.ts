// Asking somebody to share: made by who works somewhere, brought to the person, answered by them.
import {
  addMilliseconds,
  dayIn,
  type Id,
  LONDON,
  ok,
  type PersonId,
  type Result,
} from '../../basics/index.ts'
import { loadPerson, namesOf, organisationNames, roleName } from '../../identity/index.ts'
import { act, actIn, actTogether, type Log, load, valueOrRefused } from '../../log/index.ts'
import { tell } from '../../messages/index.ts'
import { idNamed } from '../../plumbing/index.ts'
import * as asks from '../domain/asks.ts'
import * as decisions from '../domain/decisions.ts'
import { everything } from '../domain/grant.ts'
import { purposeNamed } from '../domain/purposes.ts'
import { sharingStream } from '../domain/sharing.ts'
import { lastDayOf } from '../domain/spans.ts'
import { countAsks } from '../store/asks.ts'
import { askWords } from '../words/ask-message.ts'
import { sharingPlace } from './look.ts'

const place = (person: PersonId) =>
  ({ owner: person, stream: idNamed(person, 'share-asks') }) as const

/**
 * Asks whoever has this number and birthday. The same happens, with as many questions to the
 * database, where there is nobody: `person` is null, and the ask is brought to no one.
 * Refuses: `ask-too-often`, `ask-why-missing`, `purpose-not-listed`.
 */
export async function askToShare(
  log: Log,
  asking: asks.Asking,
  person: PersonId | null,
  key: string | null,
): Promise<Result<null>> {
  const since = addMilliseconds(log.clock.now(), -86_400_000)
  const today = await countAsks(log.db, asking.by, since)
  // A form that is sent again is one ask.
  const ask = key === null ? log.chance.id() : idNamed(asking.by, `ask ${key}`)
  return act(log, {
    actor: { by: asking.by, onBehalfOf: null },
    type: asks.askMadeStream,
    owner: ask,
    stream: ask,
    key,
    decide: asks.makeAsk(asking, person, today),
  })
}

/** Brings an ask to the person and tells them; follows `share-ask-made` as a job. */
export async function bringAsk(log: Log, at: { readonly owner: Id; readonly stream: Id }) {
  const { state } = await load(log, log.db, asks.askMadeStream, at)
  if (state === null || state.person === null) return
  const { person, ...asked } = state
  const done = await act(log, {
    actor: { by: asked.by, onBehalfOf: null },
    type: asks.asksStream,
    ...place(person),
    decide: asks.deliverAsk({ ask: at.stream, ...asked }),
  })
  if (!done.ok) throw new Error(done.refusal.code)
  const names = await namesOf(log.db, [asked.by])
  const organisations = await organisationNames(log.db, [asked.organisation])
  const told = {
    who: names.get(asked.by) ?? '',
    role: roleName(asked.role),
    organisation: organisations.get(asked.organisation) ?? '',
    purpose: purposeNamed(asked.purpose)?.says ?? '',
  }
  const open = (await loadAsks(log, person)).some((one) => one.ask === at.stream)
  if (!open) return
  const sent = await tell(log, person, idNamed(at.stream, 'told'), {
    from: 'Coproduce',
    renderings: askWords(told),
    leadsTo: `/share/asks/${at.stream}`,
  })
  if (!sent.ok) throw new Error(sent.refusal.code)
}

/** What a person was asked, the newest last. */
export const loadAsks = async (log: Log, person: PersonId): Promise<readonly asks.Ask[]> =>
  (await load(log, log.db, asks.asksStream, place(person))).state

/**
 * Answers. A yes shares what is not marked as private, for that purpose alone and as long as was
 * asked. A yes of either kind turns the purpose on.
 * Refuses: `ask-unknown`, `ask-answered-before`, and as `giveGrant`.
 */
export async function answerAsk(
  log: Log,
  person: PersonId,
  {
    ask,
    answer,
    labels,
  }: {
    readonly ask: Id
    readonly answer: asks.AskAnswer
    /** The labels of what is marked as private. */
    readonly labels: readonly string[]
  },
): Promise<Result<null>> {
  const actor = { by: person, onBehalfOf: null }
  const grant = answer === 'yes' ? idNamed(ask, 'grant') : null
  const decide = asks.answerAsk(ask, answer, grant)
  const done = await actTogether(log, async (tx) => {
    const on = { actor, type: asks.asksStream, ...place(person) }
    const found = valueOrRefused(await actIn(log, tx, { ...on, decide }))
    if (answer === 'no') return
    const shares = { actor, type: sharingStream, ...sharingPlace(person) }
    const wanted = new Map([[found.purpose, true]])
    valueOrRefused(await actIn(log, tx, { ...shares, decide: decisions.switchPurposes(wanted) }))
    if (grant === null) return
    const giving: decisions.Giving = {
      id: grant,
      effect: 'permit',
      to: { person: null, organisation: found.organisation, role: found.role },
      what: { ...everything, without: [...labels] },
      acts: ['read'],
      purposes: [found.purpose],
      until: lastDayOf(found.span, dayIn(LONDON, log.clock.now())),
    }
    const give = decisions.giveGrant(person, person, giving)
    valueOrRefused(await actIn(log, tx, { ...shares, decide: give }))
  })
  return done.ok ? ok(null) : done
}

/** Whose number it is, only where the birthday is theirs too; else null, after as many steps. */
export async function findExactly(
  log: Log,
  found: PersonId | null,
  born: string,
): Promise<PersonId | null> {
  const { state } = await loadPerson(log, log.db, found ?? (log.chance.id() as PersonId))
  return found !== null && state.birthDate === born ? found : null
}
