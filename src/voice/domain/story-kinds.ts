// What people may tell, as data: who reads it, whether it is for the public, how soon it is seen.

export type StoryKind = {
  readonly code: 'praise' | 'idea' | 'story' | 'concern' | 'safety'
  /** Whether the service reads it at once, in the words it was told in. */
  readonly toServiceAtOnce: boolean
  /** Whether the public pages call it a concern, which a change may follow. */
  readonly concern: boolean
}

/** A formal complaint is a thing of its own: see `complaint.ts`. */
export const storyKinds: readonly StoryKind[] = [
  { code: 'praise', toServiceAtOnce: false, concern: false },
  { code: 'idea', toServiceAtOnce: false, concern: false },
  { code: 'story', toServiceAtOnce: false, concern: false },
  { code: 'concern', toServiceAtOnce: true, concern: true },
  { code: 'safety', toServiceAtOnce: true, concern: true },
]

export const storyKindCodes = storyKinds.map(({ code }) => code)

export const storyKindNamed = (code: string): StoryKind | undefined =>
  storyKinds.find((kind) => kind.code === code)

/** How a story came to be written here. */
export const tellingWays = ['web', 'tablet', 'on-behalf', 'paper'] as const

/** Why words were taken out, or a story is not shown; told to its author. */
export const moderationReasons = [
  'names-staff',
  'names-somebody',
  'could-identify',
  'not-about-care',
  'attacks-somebody',
  'advertises',
  'in-a-court-case',
  'claims-unclear',
] as const
