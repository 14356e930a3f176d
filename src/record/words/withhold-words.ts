// The words about what is kept from the person themself: for them, and for those at work.
import { catalogue } from '../../web/index.ts'

export const withholdWords = catalogue(
  {
    title: 'Keep this from the person',
    giveTitle: 'Give it back to the person',
    lead: 'The person sees everything in their record. The law lets you keep a thing from them in two cases only.',
    told: 'The person is told that something is kept from them: the reason you choose, your organisation and the day you will look at it again. They are not told what it is. Nor is anybody who acts for them.',
    others: 'Everybody else who may see it goes on seeing it.',
    reason: 'Why must it be kept from them?',
    reasons: {
      'about-somebody-else': 'It tells of somebody else',
      'serious-harm': 'Reading it could do serious harm',
    },
    reasonHints: {
      'about-somebody-else':
        'That person does not agree, and it would not be fair to them. Staff who care for the person do not count.',
      'serious-harm':
        'To the body or the mind of the person, or of somebody else. A doctor, nurse or pharmacist judges this.',
    },
    selectReason: 'Select why it must be kept from them',
    why: 'Your reason, in your own words',
    whyHint: 'It is kept for those who check. The person is not shown it.',
    enterWhy: 'Write why it must be kept from them',
    enterGiveWhy: 'Write why you give it back',
    tooLong: 'Use 2,000 characters or fewer',
    review: 'When will you look at it again?',
    reviewHint: 'Within 12 months. It does not end by itself.',
    theDay: 'The day to look at it again',
    enterReview: 'Enter the day when you will look at it again',
    goOn: 'Go on',
    check: 'Check before you keep it from them',
    checkLead: 'The person can no longer see this entry, print it or take it with them.',
    keep: 'Keep it from the person',
    change: 'Change this',
    entry: 'The entry',
    giveLead: 'The person can then see it again, and so can those who act for them.',
    giveWhy: 'Why do you give it back?',
    give: 'Give it back',
    linkKeep: 'Keep this from the person',
    linkGive: 'Give it back to the person',
    kept: (reason: string, day: string) =>
      `This is kept from the person. ${reason}. It will be looked at again by ${day}. Do not tell them of it.`,
    entryBack: 'The record',
    cardTitle: 'Something is kept from you',
    card: {
      'about-somebody-else': 'It tells of somebody else, who did not agree that you see it.',
      'serious-harm': 'Somebody who cares for people judged that reading it could do serious harm.',
    },
    cardBy: (organisation: string, day: string, review: string) =>
      `${organisation} decided this on ${day}. They will look at it again by ${review}.`,
    cardDo:
      'You can ask for it to be looked at again. You can also ask the Information Commissioner’s Office (ICO), which does not belong to the NHS: telephone 0303 123 1113.',
    cardLink: 'Ask for it to be looked at again',
    toReview: 'Kept from people',
    toReviewLead: 'Your organisation keeps these from the person. Look at each again by its day.',
    toReviewOf: (person: string) => `Something is kept from ${person}`,
    toReviewBy: (day: string) => `Look at it again by ${day}.`,
  },
  {
    title: 'Cadw hyn rhag y person',
    giveTitle: 'Ei roi yn ôl i’r person',
    check: 'Gwirio cyn ei gadw rhagddynt',
    cardTitle: 'Mae rhywbeth yn cael ei gadw rhagoch',
    toReview: 'Wedi’i gadw rhag pobl',
  },
)
