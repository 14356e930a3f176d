// The words on the pages of messages, in English and Welsh.
import { catalogue } from '../../web/index.ts'

export const words = catalogue(
  {
    title: 'Messages',
    none: 'You have no messages.',
    noneNext: 'When somebody answers you or promises you something, you hear of it here.',
    lead: (unread: number) =>
      unread === 0
        ? 'You have read all your messages.'
        : unread === 1
          ? '1 message waits for you.'
          : `${unread} messages wait for you.`,
    unread: 'New',
    from: (name: string) => `From ${name}`,
    goOn: 'Go to what this is about',
    back: 'Your messages',
    bounced: (why: string) => `We could not reach you outside of this page. ${why}`,
    howTold: 'How you want to be told things',
    needsTitle: 'How do you want to be told things?',
    needsLead: 'Say it once. It is used for every message to you.',
    form: 'Which form do you need?',
    language: 'Which language?',
    english: 'English',
    welsh: 'Welsh (Cymraeg)',
    channel: 'Where do you want to hear that a message waits?',
    channelHint: 'We never say outside of this page what a message is about.',
    address: 'E-mail address or mobile number',
    addressHint: 'Only if you chose e-mail or text message',
    note: 'What else helps? (if you like)',
    noteHint: 'For example: speak slowly, or face me when you talk',
    save: 'Save this',
    saved: 'Saved. It is used from the next message on.',
    selectForm: 'Select which form you need',
    selectLanguage: 'Select a language',
    selectChannel: 'Select where you want to hear of messages',
    tooLong: 'Use 500 characters or fewer',
  },
  {
    title: 'Negeseuon',
    none: 'Nid oes gennych negeseuon.',
    lead: (unread: number) =>
      unread === 0
        ? 'Rydych wedi darllen eich holl negeseuon.'
        : `Mae ${unread} neges yn aros amdanoch.`,
    unread: 'Newydd',
    from: (name: string) => `Oddi wrth ${name}`,
    back: 'Eich negeseuon',
    howTold: 'Sut rydych am gael gwybod pethau',
    needsTitle: 'Sut rydych am gael gwybod pethau?',
    form: 'Pa ffurf sydd ei hangen arnoch?',
    language: 'Pa iaith?',
    english: 'Saesneg (English)',
    welsh: 'Cymraeg',
    save: 'Cadw hyn',
  },
)
