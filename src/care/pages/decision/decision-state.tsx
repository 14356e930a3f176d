// How a decision stands: a word and a shape first, then a colour. Every page of one begins with it.
import { type Language, PromiseState } from '../../../web/index.ts'
import type { Status } from '../../domain/decision/decision.ts'
import { decisionWords } from '../../words/decision-words.ts'

const looks = { 'in progress': 'waiting', valid: 'kept', cancelled: 'disputed' } as const

export function DecisionState(props: { readonly status: Status; readonly language: Language }) {
  const { status, language } = props
  const says = decisionWords.in(language).states[status]
  return <PromiseState standing={looks[status]} says={says} />
}
