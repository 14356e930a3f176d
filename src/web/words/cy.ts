// The shell and the web's own pages in Welsh, as far as they are translated.
import type { refusals } from '../refusals.ts'
import type { Translated, Widened } from './catalogue.ts'
import type { english } from './en.ts'

export const welsh: Translated<Widened<typeof english>> = {
  name: 'Coproduce',
  tagline: 'Rhannu grym ym maes iechyd a gofal',
  skip: 'Neidio i’r prif gynnwys',
  demonstration: 'Arddangosiad.',
  demonstrationSays: 'Pobl ddychmygol yw pawb yma. Peidiwch â rhoi unrhyw beth am berson go iawn.',
  signIn: 'Mewngofnodi',
  signOut: 'Allgofnodi',
  leave: 'Gadael y wefan hon yn gyflym',
  leaveHint: 'Gallwch hefyd bwyso’r fysell Escape dair gwaith.',
  signedInAs: 'Wedi mewngofnodi fel',
  actingAs: (role, organisation) => (organisation === null ? role : `${role}, ${organisation}`),
  actsFor: (name) => `Rydych yn gweithredu ar ran ${name}.`,
  actsForMore: 'Eu pethau nhw rydych yn eu gweld ac yn ychwanegu atynt, gyda’ch enw chi.',
  stopActingFor: (name) => `Peidio â gweithredu ar ran ${name}`,
  work: 'Fy ngwaith',
  more: 'Mwy',
  navigation: 'Prif ddewislen',
  flags: 'Beth sy’n helpu’r person hwn',
  footer: 'Am y wefan hon',
  back: 'Yn ôl',
  error: 'Gwall:',
  thereIsAProblem: 'Mae problem',
  optional: 'dewisol',
  reference: 'Cyfeirnod',
  referenceSays: 'Os byddwch yn dweud wrthym am hyn, rhowch y cyfeirnod hwn:',
  home: 'Mynd i’r hafan',
  language: 'Iaith',
  partInWelsh: 'Dim ond yn Saesneg y mae rhan o’r dudalen hon ar hyn o bryd.',
  notInWelsh: 'Dim ond yn Saesneg y mae’r dudalen hon ar hyn o bryd.',
  continue: 'Parhau',
  save: 'Cadw',
  cancel: 'Canslo',
  change: 'Newid',
  checkAnswers: 'Gwiriwch eich atebion cyn eu hanfon',
  send: 'Anfon',
  notAnswered: 'Heb ei ateb',
  day: 'Diwrnod',
  month: 'Mis',
  year: 'Blwyddyn',
  print: 'Argraffu’r dudalen hon',
  important: 'Pwysig',
  success: 'Llwyddiant',
  previous: 'Blaenorol',
  next: 'Nesaf',
  pages: 'Tudalennau',
  pageOf: (page, of) => `Tudalen ${page} o ${of}`,
  page: (page) => `Tudalen ${page}`,
  newMessages: (count) => `${count} neges newydd`,
  links: {
    accessibility: 'Hygyrchedd',
    privacy: 'Preifatrwydd',
    cookies: 'Cwcis',
    'leave-no-trace': 'Gadael dim ôl',
    check: 'Sut i’n gwirio ni',
  },
  urgent: {
    title: 'Nid gwasanaeth brys yw hwn',
    emergency: 'Ffoniwch 999 os yw bywyd rhywun mewn perygl.',
    soon: 'Ffoniwch 111, neu ewch i 111.wales.nhs.uk, os oes angen help arnoch yn fuan ac nad yw’n argyfwng.',
    talk: 'Ffoniwch y Samariaid ar 116 123, ddydd neu nos, os hoffech siarad â rhywun.',
  },
}

type Code = (typeof refusals)[keyof typeof refusals]['code']

/** The web's refusals in Welsh, by code: what happened, and what to do next. */
export const welshRefusals: Readonly<Record<Code, { says: string; next: string }>> = {
  'page-not-found': {
    says: 'Ni allwn ddod o hyd i’r dudalen hon',
    next: 'Gwiriwch y cyfeiriad, neu ewch i’r hafan. Efallai nad yw’r dudalen i chi ei gweld.',
  },
  'not-yours-to-see': {
    says: 'Nid yw’r dudalen hon ar agor i chi',
    next: 'Ewch i’r hafan. Os dylai fod ar agor i chi, gofynnwch i’r tîm a’ch anfonodd yma.',
  },
  'acting-for-another': {
    says: 'Eich tudalen chi yw hon, ac rydych yn gweithredu ar ran rhywun arall nawr',
    next: 'Peidiwch â gweithredu ar eu rhan yn gyntaf. Mae’r botwm ar frig y dudalen hon.',
  },
  'sign-in-first': {
    says: 'Nid ydych wedi mewngofnodi',
    next: 'Mewngofnodwch, yna rhowch gynnig arall arni.',
  },
  'form-not-from-here': {
    says: 'Ni wnaethom yr hyn y gofynnodd y ffurflen hon amdano',
    next: 'Mae’r dudalen y daeth ohoni yn rhy hen, neu nid yw’n eiddo i ni. Llwythwch y dudalen eto a’i hanfon unwaith eto.',
  },
  'wrong-way-to-ask': {
    says: 'Ni ellir defnyddio’r cyfeiriad hwn fel hyn',
    next: 'Ewch yn ôl i’r dudalen flaenorol a defnyddiwch ei dolenni a’i botymau.',
  },
  'too-much-at-once': {
    says: 'Mae’r hyn a anfonwyd gennych yn rhy fawr',
    next: 'Ewch yn ôl, ei wneud yn fyrrach, a’i anfon eto. Ni chadwyd dim.',
  },
  'files-too-large': {
    says: 'Mae’r ffeiliau gyda’i gilydd yn rhy fawr',
    next: 'Ewch yn ôl a dewis llai ohonynt, neu rai llai. Ni chadwyd dim.',
  },
  'files-too-many': {
    says: 'Rydych wedi anfon gormod o ffeiliau ar unwaith',
    next: 'Ewch yn ôl a dewis llai o ffeiliau. Ni chadwyd dim.',
  },
  'uploads-too-many': {
    says: 'Mae ffeiliau eisoes ar eu ffordd, gennych chi neu gan lawer o bobl',
    next: 'Arhoswch funud, yna ewch yn ôl ac anfon eich rhai chi eto. Ni chadwyd dim.',
  },
  'form-not-understood': {
    says: 'Ni allwn ddarllen yr hyn a anfonwyd yn y ffurflen hon',
    next: 'Ewch yn ôl a’i hanfon gyda’r botwm ar y dudalen.',
  },
  'request-not-understood': {
    says: 'Ni allem ddarllen yr hyn a anfonodd eich porwr',
    next: 'Ewch yn ôl a rhowch gynnig arall arni, neu dechreuwch o’r hafan.',
  },
  'too-many-at-once': {
    says: 'Rydych wedi gofyn am lawer o dudalennau mewn amser byr',
    next: 'Arhoswch funud, yna rhowch gynnig arall arni. Mae’r hyn a gadwyd gennych yn ddiogel.',
  },
  'something-went-wrong': {
    says: 'Aeth rhywbeth o’i le ar ein hochr ni',
    next: 'Mae’r hyn a gadwyd gennych yn ddiogel. Rhowch gynnig arall arni ymhen ychydig funudau. Os bydd yn methu eto, dywedwch wrthym.',
  },
  'away-for-a-moment': {
    says: 'Ni ellir defnyddio Coproduce ar hyn o bryd',
    next: 'Rydym yn ei adfer. Rhowch gynnig arall arni ymhen ychydig funudau. Mae’r hyn a gadwyd gennych yn ddiogel.',
  },
}
