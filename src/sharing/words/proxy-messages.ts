// What the person and the proxy are told: plain, easy read, Welsh. None gives a reason away.
import type { Day } from '../../basics/index.ts'
import { inThreeForms } from '../../messages/index.ts'
import { formatDay } from '../../web/index.ts'

const page = 'People who act for me'
const tudalen = 'Pobl sy’n gweithredu ar fy rhan'

/** To the person: somebody asks to act for them. */
export const askedOfPerson = (proxy: string) =>
  inThreeForms(
    [
      'Somebody asks to act for you',
      `${proxy} asks to act for you here. Say yes or no on the page “${page}”. Nothing opens ` +
        'before it is decided. You can say no. They are not told why.',
    ],
    [
      'Somebody asks to act for you',
      `${proxy} asks to help you here.\n\nYou can say yes.\n\nYou can say no.\n\nThey will ` +
        `not be told why.\n\nGo to the page called ${page}.`,
    ],
    [
      'Mae rhywun yn gofyn am gael gweithredu ar eich rhan',
      `Mae ${proxy} yn gofyn am gael gweithredu ar eich rhan yma. Dywedwch ie neu na ar y ` +
        `dudalen “${tudalen}”. Gallwch ddweud na. Ni ddywedir wrthynt pam.`,
    ],
  )

/** To the proxy: the person asks them. */
export const askedOfProxy = (person: string) =>
  inThreeForms(
    [
      `${person} asks you to act for them`,
      `${person} asks you to act for them here. Say yes or no on the page “${page}”.`,
    ],
    [
      'Somebody asks for your help',
      `${person} wants you to help them here.\n\nYou can say yes.\n\nYou can say no.\n\nGo to ` +
        `the page called ${page}.`,
    ],
    [
      `Mae ${person} yn gofyn i chi weithredu ar eu rhan`,
      `Mae ${person} yn gofyn i chi weithredu ar eu rhan yma. Dywedwch ie neu na ar y dudalen ` +
        `“${tudalen}”.`,
    ],
  )

/** To the person: somebody may now act for them. */
export const grantedToPerson = (proxy: string) =>
  inThreeForms(
    [
      'Somebody can now act for you',
      `${proxy} can now act for you here. On the page “${page}” you see what they can see, and ` +
        'you can stop it at once. “Who looked” shows each time they look.',
    ],
    [
      'Somebody can now act for you',
      `${proxy} can help you here now.\n\nYou can see what they see.\n\nYou can stop it.\n\n` +
        `Go to the page called ${page}.`,
    ],
    [
      'Gall rhywun weithredu ar eich rhan nawr',
      `Gall ${proxy} weithredu ar eich rhan yma nawr. Ar y dudalen “${tudalen}” gallwch weld ` +
        'beth y gallant ei weld, a’i atal ar unwaith.',
    ],
  )

/** To the proxy: they may now act for the person. */
export const grantedToProxy = (person: string) =>
  inThreeForms(
    [
      `You can now act for ${person}`,
      `You can now act for ${person} here. Each time you look is noted, and ${person} can see ` +
        'it. It is for this only, and it can be stopped at any time.',
    ],
    [
      `You can now act for ${person}`,
      `You can help ${person} here now.\n\nThey can see each time you look.\n\nThey can stop ` +
        'it at any time.',
    ],
    [
      `Gallwch weithredu ar ran ${person} nawr`,
      `Gallwch weithredu ar ran ${person} yma nawr. Nodir bob tro y byddwch yn edrych, a gall ` +
        `${person} ei weld.`,
    ],
  )

/** To the proxy: no. */
export const refusedToProxy = (person: string) =>
  inThreeForms(
    [
      'You asked to act for somebody',
      `You asked to act for ${person}. The answer is no. To talk about it, ask the practice ` +
        'that you asked.',
    ],
    [
      'You asked to help somebody',
      `You asked to act for ${person}.\n\nThe answer is no.\n\nYou can ask the practice.`,
    ],
    [
      'Gofynnoch am gael gweithredu ar ran rhywun',
      `Gofynnoch am gael gweithredu ar ran ${person}. Na yw’r ateb. Holwch y feddygfa.`,
    ],
  )

/** To the person: somebody asked, and may not. */
export const refusedToPerson = (proxy: string) =>
  inThreeForms(
    [
      'Somebody asked to act for you',
      `${proxy} asked to act for you. The answer was no. They see nothing of yours by it.`,
    ],
    [
      'Somebody asked to act for you',
      `${proxy} asked to act for you.\n\nThe answer was no.\n\nThey see nothing.`,
    ],
    [
      'Gofynnodd rhywun am gael gweithredu ar eich rhan',
      `Gofynnodd ${proxy} am gael gweithredu ar eich rhan. Na oedd yr ateb.`,
    ],
  )

/** To the person, ahead of time. */
export function endingToPerson(proxy: string, why: string, day: Day) {
  const [on, ar] = [formatDay(day, 'en'), formatDay(day, 'cy')]
  if (why === 'end-date') {
    return inThreeForms(
      [
        'Somebody will soon not act for you any more',
        `The last day on which ${proxy} can act for you is ${on}. If you still need it, say so.`,
      ],
      [
        'Help that will end',
        `${proxy} can help you here until ${on}.\n\nThen it stops.\n\nYou can ask again.`,
      ],
      [
        'Cyn bo hir ni fydd rhywun yn gweithredu ar eich rhan',
        `Y diwrnod olaf y gall ${proxy} weithredu ar eich rhan yw ${ar}.`,
      ],
    )
  }
  return inThreeForms(
    [
      'From now on you decide more yourself',
      `From ${on}, ${proxy} cannot act for you here until it is decided anew. You can use this ` +
        'site yourself, and you can ask somebody to act for you. Your practice can help you start.',
    ],
    [
      'Soon you decide more yourself',
      `From ${on}, ${proxy} cannot see your record here.\n\nYou can see it yourself.\n\nYou ` +
        'can ask somebody to help you.',
    ],
    [
      'O hyn ymlaen chi sy’n penderfynu mwy',
      `O ${ar}, ni all ${proxy} weithredu ar eich rhan yma nes y penderfynir o’r newydd. ` +
        'Gallwch ddefnyddio’r wefan hon eich hun.',
    ],
  )
}

/** To the proxy, ahead of time. */
export function endingToProxy(person: string, why: string, day: Day) {
  const [on, ar] = [formatDay(day, 'en'), formatDay(day, 'cy')]
  const last = why === 'end-date' ? `The last day is ${on}.` : `It stops at the start of ${on}.`
  return inThreeForms(
    [
      `Acting for ${person} will soon end`,
      `You act for ${person} here. ${last} If it is still needed, ask the practice. It is ` +
        'judged by the same tests as before.',
    ],
    [
      'Soon you can no longer act for somebody',
      `You help ${person} here.\n\n${last}\n\nAsk the practice if it is still needed.`,
    ],
    [
      `Cyn bo hir bydd gweithredu ar ran ${person} yn dod i ben`,
      `Rydych yn gweithredu ar ran ${person} yma. Daw i ben: ${ar}. Holwch y feddygfa.`,
    ],
  )
}
