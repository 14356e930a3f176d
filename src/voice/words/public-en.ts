// The words on the public pages of stories, in English.

export const publicEnglish = {
  title: 'What people told',
  lead: 'Stories about care, what services answered, and what the people who told them say of it.',
  search: 'Search',
  wordsLabel: 'Words in the story',
  further: 'Choose the kind, and what became of it',
  kindLabel: 'What kind?',
  anyKind: 'Any kind',
  answeredLabel: 'Was it answered?',
  either: 'Either',
  answered: 'Answered',
  unanswered: 'Not answered yet',
  none: 'No story fits.',
  noneNext: 'Use fewer words, or tell what happened to you.',
  more: 'Older stories',
  lookedTo: (day: string) =>
    `So many stories have one of these, and so few have all, that we looked back as far as ${day}.`,
  lookFurther: 'Look further back',
  becameLabel: 'What became of it?',
  anyBecame: 'Anything',
  became: {
    promised: 'Something was promised',
    confirmed: 'The person says that it happened',
    disputed: 'The person says “no” or “not yet”',
    late: 'What was promised is late',
    waiting: 'What was promised is still to come',
  },
  whereLegend: 'About which place?',
  about: (name: string) => `Only about ${name}`,
  aboutTitle: (name: string) => `What people told about ${name}`,
  aboutLead:
    'Anybody can read this. It shows what was told, answered and promised, and if it came.',
  told: (day: string) => `Told on ${day}`,
  answeredIn: (days: number) =>
    days === 0
      ? 'Answered the same day'
      : days === 1
        ? 'Answered after 1 day'
        : `Answered after ${days} days`,
  stories: (praise: number) => `stories, ${praise} of them praise`,
  oldAnswered: (percent: number) => `stories at least 30 days old were answered (${percent}%)`,
  days: (days: number) => (days === 1 ? '1 day' : `${days} days`),
  medianDays: 'or less to the first answer, for half of those answered',
  confirmed: 'promises were confirmed by those who asked',
  concerns: (percent: number, confirmed: number) =>
    `concerns at least 30 days old led to a change, as the service says (${percent}%); ` +
    `${confirmed} confirmed by those who asked`,
  becameHeading: (count: number) =>
    count === 1 ? 'What became of the promise' : `What became of ${count} promises`,
  keptCount: (count: number) =>
    count === 1 ? '1 was confirmed by the person who asked' : `${count} were confirmed`,
  disputed: (count: number) =>
    count === 1 ? '1 is disputed by the person who asked' : `${count} are disputed`,
  overdue: (count: number) => (count === 1 ? '1 is late' : `${count} are late`),
  lateOne: 'A promise is late',
  waitingCount: (count: number) => (count === 1 ? '1 is still to come' : `${count} still to come`),
  storiesHeading: 'The stories',
  countedAt: (day: string, time: string) => `Counted on ${day} at ${time}, once an hour.`,
  beingCounted: 'The numbers are being counted. Look again in a minute.',
  noStories: 'Nobody has told anything about this here yet.',
  noStoriesNext: 'Yours can be the first.',
  tell: 'Tell us what happened',
  of: (some: number, all: number) => `${some} of ${all}`,
  howTitle: 'How these numbers are made',
  how: {
    headings: {
      stories: 'Stories',
      answered: 'How many were answered',
      first: 'Time to the first answer',
      promises: 'Promises',
      concerns: 'Concerns that led to a change',
      queue: 'How long stories wait to be read',
    },
    exact: 'They count stories that anybody can read, each one once, exactly.',
    stories: 'Every story that two moderators have read and that its author has not taken back.',
    answered:
      'Only stories that have been public for at least 30 days count here: a service needs time ' +
      'to answer. The more time goes by, the higher this number can get. An answer counts from ' +
      'the day on which anybody can read it.',
    first:
      'Days from the day on which somebody told the story to the first answer that anybody can ' +
      'read. Half of those answered took as long or less. Those without an answer are not in it.',
    promises:
      'What a service promised in an answer. That it is done is what the service says. That it ' +
      'happened is what the person who asked says: nobody else can say so. “No” and “not yet” ' +
      'show as disputed. A promise is late when its day has passed and nobody said it is done.',
    concerns:
      'Concerns and worries about safety that are at least 30 days old. A change counts when the ' +
      'service says it was made. How many of those the person confirmed stands beside it.',
    notRates:
      'They do not say how often something goes well or badly. Few of those who use a service ' +
      'tell a story. Do not rank services by them.',
    check:
      'Each number is counted from facts that nobody can change without being seen. The evidence ' +
      'pack of a service names every one of them.',
    queue: (waiting: number, hours: number | null) =>
      hours === null
        ? `${waiting} stories wait for a moderator now.`
        : `${waiting} stories wait for a moderator now. Half of those read in the last 30 days ` +
          `waited ${hours} hours or less.`,
  },
  openNumbers: 'These numbers',
  checkMore: 'How to check everything here',
  openData: 'Open data',
  csv: 'As a table (CSV)',
  json: 'As JSON',
  check: 'Check us',
  checkThis: 'Check this page yourself',
  evidence: 'Evidence pack for any time, to print and to check',
  place: 'About this service',
  back: 'What people told',
  servicesHere: 'It counts what was told about the place itself, and about these',
  andMore: (count: string) => `and ${count} more`,
  threadFirst: 'to the first answer',
  threadChange: 'from the story to the change, as the service says',
  threadKept: 'promises here were confirmed by those who asked',
} as const
