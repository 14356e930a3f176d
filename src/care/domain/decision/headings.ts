// A decision under the headings of the standard, as JSON: written, and read back the same.
import type { Portrait, Remark } from './portrait.ts'

/** @source PRSB Shared Decision Making v1.0 */
export const STANDARD = 'PRSB Shared Decision Making v1.0'

const statuses = { 'in progress': 'In progress', valid: 'Valid', cancelled: 'Cancelled' } as const

const sides = {
  person: 'Person',
  professional: 'Professional',
  supporter: 'Supporter',
} as const

/** The headings of the standard; those that begin with a small letter are our own beside them. */
export type Headings = ReturnType<typeof headingsOf>

const remarkOut = ({ says, by, side }: Remark) => ({ Details: says, By: by, Side: sides[side] })
const remarkIn = ({ Details, By, Side }: ReturnType<typeof remarkOut>): Remark => ({
  says: Details,
  by: By,
  side: keyOf(sides, Side),
})

function keyOf<K extends string>(named: Readonly<Record<K, string>>, name: string): K {
  const found = (Object.keys(named) as K[]).find((key) => named[key] === name)
  if (found === undefined) throw new TypeError(`Nothing is named ${name}`)
  return found
}

/** @source SNOMED CT UK, as PRSB Shared Decision Making v1.0 names them for NHS forms 1 to 4 */
const formCodes = {
  '1': '849771000000105',
  '2': '849781000000107',
  '3': '849791000000109',
  '4': '849801000000108',
  other: null,
} as const

export function headingsOf(shown: Portrait) {
  return {
    standard: STANDARD,
    ...contactsOut(shown),
    'Shared decision point': [pointOf(shown)],
    'Consent form details': shown.treatmentConsentForms.map(({ form, says, where, by }) => ({
      'Consent form type': { 'Coded value': formCodes[form], 'Free text': says },
      'Consent form location': where,
      'Consent form MIME type': mimeOf(where),
      notedBy: by,
    })),
  }
}

/** What kind of file it is, where the place says so. */
const mimeOf = (where: string): string | null => {
  const end = /\.(pdf|jpe?g|png|html?)$/i.exec(where)?.[1]?.toLowerCase() ?? ''
  return fileTypes[end] ?? null
}

const fileTypes: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  htm: 'text/html',
  html: 'text/html',
}

const contactsOut = ({ talk }: Portrait) => ({
  'Contacts with professionals':
    talk === null
      ? []
      : [
          {
            'Date/time': talk.day,
            Method: talk.method,
            'Seen by': talk.seenBy,
            'Responsible professional': talk.responsible,
            'Person accompanied by': talk.accompanied,
            'Interpreter used': talk.interpreter,
            Recording: talk.recording,
          },
        ],
})

const pointOf = (shown: Portrait) => ({
  Status: statuses[shown.status],
  Subject: shown.question,
  'Pre-discussion information shared': shown.before,
  'People involved': shown.people.map(({ name, role }) => ({ Name: name, Role: role })),
  'Shared agenda': {
    'Patient agenda': shown.personAgenda,
    'Clinician agenda': shown.professionalAgenda,
  },
  'What matters to the person': shown.matters,
  marked: shown.marks,
  questions: shown.questions,
  'Options discussed': shown.options.map((option) => ({
    Identifier: option.id,
    Option: option.name,
    'Do nothing or wait': option.isWaiting,
    'Risks communication': option.risks,
    Benefits: option.benefits,
  })),
  'Why doing nothing is not an option': shown.noWaiting,
  ...entryOut(shown),
  ...toldOut(shown),
  'Post-discussion actions': {
    'For professionals': shown.professionalActions,
    'For person or carer': shown.personActions,
  },
  cancelled: shown.cancelled === null ? null : remarkOut(shown.cancelled),
  earlier: shown.earlier,
})

const entryOut = ({ tool, decided, reviewOn, issues }: Portrait) => ({
  'Decision support tool':
    tool === null
      ? []
      : [
          {
            Identifier: tool.aid,
            Name: tool.title,
            Type: 'Decision aid',
            Version: tool.version,
            Location: `/aids/${tool.aid}/versions/${tool.version}`,
          },
        ],
  'Decision entry':
    decided === null
      ? []
      : [
          {
            Identifier: decided.option,
            Decision: decided.named,
            Details: decided.says,
            'Made by': decided.by,
            'Legal basis': decided.basis,
            Date: decided.day,
          },
        ],
  'Planned review date': reviewOn,
  'Decision issues': { Flag: issues.length > 0, Details: issues.map(remarkOut) },
})

const toldOut = ({ withheld, delayed }: Portrait) => ({
  'Information withheld':
    withheld === null
      ? { Indicator: false }
      : { Indicator: true, Reason: withheld.why, 'Legal advice sought': withheld.legalAdvice },
  'Information sharing delayed':
    delayed === null
      ? null
      : { What: delayed.what, Why: delayed.why, 'When it can be shared': delayed.when },
})

/** Reads back what `headingsOf` wrote. */
export function fromHeadings(held: Headings): Portrait {
  const [contact] = held['Contacts with professionals']
  const [point] = held['Shared decision point']
  if (point === undefined) throw new TypeError('There is no shared decision point')
  return {
    ...fromPoint(point),
    talk:
      contact === undefined
        ? null
        : {
            day: contact['Date/time'],
            method: contact.Method,
            seenBy: contact['Seen by'],
            responsible: contact['Responsible professional'],
            accompanied: contact['Person accompanied by'],
            interpreter: contact['Interpreter used'],
            recording: contact.Recording,
          },
    treatmentConsentForms: held['Consent form details'].map((one) => ({
      form: formKind(one['Consent form type']['Coded value']),
      says: one['Consent form type']['Free text'],
      where: one['Consent form location'],
      by: one.notedBy,
    })),
  }
}

const formKind = (code: string | null) =>
  (Object.keys(formCodes) as (keyof typeof formCodes)[]).find((one) => formCodes[one] === code) ??
  'other'

function fromPoint(
  point: ReturnType<typeof pointOf>,
): Omit<Portrait, 'talk' | 'treatmentConsentForms'> {
  const [tool] = point['Decision support tool']
  const [entry] = point['Decision entry']
  const delayed = point['Information sharing delayed']
  const withheld = point['Information withheld']
  return {
    status: keyOf(statuses, point.Status),
    question: point.Subject,
    before: point['Pre-discussion information shared'],
    people: point['People involved'].map(({ Name, Role }) => ({ name: Name, role: Role })),
    personAgenda: point['Shared agenda']['Patient agenda'],
    professionalAgenda: point['Shared agenda']['Clinician agenda'],
    matters: point['What matters to the person'],
    marks: point.marked,
    questions: point.questions,
    options: point['Options discussed'].map((one) => ({
      id: one.Identifier,
      name: one.Option,
      isWaiting: one['Do nothing or wait'],
      risks: one['Risks communication'],
      benefits: one.Benefits,
    })),
    noWaiting: point['Why doing nothing is not an option'],
    tool:
      tool === undefined ? null : { aid: tool.Identifier, version: tool.Version, title: tool.Name },
    decided:
      entry === undefined
        ? null
        : {
            option: entry.Identifier,
            named: entry.Decision,
            says: entry.Details,
            by: entry['Made by'],
            basis: entry['Legal basis'],
            day: entry.Date,
          },
    reviewOn: point['Planned review date'],
    issues: point['Decision issues'].Details.map(remarkIn),
    withheld: 'Reason' in withheld ? withheldIn(withheld) : null,
    delayed:
      delayed === null
        ? null
        : { what: delayed.What, why: delayed.Why, when: delayed['When it can be shared'] },
    professionalActions: point['Post-discussion actions']['For professionals'],
    personActions: point['Post-discussion actions']['For person or carer'],
    cancelled: point.cancelled === null ? null : remarkIn(point.cancelled),
    earlier: point.earlier,
  }
}

const withheldIn = (held: { Reason?: string; 'Legal advice sought'?: boolean }) => ({
  why: held.Reason ?? '',
  legalAdvice: held['Legal advice sought'] === true,
})
