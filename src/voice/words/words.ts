// The words of voice as catalogues: English everywhere, Welsh for titles and first steps.
import { catalogue } from '../../web/index.ts'
import { complaintWelsh } from './complaint-cy.ts'
import { complaintEnglish } from './complaint-en.ts'
import { complaintWorkEnglish } from './complaint-work-en.ts'
import { publicEnglish } from './public-en.ts'
import { rightsEnglish } from './rights-en.ts'
import { storyEnglish } from './story-en.ts'
import { tellEnglish } from './tell-en.ts'
import { laterEnglish, paperEnglish, photoEnglish, tabletEnglish } from './tell-more-en.ts'
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
  haveCode: 'Mae gen i god o’r blaen',
  myStories: 'Yr hyn a ddywedais',
  myComplaints: 'Fy nghwynion',
  rights: 'Fy hawliau yn y GIG',
  readStories: 'Darllen yr hyn a ddywedodd eraill',
  comeBack: 'Dod yn ôl at yr hyn a ddywedoch',
  mine: 'Yr hyn a ddywedais',
})

export const storyWords = catalogue(storyEnglish, {
  stories: 'Beth ddywedodd pobl',
  soFar: 'Beth ddaeth ohono',
})

/** Staff pages are in English so far. */
export const workWords = catalogue(workEnglish)

export const publicWords = catalogue(publicEnglish, {
  title: 'Beth ddywedodd pobl',
  aboutTitle: (name: string) => `Beth ddywedodd pobl am ${name}`,
})

/** Formal complaints: the page of one is in Welsh, the questions of making one not yet. */
export const complaintWords = catalogue(complaintEnglish, complaintWelsh)

/** Pages of those who handle complaints are in English so far. */
export const complaintWorkWords = catalogue(complaintWorkEnglish)

export const rightsWords = catalogue(rightsEnglish)

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
