// Whether whoever asks may write something new of a kind in a plan.
import { dayIn, type Id, type Instant, LONDON } from '../../../basics/index.ts'
import type { PartKind } from '../../domain/plan/headings.ts'
import { itemKindOf } from '../../domain/plan/plan-items.ts'
import type { Place } from './place.ts'

export const mayWriteNew = ({ writer, person }: Place, kind: PartKind, now: Instant): boolean =>
  writer?.may({
    id: person as Id,
    kind: itemKindOf(kind),
    labels: [],
    at: dayIn(LONDON, now),
  }) === true
