// The words of the map of a person's network in English.

export const networkEnglish = {
  title: 'The people around me',
  titleOf: (name: string) => `The people around ${name}`,
  lead:
    'A map of who and what helps you live your life. It is yours, and you use your own words. ' +
    'Nobody sees it until you share it.',
  leadOf:
    'Most names are left out. A name stands here only where that person has said that others may ' +
    'see it.',
  notAll: 'This may not be everything.',
  me: 'Me',
  middleOf: (name: string) => name.split(' ')[0] ?? name,
  pictureTitle: 'A map in three rings',
  pictureSays: (counts: readonly [number, number, number]) =>
    `The person stands in the middle. In the ring nearest to them are ${counts[0]}, in the second ` +
    `${counts[1]}, in the third ${counts[2]}. Lines show who gives which support. The table below ` +
    'says the same in words.',
  rings: { 1: 'Nearest', 2: 'Close', 3: 'Further out' },
  ringsLong: {
    1: 'Nearest: I could not do without them',
    2: 'Close: they matter to me',
    3: 'Further out: they are there',
  },
  supports: {
    illness: 'Help with illness',
    everyday: 'Everyday help',
    emotional: 'Comfort and company',
  },
  supportHints: {
    illness: 'Medicines, visits, signs to watch for',
    everyday: 'Shopping, meals, the house, getting about',
    emotional: 'Somebody to talk to, laugh with, lean on',
  },
  noSupport: 'None named',
  sorts: {
    kin: 'Family',
    friends: 'Friends and neighbours',
    community: 'Groups and places',
    professionals: 'People whose job it is',
    pets: 'Animals',
  },
  kinds: {
    partner: 'Partner',
    family: 'Family',
    friend: 'Friend',
    neighbour: 'Neighbour',
    colleague: 'Somebody from work',
    group: 'A group or club',
    place: 'A place I go to',
    professional: 'Somebody whose job it is',
    pet: 'An animal',
  },
  contacts: {
    daily: 'Every day',
    weekly: 'Every week',
    monthly: 'Every month',
    rarely: 'Less often',
  },
  table: {
    caption: 'Everybody on the map',
    called: 'Who',
    what: 'What they are',
    ring: 'Ring',
    support: 'What they give',
    contact: 'How often',
    change: 'Change',
    changeOne: (name: string) => `Change ${name}`,
    unnamed: 'No name shown',
  },
  add: 'Add somebody',
  addTitle: 'Who or what do you want to add?',
  changeTitle: (name: string) => `Change ${name} on your map`,
  form: {
    called: 'What do you call them?',
    calledHint: 'A name, a group, a place, a pet. Your own words.',
    kind: 'What are they to you?',
    ring: 'How near are they to you?',
    support: 'What do they give you?',
    supportHint: 'Tick all that fit. None is fine too.',
    contact: 'How often do you meet or talk?',
    person: 'Do they use this site?',
    personHint:
      'If you choose them here, we ask them whether others may see their name on your map. They ' +
      'do not see the map itself.',
    nobody: 'No, or I do not want to ask',
    save: 'Put on the map',
    saveChange: 'Save',
    takeOff: 'Take off the map',
    missing: 'Enter what you call them',
    tooLong: 'The name must be 60 characters or fewer',
    selectKind: 'Select what they are to you',
    selectRing: 'Select how near they are',
    selectContact: 'Select how often you meet or talk',
    selectPerson: 'Select somebody from the list',
  },
  empty: 'Your map is empty.',
  emptyOf: 'Nobody on this map may be shown to you yet.',
  emptyNext:
    'Think of one week. Who do you talk to? Who helps? Where do you go? Add the first one, and ' +
    'the picture begins.',
  typeHeading: 'What kind of network this is',
  types: {
    diverse: {
      name: 'Many kinds of people',
      says:
        'You have family, friends, and groups or places, and see some of each every week. Help ' +
        'can come from many sides.',
    },
    centred: {
      name: 'Family and friends at the heart',
      says:
        'Most of your help comes from family and friends whom you see often. Ask who would help ' +
        'if one of them could not.',
    },
    contact: {
      name: 'Family and friends, now and then',
      says:
        'There are family or friends, but you see them seldom or they give little help. One more ' +
        'call a week can change that.',
    },
    professional: {
      name: 'Mostly services',
      says:
        'The help on your map comes from people whose job it is, or from groups. There is no ' +
        'family or friend on it. You are not alone with that.',
    },
  },
  typeSource:
    'The kinds follow a study of maps like this one (Kennedy and others, 2016). Where one kind ' +
    'ends and the next begins is our own rule, and nobody has confirmed it yet. It is no test, ' +
    'and there is no mark.',
  gapsHeading: 'What you could look for',
  noGaps: 'Two or more give you each kind of support. Keep it going.',
  gaps: {
    nobody: {
      illness: 'Nobody on your map helps you with your illness.',
      everyday: 'Nobody on your map helps you with everyday things.',
      emotional: 'Nobody on your map gives you comfort and company.',
    },
    onlyOne: {
      illness: 'Only one helps you with your illness. What if they are away?',
      everyday: 'Only one helps you with everyday things. What if they are away?',
      emotional: 'Only one gives you comfort and company. What if they are away?',
    },
    noCommunity: 'There is no group or place on your map.',
    noFriends: 'There is no friend or neighbour on your map.',
    oneCarriesAll: 'One person gives you all the help there is. That is much for one.',
  },
  looks: {
    illness: 'Look for others who live with the same illness, or a nurse you can call.',
    everyday: 'Look for a good neighbour scheme, a meal club, or help from the council.',
    emotional: 'Look for a befriender, a group that meets, or a helpline that listens.',
    community: 'Look for a club, a course, a choir, a walk or a place of worship near you.',
    friends: 'Look for a group that does what you like to do. Friends are made there.',
    one: 'Look for a break for them, and for one more person who could do a part of it.',
  },
  findService: 'Find a service near you',
  keepHeading: 'Before and after',
  keepLead:
    'Keep the map as it is today. Later you can lay the two side by side and see what changed.',
  keepCalled: 'Give it a name',
  keepHint: 'For example: before I joined the choir',
  keepMissing: 'Enter a name for the map you keep',
  keepButton: 'Keep this map',
  keptOn: 'Kept',
  compareWith: (name: string) => `Compare with: ${name}`,
  compareTitle: 'Before and after',
  compareLead: (name: string) => `“${name}” beside the map as it is now.`,
  beforeHeading: 'Before',
  nowHeading: 'Now',
  changesCaption: 'What changed',
  changes: {
    came: 'New on the map',
    went: 'Gone from the map',
    stayed: 'The same',
    nearer: 'Nearer than before',
    further: 'Further out than before',
    gained: (what: string) => `Now gives: ${what}`,
    lost: (what: string) => `No longer gives: ${what}`,
    who: 'Who',
    what: 'What changed',
    none: 'Nothing has changed.',
  },
  freshKey: 'New since then',
  typeBefore: (before: string, now: string) =>
    before === now ? `Then and now: ${now}.` : `Then: ${before}. Now: ${now}.`,
  asked: {
    title: 'Maps that you are on',
    lead:
      'Somebody put you on the map of the people around them. You decide whether others, with ' +
      'whom they share the map, may see the name they gave you. You can change it at any time.',
    by: (name: string) => `${name} put you on their map`,
    called: (called: string) => `They call you: ${called}`,
    yes: 'Others may see my name',
    no: 'Do not show my name',
    isShown: 'Others may see your name.',
    isHidden: 'Your name is not shown.',
    isOpen: 'You have not answered. Your name is not shown.',
    none: 'Nobody who uses this site has put you on their map.',
    message: {
      subject: 'Somebody put you on their map',
      body: (name: string) =>
        `${name} put you on the map of the people around them. May others see the name they gave ` +
        'you there? You decide. Until you say yes, nobody else sees it.',
    },
    easy: (name: string) =>
      `${name} made a map of people who matter.\n\nYou are on it.\n\nMay other people see your ` +
      'name?\n\nYou can say yes or no.',
  },
  share: 'Share this map',
  shareNote:
    'If you share it, names are left out unless that person has said yes. Groups and places keep ' +
    'their names.',
  back: 'The people around me',
  backToPeople: 'Shared with me',
} as const
