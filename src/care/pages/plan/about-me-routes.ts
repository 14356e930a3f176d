// The addresses of what a person says of themselves: seven headings, written one at a time.
import { createElement } from 'react'
import { dayIn, LONDON } from '../../../basics/index.ts'
import type { Log } from '../../../log/index.ts'
import { aboutMeHeadings, writeAboutMe } from '../../../record/index.ts'
import {
  defineForm,
  type FormEntry,
  freshEntry,
  optional,
  type PageRequest,
  type Route,
  refusedEntry,
  textField,
} from '../../../web/index.ts'
import { seePlan } from '../../actions/plan/see-plan.ts'
import { planWords } from '../../words/plan-words.ts'
import { AboutMePage } from './about-me-page.tsx'
import { type Handle, ownOnly, type Place, refused, unknownPart } from './place.ts'

const english = planWords.in('en')
const form = defineForm({
  says: textField({ missing: english.enter, longest: 4_000, tooLong: english.tooLong }),
  helped: optional(textField({ missing: english.enter, longest: 200, tooLong: english.tooLong })),
})

export const aboutMeRoutes = (log: Log): readonly Route[] => [
  ownOnly(log, 'GET', '/about-me/:aboutMe', 'What I say of myself, one heading', show),
  ownOnly(log, 'POST', '/about-me/:aboutMe', 'What I say of myself, one heading', write),
]

const headingIn = ({ params }: PageRequest) =>
  aboutMeHeadings.find(({ code }) => code === params.aboutMe) ?? null

const show: Handle = async (log, request, at) => {
  const heading = headingIn(request)
  if (heading === null) return unknownPart()
  const [now] = await saidUnder(log, at, heading.code)
  const typed = now === undefined ? {} : { says: now.says, helped: now.supportedBy ?? '' }
  return page(request, at, heading.code, freshEntry(typed))
}

async function saidUnder(log: Log, at: Place, code: string) {
  const seen = await seePlan(log, at.look('/about-me'), at.writer)
  return seen.ok ? seen.value.aboutMe.filter(({ heading }) => heading === code) : []
}

function page(
  { language }: PageRequest,
  at: Place,
  code: (typeof aboutMeHeadings)[number]['code'],
  entry: FormEntry,
) {
  const say = planWords.in(language)
  return {
    kind: 'page',
    title: say.aboutMe[code],
    main: createElement(AboutMePage, { code, entry, say }),
    back: { href: at.base, text: say.back },
    here: at.here,
    welsh: 'part',
    status: Object.keys(entry.errors).length > 0 ? 422 : 200,
  } as const
}

const write: Handle = async (log, request, at) => {
  const heading = headingIn(request)
  if (heading === null || at.writer === null) return unknownPart()
  const read = form.parse(request.form)
  if (!read.ok) return page(request, at, heading.code, read.entry)
  const before = await saidUnder(log, at, heading.code)
  const { says, helped } = read.values
  const speaker = { person: at.person, organisation: null, shownAs: at.writer.speaker.shownAs }
  const written = {
    heading: heading.code,
    says,
    supportedBy: helped ?? null,
    day: dayIn(LONDON, request.now),
    where: english.writtenInPlan,
    instead: before.map(({ id }) => id),
  }
  const done = await writeAboutMe(log, speaker, at.person, written, request.formKey)
  if (done.ok) return { kind: 'redirect', to: `${at.base}?just=own` }
  if (done.refusal.field === undefined) return refused(done.refusal)
  return page(request, at, heading.code, refusedEntry(request.form, done.refusal))
}
