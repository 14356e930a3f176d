// Asking somebody to get in touch, and telling people that a form waits: through messages.
import {
  type Day,
  dayIn,
  type Id,
  LONDON,
  ok,
  type PersonId,
  type Result,
  refuse,
} from '../../../basics/index.ts'
import { loadPerson, namesOf, otherOf, tiesOn } from '../../../identity/index.ts'
import { act, type Log } from '../../../log/index.ts'
import { tell } from '../../../messages/index.ts'
import { idNamed } from '../../../plumbing/index.ts'
import { noteReminded } from '../../domain/outcomes/decide.ts'
import { outcomesStream } from '../../domain/outcomes/outcomes.ts'
import { refusals } from '../../domain/outcomes/refusals.ts'
import { AT_A_TIME, type DueForm, listDue } from '../../store/outcome-worklists.ts'
import { formWaitsWords, getInTouchWords } from '../../words/outcomes-messages.ts'
import type { Me } from './keep-outcomes.ts'

export type Reachable = { readonly person: PersonId; readonly name: string }

/** The people linked to somebody today, by name: whom they could ask to get in touch. */
export async function whoCanBeTold(log: Log, person: PersonId): Promise<readonly Reachable[]> {
  const today = dayIn(LONDON, log.clock.now())
  const { state } = await loadPerson(log, log.db, person)
  const ties = tiesOn(state, today)
  const others = [...new Set(ties.map((tie) => otherOf(tie, person)))]
  const names = await namesOf(log.db, others)
  return others.map((other) => ({ person: other, name: names.get(other) ?? '' }))
}

/**
 * Asks somebody linked to a person to get in touch with them. Gives their name.
 * Refuses `outcome-nobody-there`, and as `tell` of messages.
 */
export async function askToGetInTouch(
  log: Log,
  me: Me,
  whom: string,
  key: string | null,
): Promise<Result<string>> {
  const found = (await whoCanBeTold(log, me.person)).find(({ person }) => person === whom)
  if (found === undefined) return refuse(refusals.nobodyThere, {}, 'whom')
  const message = idNamed(found.person, `get in touch ${me.person} ${key ?? log.chance.id()}`)
  const renderings = getInTouchWords(me.name)
  const told = await tell(log, found.person, message, { from: me.name, renderings, leadsTo: null })
  return told.ok ? ok(found.name) : told
}

/** Tells everybody for whom a form is due: what the clock does, once for each due day. */
export async function remindOfForms(log: Log): Promise<void> {
  const today = dayIn(LONDON, log.clock.now())
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const due = await listDue(log.db, today)
    for (const one of due) await remind(log, one)
    if (due.length < AT_A_TIME) return
  }
}

// Of so many at a time: a list that does not get shorter ends all the same.
const MOST_ROUNDS = 200

async function remind(log: Log, { owner, stream, form, due }: DueForm): Promise<void> {
  const message = idNamed(stream, `form due ${form} ${due}`)
  const draft = { from: 'Coproduce', renderings: formWaitsWords(), leadsTo: '/outcomes' }
  // A form that the person cannot use is noted by messages, and stays on their page all the same.
  await tell(log, owner as Id, message, draft)
  await act(log, {
    actor: { by: null, onBehalfOf: null },
    type: outcomesStream,
    owner,
    stream,
    decide: noteReminded(form, due as Day),
  })
}
