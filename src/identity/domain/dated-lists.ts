// Kinds of organisation, roles and ties as dated data: institutions come and go.
import type { Day } from '../../basics/index.ts'

/** One entry of a list: it may be used on the days from `from` until before `until`. */
export type Listed = {
  readonly code: string
  readonly says: string
  readonly from: Day | null
  /** The first day on which there were none any more. */
  readonly until: Day | null
  readonly source: string
}

const listed = (
  code: string,
  says: string,
  source: string,
  from: string | null = null,
  until: string | null = null,
): Listed => ({ code, says, source, from: from as Day | null, until: until as Day | null })

/** The entry of this code that held on the day, or null. */
export const listedOn = <Entry extends Listed>(
  list: readonly Entry[],
  code: string,
  day: Day,
): Entry | null =>
  list.find(
    (one) =>
      one.code === code &&
      (one.from === null || one.from <= day) &&
      (one.until === null || day < one.until),
  ) ?? null

const nhsAct2006 = 'National Health Service Act 2006'
const act2012 = 'Health and Social Care Act 2012'
const act2022 = 'Health and Care Act 2022'

export const organisationKinds: readonly Listed[] = [
  listed('gp-practice', 'GP practice', nhsAct2006),
  listed('pharmacy', 'Pharmacy', nhsAct2006),
  listed('nhs-trust', 'NHS trust or foundation trust', nhsAct2006),
  listed(
    'health-authority',
    'Health authority',
    'Health Authorities Act 1995',
    '1996-04-01',
    '2002-10-01',
  ),
  listed('primary-care-trust', 'Primary care trust', 'Health Act 1999', '2000-04-01', '2013-04-01'),
  listed(
    'clinical-commissioning-group',
    'Clinical commissioning group',
    act2012,
    '2013-04-01',
    '2022-07-01',
  ),
  listed('integrated-care-board', 'Integrated care board', act2022, '2022-07-01'),
  listed(
    'community-health-council',
    'Community health council',
    'NHS Reorganisation Act 1973',
    '1974-04-01',
    '2003-12-01',
  ),
  listed(
    'link',
    'Local Involvement Network',
    'Local Government and Public Involvement in Health Act 2007',
    '2008-04-01',
    '2013-04-01',
  ),
  listed('local-healthwatch', 'Local Healthwatch', act2012, '2013-04-01'),
  listed(
    'local-health-board',
    'Local health board in Wales',
    'National Health Service (Wales) Act 2006',
  ),
  listed(
    'citizen-voice-body',
    'Llais, the citizen voice body for Wales',
    'Health and Social Care (Quality and Engagement) (Wales) Act 2020',
    '2023-04-01',
  ),
  listed('local-authority', 'Council', 'Local Government Act 1972'),
  listed('care-provider', 'Care home or home care', act2012),
  listed('charity', 'Charity or community organisation', 'Charities Act 2011'),
]

/** A role says what a person may do here; which pages it opens, each route says for itself. */
export type RoleKind = Listed & {
  /** Whether it is held in an organisation, or in this installation as a whole. */
  readonly inOrganisation: boolean
}

const role = (code: string, says: string, inOrganisation = true): RoleKind => ({
  ...listed(code, says, 'Policy of this installation'),
  inOrganisation,
})

export const roleKinds: readonly RoleKind[] = [
  role('administrator', 'Administrator', false),
  role('moderator', 'Moderator', false),
  role('aid-editor', 'Editor of decision aids', false),
  role('doctor', 'Doctor'),
  role('nurse', 'Nurse'),
  role('pharmacist', 'Pharmacist'),
  role('link-worker', 'Social prescribing link worker'),
  role('care-coordinator', 'Care coordinator'),
  role('community-worker', 'Community development worker'),
  role('practice-manager', 'Practice manager'),
  role('complaints-manager', 'Complaints manager'),
  role('information-officer', 'Information governance officer'),
  role('records-officer', 'Records officer'),
  role('commissioner', 'Commissioner'),
  role('facilitator', 'Facilitator'),
  role('scrutiny-member', 'Member of a health scrutiny committee'),
  role('scrutiny-officer', 'Officer of a health scrutiny committee'),
  role('advocate', 'Advocate'),
]

/** A tie between two people, said from both ends. */
export type TieKind = Listed & {
  /** What the helper is to the other: "carer". */
  readonly helperIs: string
  /** What the other is to the helper: "the person they care for". */
  readonly helpedIs: string
}

const tie = (code: string, says: string, helperIs: string, helpedIs: string, source: string) => ({
  ...listed(code, says, source),
  helperIs,
  helpedIs,
})

export const tieKinds: readonly TieKind[] = [
  tie('carer', 'Carer', 'Your carer', 'You care for them', 'Care Act 2014, section 10(3)'),
  tie('proxy', 'Proxy', 'Your proxy: may act for you', 'You may act for them', 'DAPB3051'),
  tie('family', 'Family', 'Your family', 'Your family', 'Policy of this installation'),
  tie(
    'key-worker',
    'Key worker',
    'Your key worker',
    'You are their key worker',
    'NICE NG197, recommendation 1.2 (named people who help to decide)',
  ),
]

/** @source FHIR R4, AdministrativeGender */
export const genders: readonly string[] = ['female', 'male', 'other', 'unknown']
