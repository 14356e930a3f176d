// What somebody may look for, as dated data: each with its default, and whether it has a switch.
import type { Day } from '../../basics/index.ts'

/** A code of `purposes`. */
export type Purpose =
  | 'direct-care'
  | 'planning'
  | 'research'
  | 'teaching'
  | 'peers'
  | 'correction'
  | 'own'
  | 'audit'
  | 'proxy-review'
  | 'details'

export type PurposeKind = {
  readonly code: Purpose
  /** As it stands after “for”. */
  readonly says: string
  /** Whether it is on while the person has not said anything. */
  readonly byDefault: boolean
  /** Whether the person may turn it on and off, and share for it. */
  readonly hasSwitch: boolean
  readonly from: Day
  readonly source: string
}

const policy = 'Policy of this installation: nothing beyond own care without a yes'

const purpose = (
  code: Purpose,
  says: string,
  source: string,
  { byDefault = false, hasSwitch = true } = {},
): PurposeKind => ({ code, says, byDefault, hasSwitch, from: '2026-11-01' as Day, source })

/** @source HL7 v3 PurposeOfUse (TREAT, HOPERAT, HRESCH, PATRQT, HSYSADMIN), named plainly here */
export const purposes: readonly PurposeKind[] = [
  purpose('direct-care', 'care', 'Health and Social Care Act 2012, section 251B', {
    byDefault: true,
  }),
  purpose('planning', 'planning services', policy),
  purpose('research', 'research', policy),
  purpose('teaching', 'teaching', policy),
  purpose('peers', 'people in the same situation', policy),
  purpose('correction', 'answering a request to correct it', 'UK GDPR, Article 16', {
    byDefault: true,
    hasSwitch: false,
  }),
  purpose('own', 'own use', 'UK GDPR, Article 15', { byDefault: true, hasSwitch: false }),
  purpose('proxy-review', 'deciding who may act for the person', 'DAPB3051, section 4.4', {
    byDefault: true,
    hasSwitch: false,
  }),
  purpose('details', 'putting personal details right', 'UK GDPR, Article 16', {
    byDefault: true,
    hasSwitch: false,
  }),
  purpose('audit', 'checking who looked', 'UK GDPR, Article 5(2)', {
    byDefault: true,
    hasSwitch: false,
  }),
]

export const purposeNamed = (code: string): PurposeKind | null =>
  purposes.find((one) => one.code === code) ?? null

/** What a grant may be for: with a switch, or following from a request of the person. */
export const mayBeGranted = (one: PurposeKind): boolean =>
  one.hasSwitch || one.code === 'correction'

/** The purposes a person may share for. */
export const switchable: readonly PurposeKind[] = purposes.filter((one) => one.hasSwitch)
