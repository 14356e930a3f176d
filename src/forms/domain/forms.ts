// The forms that come with the program: each with every wording it ever had.
import type { Day } from '../../basics/index.ts'
import { type Form, isInUse } from './form.ts'
import { friendsAndFamily } from './friends-and-family.ts'
import { overTwoWeeks } from './over-two-weeks.ts'
import { personalWellbeing } from './personal-wellbeing.ts'

export const forms: readonly Form[] = [...friendsAndFamily, ...overTwoWeeks, ...personalWellbeing]

/** Every wording of one form, the newest first. */
export const versionsOf = (code: string): readonly Form[] =>
  forms.filter((form) => form.code === code).toSorted((one, other) => other.version - one.version)

/** The wording that is asked on a day; null where the form was not asked then. */
export const formOn = (code: string, day: Day): Form | null =>
  versionsOf(code).find((form) => isInUse(form, day)) ?? null
