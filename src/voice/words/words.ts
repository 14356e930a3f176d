// The words of voice as catalogues: English everywhere, Welsh for titles and first steps.
import { catalogue } from '../../web/index.ts'
import { complaintWelsh } from './complaint-cy.ts'
import { complaintEnglish } from './complaint-en.ts'
import { complaintWorkEnglish } from './complaint-work-en.ts'
import { publicEnglish } from './public-en.ts'
import { rightsEnglish } from './rights-en.ts'
import { storyWelsh } from './story-cy.ts'
import { storyEnglish } from './story-en.ts'
import { tellEnglish } from './tell-en.ts'
import { laterEnglish, paperEnglish, photoEnglish, tabletEnglish } from './tell-more-en.ts'
import { workWelsh } from './work-cy.ts'
import { workEnglish } from './work-en.ts'

export const tellWords = catalogue(tellEnglish, {
  title: 'Dywedwch wrthym beth ddigwyddodd',
  lead:
    'Dywedwch unwaith, yn eich geiriau eich hun. Byddwch yn gwybod pwy sy’n ei ddarllen ac ' +
    'erbyn pryd y clywch.',
  choose: 'Beth hoffech ei ddweud wrthym?',
  kinds: {
    praise: 'Diolch: roedd rhywbeth yn dda',
    idea: 'Syniad i wella pethau',
    story: 'Beth ddigwyddodd i mi',
    concern: 'Mae rhywbeth o’i le ac angen ei drwsio heddiw',
    complaint: 'Cwyn ffurfiol',
    safety: 'Rwy’n poeni nad yw rhywun yn ddiogel',
  },
  where: 'Am ba wasanaeth y mae?',
  whereHint: 'Teipiwch ran o’i enw. Gallwch ychwanegu mwy nag un.',
  find: 'Chwilio',
  noneFound: 'Ni chawsom hyd i wasanaeth â’r enw hwn.',
  noneFoundNext: 'Rhowch gynnig ar un gair o’i enw, neu enw’r dref.',
  add: (name: string) => `Ychwanegu ${name}`,
  remove: (name: string) => `Tynnu ${name}`,
  chosen: 'Mae am',
  enterPlace: 'Dewch o hyd i’r gwasanaeth a’i ychwanegu',
  tooManyPlaces: 'Dewiswch 10 gwasanaeth neu lai',
  haveCode: 'Mae gen i god o’r blaen',
  myStories: 'Yr hyn a ddywedais',
  myComplaints: 'Fy nghwynion',
  rights: 'Fy hawliau a’m dewisiadau yn y GIG',
  readStories: 'Darllen yr hyn a ddywedodd eraill',
  comeBack: 'Dod yn ôl at yr hyn a ddywedoch',
  mine: 'Yr hyn a ddywedais',
})

export const storyWords = catalogue(storyEnglish, storyWelsh)

/** For those who read and answer. No speaker of Welsh has read the Welsh yet. */
export const workWords = catalogue(workEnglish, workWelsh)

export const publicWords = catalogue(publicEnglish, {
  title: 'Beth ddywedodd pobl',
  aboutTitle: (name: string) => `Beth ddywedodd pobl am ${name}`,
})

/** Formal complaints: making one, and its page. No speaker of Welsh has read the Welsh yet. */
export const complaintWords = catalogue(complaintEnglish, complaintWelsh)

/** Pages of those who handle complaints are in English so far. */
export const complaintWorkWords = catalogue(complaintWorkEnglish)

export const rightsWords = catalogue(rightsEnglish, {
  title: 'Fy hawliau a’m dewisiadau yn y GIG',
  used: 'Am ba hawl y mae hi?',
  notThis: 'Dim un o’r rhain: ei hepgor',
})

export const tabletWords = catalogue(tabletEnglish, {
  handOver: 'Rhoi llechen i rywun',
  yours: 'Gallwch ddweud wrthym nawr',
  givenBack: 'Mae’r llechen hon yn glir',
})

export const laterWords = catalogue(laterEnglish, {
  stop: 'Stopio yma a dod yn ôl yn nes ymlaen',
  title: 'Dod yn ôl yn nes ymlaen',
})

export const photoWords = catalogue(photoEnglish, { title: 'Lluniau, os oes gennych rai' })

export const paperWords = catalogue(paperEnglish, { title: 'Dweud wrthym ar bapur' })
