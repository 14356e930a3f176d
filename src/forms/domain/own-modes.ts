// How a person fills in a form about themselves: kept with the answers, since it can change them.

/**
 * Being read to, or answering somebody aloud, tends to make answers look better.
 * @source facts, part 11: SWEMWBS (record the mode of completion)
 */
export const ownModes = [
  { code: 'screen', says: 'On a screen, by myself' },
  { code: 'paper', says: 'On paper, by myself' },
  { code: 'read-aloud', says: 'Somebody read the questions to me' },
  { code: 'telephone', says: 'By telephone' },
] as const
