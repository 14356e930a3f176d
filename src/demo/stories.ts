// Everything that is told of the town, in the order in which it is told: one line for each story.
import { organisationsBegin, peopleAreKnown } from './founding.ts'
import { aYearOfTelling } from './stories/a-year-of-telling.ts'
import { actingForOthers } from './stories/acting-for-others.ts'
import { broughtIn } from './stories/brought-in.ts'
import { complaintsLate, complaintsOfTheTown } from './stories/complaints.ts'
import { decidedTogether } from './stories/decided-together.ts'
import { firstLooks } from './stories/first-looks.ts'
import { firstPromises } from './stories/first-promises.ts'
import { firstRecords } from './stories/first-records.ts'
import { firstTales } from './stories/first-tales.ts'
import { following } from './stories/following.ts'
import { growingUp } from './stories/growing-up.ts'
import { heardInTheStreet } from './stories/heard-in-the-street.ts'
import { herWholeName } from './stories/her-whole-name.ts'
import { howTheyAre } from './stories/how-they-are.ts'
import { howWasIt } from './stories/how-was-it.ts'
import { inTheInbox } from './stories/in-the-inbox.ts'
import { keptFromArthur } from './stories/kept-from-arthur.ts'
import { lungsAt83, motherAndDaughter } from './stories/living-long.ts'
import { metWithAnInterpreter } from './stories/met-with-an-interpreter.ts'
import { newlyTold } from './stories/newly-told.ts'
import { notKnown } from './stories/not-known.ts'
import { peopleAround } from './stories/people-around.ts'
import { plansTogether } from './stories/plans.ts'
import { plansOfFamilies } from './stories/plans-of-families.ts'
import { plansOfThree } from './stories/plans-of-three.ts'
import { putRight } from './stories/put-right.ts'
import { reportsAndAnswers } from './stories/reports-and-answers.ts'
import { scrutinised } from './stories/scrutinised.ts'
import { shownAndTakenBack } from './stories/shown-and-taken-back.ts'
import { somebodyElses } from './stories/somebody-elses.ts'
import { theTownAround } from './stories/the-town-around.ts'
import { thoseWhoWork } from './stories/those-who-work.ts'
import { toldInTheirWay } from './stories/told-in-their-way.ts'
import { youSaidWeDid } from './stories/you-said-we-did.ts'
import type { Story } from './town.ts'

/** A new story goes to the end: what was told before must be told again in the same words. */
export const stories: readonly Story[] = [
  organisationsBegin,
  peopleAreKnown,
  firstPromises,
  firstRecords,
  firstLooks,
  firstTales,
  theTownAround,
  newlyTold,
  motherAndDaughter,
  lungsAt83,
  growingUp,
  toldInTheirWay,
  somebodyElses,
  thoseWhoWork,
  inTheInbox,
  actingForOthers,
  putRight,
  complaintsOfTheTown,
  complaintsLate,
  following,
  notKnown,
  heardInTheStreet,
  aYearOfTelling,
  reportsAndAnswers,
  peopleAround,
  broughtIn,
  decidedTogether,
  howTheyAre,
  youSaidWeDid,
  plansTogether,
  plansOfFamilies,
  plansOfThree,
  scrutinised,
  shownAndTakenBack,
  howWasIt,
  metWithAnInterpreter,
  keptFromArthur,
  herWholeName,
]
