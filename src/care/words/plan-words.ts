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
})

export type PlanWords = ReturnType<typeof planWords.in>
