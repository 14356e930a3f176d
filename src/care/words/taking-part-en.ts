// The words of the page that says what a person took part in, in English.

export const takingPartEnglish = {
  title: 'My side of my care',
  lead:
    'What you did yourself, counted from what happened here. Nobody asks you to fill anything in, ' +
    'there is no mark, and more is not always better.',
  atHome:
    'The people around you, your visits, what you were offered and what was decided with you.',
  counted: (has: number, of: number) => `There is something in ${has} of ${of} places.`,
  heading: 'Where you take part',
  names: {
    plan: 'My plan',
    visits: 'My visits',
    offered: 'What I was offered',
    information: 'Something to read',
    network: 'The people around me',
    meetings: 'Network meetings',
    decisions: 'My decisions',
    aids: 'Decision aids',
    sharing: 'Who may see it',
  },
  says: {
    plan: (count: number) =>
      count === 0
        ? 'Nothing has been agreed yet.'
        : count === 1
          ? 'You agreed to one part of it.'
          : `You agreed to ${count} parts of it.`,
    visits: (count: number, of: number) =>
      of === 0 ? 'No visit is here yet.' : `You prepared ${count} of ${of}.`,
    offered: (count: number, of: number) =>
      of === 0 ? 'You have not said yet.' : `You were offered ${count} of ${of} things.`,
    information: (count: number, of: number) =>
      of === 0 ? 'Nothing was sent to you.' : `You opened ${count} of ${of}.`,
    network: (count: number) =>
      count === 0
        ? 'Your map is empty.'
        : count === 1
          ? 'One is on your map.'
          : `${count} are on your map.`,
    meetings: (count: number) =>
      count === 0
        ? 'You have not met yet.'
        : count === 1
          ? 'You met once, with you in the room.'
          : `You met ${count} times, with you in the room.`,
    decisions: (count: number) =>
      count === 0
        ? 'None is here yet.'
        : count === 1
          ? 'One is here, with your reasons.'
          : `${count} are here, with your reasons.`,
    aids: (count: number) =>
      count === 0
        ? 'You have not used one.'
        : count === 1
          ? 'You saw one in one decision.'
          : `You saw one in ${count} decisions.`,
    sharing: (count: number) =>
      count === 0
        ? 'Nobody but you.'
        : count === 1
          ? 'One person or team may see something.'
          : `${count} people or teams may see something.`,
  },
  theirs: {
    around: 'Around the plan',
    network: 'The people around them',
    visits: 'Visits they prepare',
    information: 'What was sent to them to read',
    meetings: 'Network meetings that you may read',
  },
  ways: {
    plan: 'Plan',
    network: 'People around them',
    visits: 'Visits',
    information: 'Sent to read',
    meetings: 'Network meetings',
  },
  family: 'Our plans side by side',
  familySays: 'With those close to you, if each of you says yes.',
  others: 'How people take part, in numbers',
  othersNote: 'Only sums over many people, with small numbers hidden.',
} as const
