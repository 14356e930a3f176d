// The words of the pages of a plan, with the headings in Welsh.
import { catalogue } from '../../web/index.ts'
import { planEnglish } from './plan-en.ts'

export const planWords = catalogue(planEnglish, {
  title: 'Fy nghynllun',
  back: 'Fy nghynllun',
  titleOf: (name: string) => `Cynllun ${name}`,
  waitingTitle: 'Beth sy’n aros am ateb',
  begin: 'Dechrau fy nghynllun',
  notAll: 'Efallai nad dyma’r cyfan.',
  aboutMeTitle: 'Amdanaf i',
  versionsTitle: 'Pob fersiwn o’r cynllun',
  bring: { title: 'Dod â chynllun o rywle arall' },
  review: { title: 'Adolygiadau o’r cynllun' },
  sections: {
    strength: 'Beth rwy’n dda am ei wneud, a beth sy’n helpu',
    need: 'Beth mae angen help arnaf gydag ef',
    goal: 'Beth rwyf ei eisiau',
    contingency: 'Pan aiff pethau o chwith',
    'advance-statement': 'Beth rwyf ei eisiau os na allaf ei ddweud fy hun',
    'supporting-plan': 'Cynlluniau ategol',
    'professional-contact': 'Gweithwyr proffesiynol sy’n fy helpu',
    'personal-contact': 'Pobl sy’n agos ataf',
    formulation: 'Sut rydym yn ei ddeall',
    terms: 'Sut mae’r cynllun yn cael ei gadw a’i adolygu',
    action: 'Beth sy’n cael ei wneud',
    'stage-goal': 'Camau',
    outcome: 'Beth ddaeth ohono',
  },
  aboutMe: {
    'what-matters': 'Beth sydd bwysicaf i mi',
    people: 'Pobl sy’n bwysig i mi',
    communicate: 'Sut i siarad â mi',
    wellness: 'Sut rwy’n cadw’n iach',
    'please-do': 'Gwnewch, a pheidiwch â gwneud',
    support: 'Sut a phryd i’m helpu',
    also: 'Beth arall sy’n dda ei wybod',
  },
  faces: {
    card: { title: 'Fy ngherdyn' },
    easy: { title: 'Fy nghynllun mewn fersiwn hawdd ei ddarllen' },
  },
})

export type PlanWords = ReturnType<typeof planWords.in>
