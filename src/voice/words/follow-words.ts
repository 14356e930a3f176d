// The words of following: its pages, what is followed by name, and what followers are told.
import type { Draft } from '../../messages/index.ts'
import { catalogue, type Language } from '../../web/index.ts'
import type { Often } from '../domain/follow/often.ts'
import { storyWords } from './words.ts'

/** Words that have quotes of their own get no more of them. */
const quoted = (typed: string): string => (typed.includes('"') ? typed : `“${typed}”`)

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
    only: 'Whether a story was answered is left out: a new one never is.',
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
    told: {
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
    told: {
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
  readonly stopKey: string
}

/** What is followed, in words. */
export function followName(
  { typed, kind, placeName }: Omit<FollowNamed, 'stopKey'>,
  language: Language,
): string {
  const say = followWords.in(language)
  const kinds = storyWords.in(language).kind
  const kindName = kind === null ? null : (kinds[kind as 'story'] ?? kind)
  if (typed === '') {
    if (placeName === null) return say.every(kindName ?? '')
    return kindName === null ? say.about(placeName) : say.ofKind(say.about(placeName), kindName)
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
    const { told } = followWords.in(language)
    const names = of.map((one) => followName(one, language)).join('; ')
    const body = form === 'plain' ? told.body : told.easy
    return { form, language, subject: told.subject(stories), body: body(stories, names) }
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

export const oftenChoices = (language: Language): { value: Often; text: string }[] =>
  (['at-once', 'daily', 'weekly'] as const).map((value) => ({
    value,
    text: followWords.in(language).often[value],
  }))
