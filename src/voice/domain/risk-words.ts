// Words that may mean that somebody is in danger: they move a story to the front, and no more.

export type RiskKind = {
  readonly code: string
  readonly says: string
  readonly words: readonly RegExp[]
}

/**
 * A flag asks a person to look at once; it decides nothing and is never shown in public. A list
 * of words misses much and flags much that is harmless, so urgent help is on every page too.
 */
export const riskKinds: readonly RiskKind[] = [
  {
    code: 'life',
    says: 'May be about ending one’s life, or harm to oneself',
    words: [
      /\bsuicid\w*/i,
      /\b(?:kill|hurt|harm)(?:ing|ed)? (?:myself|himself|herself|themselves)\b/i,
      /\bself[- ]?harm\w*/i,
      /\b(?:want|wanted|wish|going) to die\b/i,
      /\bend (?:it all|my life)\b/i,
      /\bno (?:point|reason) (?:in )?(?:living|to live)\b/i,
      /\boverdos\w*/i,
    ],
  },
  {
    code: 'abuse',
    says: 'May be about abuse or neglect',
    words: [
      /\babus(?:e|ed|ing|ive)\b/i,
      /\b(?:hit|slap|slapp|beat|punch|chok|strangl|rap)(?:s|es|ed|en|ing)? (?:me|him|her|them)\b/i,
      /\bneglect(?:ed|ing)?\b/i,
      /\b(?:afraid|scared|frightened) (?:of|to go) (?:him|her|them|home|back)\b/i,
      /\bassault\w*/i,
    ],
  },
  {
    code: 'now',
    says: 'May be happening now',
    words: [
      /\b(?:right now|at this moment|as i (?:write|type))\b/i,
      /\b(?:can(?:no|')?t|cannot) breathe\b/i,
      /\b(?:chest pain|bleeding (?:a lot|heavily)|collapsed|unconscious)\b/i,
      /\bnobody (?:is coming|comes|answers)\b/i,
    ],
  },
]

/** The codes of the kinds of risk that a text may speak of. */
export const risksIn = (text: string): string[] => {
  const plain = text.replaceAll('’', "'")
  return riskKinds
    .filter(({ words }) => words.some((word) => word.test(plain)))
    .map(({ code }) => code)
}
