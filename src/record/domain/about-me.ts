// What people say of themselves: the seven headings of About Me, each an entry of its own.

/** What About Me headings are coded under. */
export const ABOUT_ME_SYSTEM = 'urn:coproduce:about-me'

/** In the order of the standard, the most important first. @source PRSB About Me v2.01 */
export const aboutMeHeadings = [
  { code: 'what-matters', prsb: 'What is most important to me' },
  { code: 'people', prsb: 'People who are important to me' },
  { code: 'communicate', prsb: 'How I communicate and how to communicate with me' },
  { code: 'wellness', prsb: 'My wellness' },
  { code: 'please-do', prsb: 'Please do and please don’t' },
  { code: 'support', prsb: 'How and when to support me' },
  { code: 'also', prsb: 'Also worth knowing about me' },
] as const
export type AboutMeHeading = (typeof aboutMeHeadings)[number]['code']

/** The heading that the code of an entry means; what has none is what matters most. */
export const headingOfCode = (code: string | null): AboutMeHeading => {
  const [system, name] = (code ?? '').split('|')
  const known = aboutMeHeadings.find((one) => system === ABOUT_ME_SYSTEM && one.code === name)
  return known?.code ?? 'what-matters'
}
