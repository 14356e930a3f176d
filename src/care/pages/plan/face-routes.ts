// The addresses at which a plan is read on paper, in large print, in easy read, as card and PDF.
import { createElement } from 'react'
import { namesOf } from '../../../identity/index.ts'
import type { Log } from '../../../log/index.ts'
import type { PageRequest, Route } from '../../../web/index.ts'
import { seePlan } from '../../actions/plan/see-plan.ts'
import { planWords } from '../../words/plan-words.ts'
import { agreedLine, FacePage, faces, todayOf } from './face-page.tsx'
import { aboutOf, bothPlaces, type Handle, type Place, refused, unknownPart } from './place.ts'
import { planPdf } from './plan-pdf.ts'
import { sectionsOf } from './plan-sections.ts'

export const faceRoutes = (log: Log): readonly Route[] => [
  ...bothPlaces(
    log,
    'GET',
    '/read/:face',
    ['My plan on paper, in large print, in easy read, as a card', 'A plan to print'],
    showFace,
  ),
  ...bothPlaces(log, 'GET', '/plan.pdf', ['My plan as a PDF', 'A plan as a PDF'], sendPdf),
]

/** Whose it is, by name: one's own, or that of who shares. */
async function nameOf(log: Log, { visitor }: PageRequest, at: Place): Promise<string> {
  if (at.name !== null) return at.name
  const names = await namesOf(log.db, [at.person])
  return names.get(at.person) ?? (visitor.kind === 'person' ? visitor.name : '')
}

const showFace: Handle = async (log, request, at) => {
  const seen = await seePlan(log, at.look('/read', 'print'), null)
  if (!seen.ok) return refused(seen.refusal)
  const face = faces.find((one) => one === request.params.face)
  if (face === undefined) return unknownPart()
  const { language, now } = request
  const say = planWords.in(language)
  const main = createElement(FacePage, {
    face,
    seen: seen.value,
    name: await nameOf(log, request, at),
    shared: at.name !== null,
    today: todayOf(now),
    language,
    say,
  })
  return {
    kind: 'page',
    title: say.faces[face].title,
    main,
    back: { href: at.base, text: at.name === null ? say.back : say.backOf },
    here: at.here,
    welsh: 'part',
    ...aboutOf(at),
  }
}

const sendPdf: Handle = async (log, request, at) => {
  const seen = await seePlan(log, at.look('/plan.pdf', 'print'), null)
  if (!seen.ok) return refused(seen.refusal)
  const { language } = request
  const say = planWords.in(language)
  const title = say.titleOf(await nameOf(log, request, at))
  const note = at.name === null ? say.pdfNote : say.notAll
  const notes = [note, agreedLine(seen.value.head, language, say)]
  const sections = sectionsOf(seen.value, say, language)
  const { pdfPage: page, pdfLetters: lettersMissing } = say
  const about = { title, notes, sections, language, page, lettersMissing }
  const body = await planPdf({ ...about, made: request.now })
  return { kind: 'download', name: 'plan.pdf', type: 'application/pdf', body }
}
