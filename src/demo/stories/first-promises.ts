// What was promised and told in the demonstration town.
import { addDays, type Day, type Id, type PersonId } from '../../basics/index.ts'
import { recordNeedsOf } from '../../messages/index.ts'
import { addPlace, linkTo } from '../../places/index.ts'
import {
  agreedByHand,
  answer,
  lapseDue,
  type PromiseMade,
  promise,
  saySaidDone,
} from '../../promises/index.ts'
import { organisations, people, townId } from '../names.ts'
import { done, itself, nobody, type Story, type Town } from '../town.ts'

const { asha, dilys, gwen, megan, sian } = people

type Promised = {
  readonly name: string
  readonly says: string
  readonly by: { readonly person: PersonId; readonly organisation: Id; readonly shownAs: string }
  readonly to: PersonId
  /** Days before today. */
  readonly madeDaysAgo: number
  readonly dueInDays: number
  readonly doneDaysAgo?: { readonly days: number; readonly says: string }
  readonly answered?: {
    readonly daysAgo: number
    readonly answer: 'yes' | 'no' | 'not yet'
    readonly says: string
  }
}

const surgery = { organisation: organisations.oakLane, person: dilys }
const practiceManager = { ...surgery, shownAs: 'Dilys Morgan, Oak Lane Surgery' }
const nurse = { ...surgery, person: sian, shownAs: 'Sian Rees, Oak Lane Surgery' }
const hospital = {
  organisation: organisations.hospital,
  person: megan,
  shownAs: 'Megan Hughes, Elm Street Hospital',
}

const promised: readonly Promised[] = [
  {
    name: 'quiet-room',
    says: 'We will turn the small office into a quiet room',
    by: practiceManager,
    to: asha,
    madeDaysAgo: 53,
    dueInDays: -8,
    doneDaysAgo: { days: 20, says: 'The quiet room is open. Ask at the desk.' },
  },
  {
    name: 'foot-check',
    says: 'I will send you the results of your foot check in plain words',
    by: nurse,
    to: asha,
    madeDaysAgo: 3,
    dueInDays: 4,
  },
  {
    name: 'scan-letter',
    says: 'We will write to you why your scan was cancelled',
    by: hospital,
    to: asha,
    madeDaysAgo: 21,
    dueInDays: -5,
  },
  {
    name: 'large-print',
    says: 'All letters to you come in large print',
    by: practiceManager,
    to: gwen,
    madeDaysAgo: 60,
    dueInDays: -30,
    doneDaysAgo: { days: 35, says: 'It is set for every letter now.' },
    answered: { daysAgo: 30, answer: 'yes', says: 'The last two came in large print.' },
  },
  {
    name: 'ramp',
    says: 'The side door gets a ramp',
    by: hospital,
    to: gwen,
    madeDaysAgo: 90,
    dueInDays: -20,
    doneDaysAgo: { days: 22, says: 'The ramp is built.' },
    answered: { daysAgo: 18, answer: 'no', says: 'There is a step at the top of it.' },
  },
]

export const firstPromises: Story = {
  name: 'first-promises',
  async tell(town) {
    await makePlaces(town)
    const needs = {
      form: 'large-print',
      language: 'cy',
      channel: 'inbox',
      address: null,
      note: 'Speak slowly. I hear better on the left.',
      reviewOn: null,
    }
    done(await recordNeedsOf(town.at(80), itself(gwen), gwen, needs, 'demonstration'))
    for (const one of promised) await keepOrNot(town, one)
    // The clock looked the morning after each day on which something was due.
    const mornings = promised.map(({ dueInDays }) => -dueInDays - 1).filter((days) => days >= 0)
    for (const days of mornings.toSorted((one, other) => other - one)) {
      await lapseDue(town.at(days, '00:22'))
    }
  },
}

async function keepOrNot({ at, today }: Town, one: Promised): Promise<void> {
  const { by, to, name } = one
  const stream = townId(`promise-${name}`)
  const made: PromiseMade = {
    says: one.says,
    promiser: by,
    to: [to],
    due: addDays(today, one.dueInDays),
    source: agreedByHand,
    about: null,
    escalateTo: null,
  }
  const key = `demonstration-${name}`
  const ref = done(await promise(at(one.madeDaysAgo), by, made, key, stream))
  if (one.doneDaysAgo === undefined) return
  const { days, says } = one.doneDaysAgo
  done(await saySaidDone(at(days), ref, by, says, `${key}-done`))
  if (one.answered === undefined) return
  const { daysAgo, answer: chosen, says: words } = one.answered
  const asker = { person: to, organisation: null }
  const said = { answer: chosen, says: words }
  done(await answer(at(daysAgo), ref, asker, said, `${key}-answered`))
}

async function makePlaces({ at }: Town): Promise<void> {
  const log = at(399)
  const actor = nobody
  const from = '2024-01-01' as Day
  const add = async (name: string, kind: string, shown: string, code: string | null) => {
    const place = townId(`place-${name}`)
    return done(await addPlace(log, { actor, place, kind, name: shown, code, from }))
  }
  const town = await add('millbrook', 'area', 'Millbrook', 'E06999999')
  const diabetes = await add('diabetes', 'condition', 'Type 2 diabetes', '44054006')
  const surgerySite = await add('oak-lane', 'site', 'Oak Lane Surgery, 12 Oak Lane', 'Z99001')
  const clinic = await add('clinic', 'service', 'Diabetes clinic at Oak Lane', null)
  const scans = await add('scans', 'service', 'Scans at Elm Street Hospital', null)
  const links = [
    [surgerySite, 'within', town],
    [clinic, 'at', surgerySite],
    [clinic, 'for', diabetes],
    [clinic, 'provided-by', organisations.oakLane],
    [scans, 'provided-by', organisations.hospital],
  ] as const
  for (const [place, link, to] of links) done(await linkTo(log, { actor, place, link, to, from }))
}
