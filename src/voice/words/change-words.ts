// The words of “You said, we did, you checked”: its pages, and what contributors are told.
import type { Draft } from '../../messages/index.ts'
import { catalogue, type Language } from '../../web/index.ts'

export const changeWords = catalogue(
  {
    title: 'You said, we did, you checked',
    lead: 'What services say they did about what people told them, and what those people say of it.',
    none: 'Nothing has been told here yet.',
    noneNext: 'It appears here once a moderator has read it.',
    youSaid: 'You said',
    weDid: 'We did',
    youChecked: 'You checked',
    by: (name: string) => `Told by ${name}`,
    stories: (count: number) =>
      count === 1 ? 'One story led to it' : `${count} stories led to it`,
    story: 'A story that led to it',
    yes: (count: number) => `${count} say yes, it happened`,
    no: (count: number) => `${count} say no`,
    notYet: (count: number) => `${count} say not yet`,
    silent: (count: number) => `${count} have not said`,
    disputed: 'Some who asked say that it has not happened.',
    confirmed: 'Everybody who answered says that it happened.',
    open: 'Nobody who asked has answered yet.',
    checkLabel: (title: string) => `Did it happen for you? (“${title}”)`,
    answers: { yes: 'Yes', no: 'No', 'not yet': 'Not yet' },
    check: 'Say so',
    selectAnswer: 'Select whether it happened for you',
    fromStory: 'What it led to',
    notice: {
      subject: 'What came of what you told us',
      body: 'You and others told a service something. It says what it did. Open it, and say whether it happened.',
      easy: 'You told us something.\n\nThe service did something.\n\nOpen it to read.\n\nThen say: did it happen?',
    },
    work: {
      link: 'You said, we did, you checked',
      add: 'Tell what was done',
      addLead:
        'Link every story that led to it. Each of their authors is told, and says whether it happened.',
      youSaidLabel: 'What did people say?',
      weDidLabel: 'What did you do?',
      storiesLabel: 'Which stories led to it?',
      noStories: 'There are no stories yet that you could link.',
      send: 'Send it to a moderator',
      enterYouSaid: 'Enter what people said',
      enterWeDid: 'Enter what you did',
      selectStories: 'Select at least one story',
      tooLong: 'This is too long. Use fewer words',
      standing: { waiting: 'Waits for a moderator', published: 'Published', returned: 'Sent back' },
      contributors: 'Contributors',
      delivered: 'Notice delivered',
      bounced: 'Notice bounced outside',
      seen: 'Seen at the way back',
      wayBack: 'Waits at the way back',
      noNotice: 'No notice',
      noticesLead: 'Counts only: nobody is told who wrote a story.',
      waitsNotice: 'Notices go out once a moderator has published it.',
    },
    moderate: {
      waiting: 'What services say they did',
      title: 'Read what a service says it did',
      publish: 'Publish it',
      sendBack: 'Send it back',
      why: 'Why?',
      enterWhy: 'Say why',
    },
  },
  {
    title: 'Dywedoch chi, gwnaethom ni, gwirioch chi',
    youSaid: 'Dywedoch chi',
    weDid: 'Gwnaethom ni',
    youChecked: 'Gwirioch chi',
    moderate: {
      waiting: 'Beth mae gwasanaethau’n dweud iddynt ei wneud',
      title: 'Darllen beth mae gwasanaeth yn dweud iddo ei wneud',
      publish: 'Ei gyhoeddi',
      sendBack: 'Ei anfon yn ôl',
      why: 'Pam?',
      enterWhy: 'Dywedwch pam',
    },
    work: { link: 'Dywedoch chi, gwnaethom ni, gwirioch chi' },
    notice: {
      subject: 'Beth ddaeth o’r hyn a ddywedoch wrthym',
      body: 'Dywedoch chi ac eraill rywbeth wrth wasanaeth. Mae’n dweud beth a wnaeth. Agorwch ef, a dywedwch a ddigwyddodd.',
      easy: 'Dywedoch rywbeth wrthym.\n\nGwnaeth y gwasanaeth rywbeth.\n\nAgorwch i ddarllen.\n\nYna dywedwch: a ddigwyddodd?',
    },
  },
)

/** No words of the story or of the service: a message may be read over a shoulder. */
export function noticeDraft(leadsTo: string): Draft {
  const rendering = (language: Language, form: 'plain' | 'easy-read') => {
    const { notice } = changeWords.in(language)
    const body = form === 'plain' ? notice.body : notice.easy
    return { form, language, subject: notice.subject, body }
  }
  const renderings = (['en', 'cy'] as const).flatMap((language) => [
    rendering(language, 'plain'),
    rendering(language, 'easy-read'),
  ])
  return { from: 'Coproduce', renderings, leadsTo }
}
