// The words on the pages of messages, in English and Welsh.
import { catalogue } from '../../web/index.ts'

export const messageWords = catalogue(
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
    inPlace: (form: string) =>
      `Nobody has made this message as ${form} yet. It stands here in easy words.`,
    video: 'Watch it in British Sign Language',
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
    inPlace: (form: string) =>
      `Nid oes neb wedi gwneud y neges hon fel ${form} eto. Mae yma mewn geiriau hawdd.`,
    video: 'Gwyliwch hi yn Iaith Arwyddion Prydain',
  },
)
