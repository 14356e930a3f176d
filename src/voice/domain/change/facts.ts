// The kinds of fact about “You said, we did, you checked”: a change that several stories led to.
import { type Id, Type, unitsOf } from '../../../basics/index.ts'
import type { FactKind } from '../../../log/index.ts'

const id = (description: string) => Type.Unsafe<Id>(Type.String({ format: 'uuid', description }))
const text = (longest: number) => Type.String({ minLength: 1, maxLength: unitsOf(longest) })

export const changeTold = {
  kind: 'change-told',
  version: 1,
  says: 'A service told what it did about what several people had said',
  schema: Type.Object({
    organisation: id('Which did it'),
    shownAs: text(200),
    youSaid: text(2_000),
    weDid: text(2_000),
    stories: Type.Array(id('A story that led to it'), { minItems: 1, maxItems: 200 }),
  }),
} as const satisfies FactKind

export const changePublished = {
  kind: 'change-published',
  version: 1,
  says: 'A moderator read what a service says it did, and anybody may',
  schema: Type.Object({}),
} as const satisfies FactKind

export const changeReturned = {
  kind: 'change-returned',
  version: 1,
  says: 'A moderator sent back what a service says it did, with the reason',
  schema: Type.Object({ says: text(2_000) }),
} as const satisfies FactKind

export const changeSeen = {
  kind: 'change-seen',
  version: 1,
  says: 'The author of a linked story, who came back with a code, was shown what was done',
  schema: Type.Object({ story: id('Whose author') }),
} as const satisfies FactKind

export const changeChecked = {
  kind: 'change-checked',
  version: 1,
  says: 'The author of a linked story said whether what was done happened for them',
  schema: Type.Object({
    story: id('Whose author'),
    answer: Type.Union([Type.Literal('yes'), Type.Literal('no'), Type.Literal('not yet')]),
  }),
} as const satisfies FactKind

export const changeKinds = [
  changeTold,
  changePublished,
  changeReturned,
  changeSeen,
  changeChecked,
] as const
export type ChangeKind = (typeof changeKinds)[number]
