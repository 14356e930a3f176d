// The rows made from outcomes: what can be shared, what is due, and pairs of totals to count.
import { type Day, dayIn, type Id, LONDON } from '../../basics/index.ts'
import { type FactOf, projection } from '../../log/index.ts'
import type { Tx } from '../../plumbing/index.ts'
import { type OutcomeKind, outcomeKinds } from '../domain/outcomes/facts.ts'
import {
  dueAfter,
  latestOf,
  meaningOf,
  type Outcome,
  type Rhythm,
} from '../domain/outcomes/outcomes.ts'
import { SAFETY_FIRST } from '../domain/outcomes/safety.ts'

export const outcomeRows = projection({
  name: 'care.outcome-rows',
  tables: ['care.items', 'care.forms_due', 'care.paired'],
  kinds: outcomeKinds,
  async apply(tx, facts) {
    for (const fact of facts) await applyOne(tx, fact)
  },
})

type Made<K extends OutcomeKind['kind']> = Extract<FactOf<OutcomeKind>, { kind: K }>
type At = { readonly owner: Id; readonly stream: Id }

async function applyOne(tx: Tx, fact: FactOf<OutcomeKind>): Promise<void> {
  switch (fact.kind) {
    case 'answers-kept':
      return keep(tx, fact)
    case 'outcome-named':
      return name(tx, fact)
    case 'outcome-scored':
      return changeOutcome(tx, fact, fact.body.outcome, ({ reached, ...one }) => {
        const { level, on, note } = fact.body
        return { ...one, reached: [...reached, { level, on, note }] }
      })
    case 'outcome-closed':
      return changeOutcome(tx, fact, fact.body.outcome, (one) => ({ ...one, closed: true }))
    case 'form-scheduled':
      return schedule(tx, fact)
    case 'form-schedule-ended':
      return unschedule(tx, fact)
    case 'form-reminded':
      return remind(tx, fact)
    case 'counting-agreed':
      return count(tx, fact)
  }
}

type Item = {
  readonly item: string
  readonly kind: 'form-answers' | 'own-outcome'
  readonly labels: readonly string[]
  readonly day: Day
  readonly title: string
  readonly says: string
  readonly author: string
  readonly body: string
}

const put = async (tx: Tx, { owner, stream }: At, item: Item): Promise<void> => {
  await tx.text(
    `insert into care.items (owner, stream, item, kind, labels, day, title, says, author, under,
       place, body)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, null, (select 1 + coalesce(max(place), 0)
       from care.items where owner = $1 and stream = $2), $10)
     on conflict (owner, stream, item) do update set day = excluded.day, says = excluded.says,
       body = excluded.body`,
    [
      ...[owner, stream, item.item, item.kind, item.labels, item.day, item.title, item.says],
      ...[item.author, item.body],
    ],
    'put-outcome-item',
  )
}

async function keep(tx: Tx, fact: Made<'answers-kept'>): Promise<void> {
  const { body } = fact
  const apart = body.apart.map(({ says, value, band }) => `${says} ${value} (${band})`)
  const total = body.total === null ? [] : [`${body.total}${body.band ? `: ${body.band}` : ''}`]
  await put(tx, fact, {
    item: body.filled,
    kind: 'form-answers',
    labels: body.labels,
    day: body.on,
    title: body.title,
    // Who is in danger comes before any number, also on a list.
    says: [...(body.safety ? [SAFETY_FIRST] : []), ...total, ...apart].join('\n'),
    author: body.shownAs,
    body: JSON.stringify({ ...body, at: fact.at }),
  })
  await moveDue(tx, fact, body.form, body.on)
  if (body.total !== null) await pair(tx, fact)
}

async function name(tx: Tx, fact: Made<'outcome-named'>): Promise<void> {
  const { outcome, ...body } = fact.body
  const one: Outcome = {
    ...body,
    id: outcome as Id,
    namedAt: fact.at,
    reached: [],
    closed: false,
  }
  await put(tx, fact, itemOf(one, dayIn(LONDON, fact.at)))
}

function itemOf(one: Outcome, named: Day): Item {
  const latest = latestOf(one)
  return {
    item: one.id,
    kind: 'own-outcome',
    labels: one.labels,
    day: latest?.on ?? named,
    title: one.says,
    says: latest === null ? '' : meaningOf(one, latest.level),
    author: one.shownAs,
    body: JSON.stringify(one),
  }
}

async function changeOutcome(
  tx: Tx,
  { owner, stream, at }: At & { readonly at: Made<'outcome-named'>['at'] },
  outcome: string,
  how: (one: Outcome) => Outcome,
): Promise<void> {
  const [row] = await tx.text<{ body: string }>(
    // Held while it is worked out anew.
    `update care.items set body = body where owner = $1 and stream = $2 and item = $3
     returning body`,
    [owner, stream, outcome],
    'hold-outcome-item',
  )
  if (row === undefined) return
  const changed = how(JSON.parse(row.body) as Outcome)
  await put(tx, { owner, stream }, itemOf(changed, dayIn(LONDON, at)))
}

async function schedule(tx: Tx, fact: Made<'form-scheduled'>): Promise<void> {
  await unschedule(tx, fact)
  const { owner, stream, body } = fact
  await tx.text(
    `insert into care.forms_due (owner, stream, form, due, every_weeks, until)
     values ($1, $2, $3, $4, $5, $6)`,
    [owner, stream, body.form, body.from, body.everyWeeks, body.until],
    'schedule-form',
  )
}

async function unschedule(
  tx: Tx,
  { owner, stream, body }: At & { readonly body: { readonly form: string } },
): Promise<void> {
  await tx.text('delete from care.forms_due where owner = $1 and stream = $2 and form = $3', [
    owner,
    stream,
    body.form,
  ])
}

const remind = (tx: Tx, fact: Made<'form-reminded'>): Promise<void> =>
  moveDue(tx, fact, fact.body.form, dayIn(LONDON, fact.at))

async function moveDue(tx: Tx, at: At, form: string, answered: Day): Promise<void> {
  const key = [at.owner, at.stream, form]
  const [row] = await tx.text<Rhythm>(
    `select due, every_weeks as "everyWeeks", until from care.forms_due
     where owner = $1 and stream = $2 and form = $3`,
    key,
    'read-form-due',
  )
  if (row === undefined) return
  const due = dueAfter(row, answered)
  if (due === null) await unschedule(tx, { ...at, body: { form } })
  else {
    await tx.text(
      'update care.forms_due set due = $4 where owner = $1 and stream = $2 and form = $3',
      [...key, due],
      'move-form-due',
    )
  }
}

/** The first total stays the first by day, and the last the last. */
async function pair(tx: Tx, { owner, stream, body }: Made<'answers-kept'>): Promise<void> {
  await tx.text(
    `insert into care.paired (owner, stream, form, first_day, first_total, last_day, last_total,
       answered, counted)
     values ($1, $2, $3, $4, $5, $4, $5, 1, false)
     on conflict (owner, stream, form) do update set
       answered = paired.answered + 1,
       first_total = case when paired.first_day is null or $4::date < paired.first_day
         then $5::numeric else paired.first_total end,
       first_day = least(paired.first_day, $4::date),
       last_total = case when paired.last_day is null or $4::date >= paired.last_day
         then $5::numeric else paired.last_total end,
       last_day = greatest(paired.last_day, $4::date)`,
    [owner, stream, body.form, body.on, body.total],
    'pair-totals',
  )
}

async function count(tx: Tx, { owner, stream, body }: Made<'counting-agreed'>): Promise<void> {
  await tx.text(
    `insert into care.paired (owner, stream, form, answered, counted) values ($1, $2, $3, 0, $4)
     on conflict (owner, stream, form) do update set counted = excluded.counted`,
    [owner, stream, body.form, body.agreed],
    'agree-to-counting',
  )
}
