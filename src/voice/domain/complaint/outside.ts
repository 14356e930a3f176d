// Why a body need not deal with a complaint under the regulations, as the law lists it.
import { dayIn, LONDON } from '../../../basics/index.ts'
import { dueFor } from './clocks.ts'
import type { Complaint } from './complaint.ts'

export type Outside = {
  readonly code: string
  readonly says: string
  readonly source: string
  /** The day somebody read the paragraph; null: nobody has yet. */
  readonly confirmed: string | null
}

const listed = (code: string, says: string, paragraph: string): Outside => ({
  code,
  says,
  source: `SI 2009/309, regulation ${paragraph}`,
  confirmed: null,
})

/** @source SI 2009/309, regulations 8(1) and 12; facts F1.6, F1.10a */
export const outsideTheLaw: readonly Outside[] = [
  listed(
    'late',
    'More than 12 months have passed, and there was no good reason to wait or it cannot be ' +
      'looked into fairly any more',
    '12',
  ),
  listed('body', 'An NHS body or a council complains of another', '8(1)(a)'),
  listed('work', 'Somebody who works for us complains of their work', '8(1)(b)'),
  listed('settled', 'It was made by word of mouth and settled by the next working day', '8(1)(d)'),
  listed('done', 'The same was looked into before', '8(1)(e)'),
  listed('ombudsman', 'An ombudsman looks into it, or has', '8(1)(f)'),
  listed('information', 'It is about information that was refused', '8(1)(g)'),
  listed('pension', 'It is about a pension scheme', '8(1)(h)'),
]

export const outsideNamed = (code: string): Outside | undefined =>
  outsideTheLaw.find((one) => one.code === code)

/** Whether it came after the 12 months, by the day on which it happened or came to be known. */
export function cameLate({ received }: Complaint): boolean {
  const happenedOn = received?.body.happenedOn ?? null
  if (received === null || happenedOn === null) return false
  const last = dueFor('england', 'bring', happenedOn)
  return last.ok && last.value !== null && dayIn(LONDON, received.body.receivedAt) > last.value
}
