// The Friends and Family Test: somebody replies, and once a month the figures leave by the gate.
import {
  addMilliseconds,
  type Day,
  dayIn,
  type Id,
  LONDON,
  ok,
  type Result,
  refuse,
} from '../../basics/index.ts'
import {
  type Answers,
  type Filling,
  type Form,
  fillIn,
  formOn,
  type Helped,
} from '../../forms/index.ts'
import { loadMeasure, measureId, type ReleasedTable, releaseTable } from '../../gate/index.ts'
import { actTogether, type Log, Refused } from '../../log/index.ts'
import { isOpenOn, loadPlace, placeNameOn, providersOf } from '../../places/index.ts'
import { idNamed, sha256 } from '../../plumbing/index.ts'
import type { Visitor } from '../../web/index.ts'
import { repliesADay } from '../domain/dated-rules.ts'
import { refusals } from '../domain/refusals.ts'
import {
  countedReplies,
  lastDayOf,
  type Month,
  monthBefore,
  monthTable,
} from '../domain/reply-figures.ts'
import { countReplies, servicesReplied } from '../store/replies.ts'
import { noteTold } from '../store/ways-back.ts'

export type TestedService = {
  readonly id: Id
  readonly name: string
  /** The organisations that provide it today. */
  readonly providers: readonly Id[]
  /** Whether it is asked about: what people said of a closed one can still be read. */
  readonly isOpen: boolean
}

/** A service, open or closed; null for what is none. */
export async function testedService(log: Log, id: Id, today: Day): Promise<TestedService | null> {
  const place = await loadPlace(log, id)
  if (place.kind !== 'service') return null
  const providers = await providersOf(log, place, today)
  return { id, name: placeNameOn(place, today), providers, isOpen: isOpenOn(place, today) }
}

/** Whether a visitor acts for an organisation that provides the service. */
export const isItsStaff = (visitor: Visitor, { providers }: TestedService): boolean =>
  visitor.kind === 'person' &&
  visitor.acting?.organisationId != null &&
  providers.includes(visitor.acting.organisationId)

/** The words of the test that are asked on a day. */
export const testOn = (day: Day): Form | null => formOn('friends-and-family', day)

export type Reply = {
  readonly service: Id
  readonly answers: Answers
  readonly language: Filling['language']
  readonly mode: string
  readonly helped: Helped
  readonly on: Day
  /** Who typed it in from paper or the telephone; null where the person did it themselves. */
  readonly typedBy: Id | null
  /** The browser it came from, against floods; null where the service typed it in. */
  readonly browser: string | null
  /** The key of the form, which makes one reply of two posts. */
  readonly key: string | null
}

/**
 * Keeps a reply. Nobody’s name goes with it: it belongs to itself.
 * Refuses `reply-not-asked-then`, `reply-too-often`, and as `fillIn` of forms.
 */
export async function replyToService(log: Log, reply: Reply): Promise<Result<Id>> {
  const { service, typedBy, on, key, browser, ...filling } = reply
  const today = dayIn(LONDON, log.clock.now())
  const form = testOn(on)
  if (form === null || on > today) return refuse(refusals.replyNotAskedThen, {}, 'on')
  const id = key === null ? log.chance.id() : idNamed(service, `reply ${key}`)
  const noted = browser === null ? ok(null) : await keepFloodsAway(log, browser, service, id)
  if (!noted.ok) return noted
  const done = await fillIn(log, {
    ...filling,
    actor: { by: typedBy, onBehalfOf: null },
    owner: id,
    stream: id,
    form: form.code,
    version: form.version,
    about: service,
    on,
  })
  return done.ok ? ok(id) : done
}

/**
 * Counts what one browser answers about one service. The form again is the same answer. What is
 * kept for it says which browser by a digest, goes after a day, and is tied to no answer.
 */
const keepFloodsAway = (log: Log, browser: string, service: Id, reply: Id): Promise<Result<null>> =>
  actTogether(log, async (tx) => {
    const now = log.clock.now()
    const since = addMilliseconds(now, -DAY)
    const owner = sha256(`${browser} ${service}`)
    const { stories, same } = await noteTold(tx, owner, sha256(reply), now, since)
    if (!same && stories >= repliesADay.value) throw new Refused(refuse(refusals.repliedTooOften))
    return null
  })

const DAY = 86_400_000

/** The code of the measure under which the figures of a service leave. */
export const repliesCode = (service: Id) => `friends-and-family ${service}`

/** Every month of a service that was published, the newest first. */
export const publishedMonths = async (log: Log, service: Id): Promise<readonly ReleasedTable[]> =>
  (await loadMeasure(log, measureId(repliesCode(service)))).released.toReversed()

/**
 * Publishes one month of one service through the gate, once. Replies that are typed in later
 * change nothing that was published.
 * @source facts F2.13 (published figures are not corrected later)
 */
export async function releaseMonth(
  log: Log,
  service: Id,
  month: Month,
  here = false,
): Promise<Result<null>> {
  const until = lastDayOf(month)
  const published = await publishedMonths(log, service)
  if (published.some(({ title }) => title === month)) return ok(null)
  const form = testOn(until)
  const question = form?.items.find(({ id }) => id === 'experience')
  if (question === undefined || !('choices' in question)) {
    return refuse(refusals.replyNotAskedThen, {}, 'on')
  }
  const answers = question.choices.map(({ value, says }) => ({ value, says: says.en }))
  const { name } = (await testedService(log, service, until)) ?? { name: '' }
  const done = await releaseTable(log, {
    actor: { by: null, onBehalfOf: null },
    measure: {
      code: repliesCode(service),
      title: `Friends and Family Test: ${name}`,
      says: 'How many people answered in each month, and which answer they gave.',
      policy: 'four-and-exact',
    },
    asked: monthTable(month, answers),
    counted: countedReplies(await countReplies(log.db, service, until)),
    here,
  })
  return done.ok ? ok(null) : done
}

/**
 * Publishes last month of every service that had a reply in it: what the clock does. `here`: in
 * this thread, while nobody waits for a page.
 */
export async function releaseLastMonth(log: Log, here = false): Promise<void> {
  const month = monthBefore(dayIn(LONDON, log.clock.now()))
  for (const service of await servicesReplied(log.db, `${month}-01` as Day, lastDayOf(month))) {
    await releaseMonth(log, service, month, here)
  }
}
