// The tree of headings of the PRSB care and support plan: what lies under what, and how many.

/** What a heading without others below it holds. */
export type Holds = 'text' | 'day' | 'score' | 'yes-no'

export type StandardHeading = {
  readonly name: string
  /** Whether it has to be there where what it lies under is there. */
  readonly must: boolean
  readonly most: 1 | '*'
  readonly holds: Holds | null
  /** Empty where it holds a value. */
  readonly inner: readonly StandardHeading[]
}

type More = Partial<Pick<StandardHeading, 'must' | 'most'>>
const must = { must: true } as const
const many = { most: '*' } as const

const value = (name: string, holds: Holds = 'text', more: More = {}): StandardHeading => ({
  ...{ name, holds, inner: [], must: false, most: 1 },
  ...more,
})
const group = (
  name: string,
  inner: readonly StandardHeading[],
  more: More = {},
): StandardHeading => ({ ...{ name, holds: null, inner, must: false, most: 1 }, ...more })
const texts = (...names: readonly string[]) => names.map((name) => value(name))

export const CODED = 'Coded value'
export const FREE = 'Free text'
/** A code of a list, words, or both. */
const concept = (name: string, more: More = {}) => group(name, texts(CODED, FREE), more)

const performing = group('Performing professional', [
  ...texts('Name', 'Role', 'Grade', 'Speciality', 'Professional identifier'),
  concept('Organisation'),
  value('Contact details'),
])
const completing = (more: More = {}) =>
  group(
    'Person completing record',
    [
      ...texts('Name', 'Role', 'Grade', 'Specialty'),
      concept('Organisation'),
      value('Professional identifier'),
      value('Date completed', 'day'),
      value('Contact details'),
    ],
    more,
  )
const responsible = group('Responsibility for review', texts('Name', 'Role', 'Contact details'))
const agreed = group('Agreed with person or legitimate representative', [
  value('Person or legitimate representative', 'yes-no'),
  ...texts('Person full name', 'Role'),
])
const updated = value('Date this plan was last updated', 'day')
const review = value('Planned review date/interval', 'day')

const demographics = group(
  'Person demographics',
  [
    group(
      'Person name',
      [
        value('Person first name', 'text', must),
        value('Person family name', 'text', must),
        ...texts('Person preferred name', 'Title', 'Person name suffix', 'Person full name'),
      ],
      must,
    ),
    value('Date of birth', 'day', must),
    value('Gender'),
    value('Person alias', 'text', many),
    ...texts('Ethnicity', 'Religion', 'Sex', 'NHS number'),
    value('Other identifier', 'text', many),
    group(
      "Person's address",
      [
        value('Address line 1', 'text', must),
        ...texts('Address line 2', 'Address line 3', 'Address line 4', 'Address line 5'),
        value('Postcode', 'text', must),
        value('Address type'),
      ],
      { ...must, ...many },
    ),
    group("Person's contact details", [
      value('Preferred contact method'),
      group(
        "Person's telephone number details",
        texts(
          ...["Person's telephone number", "Person's telephone number type"],
          'Preference of telephone number',
        ),
        many,
      ),
      group(
        "Person's email address details",
        texts(
          ...["Person's email address", "Person's email address type"],
          'Preference of email address',
        ),
        many,
      ),
      value('Other contact information', 'text', many),
    ]),
    ...texts('Place of birth', 'Marital status'),
  ],
  must,
)

const practice = group(
  'GP practice',
  [
    group(
      'GP practice record entry',
      [...texts('GP name', 'GP practice details'), value('GP practice identifier', 'text', must)],
      many,
    ),
  ],
  must,
)

const aboutMe = group('About me', [
  ...[
    'What is most important to me',
    'People who are important to me',
    'How I communicate and how to communicate with me',
    'My wellness',
    "Please do and please don't",
    'How and when to support me',
    'Also worth knowing about me',
  ].map((name) => group(name, texts(name))),
  value('Date', 'day'),
  ...texts('Supported to write this by', 'Location to multimedia file'),
])

const contacts = [
  group('Professional contacts', [
    group(
      'Professional contacts record entry',
      [
        ...texts('Name', 'Role'),
        value('Key worker', 'yes-no'),
        ...texts('Speciality', 'Team'),
        concept('Organisation'),
        value('Contact details'),
        ...[value('Start date', 'day'), value('End date', 'day')],
      ],
      many,
    ),
  ]),
  group('Personal contacts', [
    group(
      'Personal contacts record entry',
      [
        value('Name', 'text', must),
        ...texts('Relationship', 'Relationship type', 'Contact details', 'Comments'),
      ],
      many,
    ),
  ]),
]

const formulation = group('Formulation', [
  group(
    'Formulation record entry',
    [value('Date', 'day'), concept('Location'), performing, value('Formulation'), completing()],
    many,
  ),
])

const action = group(
  'Actions and activities',
  [
    concept('What', many),
    group('Who', texts('Name', 'Role', 'Team', 'Contact details')),
    ...texts('When', 'Suggested strategies'),
    concept('Status'),
    value('Confidence', 'score'),
    value('Date last updated', 'day'),
    value('Review date', 'day'),
    group('Stage goal', [concept('Stage goal'), concept('Outcome'), value('Goal status')], many),
  ],
  many,
)

const goal = group(
  'Goals and hopes',
  [
    ...texts(CODED, FREE),
    value('Goal importance score', 'score'),
    action,
    concept('Outcomes', many),
    value('Goal status'),
  ],
  many,
)

const care = group('Care and support plan', [
  concept('Strengths', many),
  group('Needs, concerns or problems', [...texts(CODED, FREE), goal], many),
  agreed,
  concept('Care funding source'),
  updated,
  value('Other care planning documents', 'text', many),
  review,
  responsible,
  concept('Location'),
  performing,
  completing(many),
])

const contingency = group(
  'Contingency/safety plans',
  [
    concept('Trigger factors', { ...must, ...many }),
    concept('Contingency plan name'),
    concept('What should happen', many),
    group('Who should be contacted', texts('Name', 'Role', 'Contact details'), many),
    ...[agreed, updated, review, responsible],
    group(
      'Coping strategies',
      [value('Coping strategy'), value('Start date', 'day'), value('End date', 'day')],
      many,
    ),
    concept('Relapse indicators / early warning signs', many),
    group('Advance statement', [
      value('Date', 'day'),
      concept('Location'),
      concept('Advance statement'),
      value('Location of document'),
      performing,
      completing(),
    ]),
    value('Anticipatory medicines/equipment', 'text', many),
    concept('Location', many),
    performing,
    completing(),
  ],
  many,
)

const supporting = group(
  'Additional support plans',
  [
    concept('Additional support plan name'),
    value('Additional support plan content'),
    ...[review, responsible, updated, concept('Location'), performing],
    completing(),
  ],
  many,
)

/**
 * Every heading of the standard; an organisation has the same two headings wherever it is named.
 * @source PRSB Personalised Care and Support Plan v2.0 (DAPB4022 Amd 38/2021), information model
 */
export const standardPlan: StandardHeading = group('Personalised care and support plan', [
  ...[demographics, practice, aboutMe, ...contacts, formulation, care, contingency, supporting],
])

/** The heading at a path below another; throws where the standard has none there. */
export function standardAt(
  path: readonly string[],
  from: StandardHeading = standardPlan,
): StandardHeading {
  const [first, ...rest] = path
  if (first === undefined) return from
  const found = from.inner.find(({ name }) => name === first)
  if (found === undefined) throw new TypeError(`The standard has no “${first}” there`)
  return standardAt(rest, found)
}
