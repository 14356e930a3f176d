// How Asha and Marcus are doing: forms over a season, what they want, and words passed on.
import { addDays, type Id } from '../../basics/index.ts'
import {
  answerOwnForm,
  askAgainFor,
  nameOwnOutcome,
  publishOwnIdea,
  scheduleOwnForm,
  scoreOwnOutcome,
  typeInFor,
} from '../../care/index.ts'
import { type Answers, type Form, formOn } from '../../forms/index.ts'
import { everything, giveGrant } from '../../sharing/index.ts'
import { organisations, people, townId } from '../names.ts'
import { done, type Story, type Town } from '../town.ts'

const asha = { person: people.asha, name: 'Asha Patel' }
const marcus = { person: people.marcus, name: 'Marcus Bennett' }

/** Days ago, the seven answers of GAD-7, and the four of ONS4. */
const season: readonly (readonly [number, string, readonly number[]])[] = [
  [84, '2221212', [4, 6, 4, 7]],
  [56, '2111112', [5, 6, 5, 5]],
  [28, '1111111', [6, 7, 6, 4]],
  [3, '1011010', [7, 8, 7, 3]],
]

const answered = (form: Form, values: readonly (string | number)[]): Answers =>
  Object.fromEntries((form.scoring?.items ?? []).map((id, place) => [id, values[place] ?? 0]))

async function answers(town: Town, code: string, daysAgo: number, values: (string | number)[]) {
  const on = addDays(town.today, -daysAgo)
  const form = formOn(code, on)
  if (form === null) return
  const how = {
    language: 'en',
    mode: daysAgo === 56 ? 'paper' : 'screen',
    helped: 'nobody',
  } as const
  const given = { ...how, on, answers: answered(form, values) }
  const key = townId(`answers-${code}-${daysAgo}`)
  done(await answerOwnForm(town.at(daysAgo, '19:00'), asha, form, given, key))
}

const sleep = {
  says: 'To sleep through the night',
  levels: [
    'Awake most of the night',
    'Up three times or more',
    'Up once, and asleep again soon',
    'Through the night on most nights',
    'Through every night, and rested',
  ],
  importance: 8,
  labels: [],
}

const walk = {
  says: 'To walk to my mother’s house and back',
  levels: [
    'I stay at home',
    'As far as the corner',
    'There and back, with a rest',
    'There and back without a rest',
    'There and back, and I carry her shopping',
  ],
  importance: 9,
  template: null,
  labels: [],
}

const follows = async (
  town: Town,
  outcome: Id,
  steps: readonly (readonly [number, number, string])[],
) => {
  for (const [daysAgo, level, note] of steps) {
    const scoring = { outcome, level, on: addDays(town.today, -daysAgo), note }
    const key = townId(`reached-${outcome}-${daysAgo}`)
    done(await scoreOwnOutcome(town.at(daysAgo, '20:00'), asha, scoring, key))
  }
}

/** Grace wrote on paper at the surgery; her doctor typed it in, and asks her four times a year. */
async function typedIn(town: Town): Promise<void> {
  const form = formOn('ons4', town.today)
  if (form === null) return
  const giving = {
    effect: 'permit' as const,
    to: { person: null, organisation: organisations.oakLane, role: 'doctor' },
    what: { ...everything, kinds: ['form-answers'] },
    acts: ['read' as const, 'add' as const],
    purposes: ['direct-care' as const],
    until: null,
  }
  const { grace, farah } = people
  const grant = townId('grant-forms')
  const asked = { person: grace, by: grace, key: 'demonstration-grant-forms' }
  done(await giveGrant(town.at(41, '09:00'), { ...asked, grant, giving }))
  const worker = {
    person: grace,
    asker: {
      person: farah,
      via: 'role' as const,
      organisation: organisations.oakLane,
      roles: ['doctor'],
    },
    by: farah,
    shownAs: 'Farah Siddiqui, Oak Lane Surgery',
  }
  const paper = { language: 'en', mode: 'paper', helped: 'family' } as const
  const on = addDays(town.today, -40)
  const given = { ...paper, on, answers: answered(form, [6, 7, 5, 4]) }
  const log = town.at(40, '15:20')
  done(await typeInFor(log, worker, form, given, townId('typed-in-ons4')))
  const from = addDays(town.today, 44)
  const again = { form: 'ons4', everyWeeks: 12, from, until: null }
  done(await askAgainFor(log, worker, form, again, townId('asked-again-ons4')))
}

export const howTheyAre: Story = {
  name: 'how-they-are',
  async tell(town) {
    for (const [daysAgo, gad, ons] of season) {
      await answers(town, 'gad-7', daysAgo, [...gad])
      await answers(town, 'ons4', daysAgo, [...ons])
    }
    const first = { ...sleep, template: null }
    const his = done(await nameOwnOutcome(town.at(70), marcus, first, townId('outcome-sleep-his')))
    const idea = done(await publishOwnIdea(town.at(69), marcus, his, true, townId('idea-sleep')))
    const mine = { ...sleep, says: 'To sleep until six', template: idea }
    const hers = done(await nameOwnOutcome(town.at(60), asha, mine, townId('outcome-sleep-hers')))
    const far = done(await nameOwnOutcome(town.at(60), asha, walk, townId('outcome-walk')))
    await follows(town, hers, [
      [59, -1, ''],
      [31, -1, 'Better when I leave the telephone downstairs'],
      [4, 0, ''],
    ])
    await follows(town, far, [
      [59, -2, 'My knee'],
      [38, -1, ''],
      [10, 0, 'With the bench at the park'],
    ])
    const from = addDays(town.today, 25)
    const again = { form: 'gad-7', everyWeeks: 4, from, until: null }
    done(await scheduleOwnForm(town.at(3, '19:30'), asha, again, townId('ask-again-gad-7')))
    await typedIn(town)
  },
}
