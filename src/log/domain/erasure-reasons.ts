// The legal reasons for erasing the body of a fact, as codes.

/** @source UK GDPR Article 17(1)(a) to (e); Data Protection Act 2018 section 47; a court's order */
export const ERASURE_REASONS = {
  'no-longer-needed': 'It is no longer needed for what it was collected for',
  'agreement-withdrawn': 'The agreement it rested on was withdrawn, and there is no other ground',
  'objection-upheld': 'The person objected, and there is no overriding ground to keep it',
  'unlawfully-held': 'It was held unlawfully, such as about the wrong person',
  'legal-duty': 'A law requires it to be erased',
  'court-order': 'A court ordered it',
} as const

export type ErasureReason = keyof typeof ERASURE_REASONS

export const isErasureReason = (text: string): text is ErasureReason =>
  Object.hasOwn(ERASURE_REASONS, text)
