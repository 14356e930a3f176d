// The catalogue of sharing: English everywhere, Welsh for titles and the ways on from them.
import { catalogue } from '../../web/index.ts'
import { shareEnglish } from './share-en.ts'

export const shareWords = catalogue(shareEnglish, {
  share: {
    title: 'Rhannu',
    lead: 'Chi sy’n dweud pwy gaiff weld beth, pam a tan pryd. Gallwch ei atal ar unwaith.',
    add: 'Rhannu rhywbeth',
    keep: 'Cadw rhywbeth rhag rhywun',
    asks: 'Pwy ofynnodd i mi rannu',
    private: 'Pethau preifat yn fy rhestrau',
    withMe: 'Gweld beth sy’n cael ei rannu â chi',
    looks: 'Gweld pwy edrychodd',
    leave: 'Mynd â phopeth gyda chi',
    proxies: 'Gweld pwy sy’n gweithredu drosoch',
    now: 'Beth rydych yn ei rannu nawr',
  },
  looks: {
    title: 'Pwy edrychodd',
    lead: 'Mae pob edrychiad yma yn gadael derbynneb. Ni all neb edrych heb un.',
    caption: 'Edrychiadau, y diweddaraf yn gyntaf',
    who: 'Pwy',
    when: 'Pryd',
    did: 'Beth wnaethon nhw',
    back: 'Pwy edrychodd',
  },
})

export type ShareWords = ReturnType<typeof shareWords.in>
