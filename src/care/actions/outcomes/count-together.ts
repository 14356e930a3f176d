// Numbers about many: who feels better after a while, and how many visits had the top score.
import { type Day, dayIn, type Id, LONDON, ok, type Result, refuse } from '../../../basics/index.ts'
import {
  type Answers,
  askableForm,
  checkAnswers,
  countedValues,
  type Form,
  fillIn,
  isTop,
  isWhole,
  scorings,
  type TopScore,
  topScoreOf,
} from '../../../forms/index.ts'
import { loadMeasure, measureId, type ReleasedTable, releaseTable } from '../../../gate/index.ts'
import { actIn, type Log, Refused } from '../../../log/index.ts'
import { idNamed } from '../../../plumbing/index.ts'
import { judgedVisitStream, judgeVisit } from '../../domain/outcomes/judged-visit.ts'
import { refusals } from '../../domain/outcomes/refusals.ts'
import {
  ALL,
  changesUntil,
  changeTable,
  lastMonthEnd,
  shownOf,
  TOP,
  visitTable,
} from '../../domain/outcomes/together.ts'
import { countChanges, formsPaired } from '../../store/outcome-worklists.ts'
import { countVisits, teamsVisited } from '../../store/visits.ts'
import { spend } from './visit-numbers.ts'

const NOBODY = { by: null, onBehalfOf: null }

const changeCode = (form: string) => `change ${form}`
const visitCode = (team: Id) => `collaborate ${team}`

/** Lets last month's numbers out, once; what is too few stays, and is tried again next month. */
export async function releaseTogether(log: Log): Promise<void> {
  const until = lastMonthEnd(dayIn(LONDON, log.clock.now()))
  for (const form of await formsPaired(log.db)) await releaseChange(log, form, until)
  for (const team of await teamsVisited(log.db)) await releaseVisits(log, team, until)
}

const leftAlready = async (log: Log, code: string, until: Day): Promise<boolean> =>
  (await loadMeasure(log, measureId(code))).released.some(({ asOf }) => asOf >= until)

async function releaseChange(log: Log, code: string, until: Day): Promise<void> {
  const form = await askableForm(log, code, until)
  const better = form.ok ? betterOf(form.value) : null
  if (!form.ok || better === null) return
  if (await leftAlready(log, changeCode(code), until)) return
  const counted = changesUntil(await countChanges(log.db, code), until, better)
  if (counted === null) return
  await releaseTable(log, {
    actor: NOBODY,
    measure: {
      code: changeCode(code),
      title: `Change between first and last: ${form.value.title.en}`,
      says:
        'How many people had a better, the same or a worse number the last time they answered ' +
        'than the first time. Only those who agreed are counted, and never fewer than 30.',
      policy: 'seven-and-five',
    },
    asked: changeTable(until),
    counted,
  })
}

function betterOf({ scoring }: Form): 'more' | 'fewer' | null {
  if (scoring === undefined) return null
  const { better } = scorings[scoring.by]
  return better === 'neither' ? null : better
}

async function releaseVisits(log: Log, team: Id, until: Day): Promise<void> {
  if (await leftAlready(log, visitCode(team), until)) return
  const asked = visitTable(until)
  const rows = await countVisits(log.db, team)
  const from = asked.cells[0]?.where.from ?? until
  const within = rows.filter(({ day }) => from <= day && day <= until)
  const counted = within.reduce((so, { count }) => so + count, 0)
  if (topScoreOf(counted, 0).kind === 'not-enough') return
  await releaseTable(log, {
    actor: NOBODY,
    measure: {
      code: visitCode(team),
      title: 'Involved as much as I wanted: visits with the top score',
      says:
        'Of the visits after which every question was answered, how many had the highest ' +
        'answer to all three. Never for fewer than 25 visits.',
      policy: 'seven-and-five',
    },
    asked,
    counted: within.map(({ day, top, count }) => {
      return { day, at: { top: top ? 'yes' : 'no' }, count }
    }),
  })
}

/** What left last about the change of a form; null where nothing has. */
export const changeOf = async (log: Log, form: string): Promise<ReleasedTable | null> =>
  (await loadMeasure(log, measureId(changeCode(form)))).released.at(-1) ?? null

/** The top score of a team from what left last, worked out from what is shown and no more. */
export async function topScoreOfTeam(log: Log, team: Id): Promise<TopScore | null> {
  const table = (await loadMeasure(log, measureId(visitCode(team)))).released.at(-1)
  const [all, top] = [table && shownOf(table, ALL), table && shownOf(table, TOP)]
  return typeof all === 'number' && typeof top === 'number' ? topScoreOf(all, top) : null
}

export type Judging = {
  readonly team: Id
  readonly form: Form
  readonly answers: Answers
  readonly on: Day
  /** What stands on the card that the team handed out after the visit. */
  readonly number: string
  readonly key: string | null
}

/**
 * Keeps what somebody said of a visit, with no name: it belongs to itself. A number lets in one
 * answer, and nothing ties the two. Refuses `outcome-visit-number-unknown`, and as `fillIn`.
 */
export async function sayOfVisit(log: Log, judging: Judging): Promise<Result<Id>> {
  const { team, form, on, key } = judging
  const checked = checkAnswers(form, judging.answers)
  if (!checked.ok) return checked
  const answers = checked.value
  const values = countedValues(form, answers)
  const id = key === null ? log.chance.id() : idNamed(team, `visit ${key}`)
  const body = { team, on, whole: isWhole(values), top: isTop(values, mostOf(form)) }
  const done = await fillIn(log, {
    ...{ actor: NOBODY, owner: id, stream: id, form: form.code, version: form.version },
    ...{ about: team, language: 'en', mode: 'screen', helped: 'nobody', answers, on, key },
    also: async (tx) => {
      if (!(await spend(log, tx, team, judging.number))) {
        throw new Refused(refuse(refusals.numberUnknown, {}, 'number'))
      }
      const at = { owner: id, stream: idNamed(id, 'judged visit'), type: judgedVisitStream }
      await actIn(log, tx, { ...at, actor: NOBODY, decide: judgeVisit(body) })
    },
  })
  return done.ok ? ok(id) : done
}

/** The highest answer of the version that was loaded: 9, or 4 on the shorter scale. */
function mostOf(form: Form): number {
  const item = form.items.find(({ id }) => id === form.scoring?.items[0])
  if (item?.kind === 'number') return item.most
  if (item === undefined || !('choices' in item)) return 9
  return Math.max(...item.choices.map(({ worth, value }) => worth ?? Number(value)))
}
