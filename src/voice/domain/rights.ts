// The rights of patients in the NHS Constitution, as dated data: who owes each, and what to do.

export type RightOwner = 'provider' | 'practice' | 'board' | 'nhs' | 'ombudsman' | 'court'

/** Where one tap leads: a story of a kind, a complaint, or a page about one's own things. */
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
  | 'outside'

export type Right = {
  readonly id: string
  readonly group: string
  /** A short form and not the Constitution's wording. */
  readonly says: string
  readonly owner: RightOwner
  readonly start: RightStart
  /** A step of `complaintClocks` whose time it has; null: the law gives no time. */
  readonly clock: 'acknowledge' | 'explain' | null
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

export const rights: readonly Right[] = [
  {
    id: 'CR-A1',
    group: 'Access to health services',
    says:
      'NHS services free of charge, apart from limited exceptions sanctioned by ' + 'Parliament',
    owner: 'provider',
    start: 'complain',
    clock: null,
    read: true,
  },
  {
    id: 'CR-A2',
    group: 'Access to health services',
    says: 'Access to NHS services. You will not be refused on unreasonable grounds',
    owner: 'provider',
    start: 'complain',
    clock: null,
    read: true,
  },
  {
    id: 'CR-A3',
    group: 'Access to health services',
    says:
      'Care and treatment that is appropriate to you, meets your needs and reflects your ' +
      'preferences',
    owner: 'nhs',
    start: 'complain',
    clock: null,
    read: true,
  },
  {
    id: 'CR-A4',
    group: 'Access to health services',
    says:
      'The NHS assesses your community’s health needs and puts in place the services ' +
      'considered necessary; for public health, councils take steps to improve local ' +
      'health',
    owner: 'board',
    start: 'idea',
    clock: null,
    read: true,
  },
  {
    id: 'CR-A5',
    group: 'Access to health services',
    says:
      'Planned treatment abroad, with authorisation, where the agreements allow. The ' +
      'older wording (European Economic Area and Switzerland) ended with EU exit; the ' +
      'GOV.UK page says so',
    owner: 'board',
    start: 'complain',
    clock: null,
    read: false,
  },
  {
    id: 'CR-A6',
    group: 'Access to health services',
    says:
      'No unlawful discrimination in NHS services, including on gender, race, disability, ' +
      'age, sexual orientation, religion, belief, gender reassignment, pregnancy and ' +
      'maternity, marital or civil partnership status',
    owner: 'nhs',
    start: 'complain',
    clock: null,
    read: true,
  },
  {
    id: 'CR-A7',
    group: 'Access to health services',
    says:
      'Certain services within maximum waiting times, or all reasonable steps to offer ' +
      'you suitable alternatives',
    owner: 'provider',
    start: 'complain',
    clock: null,
    read: true,
  },
  {
    id: 'CR-Q1',
    group: 'Quality of care and environment',
    says:
      'A professional standard of care, by qualified and experienced staff, in an ' +
      'approved or registered organisation that meets required levels of safety and ' +
      'quality',
    owner: 'provider',
    start: 'story',
    clock: null,
    read: true,
  },
  {
    id: 'CR-Q2',
    group: 'Quality of care and environment',
    says: 'To be cared for in a clean, safe, secure and suitable environment',
    owner: 'provider',
    start: 'story',
    clock: null,
    read: true,
  },
  {
    id: 'CR-Q3',
    group: 'Quality of care and environment',
    says: 'Suitable and nutritious food and hydration to sustain good health and wellbeing',
    owner: 'provider',
    start: 'story',
    clock: null,
    read: false,
  },
  {
    id: 'CR-Q4',
    group: 'Quality of care and environment',
    says:
      'NHS bodies monitor, and make efforts to improve continuously, the quality of the ' +
      'care they commission or provide: safety, effectiveness and experience',
    owner: 'provider',
    start: 'story',
    clock: null,
    read: true,
  },
  {
    id: 'CR-N1',
    group: 'Nationally approved treatments, drugs and programmes',
    says:
      'Drugs and treatments recommended by NICE for the NHS, if your doctor says they are ' +
      'clinically appropriate for you',
    owner: 'board',
    start: 'complain',
    clock: null,
    read: true,
  },
  {
    id: 'CR-N2',
    group: 'Nationally approved treatments, drugs and programmes',
    says:
      'Local decisions on funding other drugs and treatments made rationally after proper ' +
      'consideration of the evidence; if not funded, the decision is explained',
    owner: 'board',
    start: 'complain',
    clock: null,
    read: false,
  },
  {
    id: 'CR-N3',
    group: 'Nationally approved treatments, drugs and programmes',
    says:
      'Vaccinations that the Joint Committee on Vaccination and Immunisation recommends ' +
      'for you under a national programme',
    owner: 'provider',
    start: 'complain',
    clock: null,
    read: true,
  },
  {
    id: 'CR-R1',
    group: 'Respect, consent and confidentiality',
    says: 'To be treated with dignity and respect, in accordance with your human rights',
    owner: 'provider',
    start: 'story',
    clock: null,
    read: true,
  },
  {
    id: 'CR-R2',
    group: 'Respect, consent and confidentiality',
    says: 'To be protected from abuse and neglect, and from degrading care and treatment',
    owner: 'provider',
    start: 'safety',
    clock: null,
    read: false,
  },
  {
    id: 'CR-R3',
    group: 'Respect, consent and confidentiality',
    says:
      'To accept or refuse treatment; no examination or treatment without valid consent. ' +
      'Without capacity, consent from a person legally able to give it, or your best ' +
      'interests',
    owner: 'provider',
    start: 'story',
    clock: null,
    read: false,
  },
  {
    id: 'CR-R4',
    group: 'Respect, consent and confidentiality',
    says:
      'Information about tests and treatments offered: what they involve, their risks and ' +
      'their benefits',
    owner: 'provider',
    start: 'story',
    clock: null,
    read: false,
  },
  {
    id: 'CR-R5',
    group: 'Respect, consent and confidentiality',
    says: 'Access to your own health records',
    owner: 'provider',
    start: 'record',
    clock: null,
    read: true,
  },
  {
    id: 'CR-R6',
    group: 'Respect, consent and confidentiality',
    says: 'To have factual inaccuracies in your records corrected',
    owner: 'provider',
    start: 'record',
    clock: null,
    read: false,
  },
  {
    id: 'CR-R7',
    group: 'Respect, consent and confidentiality',
    says: 'Privacy and confidentiality; your confidential information kept safe and secure',
    owner: 'provider',
    start: 'complain',
    clock: null,
    read: true,
  },
  {
    id: 'CR-R8',
    group: 'Respect, consent and confidentiality',
    says: 'To be informed about how your information is used',
    owner: 'provider',
    start: 'looks',
    clock: null,
    read: true,
  },
  {
    id: 'CR-R9',
    group: 'Respect, consent and confidentiality',
    says:
      'To ask that your confidential information is not used beyond your own care, to ' +
      'have objections considered and, where your wish cannot be followed, to be told the ' +
      'reasons including the legal basis',
    owner: 'provider',
    start: 'share',
    clock: null,
    read: true,
  },
  {
    id: 'CR-C1',
    group: 'Informed choice',
    says:
      'To choose your GP practice and be accepted, unless there are reasonable grounds to ' +
      'refuse, which you will be told',
    owner: 'practice',
    start: 'complain',
    clock: null,
    read: true,
  },
  {
    id: 'CR-C2',
    group: 'Informed choice',
    says:
      'To express a preference for a particular doctor in the practice, and for the ' +
      'practice to try to comply',
    owner: 'practice',
    start: 'story',
    clock: null,
    read: true,
  },
  {
    id: 'CR-C3',
    group: 'Informed choice',
    says:
      'Transparent, accessible and comparable data on the quality of local providers and ' +
      'on outcomes compared with others nationally',
    owner: 'board',
    start: 'stories',
    clock: null,
    read: false,
  },
  {
    id: 'CR-C4',
    group: 'Informed choice',
    says:
      'To make choices about services commissioned by NHS bodies, and to information to ' +
      'support those choices. The options develop over time and depend on your needs',
    owner: 'provider',
    start: 'story',
    clock: null,
    read: true,
  },
  {
    id: 'CR-I1',
    group: 'Involvement in your healthcare and in the NHS',
    says:
      'To be involved in planning and making decisions about your health and care, ' +
      'including at the end of life, with the information and support to do so; where ' +
      'appropriate this includes family and carers',
    owner: 'provider',
    start: 'idea',
    clock: null,
    read: false,
  },
  {
    id: 'CR-I2',
    group: 'Involvement in your healthcare and in the NHS',
    says:
      'An open and transparent relationship with the organisation caring for you; to be ' +
      'told of any safety incident that caused or could still cause significant harm or ' +
      'death, with the facts, an apology and reasonable support',
    owner: 'provider',
    start: 'idea',
    clock: null,
    read: false,
  },
  {
    id: 'CR-I3',
    group: 'Involvement in your healthcare and in the NHS',
    says:
      'To be involved, directly or through representatives, in planning services, in ' +
      'proposals for change and in decisions affecting how they run',
    owner: 'board',
    start: 'idea',
    clock: null,
    read: false,
  },
  {
    id: 'CR-X1',
    group: 'Complaint and redress',
    says: 'To have a complaint acknowledged within three working days',
    owner: 'provider',
    start: 'complain',
    clock: 'acknowledge',
    read: true,
  },
  {
    id: 'CR-X2',
    group: 'Complaint and redress',
    says: 'To have it dealt with efficiently and properly investigated',
    owner: 'provider',
    start: 'complain',
    clock: 'explain',
    read: true,
  },
  {
    id: 'CR-X3',
    group: 'Complaint and redress',
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
    group: 'Complaint and redress',
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
    group: 'Complaint and redress',
    says:
      'To take it to the independent Parliamentary and Health Service Ombudsman (or the ' +
      'Local Government Ombudsman) if you are not satisfied',
    owner: 'ombudsman',
    start: 'complaints',
    clock: null,
    read: false,
  },
  {
    id: 'CR-X6',
    group: 'Complaint and redress',
    says:
      'To make a claim for judicial review if you think you have been directly affected ' +
      'by an unlawful act or decision of an NHS body or local authority',
    owner: 'court',
    start: 'outside',
    clock: null,
    read: true,
  },
  {
    id: 'CR-X7',
    group: 'Complaint and redress',
    says: 'Compensation where you have been harmed by negligent treatment',
    owner: 'court',
    start: 'outside',
    clock: null,
    read: true,
  },
]

export const rightNamed = (id: string): Right | undefined => rights.find((one) => one.id === id)
