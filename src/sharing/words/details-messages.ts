// What a person is told when somebody at work put their details right: none of the details.
import { inThreeForms } from '../../messages/index.ts'

export const detailsPutRightWords = (name: string) =>
  inThreeForms(
    [
      'Your details were put right',
      `${name}, who runs this site, changed your name, your birthday or your NHS number here. The ` +
        'page “About me” shows what stood there before, what stands there now, and why. If it is ' +
        'wrong, tell whoever runs this site.',
    ],
    [
      'Your details were changed',
      `${name} changed your details.\n\nThat is your name, your birthday or your NHS number.\n\n` +
        'Go to the page called About me.\n\nCheck that it is right.\n\nTell us if it is wrong.',
    ],
    [
      'Cywirwyd eich manylion',
      `Newidiodd ${name}, sy’n rhedeg y safle hwn, eich enw, eich dyddiad geni neu eich rhif GIG ` +
        'yma. Mae’r dudalen “Amdanaf i” yn dangos beth oedd yno o’r blaen, a pham.',
    ],
  )
