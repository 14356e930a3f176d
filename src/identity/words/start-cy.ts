// The start page, the home page and the sign-in pages in Welsh.
import type { Translated } from '../../web/index.ts'
import type { startEnglish } from './start-en.ts'

export const startWelsh: Translated<typeof startEnglish> = {
  start: {
    title: 'Rhannu grym ym maes iechyd a gofal',
    lead: 'Yma rydych chi a’r bobl sy’n gofalu amdanoch yn gweithio fel pobl gyfartal. Chi sy’n dweud beth sy’n bwysig. Maen nhw’n ateb. Mae dyddiad i bob addewid. A dim ond chi all ddweud bod hynny wedi digwydd.',
    signIn: 'Mewngofnodi',
    check: 'Gweld sut y gall unrhyw un ein gwirio',
    threadTitle: 'Sut mae’n gweithio',
    said: 'Chi sy’n dweud beth sy’n bwysig',
    saidMore: '“Mae’r ystafell aros yn swnllyd. Alla i ddim aros ynddi. Es i adref.”',
    answered: 'Mae rhywun yn ateb, wrth ei enw',
    answeredMore: '“Diolch. Ddylech chi ddim fod wedi gorfod gadael.”',
    promised: 'Maen nhw’n addo rhywbeth, gyda dyddiad',
    promisedMore: '“Byddwn yn gwneud ystafell dawel erbyn 15 Tachwedd.”',
    confirmed: 'Chi sy’n dweud a ddigwyddodd',
    confirmedMore:
      'Ni all y rhai sy’n addo ei dicio eu hunain. Y rhai a ofynnodd sy’n cadarnhau, neu’n dweud nad yw’n wir.',
    due: 'Erbyn 15 Tachwedd',
    yours: 'Chi sydd i ddweud',
    promisesTitle: 'Beth y gallwch ddibynnu arno',
    kept: 'Does dim yn cael ei newid yn y dirgel',
    keptMore:
      'Mae’r hyn a ysgrifennwyd yn aros. Ysgrifennir newid wrth ei ymyl, gyda phwy a phryd.',
    dated: 'Mae diwrnod i bob addewid',
    datedMore: 'Os daw’r diwrnod heb i ddim ddigwydd, mae’n dangos. Ni all neb ei guddio.',
    checked: 'Gall unrhyw un wirio',
    checkedMore: 'Does dim rhaid i chi ymddiried ynom. Mae’r prawf yno i bawb ei redeg.',
    yourData: 'Cewch wybod yn y ffordd sydd ei hangen arnoch',
    yourDataMore: 'Mewn print bras, mewn geiriau syml neu ar lafar. Dywedwch unwaith.',
    urgent:
      'Nid ar gyfer argyfwng mae Coproduce. Ffoniwch 999 os oes bywyd mewn perygl, neu 111 am help yn fuan.',
  },
  home: {
    title: 'Hafan',
    morning: (name) => `Bore da, ${name}`,
    afternoon: (name) => `Prynhawn da, ${name}`,
    evening: (name) => `Noswaith dda, ${name}`,
    waiting: 'Yn aros amdanoch',
    nothing: 'Does dim yn aros amdanoch',
    nothingMore: 'Pan fydd rhywun yn eich ateb neu’n gofyn rhywbeth i chi, bydd yma.',
    yours: 'Eich pethau chi',
    me: 'Eich manylion',
    meMore: 'Eich enw, eich pobl, a’ch rolau.',
    devices: 'Ble rydych wedi mewngofnodi',
    devicesMore: 'Gweld pob dyfais, ac allgofnodi o unrhyw un.',
    organisations: 'Sefydliadau a rolau',
    organisationsMore: 'Ychwanegu sefydliadau, a rhoi neu orffen rolau.',
  },
  signIn: {
    title: 'Mewngofnodi',
    lead: 'Mewngofnodwch i weld yr hyn sy’n eiddo i chi.',
    demonstrationLead:
      'Arddangosiad yw hwn. Pobl ddychmygol yw pawb ynddo. Dewiswch drwy lygaid pwy rydych am ei weld.',
    as: (name) => `Mewngofnodi fel ${name}`,
    provider: 'Mewngofnodi gyda’r GIG',
    providerSays: 'Byddwn yn eich anfon at NHS login, ac fe ddewch yn ôl yma.',
    continue: 'Parhau i NHS login',
    none: 'Nid yw mewngofnodi wedi’i osod yma eto',
    noneMore:
      'Os chi sy’n rhedeg y wefan hon, dywedwch pa fewngofnodi a ddefnyddir, neu crëwch y gweinyddwr cyntaf.',
    firstAdministrator: 'Creu’r gweinyddwr cyntaf',
    recovery: 'Wedi colli eich dyfais?',
    recoveryLink: 'Mewngofnodi gyda chod adfer',
    shared: 'Ar ddyfais y mae eraill yn ei defnyddio, allgofnodwch pan fyddwch wedi gorffen.',
  },
  recoverySignIn: {
    title: 'Mewngofnodi gyda chod adfer',
    lead: 'Defnyddiwch un o’r codau a ysgrifennoch. Mae pob un yn gweithio unwaith.',
    code: 'Cod adfer',
    hint: 'Mae ganddo 16 o lythrennau a rhifau, fel 7K2M-Q9XA-3B4C-D5EF',
    missing: 'Rhowch god adfer',
    tooLong: 'Mae gan god adfer 16 o lythrennau a rhifau',
    signIn: 'Mewngofnodi',
    after: 'Pan fyddwch i mewn, allgofnodwch o’r ddyfais a golloch.',
  },
}
