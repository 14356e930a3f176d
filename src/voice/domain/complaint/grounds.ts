// Why somebody may complain for another, as the regulations list it, and which ombudsman is whose.
import type { Nation } from '../../../basics/index.ts'

export type Ground = {
  readonly code: 'asked' | 'child' | 'cannot' | 'died'
  readonly says: string
  readonly source: string
  /** The day somebody read the paragraph; null: nobody has yet. */
  readonly confirmed: string | null
}

const regulation = (paragraph: string) => `SI 2009/309, regulation 5(${paragraph})`

/** @source SI 2009/309, regulation 5: persons who may make complaints */
export const representativeGrounds: readonly Ground[] = [
  { code: 'asked', says: 'They asked me to', source: regulation('2)(d'), confirmed: null },
  { code: 'child', says: 'They are a child', source: regulation('2)(b'), confirmed: null },
  {
    code: 'cannot',
    says: 'They are not able to complain themselves',
    source: regulation('2)(c'),
    confirmed: null,
  },
  { code: 'died', says: 'They have died', source: regulation('2)(a'), confirmed: null },
]

export const groundNamed = (code: string): Ground | undefined =>
  representativeGrounds.find((one) => one.code === code)

export type Ombudsman = {
  readonly nation: Nation
  readonly name: string
  readonly address: string
  readonly telephone: string
  readonly also: string | null
}

/** Who looks at a complaint that a body could not settle, nation by nation. */
export const ombudsmen: readonly Ombudsman[] = [
  {
    nation: 'england',
    name: 'Parliamentary and Health Service Ombudsman',
    address: 'ombudsman.org.uk',
    telephone: '0345 015 4033',
    also:
      'For care that a council arranges it is the Local Government and Social Care Ombudsman: ' +
      'lgo.org.uk, 0300 061 0614.',
  },
  {
    nation: 'wales',
    name: 'Public Services Ombudsman for Wales',
    address: 'ombudsman.wales',
    telephone: '0300 790 0203',
    also: null,
  },
  {
    nation: 'scotland',
    name: 'Scottish Public Services Ombudsman',
    address: 'spso.org.uk',
    telephone: '0800 377 7330',
    also: null,
  },
  {
    nation: 'northern-ireland',
    name: 'Northern Ireland Public Services Ombudsman',
    address: 'nipso.org.uk',
    telephone: '0800 34 34 24',
    also: null,
  },
]

export const ombudsmanOf = (nation: string): Ombudsman =>
  ombudsmen.find((one) => one.nation === nation) ?? (ombudsmen[0] as Ombudsman)
