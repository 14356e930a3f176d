// The words of following: its pages, what is followed by name, and what followers are told.
import type { Draft } from '../../messages/index.ts'
import { catalogue, type Language } from '../../web/index.ts'
import type { Becomes } from '../domain/follow/becomes.ts'
import type { Often } from '../domain/follow/often.ts'
import { storyWords } from './words.ts'

/** Words that have quotes of their own get no more of them. */
const quoted = (typed: string): string => (typed.includes('"') ? typed : `“${typed}”`)

type ByBecomes = Readonly<Record<'en' | 'cy', Readonly<Record<Becomes, string>>>>

/** What has to come about before somebody hears, as the end of a name. */
const onceItIs: ByBecomes = {
  en: {
    answered: 'once it is answered',
    promised: 'once a change is promised',
    confirmed: 'once a change is confirmed',
    disputed: 'once a change is disputed',
    late: 'once a promise is late',
    waiting: 'once a promise waits to be kept',
  },
  cy: {
    answered: 'unwaith y caiff ei hateb',
    promised: 'unwaith y caiff newid ei addo',
    confirmed: 'unwaith y caiff newid ei gadarnhau',
    disputed: 'unwaith y bydd anghytuno am newid',
    late: 'unwaith y bydd addewid yn hwyr',
    waiting: 'unwaith y bydd addewid yn aros i’w gadw',
  },
}

/** What a follower is told, as the first words of a message and of the page that promises it. */
const happened: ByBecomes = {
  en: {
    answered: 'A service answered a story that you follow. Anybody can read the answer now.',
    promised: 'A service promised a change in answer to a story that you follow.',
    confirmed:
      'A change was made after a story that you follow. Whoever told it says: yes, it was.',
    disputed:
      'A service says that it made a change after a story that you follow. Whoever told it says: no, or not yet.',
    late: 'A service promised a change in answer to a story that you follow. The day for it has passed, and nobody says that it is done.',
    waiting:
      'A promise in answer to a story that you follow waits: to be kept, or for the word of whoever told it.',
  },
  cy: {
    answered: 'Atebodd gwasanaeth stori rydych yn ei dilyn. Gall pawb ddarllen yr ateb nawr.',
    promised: 'Addawodd gwasanaeth newid wrth ateb stori rydych yn ei dilyn.',
    confirmed: 'Gwnaed newid ar ôl stori rydych yn ei dilyn. Mae’r sawl a’i dywedodd yn cytuno.',
    disputed:
      'Mae gwasanaeth yn dweud iddo wneud newid ar ôl stori rydych yn ei dilyn. Mae’r sawl a’i dywedodd yn dweud: naddo, neu ddim eto.',
    late: 'Addawodd gwasanaeth newid wrth ateb stori rydych yn ei dilyn. Mae’r diwrnod wedi mynd heibio, ac nid oes neb yn dweud ei fod wedi’i wneud.',
    waiting: 'Mae addewid ar ôl stori rydych yn ei dilyn yn aros.',
  },
}

const easyHappened: ByBecomes = {
  en: {
    answered: 'You follow a story.\n\nA service answered it.',
    promised: 'You follow a story.\n\nA service promised to change something.',
    confirmed: 'You follow a story.\n\nSomething was changed.\n\nThe person who told it says: yes.',
    disputed:
      'You follow a story.\n\nA service says: we changed something.\n\nThe person who told it says: no, or not yet.',
    late: 'You follow a story.\n\nA service promised to change something.\n\nIt is late.',
    waiting: 'You follow a story.\n\nA service promised to change something.\n\nWe wait for it.',
  },
  cy: {
    answered: 'Rydych yn dilyn stori.\n\nAtebodd gwasanaeth hi.',
    promised: 'Rydych yn dilyn stori.\n\nAddawodd gwasanaeth newid rhywbeth.',
    confirmed:
      'Rydych yn dilyn stori.\n\nNewidiwyd rhywbeth.\n\nMae’r person a’i dywedodd yn dweud: do.',
    disputed:
      'Rydych yn dilyn stori.\n\nMae gwasanaeth yn dweud iddo newid rhywbeth.\n\nMae’r person a’i dywedodd yn dweud: naddo, neu ddim eto.',
    late: 'Rydych yn dilyn stori.\n\nAddawodd gwasanaeth newid rhywbeth.\n\nMae’n hwyr.',
    waiting: 'Rydych yn dilyn stori.\n\nAddawodd gwasanaeth newid rhywbeth.\n\nRydym yn aros.',
  },
}

const happenedShort: ByBecomes = {
  en: {
    answered: 'A story that you follow was answered',
    promised: 'A change was promised after a story that you follow',
    confirmed: 'A change was confirmed after a story that you follow',
    disputed: 'A change is disputed after a story that you follow',
    late: 'A promise is late after a story that you follow',
    waiting: 'A promise waits after a story that you follow',
  },
  cy: {
    answered: 'Cafodd stori rydych yn ei dilyn ei hateb',
    promised: 'Cafodd newid ei addo ar ôl stori rydych yn ei dilyn',
    confirmed: 'Cafodd newid ei gadarnhau ar ôl stori rydych yn ei dilyn',
    disputed: 'Mae anghytuno am newid ar ôl stori rydych yn ei dilyn',
    late: 'Mae addewid yn hwyr ar ôl stori rydych yn ei dilyn',
    waiting: 'Mae addewid yn aros ar ôl stori rydych yn ei dilyn',
  },
}

/** What will be said of a story that this became of. */
export const willBeTold = (becomes: Becomes, language: Language): string =>
  happened[language][becomes]

export const followWords = catalogue(
  {
    title: 'What you follow',
    lead: 'When somebody tells something new about these, and it can be read, you hear of it.',
    none: 'You follow nothing yet.',
    noneNext: 'Open the page of a service or search the stories, and choose “Follow”.',
    find: 'Search the stories',
    add: 'Follow this',
    addLead:
      'You hear of each new story that fits, once anybody may read it. You can stop any time.',
    what: 'What you will follow',
    oftenLabel: 'How often do you want to hear of it?',
    often: {
      'at-once': 'At once, for each story',
      daily: 'Once a day, if there is something new',
      weekly: 'Once a week, on Monday, if there is something new',
    },
    oftenShort: { 'at-once': 'At once', daily: 'Once a day', weekly: 'Once a week' },
    selectOften: 'Select how often you want to hear of it',
    outsideLabel: 'Where do you want to hear of it?',
    outside: {
      here: 'Only here, in your messages',
      outside: 'Here, and word outside that a message waits',
    },
    outsideHint:
      'Word goes by e-mail or text, as you said. It never says what the message is about.',
    noWayOutside: 'You have not said how to reach you outside.',
    sayHow: 'Say how',
    selectOutside: 'Select where you want to hear of it',
    change: 'Change how often',
    save: 'Save',
    stop: 'Stop',
    stopOf: (what: string) => `Stop following: ${what}`,
    see: 'See these stories',
    follow: 'Follow this',
    followSearch: 'Hear of new stories like these',
    followBecomes: {
      answered: 'Hear when a story like these is answered',
      promised: 'Hear when a change is promised for a story like these',
      confirmed: 'Hear when a change for a story like these is confirmed',
      disputed: 'Hear when a change for a story like these is disputed',
      late: 'Hear when a promise for a story like these is late',
      waiting: 'Hear when a promise for a story like these waits',
    },
    onlyNew: 'New stories are never answered yet, so that you hear of all of them.',
    willHear: 'What you will be told',
    onceLead:
      'You hear of each story that fits once, when it comes to this. You can stop any time.',
    onlyFromNow: 'You hear of what happens from now on, and not of what is so already.',
    stopTitle: 'Stop these messages?',
    stopLead: 'Press the button, and you hear no more of this. You need not sign in.',
    stopButton: 'Stop these messages',
    stopped: 'You hear no more of this',
    stoppedLead: 'Nothing else has changed. If you want it again, sign in and follow it anew.',
    goOn: 'Read what people told',
    about: (place: string) => `Anything about ${place}`,
    words: (typed: string) => `Stories with ${quoted(typed)}`,
    every: (kind: string) => `Every story of this kind: ${kind}`,
    ofKind: (what: string, kind: string) => `${what}, of this kind: ${kind}`,
    at: (what: string, place: string) => `${what}, about ${place}`,
    any: 'Any story',
    becomes: (what: string, becomes: Becomes) => `${what}, ${onceItIs.en[becomes]}`,
    told: {
      news: (stories: number) => `News of ${stories} stories that you follow`,
      newsBody: (of: string) =>
        `Something happened in stories that you follow.\n\nYou follow: ${of}.`,
      became: (becomes: Becomes, of: string) => `${happened.en[becomes]}\n\nYou follow: ${of}.`,
      easyBecame: (becomes: Becomes, of: string) =>
        `${easyHappened.en[becomes]}\n\nYou follow: ${of}.\n\nOpen it to read.`,
      easyNews: (of: string) =>
        `There is news.\n\nIt is about stories that you follow.\n\nYou follow: ${of}.`,
      becameSubject: happenedShort.en,
      subject: (stories: number) =>
        stories === 1 ? 'A new story that you follow' : `${stories} new stories that you follow`,
      body: (stories: number, of: string) =>
        (stories === 1
          ? 'Somebody told something about what you follow, and anybody can read it now.'
          : 'People told something about what you follow, and anybody can read it now.') +
        `\n\nYou follow: ${of}.`,
      easy: (stories: number, of: string) =>
        (stories === 1 ? 'There is a new story.' : `There are ${stories} new stories.`) +
        `\n\nIt is about something you follow.\n\nYou follow: ${of}.\n\nOpen it to read.`,
    },
  },
  {
    title: 'Yr hyn rydych yn ei ddilyn',
    lead: 'Pan fydd rhywun yn dweud rhywbeth newydd am y rhain, a phawb yn gallu ei ddarllen, cewch wybod.',
    none: 'Nid ydych yn dilyn dim eto.',
    add: 'Dilyn hyn',
    stop: 'Stopio',
    save: 'Cadw',
    follow: 'Dilyn hyn',
    stopTitle: 'Stopio’r negeseuon hyn?',
    stopLead: 'Pwyswch y botwm, ac ni chewch fwy am hyn. Nid oes angen mewngofnodi.',
    stopButton: 'Stopio’r negeseuon hyn',
    stopped: 'Ni chewch fwy am hyn',
    about: (place: string) => `Unrhyw beth am ${place}`,
    words: (typed: string) => `Straeon sy’n cynnwys ${quoted(typed)}`,
    any: 'Unrhyw stori',
    becomes: (what: string, becomes: Becomes) => `${what}, ${onceItIs.cy[becomes]}`,
    told: {
      news: (stories: number) => `Newyddion am straeon rydych yn eu dilyn: ${stories}`,
      newsBody: (of: string) =>
        `Digwyddodd rhywbeth mewn straeon rydych yn eu dilyn.\n\nRydych yn dilyn: ${of}.`,
      became: (becomes: Becomes, of: string) =>
        `${happened.cy[becomes]}\n\nRydych yn dilyn: ${of}.`,
      easyBecame: (becomes: Becomes, of: string) =>
        `${easyHappened.cy[becomes]}\n\nRydych yn dilyn: ${of}.\n\nAgorwch hi i’w darllen.`,
      easyNews: (of: string) =>
        `Mae newyddion.\n\nMaen nhw am straeon rydych yn eu dilyn.\n\nRydych yn dilyn: ${of}.`,
      becameSubject: happenedShort.cy,
      subject: (stories: number) =>
        stories === 1 ? 'Stori newydd rydych yn ei dilyn' : `${stories} stori newydd i chi`,
      body: (_stories: number, of: string) =>
        'Mae rhywbeth newydd am yr hyn rydych yn ei ddilyn, a gall pawb ei ddarllen nawr.' +
        `\n\nRydych yn dilyn: ${of}.`,
      easy: (_stories: number, of: string) =>
        `Mae stori newydd.\n\nRydych yn dilyn: ${of}.\n\nAgorwch hi i’w darllen.`,
    },
  },
)

export type FollowNamed = {
  readonly typed: string
  readonly kind: string | null
  readonly placeName: string | null
  readonly becomes: Becomes | null
  readonly stopKey: string
}

type ToName = Omit<FollowNamed, 'stopKey'>

/** What is followed, in words. */
export function followName(one: ToName, language: Language): string {
  const say = followWords.in(language)
  const what = whichStories(one, language)
  return one.becomes === null ? what : say.becomes(what, one.becomes)
}

function whichStories({ typed, kind, placeName, becomes }: ToName, language: Language): string {
  const say = followWords.in(language)
  const kinds = storyWords.in(language).kind
  const kindName = kind === null ? null : (kinds[kind as 'story'] ?? kind)
  if (typed === '') {
    const about = becomes === null ? say.about : (place: string) => say.at(say.any, place)
    if (placeName !== null) {
      return kindName === null ? about(placeName) : say.ofKind(about(placeName), kindName)
    }
    return kindName === null ? say.any : say.every(kindName)
  }
  const words = kindName === null ? say.words(typed) : say.ofKind(say.words(typed), kindName)
  return placeName === null ? words : say.at(words, placeName)
}

type Telling = {
  readonly of: readonly (FollowNamed & { readonly outside: boolean })[]
  readonly stories: number
  readonly leadsTo: string
}

/** As many links that stop stand in one message. */
const MOST_STOPS = 10

/** Word outside goes where it is wanted for any of them. */
export function followDraft({ of, stories, leadsTo }: Telling): Draft {
  const rendering = (language: Language, form: 'plain' | 'easy-read') => {
    const names = of.map((one) => followName(one, language)).join('; ')
    return { form, language, ...textOf(of, stories, names, { language, form }) }
  }
  return {
    from: 'Coproduce',
    renderings: (['en', 'cy'] as const).flatMap((language) => [
      rendering(language, 'plain'),
      rendering(language, 'easy-read'),
    ]),
    leadsTo,
    onlyHere: of.every(({ outside }) => !outside),
    stops: of.slice(0, MOST_STOPS).map((one) => ({
      says: followWords.in('en').stopOf(followName(one, 'en')),
      href: `/follows/stop/${one.stopKey}`,
    })),
  }
}

type Told = { readonly language: Language; readonly form: 'plain' | 'easy-read' }

/** Of new stories, or of what became of one; of several things that became of them, in short. */
function textOf(of: Telling['of'], stories: number, names: string, { language, form }: Told) {
  const { told } = followWords.in(language)
  const [becomes = null, ...others] = new Set(of.map((one) => one.becomes))
  if (becomes === null && others.length === 0) {
    const body = form === 'plain' ? told.body : told.easy
    return { subject: told.subject(stories), body: body(stories, names) }
  }
  if (becomes !== null && stories === 1) {
    const body = form === 'plain' ? told.became : told.easyBecame
    return { subject: told.becameSubject[becomes], body: body(becomes, names) }
  }
  const body = form === 'plain' ? told.newsBody : told.easyNews
  return { subject: told.news(stories), body: body(names) }
}

export const oftenChoices = (language: Language): { value: Often; text: string }[] =>
  (['at-once', 'daily', 'weekly'] as const).map((value) => ({
    value,
    text: followWords.in(language).often[value],
  }))
