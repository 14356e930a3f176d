// What stands first wherever answers are shown that opened the safety path.

/** Before any total, on every list and to everybody with whom the answers are shared. */
export const SAFETY_FIRST = 'Thoughts of death or of self-harm: ask about this first'
