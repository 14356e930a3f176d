// The words on the public pages of stories, in English.

export const publicEnglish = {
  title: 'What people told',
  lead: 'Stories about care, what services answered, and what the people who told them say of it.',
  search: 'Search',
  wordsLabel: 'Words in the story',
  kindLabel: 'What kind?',
  anyKind: 'Any kind',
  answeredLabel: 'Was it answered?',
  either: 'Either',
  answered: 'Answered',
  unanswered: 'Not answered yet',
  none: 'No story fits.',
  noneNext: 'Use fewer words, or tell what happened to you.',
  more: 'Older stories',
  aboutTitle: (name: string) => `What people told about ${name}`,
  told: (day: string) => `Told on ${day}`,
  answeredIn: (days: number) =>
    days === 0
      ? 'Answered the same day'
      : days === 1
        ? 'Answered after 1 day'
        : `Answered after ${days} days`,
  stories: (praise: number) => `stories, ${praise} of them praise`,
  oldAnswered: 'stories that are at least 30 days old were answered',
  medianDays: 'days or less to the first answer, for half of those answered',
  confirmed: 'promises were confirmed by those who asked',
  concerns: 'concerns at least 30 days old led to a change, as the service says',
  concernsConfirmed: 'of these changes were confirmed by those who asked',
  disputed: (count: number) =>
    count === 1 ? '1 promise is disputed.' : `${count} promises are disputed.`,
  overdue: (count: number) => (count === 1 ? '1 promise is late.' : `${count} promises are late.`),
  noStories: 'Nobody has told anything about this here yet.',
  noStoriesNext: 'Yours can be the first.',
  tell: 'Tell us what happened',
  of: (some: number, all: number) => `${some} of ${all}`,
  howTitle: 'How these numbers are made',
  how: {
    exact: 'They count stories that anybody can read on this page, each one once, exactly.',
    old:
      'Stories that are younger than 30 days are left out where it says so: a service needs time ' +
      'to answer. The more time goes by, the higher such a number can get.',
    change:
      'That a change was made is what the service says. That it was confirmed is what the person ' +
      'who asked says. Nobody else can say so.',
    notRates:
      'They do not say how often something goes well or badly. Few of those who use a service ' +
      'tell a story. Do not rank services by them.',
    queue: (waiting: number, hours: number | null) =>
      hours === null
        ? `${waiting} stories wait for a moderator now.`
        : `${waiting} stories wait for a moderator now. Half of those read in the last 30 days ` +
          `waited ${hours} hours or less.`,
  },
  openData: 'Open data',
  csv: 'As a table (CSV)',
  json: 'As JSON',
  check: 'Check us',
  evidence: 'Evidence pack: what changed, for any time, to print and to check',
  place: 'About this service',
  back: 'What people told',
  servicesHere: 'It counts what was told about these, and about the place itself',
} as const
