// The headings of a care and support plan as PRSB sets them: each with its fields and how many.

/**
 * How a field is filled in. `who` is a name with role, team and contact; `texts` is a list, a line
 * each.
 */
export type FieldKind = 'line' | 'text' | 'texts' | 'day' | 'score' | 'choice' | 'who' | 'yes-no'

export type Heading = {
  readonly code: string
  /** As PRSB writes it; null where the standard has no such heading and it is our own. */
  readonly prsb: string | null
  readonly kind: FieldKind
  readonly must: boolean
  readonly choices?: readonly string[]
}

export type PartDef = {
  readonly prsb: string
  /** At most one of it under its parent, or as many as there are. */
  readonly most: 1 | '*'
  /** Under what it can lie; null is the plan itself. */
  readonly under: readonly (PartKind | null)[]
  /** Whether it is the person's alone: nobody else writes it, and nobody has to agree. */
  readonly own: boolean
  readonly fields: readonly Heading[]
}

export const partKinds = [
  'strength',
  'need',
  'goal',
  'action',
  'stage-goal',
  'outcome',
  'contingency',
  'advance-statement',
  'supporting-plan',
  'professional-contact',
  'personal-contact',
  'formulation',
  'terms',
] as const
export type PartKind = (typeof partKinds)[number]

/** Where help is looked for, in the order in which it is asked. Services and money come last. */
export const layers = ['me', 'people', 'place', 'services', 'money'] as const

export const goalStatuses = [
  'proposed',
  'in-progress',
  'achieved',
  'not-achieved',
  'ended',
] as const
export const actionStatuses = ['planned', 'in-progress', 'done', 'refused', 'stopped'] as const

const field = (
  code: string,
  prsb: string | null,
  kind: FieldKind,
  more: { readonly must?: true; readonly choices?: readonly string[] } = {},
): Heading => ({ code, prsb, kind, must: false, ...more })

const must = { must: true } as const

const part = (
  prsb: string,
  under: PartDef['under'],
  fields: readonly Heading[],
  more: Partial<Pick<PartDef, 'most' | 'own'>> = {},
): PartDef => ({ prsb, under, fields, most: '*', own: false, ...more })

const contact = [
  field('role', 'Role', 'line'),
  field('speciality', 'Speciality', 'line'),
  field('team', 'Team', 'line'),
  field('organisation', 'Organisation', 'line'),
  field('contact', 'Contact details', 'line'),
  field('start', 'Start date', 'day'),
  field('end', 'End date', 'day'),
]

/** @source PRSB Personalised Care and Support Plan v2.0 (DAPB4022 Amd 38/2021) */
export const parts: Readonly<Record<PartKind, PartDef>> = {
  strength: part('Strengths', [null], [field('says', 'Strengths', 'text', must)]),
  need: part(
    'Needs, concerns or problems',
    [null],
    [field('says', 'Needs, concerns or problems', 'text', must)],
  ),
  goal: part(
    'Goals and hopes',
    [null, 'need'],
    [
      field('says', 'Goals and hopes', 'text', must),
      field('importance', 'Goal importance score', 'score'),
      field('status', 'Goal status', 'choice', { choices: goalStatuses }),
      field('considered', null, 'texts'),
    ],
  ),
  action: part(
    'Actions and activities',
    ['goal'],
    [
      field('says', 'What', 'text', must),
      field('who', 'Who', 'who'),
      field('when', 'When', 'line'),
      field('layer', null, 'choice', { choices: layers }),
      field('strategies', 'Suggested strategies', 'text'),
      field('status', 'Status', 'choice', { choices: actionStatuses }),
      field('confidence', 'Confidence', 'score'),
      field('updated', 'Date last updated', 'day'),
      field('review', 'Review date', 'day'),
    ],
  ),
  'stage-goal': part(
    'Stage goal',
    ['action'],
    [
      field('says', 'Stage goal', 'line', must),
      field('outcome', 'Outcome', 'line'),
      field('status', 'Goal status', 'choice', { choices: goalStatuses }),
    ],
  ),
  outcome: part('Outcomes', ['goal'], [field('says', 'Outcomes', 'text', must)]),
  contingency: part(
    'Contingency/safety plans',
    [null],
    [
      field('name', 'Contingency plan name', 'line'),
      field('triggers', 'Trigger factors', 'texts', must),
      field('signs', 'Relapse indicators / early warning signs', 'texts'),
      field('what', 'What should happen', 'text'),
      field('contacts', 'Who should be contacted', 'texts'),
      field('coping', 'Coping strategies', 'text'),
      field('anticipatory', 'Anticipatory medicines/equipment', 'text'),
      field('agreedWith', 'Agreed with person or legitimate representative', 'line'),
      field('date', 'Date this plan was last updated', 'day'),
      field('review', 'Planned review date/interval', 'day'),
      field('responsible', 'Responsibility for review', 'who'),
    ],
  ),
  'advance-statement': part(
    'Advance statement',
    [null, 'contingency'],
    [field('says', 'Advance statement', 'text', must)],
    { most: 1, own: true },
  ),
  'supporting-plan': part(
    'Additional support plans',
    [null],
    [
      field('name', 'Additional support plan name', 'line', must),
      field('content', 'Additional support plan content', 'text', must),
      field('review', 'Planned review date/interval', 'day'),
      field('responsible', 'Responsibility for review', 'who'),
      field('updated', 'Date this plan was last updated', 'day'),
    ],
  ),
  'professional-contact': part(
    'Professional contacts',
    [null],
    [field('name', 'Name', 'line', must), field('keyWorker', 'Key worker', 'yes-no'), ...contact],
  ),
  'personal-contact': part(
    'Personal contacts',
    [null],
    [
      field('name', 'Name', 'line', must),
      field('relationship', 'Relationship', 'line'),
      field('type', 'Relationship type', 'line'),
      field('contact', 'Contact details', 'line'),
    ],
  ),
  formulation: part('Formulation', [null], [field('says', 'Formulation', 'text', must)]),
  terms: part(
    'Care and support plan',
    [null],
    [
      field('funding', 'Care funding source', 'line'),
      field('documents', 'Other care planning documents', 'texts'),
      field('review', 'Planned review date/interval', 'day'),
      field('responsible', 'Responsibility for review', 'who'),
      field('performing', 'Performing professional', 'who'),
      field('completing', 'Person completing record', 'who'),
    ],
    { most: 1 },
  ),
}

/** Those that stand by themselves: shared and read as one thing with what lies under them. */
export const standsAlone = (kind: PartKind): boolean => parts[kind].under.includes(null)

export const headingOf = (kind: PartKind, code: string): Heading | null =>
  parts[kind].fields.find((one) => one.code === code) ?? null

export const isPartKind = (text: string | undefined): text is PartKind =>
  partKinds.some((kind) => kind === text)
