// The kinds of fact in the life of one story.
import { type Day, type Id, Type, unitsOf } from '../../basics/index.ts'
import type { FactKind, FactOf } from '../../log/index.ts'

const id = (description: string) => Type.Unsafe<Id>(Type.String({ format: 'uuid', description }))
const day = (description: string) => Type.Unsafe<Day>(Type.String({ description }))
const text = (longest: number) => Type.String({ maxLength: unitsOf(longest) })
const orNull = <const T extends Parameters<typeof Type.Union>[0][number]>(one: T) =>
  Type.Union([one, Type.Null()])

/** The words of a story: what anybody may read of it once it is published. */
export const storyWords = Type.Object({
  title: text(120),
  happened: text(10_000),
  good: text(5_000),
  better: text(5_000),
})

export const storyTold = {
  kind: 'story-told',
  version: 1,
  says: 'Somebody told what happened to them, or to somebody they speak for',
  schema: Type.Object({
    about: Type.String({ description: 'A code of `storyKinds`' }),
    words: storyWords,
    places: Type.Array(id('A service, site, area or condition it is about')),
    organisations: Type.Array(id('An organisation that answers for one of them')),
    mayBePublic: Type.Boolean({ description: 'Whether the author lets it be published' }),
    way: Type.String({ description: 'A code of `tellingWays`' }),
    forSomebody: orNull(
      Type.Object({
        relation: text(200),
        permission: text(500),
        helper: orNull(id('Who wrote it down')),
      }),
    ),
    risks: Type.Array(Type.String({ description: 'A code of `riskKinds`' })),
    readBy: day('The day by whose end a moderator has read it'),
    photos: Type.Optional(
      Type.Array(
        Type.Object({
          digest: Type.String({ description: 'SHA-256 of the picture as it is kept' }),
          type: Type.String({ description: '`jpeg` or `png`' }),
          says: text(200),
        }),
      ),
    ),
  }),
  files: ({ photos = [] }: { readonly photos?: readonly { readonly digest: string }[] }) =>
    photos.map(({ digest }) => digest),
} as const satisfies FactKind

/** A way back for somebody who is not signed in; only the digest of the code is kept. */
export const wayBackMade = {
  kind: 'way-back-made',
  version: 1,
  says: 'A code was made by which the author finds the way back to a story; earlier ones end',
  schema: Type.Object({ digest: Type.String({ pattern: '^[0-9a-f]{64}$' }) }),
} as const satisfies FactKind

/** Somebody other than the author opened what is not public; seen by the author. */
export const storyOpened = {
  kind: 'story-opened',
  version: 1,
  says: 'A moderator, or the service it is about, opened a story as it was told',
  schema: Type.Object({
    as: Type.String({ description: '`moderator` or `service`' }),
    organisation: orNull(id('The service’s organisation')),
  }),
} as const satisfies FactKind

const grade = Type.Object({ area: Type.String(), level: Type.Integer({ minimum: 0, maximum: 3 }) })

export const storyRead = {
  kind: 'story-read',
  version: 1,
  says: 'A moderator graded a story and proposed what of it is shown',
  schema: Type.Object({
    grades: Type.Array(grade),
    words: storyWords,
    hides: Type.Array(Type.String({ description: 'A code of `moderationReasons`' })),
    /** Words stay in by which somebody might be known, since the author wants it so. */
    identifies: Type.Boolean(),
    note: text(2_000),
  }),
} as const satisfies FactKind

export const storyPublished = {
  kind: 'story-published',
  version: 1,
  says: 'A second moderator agreed, and a story can be read by anybody',
  schema: Type.Object({
    reading: id('The fact of the first reading'),
    words: storyWords,
    hides: Type.Array(Type.String()),
    severity: Type.Integer({ minimum: 0, maximum: 3 }),
    answerBy: day('The day by whose end the service is asked to answer'),
  }),
} as const satisfies FactKind

/** A private story is settled by the two readings too, and shown to nobody else. */
export const storyAccepted = {
  kind: 'story-accepted',
  version: 1,
  says: 'A second moderator agreed to how grave a story is that is not for the public',
  schema: Type.Object({
    reading: id('The fact of the first reading'),
    severity: Type.Integer({ minimum: 0, maximum: 3 }),
    answerBy: day('The day by whose end the service is asked to answer'),
  }),
} as const satisfies FactKind

export const readingReturned = {
  kind: 'reading-returned',
  version: 1,
  says: 'A second moderator did not agree with the first reading',
  schema: Type.Object({ reading: id('The fact of the first reading'), says: text(2_000) }),
} as const satisfies FactKind

export const storyHeldBack = {
  kind: 'story-held-back',
  version: 1,
  says: 'A story is not published; the author is told why and can say it in another way',
  schema: Type.Object({ reason: Type.String(), says: text(2_000) }),
} as const satisfies FactKind

export const storyReworded = {
  kind: 'story-reworded',
  version: 1,
  says: 'The author said a story that was held back in another way',
  schema: Type.Object({ words: storyWords }),
} as const satisfies FactKind

export const storyWithdrawn = {
  kind: 'story-withdrawn',
  version: 1,
  says: 'The author took a story back: it is no longer shown',
  schema: Type.Object({ why: text(2_000) }),
} as const satisfies FactKind

export const storyAnswered = {
  kind: 'story-answered',
  version: 1,
  says: 'A service answered a story',
  schema: Type.Object({
    says: text(5_000),
    organisation: id('For which it answers'),
    shownAs: text(200),
    /** `none`; `planned`: a promise comes with it; `made`: it says that a change was made. */
    change: Type.String(),
    promises: orNull(Type.Object({ says: text(2_000), due: day('By when'), shownAs: text(200) })),
    /** The promise that a change keeps. */
    keeps: orNull(id('A promise made in answer to this story')),
  }),
} as const satisfies FactKind

export const authorReplied = {
  kind: 'author-replied',
  version: 1,
  says: 'The author of a story answered back, or added to it',
  schema: Type.Object({ says: text(5_000) }),
} as const satisfies FactKind

export const sayingPublished = {
  kind: 'saying-published',
  version: 1,
  says: 'An answer, or the author’s reply, can be read by anybody',
  schema: Type.Object({
    saying: id('The fact of the answer or reply'),
    says: text(5_000),
    hides: Type.Array(Type.String()),
    fast: Type.Boolean({ description: 'Shown at once, by the good record of the service' }),
  }),
} as const satisfies FactKind

export const sayingReturned = {
  kind: 'saying-returned',
  version: 1,
  says: 'An answer or reply was not published, with the reason told to who wrote it',
  schema: Type.Object({
    saying: id('The fact of the answer or reply'),
    reason: Type.String(),
    says: text(2_000),
  }),
} as const satisfies FactKind

export const answerJudged = {
  kind: 'answer-judged',
  version: 1,
  says: 'The author said whether the answers helped',
  schema: Type.Object({ helped: Type.String({ description: '`yes`, `partly` or `no`' }) }),
} as const satisfies FactKind

export const storyKindsOfFact = [
  storyTold,
  wayBackMade,
  storyOpened,
  storyRead,
  storyPublished,
  storyAccepted,
  readingReturned,
  storyHeldBack,
  storyReworded,
  storyWithdrawn,
  storyAnswered,
  authorReplied,
  sayingPublished,
  sayingReturned,
  answerJudged,
] as const

export type StoryFactKind = (typeof storyKindsOfFact)[number]
export type StoryFact = FactOf<StoryFactKind>
