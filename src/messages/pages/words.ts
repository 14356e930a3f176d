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
    all: 'See all messages',
    goOn: 'See what this is about',
    back: 'Your messages',
    bounced: (why: string) => `We could not reach you outside of this page. ${why}`,
    howTold: 'How you want to be told things',
    needsTitle: 'How do you want to be told things?',
    needsLead: 'Say it once. It is used for every message to you.',
    form: 'Which form do you need?',
    formHint:
      'There are no messages in Braille or British Sign Language yet. If you need one, ' +
      'write it under “What else helps?”',
    forms: {
      plain: 'Plain words on screen or paper',
      'large-print': 'Large print',
      'screen-reader': 'Read aloud by a screen reader',
      'easy-read': 'Easy read',
    },
    channels: {
      inbox: 'Only here, in your messages',
      email: 'E-mail',
      text: 'Text message',
    },
    language: 'Which language?',
    english: 'English',
    welsh: 'Welsh (Cymraeg)',
    channel: 'Where do you want to hear that a message waits?',
    channelHint:
      'We never say outside of this page what a message is about. E-mail and text messages ' +
      'go out only where those who run this site have set them up.',
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
    noneNext: 'Pan fydd rhywun yn eich ateb neu’n addo rhywbeth i chi, cewch wybod yma.',
    from: (name: string) => `Oddi wrth ${name}`,
    all: 'Gweld pob neges',
    goOn: 'Gweld beth yw hyn',
    bounced: (why: string) => `Ni allem eich cyrraedd y tu allan i’r dudalen hon. ${why}`,
    back: 'Eich negeseuon',
    howTold: 'Sut rydych am gael gwybod pethau',
    needsTitle: 'Sut rydych am gael gwybod pethau?',
    needsLead: 'Dywedwch unwaith. Fe’i defnyddir ar gyfer pob neges i chi.',
    form: 'Pa ffurf sydd ei hangen arnoch?',
    formHint:
      'Nid oes negeseuon mewn Braille nac Iaith Arwyddion Prydain eto. Os oes angen un ' +
      'arnoch, ysgrifennwch hynny o dan “Beth arall sy’n helpu?”',
    forms: {
      plain: 'Geiriau syml ar sgrin neu bapur',
      'large-print': 'Print bras',
      'screen-reader': 'Wedi’i ddarllen yn uchel gan ddarllenydd sgrin',
      'easy-read': 'Hawdd ei ddeall',
    },
    channels: {
      inbox: 'Dim ond yma, yn eich negeseuon',
      email: 'E-bost',
      text: 'Neges destun',
    },
    language: 'Pa iaith?',
    english: 'Saesneg (English)',
    welsh: 'Cymraeg',
    channel: 'Ble rydych am glywed bod neges yn aros?',
    channelHint:
      'Ni fyddwn byth yn dweud y tu allan i’r dudalen hon beth sydd mewn neges. Dim ond lle ' +
      'mae’r rhai sy’n rhedeg y wefan hon wedi’u trefnu y mae e-byst a negeseuon testun yn ' +
      'mynd allan.',
    address: 'Cyfeiriad e-bost neu rif ffôn symudol',
    addressHint: 'Dim ond os dewisoch e-bost neu neges destun',
    note: 'Beth arall sy’n helpu? (os hoffech)',
    noteHint: 'Er enghraifft: siaradwch yn araf, neu wynebwch fi wrth siarad',
    save: 'Cadw hyn',
    saved: 'Wedi’i gadw. Fe’i defnyddir o’r neges nesaf ymlaen.',
    selectForm: 'Dewiswch pa ffurf sydd ei hangen arnoch',
    selectLanguage: 'Dewiswch iaith',
    selectChannel: 'Dewiswch ble rydych am glywed am negeseuon',
    tooLong: 'Defnyddiwch 500 o nodau neu lai',
  },
)
