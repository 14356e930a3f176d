// How a promise says that it follows from a complaint, and from what in it.
import type { Id } from '../../../basics/index.ts'

const ABOUT = '/complaints/'
const RECOMMENDED = '#recommendation'

/** What a promise that follows from a complaint says that it is about: an address here. */
export const aboutComplaint = (complaint: Id, from: 'learning' | 'recommendation'): string =>
  ABOUT + complaint + (from === 'recommendation' ? RECOMMENDED : '')

/** Whether a promise is a recommendation of the ombudsman. */
export const isRecommended = (about: string | null): boolean =>
  about?.startsWith(ABOUT) === true && about.endsWith(RECOMMENDED)
