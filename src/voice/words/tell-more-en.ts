// The words for telling in other ways, in English: on a tablet, on paper, half-way, with photos.

export const tabletEnglish = {
  handOver: 'Hand a tablet over',
  handOverLead: 'Somebody can tell what happened on this device, without you seeing it.',
  signedOut: 'You are signed out first',
  signedOutSays:
    'Nothing of yours stays open, and nothing they write can be read from your sign-in. When they ' +
    'give the tablet back, sign in again.',
  about: 'Which service is it about?',
  theyChoose: 'They choose it themselves',
  handOverButton: 'Sign out and hand it over',
  noBody: 'You do not act for an organisation now.',
  noBodyNext: 'Choose to act in your role there, then come back.',
  yours: 'You can tell us now',
  yoursLead: 'This tablet is yours until you give it back.',
  yoursSays:
    'The person who gave it to you is signed out and cannot see what you write. At the end you get ' +
    'a code. Press “Clear this tablet” before you give it back.',
  begin: 'Begin',
  clear: 'Clear this tablet',
  clearSays: 'Write your code down first. Then nobody who has this tablet after you can open it.',
  givenBack: 'This tablet is clear',
  givenBackLead: 'Thank you. You can give it back now.',
  givenBackSays: 'What you told is kept. Come back to it with your code, on any device.',
} as const

export const laterEnglish = {
  stop: 'Stop here and come back later',
  title: 'Come back later',
  lead: 'You can stop here and go on later, also on another device.',
  says: 'You get a code. What you wrote is then no longer on this device.',
  button: 'Stop and give me a code',
  signedIn: 'What you wrote is kept. Sign in on any device and go on where you stopped.',
  goOn: 'Go on now',
  kept: 'Your code to go on',
  keptLead: 'Write it down. We cannot show it again.',
  keptSays: 'It works once, for 30 days. Then you go on where you stopped.',
  where: 'Use your code here',
  nothing: 'You have written nothing yet.',
  nothingNext: 'Begin to tell us',
} as const

export const photoEnglish = {
  title: 'Photos, if you have any',
  lead: 'Up to 3. Only those who read and answer you see them. They are never shown in public.',
  file: 'Choose a photo',
  fileHint: 'JPEG or PNG. Where and when it was taken is removed from it.',
  shows: 'What does it show?',
  showsHint: 'For people who cannot see it. Leave out names.',
  add: 'Add this photo',
  remove: (place: number) => `Remove photo ${place}`,
  enough: 'You have added 3 photos. Remove one to add another.',
  without: 'Continue without a photo',
  goOn: 'Continue',
  none: 'No photos',
  heading: 'Photos',
  notPublic: 'Seen by the author and by those who read and answer. Never public.',
} as const

export const paperEnglish = {
  title: 'Tell us on paper',
  lead: 'Print this, fill it in, and give it to the service or to somebody who helps you.',
  mine: 'I am telling what happened to me',
  other: 'I am telling it for somebody else',
  mayType: 'May somebody type this in for you?',
  yesType: 'Yes, they may type what I wrote',
  next: 'What happens with it',
  nextSays:
    'Somebody types it in, word for word, and gives you a code. With the code you read what became ' +
    'of it, and you can take it back. They do not keep this paper.',
  code: 'Your code (whoever types it in writes it here)',
} as const
