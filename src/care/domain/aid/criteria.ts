// What a decision aid is judged by: the criteria of IPDAS, and what each asks for.

/**
 * `form` can be read by the compiler or not; `qualifying` decides whether it is a decision aid at
 * all; `certifying` and `screening` guard against harmful bias; `quality` makes a good one.
 */
export type CriterionKind = 'form' | 'qualifying' | 'certifying' | 'screening' | 'quality'

export type Criterion = {
  readonly code: string
  readonly kind: Exclude<CriterionKind, 'form'>
  readonly asks: string
}

const ask = (kind: Criterion['kind'], code: string, asks: string): Criterion => ({
  code,
  kind,
  asks,
})

/**
 * The six, six and four are those of the standard in our words. Of its 28 criteria of quality,
 * these ten can be judged from the text alone; the others need people.
 * @source IPDASi version 4: Joseph-Williams and others, Medical Decision Making 2014; 34: 699–710
 */
export const criteria: readonly Criterion[] = [
  ask('qualifying', 'condition', 'It describes the condition'),
  ask('qualifying', 'decision', 'It says which decision there is to make'),
  ask('qualifying', 'options', 'It describes the options'),
  ask('qualifying', 'positive', 'It says what is good about each option'),
  ask('qualifying', 'negative', 'It says what is bad about each option'),
  ask('qualifying', 'experience', 'It says what each option is like: body, mind and daily life'),
  ask('certifying', 'equal-detail', 'Good and bad are told in equal detail'),
  ask('certifying', 'citations', 'It names the evidence behind its figures'),
  ask('certifying', 'publication-date', 'It says when it was published'),
  ask('certifying', 'update-policy', 'It says when it will be looked at again'),
  ask('certifying', 'uncertainty', 'It says how sure each figure is'),
  ask('certifying', 'funding', 'It says who paid for it'),
  ask('screening', 'test-measures', 'It says what the test measures'),
  ask('screening', 'test-found', 'It says what comes next if the condition is found'),
  ask('screening', 'test-not-found', 'It says what comes next if it is not found'),
  ask('screening', 'test-never-harmful', 'It says that a test can find what would never do harm'),
  ask('quality', 'same-denominator', 'All figures are out of the same number of people'),
  ask('quality', 'side-by-side', 'Every option has the same rows'),
  ask('quality', 'both-frames', 'Each figure says how many do and how many do not'),
  ask('quality', 'more-than-one-view', 'Figures are shown in words and as a picture'),
  ask('quality', 'values', 'It helps to find out what matters'),
  ask('quality', 'doing-nothing', 'Waiting is an option, or it says why not'),
  ask('quality', 'reading-age', 'It is easy to read'),
  ask(
    'quality',
    'source-dates',
    'It says when each source was checked, and shows each figure in it',
  ),
  ask('quality', 'interests', 'It says who wrote it and what they stand to gain'),
  ask('quality', 'people-involved', 'People who faced the decision helped to make it'),
]

/** One thing to mend, and the line to mend it at. */
export type Finding = {
  readonly kind: CriterionKind
  /** The criterion, or what about the form is wrong. */
  readonly code: string
  readonly line: number
  readonly says: string
  readonly mend: string
}

/** How many criteria of a kind are met. */
export type Met = { readonly met: number; readonly of: number }
