// A decision as a FHIR RequestGroup, and read back the same.
import type { TreatmentConsentForm } from './decision.ts'
import { type Extension, extensionsOf, Held } from './extensions.ts'
import type { Portrait, Remark } from './portrait.ts'

/** Our own name for the headings that FHIR R4 has no element for; one part each. */
const HEADINGS = 'https://coproduce.example/fhir/StructureDefinition/shared-decision'

/** A draft is never mistaken for what holds. @source FHIR R4, request-status */
const statuses = { 'in progress': 'draft', valid: 'active', cancelled: 'revoked' } as const

type OptionAction = {
  readonly id: string
  readonly title: string
  readonly documentation: readonly {
    readonly type: 'documentation'
    readonly label: 'Benefit' | 'Risk'
    readonly display: string
  }[]
  readonly extension: readonly Extension[]
}

export type RequestGroup = {
  readonly resourceType: 'RequestGroup'
  readonly id: string
  readonly status: 'draft' | 'active' | 'revoked'
  readonly intent: 'plan'
  readonly code: { readonly text: string }
  readonly subject: { readonly reference: string }
  readonly note: readonly { readonly authorString: string; readonly text: string }[]
  readonly action: readonly [
    {
      readonly title: string
      readonly selectionBehavior: 'at-most-one'
      readonly action: readonly OptionAction[]
    },
  ]
  readonly extension: readonly Extension[]
}

/**
 * The options are actions of which at most one is selected; reservations and comments are notes;
 * the other headings are parts of one extension.
 * @source FHIR R4, RequestGroup; PRSB Shared Decision Making v1.0
 */
export function requestGroupOf(
  shown: Portrait,
  { id, person }: { readonly id: string; readonly person: string },
): RequestGroup {
  const { options, issues, question, status, ...others } = shown
  const sides = issues.map(({ side }) => side)
  return {
    resourceType: 'RequestGroup',
    id,
    status: statuses[status],
    intent: 'plan',
    code: { text: 'Shared decision' },
    subject: { reference: `Patient/${person}` },
    note: issues.map(({ by, says }) => ({ authorString: by, text: says })),
    action: [
      {
        title: question,
        selectionBehavior: 'at-most-one',
        action: options.map((option) => ({
          id: option.id,
          title: option.name,
          documentation: [
            ...option.benefits.map((display) => documented('Benefit', display)),
            ...option.risks.map((display) => documented('Risk', display)),
          ],
          extension: extensionsOf({
            isWaiting: option.isWaiting,
            isChosen: shown.decided !== null && shown.decided.option === option.id,
          }),
        })),
      },
    ],
    extension: [{ url: HEADINGS, extension: extensionsOf({ ...others, sides }) }],
  }
}

const documented = (label: 'Benefit' | 'Risk', display: string) =>
  ({ type: 'documentation', label, display }) as const

/** Reads back what `requestGroupOf` wrote. */
export function fromRequestGroup(group: RequestGroup): Portrait {
  const [held = new Held([])] = new Held(group.extension).groups(HEADINGS)
  const [decision] = group.action
  const sides = held.texts('sides')
  const status = (Object.keys(statuses) as Portrait['status'][]).find(
    (one) => statuses[one] === group.status,
  )
  return {
    ...headingsIn(held),
    ...eventsIn(held),
    status: status ?? 'in progress',
    question: decision.title,
    issues: group.note.map(({ authorString, text: says }, place) => ({
      says,
      by: authorString,
      side: sideIn(sides[place]),
    })),
    options: decision.action.map(({ id, title, documentation, extension }) => ({
      id,
      name: title,
      isWaiting: new Held(extension).is('isWaiting'),
      benefits: documentation.filter((one) => one.label === 'Benefit').map((one) => one.display),
      risks: documentation.filter((one) => one.label === 'Risk').map((one) => one.display),
    })),
  }
}

const sideIn = (text: string | undefined): Remark['side'] =>
  text === 'person' || text === 'professional' ? text : 'supporter'

function headingsIn(held: Held) {
  const [withheld] = held.groups('withheld')
  const [delayed] = held.groups('delayed')
  const [tool] = held.groups('tool')
  return {
    before: held.text('before'),
    people: held
      .groups('people')
      .map((one) => ({ name: one.text('name'), role: one.text('role') })),
    personAgenda: held.text('personAgenda'),
    professionalAgenda: held.text('professionalAgenda'),
    matters: held.text('matters'),
    marks: held.groups('marks').map((one) => ({
      name: one.text('name'),
      weight: one.text('weight') === 'much' ? ('much' as const) : ('some' as const),
    })),
    questions: held.texts('questions'),
    noWaiting: held.text('noWaiting'),
    withheld:
      withheld === undefined
        ? null
        : { why: withheld.text('why'), legalAdvice: withheld.is('legalAdvice') },
    delayed:
      delayed === undefined
        ? null
        : { what: delayed.text('what'), why: delayed.text('why'), when: delayed.text('when') },
    professionalActions: held.texts('professionalActions'),
    personActions: held.texts('personActions'),
    tool:
      tool === undefined
        ? null
        : { aid: tool.text('aid'), version: tool.number('version'), title: tool.text('title') },
  }
}

function eventsIn(held: Held) {
  const [talk] = held.groups('talk')
  const [decided] = held.groups('decided')
  const [cancelled] = held.groups('cancelled')
  return {
    talk:
      talk === undefined
        ? null
        : {
            day: talk.text('day'),
            method: talk.text('method'),
            seenBy: talk.text('seenBy'),
            responsible: talk.text('responsible'),
            accompanied: talk.text('accompanied'),
            interpreter: talk.text('interpreter'),
            recording: talk.text('recording'),
          },
    decided:
      decided === undefined
        ? null
        : {
            option: decided.textOrNull('option'),
            named: decided.text('named'),
            says: decided.text('says'),
            by: decided.text('by'),
            basis: decided.textOrNull('basis'),
            day: decided.text('day'),
          },
    reviewOn: held.textOrNull('reviewOn'),
    treatmentConsentForms: held.groups('treatmentConsentForms').map((one) => ({
      form: one.text('form') as TreatmentConsentForm['form'],
      says: one.text('says'),
      where: one.text('where'),
      by: one.text('by'),
    })),
    cancelled:
      cancelled === undefined
        ? null
        : {
            says: cancelled.text('says'),
            by: cancelled.text('by'),
            side: sideIn(cancelled.text('side')),
          },
    earlier: held.groups('earlier').map((one) => ({
      named: one.text('named'),
      until: one.text('until'),
      because: one.text('because'),
    })),
  }
}
