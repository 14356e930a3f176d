// The catalogue of taking everything with you, and what a person is told when it was made.
import type { Rendering } from '../../messages/index.ts'
import { catalogue } from '../../web/index.ts'
import { leaveEnglish } from './leave-en.ts'

export const leaveWords = catalogue(leaveEnglish, {
  title: 'Mynd â phopeth gyda chi',
  button: 'Cadw’r ffeil',
  back: 'Fy nghofnod',
})

/** What the person is told each time everything of theirs was put into a file. */
export const leaveMessageWords = (by: 'yourself' | 'operator'): Rendering[] => {
  const who = by === 'yourself' ? 'You' : 'Somebody who runs this site'
  const llais = by === 'yourself' ? 'Gwnaethoch' : 'Gwnaeth rhywun sy’n rhedeg y wefan hon'
  const easy = by === 'yourself' ? 'You made a file.' : 'Somebody who runs this site made a file.'
  return [
    {
      form: 'plain',
      language: 'en',
      subject: 'A file with everything of yours was made',
      body:
        `${who} made a file with all that is kept for you here. If this was not right, tell the ` +
        'organisation that runs this site. “Who looked” shows when it was made.',
    },
    {
      form: 'easy-read',
      language: 'en',
      subject: 'A file about you was made',
      body:
        `${easy}\n\nEverything about you is in it.\n\nKeep it safe.\n\nIs this a surprise? ` +
        'Tell the people who run this site.',
    },
    {
      form: 'plain',
      language: 'cy',
      subject: 'Gwnaed ffeil gyda phopeth amdanoch',
      body:
        `${llais} ffeil gyda phopeth a gedwir ar eich cyfer yma. Os nad oedd hyn yn iawn, ` +
        'dywedwch wrth y sefydliad sy’n rhedeg y wefan hon. Mae “Pwy edrychodd” yn dangos pryd ' +
        'y gwnaed hi.',
    },
    {
      form: 'easy-read',
      language: 'cy',
      subject: 'Gwnaed ffeil amdanoch',
      body:
        'Gwnaed ffeil.\n\nMae popeth amdanoch ynddi.\n\nCadwch hi’n ddiogel.\n\nOes syndod? ' +
        'Dywedwch wrth y bobl sy’n rhedeg y wefan hon.',
    },
  ]
}
