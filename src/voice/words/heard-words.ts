// The words of conversations heard, for community workers; in English so far.
import { formatDay } from '../../web/index.ts'
import { heardBetween, reachOf, type Theme } from '../domain/heard/theme.ts'

const count = (some: number, one: string, more: string): string =>
  `${some} ${some === 1 ? one : more}`

export const heardEnglish = {
  title: 'What you heard',
  lead: 'Conversations with people who have no account here, by theme. They say how far something reaches. They are nobody’s vote.',
  none: 'Nothing has been written down yet.',
  noneNext: 'After a conversation, write down what was said, if those who said it agree.',
  add: 'Write down a conversation',
  paper: 'A sheet of paper to take along',
  reach: (places: number, people: number, evidence: number) =>
    `Said in ${count(places, 'place', 'places')}, by ${count(people, 'person', 'people')}, ` +
    `${count(evidence, 'evidence link', 'evidence links')}`,
  byArea: 'How far it reaches in each area',
  byAreaNote:
    'What was heard in a smaller area counts in the wider one too, so the rows do not add up.',
  heardIn: 'Heard in these areas',
  noArea: 'No area was named',
  areaColumns: {
    area: 'Area',
    people: 'People',
    places: 'Places',
    conversations: 'Conversations',
  },
  conversations: (some: number) => count(some, 'conversation', 'conversations'),
  raisedTag: 'Raised',
  form: {
    title: 'Write down a conversation',
    lead: 'Write no names, and nothing by which somebody could be known.',
    offline: 'The network is off. Go on writing: it waits on this device.',
    offlineLead: 'What you write is sealed. Nobody can read it here, and only you can send it.',
    noScript:
      'Without a network this page needs JavaScript. Use the sheet of paper, and type it in later.',
    notReady:
      'This device does not know you yet. Open “Write down a conversation” once with the network on.',
    theme: 'What is it about?',
    themeHint: 'A few words, such as “Buses stop at six”. Use the same words each time.',
    says: 'What was said?',
    where: 'Where did you hear it?',
    whereHint: 'Such as a hall, a street or an estate',
    area: 'In which area is that?',
    areaHint: 'So that people can see how far it reaches in each area.',
    noArea: 'None of these, or I do not know',
    unknownArea: 'Select an area from the list',
    group: 'Which group did you reach? (if one)',
    groupHint: 'Such as “young carers” or “people who sleep rough”',
    people: 'How many people said it?',
    heardOn: 'On which day?',
    evidence: 'What supports it? (if anything)',
    evidenceHint: 'Web addresses, or where a document can be found. One a line.',
    agreed: 'Those who said it agree that it is kept and passed on without their names',
    agreedLabel: 'Did they agree?',
    way: 'Where does it come from?',
    ways: { device: 'I heard it', paper: 'It stands on a sheet of paper' },
    keep: 'Keep it',
    enterTheme: 'Enter what it is about',
    enterSays: 'Enter what was said',
    enterWhere: 'Enter where you heard it',
    enterPeople: 'Enter how many people said it',
    peopleNumber: 'How many people must be a whole number, such as 3',
    peopleOutside: 'How many people must be between 1 and 500',
    day: 'The day',
    enterDay: 'Enter the day on which you heard it',
    selectWay: 'Select where it comes from',
    tickAgreed: 'Tick that they agree, or do not keep it',
    tooLong: 'This is too long. Keep the most important part',
    tooMany: 'Enter at most 10 lines, each of at most 500 characters',
  },
  device: {
    waiting: 'Waiting on this device for the network: {count}',
    kept: 'Kept on this device. It will be sent when the network is back and you are signed in.',
    sent: 'Sent: {count}. Thank you.',
    missing:
      'Fill in what it is about, what was said, where, how many people, and whether they agreed.',
    leaving:
      'Not sent yet: {count}. If you sign out now, these are deleted from this device. Sign out all the same?',
    open: 'Sign in and send it',
    mend: 'One that was written with the network off needs mending before it is kept.',
  },
  theme: {
    heard: 'Heard',
    inPlace: (where: string, people: number) => `${where}, ${count(people, 'person', 'people')}`,
    evidence: 'What supports it',
    takenBack: 'Taken back. It does not count.',
    takeBack: 'Take this back',
    why: 'Why is it taken back?',
    raise: 'Raise it',
    raiseLead:
      'It becomes a report to the body that must answer. Its clock and its silence are public.',
    noMandate:
      'Your organisation may not post reports. Ask your local Healthwatch or a charity to raise it.',
    addressee: 'Who must answer?',
    addresseeHint: 'The code of the organisation (ODS), such as Z99002',
    asks: 'What should change?',
    asksHint: 'One a line. Each gets an answer of its own.',
    enterAddressee: 'Enter the code of the organisation',
    enterAsks: 'Enter what should change',
    raised: 'Raised as a report',
    seeReport: 'See the report and its answers',
    groups: 'Groups reached',
    chosen: 'The theme',
  },
  sheet: {
    title: 'Conversation sheet',
    lead: 'One sheet for each conversation. Write no names. Type it in at “Write down a conversation”.',
    agreed: 'They agree that it is kept and passed on without their names: yes / no',
    number: 'Number of this sheet',
    typed: 'Typed in on',
  },
} as const

/** What a report says of what was heard, from the counts and days alone. */
export function heardSummary(
  theme: Theme,
  areas: readonly { readonly name: string | null }[],
): string {
  const { places, people, evidence, groups } = reachOf(theme)
  const between = heardBetween(theme)
  const inAreas = areas.map(({ name }) => name).filter((name) => name !== null)
  const links = [
    ...new Set(theme.conversations.filter((one) => !one.takenBack).flatMap((one) => one.evidence)),
  ]
  const days =
    between === null
      ? []
      : [`Heard between ${formatDay(between[0], 'en')} and ${formatDay(between[1], 'en')}.`]
  return [
    `${heardEnglish.reach(places, people, evidence)}.`,
    ...days,
    // The names alone: how many people in each area could be one of them.
    ...(inAreas.length === 0 ? [] : [`${heardEnglish.heardIn}: ${inAreas.join(', ')}.`]),
    ...(groups.length === 0 ? [] : [`${heardEnglish.theme.groups}: ${groups.join(', ')}.`]),
    'It was heard by a community worker from people without an account. It counts nobody’s vote.',
    ...(links.length === 0 ? [] : [`${heardEnglish.theme.evidence}:`, ...links]),
  ].join('\n\n')
}
