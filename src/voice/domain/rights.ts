// The rights of patients in the NHS Constitution, as dated data: who owes each, and what to do.

export type RightOwner =
  | 'provider'
  | 'practice'
  | 'referrer'
  | 'board'
  | 'nhs'
  | 'ombudsman'
  | 'court'

/** Where one tap leads: a story of a kind, a complaint, a letter, or a page of one's own. */
export type RightStart =
  | 'story'
  | 'idea'
  | 'safety'
  | 'complain'
  | 'complaints'
  | 'record'
  | 'looks'
  | 'share'
  | 'stories'
  | 'letter'
  | 'outside'

export type RightMeasure = 'complaints' | 'corrections' | 'looks' | 'stories' | 'record'

export type RightClock = 'acknowledge' | 'explain' | 'treated' | 'given' | 'corrected'

export type Right = {
  readonly id: string
  readonly group: string
  /** A short form and not the Constitution's wording. */
  readonly says: string
  readonly owner: RightOwner
  readonly start: RightStart
  /** Whose time it has: a step of `complaintClocks`, or a rule of `right/dated-rules.ts`. */
  readonly clock: RightClock | null
  /** By what it is measured here; null: unmeasured. */
  readonly measure: RightMeasure | null
  /** Whether it was read in a text that gives the Constitution's wording. */
  readonly read: boolean
}

/** @source NHS Constitution for England, section 3a, as updated on GOV.UK on 17 August 2023 */
export const rightsEdition = {
  source: 'NHS Constitution for England, section 3a',
  link: 'https://www.gov.uk/government/publications/the-nhs-constitution-for-england',
  edition: '2015, page last updated 17 August 2023',
  reviewBy: '2026-12-31',
} as const

type Listed = Omit<Right, 'group' | 'clock' | 'read' | 'measure'> &
  Partial<Pick<Right, 'clock' | 'read'>>

/** What this product itself counts; everything else is unmeasured, and says so. */
const measures: Readonly<Record<string, RightMeasure>> = {
  'CR-R5': 'record',
  'CR-R6': 'corrections',
  'CR-R8': 'looks',
  'CR-C3': 'stories',
  'CR-X1': 'complaints',
  'CR-X2': 'complaints',
  'CR-X3': 'complaints',
  'CR-X4': 'complaints',
  'CR-X5': 'complaints',
}

/** Rights of one group: without a clock, and read in its wording, unless an entry says else. */
const inGroup = (group: string, list: readonly Listed[]): Right[] =>
  list.map((one) => ({ clock: null, read: true, ...one, group, measure: measures[one.id] ?? null }))

export const rights: readonly Right[] = [
  ...inGroup('Access to health services', [
    {
      id: 'CR-A1',
      says:
        'NHS services free of charge, apart from limited exceptions sanctioned by ' + 'Parliament',
      owner: 'provider',
      start: 'complain',
    },
    {
      id: 'CR-A2',
      says: 'Access to NHS services. You will not be refused on unreasonable grounds',
      owner: 'provider',
      start: 'complain',
    },
    {
      id: 'CR-A3',
      says:
        'Care and treatment that is appropriate to you, meets your needs and reflects your ' +
        'preferences',
      owner: 'nhs',
      start: 'complain',
    },
    {
      id: 'CR-A4',
      says:
        'The NHS assesses your community’s health needs and puts in place the services ' +
        'considered necessary; for public health, councils take steps to improve local ' +
        'health',
      owner: 'board',
      start: 'idea',
    },
    {
      id: 'CR-A5',
      says:
        'Planned treatment abroad, with authorisation, where the agreements allow. The ' +
        'older wording (European Economic Area and Switzerland) ended with EU exit; the ' +
        'GOV.UK page says so',
      owner: 'board',
      start: 'complain',
      read: false,
    },
    {
      id: 'CR-A6',
      says:
        'No unlawful discrimination in NHS services, including on gender, race, disability, ' +
        'age, sexual orientation, religion, belief, gender reassignment, pregnancy and ' +
        'maternity, marital or civil partnership status',
      owner: 'nhs',
      start: 'complain',
    },
    {
      id: 'CR-A7',
      says:
        'Certain services within maximum waiting times, or all reasonable steps to offer ' +
        'you suitable alternatives',
      owner: 'provider',
      start: 'complain',
      clock: 'treated',
    },
  ]),
  ...inGroup('Quality of care and environment', [
    {
      id: 'CR-Q1',
      says:
        'A professional standard of care, by qualified and experienced staff, in an ' +
        'approved or registered organisation that meets required levels of safety and ' +
        'quality',
      owner: 'provider',
      start: 'story',
    },
    {
      id: 'CR-Q2',
      says: 'To be cared for in a clean, safe, secure and suitable environment',
      owner: 'provider',
      start: 'story',
    },
    {
      id: 'CR-Q3',
      says: 'Suitable and nutritious food and hydration to sustain good health and wellbeing',
      owner: 'provider',
      start: 'story',
      read: false,
    },
    {
      id: 'CR-Q4',
      says:
        'NHS bodies monitor, and make efforts to improve continuously, the quality of the ' +
        'care they commission or provide: safety, effectiveness and experience',
      owner: 'provider',
      start: 'story',
    },
  ]),
  ...inGroup('Nationally approved treatments, drugs and programmes', [
    {
      id: 'CR-N1',
      says:
        'Drugs and treatments recommended by NICE for the NHS, if your doctor says they are ' +
        'clinically appropriate for you',
      owner: 'board',
      start: 'complain',
    },
    {
      id: 'CR-N2',
      says:
        'Local decisions on funding other drugs and treatments made rationally after proper ' +
        'consideration of the evidence; if not funded, the decision is explained',
      owner: 'board',
      start: 'complain',
      read: false,
    },
    {
      id: 'CR-N3',
      says:
        'Vaccinations that the Joint Committee on Vaccination and Immunisation recommends ' +
        'for you under a national programme',
      owner: 'provider',
      start: 'complain',
    },
  ]),
  ...inGroup('Respect, consent and confidentiality', [
    {
      id: 'CR-R1',
      says: 'To be treated with dignity and respect, in accordance with your human rights',
      owner: 'provider',
      start: 'story',
    },
    {
      id: 'CR-R2',
      says: 'To be protected from abuse and neglect, and from degrading care and treatment',
      owner: 'provider',
      start: 'safety',
      read: false,
    },
    {
      id: 'CR-R3',
      says:
        'To accept or refuse treatment; no examination or treatment without valid consent. ' +
        'Without capacity, consent from a person legally able to give it, or your best ' +
        'interests',
      owner: 'provider',
      start: 'story',
      read: false,
    },
    {
      id: 'CR-R4',
      says:
        'Information about tests and treatments offered: what they involve, their risks and ' +
        'their benefits',
      owner: 'provider',
      start: 'story',
      read: false,
    },
    {
      id: 'CR-R5',
      says: 'Access to your own health records',
      owner: 'provider',
      start: 'record',
      clock: 'given',
    },
    {
      id: 'CR-R6',
      says: 'To have factual inaccuracies in your records corrected',
      owner: 'provider',
      start: 'record',
      clock: 'corrected',
      read: false,
    },
    {
      id: 'CR-R7',
      says: 'Privacy and confidentiality; your confidential information kept safe and secure',
      owner: 'provider',
      start: 'complain',
    },
    {
      id: 'CR-R8',
      says: 'To be informed about how your information is used',
      owner: 'provider',
      start: 'looks',
    },
    {
      id: 'CR-R9',
      says:
        'To ask that your confidential information is not used beyond your own care, to ' +
        'have objections considered and, where your wish cannot be followed, to be told the ' +
        'reasons including the legal basis',
      owner: 'provider',
      start: 'share',
    },
  ]),
  ...inGroup('Informed choice', [
    {
      id: 'CR-C1',
      says:
        'To choose your GP practice and be accepted, unless there are reasonable grounds to ' +
        'refuse, which you will be told',
      owner: 'practice',
      start: 'complain',
    },
    {
      id: 'CR-C2',
      says:
        'To express a preference for a particular doctor in the practice, and for the ' +
        'practice to try to comply',
      owner: 'practice',
      start: 'story',
    },
    {
      id: 'CR-C3',
      says:
        'Transparent, accessible and comparable data on the quality of local providers and ' +
        'on outcomes compared with others nationally',
      owner: 'board',
      start: 'stories',
      read: false,
    },
    {
      id: 'CR-C4',
      says:
        'To make choices about services commissioned by NHS bodies, and to information to ' +
        'support those choices. The options develop over time and depend on your needs',
      owner: 'provider',
      start: 'story',
    },
  ]),
  ...inGroup('Involvement in your healthcare and in the NHS', [
    {
      id: 'CR-I1',
      says:
        'To be involved in planning and making decisions about your health and care, ' +
        'including at the end of life, with the information and support to do so; where ' +
        'appropriate this includes family and carers',
      owner: 'provider',
      start: 'idea',
      read: false,
    },
    {
      id: 'CR-I2',
      says:
        'An open and transparent relationship with the organisation caring for you; to be ' +
        'told of any safety incident that caused or could still cause significant harm or ' +
        'death, with the facts, an apology and reasonable support',
      owner: 'provider',
      start: 'idea',
      read: false,
    },
    {
      id: 'CR-I3',
      says:
        'To be involved, directly or through representatives, in planning services, in ' +
        'proposals for change and in decisions affecting how they run',
      owner: 'board',
      start: 'idea',
      read: false,
    },
  ]),
  ...inGroup('Complaint and redress', [
    {
      id: 'CR-X1',
      says: 'To have a complaint acknowledged within three working days',
      owner: 'provider',
      start: 'complain',
      clock: 'acknowledge',
    },
    {
      id: 'CR-X2',
      says: 'To have it dealt with efficiently and properly investigated',
      owner: 'provider',
      start: 'complain',
      clock: 'explain',
    },
    {
      id: 'CR-X3',
      says:
        'To discuss how it will be handled, and to know the likely period for the ' +
        'investigation and the response',
      owner: 'provider',
      start: 'complain',
      clock: 'acknowledge',
      read: false,
    },
    {
      id: 'CR-X4',
      says:
        'To be kept informed of progress, and to know the outcome, with an explanation of ' +
        'the conclusions and confirmation of any action',
      owner: 'provider',
      start: 'complaints',
      clock: 'explain',
      read: false,
    },
    {
      id: 'CR-X5',
      says:
        'To take it to the independent Parliamentary and Health Service Ombudsman (or the ' +
        'Local Government Ombudsman) if you are not satisfied',
      owner: 'ombudsman',
      start: 'complaints',
      read: false,
    },
    {
      id: 'CR-X6',
      says:
        'To make a claim for judicial review if you think you have been directly affected ' +
        'by an unlawful act or decision of an NHS body or local authority',
      owner: 'court',
      start: 'outside',
    },
    {
      id: 'CR-X7',
      says: 'Compensation where you have been harmed by negligent treatment',
      owner: 'court',
      start: 'outside',
    },
  ]),
]
